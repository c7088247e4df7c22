# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What has to close, how to redo it by hand, and who takes over from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allocator.apportionment.by_hand import in_short
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Cell, Column, Items, Paragraph, Section, Table
from models.division import Division
from models.places import Places
from models.result import AreaResult


def areas(view: View) -> Section:
    """The account of every area: task, what counts, rest."""
    table = _table(view)
    return Section(view.say("What has to close"), (table,), anchor="areas")


def _table(view: View) -> Table:
    say = view.say
    quantities = ["task", "counted", *(one for one in OPTIONAL if view.sum_of(one))]
    words = {
        "task": say("task"),
        "counted": say("counted"),
        "unlocated": say("without a municipality"),
        "handed_over": say("taken over by others"),
    }
    columns = [Column("area", say("Area"))]
    for what in quantities:
        columns.append(Column(what, words[what], "number"))
        columns.append(Column(f"{what}_amv", say("of which amv"), "number"))
    columns += [
        Column("rest_amv", say("rest, amv"), "number", _rest_amv(quantities)),
        Column("rest_regular", say("rest, regular"), "number", _rest_regular(quantities)),
        Column("rest", say("rest"), "number", "{rest_regular} + {rest_amv}"),
        Column("surplus", say("above the task"), "number"),
        Column("over", say("amv above the task"), "number"),
    ]
    rows = tuple(_row(one, quantities) for one in view.areas)
    total = summed(view, tuple(columns), rows) if len(rows) > 1 else None
    return Table(
        name=say("Areas"),
        caption=say("Places per area. The rest is the task less what counts, amv first."),
        columns=tuple(columns),
        rows=rows,
        total=total,
    )


# Told only where there are any.
OPTIONAL = ("unlocated", "handed_over")


def _rest_amv(quantities: Sequence[str]) -> str:
    unlocated = " - {unlocated_amv}" if "unlocated" in quantities else ""
    handed = " - {handed_over_amv}" if "handed_over" in quantities else ""
    return f"MAX(0, {{task_amv}} - {{counted_amv}}{unlocated}){handed}"


def _rest_regular(quantities: Sequence[str]) -> str:
    """The amv rest comes first, so it is taken off what is left of the whole task."""
    unlocated = " - {unlocated}" if "unlocated" in quantities else ""
    first, handed = "{rest_amv}", ""
    if "handed_over" in quantities:
        first += " - {handed_over_amv}"
        handed = " - ({handed_over} - {handed_over_amv})"
    return f"MAX(0, {{task}} - {{counted}}{unlocated} - {first}){handed}"


def _row(one: AreaResult, quantities: Sequence[str]) -> tuple[Cell, ...]:
    parts: list[Places] = [getattr(one, what) for what in quantities]
    rest = (one.rest.amv, one.rest.regular, one.rest.total, one.surplus.total, one.over_task)
    numbers = (number for places in parts for number in (places.total, places.amv))
    return (one.name, *numbers, *(rest if one.known else (None,) * len(rest)))


def summed(
    view: View, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> tuple[Cell, ...]:
    """A row of sums over the columns of numbers; what is not known is in no sum."""
    total: list[Cell] = [view.say("Total")]
    for at, column in enumerate(columns[1:], start=1):
        cells = [row[at] for row in rows]
        whole = [cell for cell in cells if isinstance(cell, int)]
        total.append(sum(whole) if column.kind == "number" and whole else None)
    return tuple(total)


def takeovers(view: View) -> Section:
    """Who takes over how much from whom; nothing where nobody does."""
    say, names = view.say, {one.code: one.name for one in view.result.provinces}
    rows = tuple(
        (
            names[one.giver],
            names[one.taker],
            view.kind(one.kind),
            one.places,
            one.distance_km,
            say("estimate") if {one.giver, one.taker} & view.result.estimated_provinces else "",
        )
        for one in view.result.takeovers
        if view.province in (None, one.giver, one.taker)
    )
    columns = (
        Column("giver", say("Takes over")),
        Column("taker", say("from")),
        Column("kind", say("kind")),
        Column("places", say("places"), "number"),
        Column("km", say("km"), "number"),
        Column("estimate", say("estimate")),
    )
    caption = say("Distances are between the middles of provinces, the mean of municipalities.")
    table = Table(say("Takeovers"), caption, columns, rows)
    blocks: tuple[Block, ...] = (table,) if rows else ()
    return Section(say("Who takes over from whom"), blocks, anchor="takeovers")


def by_hand(view: View) -> Section:
    """The divisor of every division of a rest, with which all places can be redone."""
    items = tuple(_by_hand(view))
    base = view.reading.settings.distribution.base
    about = (
        view.say("The weight of a municipality is its share of that kind.")
        if base == "share"
        else view.say("The weight of a municipality is what it lacks of its share of that kind.")
    )
    blocks: tuple[Block, ...] = (Paragraph(about), Items(items)) if items else ()
    return Section(view.say("How to redo it by hand"), blocks, anchor="by-hand")


def _by_hand(view: View) -> Iterator[str]:
    for one in view.divisions:
        said = view.say(
            "{area}, {kind}: {places} places to divide.",
            area=_areas_of(view, one),
            kind=view.kind(one.kind),
            places=one.total,
        )
        yield f"{said} {view.language.repeat(in_short(one))}"


def _areas_of(view: View, division: Division) -> str:
    return view.language.listed([view.reading.name(code) for code in division.area.split("+")])
