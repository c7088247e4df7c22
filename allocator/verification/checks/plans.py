# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of what a plan of merges comes to: the tasks left undersized, and the objectives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from allocator.verification.tasks import Direction, Owned, Tasks, directions, tasks_of, tenths
from models.merged import NearestHost, Undersized

# Of so many of the nearest municipalities it is told why they do not host a task.
NEAREST = 3


@check
def report_undersized(facts: Facts) -> Iterator[Finding]:
    """A task that stays where it makes no viable site is reported, and no other."""
    tasks = tasks_of(facts)
    small = sorted(f"{kind}.{code}" for kind, code in _undersized(tasks))
    listed = sorted(f"{one.kind}.{one.code}" for one in facts.result.undersized)
    yield same("report_undersized", listed, small, "the tasks left undersized")
    for one in facts.result.undersized:
        name, owned = f"report_undersized[{one.kind}.{one.code}]", (one.kind, one.code)
        if owned not in tasks.places:
            continue
        yield same(name, one.places, tasks.places[owned], "places of the task")
        yield same(name, one.missing, tasks.missing(owned), "places short of a viable site")
        for number in (tasks.places[owned], tasks.missing(owned), tasks.minimum[one.kind]):
            told = str(number) in one.reason.split(";")[0].split()
            yield Finding(name, told, f"{number} is not in its reason")


@check
def tell_nearest_hosts(facts: Facts) -> Iterator[Finding]:
    """Of a task left undersized it is told what the nearest municipalities could do for it."""
    tasks = tasks_of(facts)
    at = directions(facts)
    for one in facts.result.undersized:
        ways = sorted((tenths(at[one.code], at[code]), code) for code in at if code != one.code)
        found = [f"{near.code} {float(near.distance_km)} km" for near in one.nearest]
        expected = [f"{code} {way / 10} km" for way, code in ways[:NEAREST]]
        name = f"tell_nearest_hosts[{one.kind}.{one.code}]"
        yield same(name, found, expected, "the nearest")
        for near in one.nearest:
            yield from _host(facts, tasks, one, near, at)


def _host(
    facts: Facts, tasks: Tasks, one: Undersized, near: NearestHost, at: dict[str, Direction]
) -> Iterator[Finding]:
    """The room of a host, and the most that can come together there of the minimum.

    Which borders lead there is not on record: where they matter, it is what stands there and its
    own task at least, and at most with the largest tasks that could come if every border did.
    """
    name = f"tell_nearest_hosts[{one.kind}.{one.code}.{near.code}]"
    room = _room(facts, tasks, near.code)
    shown = None if room is None else max(0, room)
    yield same(name, near.room, shown, "room above what stands there")
    short = max(0, tasks.minimum[one.kind] - near.together)
    yield same(name, near.missing, short, "places short of a viable site")
    own, standing = (one.kind, near.code), tasks.existing[one.kind, near.code]
    least = tasks.places.get(own, 0)
    guests = sorted(_guests(facts, tasks, own, at), reverse=True)
    most = least + sum(guests[: facts.settings.merging.max_members - 1])
    most = most if room is None else max(least, min(most, room))
    least = least if facts.settings.merging.contiguous else most
    said = f"{near.together} places together, between {standing + least} and {standing + most}"
    yield Finding(name, standing + least <= near.together <= standing + most, said)


def _room(facts: Facts, tasks: Tasks, code: str) -> int | None:
    """What a host may realise above what stands there; None for no limit."""
    settings, one = facts.settings.merging.room, facts.municipalities[code]
    if settings is None or settings.factor is None:
        return None
    standing = sum(places for (_, where), places in tasks.existing.items() if where == code)
    return int(max(settings.factor * one.share.total // 1, one.counted.total)) - standing


def _guests(facts: Facts, tasks: Tasks, host: Owned, at: dict[str, Direction]) -> Iterator[int]:
    """The places of each task of others that distance, area and the scenario's pairs let come."""
    rules, here = facts.settings.merging, facts.municipalities[host[1]]
    for (kind, code), places in tasks.places.items():
        there = facts.municipalities[code]
        same_area = {
            "region": there.region_code == here.region_code,
            "province": there.province == here.province,
            "any": True,
        }
        if kind != host[0] or code == here.code or not same_area[rules.within]:
            continue
        banned = any({code, here.code} == set(pair) for pair in rules.forbidden)
        if not banned and tenths(at[code], at[here.code]) <= rules.max_distance_km * 10:
            yield places


@check
def add_merging_objectives(facts: Facts) -> Iterator[Finding]:
    """Every objective of merging is recorded once, in the scenario's order, and is what it says."""
    told = [one for one in facts.result.objectives if one.stage == "merging"]
    wanted = list(facts.settings.merging.objectives)
    if facts.divided or told:
        yield same("add_merging_objectives", [one.name for one in told], wanted, "the objectives")
    values = _values(facts, tasks_of(facts))
    for one in told:
        name = f"add_merging_objectives[{one.name}]"
        where = "+".join(province.code for province in facts.result.provinces)
        yield same(name, f"{one.area} {one.kind}", f"{where} both", "what it is of")
        if one.name in values:
            shown = float if one.name == "place_km" else Fraction
            yield same(name, shown(one.value), shown(values[one.name]), "the value")


def _values(facts: Facts, tasks: Tasks) -> dict[str, Fraction]:
    """What the places that were merged come to.

    `balance` is the largest load of a municipality with a viable site of tasks: all that is
    realised there over its share, of both kinds; a share of nothing counts as one place.
    """
    at = directions(facts)
    small = set(_undersized(tasks))
    sites = {(kind, host) for (kind, _), host in tasks.host.items()}
    moved = {owned: host for owned, host in tasks.host.items() if host != owned[1]}
    way = sum(tasks.places[one] * tenths(at[one[1]], at[host]) for one, host in moved.items())
    loads = [
        Fraction(tasks.here[code], max(1, facts.municipalities[code].share.total))
        for _, code in sites - small
    ]
    return {
        "undersized": Fraction(len(small)),
        "moved_tasks": Fraction(len(moved)),
        "place_km": Fraction(way, 10),
        "balance": max(loads, default=Fraction(0)),
        "sites": Fraction(len(sites)),
    }


def _undersized(tasks: Tasks) -> list[tuple[str, str]]:
    """The tasks that stay and make no viable site where they are."""
    return [owned for owned in tasks.stay if tasks.missing(owned) > 0]
