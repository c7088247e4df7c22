# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of the rules of a merge (samenvoegen): whose tasks may be realised together, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from allocator.verification.tasks import directions, tasks_of, tenths
from models.merged import Merge


@check
def merge_whole_tasks(facts: Facts) -> Iterator[Finding]:
    """A task is realised as a whole: in one merge, or where it is."""
    places = tasks_of(facts).places
    times = Counter(
        (one.kind, member.code) for one in facts.result.merges for member in one.members
    )
    for merge in facts.result.merges:
        for member in merge.members:
            name = _name("merge_whole_tasks", merge, member.code)
            task = places.get((merge.kind, member.code), 0)
            yield same(name, member.places, task, "places of the task")
            yield same(name, times[merge.kind, member.code], 1, "merges that it is in")
        together = sum(member.places for member in merge.members)
        yield same(_name("merge_whole_tasks", merge), merge.places, together, "places together")


@check
def host_own_task(facts: Facts) -> Iterator[Finding]:
    """Whoever hosts a merge hosts one of a kind, with tasks of others, and its own among them."""
    places = tasks_of(facts).places
    times = Counter((merge.kind, merge.host) for merge in facts.result.merges)
    for merge in facts.result.merges:
        name, codes = _name("host_own_task", merge), {member.code for member in merge.members}
        yield same(name, times[merge.kind, merge.host], 1, "merges at this host")
        yield Finding(name, bool(codes - {merge.host}), "no task of another is realised here")
        own = places.get((merge.kind, merge.host), 0)
        keeps = not own or merge.host in codes
        yield Finding(name, keeps, f"the host's own task of {own} is not realised here")
        for code in sorted(codes - {merge.host}):
            hosts = times[merge.kind, code]
            yield same(_name("host_own_task", merge, code), hosts, 0, "merges that it hosts itself")


@check
def merge_to_viable_sites(facts: Facts) -> Iterator[Finding]:
    """A merge and what its host counts of the kind reach the minimum of a viable site."""
    tasks = tasks_of(facts)
    for merge in facts.result.merges:
        name, least = _name("merge_to_viable_sites", merge), tasks.minimum[merge.kind]
        existing = tasks.existing[merge.kind, merge.host]
        yield same(name, merge.existing, existing, "places that count there")
        said = f"{merge.places} places and the {existing} that count there of a minimum of {least}"
        yield Finding(name, merge.places + existing >= least, said)


@check
def measure_distance(facts: Facts) -> Iterator[Finding]:
    """Members lie within the greatest distance of the host, over the great circle, to 0.1 km."""
    most, at = facts.settings.merging.max_distance_km, directions(facts)
    for merge in facts.result.merges:
        for member in merge.members:
            name = _name("measure_distance", merge, member.code)
            way = Fraction(tenths(at[member.code], at[merge.host]), 10)
            yield same(name, float(member.distance_km), float(way), "kilometres to the host")
            yield Finding(name, way <= most, f"{float(way)} km, at most {float(most)}")


@check
def connect_by_borders(facts: Facts) -> Iterator[Finding]:
    """Host and members are one area: shared land borders among themselves connect them.

    The record names one border fewer than there are municipalities, each with the row that says
    so; of one border always the same row, of two never.
    """
    read = {one.name for one in facts.result.manifest.inputs if one.role == "reference"}
    pairs_of: dict[str, set[frozenset[str]]] = {}
    for merge in facts.result.merges:
        for border in merge.borders:
            pairs_of.setdefault(border.row, set()).add(frozenset((border.one, border.other)))
    for row, pairs in sorted(pairs_of.items()):
        file, _, line = row.rpartition(":")
        name = f"connect_by_borders[{row}]"
        yield Finding(name, file in read and line.isdecimal(), "no row of a table that was read")
        yield same(name, len(pairs), 1, "borders in one row")
    rows_of = Counter(pair for pairs in pairs_of.values() for pair in pairs)
    for merge in facts.result.merges:
        name, group = _name("connect_by_borders", merge), _group(merge)
        contiguous = facts.settings.merging.contiguous
        needed = len(group) - 1 if contiguous else 0
        yield same(name, len(merge.borders), needed, "borders recorded")
        for border in merge.borders:
            label, pair = f"{border.one}-{border.other}", frozenset((border.one, border.other))
            inside = len(pair) > 1 and pair <= group
            yield Finding(name, inside, f"the border {label} is not one between two of the group")
            yield same(name, rows_of[pair], 1, f"rows that give the border {label}")
        apart = group - _reached(merge) if contiguous else frozenset()
        yield Finding(name, not apart, f"no border connects {', '.join(sorted(apart))}")


