# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The smallest repairs by trying every way to close every area.

A way is a number of places for everybody, whatever the rules say. Read off is then which lines of
the scenario it breaks, and by how much: those have to give way, the others need not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from models.places import KINDS, Kind
from models.scenario import DistributionSettings
from tests.explanation.small import Small

Way = dict[tuple[str, Kind], int]
Amounts = dict[str, int]
"""By path the places by which a number moves, 0 for what is no number."""
Rests = frozenset[tuple[str, int]]
"""Lines that somebody without weight may rest on, and how far each may move at the most."""
Need = tuple[frozenset[tuple[str, int]], frozenset[Rests]]


@dataclass(frozen=True)
class Mended:
    """Areas of which the smallest repairs share lines, how many fail, and the repairs in order."""

    areas: tuple[str, ...]
    failing: int
    repairs: list[Amounts]


def mended_apart(small: Small) -> list[Mended]:
    """Every smallest repair, apart for areas that do not close and share no line."""
    needs = {code: needs_of(small, (code, members)) for code, members in _areas(small)}
    alone = {code: _smallest([needs[code]]) for code in needs}
    lines = {code: {line for one in repairs for line in one} for code, repairs in alone.items()}
    groups = [[code] for code in needs]
    rests = {code: set(_might_rest(small, code, members)) for code, members in _areas(small)}
    for one, other in combinations(needs, 2):
        # A line on which somebody rests couples areas too: if it goes down, others get less.
        if lines[one] & (lines[other] | rests[other]) or lines[other] & rests[one]:
            mine = next(group for group in groups if one in group)
            theirs = next(group for group in groups if other in group)
            if mine is not theirs:
                groups.remove(theirs)
                mine += theirs
    found = [
        Mended(
            tuple(sorted(group)),
            sum({} not in alone[code] for code in group),
            _smallest([needs[code] for code in group]),
        )
        for group in groups
    ]
    return sorted((one for one in found if {} not in one.repairs), key=lambda one: one.areas)


def _might_rest(small: Small, area: str, members: list[str]) -> Iterator[str]:
    """The lines on which somebody without weight might rest."""
    for code, kind in product(members, KINDS):
        if _rest(small, area, members, kind) and not _weight(small, code, kind):
            yield from (line for line, _ in _rests(small, code, kind, 1))


def _rest(small: Small, area: str, members: list[str], kind: Kind) -> int:
    has = sum(small.counted.places[one].of(kind) for one in members)
    return small.problem.tasks[area].places.of(kind) - has


def is_possible(small: Small) -> bool:
    """Whether some way of every area breaks no line at all."""
    return not mended_apart(small)


def _smallest(many: list[set[Need]]) -> list[Amounts]:
    """Every smallest set of lines with its least amounts, in the order in which they are told."""
    found: dict[frozenset[str], list[Amounts]] = {}
    for needs in product(*many):
        amounts: Amounts = {}
        for need, _ in needs:
            for path, amount in need:
                amounts[path] = max(amount, amounts.get(path, 0))
        rests = [rest for _, resting in needs for rest in resting]
        if all(any(amounts.get(path, 0) <= most for path, most in rest) for rest in rests):
            found.setdefault(frozenset(amounts), []).append(amounts)
    smallest = [paths for paths in found if not any(other < paths for other in found)]
    best = [min(found[paths], key=_amounts_in_order) for paths in smallest]
    known = sorted({path for paths in smallest for path in paths})
    return sorted(best, key=lambda amounts: _told_in_order(amounts, known))


def _amounts_in_order(amounts: Amounts) -> tuple[int, list[int]]:
    return sum(amounts.values()), [amounts[path] for path in sorted(amounts)]


def _told_in_order(amounts: Amounts, known: list[str]) -> tuple[int, int, int, list[int]]:
    no_numbers = sum(not is_number(path) for path in amounts)
    first = [known.index(path) for path in sorted(amounts)]
    return len(amounts), no_numbers, sum(amounts.values()), first


def is_number(path: str) -> bool:
    return not path.startswith(("distribution.exempt", "distribution.eligible"))


def _areas(small: Small) -> list[tuple[str, list[str]]]:
    by_region = small.problem.scenario.distribution.by == "region"
    inside: dict[str, list[str]] = {}
    for one in small.problem.municipalities:
        inside.setdefault(one.region if by_region else one.province, []).append(one.code)
    return list(inside.items())


def needs_of(small: Small, area: tuple[str, list[str]]) -> set[Need]:
    """What every way to close one area needs, each need once."""
    code, members = area
    ways: list[list[Way]] = []
    for kind in KINDS:
        rest = _rest(small, code, members, kind)
        ways.append(
            [
                {(one, kind): places for one, places in zip(members, split, strict=True)}
                for split in _splits(rest, len(members))
            ]
        )
    needs = (_need(small, members, {**one, **other}) for one, other in product(*ways))
    return {need for need in needs if need is not None}


def _splits(total: int, many: int) -> Iterator[tuple[int, ...]]:
    if many == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for others in _splits(total - first, many - 1):
            yield (first, *others)


