# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merged tasks: who realises how many places for whom, and what stays small."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.codes import code_cells, code_columns
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Cell, Column, Items, Paragraph, Section, Table
from models.merged import Merge
from models.result import Objective


def merges(view: View) -> Section:
    """Every merge with its members, the tasks that stay undersized, and what was minimised."""
    if not view.divided:
        return Section(view.say("Merged tasks"), ())
    blocks: list[Block] = [Paragraph(_about(view))]
    rows = [row for one in view.merges for row in _rows(view, one)]
    if rows:
        blocks.append(_table(view, rows))
    if view.undersized:
        blocks.append(_undersized(view))
    # One plan is made for all provinces together: what it comes to is told of the whole run.
    objectives = [one for one in view.result.objectives if one.stage == "merging"]
    if objectives and not view.is_part:
        blocks.append(Paragraph(view.say("Minimised in this order:")))
        blocks.append(Items(tuple(_objective(view, one) for one in objectives)))
    return Section(view.say("Merged tasks"), tuple(blocks), anchor="merges")


def _about(view: View) -> str:
    if not view.merges:
        return view.say("No task is merged with another.")
    return view.say(
        "A task stays with its municipality by law; a merge says where it is realised. Existing "
        "places count at the host already; with them the site is as large as the last column says."
    )


def _table(view: View, rows: list[tuple[Cell, ...]]) -> Table:
    say = view.say
    return Table(
        name=say("Merges"),
        caption=say("Whose places are realised where: one row for each task in a merge."),
        columns=(
            Column("member", say("Task of")),
            *code_columns(view, "member", say("Task of")),
            Column("kind", say("kind")),
            Column("host", say("realised in")),
            *code_columns(view, "host", say("realised in")),
            Column("km", say("km"), "number"),
            Column("places", say("places"), "number"),
            Column("together", say("merged at the host"), "number"),
            Column("existing", say("existing there"), "number"),
            Column("site", say("site"), "number", "{together} + {existing}"),
            Column("origin", say("origin")),
        ),
        rows=tuple(rows),
    )


def _rows(view: View, merge: Merge) -> Iterator[tuple[Cell, ...]]:
    origin = view.say("proposed") if merge.origin == "proposed" else view.say("computed")
    for member in merge.members:
        own = member.code == merge.host
        yield (
            member.name,
            *code_cells(view, member.code),
            view.kind(merge.kind),
            view.say("{host} (its own)", host=merge.host_name) if own else merge.host_name,
            *code_cells(view, merge.host),
            member.distance_km,
            member.places,
            merge.places,
            merge.existing,
            merge.places + merge.existing,
            origin,
        )


def _undersized(view: View) -> Table:
    say = view.say
    return Table(
        name=say("Undersized"),
        caption=say("Tasks that stay smaller than a viable site, and why."),
        columns=(
            Column("name", say("Municipality")),
            *code_columns(view),
            Column("kind", say("kind")),
            Column("places", say("places"), "number"),
            Column("missing", say("missing"), "number"),
            Column("reason", say("reason")),
        ),
        rows=tuple(
            (
                one.name,
                *code_cells(view, one.code),
                view.kind(one.kind),
                one.places,
                one.missing,
                view.repeat(one.reason),
            )
            for one in view.undersized
        ),
    )


def _objective(view: View, one: Objective) -> str:
    words = {
        "undersized": view.say("tasks that stay undersized"),
        "moved_tasks": view.say("tasks realised elsewhere"),
        "place_km": view.say("places x kilometres"),
        "balance": view.say("the largest realised / share of a host"),
        "sites": view.say("sites in use"),
    }
    said = f"{words[one.name]}: {view.language.number(one.value)}"
    if one.proven:
        return f"{said} ({view.say('proven to be the least, given those before it')})"
    bound = view.say("at least {bound} is proven", bound=one.bound)
    return f"{said} ({bound})"
