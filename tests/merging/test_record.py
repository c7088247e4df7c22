# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is told to be proven: in order, and never of a plan that is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planned, Planner
from allocator.merging.record import values_of
from tests.merging.enumeration import answers
from tests.merging.instances import ORDERS, medium, small


def test_an_alternative_is_not_proven_in_what_comes_after_its_first_loss():
    lost = 0
    for seed in range(1_000, 1_060):
        situation = small(seed, ORDERS[seed % len(ORDERS)])
        names = situation.rules.objectives
        everything = list(answers(situation))
        ranked = Planner(situation, Means()).best(4)
        for draft in ranked.drafts:
            kept = everything
            for value in values_of(Planned((draft,), ranked.bounds, ranked.proven), draft):
                least = min(one.values[value.name] for one in kept)
                assert value.bound <= least, (seed, value)
                assert not value.proven or value.value == least, (seed, value)
                kept = [one for one in kept if one.values[value.name] == value.value]
                lost += not value.proven
        assert names
    assert lost, "without a loss this tests nothing"


@pytest.mark.parametrize("objectives", [("undersized",), ("undersized", "moved_tasks")])
def test_a_plan_that_is_not_proven_is_never_told_to_be(objectives):
    open_ = 0
    for seed in range(100, 140):
        situation = medium(seed, objectives)
        planned = Planner(situation, Means(stopped=lambda: True)).best()
        told = values_of(planned, planned.drafts[0])
        assert planned.proven == all(one.proven for one in told)
        open_ += not planned.proven
    assert open_, "without an open plan this tests nothing"


def test_where_only_the_order_of_equal_plans_is_open_the_last_objective_is_not_proven():
    situation = small(3, ("undersized", "moved_tasks", "place_km"))
    planned = Planner(situation, Means()).best()
    (draft,) = planned.drafts
    bounds = {name: draft.value(name) for name in situation.rules.objectives}
    told = values_of(Planned((draft,), bounds, False), draft)
    assert [one.proven for one in told] == [True, True, False]
    assert [one.bound for one in told] == [Fraction(bounds[one.name]) for one in told]
