# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a frontier: its points, the knee, what it beats, and what has no division."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO

from allocator.reporting.delimited import harmless
from allocator.reporting.pages import Cell, Page, Sheet, in_decimals
from models.frontier import Curve, FrontierAnswer, Measure, Point
from models.places import Places

STATUS = {
    "optimal": "every point is proven, and none is missing",
    "feasible": "not all is proven, or found",
    "ladder": "every point is proven for its minimum site; others may lie between",
    "infeasible": "there is no division",
    "unknown": "nothing was found in time",
}
STEP = {"minimum-site": ">Minimum site", "participants": ">At most", "merging": ""}
# What a measure is called above a column; in the order in which they are shown.
CALLED: dict[Measure, str] = {
    "most_participants": "most participants",
    "moved_tasks": "moved tasks",
    "small_tasks": "small tasks",
    "participants": "participants",
    "deviation": "deviation",
    "deviation_as_divided": "as divided",
    "place_km": "place-km",
    "sites": "sites",
}
NOT_BEATEN = "Of these points none is beaten: less of the one is more of the other."
LADDER = (
    "A ladder of minimum sites: each point has the least deviation for its own. Other mixtures of "
    "large and small sites may lie between them, or do better."
)
POINTS = {
    0: "No point was found.",
    1: "One point is at least as good as every other in both: there is nothing to weigh.",
}
# With fewer there is no line to lie below.
LEAST_POINTS = 3
PLACES = ("counted", "rest", "decision", "realised")
PARTS = ("total", "regular", "amv")


def frontier_pages(answer: FrontierAnswer) -> list[Page]:
    """What was weighed, then each curve."""
    said = (
        f"Raming {answer.raming}. Status: {answer.status} ({_status(answer)}). "
        f"Verification: {answer.verified:,} checks, 0 failures."
    )
    pages = [Page(f"{answer.title or answer.scenario} ({answer.scenario})", (said,))]
    for curve in answer.curves:
        pages += _curve(answer, curve)
    return [page for page in pages if page]


def _status(answer: FrontierAnswer) -> str:
    ladder = answer.status == "feasible" and all(_is_ladder(answer, one) for one in answer.curves)
    return STATUS["ladder" if ladder else answer.status]


def _is_ladder(answer: FrontierAnswer, curve: Curve) -> bool:
    """Whether only its steps bound what is known: each of them is proven."""
    proven = all(point.proven for point in curve.all_points)
    return answer.by == "minimum-site" and proven and not curve.not_tried


def _curve(answer: FrontierAnswer, curve: Curve) -> Iterator[Page]:
    whose = f", {curve.kind}" if curve.kind else ""
    heading = f"{CALLED[curve.across].capitalize()} against {CALLED[curve.up]}{whose}"
    ladder = _is_ladder(answer, curve) and not curve.complete
    first = answer.curves[0] is curve
    about = tuple(_about(curve, first=first, ladder=ladder))
    yield Page(heading, about, sheet=_sheet(answer, curve))
    beaten = tuple(_beaten(curve, one) for one in curve.dominated)
    no_better = f"{len(beaten):,} {'is' if len(beaten) == 1 else 'are'} no better than another"
    said = f"Of {len(curve.all_points):,} points {no_better}."
    yield Page(f"Off the frontier{whose}", (said,) * bool(beaten), items=beaten)
    refused = (
        f"{one.override or 'the scenario'}: {' '.join(one.reasons)}" for one in curve.infeasible
    )
    yield Page(f"Without a division{whose}", items=tuple(refused))


def _about(curve: Curve, *, first: bool, ladder: bool) -> Iterator[str]:
    if ladder and curve.points:
        yield LADDER
    else:
        yield POINTS.get(len(curve.points), NOT_BEATEN)
    if curve.kind:
        yield (
            "Deviation: the least sum of what lies above and below pro rata, in places; as "
            "divided: that of the places, which are rounded. Small: fewer than "
            f"{curve.small:,} {curve.kind} places in all."
        )
    else:
        yield "As few tasks are left undersized as can be."
    if curve.knee:
        yield f"The knee, farthest from the line between the two ends: {curve.knee}."
    elif len(curve.points) >= LEAST_POINTS:
        yield "There is no knee: no point lies on the better side of the line between the ends."
    if curve.not_tried:
        steps = ", ".join(f"{step:,}" for step in curve.not_tried)
        yield f"Not tried, or nothing found in time: {steps}. The frontier may not be complete."
    elif not curve.complete and not ladder:
        yield "Not all of it is proven: there may be better points."
    if curve.points and first:
        yield "`--point N` shows all municipalities behind point N."


def _sheet(answer: FrontierAnswer, curve: Curve) -> Sheet | None:
    if not curve.points:
        return None
    measures = [one for one in _measures(curve) if one != "most_participants"]
    step = [STEP[answer.by]] if STEP[answer.by] else []
    rows = tuple(
        (
            one.number,
            *([one.step] if step else []),
            *(one.values[measure] for measure in measures),
            _marks(one),
        )
        for one in curve.points
    )
    columns = (">Point", *step, *(f">{CALLED[measure]}" for measure in measures), "")
    return Sheet(columns, rows)


def _measures(curve: Curve) -> list[Measure]:
    return [one for one in CALLED if any(one in point.values for point in curve.all_points)]


def _marks(point: Point) -> str:
    marks = {"knee": point.knee, "not proven": not point.proven}
    return ", ".join(mark for mark, holds in marks.items() if holds)


def _beaten(curve: Curve, point: Point) -> str:
    what = point.override or f"{in_decimals(point.values['sites'])} sites"
    values = ", ".join(
        f"{CALLED[one]} {in_decimals(point.values[one])}" for one in (curve.across, curve.up)
    )
    return f"{what}: {values}; point {point.instead} is at least as good."


def points_csv(answer: FrontierAnswer) -> str:
    """One row per point, those off the frontier too; numbers that are not whole as fractions."""
    measures = [one for one in CALLED if any(one in _measures(curve) for curve in answer.curves)]
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(["kind", "point", "step", "override", *measures, "proven", "knee", "instead"])
    for curve in answer.curves:
        for one in curve.all_points:
            values = [_plain(one.values.get(measure)) for measure in measures]
            proven, knee = ("yes" if holds else "no" for holds in (one.proven, one.knee))
            head = (curve.kind, one.number, one.step, one.override)
            writer.writerow([*head, *values, proven, knee, one.instead])
    return page.getvalue()


def _plain(value: Fraction | None) -> Cell:
    return None if value is None else str(value)


def municipalities_of_points_csv(answer: FrontierAnswer) -> str:
    """One row per municipality and point, those off the frontier too."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    numbers = [f"{what}_{part}" for what in PLACES for part in PARTS]
    writer.writerow(["kind", "point", "step", "code", "name", "region", *numbers])
    for curve in answer.curves:
        for point in curve.all_points:
            for one in point.municipalities:
                texts = (one.code, harmless(one.name), harmless(one.region))
                places = [number for what in PLACES for number in _numbers(getattr(one, what))]
                writer.writerow([curve.kind, point.number, point.step, *texts, *places])
    return page.getvalue()


def _numbers(places: Places | None) -> tuple[int | None, ...]:
    return (None,) * 3 if places is None else (places.total, places.regular, places.amv)
