# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The municipalities of compared runs, line by line: places, parts of the task, ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from allocator.reporting.comparison_columns import letter_and_raming, side_by_side
from allocator.reporting.pages import Cell, Page, Sheet
from models.comparison import (
    QUANTITIES,
    Change,
    ComparisonResult,
    Figures,
    MunicipalityLine,
    Quantity,
)
from models.places import Places, total_of

# CSV and JSON have all of them.
MOST_ROWS = 40
MOST_RANKS = 15
PERCENT = 100
ABOUT: dict[Quantity, str] = {
    "share": "what the key gives",
    "counted": "what counts",
    "rest": "places of the rest",
    "decision": "counted + rest",
    "realised": "where places stand after merges and exchanges",
}
# What is decided comes first.
ORDER: tuple[Quantity, ...] = ("decision", *(one for one in QUANTITIES if one != "decision"))

Rank = Literal["rank", "rank_per_thousand"]


def line_pages(answer: ComparisonResult) -> Iterator[Page]:
    """Per quantity the places of every run; of all but the decision only what differs."""
    same = []
    for quantity in ORDER:
        pages = list(_quantity(answer, quantity))
        yield from pages
        if not pages:
            same.append(f"{quantity} ({ABOUT[quantity]})")
    if same:
        yield Page("The same in all runs", (f"For every municipality: {', '.join(same)}.",))
    if len(answer.ramings) > 1:
        yield from _parts(answer)
    yield _ranks(answer, "rank", "decision")
    yield _ranks(answer, "rank_per_thousand", "places per 1,000 inhabitants")


def _quantity(answer: ComparisonResult, quantity: Quantity) -> Iterator[Page]:
    for runs in side_by_side(answer):
        lines = list(answer.municipalities)
        if quantity != "decision":
            lines = [line for line in lines if _differs(line, quantity, runs)]
        if not lines:
            continue
        rows = [_row(line, quantity, runs) for line in lines]
        whole = quantity == "decision"
        shown = [*rows, _total(answer, runs)] if whole else _cut(rows, MOST_ROWS)
        said = f"{ABOUT[quantity][0].upper()}{ABOUT[quantity][1:]}: places, and the amv among them."
        only = "" if whole else " Only municipalities that differ."
        columns = ("Municipality", *_columns(answer, runs))
        yield Page(
            f"Per municipality: {quantity}",
            (said + only,),
            sheet=Sheet(columns, tuple(shown), total=whole),
        )


def _columns(answer: ComparisonResult, runs: Sequence[int]) -> Iterator[str]:
    """Per run its places, and but for the first the difference."""
    first = answer.runs[0].letter
    for number in runs:
        run = answer.runs[number]
        yield from (f">{letter_and_raming(run)}", ">amv")
        if number:
            yield from (f">{run.letter}-{first}", ">amv")


def _differs(line: MunicipalityLine, quantity: Quantity, runs: Sequence[int]) -> bool:
    values = [_of(line.figures[number], quantity) for number in runs]
    return any(value != values[0] for value in values)


def _of(figures: Figures | None, quantity: Quantity) -> Places | None:
    return figures.of(quantity) if figures else None


def _row(line: MunicipalityLine, quantity: Quantity, runs: Sequence[int]) -> tuple[Cell, ...]:
    row: list[Cell] = [line.name]
    for number in runs:
        figures = line.figures[number]
        row += _numbers(_of(figures, quantity))
        if number:
            less = figures.difference if figures else None
            row += _numbers(less.of(quantity) if less else None)
    return tuple(row)


def _numbers(of: Places | Change | None) -> tuple[Cell, Cell]:
    return (None, None) if of is None else (of.total, of.amv)


def _total(answer: ComparisonResult, runs: Sequence[int]) -> tuple[Cell, ...]:
    """The decisions of each run; a difference only where both decide for the same ones."""
    row: list[Cell] = ["Total"]
    first = _decided(answer, 0)
    before = total_of(first.values())
    for number in runs:
        decided = _decided(answer, number)
        after = total_of(decided.values())
        row += _numbers(after if decided else None)
        if number:
            same = decided and decided.keys() == first.keys()
            row += _numbers(Change.between(before, after) if same else None)
    return tuple(row)


def _decided(answer: ComparisonResult, number: int) -> dict[str, Places]:
    found = ((line.code, _of(line.figures[number], "decision")) for line in answer.municipalities)
    return {code: places for code, places in found if places is not None}


def _parts(answer: ComparisonResult) -> Iterator[Page]:
    """Decisions as percentages of the own task, where the ramings differ."""
    said = (
        "The decision in percent of the task of its province in the same run, so of its own "
        "raming; the differences are percentage points."
    )
    for runs in side_by_side(answer):
        rows = []
        for line in answer.municipalities:
            row: list[Cell] = [line.name]
            for number in runs:
                figures = line.figures[number]
                row.append(_percent(figures.part if figures else None))
                if number:
                    less = figures.difference if figures else None
                    row.append(_percent(less.part if less else None))
            rows.append(tuple(row))
        columns = [one for one in _columns(answer, runs) if one != ">amv"]
        sheet = Sheet(("Municipality", *columns), tuple(_cut(rows, MOST_ROWS)))
        yield Page("Per municipality: the decision as a part of the own task", (said,), sheet=sheet)


def _percent(part: Fraction | None) -> Cell:
    return None if part is None else PERCENT * part


def _ranks(answer: ComparisonResult, which: Rank, by: str) -> Page:
    """Who moves most in the order by decision, or by places per inhabitant."""
    moved, ranked = [], 0
    for line in answer.municipalities:
        ranks = [rank for one in line.figures if one and (rank := getattr(one, which)) is not None]
        ranked += bool(ranks)
        if len(set(ranks)) > 1:
            moved.append((-max(abs(rank - ranks[0]) for rank in ranks), line.code, line))
    heading = f"Rank changes by {by}"
    if not moved:
        return Page(heading, ("Nobody changes rank.",) if ranked else ("Not known.",))
    said = f"1 has most; {len(moved):,} of {ranked:,} change rank."
    rows = [
        (line.name, *(getattr(one, which) if one else None for one in line.figures))
        for _, _, line in sorted(moved)
    ]
    columns = ("Municipality", *(f">{letter_and_raming(run)}" for run in answer.runs))
    return Page(heading, (said,), sheet=Sheet(columns, tuple(_cut(rows, MOST_RANKS))))


def _cut(rows: Sequence[tuple[Cell, ...]], most: int) -> list[tuple[Cell, ...]]:
    """The first rows, and how many there are more."""
    shown = list(rows[:most])
    if len(rows) > most:
        more = f"... and {len(rows) - most:,} more in the CSV and JSON"
        shown.append((more, *(None for _ in rows[0][1:])))
    return shown
