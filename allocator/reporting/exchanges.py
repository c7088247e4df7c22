# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of exchanges: every agreement with its conditions, and books of who is taken for it."""

from __future__ import annotations

from allocator.reporting.pages import Page, with_total
from models.exchange import CALLED, PEOPLE, RECEIVES, People
from models.result import Condition, ExchangeResult, RunResult

STATES = {True: "met", False: "not met", None: "open"}


def exchanges_page(result: RunResult) -> Page:
    """Every exchange of the scenario, whether it counts, and the state of its conditions."""
    return Page("Exchanges", items=tuple(_exchange(one) for one in result.exchanges))


def _exchange(one: ExchangeResult) -> str:
    """`kampen-dronten-2024: 200 regular places that stand in Dronten count with Kampen ...`."""
    until = f" until {one.until}" if one.until else ""
    places = one.counting if one.counts else one.places
    single = places == 1
    verb = ("counts" if single else "count") if one.counts else "would count"
    said = (
        f"{one.id}: {places:,} {one.kind} place{'' if single else 's'} that "
        f"stand{'s' * single} in {one.giver_name} {verb} with {one.taker_name}{until}."
    )
    if one.end == "extendable":
        said += " The agreement may be prolonged."
    for people in PEOPLE:
        if number := one.people(people):
            called = CALLED[people][number != 1]
            said += f" In return {one.taker_name} {RECEIVES[people]} {number:,} {called}."
    if not one.counts:
        said += f" It does not count: {one.reason}."
    return said + "".join(f" {_condition(condition)}" for condition in one.conditions)


def _condition(condition: Condition) -> str:
    """`Condition, open: Kampen shows 108 places of its own (74 of 108 are shown).`."""
    shown = ""
    if condition.shown is not None:
        shown = f" ({condition.shown:,} of {condition.places:,} are shown)"
    return f"Condition, {STATES[condition.met]}: {condition.text}{shown}."


def people_page(result: RunResult, people: People) -> Page:
    """Places against people: what both ends have before and after."""
    more = CALLED[people][1]
    columns = (
        "Municipality",
        ">places before",
        ">after",
        f">{more} before",
        ">more",
        ">after",
    )
    rows = [
        (
            one.name,
            one.places_before.total,
            one.places_after.total,
            one.before,
            one.change,
            one.after,
        )
        for one in result.books(people)
    ]
    said = (
        f"Who takes places {RECEIVES[people]} {more} of the giver, so that of both kinds none is "
        f"lost. {_outside(result, people)}Pledges of regions are left as they are split."
    )
    sheet = with_total(columns, rows) if rows else None
    return Page(f"Places against {more}", (said,) if rows else (), sheet=sheet)


def _outside(result: RunResult, people: People) -> str:
    """Which ends have no row here: without them the sums before and after differ."""
    inside = {one.code for one in result.municipalities}
    ends = sorted(
        {
            (code, name)
            for one in result.exchanges
            if one.counts and one.people(people)
            for code, name in ((one.giver, one.giver_name), (one.taker, one.taker_name))
            if code not in inside
        }
    )
    if not ends:
        return ""
    names = ", ".join(name for _, name in ends)
    verb = "lies" if len(ends) == 1 else "lie"
    return (
        f"{names} {verb} outside the scenario and {'has' if len(ends) == 1 else 'have'} no row: "
        "what is missing in the sums here is there. "
    )
