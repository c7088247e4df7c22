# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The situation before merging: who has which task, what counts where, how much room there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.merging.geography import certainly_beyond, tenths_km
from models.counted import Counted
from models.merging import Merging
from models.places import KINDS, Kind, Places
from models.problem import Problem
from models.share import Shares
from models.territory import Municipality


@dataclass(frozen=True)
class Situation:
    """All that a plan is made from, per municipality code, in whole numbers.

    Attributes:
        rules: the settings of the scenario, with codes for names.
        municipalities: of the scenario, in order of code.
        tasks: places that a municipality has to make possible and that may be realised elsewhere:
            its rest, and with `include_offers` what it counts below a viable site.
        existing: places that count there whatever the plan is, less such offers; those that count
            by an exchange stand elsewhere, and make a site viable all the same (decision 0012).
        shares: places by the key, both kinds.
        counted: what it counts, both kinds.
        neighbours: who shares a land border with it, within the scenario.
        undivided: who lies in a province without a division: they host nothing.
    """

    rules: Merging
    municipalities: tuple[Municipality, ...]
    tasks: Mapping[str, Places]
    existing: Mapping[str, Places]
    shares: Mapping[str, int]
    counted: Mapping[str, int]
    neighbours: Mapping[str, frozenset[str]]
    undivided: frozenset[str] = frozenset()

    @cached_property
    def by_code(self) -> dict[str, Municipality]:
        """The municipalities by code."""
        return {one.code: one for one in self.municipalities}

    @cached_property
    def forbidden(self) -> dict[str, frozenset[str]]:
        """Per code, who never shares a group with it."""
        found: dict[str, set[str]] = {}
        for one, other in self.rules.forbidden:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {code: frozenset(others) for code, others in found.items()}

    @cached_property
    def most_tenths(self) -> int:
        """The longest way, in tenths of a kilometre."""
        return int(self.rules.max_distance_km * 10)

    def area(self, code: str) -> str:
        """Where the groups of a municipality stay: its region, its province, or anywhere."""
        where = self.by_code[code]
        return {"region": where.region, "province": where.province, "any": ""}[self.rules.within]

    def task(self, code: str, kind: Kind) -> int:
        """The places of one kind that may be realised elsewhere."""
        return self.tasks[code].of(kind) if code in self.tasks else 0

    def need(self, code: str, kind: Kind) -> int:
        """The places that make its site viable, above what stands there."""
        return self.rules.minimum_site.of(kind) - self.existing[code].of(kind)

    def viable(self, code: str, kind: Kind) -> bool:
        """Whether its own task makes a viable site where it is."""
        return self.task(code, kind) >= self.need(code, kind)

    def ceiling(self, code: str) -> int | None:
        """The most that it realises of both kinds with tasks of others among them.

        So many times its share as the rules say, or what it counts if that is more.
        """
        if self.rules.room is None or self.rules.room.factor is None:
            return None
        return max(int(self.rules.room.factor * self.shares[code]), self.counted[code])

    def room(self, code: str) -> int | None:
        """The same, above what stands there."""
        ceiling = self.ceiling(code)
        return None if ceiling is None else ceiling - self.existing[code].total

    def tenths(self, one: str, other: str) -> int:
        """The distance between two municipalities in tenths of a kilometre."""
        return tenths_km(self.by_code[one], self.by_code[other])

    @cached_property
    def near(self) -> dict[str, dict[str, int]]:
        """Per municipality, who may be in a group at it, and how far: distance, area, bans."""
        found: dict[str, dict[str, int]] = {one.code: {} for one in self.municipalities}
        for one, other in self._pairs():
            if other.code in self.forbidden.get(one.code, ()):
                continue
            if certainly_beyond(one, other, self.most_tenths):
                continue
            tenths = tenths_km(one, other)
            if tenths <= self.most_tenths:
                found[one.code][other.code] = tenths
                found[other.code][one.code] = tenths
        return found

    def _pairs(self) -> Iterator[tuple[Municipality, Municipality]]:
        """Every pair within an area, the northern one last; where nothing was divided are none."""
        areas: dict[str, list[Municipality]] = {}
        divided = [one for one in self.municipalities if one.code not in self.undivided]
        for one in sorted(divided, key=lambda one: one.latitude):
            areas.setdefault(self.area(one.code), []).append(one)
        for members in areas.values():
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    if certainly_beyond(one, other, self.most_tenths):
                        break
                    yield one, other


def situation(
    problem: Problem, shares: Shares, counted: Counted, divided: Mapping[str, Places]
) -> Situation:
    """What there is to merge.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        divided: rest places per code; those of provinces without a division are not in it, and have
            no task.
    """
    rules = problem.scenario.merging
    movable = {
        code: _movable(problem, counted, code) if rules.include_offers else Places()
        for code in divided
    }
    return Situation(
        rules=rules,
        municipalities=problem.municipalities,
        tasks={code: rest + movable[code] for code, rest in divided.items()},
        existing={
            code: counted.places[code] - movable.get(code, Places()) for code in problem.codes
        },
        shares={code: shares.places[code].total for code in problem.codes},
        counted={code: counted.places[code].total for code in problem.codes},
        neighbours=problem.territory.neighbours_within(frozenset(problem.codes)),
        undivided=frozenset(problem.codes) - divided.keys(),
    )


def _movable(problem: Problem, counted: Counted, code: str) -> Places:
    """What a municipality counts of a kind, where that is below a viable site of its own.

    Places that it counts by an exchange stand elsewhere already: they move nowhere.
    """
    found: dict[Kind, int] = {}
    for kind in KINDS:
        counts = counted.places[code].of(kind)
        taken = sum(
            one.places
            for one in counted.exchanges
            if one.counts and one.taker == code and one.kind == kind
        )
        small = counts < problem.scenario.merging.minimum_site.of(kind)
        found[kind] = max(0, counts - taken) if small else 0
    return Places(regular=found["regular"], amv=found["amv"])
