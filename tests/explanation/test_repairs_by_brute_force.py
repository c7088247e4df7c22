# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Repairs of small scenarios are what trying everything finds: which lines, and how far each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allocator.distribution import distribute
from allocator.explanation import why_infeasible
from allocator.explanation.infeasible.mending import FEW_REPAIRS, MOST_REPAIRS
from tests.explanation.small import Small, small
from tests.explanation.trying_everything import is_possible, mended_apart

CHUNK = 30


def with_changes(one: Small, changes: dict[str, object]) -> Small:
    """The same with other values for some lines of the scenario."""
    settings = one.problem.scenario.model_dump(mode="json")
    removed = []
    for path, new in changes.items():
        _, *way, last = path.split(".")
        holder = settings["distribution"]
        for key in way:
            holder = holder[key]
        if new is None:
            removed.append(holder[int(last)])
        else:
            holder[last] = new
    exempt = settings["distribution"]["exempt"]
    settings["distribution"]["exempt"] = [code for code in exempt if code not in removed]
    scenario = type(one.problem.scenario).model_validate(settings)
    return replace(one, problem=replace(one.problem, scenario=scenario))


def divides(one: Small) -> bool:
    return distribute(one.problem, one.shares, one.counted).status == "optimal"


@pytest.mark.parametrize("chunk", range(10))
def test_repairs_are_what_trying_everything_finds(chunk):
    infeasible = 0
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        one = small(seed)
        expected = mended_apart(one)
        if not expected:
            assert divides(one), seed
            continue
        infeasible += 1
        most = max(FEW_REPAIRS, MOST_REPAIRS // sum(mended.failing for mended in expected))
        why = why_infeasible(one.problem, one.shares, one.counted)
        found = [
            (repair.areas, {move.path: move.by or 0 for move in repair.moves})
            for repair in why.repairs
        ]
        assert found == [
            (mended.areas, repair) for mended in expected for repair in mended.repairs[:most]
        ], seed
        assert why.complete == all(len(mended.repairs) <= most for mended in expected), seed
        hopeless = [code for mended in expected if not mended.repairs for code in mended.areas]
        assert list(why.beyond_repair) == hopeless, seed
        assert why.reasons, seed
    assert infeasible >= 20, "ten times twenty make the two hundred that were promised"


@pytest.mark.parametrize("seed", range(1000, 1040))
def test_a_division_exists_with_a_repair_and_with_nothing_less(seed):
    one = small(seed)
    if is_possible(one):
        return
    assert not divides(one)
    why = why_infeasible(one.problem, one.shares, one.counted)
    if why.beyond_repair:
        return
    for repair in why.repairs:
        # Areas that share no line each need a repair of their own.
        others = {other.areas: other for other in reversed(why.repairs)}
        del others[repair.areas]
        given = {move.path: move.becomes for other in others.values() for move in other.moves}
        changes = {move.path: move.becomes for move in repair.moves}
        changed = with_changes(one, {**given, **changes})
        assert divides(changed)
        assert is_possible(changed)
        for move in repair.moves:
            rest = {path: new for path, new in changes.items() if path != move.path}
            assert not is_possible(with_changes(one, {**given, **rest}))
            if move.by is not None:
                nearer = move.becomes + (1 if move.becomes < move.now else -1)
                less = with_changes(one, {**given, **changes, move.path: nearer})
                assert not is_possible(less)
                assert not divides(less)