def _need(small: Small, members: list[str], way: Way) -> Need | None:
    """The lines that a way breaks and by how much; None if no line could allow it."""
    settings = small.problem.scenario.distribution
    amounts: Amounts = {}
    resting: set[Rests] = set()
    for (code, kind), places in way.items():
        if not places:
            continue
        for line in _barred(small, code, kind):
            amounts[line] = 0
        short = settings.minimum_site.of(kind) - small.counted.places[code].of(kind) - places
        if short > 0:
            line = f"distribution.minimum_site.{kind}"
            amounts[line] = max(short, amounts.get(line, 0))
        if not _weight(small, code, kind):
            rests = frozenset(_rests(small, code, kind, places))
            if not rests:
                return None
            resting.add(rests)
    for line, least, most, total in _limits(small, members, way):
        if total < least:
            amounts[f"{line}.min"] = least - total
        if most is not None and total > most:
            amounts[f"{line}.max"] = total - most
    for line, over in _participants(small, way):
        amounts[line] = over
    return frozenset(amounts.items()), frozenset(resting)


def _participants(small: Small, way: Way) -> Iterator[tuple[str, int]]:
    """The limits on how many get places that a way breaks, and by how many."""
    for kind in KINDS:
        most = small.problem.scenario.distribution.most_participants.of(kind)
        getting = sum(places > 0 for (_, what), places in way.items() if what == kind)
        if most is not None and getting > most:
            yield f"distribution.most_participants.{kind}", getting - most


def _barred(small: Small, code: str, kind: Kind) -> Iterator[str]:
    settings = small.problem.scenario.distribution
    share, has = small.shares.places[code], small.counted.places[code]
    full = has.of(kind) >= share.of(kind) if settings.per_kind else has.total >= share.total
    if (settings.eligible == "below_share" and full) or (
        settings.eligible == "named" and code not in settings.named
    ):
        yield "distribution.eligible"
    exempt = [one.municipality for one in settings.exempt]
    if code in exempt:
        yield f"distribution.exempt.{exempt.index(code)}"


def _weight(small: Small, code: str, kind: Kind) -> int:
    share, has = small.shares.places[code].of(kind), small.counted.places[code].of(kind)
    return max(0, share - has) if small.problem.scenario.distribution.base == "gap" else share


def _rests(small: Small, code: str, kind: Kind, places: int) -> Iterator[tuple[str, int]]:
    """The minimums of one municipality alone, each with how far it may go down."""
    settings = small.problem.scenario.distribution
    minima = [
        (
            f"distribution.minimum_site.{kind}",
            settings.minimum_site.of(kind) - small.counted.places[code].of(kind),
        )
    ]
    if code in settings.limits:
        minima.append(
            (f"distribution.limits.{code}.{kind}.min", settings.limits[code].of(kind).min)
        )
    for region, limits in settings.region_limits.items():
        if _inside(small, region) == [code]:
            minima.append((f"distribution.region_limits.{region}.{kind}.min", limits.of(kind).min))
    for line, least in minima:
        if least >= places:
            yield line, least - places


def _inside(small: Small, region: str) -> list[str]:
    return [one.code for one in small.problem.municipalities if one.region == region]


def _limits(
    small: Small, members: list[str], way: Way
) -> Iterator[tuple[str, int, int | None, int]]:
    """The limits on these municipalities: path, least, most, and the places of the way."""
    settings: DistributionSettings = small.problem.scenario.distribution
    held = [("limits", code, [code], limits) for code, limits in settings.limits.items()]
    held += [
        ("region_limits", region, _inside(small, region), limits)
        for region, limits in settings.region_limits.items()
    ]
    for name, key, codes, limits in held:
        if not set(codes) <= set(members):
            continue
        line = f"distribution.{name}.{key}"
        sums = {kind: sum(way[code, kind] for code in codes) for kind in KINDS}
        for kind in KINDS:
            bound = limits.of(kind)
            yield f"{line}.{kind}", bound.min, bound.max, sums[kind]
        yield f"{line}.total", limits.total.min, limits.total.max, sum(sums.values())


# Nobody in a small problem needs more: no rest, minimum or minimum site is larger.
HIGHEST = 5


def nearest(small: Small, members: list[str], rest: dict[Kind, int]) -> dict[Kind, int] | None:
    """The sums nearest to a rest that break no line: beyond it least, then short, then amv."""
    ranges = [
        [(one, kind), [places for places in range(HIGHEST + 1) if _may(small, one, kind, places)]]
        for one in members
        for kind in KINDS
    ]
    found = set()
    for numbers in product(*(numbers for _, numbers in ranges)):
        way = {one: number for (one, _), number in zip(ranges, numbers, strict=True)}
        if all(
            least <= total and (most is None or total <= most)
            for _, least, most, total in _limits(small, members, way)
        ) and not any(_participants(small, way)):
            found.add(tuple(sum(way[one, kind] for one in members) for kind in KINDS))
    gaps = {
        sums: [placed - rest[kind] for kind, placed in zip(KINDS, sums, strict=True)]
        for sums in found
    }
    best = min(
        found,
        key=lambda sums: (
            sum(max(0, gap) for gap in gaps[sums]),
            sum(max(0, -gap) for gap in gaps[sums]),
            abs(gaps[sums][KINDS.index("amv")]),
        ),
        default=None,
    )
    return None if best is None else dict(zip(KINDS, best, strict=True))


def _may(small: Small, code: str, kind: Kind, places: int) -> bool:
    """Whether so many places break no line that looks at this municipality and kind alone."""
    if not places:
        return True
    has = small.counted.places[code].of(kind)
    site = small.problem.scenario.distribution.minimum_site.of(kind)
    rests = _weight(small, code, kind) or any(_rests(small, code, kind, places))
    return not any(_barred(small, code, kind)) and places >= site - has and bool(rests)