def _reached(merge: Merge) -> set[str]:
    """Whoever the recorded borders connect with the host."""
    reached, before = {merge.host}, 0
    while len(reached) > before:
        before = len(reached)
        for border in merge.borders:
            if {border.one, border.other} & reached:
                reached |= {border.one, border.other}
    return reached


@check
def merge_within_area(facts: Facts) -> Iterator[Finding]:
    """Host and members share a region, or a province, where the scenario asks it."""
    within = facts.settings.merging.within
    for merge in facts.result.merges:
        if within == "any":
            continue
        found = [facts.municipalities[code] for code in sorted(_group(merge))]
        areas = {one.region_code if within == "region" else one.province for one in found}
        said = f"in more than one {within}: {', '.join(sorted(areas))}"
        yield Finding(_name("merge_within_area", merge), len(areas) == 1, said)


@check
def limit_members(facts: Facts) -> Iterator[Finding]:
    """A merge has no more members than the scenario allows, the host included."""
    most = facts.settings.merging.max_members
    for merge in facts.result.merges:
        size = len(_group(merge))
        said = f"{size} members with the host, at most {most}"
        yield Finding(_name("limit_members", merge), size <= most, said)


@check
def keep_apart(facts: Facts) -> Iterator[Finding]:
    """Two whom the scenario forbids to be together are never in one merge, as host or member."""
    forbidden = {frozenset(pair) for pair in facts.settings.merging.forbidden}
    for merge in facts.result.merges:
        pairs = combinations(sorted(_group(merge)), 2)
        found = [f"{one} and {other}" for one, other in pairs if {one, other} in forbidden]
        said = f"together against the scenario: {', '.join(found)}"
        yield Finding(_name("keep_apart", merge), not found, said)


@check
def respect_room(facts: Facts) -> Iterator[Finding]:
    """Who hosts tasks of others realises, of both kinds, so many times its share at the most.

    Or as much as it counts, if that is more. Whatever is realised there is in it: what stands
    there, every merge of which it is the host, and its own task where that stays alone.
    """
    room, here = facts.settings.merging.room, tasks_of(facts).here
    if room is None or room.factor is None:
        return
    for host in sorted({merge.host for merge in facts.result.merges}):
        one = facts.municipalities[host]
        share, counted = one.share.total, one.counted.total
        most = max(room.factor * share // 1, counted)
        said = f"{here[host]} places realised, at most {most}: {room.factor} x the share of {share}"
        said += f", or the {counted} that it counts"
        yield Finding(f"respect_room[{host}]", here[host] <= most, said)


@check
def mark_proposals(facts: Facts) -> Iterator[Finding]:
    """A merge is said to be proposed if the scenario proposes it, and only then."""
    proposed = {
        (one.kind, one.host, frozenset({*one.members, one.host}))
        for one in facts.settings.merging.proposed
    }
    for merge in facts.result.merges:
        stated = (merge.kind, merge.host, _group(merge)) in proposed
        expected = "proposed" if stated else "solver"
        yield same(_name("mark_proposals", merge), merge.origin, expected, "where it comes from")


def _group(merge: Merge) -> frozenset[str]:
    """The codes of host and members."""
    return frozenset({merge.host, *(member.code for member in merge.members)})


def _name(check: str, merge: Merge, member: str = "") -> str:
    return f"{check}[{merge.kind}.{merge.host}{'.' if member else ''}{member}]"
