# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shortages of small scenarios are what trying every number of places finds."""

from __future__ import annotations

import pytest

from allocator.distribution import rest_to_divide
from allocator.explanation import why_infeasible
from models.places import KINDS
from tests.explanation.small import small
from tests.explanation.trying_everything import is_possible, nearest


def has_few_municipalities(seed: int) -> bool:
    one = small(seed)
    rest = rest_to_divide(one.problem, one.shares, one.counted)
    return all(len(area.members) <= 3 for area in rest.areas)


SEEDS = [seed for seed in range(2000, 2150) if has_few_municipalities(seed)]


@pytest.mark.parametrize("chunk", range(5))
def test_shortages_are_what_trying_everything_finds(chunk):
    for seed in SEEDS[chunk::5]:
        one = small(seed)
        if is_possible(one):
            continue
        why = why_infeasible(one.problem, one.shares, one.counted)
        told = {shortage.area: shortage for shortage in why.shortages}
        contradicted = 0
        for area in rest_to_divide(one.problem, one.shares, one.counted).areas:
            rest = {kind: area.account.rest.of(kind) for kind in KINDS}
            expected = nearest(one, list(area.members), rest)
            shortage = told.pop(area.account.code, None)
            if expected is None or expected == rest:
                assert shortage is None, seed
                contradicted += expected is None
            else:
                assert shortage is not None, seed
                assert {kind: shortage.placed.of(kind) for kind in KINDS} == expected, seed
        assert not told, seed
        assert bool(why.contradictions) == bool(contradicted), seed


def test_enough_small_scenarios_are_tried():
    assert len(SEEDS) >= 50
