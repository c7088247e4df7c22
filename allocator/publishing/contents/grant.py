# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant of Act 9(3): who gets how much, and whether it follows an exchange or a merge."""

from __future__ import annotations

from fractions import Fraction

from allocator.publishing.contents.codes import code_cells, code_columns
from allocator.publishing.contents.view import View
from allocator.publishing.document import Cell, Column, Section, Table
from models.grant import CENTS, Grant, GrantMove


def grant(view: View) -> Section:
    """Who gets what of the grant, and both sides of each move; nothing where it is not told."""
    told, heading = view.result.grant, view.say("Grant")
    if told is None or not any(one.divided for one in told.provinces):
        return Section(heading, ())
    return Section(heading, (_parts(view, told), _moves(view, told)), anchor="grant")


def _parts(view: View, told: Grant) -> Table:
    say, money = view.say, told.cents_per_place is not None
    columns = [
        Column("name", say("Municipality")),
        *code_columns(view),
        Column("provided", say("places provided"), "number"),
        Column("task", say("task"), "number"),
        Column("paid", say("granted before"), "number"),
        Column("places", say("places with a grant"), "number"),
    ]
    if money:
        columns.append(Column("euros", say("euros"), "number"))
    rows = tuple(
        (
            share.name,
            *code_cells(view, share.code),
            share.provided.total,
            share.task.total,
            share.paid,
            share.places,
            *((_euros(share.cents),) if money else ()),
        )
        for one in told.provinces
        for share in one.municipalities
        if share.code in view.codes
    )
    caption = say("The grant pro rata of the places provided; who has not met its task has none.")
    return Table(say("Grant"), caption, tuple(columns), rows)


def _moves(view: View, told: Grant) -> Table:
    say, money = view.say, told.cents_per_place is not None
    names = {one.code: one.name for one in view.result.municipalities}
    unit = "euros" if money else "places with a grant"
    columns = (
        Column("what", say("exchange or merge")),
        Column("kind", say("kind")),
        Column("moved", say("places"), "number"),
        Column("name", say("for")),
        Column("counted", f"{say(unit)}, {say('as counted')}", "number"),
        Column("standing", f"{say(unit)}, {say('where the places stand')}", "number"),
    )
    rows = tuple(
        (
            _called(view, move, names),
            say(move.kind),
            move.places,
            side.name,
            _euros(side.cents_counted) if money else side.counted,
            _euros(side.cents_standing) if money else side.standing,
        )
        for move in told.moves
        for side in move.sides
        if side.code in view.codes
    )
    caption = say("The grant as the run counts places, and if places count where they stand.")
    return Table(say("Grant and moves"), caption, columns, rows)


def _called(view: View, move: GrantMove, names: dict[str, str]) -> str:
    if move.of == "exchange":
        return move.name
    return view.say("merge at {host}", host=names[move.name])


def _euros(cents: int | None) -> Cell:
    return None if cents is None else Fraction(cents, CENTS)
