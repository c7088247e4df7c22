# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distribution: the rest divided over the municipalities eligible for it (program A)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from allocator.distribution.areas import areas_of
from allocator.distribution.choice import NothingFound
from allocator.distribution.confirmation import confirm
from allocator.distribution.eligibility import eligibility, weights
from allocator.distribution.formulation import formulate
from allocator.distribution.outcome import Outcome, divide_part
from allocator.distribution.rules.registry import Rest
from allocator.distribution.unproven import nothing_found, unproven
from allocator.distribution.without_effect import exceptions, without_effect
from models.counted import Counted
from models.distributed import Distributed
from models.fault import Infeasible
from models.places import Places
from models.problem import Problem
from models.result import RunStatus
from models.share import Shares

__all__ = ["confirm", "distribute", "rest_to_divide"]


def distribute(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    progress: Callable[[str], None] = lambda message: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Distributed:
    """Divide the rest of every area.

    Where the rules exclude every division the status says so (`allocator.explanation` tells why);
    the areas of other provinces are divided all the same. Where the time limit passes, or somebody
    stops, before a proof, the answer is the best that was found and what is proven of it.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        progress: told which part is at hand, again and again while it is.
        stopped: whether somebody wants to stop; from then on nothing is solved any more.
    """
    rest = rest_to_divide(problem, shares, counted)
    found = _divide_parts(rest, progress, stopped)
    outcomes = found.kept(rest)
    divided = [
        code
        for area in rest.areas
        if area.account.province not in found.failed
        for code in area.members
    ]
    places = {claimant: n for one in outcomes for claimant, n in one.places.items()}
    return Distributed(
        areas=tuple(area.account for area in areas_of(problem, shares, counted)),
        eligible=rest.eligible,
        rest={
            code: Places(regular=places.get((code, "regular"), 0), amv=places.get((code, "amv"), 0))
            for code in sorted(divided)
        },
        divisions=tuple(one for outcome in outcomes for one in outcome.divisions),
        objectives=tuple(one for outcome in outcomes for one in outcome.objectives),
        ties=tuple(one for outcome in outcomes for one in outcome.ties),
        status=found.status(),
        reasons=tuple(found.open.values()),
        notices=(*unproven(rest, outcomes), *exceptions(rest), *without_effect(rest)),
    )


def rest_to_divide(problem: Problem, shares: Shares, counted: Counted) -> Rest:
    """What is left to divide, who is eligible for it, and in proportion to what.

    Without the areas of provinces of which it is not known what counts.
    """
    able = eligibility(problem, shares, counted)
    return Rest(
        problem=problem,
        areas=tuple(area for area in areas_of(problem, shares, counted) if area.account.known),
        weights=weights(problem, shares, counted),
        eligible=able.eligible,
        barred=able.barred,
        counted=counted.places,
        shares=shares.places,
    )


@dataclass
class _Found:
    """What is found as the parts are gone through.

    Attributes:
        outcomes: the parts that were divided.
        impossible: provinces in which no division meets every rule.
        open: provinces for which nothing was found, and why.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    impossible: set[str] = field(default_factory=set)
    open: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> set[str]:
        """The provinces without a division."""
        return self.impossible | self.open.keys()

    def status(self) -> RunStatus:
        """The worst of the parts."""
        if self.failed:
            return "infeasible" if self.impossible else "unknown"
        return "optimal" if all(outcome.proven for outcome in self.outcomes) else "feasible"

    def kept(self, rest: Rest) -> list[Outcome]:
        """The outcomes of provinces of which every part was divided: half an answer is none."""
        return [
            outcome
            for outcome in self.outcomes
            if not self.failed & _provinces(rest, outcome.areas)
        ]


def _divide_parts(
    rest: Rest, progress: Callable[[str], None], stopped: Callable[[], bool]
) -> _Found:
    scenario, territory = rest.problem.scenario, rest.problem.territory
    formulation = formulate(rest)
    contradicted = {territory.municipalities[code].province for code, _ in formulation.contradicted}
    found = _Found(impossible=set(contradicted))
    for number, part in enumerate(formulation.parts, start=1):
        provinces = _provinces(rest, part.area_codes)
        if provinces & contradicted:
            continue
        names = ", ".join(territory.name(province) for province in sorted(provinces))
        at_hand = f"dividing the rest: {names}, part {number} of {len(formulation.parts)}"

        def attentive(at_hand: str = at_hand) -> bool:
            progress(at_hand)
            return stopped()

        progress(at_hand)
        method, lots = scenario.distribution.method, rest.problem.lots
        try:
            found.outcomes.append(divide_part(part, method, lots, scenario.solver, attentive))
        except Infeasible:
            found.impossible |= provinces
        except NothingFound as error:
            reason = nothing_found(rest, part, error.stop)
            found.open |= dict.fromkeys(provinces, reason)
    return found


def _provinces(rest: Rest, codes: Collection[str]) -> set[str]:
    """The provinces in which areas lie."""
    return {area.account.province for area in rest.areas if area.account.code in codes}
