# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Situations to merge in, made from a seed on a map that does not exist."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from allocator.merging.situation import Situation
from models.merging import Merging, MergingObjective, Room, ViableSite
from models.places import KINDS, Places
from models.territory import Municipality

Point = tuple[int, int]

# Degrees are told in so many parts; 1 / 1,000 of a degree is 111 m from south to north.
PARTS = 1_000
ORDERS: tuple[tuple[MergingObjective, ...], ...] = (
    ("undersized", "moved_tasks", "place_km", "balance"),
    ("place_km", "undersized", "moved_tasks", "balance"),
    ("undersized", "sites", "moved_tasks", "place_km"),
    ("sites", "undersized", "place_km"),
    ("undersized", "moved_tasks", "balance", "place_km"),
    ("undersized", "balance", "moved_tasks"),
    ("balance", "undersized", "moved_tasks", "place_km"),
    ("moved_tasks", "balance"),
    ("undersized", "moved_tasks"),
    ("undersized",),
)


def small(seed: int, objectives: Sequence[MergingObjective] = ORDERS[0]) -> Situation:
    """Three to seven municipalities with at most eight tasks between them."""
    luck = random.Random(seed)
    return _situation(luck, luck.randint(3, 7), 8, objectives)


def medium(seed: int, objectives: Sequence[MergingObjective] = ORDERS[0]) -> Situation:
    """Eight to fourteen municipalities, most of them with a task of either kind."""
    luck = random.Random(seed)
    return _situation(luck, luck.randint(8, 14), 28, objectives)


def _situation(
    luck: random.Random, size: int, most_tasks: int, objectives: Sequence[MergingObjective]
) -> Situation:
    codes = [f"GM{number:04}" for number in luck.sample(range(1, 2_000), size)]
    points = _points(luck, size)
    municipalities = tuple(
        Municipality(
            code=code,
            name=f"Place {code}",
            province=f"PV{1 + (x > 280)}",
            region=f"VR{1 + (x > 280) + 2 * (y > 180)}",
            latitude=Fraction(52 * PARTS + y, PARTS),
            longitude=Fraction(5 * PARTS + x, PARTS),
        )
        for code, (x, y) in sorted(zip(codes, points, strict=True))
    )
    places = {one.code: _point(one) for one in municipalities}
    rules = _rules(luck, list(places), objectives)
    tasks, existing, counted = _tasks(luck, rules, list(places), most_tasks)
    return Situation(
        rules=rules,
        municipalities=municipalities,
        tasks=tasks,
        existing=existing,
        shares={
            code: luck.choice((0, luck.randint(1, 30), luck.randint(30, 90), luck.randint(40, 250)))
            for code in places
        },
        counted=counted,
        neighbours=_borders(luck, places),
    )


def _points(luck: random.Random, size: int) -> list[Point]:
    """Points of a plain of some 40 by 40 km, no two of them the same."""
    found: set[Point] = set()
    while len(found) < size:
        found.add((luck.randrange(0, 560), luck.randrange(0, 360)))
    return luck.sample(sorted(found), size)


def _point(one: Municipality) -> Point:
    return int(one.longitude * PARTS), int(one.latitude * PARTS)


def _rules(
    luck: random.Random, codes: Sequence[str], objectives: Sequence[MergingObjective]
) -> Merging:
    pairs = list(combinations(codes, 2))
    return Merging(
        minimum_site=ViableSite(
            regular=luck.choice((0, 40, 60, 100)), amv=luck.choice((0, 10, 20, 30))
        ),
        max_distance_km=luck.choice((Fraction(8), Fraction(31, 2), Fraction(25), Fraction(60))),
        within=luck.choice(("any", "any", "province", "region")),
        contiguous=luck.random() < 0.6,
        max_members=luck.choice((1, 2, 3, 4, 6, 6)),
        room=luck.choice(
            (None, Room(factor=None), *(Room(factor=Fraction(2 + half, 2)) for half in range(3)))
        ),
        forbidden=tuple(luck.sample(pairs, luck.choice((0, 0, 0, 1, 2)))),
        objectives=tuple(objectives),
    )


def _tasks(
    luck: random.Random, rules: Merging, codes: Sequence[str], most_tasks: int
) -> tuple[dict[str, Places], dict[str, Places], dict[str, int]]:
    """Tasks, what stands, and what counts; some have no task, and for one no division is known."""
    counted = {
        code: Places(
            regular=luck.choice((0, 0, luck.randint(1, 50), 120)),
            amv=luck.choice((0, 0, luck.randint(1, 15), 25)),
        )
        for code in codes
    }
    existing = dict(counted)
    if luck.random() < 0.3:  # as with `include_offers`: small offers are free to move
        existing = {code: _viable_part(rules, places) for code, places in counted.items()}
    slots = [(code, kind) for code in codes for kind in KINDS]
    likely = luck.choice((0.6, 0.8, 1.0))
    taken = [slot for slot in slots if luck.random() < likely]
    taken = luck.sample(taken, min(most_tasks, len(taken)))
    tasks = {code: Places() for code in codes}
    for code, kind in sorted(taken):
        least = rules.minimum_site.of(kind) or 20
        tasks[code] += Places.in_kind(kind, luck.randint(1, luck.choice((least // 2, 3 * least))))
    for code in luck.sample(codes, luck.choice((0, 0, 1))):
        del tasks[code]
    return tasks, existing, {code: places.total for code, places in counted.items()}


def _viable_part(rules: Merging, places: Places) -> Places:
    """What is left of places when each kind below a viable site is taken away."""
    kept = {
        kind: places.of(kind) if places.of(kind) >= rules.minimum_site.of(kind) else 0
        for kind in KINDS
    }
    return Places(regular=kept["regular"], amv=kept["amv"])


def _borders(luck: random.Random, points: dict[str, Point]) -> dict[str, frozenset[str]]:
    """Borders that do not cross one another: short lines first; some are left out."""
    pairs = sorted(
        combinations(sorted(points), 2), key=lambda pair: (_square(*_ends(points, pair)), pair)
    )
    drawn: list[tuple[str, str]] = []
    for pair in pairs:
        if not any(_cross(_ends(points, pair), _ends(points, other)) for other in drawn):
            drawn.append(pair)
    kept = luck.choice((0.5, 0.8, 1.0))
    found: dict[str, set[str]] = {code: set() for code in points}
    for one, other in drawn:
        if luck.random() < kept:
            found[one].add(other)
            found[other].add(one)
    return {code: frozenset(others) for code, others in found.items()}


def _ends(points: dict[str, Point], pair: tuple[str, str]) -> tuple[Point, Point]:
    return points[pair[0]], points[pair[1]]


def _square(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines cross between their ends."""
    return _side(one, other[0]) * _side(one, other[1]) < 0 and (
        _side(other, one[0]) * _side(other, one[1]) < 0
    )


def _side(line: tuple[Point, Point], point: Point) -> int:
    (x, y), (to_x, to_y) = line
    return (to_x - x) * (point[1] - y) - (to_y - y) * (point[0] - x)
