# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a study: does it close, how short is it, and on what does a number hang."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from allocator.reporting.pages import Cell, Page, Sheet, shown
from models.sensitivity import (
    Index,
    MunicipalityOutcome,
    Percentiles,
    PlanFigure,
    StudyAnswer,
)

SPREAD = (">lowest", ">5 %", ">50 %", ">95 %", ">highest")
DECIDED = (">decided 5 %", ">50 %", ">95 %")
REALISED = (">realised 5 %", ">95 %")
PLAN_FIGURES = {
    "moved_tasks": "moved tasks",
    "moved_places": "moved places",
    "undersized": "undersized tasks",
    "place_km": "place-km",
}
NUMBERS = {"short": "short", "decision": "decision", "realised": "realised"}
KIND_NAMES = {"total": "all", "regular": "regular", "amv": "amv"}
# A country has hundreds; JSON and CSV have all of them.
MOST_ROWS = 60
MOST_INDICES = 60
MOST_REFUSED = 5
MORRIS = (
    "Trajectories of Morris show which factors matter. They are no draws: there are no chances and "
    "no percentiles."
)
LINE = 100
MOST_RECORDS = 20


def study_pages(answer: StudyAnswer) -> list[Page]:
    """All that a study says, what people ask first on top."""
    if answer.stopped:
        return [_stopped(answer)]
    pages = [
        _heading(answer),
        _refused(answer),
        _provinces(answer),
        _plan(answer),
        _levels(answer),
        _municipalities(answer),
        _indices(answer),
    ]
    return [page for page in pages if page]


