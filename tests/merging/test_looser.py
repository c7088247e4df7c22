# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A looser rule never gives a worse plan: whatever keeps to the stricter one keeps to it too."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import allocator
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from models.merging import Room
from tests.merging.instances import ORDERS, medium

WIDER = ("region", "province", "any")


def looser(rules, what):
    """The rules with one of them loosened."""
    if what == "within":
        wider = WIDER[min(WIDER.index(rules.within) + 1, 2)]
        return rules.model_copy(update={"within": wider})
    if what == "distance":
        return rules.model_copy(update={"max_distance_km": rules.max_distance_km * 2})
    if what == "members":
        return rules.model_copy(update={"max_members": rules.max_members + 2})
    factor = rules.room.factor if rules.room else None
    return rules.model_copy(update={"room": Room(factor=factor and factor * Fraction(3, 2))})


@pytest.mark.parametrize("what", ["within", "distance", "members", "room"])
def test_a_looser_rule_never_gives_a_worse_plan(what):
    better = 0
    for seed in range(40):
        situation = medium(seed, ORDERS[seed % len(ORDERS)])
        wider = replace(situation, rules=looser(situation.rules, what))
        plans = [Planner(one, Means()).best() for one in (situation, wider)]
        assert all(one.proven for one in plans), seed
        strict, loose = (
            [one.drafts[0].value(name) for name in situation.rules.objectives] for one in plans
        )
        assert loose <= strict, (seed, what)
        better += loose < strict
    assert better, "where nothing becomes better this tests nothing"


def test_the_balance_before_the_kilometres_is_proven_within_the_province_too():
    objectives = "merging.objectives=[undersized,moved_tasks,balance,place_km]"
    found = {}
    for within in ("region", "province"):
        run = allocator.run("overijssel-2024", [objectives, f"merging.within={within}"])
        assert run.status == "optimal"
        values = {one.name: one.value for one in run.result.objectives if one.name != "deviation"}
        found[within] = (values["undersized"], values["moved_tasks"], values["balance"])
        kilometres = values["place_km"]
    assert found["region"] == (0, 17, Fraction(330, 233))
    assert found["province"] == (0, 17, Fraction(320, 233))
    assert kilometres == Fraction(20_471, 10)
