# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distribution: the rest divided over the municipalities eligible for it (program A)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from allocator.distribution.areas import areas_of
from allocator.distribution.choice import NothingFound
from allocator.distribution.eligibility import eligibility, weights
from allocator.distribution.formulation import formulate
from allocator.distribution.outcome import Outcome, divide_part
from allocator.distribution.rules.registry import Rest
from models.counted import Counted
from models.distributed import Distributed
from models.fault import Infeasible
from models.places import Places
from models.problem import Problem
from models.result import RunStatus
from models.share import Shares

__all__ = ["distribute", "rest_to_divide"]


def distribute(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    progress: Callable[[str], None] = lambda message: None,
) -> Distributed:
    """Divide the rest of every area.

    Where the rules exclude every division the answer says so, in numbers; the areas of other
    provinces are divided all the same.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        progress: told which part is at hand.
    """
    rest = rest_to_divide(problem, shares, counted)
    found = _divide_parts(rest, progress)
    outcomes = found.kept(rest)
    divided = [
        code
        for area in rest.areas
        if area.account.province not in found.failed
        for code in area.members
    ]
    places = {claimant: n for one in outcomes for claimant, n in one.places.items()}
    return Distributed(
        areas=tuple(area.account for area in rest.areas),
        eligible=rest.eligible,
        rest={
            code: Places(regular=places.get((code, "regular"), 0), amv=places.get((code, "amv"), 0))
            for code in sorted(divided)
        },
        divisions=tuple(one for outcome in outcomes for one in outcome.divisions),
        objectives=tuple(one for outcome in outcomes for one in outcome.objectives),
        ties=tuple(one for outcome in outcomes for one in outcome.ties),
        status=found.status(),
        reasons=tuple(found.reasons),
    )


def rest_to_divide(problem: Problem, shares: Shares, counted: Counted) -> Rest:
    """What is left to divide, who is eligible for it, and in proportion to what."""
    able = eligibility(problem, shares, counted)
    return Rest(
        problem=problem,
        areas=areas_of(problem, shares, counted),
        weights=weights(problem, shares, counted),
        eligible=able.eligible,
        barred=able.barred,
        counted=counted.places,
    )


@dataclass
class _Found:
    """Outcomes and failures, as the parts are gone through."""

    outcomes: list[Outcome] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    infeasible: bool = False

    def status(self) -> RunStatus:
        """The worst of the parts."""
        if self.infeasible:
            return "infeasible"
        if self.failed:
            return "unknown"
        return "optimal" if all(outcome.proven for outcome in self.outcomes) else "feasible"

    def fail(self, provinces: set[str], reasons: tuple[str, ...], *, infeasible: bool) -> None:
        """Note why the parts of some provinces have no division."""
        self.failed |= provinces
        self.reasons += reasons
        self.infeasible |= infeasible

    def kept(self, rest: Rest) -> list[Outcome]:
        """The outcomes of provinces of which every part was divided: half an answer is none."""
        return [
            outcome
            for outcome in self.outcomes
            if not self.failed & _provinces(rest, outcome.areas)
        ]


def _divide_parts(rest: Rest, progress: Callable[[str], None]) -> _Found:
    scenario, territory = rest.problem.scenario, rest.problem.territory
    formulation = formulate(rest)
    found = _Found()
    for province, reason in formulation.contradictions:
        found.fail({province}, (reason,), infeasible=True)
    contradicted = set(found.failed)
    for number, part in enumerate(formulation.parts, start=1):
        provinces = _provinces(rest, part.area_codes)
        if provinces & contradicted:
            continue
        names = ", ".join(territory.name(province) for province in sorted(provinces))
        progress(f"dividing the rest: {names}, part {number} of {len(formulation.parts)}")
        try:
            method = scenario.distribution.method
            found.outcomes.append(divide_part(part, method, rest.problem.lots, scenario.solver))
        except Infeasible as error:
            found.fail(provinces, error.reasons, infeasible=True)
        except NothingFound:
            seconds = scenario.solver.time_limit_seconds
            reason = f"{part.areas}: nothing found within the time limit of {seconds} seconds"
            found.fail(provinces, (reason,), infeasible=False)
    return found


def _provinces(rest: Rest, codes: Collection[str]) -> set[str]:
    """The provinces in which areas lie."""
    return {area.account.province for area in rest.areas if area.account.code in codes}
