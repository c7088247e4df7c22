# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The planner against its twin: tasks assigned to hosts by CP-SAT reach the same objectives."""

from __future__ import annotations

from fractions import Fraction

import pytest

from allocator.merging.planning.partition import shapes
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from allocator.solving import solve
from tests.merging.assignment import OBJECTIVES, Assignment
from tests.merging.instances import medium

CHUNK = 20


def by_cp_sat(program, seconds):
    return solve(program, Fraction(seconds), 1)


@pytest.mark.parametrize("chunk", range(11))
def test_assigning_tasks_to_hosts_comes_to_the_same(chunk, monkeypatch):
    if chunk % 2:  # not by tables, but by the relaxation as large clusters are
        monkeypatch.setattr(shapes, "MOST_TASKS", 0)
    merged = 0
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        situation = medium(seed, OBJECTIVES)
        model = Assignment(situation, list(situation.neighbours))
        expected = model.solved(by_cp_sat, 60)
        planned = Planner(situation, Means()).best()
        (draft,) = planned.drafts
        tenths = expected.pop("place_km")
        assert draft.value("place_km") * 10 == tenths, seed
        assert {name: draft.value(name) for name in expected} == expected, seed
        assert planned.proven, seed
        merged += expected["moved_tasks"] > 2
    assert merged > CHUNK // 4, "a chunk with hardly a merge tests nothing"
