# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plans of a small situation by trying all of them.

The rules stand here once more, in plain words, and share no code with the program: distances by the
angle between two vectors, connection by colouring, room by adding up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import atan2, cos, hypot, pi, sin
from typing import Any

from models.places import KINDS

Group = tuple[str, frozenset[str], bool]


@dataclass(frozen=True)
class Half:
    """A plan of one kind.

    Attributes:
        sums: what it comes to in the objectives that add up.
        where: per task, in order of code, the code of its host.
        brought: places per host.
        hosts_others: who realises a task of somebody else.
        viable: who has a viable site.
    """

    sums: dict[str, Fraction]
    where: tuple[str, ...]
    brought: dict[str, int]
    hosts_others: frozenset[str]
    viable: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """A plan: its values, and per task (regular first, then by code) the code of its host."""

    values: dict[str, Fraction]
    where: tuple[str, ...]


def kilometres(one: Any, other: Any) -> float:
    """The great circle between two municipalities, from the vectors to their centroids."""
    (a, b, c), (d, e, f) = _vector(one), _vector(other)
    away = hypot(b * f - c * e, c * d - a * f, a * e - b * d)
    return 6371.0088 * atan2(away, a * d + b * e + c * f)


def _vector(one: Any) -> tuple[float, float, float]:
    north, east = float(one.latitude) * pi / 180, float(one.longitude) * pi / 180
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def tenths(one: Any, other: Any) -> int:
    """The distance in tenths of a kilometre."""
    return round(10 * kilometres(one, other))


def connected(situation: Any, codes: frozenset[str]) -> bool:
    """Whether borders between these municipalities alone lead from one to all others."""
    coloured = {min(codes)}
    while True:
        beside = {one for one in codes if situation.neighbours[one] & coloured} - coloured
        if not beside:
            return coloured == codes
        coloured |= beside


def allowed(situation: Any, kind: str, host: str, members: frozenset[str]) -> bool:
    """Whether the tasks of these municipalities may be realised together at this host.

    A task alone at home is not judged here: it may always be.
    """
    rules, codes = situation.rules, members | {host}
    keeps_its_own = host in members or not having(situation, kind).get(host)
    brought = sum(situation.tasks[code].of(kind) for code in members)
    return (
        len(codes) <= rules.max_members
        and keeps_its_own
        and not any({one, other} <= codes for one, other in rules.forbidden)
        and together(situation, host, codes)
        and (connected(situation, codes) or not rules.contiguous)
        and situation.existing[host].of(kind) + brought >= rules.minimum_site.of(kind)
    )


def together(situation: Any, host: str, codes: frozenset[str]) -> bool:
    """Whether these municipalities share an area and are near enough to the host."""
    everybody = {one.code: one for one in situation.municipalities}
    areas = {
        {"any": "", "province": one.province, "region": one.region}[situation.rules.within]
        for one in everybody.values()
        if one.code in codes
    }
    farthest = max(tenths(everybody[host], everybody[code]) for code in codes)
    return len(areas) == 1 and Fraction(farthest, 10) <= situation.rules.max_distance_km


def having(situation: Any, kind: str) -> dict[str, int]:
    """The tasks of a kind: places by code."""
    return {code: all_.of(kind) for code, all_ in situation.tasks.items() if all_.of(kind)}


def groups(situation: Any, kind: str) -> Iterator[Group]:
    """Every group: its host, its tasks, and whether it is viable."""
    tasks = sorted(having(situation, kind))
    for size in range(1, len(tasks) + 1):
        for chosen in combinations(tasks, size):
            members = frozenset(chosen)
            for host in situation.neighbours:
                if members == {host}:
                    stands = situation.existing[host].of(kind) + situation.tasks[host].of(kind)
                    yield host, members, stands >= situation.rules.minimum_site.of(kind)
                elif allowed(situation, kind, host, members):
                    yield host, members, True


