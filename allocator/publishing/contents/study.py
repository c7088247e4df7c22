# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report of a study: how often it closes, how short it is, who is robust or hangs on what."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.view import PROGRAM
from allocator.publishing.document import (
    Attention,
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Items,
    Paragraph,
    Section,
    Table,
)
from allocator.publishing.figures.spread import Bin, SpreadRow, histogram, strips
from allocator.publishing.languages import Language
from allocator.versions import day_of
from models.seal import seal_of_answer
from models.sensitivity import MunicipalityOutcome, Percentiles, PlanFigure, StudyAnswer

# A country has hundreds; the table has all of them.
MOST_STRIPS = 40


def study(answer: StudyAnswer, language: Language) -> Document:
    """The report of a study."""
    say = language.say
    return Document(
        name=f"{answer.name}-{say('study')}",
        title=str(language.repeat(answer.title or answer.name)),
        subtitle=say(
            "Study {name} of scenario {base}, raming {raming}.",
            name=answer.name,
            base=answer.base,
            raming=answer.raming,
        ),
        language=language,
        sections=tuple(_sections(answer, language)),
        identifier=seal_of_answer(answer.model_dump(mode="json")),
        made_by=f"{PROGRAM} {answer.allocator}",
        made_on=day_of(answer.allocator),
    )


def _sections(answer: StudyAnswer, language: Language) -> Iterator[Section]:
    say = language.say
    yield Section(say("In short"), (_facts(answer, language),), 2, "short")
    yield Section(say("Mind this"), tuple(_attention(answer, language)), 2, "attention")
    yield Section(
        say("How many places is it short?"), tuple(_short(answer, language)), 2, "short-of"
    )
    yield Section(
        say("Whose number is robust, and whose hangs on what?"),
        tuple(_municipalities(answer, language)),
        2,
        "municipalities",
    )
    yield Section(say("What does merging come to?"), tuple(_plan(answer, language)), 2, "merging")
    yield Section(say("What does each value do?"), tuple(_levels(answer, language)), 2, "levels")
    yield Section(say("Indices"), tuple(_indices(answer, language)), 2, "indices")
    yield Section(say("Origin of this report"), (_origin(answer, language),), 2, "origin")


def _facts(answer: StudyAnswer, language: Language) -> Facts:
    say = language.say
    total = [one for one in answer.municipalities if one.kind == "total"]
    robust = sum(one.robust for one in total)
    return Facts(
        (
            Fact(
                say("Runs"),
                language.number(answer.finished),
                say("of {number} that differ", number=answer.runs),
            ),
            Fact(
                say("Points that count"),
                language.number(answer.counted or 0),
                say("of {number} of the design", number=answer.points),
            ),
            Fact(
                say("Robust municipalities"),
                language.number(robust),
                say("of {number} municipalities", number=len(total)),
            ),
            *(
                Fact(
                    say("{name}: closes", name=one.name),
                    language.percent(one.closes),
                    say("of the chances, all places"),
                )
                for one in answer.provinces
                if one.kind == "total"
            ),
        )
    )


