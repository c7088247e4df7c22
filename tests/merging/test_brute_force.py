# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The planner against brute force: every plan of small situations, in several orders."""

from __future__ import annotations

import pytest

from allocator.merging.planning.partition import shapes
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from models.places import KINDS
from tests.merging.enumeration import best, first_without_balance
from tests.merging.instances import ORDERS, small

CHUNK = 20


def where(draft):
    """Per task, regular first and then by code, the code of its host."""
    return tuple(
        draft.host_of[kind, code]
        for kind in KINDS
        for code in sorted(draft.situation.tasks)
        if draft.situation.task(code, kind)
    )


@pytest.mark.parametrize("chunk", range(20))
def test_the_plan_is_the_very_one_that_trying_everything_finds(chunk, monkeypatch):
    merged = 0
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        situation = small(seed, ORDERS[seed % len(ORDERS)])
        expected = best(situation)
        for most in (shapes.MOST_TASKS, 0):  # by tables, and all by the relaxation
            monkeypatch.setattr(shapes, "MOST_TASKS", most)
            planned = Planner(situation, Means()).best()
            (draft,) = planned.drafts
            assert where(draft) == expected.where, seed
            assert {name: draft.value(name) for name in expected.values} == expected.values, seed
            assert planned.proven, seed
            for name in situation.rules.objectives:
                assert planned.bounds[name] == expected.values[name], (seed, name)
        monkeypatch.undo()
        merged += expected.values["moved_tasks"] > 0
    assert merged, "a chunk without a single merge tests nothing"


@pytest.mark.parametrize("chunk", range(10))
def test_the_next_best_plans_are_those_of_trying_everything(chunk):
    several = 0
    for seed in range(1_000 + chunk * CHUNK, 1_000 + (chunk + 1) * CHUNK):
        situation = small(seed, ORDERS[seed % len(ORDERS)])
        expected = [one.where for one in first_without_balance(situation, 4)]
        planned = Planner(situation, Means()).best(4)
        assert [where(draft) for draft in planned.drafts] == expected, seed
        assert planned.proven, seed
        several += len(expected) > 1
    assert several, "a chunk without a choice tests nothing"
