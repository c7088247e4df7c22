# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Provinces of which the rules tie both kinds together: the program against brute force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.distribution.brute_force import check
from tests.distribution.enumeration import random_part


@pytest.mark.parametrize("chunk", range(20))
def test_the_program_finds_what_trying_everything_finds(chunk):
    solved = [check(random_part(seed, coupled=True)) for seed in range(chunk * 20, chunk * 20 + 20)]
    assert any(solved), "a chunk without a single feasible province tests nothing"


@pytest.mark.parametrize("places", [1, 2])
def test_of_one_or_two_places_lots_decide_as_of_many(places):
    """With so few places many claims are equal, and what lots say must still be heard."""
    solved = 0
    for seed in range(60_000, 60_100):
        part = random_part(seed, coupled=True)
        first, second = part.closings
        totals = (replace(first, total=places // 2), replace(second, total=(places + 1) // 2))
        equal = {one: min(weight, 1) for one, weight in part.weights.items()}
        free = dict.fromkeys(part.claimants, 0)
        solved += check(replace(part, closings=totals, weights=equal, lower=free, thresholds={}))
    assert solved > 25
