# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plan: districts planned apart and put together, then the balance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from allocator.merging.draft import Draft, Site
from allocator.merging.planning.cluster_plans import Caps, ClusterPlans, Question
from allocator.merging.planning.clusters import NOTHING_FIXED, Fixed
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.objectives import ADDED_UP, before_balance, in_full
from allocator.merging.planning.ranking import Ranked, best_of
from allocator.merging.planning.rooms import NO_CAPS, Rooms
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
        means = self._means.begun()
        asked = self._situation.rules.objectives
        if wanted > 1:
            return self._together(Question(_added_up(in_full(asked)), wanted, NO_CAPS, means))
        question = Question(_added_up(before_balance(asked)), 1, NO_CAPS, means)
        plans = self._together(question)
        if "balance" in asked and plans.proven:
            return self._balanced(plans, question)
        return plans

    def _balanced(self, plans: Planned, question: Question) -> Planned:
        """The same values before the balance, and then the smallest largest realised / share.

        Again and again a plan is asked for whose loads are all below the largest so far, until
        there is none, or it costs more.
        """
        [draft] = plans.drafts
        proven, bounds = True, dict(plans.bounds)
        # Where no site is viable the balance is 0, and nothing is below it.
        while largest := draft.value("balance"):
            better = self._together(question._replace(caps=self._caps_below(largest)))
            proven = better.proven
            if not better.drafts or not proven:
                break
            if any(better.drafts[0].value(one) != draft.value(one) for one in question.objectives):
                break
            # What is settled beforehand keeps to no cap: it may be what carries the most.
            if better.drafts[0].value("balance") >= largest:
                break
            [draft] = better.drafts
        full = _added_up(in_full(self._situation.rules.objectives))
        if full != question.objectives:
            after = question._replace(objectives=full, caps=self._caps_at(largest))
            last = self._together(after)
            proven &= last.proven
            # What is not proven may stand where every task stays, caps or none.
            if last.proven and last.drafts:
                [draft], bounds = last.drafts, dict(last.bounds)
        bounds["balance"] = largest if proven else Fraction(0)
        return Planned((draft,), bounds, proven)

    def _caps_at(self, load: Fraction) -> Caps:
        """Per municipality, the most it realises when no realised / share is above a load."""
        return {code: floor(load * max(1, share)) for code, share in self._shares}

    def _caps_below(self, load: Fraction) -> Caps:
        """The same when every one is below the load."""
        return {code: ceil(load * max(1, share)) - 1 for code, share in self._shares}

    @property
    def _shares(self) -> Iterable[tuple[str, int]]:
        return self._situation.shares.items()

    def trade_off(self) -> tuple[Planned, int]:
        """Plans with every undominated combination of moved tasks, sites and kilometres.

        Undersized tasks are as few as can be. Where there is no time to share out a room that both
        kinds want, combinations are left out, and then the list is not proven.

        Returns:
            The plans, the fewest moved tasks first, proven if the list is whole; and how many were
            left out.
        """
        means = self._means.begun()
        frontiers = Frontiers(self._clusters, self._rooms, means.over)
        known = [Weighed.of(Draft.of(self._situation, self._settled))]
        for district in self._clusters.districts:
            found = frontiers.of(district)
            known = undominated(one + other for one in known for other in found)
        drafts = tuple(self._draft(one.ranked) for one in known)
        left_out = frontiers.left_out
        return Planned(drafts, {}, frontiers.proven and not left_out), left_out

    def _together(self, question: Question) -> Planned:
        """The best plans of all districts together."""
        clusters, listed = self._clusters, question.objectives
        clusters.best([*clusters.clusters], question, {})  # all at once, for several processes
        settled = Draft.of(self._situation, self._settled)
        best = [Ranked((0,) * len(listed), (), ())]
        sums = {one: settled.value(one) for one in listed}
        proven = True
        for district in clusters.districts:
            found = self._rooms.shared_out(district, question)
            best = best_of((known + new for known in best for new in found.plans), question.wanted)
            proven &= found.proven
            for one, bound in zip(listed, found.bounds, strict=True):
                sums[one] += Fraction(bound, 10) if one == "place_km" else bound
        drafts = tuple(self._draft(one) for one in best)
        return Planned(drafts, _given_those_before(sums, drafts), proven)

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