def partitions(open_tasks: frozenset[str], among: list[Group]) -> Iterator[tuple[Group, ...]]:
    """Every way to put each task in one group, with one group for a host."""
    if not open_tasks:
        yield ()
        return
    first = min(open_tasks)
    for group in among:
        host, members, _ = group
        if first in members and members <= open_tasks:
            for rest in partitions(open_tasks - members, among):
                if all(host != other for other, _, _ in rest):
                    yield (group, *rest)


def halves(situation: Any, kind: str) -> Iterator[Half]:
    """Every plan of one kind, as if the other were not there."""
    everybody = {one.code: one for one in situation.municipalities}
    tasks = having(situation, kind)
    for chosen in partitions(frozenset(tasks), list(groups(situation, kind))):
        host_of = {code: host for host, members, _ in chosen for code in members}
        moved = {code: host for code, host in host_of.items() if code != host}
        way = sum(
            tasks[code] * tenths(everybody[code], everybody[host]) for code, host in moved.items()
        )
        yield Half(
            sums={
                "undersized": Fraction(sum(not viable for _, _, viable in chosen)),
                "moved_tasks": Fraction(len(moved)),
                "place_km": Fraction(way, 10),
                "sites": Fraction(len(chosen)),
            },
            where=tuple(host_of[code] for code in sorted(host_of)),
            brought={host: sum(tasks[code] for code in members) for host, members, _ in chosen},
            hosts_others=frozenset(moved.values()),
            viable=frozenset(host for host, _, viable in chosen if viable),
        )


def ceiling(situation: Any, code: str) -> Fraction | None:
    """What a host of tasks of others may realise, both kinds, with what stands there."""
    room = situation.rules.room
    if room is None or room.factor is None:
        return None
    return Fraction(max(room.factor * situation.shares[code] // 1, situation.counted[code]))


def fits(situation: Any, plan: tuple[Half, ...]) -> bool:
    """Whether every host of tasks of others stays within its room."""
    for host in frozenset().union(*(half.hosts_others for half in plan)):
        most = ceiling(situation, host)
        if most is not None and realised(situation, plan, host) > most:
            return False
    return True


def realised(situation: Any, plan: tuple[Half, ...], code: str) -> int:
    """What stands in a municipality and what the plan brings there, both kinds."""
    return situation.existing[code].total + sum(half.brought.get(code, 0) for half in plan)


def answers(situation: Any) -> Iterator[Answer]:
    """Every plan of a situation."""
    for plan in product(*(list(halves(situation, kind)) for kind in KINDS)):
        if fits(situation, plan):
            loads = [
                Fraction(realised(situation, plan, code), max(1, situation.shares[code]))
                for code in frozenset().union(*(half.viable for half in plan))
            ]
            values = {name: sum(half.sums[name] for half in plan) for name in plan[0].sums}
            values["balance"] = max(loads, default=Fraction(0))
            yield Answer(values, tuple(host for half in plan for host in half.where))


def best(situation: Any) -> Answer:
    """The best plan: the objectives asked, then those not asked, then where each task goes."""
    return min(answers(situation), key=ranked_by(situation))


def ranked_by(situation: Any) -> Callable[[Answer], Any]:
    """What orders plans: the objectives asked, then those not asked, then where each task goes."""
    asked = situation.rules.objectives
    rest = [one for one in ("undersized", "moved_tasks", "place_km") if one not in asked]
    return lambda one: _rank(one, (*asked, *rest))


def first_without_balance(situation: Any, wanted: int) -> list[Answer]:
    """The best plans in all objectives but the balance."""
    asked = situation.rules.objectives
    full = [
        *asked,
        *(one for one in ("undersized", "moved_tasks", "place_km") if one not in asked),
    ]
    others = tuple(one for one in full if one != "balance")
    return sorted(answers(situation), key=lambda one: _rank(one, others))[:wanted]


def _rank(one: Answer, objectives: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(one.values[name] for name in objectives), one.where
