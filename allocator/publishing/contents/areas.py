# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What has to close, how to redo it by hand, and who takes over from whom."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.apportionment.by_hand import in_short
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Cell, Column, Items, Paragraph, Section, Table
from models.division import Division
from models.result import AreaResult


def areas(view: View) -> Section:
    """The account of every area: task, what counts, rest."""
    table = _table(view)
    return Section(view.say("What has to close"), (table,), anchor="areas")


def _table(view: View) -> Table:
    say = view.say
    columns = (
        Column("area", say("Area")),
        Column("task", say("task"), "number"),
        Column("task_amv", say("of which amv"), "number"),
        Column("counted", say("counted"), "number"),
        Column("counted_amv", say("of which amv"), "number"),
        Column("unlocated", say("without a municipality"), "number"),
        Column("unlocated_amv", say("of which amv"), "number"),
        Column("handed", say("taken over by others"), "number"),
        Column("handed_amv", say("of which amv"), "number"),
        Column("rest_amv", say("rest, amv"), "number", REST_AMV),
        Column("rest_regular", say("rest, regular"), "number", REST_REGULAR),
        Column("rest", say("rest"), "number", "{rest_regular} + {rest_amv}"),
        Column("surplus", say("above the task"), "number"),
        Column("over", say("amv above the task"), "number"),
    )
    rows = tuple(_row(one) for one in view.areas)
    total = summed(view, columns, rows) if len(rows) > 1 else None
    return Table(
        name=say("Areas"),
        caption=say("Places per area. The rest is the task less what counts, amv first."),
        columns=columns,
        rows=rows,
        total=total,
    )


REST_AMV = "MAX(0, {task_amv} - {counted_amv} - {unlocated_amv}) - {handed_amv}"
# The amv rest comes first, so it is taken off what is left of the whole task.
REST_REGULAR = (
    "MAX(0, {task} - {counted} - {unlocated} - {rest_amv} - {handed_amv})"
    " - ({handed} - {handed_amv})"
)


def _row(one: AreaResult) -> tuple[Cell, ...]:
    told: tuple[Cell, ...] = (
        one.rest.amv,
        one.rest.regular,
        one.rest.total,
        one.surplus.total,
        one.over_task,
    )
    return (
        one.name,
        one.task.total,
        one.task.amv,
        one.counted.total,
        one.counted.amv,
        one.unlocated.total,
        one.unlocated.amv,
        one.handed_over.total,
        one.handed_over.amv,
        *(told if one.known else (None,) * 5),
    )


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
