# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report of a frontier: what is weighed, the points, the knee, and what each point gives."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.view import PROGRAM
from allocator.publishing.document import (
    Block,
    Cell,
    Column,
    Details,
    Document,
    Fact,
    Facts,
    Figure,
    Items,
    Paragraph,
    Section,
    Table,
)
from allocator.publishing.figures.curve import CurvePoint
from allocator.publishing.figures.curve import curve as curve_of
from allocator.publishing.languages import Language
from allocator.reporting.frontier import CALLED, LADDER, NOT_BEATEN, POINTS
from allocator.versions import day_of, installed
from models.frontier import Curve, FrontierAnswer, Measure, Point
from models.seal import seal_of_answer


def frontier(answer: FrontierAnswer, language: Language) -> Document:
    """The report of a frontier."""
    say = language.say
    return Document(
        name=f"{answer.scenario}-{say('frontier')}",
        title=say("What is weighed: {title}", title=str(language.repeat(answer.title))),
        subtitle=say(
            "Scenario {name}, raming {raming}.", name=answer.scenario, raming=answer.raming
        ),
        language=language,
        sections=tuple(_sections(answer, language)),
        identifier=seal_of_answer(answer.model_dump(mode="json")),
        made_by=f"{PROGRAM} {installed(PROGRAM)}",
        made_on=day_of(installed(PROGRAM)),
    )


def _sections(answer: FrontierAnswer, language: Language) -> Iterator[Section]:
    yield Section(language.say("In short"), (_facts(answer, language),), 2, "short")
    for number, curve in enumerate(answer.curves):
        heading = _heading(curve, language)
        yield Section(heading, tuple(_curve(answer, curve, language)), 2, f"curve-{number}")


def _facts(answer: FrontierAnswer, language: Language) -> Facts:
    say = language.say
    words = {
        "optimal": say("proven, none is missing"),
        "feasible": say("not all is proven, or found"),
        "infeasible": say("not possible"),
        "unknown": say("not found"),
    }
    points = sum(len(curve.points) for curve in answer.curves)
    beaten = sum(len(curve.dominated) for curve in answer.curves)
    return Facts(
        (
            Fact(
                say("Points that none beats"),
                language.number(points),
                say("{number} others are no better", number=beaten),
            ),
            Fact(
                say("Outcome"),
                words[answer.status],
                say("{checks} checks when it was made", checks=answer.verified),
            ),
        )
    )


def _heading(curve: Curve, language: Language) -> str:
    said = language.say(
        "{across} against {up}{kind}",
        across=language.say(CALLED[curve.across]),
        up=language.say(CALLED[curve.up]),
        kind=f", {language.say(curve.kind)}" if curve.kind else "",
    )
    return f"{said[:1].upper()}{said[1:]}"


def _curve(answer: FrontierAnswer, curve: Curve, language: Language) -> Iterator[Block]:
    say = language.say
    ladder = answer.by == "minimum-site" and not curve.complete
    about = LADDER if ladder and curve.points else POINTS.get(len(curve.points), NOT_BEATEN)
    yield Paragraph(say(about))
    if curve.kind:
        yield Paragraph(
            say(
                "Deviation: the least sum of what lies above and below pro rata, in places; as "
                "divided: that of the places, which are rounded. Small: fewer than {small} places "
                "in all.",
                small=curve.small or 0,
            )
        )
    if curve.knee:
        knee = str(language.repeat(curve.knee))
        said = say("The knee, farthest from the line between the two ends: {knee}.", knee=knee)
        yield Paragraph(said)
    if curve.points:
        yield _chart(curve, language)
        yield _points(answer, curve, language)
    refused = tuple(
        f"{one.override}: {' '.join(language.repeat(reason) for reason in one.reasons)}"
        for one in curve.infeasible
    )
    if refused:
        yield Paragraph(say("Without a division:"))
        yield Items(refused)
    if curve.not_tried:
        steps = language.listed([language.number(step) for step in curve.not_tried])
        yield Paragraph(say("Not tried, or nothing found in time: {steps}.", steps=steps))
    for point in curve.points:
        yield _municipalities(curve, point, language)


def _chart(curve: Curve, language: Language) -> Figure:
    """The points, those that none beats joined, the knee marked."""
    say = language.say
    points = [
        CurvePoint(
            across=point.value(curve.across),
            up=point.value(curve.up),
            standing="efficient" if point.instead is None else "dominated",
            knee=point.knee,
            label=language.number(point.number) if point.number is not None else "",
        )
        for point in curve.all_points
    ]
    across, up = say(CALLED[curve.across]), say(CALLED[curve.up])
    caption = say("Less is better of both. The numbers are those of the points in the table.")
    alternative = say(
        "A chart of {number} points: {across} across, {up} upwards. The table has the same "
        "numbers.",
        number=len(points),
        across=across,
        up=up,
    )
    whole = all(
        one.denominator == 1
        for point in curve.all_points
        for one in (point.value(curve.across), point.value(curve.up))
    )
    return Figure(caption, alternative, curve_of(points, across, up, language, whole=whole))


def _points(answer: FrontierAnswer, curve: Curve, language: Language) -> Table:
    say = language.say
    measures: list[Measure] = [
        one for one in CALLED if any(one in point.values for point in curve.all_points)
    ]
    columns = (
        Column("point", say("Point"), "number"),
        Column("setting", say("setting")),
        *(Column(one, say(CALLED[one]), "number") for one in measures),
        Column("mark", say("note")),
    )
    rows = tuple(
        (
            point.number,
            point.override,
            *(point.values.get(one) for one in measures),
            _mark(point, language),
        )
        for point in curve.all_points
    )
    whose = f", {say(curve.kind)}" if curve.kind else ""
    caption = say("Every point, those that none beats first.")
    return Table(f"{say('Points')}{whose}", caption, columns, rows)


def _mark(point: Point, language: Language) -> str:
    found = []
    if point.knee:
        found.append(language.say("knee"))
    if not point.proven:
        found.append(language.say("not proven"))
    if point.instead is not None:
        found.append(language.say("point {number} is at least as good", number=point.instead))
    return ", ".join(found)


def _municipalities(curve: Curve, point: Point, language: Language) -> Details:
    say = language.say
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.name,
            one.region,
            *(
                cell
                for places in (one.counted, one.rest, one.decision, one.realised)
                for cell in ((None, None) if places is None else (places.total, places.amv))
            ),
        )
        for one in point.municipalities
    )
    columns = [Column("name", say("Municipality")), Column("region", say("region"))]
    words = {
        "counted": say("counted"),
        "rest": say("rest"),
        "decision": say("decision"),
        "realised": say("realised"),
    }
    for key, word in words.items():
        formula = "{counted} + {rest}" if key == "decision" else ""
        amv = "{counted_amv} + {rest_amv}" if key == "decision" else ""
        columns += [
            Column(key, word, "number", formula),
            Column(f"{key}_amv", say("amv"), "number", amv),
        ]
    number = point.number or 0
    kind = f" {say(curve.kind)}" if curve.kind else ""
    name = f"{say('Point')} {language.number(number)}{kind}"
    caption = say("All municipalities at point {number}.", number=number)
    table = Table(name, caption, tuple(columns), rows)
    return Details(say("Point {number}: all municipalities", number=number), (table,))
