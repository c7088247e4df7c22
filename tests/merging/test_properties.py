# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What must hold for every plan: more freedom never makes it worse, a ban never better."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from tests.merging.instances import medium

ORDER = ("undersized", "moved_tasks", "place_km")
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = st.integers(min_value=10_000, max_value=10_000_000)


def values(situation, **rules):
    """The objectives in order under other rules."""
    others = replace(situation, rules=situation.rules.model_copy(update=rules))
    planned = Planner(others, Means()).best()
    assert planned.proven
    (draft,) = planned.drafts
    return tuple(draft.value(name) for name in ORDER)


@FEW
@given(seed=SEEDS, more=st.integers(min_value=1, max_value=400))
def test_going_farther_never_makes_a_plan_worse(seed, more):
    situation = medium(seed, ORDER)
    farther = situation.rules.max_distance_km + Fraction(more, 10)
    assert values(situation, max_distance_km=farther) <= values(situation)


@FEW
@given(seed=SEEDS)
def test_one_member_more_never_makes_a_plan_worse(seed):
    situation = medium(seed, ORDER)
    more = situation.rules.max_members + 1
    assert values(situation, max_members=more) <= values(situation)


@FEW
@given(seed=SEEDS, data=st.data())
def test_forbidding_a_pair_never_makes_a_plan_better(seed, data):
    situation = medium(seed, ORDER)
    pair = data.draw(st.sampled_from(list(combinations(situation.neighbours, 2))))
    forbidden = (*situation.rules.forbidden, pair)
    assert values(situation, forbidden=forbidden) >= values(situation)


@FEW
@given(seed=SEEDS)
def test_borders_that_do_not_matter_never_make_a_plan_worse(seed):
    situation = medium(seed, ORDER)
    assert values(situation, contiguous=False) <= values(situation, contiguous=True)
