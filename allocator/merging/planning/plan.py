# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plan: parts planned apart and put together, then the balance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from allocator.merging.draft import Draft, Site
from allocator.merging.planning.cluster_plans import (
    NO_SITES,
    ClusterPlans,
    Part,
    Question,
)
from allocator.merging.planning.clusters import NOTHING_FIXED, Caps, Fixed
from allocator.merging.planning.partition.groups import Cluster
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.objectives import ADDED_UP, before_balance, in_full
from allocator.merging.planning.partition.optimum import Best
from allocator.merging.planning.ranking import Ranked, bounds_of, combined, value_of
from allocator.merging.planning.rooms import Rooms
from allocator.merging.planning.trade_off import Frontiers, Weighed, undominated
from allocator.merging.situation import Situation
from models.merging import MergingObjective


@dataclass(frozen=True)
class Planned:
    """The best plans of a situation.

    Attributes:
        drafts: the best first; none where caps exclude all of them.
        bounds: per objective what no plan is below, given the objectives before it.
        proven: whether these are the best, in order.
    """

    drafts: tuple[Draft, ...]
    bounds: Mapping[MergingObjective, Fraction]
    proven: bool


class Planner:
    """Plans a situation around what is settled beforehand."""

    def __init__(
        self,
        situation: Situation,
        means: Means,
        fixed: Fixed = NOTHING_FIXED,
        settled: tuple[Site, ...] = (),
    ) -> None:
        """Plan nothing yet.

        Args:
            situation: before merging.
            means: what the answer to each question may take.
            fixed: what is settled beforehand, as clusters have to know it.
            settled: the same, as sites of the plan.
        """
        self._situation, self._means, self._settled = situation, means, settled
        self._clusters = ClusterPlans(situation, fixed)
        self._rooms = Rooms(situation, self._clusters)

    def best(self, wanted: int = 1) -> Planned:
        """The best plans in the scenario's objectives.

        Args:
            wanted: how many. Of the first the balance is made as small as it can be, where that is
                asked; among the others it is not looked at.
        """
        asked = self._situation.rules.objectives
        question = Question(_added_up(in_full(asked)), wanted, self._means.begun())
        plans, found = self._together(question, self._clusters.apart)
        if "balance" in asked and plans.proven and wanted == 1:
            before = question.objectives[: self._before]
            kept = {
                part: tuple(value_of(best.plans[0], one) for one in before)
                for part, (_, best) in found.items()
            }
            return self._balanced(plans, question._replace(kept=kept))
        return plans

    def _balanced(self, plans: Planned, question: Question) -> Planned:
        """The same values before the balance, and then the smallest largest realised / share.

        Of the loads that there can be, the one below the largest so far is tried first, as mostly
        nothing is below; then the one in the middle of what is open, until nothing is.
        """
        [draft] = plans.drafts
        # Where no site is viable the balance is 0, and nothing is below it.
        largest, excluded, proven = draft.value("balance"), Fraction(-1), True
        tried = self._load_below(largest)
        while largest and tried > excluded and proven:
            better, _ = self._together(
                question._replace(caps=self._caps_at(tried)), [*question.kept]
            )
            proven = better.proven
            # What is settled beforehand keeps to no cap: it may be what carries the most.
            if better.drafts and better.drafts[0].value("balance") < largest:
                [draft] = better.drafts
                largest = draft.value("balance")
            elif proven:
                excluded = tried
            tried = min(self._load_from((excluded + largest) / 2), self._load_below(largest))
        after = _added_up(in_full(self._situation.rules.objectives))[self._before :]
        bounds = dict(plans.bounds)
        bounds |= {one: draft.value(one) if proven else Fraction(0) for one in after}
        bounds["balance"] = largest if proven else max(Fraction(0), self._load_above(excluded))
        return Planned((draft,), bounds, proven)

    @property
    def _before(self) -> int:
        """How many of the objectives that add up go before the balance."""
        return len(_added_up(before_balance(self._situation.rules.objectives)))

    def _caps_at(self, load: Fraction) -> Caps:
        """Per municipality, the most it realises when no realised / share is above a load."""
        return {code: floor(load * share) for code, share in self._shares.items()}

    def _load_below(self, load: Fraction) -> Fraction:
        """The largest realised / share below a load that some municipality may have."""
        return max(Fraction(ceil(load * one) - 1, one) for one in self._shares.values())

    def _load_from(self, load: Fraction) -> Fraction:
        """The smallest one that is no less than a load."""
        return min(Fraction(ceil(load * one), one) for one in self._shares.values())

    def _load_above(self, load: Fraction) -> Fraction:
        """The smallest one above a load."""
        return min(Fraction(floor(load * one) + 1, one) for one in self._shares.values())

    @cached_property
    def _shares(self) -> dict[str, int]:
        """Per municipality its share; one of 0 counts as 1."""
        return {code: max(1, share) for code, share in self._situation.shares.items()}

    def trade_off(self) -> Planned:
        """Plans with every undominated combination of moved tasks, sites and kilometres.

        Undersized tasks are as few as can be.

        Returns:
            The plans, the fewest moved tasks first, proven if the list is whole.
        """
        frontiers = Frontiers(self._clusters, self._rooms, self._means.begun().over)
        settled = Weighed.of(Draft.of(self._situation, self._settled))
        known = undominated(settled + one for one in frontiers.together())
        return Planned(tuple(self._draft(one.ranked) for one in known), {}, frontiers.proven)

    def _together(
        self, question: Question, parts: Sequence[Part]
    ) -> tuple[Planned, Mapping[Part, tuple[Cluster, Best]]]:
        """The best plans of all parts together.

        Where those of two parts bring too much to one municipality, the parts are planned together;
        until all plans that are wanted leave each other room.

        Returns:
            The plans, and the parts in the end with the plans of each.
        """
        listed, begun = question.objectives, NO_SITES
        while True:
            found = self._clusters.best(parts, question, begun)
            best = combined(found, listed, question.wanted)
            joined = self._rooms.joined(parts, best, question.caps)
            if len(joined) == len(parts):
                break
            # Caps may leave no plan at all; without them every task may stay where it is.
            begun = {} if question.caps else self._begun(joined, best[0])
            parts = joined
        proven = all(one.proven for _, one in found)
        settled = Draft.of(self._situation, self._settled)
        sums = {one: settled.value(one) for one in listed}
        for one, bound in zip(listed, bounds_of(found, listed), strict=True):
            sums[one] += Fraction(bound, 10) if one == "place_km" else bound
        drafts = tuple(self._draft(one) for one in best)
        planned = Planned(drafts, _given_those_before(sums, drafts), proven)
        return planned, dict(zip(parts, found, strict=True))

    def _begun(self, parts: Sequence[Part], ranked: Ranked) -> dict[Part, list[Site]]:
        """For each part what fits of a plan: something to begin with."""
        sites = self._rooms.thinned(ranked.sites)
        of = {owner: part for part in parts for owner in part}
        begun: dict[Part, list[Site]] = {part: [] for part in parts}
        for site in sites:
            begun[of[site.kind, site.tasks[0]]].append(site)
        return begun

    def _draft(self, ranked: Ranked) -> Draft:
        """A plan with what is settled beforehand."""
        return Draft.of(self._situation, (*self._settled, *ranked.sites))


def _added_up(objectives: Iterable[MergingObjective]) -> tuple[MergingObjective, ...]:
    return tuple(one for one in objectives if one in ADDED_UP)


def _given_those_before(
    sums: Mapping[MergingObjective, Fraction], drafts: Sequence[Draft]
) -> dict[MergingObjective, Fraction]:
    """The bounds as far as they hold: where one objective is not proven, later ones have none."""
    bounds, meets = {}, bool(drafts)
    for one, bound in sums.items():
        bounds[one] = bound if meets else Fraction(0)
        meets = meets and bound == drafts[0].value(one)
    return bounds
