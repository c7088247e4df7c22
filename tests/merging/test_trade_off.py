# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trade-off against trying everything: every undominated combination, and no other."""

from __future__ import annotations

import pytest

from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from tests.merging.enumeration import answers
from tests.merging.instances import medium, small
from tests.merging.test_brute_force import where

NAMES = ("moved_tasks", "sites", "place_km")


def undominated(situation):
    """Of the plans with the fewest undersized tasks the combinations that no other beats."""
    everything = list(answers(situation))
    fewest = min(one.values["undersized"] for one in everything)
    points = {
        tuple(one.values[name] for name in NAMES)
        for one in everything
        if one.values["undersized"] == fewest
    }
    return {
        point
        for point in points
        if not any(
            other != point and all(x <= y for x, y in zip(other, point, strict=True))
            for other in points
        )
    }


def points_of(planned):
    return [tuple(draft.value(name) for name in NAMES) for draft in planned.drafts]


@pytest.mark.parametrize("chunk", range(10))
def test_the_trade_off_is_every_undominated_combination(chunk):
    several = 0
    for seed in range(9_000 + 30 * chunk, 9_000 + 30 * (chunk + 1)):
        situation = small(seed)
        planned = Planner(situation, Means()).trade_off()
        points = points_of(planned)
        assert set(points) == undominated(situation), seed
        assert len(points) == len(set(points)), seed
        assert planned.proven, seed
        several += len(points) > 1
    assert several, "a chunk without anything to trade tests nothing"


def test_a_trade_off_without_time_is_not_proven_and_keeps_to_every_rule():
    for seed in range(40):
        situation = small(seed)
        planned = Planner(situation, Means(seconds=0)).trade_off()
        plans = {one.where for one in answers(situation)}
        assert {where(draft) for draft in planned.drafts} <= plans, seed
    assert not Planner(medium(5), Means(seconds=0)).trade_off().proven
