# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Repairs confirmed: the scenario is changed, and its rest formulated and solved as any other.

What confirms is the program that chooses who takes part, made from the changed settings. It knows
nothing of lines that give way. Its objective is left out: any division will do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from allocator.distribution import rest_to_divide
from allocator.distribution.areas import Area
from allocator.distribution.choice import NothingFound, is_possible
from allocator.distribution.formulation import formulate
from allocator.explanation.infeasible.program import Movable
from allocator.explanation.infeasible.successive import OutOfTime, Successive
from models.counted import Counted
from models.problem import Problem
from models.scenario import Scenario
from models.share import Shares

Change = int | str | None
"""The new value of a line; None takes an item off its list."""


def setting(scenario: Scenario, path: str) -> Any:
    """The value of a line of the scenario."""
    value: Any = scenario.model_dump(mode="json")
    for key in path.split("."):
        value = value[int(key) if isinstance(value, list) else key]
    return value


def becomes(now: int | str, line: Movable, amount: int) -> Change:
    """The value of a line after its change."""
    if isinstance(now, int):
        return now + amount if line.up else now - amount
    return "all" if line.path == "distribution.eligible" else None


def changed(scenario: Scenario, changes: Mapping[str, Change]) -> Scenario:
    """The scenario with other values for some of its lines."""
    settings: Any = scenario.model_dump(mode="json")
    removed: list[tuple[list[Any], int]] = []
    for path, new in changes.items():
        *way, last = path.split(".")
        holder = settings
        for key in way:
            holder = holder[int(key) if isinstance(holder, list) else key]
        if isinstance(holder, list):
            removed.append((holder, int(last)))
        else:
            holder[last] = new
    # From the back, so that the places of the others stay what they are.
    for holder, place in sorted(removed, key=lambda item: -item[1]):
        del holder[place]
    return Scenario.model_validate(settings)


@dataclass(frozen=True, slots=True)
class Trial:
    """A problem in which lines are changed to see whether some areas can be divided.

    Attributes:
        problem: as it is.
        shares: what the key gives; no line that may change bears on it.
        counted: what counts; likewise.
        areas: codes of the areas to divide.
        solver: keeps the time.
    """

    problem: Problem
    shares: Shares
    counted: Counted
    areas: Collection[str]
    solver: Successive

    def divides(self, changes: Mapping[str, Change]) -> bool:
        """Whether the areas can be divided with these changes.

        Raises:
            OutOfTime: if that was not found out in time.
        """
        problem = replace(self.problem, scenario=changed(self.problem.scenario, changes))
        rest = rest_to_divide(problem, self.shares, self.counted)
        formulation = formulate(rest)
        here = {code for area in rest.areas if self._is_here(area) for code in area.members}
        if any(code in here for code, _ in formulation.contradicted):
            return False
        parts = (part for part in formulation.parts if set(part.area_codes) & set(self.areas))
        try:
            return all(
                is_possible(part, self.solver.settings_now(), self.solver.stopped) for part in parts
            )
        except NothingFound as error:
            raise OutOfTime from error

    def _is_here(self, area: Area) -> bool:
        return area.account.code in self.areas
