# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The municipalities: share, counted, rest, decision and where the places are realised."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.publishing.contents.areas import summed
from allocator.publishing.contents.codes import code_cells, code_columns
from allocator.publishing.contents.view import View
from allocator.publishing.document import Cell, Column, Table
from models.places import Places
from models.result import MunicipalityResult, ProvinceResult

# What cannot be told of a municipality where a report is of its whole province.
OF_A_PLACE = ("counted", "decision", "realised")
QUANTITIES = ("share", "counted", "rest", "decision", "realised")


def municipalities(view: View, province: ProvinceResult) -> Table:
    """One row for each municipality of a province, total and amv beside each other."""
    listed = view.within(province)
    columns = tuple(_columns(view))
    known = view.counts_by_place(province)
    rows = tuple(_row(view, one, known) for one in listed)
    several = len(view.provinces) > 1
    return Table(
        name=province.name if several else view.say("Municipalities"),
        caption=view.say(
            "{province}: places per municipality, and the amv places among them.",
            province=province.name,
        ),
        columns=columns,
        rows=rows,
        total=summed(view, columns, rows) if len(rows) > 1 else None,
        anchors=tuple(one.code for one in listed),
        notes=(_legend(view, listed), *_beside(view, province)),
        file=view.say("Municipalities"),
    )


def _columns(view: View) -> list[Column]:
    say = view.say
    words = {
        "share": say("share"),
        "counted": say("counted"),
        "rest": say("rest"),
        "decision": say("decision"),
        "realised": say("realised"),
    }
    formulas = {"decision": "{counted} + {rest}", "decision_amv": "{counted_amv} + {rest_amv}"}
    found = [Column("name", say("Municipality")), *code_columns(view)]
    found.append(Column("region", say("region")))
    for what in QUANTITIES:
        found.append(Column(what, words[what], "number", formulas.get(what, "")))
        amv = f"{what}_amv"
        found.append(Column(amv, say("amv"), "number", formulas.get(amv, "")))
    return [*found, Column("notes", say("note"))]


def _row(view: View, one: MunicipalityResult, known: bool) -> tuple[Cell, ...]:
    """A row; what is known of the whole province only is no number of a municipality."""
    numbers: list[Cell] = []
    for what in QUANTITIES:
        places: Places | None = getattr(one, what)
        if not known and what in OF_A_PLACE:
            places = None
        numbers += [None, None] if places is None else [places.total, places.amv]
    return one.name, *code_cells(view, one.code), one.region, *numbers, _notes(view, one)


def _notes(view: View, one: MunicipalityResult) -> str:
    """What a reader must know of the numbers of a row, in words."""
    say = view.say
    found = []
    if one.share_status == "estimated":
        found.append(say("share estimated"))
    if one.pooled:
        found.append(say("pledge split"))
    if one.rest is None:
        return ", ".join(found)
    if not (one.eligible.regular or one.eligible.amv):
        found.append(say("not eligible"))
    elif not one.eligible.amv:
        found.append(say("eligible: regular only"))
    elif not one.eligible.regular:
        found.append(say("eligible: amv only"))
    return ", ".join(found)


def _legend(view: View, listed: Sequence[MunicipalityResult]) -> str:
    said = view.say(
        "Decision = counted + rest. Realised: where the places stand after merges and exchanges."
    )
    if any(one.share_status == "estimated" for one in listed):
        said += " " + view.say(
            "Share estimated: the official number is not published; see how it was made."
        )
    if any(one.pooled for one in listed):
        said += " " + view.say(
            "Pledge split: places that a region pledges together are split by an estimate."
        )
    return said


def _beside(view: View, province: ProvinceResult) -> list[str]:
    """What is decided in the province and stands in no row."""
    said = []
    if not view.counts_by_place(province):
        said.append(
            view.say(
                "What counts is known for the whole province at most, so it is not told of its "
                "municipalities, nor are their decisions."
            )
        )
    if province.unlocated:
        said.append(
            view.say(
                "{places} count and belong to no municipality: they are decided as well, and stand "
                "in no row.",
                places=province.unlocated,
            )
        )
    if len(view.result.provinces) == 1:
        said += [
            view.say(
                "{places} {kind} places of these decisions stand elsewhere, in {name}.",
                places=one.places,
                kind=view.kind(one.kind),
                name=one.name,
            )
            for one in view.result.realised_elsewhere
        ]
    return said