def query_pages(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[Page]:
    """What a query found, as a table."""
    numeric = [
        all(isinstance(row[place], int | Fraction) or row[place] is None for row in rows)
        for place in range(len(columns))
    ]
    headings = (f">{name}" if one else name for name, one in zip(columns, numeric, strict=True))
    return [Page(_counted(rows), sheet=Sheet(tuple(headings), tuple(rows)))]


def record_pages(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[Page]:
    """What a query found, one list for each row: for tables that are wider than a line."""
    if _width_of(columns, rows) <= LINE:
        return query_pages(columns, rows)
    said = "As wide as they are, each is a list"
    more = f", and only the first {MOST_RECORDS} are shown" if len(rows) > MOST_RECORDS else ""
    lists = (
        Page(
            f"Row {number}",
            items=tuple(f"{name}: {shown(cell)}" for name, cell in zip(columns, row, strict=True)),
        )
        for number, row in enumerate(rows[:MOST_RECORDS], start=1)
    )
    return [Page(_counted(rows), (f"{said}{more}; --format csv has a table of all.",)), *lists]


def _counted(rows: Sequence[object]) -> str:
    return f"{len(rows):,} row{'s' * (len(rows) != 1)}"


def _width_of(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> int:
    """How many letters a table of it would be wide."""
    return sum(
        2 + max(len(name), *(len(shown(row[place])) for row in rows[:MOST_RECORDS]), 0)
        for place, name in enumerate(columns)
    )


def _heading(answer: StudyAnswer) -> Page:
    points = _points(answer.points)
    statuses = ", ".join(f"{count:,} {status}" for status, count in answer.statuses.items())
    about = (
        f"Base {answer.base}, raming {answer.raming} where no factor changes it. Design: "
        f"{answer.design}, {points}, {answer.runs:,} different runs, {answer.finished:,} finished"
        f"{f'; seed {answer.seed}' if answer.sampled else ''}. Points: {statuses}."
    )
    said = [about, *_counts(answer)]
    said += _tasks(answer)
    said += _unproven(answer)
    if not answer.complete:
        left = answer.runs - answer.finished
        said.append(f"NOT COMPLETE: {left:,} runs are missing; the same command goes on with them.")
    return Page(f"{answer.title or answer.name} ({answer.name})", tuple(said))


def _points(number: int) -> str:
    return f"{number:,} point{'s' * (number != 1)}"


def _tasks(answer: StudyAnswer) -> list[str]:
    """How the tasks come about, and whether points have several."""
    by_key, by_raming = answer.follows.get("key", 0), answer.follows.get("raming", 0)
    said = []
    if by_key and by_raming:
        said.append(
            f"Tasks come about in two ways: at {_points(by_key)} they follow the key, each "
            "municipality from the national need and a province the sum (Decree 2.1); at "
            f"{by_raming:,} the published ones stand and the key divides them. Compare points of "
            "one way; `follows` tells them apart with --query."
        )
    elif by_key:
        said.append(
            "Tasks follow the key: each municipality from the national need, a province the sum "
            "(Decree 2.1). Another key or need moves the task of a province."
        )
    elif by_raming:
        said.append(
            "Tasks are those of the raming: another key divides the task of a province, and moves "
            "it nowhere. By law it would (Decree 2.1): task.follows=key."
        )
    if answer.counted and (answer.raming_varies or answer.task_varies):
        said.append(
            "A factor changes the task: chances and percentiles lie over several tasks. What each "
            "value comes to stands under 'What does each value do?'."
        )
    return said


def _unproven(answer: StudyAnswer) -> list[str]:
    """What is said where figures are only the best found when a search ended."""
    if not answer.unproven:
        return []
    said = (
        f"NOT PROVEN: of {_points(answer.unproven)} that count the division or the plan of merges "
        "is only the best found when the search ended. Their decisions, moved tasks, undersized "
        "tasks and place-km may get better; with --query their `status` is feasible."
    )
    return [said]


def _stopped(answer: StudyAnswer) -> Page:
    """How far a study is: what its runs say takes seconds, which a stop does not have."""
    said = (
        f"NOT COMPLETE: stopped with {answer.finished:,} of {answer.runs:,} runs finished, in the "
        f"folder {answer.folder}; the same command goes on with the others, and tells what all say."
    )
    sheet = Sheet((">finished", ">runs"), ((answer.finished, answer.runs),))
    return Page(f"{answer.title or answer.name} ({answer.name})", (said,), sheet=sheet)


def _counts(answer: StudyAnswer) -> list[str]:
    """Which points chances and percentiles lie over, and what they are worth."""
    if answer.design == "morris":
        return [MORRIS]
    if not answer.counted:
        return ["No point with a chance has a division: there are no chances and no percentiles."]
    said = [f"{_counts_by(answer)} {_chances(answer)}"]
    if left := answer.points - answer.counted:
        repeated = ", and those of a Sobol design that repeat its draws"
        said.append(
            f"They lie over {answer.counted:,} points. {left:,} are left out: those without a "
            f"division or a chance{repeated * (answer.design == 'sobol')}."
        )
    return said


def _counts_by(answer: StudyAnswer) -> str:
    if answer.weighted:
        return "Each point counts by the product of the chances of its values."
    return "Each point counts alike."


def _chances(answer: StudyAnswer) -> str:
    if answer.weighted:
        return "Chances and percentiles are exact, given the chances of the study."
    if answer.sampled:
        return "Chances and percentiles are estimates from the draws."
    return "Chances and percentiles are parts of the points of the grid, no probabilities."


def _refused(answer: StudyAnswer) -> Page:
    said = [
        f"{_points(one.points)}, first "
        f"{' '.join(f'--set {line}' for line in one.first)}: {one.says}"
        for one in answer.refused[:MOST_REFUSED]
    ]
    if (more := len(answer.refused) - MOST_REFUSED) > 0:
        said.append(f"... and {more:,} more: see `refused` in the JSON.")
    return Page("Points whose settings do not go together, and were not run", items=tuple(said))


def _provinces(answer: StudyAnswer) -> Page:
    rows: list[tuple[Cell, ...]] = [
        (one.name, KIND_NAMES[one.kind], percent(one.closes), *_spread(one.short))
        for one in answer.provinces
    ]
    said = (
        "Closes: the chance that what counts meets the task, among the points with a division; "
        "what is infeasible, refused or not run is no part of it. Then how many places are left to "
        "divide: in 5 % of the chances at most the number under 5 %, and so on (nearest rank)."
    )
    sheet = Sheet(("Province", "kind", ">closes", *SPREAD), tuple(rows)) if rows else None
    return Page("How many places is it short?", (said,) if rows else (), sheet=sheet)


def _plan(answer: StudyAnswer) -> Page:
    heading = "What does merging come to?"
    if answer.plan is None:
        return Page(heading)
    hangs: dict[str, tuple[Cell, Cell, Cell]] = {
        one.figure: _hangs(one) for one in answer.plan_figures
    }
    rows = tuple(
        (words, *_spread(getattr(answer.plan, name)), *hangs.get(name, ("", "", None)))
        for name, words in PLAN_FIGURES.items()
    )
    said = _unproven(answer)
    columns = ("Figure", *SPREAD, "is", "strongest factor", ">explains")
    return Page(heading, tuple(said), sheet=Sheet(columns, rows))


def _levels(answer: StudyAnswer) -> Page:
    """What each value does, where there is more than a plan that is realised or not."""
    unproven = any(one.unproven for one in answer.levels)
    rows: list[tuple[Cell, ...]] = [
        (
            one.factor,
            one.level,
            one.points,
            *(one.unproven,) * unproven,
            one.task,
            *map(in_tenths, (one.short, one.moved_tasks, one.undersized, one.place_km)),
        )
        for one in answer.levels[:MOST_ROWS]
    ]
    columns = (
        "Factor",
        "value",
        ">points",
        *(">not proven",) * unproven,
        ">task",
        ">short",
        ">moved tasks",
        ">undersized",
        ">place-km",
    )
    sheet = Sheet(columns, tuple(rows)) if rows else None
    said = ["The mean of all points with that value; short: places left to divide."] * bool(rows)
    if len(answer.levels) > MOST_ROWS:
        said.append(f"The first {MOST_ROWS} of {len(answer.levels)}: see `levels` in the JSON.")
    if answer.many_values:
        said.append(
            f"Factors with more than 20 values have no rows here: {', '.join(answer.many_values)}. "
            "Ask --query for them; how much they explain stands with the numbers."
        )
    return Page("What does each value do?", tuple(said), sheet=sheet)


def _municipalities(answer: StudyAnswer) -> Page:
    shown = [one for one in answer.municipalities if one.kind == "total"]
    varied = sorted(shown, key=_widest_first)
    rows: list[tuple[Cell, ...]] = [
        (one.name, *_decided(one.decision), *_middle(one.realised), _which(one), *_hangs(one))
        for one in varied[:MOST_ROWS]
    ]
    about = (
        "Places decided and places realised there after merges, both kinds. Robust: from 5 % to "
        "95 % both vary by one place, or by at most a twentieth of their median. Otherwise one of "
        "them is named: the decision if that varies, else what is realised. Explains: the part of "
        "its variance that lies between the values of that factor; it hangs on one that explains "
        "at least half."
    )
    if answer.sampled:
        about += " Of a factor with too many values for the draws nothing is told."
    said = [about] if rows else []
    if len(varied) > MOST_ROWS:
        said.append(f"The first {MOST_ROWS} of {len(varied)}: see `municipalities` in the JSON.")
    columns = ("Municipality", *DECIDED, *REALISED, "number", "is", "strongest factor", ">explains")
    sheet = Sheet(columns, tuple(rows)) if rows else None
    return Page("Whose number is robust, and whose hangs on what?", tuple(said), sheet=sheet)


def _which(one: MunicipalityOutcome) -> str:
    """The number that is said to vary; of what is robust both are meant."""
    return "both" if one.robust else one.about


def _hangs(one: MunicipalityOutcome | PlanFigure) -> tuple[Cell, Cell, Cell]:
    is_ = "robust" if one.robust else "hangs on" if one.hangs_on else "varies"
    if not one.explained:
        return is_, "", None
    return is_, one.explained[0].factor, percent(one.explained[0].part)


def _indices(answer: StudyAnswer) -> Page:
    if answer.lacks_indices:
        return Page("Indices", (_no_indices(answer),))
    if not answer.indices:
        return Page("Indices")
    sobol = answer.design == "sobol"
    columns = (">alone", ">with others") if sobol else (">mean effect", ">deviation")
    rows = tuple(_index(one, sobol) for one in answer.indices[:MOST_INDICES])
    said = (
        "Sobol (2001): the part of the variance that a factor explains alone, and with others; "
        "of the numbers that vary. Estimates: below 0 or above 1 says that there are too few "
        "samples."
        if sobol
        else "Morris (1991): the mean size of the elementary effects, in places for the whole way "
        "from the first to the last value of a factor (of moved and undersized tasks in tasks, of "
        "place-km in those), and their standard deviation; of the numbers that vary."
    )
    more = len(answer.indices) - MOST_INDICES
    cut = (f"The first {MOST_INDICES} of {len(answer.indices)}: see `indices` in the JSON.",)
    headings = ("Of", "number", "factor", *columns, ">± (95 %)")
    return Page("Indices", (said, *cut * (more > 0)), sheet=Sheet(headings, rows))


def _no_indices(answer: StudyAnswer) -> str:
    left = answer.points - (answer.answered or 0)
    return (
        f"There are none: {left:,} of {answer.points:,} points have no division (they are "
        "infeasible, refused or not run), and these indices compare points in pairs. Narrow the "
        "values of the factors until every point has one, or take monte_carlo, which tells what "
        "each factor explains without them."
    )


def _index(one: Index, sobol: bool) -> tuple[Cell, ...]:
    numbers = (one.first, one.total) if sobol else (one.mean_effect, one.deviation)
    of = (one.name, NUMBERS[one.number]) if one.number in NUMBERS else _of_the_plan(one)
    return *of, one.factor, *numbers, one.confidence


def _of_the_plan(one: Index) -> tuple[str, str]:
    """A figure of the plan; files of earlier versions have none."""
    return ("all", PLAN_FIGURES[one.number]) if one.number is not None else (one.name, "")


def _spread(one: Percentiles) -> tuple[Cell, ...]:
    return one.low, one.p5, one.p50, one.p95, one.high


def _decided(one: Percentiles) -> tuple[Cell, ...]:
    return one.p5, one.p50, one.p95


def _middle(one: Percentiles) -> tuple[Cell, ...]:
    return one.p5, one.p95


def _widest_first(one: MunicipalityOutcome) -> tuple[bool, int, int, str]:
    return one.robust, -_width(one.decision), -_width(one.realised), one.code


def _width(one: Percentiles) -> int:
    return one.p95 - one.p5


def in_tenths(number: Fraction) -> str:
    """A number to one decimal; ≈ where that is not all of it."""
    tenths = round(number * 10)
    about = "" if Fraction(tenths, 10) == number else "≈"
    return f"{about}{tenths // 10:,}.{tenths % 10}"


def percent(part: Fraction) -> str:
    """A part of a whole to a tenth of a per cent; ≈ where that is not all of it."""
    tenths = round(part * 1000)
    about = "" if Fraction(tenths, 1000) == part else "≈"
    return f"{about}{tenths // 10}.{tenths % 10} %"
