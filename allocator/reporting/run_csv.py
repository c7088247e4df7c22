# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lists of a run as CSV in machine form, beside the one of its municipalities."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from allocator.reporting.delimited import Rows, table_csv
from allocator.reporting.exchanges import STATES
from allocator.reporting.grant import grant_rows, move_rows
from models.exchange import People
from models.places import Places
from models.result import RunResult

PARTS = ("total", "regular", "amv")


def run_tables(result: RunResult) -> dict[str, str]:
    """Every list that a run has something in, by the name of its file."""
    tables = ((name, list(rows(result))) for name, rows in TABLES.items())
    return {name: table_csv(iter(rows)) for name, rows in tables if len(rows) > 1}


def _areas(result: RunResult) -> Rows:
    """What has to close; nothing is known of what counts where `known` is no."""
    what = ("task", "counted", "unlocated", "rest", "surplus", "handed_over")
    yield ("province", "code", "name", "known", *_columns(what), "over_task")
    for one in result.areas:
        parts = (one.task, one.counted, one.unlocated, one.rest, one.surplus, one.handed_over)
        numbers = (number for places in parts for number in _numbers(places))
        yield (one.province, one.code, one.name, _yes(one.known), *numbers, one.over_task)


def _provinces(result: RunResult) -> Rows:
    """The account of every province in the sums of the country."""
    what = ("task", "counted", "surplus", "shortage", "takes_over", "handed_over", "left", "unused")
    yield ("code", "name", "known", *_columns(what))
    for one in result.country.provinces if result.country else ():
        parts: Sequence[Places] = [getattr(one, name) for name in what]
        numbers = (number for places in parts for number in _numbers(places))
        yield (one.code, one.name, _yes(one.known), *numbers)


def _takeovers(result: RunResult) -> Rows:
    """Who takes over from whom, and whether the split into kinds rests on an estimate."""
    names = {one.code: one.name for one in result.provinces}
    yield ("giver", "giver_name", "taker", "taker_name", "kind", "places", "km", "estimated")
    estimated = result.estimated_provinces
    for one in result.takeovers:
        ends = (one.giver, names[one.giver], one.taker, names[one.taker])
        flag = _yes(bool({one.giver, one.taker} & estimated))
        yield (*ends, one.kind, one.places, one.distance_km, flag)


def _exchanges(result: RunResult) -> Rows:
    """Every exchange of the scenario, whether it counts, and what it hangs on."""
    yield (
        *("id", "giver", "giver_name", "taker", "taker_name", "kind", "places", "from", "until"),
        *("end", "counts", "reason", "condition", "condition_state", "status_holders"),
        *(f"{who}_without_{part}" for who in ("taker", "giver") for part in PARTS),
        *("row", "ukrainians"),
    )
    for one in result.exchanges:
        ends = (one.giver, one.giver_name, one.taker, one.taker_name)
        agreed = (one.kind, one.places, one.from_, one.until, one.end, _yes(one.counts), one.reason)
        hangs_on = "; ".join(condition.text for condition in one.conditions)
        states = "; ".join(STATES[condition.met] for condition in one.conditions)
        without = (*_numbers(one.taker_without), *_numbers(one.giver_without))
        more = (*without, one.row, one.ukrainians)
        yield (one.id, *ends, *agreed, hangs_on, states, one.status_holders, *more)


def _status_holders(result: RunResult) -> Rows:
    yield from _people(result, "status_holders")


def _ukrainians(result: RunResult) -> Rows:
    yield from _people(result, "ukrainians")


def _people(result: RunResult, people: People) -> Rows:
    """Places against people: both, before and after."""
    yield (
        *("code", "name", *_columns(("places_before", "places_after"))),
        *(f"{people}_before", "change", f"{people}_after"),
    )
    for one in result.books(people):
        places = (*_numbers(one.places_before), *_numbers(one.places_after))
        yield (one.code, one.name, *places, one.before, one.change, one.after)


def _emergency(result: RunResult) -> Rows:
    """Who is asked for how many emergency places, of how many at most."""
    names = {one.code: one.name for one in result.municipalities}
    yield ("region", "code", "name", "share", "at_most", "emergency_places")
    for division in result.divisions:
        for claim in division.claims if division.stage == "emergency" else ():
            told = (int(claim.weight), claim.maximum, claim.places)
            yield (division.area, claim.code, names[claim.code], *told)


def _merges(result: RunResult) -> Rows:
    """Every task that is realised in a group, and where; its own host is a member as well."""
    yield (
        *("kind", "host", "host_name", "member", "member_name", "places", "km"),
        *("group_places", "existing", "origin"),
    )
    for one in result.merges:
        for member in one.members:
            whose = (one.kind, one.host, one.host_name, member.code, member.name)
            group = (one.places, one.existing, one.origin)
            yield (*whose, member.places, member.distance_km, *group)


def _columns(what: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{name}_{part}" for name in what for part in PARTS)


def _numbers(places: Places | None) -> tuple[int | None, ...]:
    return (None,) * 3 if places is None else (places.total, places.regular, places.amv)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


TABLES: dict[str, Callable[[RunResult], Rows]] = {
    "areas.csv": _areas,
    "provinces.csv": _provinces,
    "takeovers.csv": _takeovers,
    "exchanges.csv": _exchanges,
    "status_holders.csv": _status_holders,
    "ukrainians.csv": _ukrainians,
    "emergency.csv": _emergency,
    "merges.csv": _merges,
    "grant.csv": grant_rows,
    "grant_moves.csv": move_rows,
}
