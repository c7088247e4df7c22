# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The situation before merging: who has which task, what counts where, how much room there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.merging.geography import Near, area_of, near_one_another, tenths_km
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
        return area_of(self.by_code[code], self.rules.within)

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
        return self._ceilings[code]

    @cached_property
    def _ceilings(self) -> dict[str, int | None]:
        factor = None if self.rules.room is None else self.rules.room.factor
        if factor is None:
            return dict.fromkeys(self.by_code)
        up, down = factor.numerator, factor.denominator
        return {
            code: max(up * self.shares[code] // down, self.counted[code]) for code in self.by_code
        }

    def room(self, code: str) -> int | None:
        """The same, above what stands there."""
        ceiling = self.ceiling(code)
        return None if ceiling is None else ceiling - self.existing[code].total

    def tenths(self, one: str, other: str) -> int:
        """The distance between two municipalities in tenths of a kilometre."""
        known = self.near[one].get(other)
        return tenths_km(self.by_code[one], self.by_code[other]) if known is None else known

    @cached_property
    def near(self) -> Near:
        """Per municipality, who may be in a group at it, and how far: distance, area, bans.

        Where nothing was divided nobody is near anybody.
        """
        near = near_one_another(self.municipalities, self.rules.within, self.most_tenths)
        if not self.forbidden and not self.undivided:
            return near
        return {code: dict(self._allowed(code, others)) for code, others in near.items()}

    def _allowed(self, code: str, others: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Those of some others with whom a municipality may share a group."""
        if code not in self.undivided:
            barred = self.undivided | self.forbidden.get(code, frozenset())
            yield from ((other, far) for other, far in others.items() if other not in barred)


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
            one.counting
            for one in counted.exchanges
            if one.counts and one.taker == code and one.kind == kind
        )
        small = counts < problem.scenario.merging.minimum_site.of(kind)
        found[kind] = max(0, counts - taken) if small else 0
    return Places(regular=found["regular"], amv=found["amv"])