def _attention(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say = language.say
    found = []
    if not answer.complete:
        found.append(
            say("Not complete: {left} runs are missing.", left=answer.runs - answer.finished)
        )
    if answer.weighted:
        found.append(say("Chances and percentiles are exact, given the chances of the study."))
    elif answer.design == "morris":
        found.append(say("Trajectories of Morris are no draws: there are no chances."))
    elif answer.sampled:
        found.append(say("Chances and percentiles are estimates from the draws."))
    else:
        found.append(
            say("Chances and percentiles are parts of the points of the grid, no probabilities.")
        )
    left = answer.points - (answer.counted or 0)
    if left and answer.counted:
        found.append(
            say("{left} points without a division or a chance are no part of them.", left=left)
        )
    if answer.unproven:
        found.append(
            say(
                "Not proven: of {number} points that count the division or the plan of merges is "
                "only the best found when the search ended. Their numbers may get better.",
                number=answer.unproven,
            )
        )
    found += _tasks(answer, language)
    found += [
        say(
            "{points} points were not run: {says}",
            points=one.points,
            says=language.repeat(one.says),
        )
        for one in answer.refused
    ]
    yield Attention(say("Good to know"), tuple(found))


def _tasks(answer: StudyAnswer, language: Language) -> list[str]:
    """How the tasks come about, and whether points have several."""
    say, found = language.say, []
    by_key, by_raming = answer.follows.get("key", 0), answer.follows.get("raming", 0)
    if by_key and by_raming:
        found.append(
            say(
                "Tasks come about in two ways: at {by_key} points they follow the key, each "
                "municipality from the national need and a province the sum (Decree 2.1); at "
                "{by_raming} the published ones stand and the key divides them.",
                by_key=by_key,
                by_raming=by_raming,
            )
        )
    elif by_key:
        found.append(
            say(
                "Tasks follow the key: each municipality from the national need, a province the "
                "sum (Decree 2.1)."
            )
        )
    elif by_raming:
        found.append(
            say(
                "Tasks are those of the raming: another key divides the task of a province, and "
                "moves it nowhere. By law it would (Decree 2.1)."
            )
        )
    if answer.raming_varies or answer.task_varies:
        found.append(say("A factor changes the task: chances lie over several tasks."))
    return found


SPREAD = ("low", "p5", "p50", "p95", "high")


def _spread_columns(language: Language) -> tuple[Column, ...]:
    parts = (f"{part}\N{NO-BREAK SPACE}%" for part in (5, 50, 95))
    words = (language.say("lowest"), *parts, language.say("highest"))
    return tuple(Column(key, word, "number") for key, word in zip(SPREAD, words, strict=True))


def _spread(one: Percentiles) -> tuple[Cell, ...]:
    return one.low, one.p5, one.p50, one.p95, one.high


def _kind(kind: str, language: Language) -> str:
    words = {
        "total": language.say("all places"),
        "regular": language.say("regular"),
        "amv": language.say("amv"),
    }
    return words[kind]


def _short(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say = language.say
    if not answer.provinces:
        return
    yield Paragraph(
        say(
            "Closes: the chance that what counts meets the task, among the points with a division. "
            "Then how many places are left to divide: in 5 % of the chances at most the number "
            "under 5 %, and so on (nearest rank)."
        )
    )
    yield from _distributions(answer, language)
    columns = (
        Column("name", say("Province")),
        Column("kind", say("kind")),
        Column("closes", say("closes"), "percent"),
        *_spread_columns(language),
    )
    rows = tuple(
        (one.name, _kind(one.kind, language), one.closes, *_spread(one.short))
        for one in answer.provinces
    )
    yield Table(say("Shortages"), say("Places left to divide, over the runs."), columns, rows)


def _distributions(answer: StudyAnswer, language: Language) -> Iterator[Figure]:
    """How often each province is how many places short; nothing where it never varies."""
    say = language.say
    for one in answer.provinces:
        if one.kind == "total" and len(one.bins) > 1:
            columns = (
                Column("from", say("from so many places"), "number"),
                Column("to", say("up to and with"), "number"),
                Column("chance", say("chance"), "percent"),
            )
            rows = tuple((bin_.low, bin_.high, bin_.chance) for bin_ in one.bins)
            caption = say("{name}: how often how many places are left to divide.", name=one.name)
            alternative = say(
                "Bars for {number} stretches of places left to divide in {name}, with the chance "
                "of each. The table has the same numbers.",
                number=len(one.bins),
                name=one.name,
            )
            drawing = histogram(
                [Bin(each.low, each.high, each.chance * 100) for each in one.bins],
                say("places left to divide"),
                say("per cent of the chances"),
                language,
            )
            table = Table(f"{say('Shortages')} {one.name}", caption, columns, rows)
            yield Figure(caption, alternative, drawing, table)


def _strips(shown: list[MunicipalityOutcome], language: Language) -> Figure:
    """From the least to the most that is decided for each municipality."""
    if all(one.about == "realised" for one in shown if not one.robust) and not shown[0].robust:
        return _strips_of_realised(shown, language)
    rows = [SpreadRow(one.name, one.decision, one.robust) for one in shown[:MOST_STRIPS]]
    caption = language.say(
        "The decision of the {number} municipalities with the widest spread over the runs.",
        number=len(rows),
    )
    alternative = language.say(
        "Strips for {number} municipalities from the lowest to the highest decision, thick from "
        "5 % to 95 %. The table has the same numbers.",
        number=len(rows),
    )
    return Figure(caption, alternative, strips(rows, language))


def _strips_of_realised(shown: list[MunicipalityOutcome], language: Language) -> Figure:
    """The same of what is realised, where no decision varies."""
    rows = [SpreadRow(one.name, one.realised, one.robust) for one in shown[:MOST_STRIPS]]
    caption = language.say(
        "What is realised in the {number} municipalities with the widest spread over the runs; no "
        "decision varies.",
        number=len(rows),
    )
    alternative = language.say(
        "Strips for {number} municipalities from the least to the most that is realised there, "
        "thick from 5 % to 95 %. The table has its 5 % and 95 %.",
        number=len(rows),
    )
    return Figure(caption, alternative, strips(rows, language))


def _municipalities(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say = language.say
    shown = [one for one in answer.municipalities if one.kind == "total"]
    if not shown:
        return
    yield Paragraph(
        say(
            "Robust: from 5 % to 95 % the decision and what is realised there both vary by one "
            "place, or by at most a twentieth of their median. Otherwise one of them is named: the "
            "decision if that varies, else what is realised. It hangs on a factor that explains at "
            "least half of its variance."
        )
    )
    varied = sorted(shown, key=_by_width)
    yield _strips(varied, language)
    columns = (
        Column("name", say("Municipality")),
        Column("number", say("number")),
        Column("is", say("is")),
        Column("factor", say("strongest factor")),
        Column("explains", say("explains"), "percent"),
        *_spread_columns(language),
        Column("realised_p5", say("realised, 5 %"), "number"),
        Column("realised_p95", say("realised, 95 %"), "number"),
    )
    rows = tuple(_municipality(one, language) for one in varied)
    caption = say(
        "Places decided, both kinds, the widest spread first; then places realised there after "
        "merges."
    )
    yield Table(say("Municipalities"), caption, columns, rows)


def _by_width(one: MunicipalityOutcome) -> tuple[bool, int, int, str]:
    return one.robust, -_width(one.decision), -_width(one.realised), one.code


def _width(one: Percentiles) -> int:
    return one.p95 - one.p5


def _municipality(one: MunicipalityOutcome, language: Language) -> tuple[Cell, ...]:
    numbers = {"decision": language.say("decision"), "realised": language.say("realised places")}
    return (
        one.name,
        language.say("both") if one.robust else numbers[one.about],
        *_hangs(one, language),
        *_spread(one.decision),
        one.realised.p5,
        one.realised.p95,
    )


def _hangs(one: MunicipalityOutcome | PlanFigure, language: Language) -> tuple[Cell, Cell, Cell]:
    """Whether a number is robust, the strongest factor, and how much that explains."""
    strongest = one.explained[0] if one.explained else None
    return (
        _is(one, language),
        strongest.factor if strongest else "",
        strongest.part if strongest else None,
    )


def _is(one: MunicipalityOutcome | PlanFigure, language: Language) -> str:
    if one.robust:
        return language.say("robust")
    return language.say("hangs on") if one.hangs_on else language.say("varies")


def _plan(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say, plan = language.say, answer.plan
    if plan is None:
        return
    # Files of earlier versions do not say on what these hang.
    hangs: dict[str, tuple[Cell, Cell, Cell]] = {
        one.figure: _hangs(one, language) for one in answer.plan_figures
    }
    rows = tuple(
        (words, *_spread(getattr(plan, name)), *hangs.get(name, ("", "", None)))
        for name, words in _plan_figures(language).items()
    )
    columns = (
        Column("figure", say("Amount")),
        *_spread_columns(language),
        Column("is", say("is")),
        Column("factor", say("strongest factor")),
        Column("explains", say("explains"), "percent"),
    )
    yield Table(say("Merging"), say("What the plan of merged tasks comes to."), columns, rows)


def _plan_figures(language: Language) -> dict[str, str]:
    say = language.say
    return {
        "moved_tasks": say("moved tasks"),
        "moved_places": say("moved places"),
        "undersized": say("undersized tasks"),
        "place_km": say("place-km"),
    }


def _levels(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say = language.say
    names = {"realised": say("realised"), "falls through": say("falls through")}
    rows = tuple(
        (
            one.factor,
            names.get(one.level, one.level),
            one.points,
            one.unproven,
            one.task,
            one.short,
            one.moved_tasks,
            one.undersized,
            one.place_km,
        )
        for one in answer.levels
    )
    if answer.many_values:
        yield Paragraph(
            say(
                "Factors with more than twenty values have no rows here: {factors}.",
                factors=language.listed(list(answer.many_values)),
            )
        )
    if not rows:
        return
    columns = (
        Column("factor", say("Factor")),
        Column("level", say("value")),
        Column("points", say("points"), "number"),
        Column("unproven", say("not proven"), "number"),
        Column("task", say("task"), "number"),
        Column("short", say("left to divide"), "number"),
        Column("moved", say("moved tasks"), "number"),
        Column("undersized", say("undersized tasks"), "number"),
        Column("km", say("place-km"), "number"),
    )
    yield Table(say("Levels"), say("The mean of all points with that value."), columns, rows)


def _indices(answer: StudyAnswer, language: Language) -> Iterator[Block]:
    say = language.say
    if answer.lacks_indices:
        yield Paragraph(
            say(
                "There are none: {left} of {points} points have no division, and these indices "
                "compare points in pairs.",
                left=answer.points - (answer.answered or 0),
                points=answer.points,
            )
        )
    if not answer.indices:
        return
    numbers = {
        "short": say("left to divide"),
        "decision": say("decision"),
        "realised": say("realised places"),
        **_plan_figures(language),
    }
    sobol = answer.design == "sobol"
    words = (say("alone"), say("with others")) if sobol else (say("mean effect"), say("deviation"))
    columns = (
        Column("of", say("Of")),
        Column("number", say("number")),
        Column("factor", say("factor")),
        Column("first", words[0], "number"),
        Column("second", words[1], "number"),
        Column("confidence", "± (95 %)", "number"),
    )
    rows = tuple(
        (
            one.name or say("all municipalities"),
            numbers[one.number] if one.number is not None else "",
            one.factor,
            *((one.first, one.total) if sobol else (one.mean_effect, one.deviation)),
            one.confidence,
        )
        for one in answer.indices
    )
    caption = (
        say("Sobol: the part of the variance that a factor explains alone, and with others.")
        if sobol
        else say("Morris: the mean size of the elementary effects and their deviation, in places.")
    )
    yield Table(say("Indices"), caption, columns, rows)


def _origin(answer: StudyAnswer, language: Language) -> Items:
    say = language.say
    words = {
        "optimal": say("proven"),
        "feasible": say("not proven"),
        "infeasible": say("not possible"),
        "unknown": say("not found"),
        "refused": say("refused"),
        "defect": say("defect in the program"),
        "not run": say("not run"),
    }
    statuses = ", ".join(
        f"{words.get(status, status)} {language.number(count)}"
        for status, count in answer.statuses.items()
    )
    said = [
        say("Made by the allocator {allocator}.", allocator=answer.allocator),
        say("Design: {design}, seed {seed}.", design=answer.design, seed=str(answer.seed)),
        say("Factors: {factors}.", factors=language.listed(list(answer.factors))),
        say("Points by the status of their run: {statuses}.", statuses=statuses),
        say("Study, sha256: {sha}.", sha=answer.sha256),
    ]
    return Items(tuple(said))
