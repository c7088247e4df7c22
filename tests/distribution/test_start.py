# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The quick start: whatever it gives meets every rule, and no bound is above the best."""

from __future__ import annotations

from dataclasses import replace

import pytest

import allocator
from allocator.distribution import rest_to_divide
from allocator.distribution.close_sums import close_sums
from allocator.distribution.deviation import deviation_bound
from allocator.distribution.formulation import formulate
from allocator.distribution.network import Network
from allocator.distribution.program import hint_of, program_of
from allocator.distribution.start import start_of
from allocator.distribution.statement import plainly
from allocator.pipeline import given
from tests.distribution.enumeration import (
    allocations,
    best,
    choices,
    deviation,
    holds,
    random_part,
)

CHUNKS = [(first, coupled) for first in range(40_000, 40_400, 40) for coupled in (False, True)]


def meets_every_rule(part, start) -> bool:
    """Every rule stated once more, of a start."""
    for one in part.claimants:
        places = start.places[one]
        least = max(part.lower[one], part.thresholds.get(one, 0))
        if one in part.thresholds and one not in start.chosen:
            right = places == 0 and part.lower[one] == 0
        elif part.weights[one]:
            right = least <= places <= part.upper[one]
        else:
            right = places == least <= part.upper[one]
        if not right:
            return False
    closes = all(
        sum(start.places[one] for one in closing.claimants) == closing.total
        for closing in part.closings
    )
    return closes and holds(part, start.places)


@pytest.mark.parametrize(("first", "coupled"), CHUNKS)
def test_a_start_meets_every_rule_and_is_found_wherever_there_is_one(first, coupled):
    found = 0
    for seed in range(first, first + 40):
        part = random_part(seed, coupled=coupled)
        start = start_of(part)
        if start is None:
            assert best(part) is None, seed
            continue
        found += 1
        assert meets_every_rule(part, start), seed
        assert not program_of(part).broken_lines(hint_of(part, start.chosen, start.places)), seed
    assert found


@pytest.mark.parametrize("coupled", [False, True])
def test_no_places_deviate_less_than_the_bound(coupled):
    reached = 0
    for seed in range(41_000, 41_120):
        part = random_part(seed, coupled=coupled)
        if start_of(part) is None:
            continue
        least = min(
            deviation(part, places)
            for chosen in choices(part)
            for places in allocations(part, chosen)
        )
        assert deviation_bound(part) <= least, seed
        reached += deviation_bound(part) == least
    assert reached > 5


def parts_of(name: str, *overrides: str):
    known = given(name, overrides)
    return formulate(rest_to_divide(known.problem, known.shares, known.counted)).parts


@pytest.mark.parametrize(
    "overrides",
    [
        ["distribution.minimum_site={regular: 50, amv: 20}"],
        ["distribution.minimum_site={regular: 300, amv: 60}"],
        ["distribution.minimum_site={regular: 100, amv: 20}", "distribution.by=region"],
        [
            "distribution.minimum_site={regular: 200, amv: 40}",
            "distribution.region_limits={Haaglanden: {total: {min: 5000, max: 5003}}}",
        ],
    ],
)
def test_the_whole_country_has_a_start(overrides):
    for part in parts_of("nederland-2024", *overrides):
        start = start_of(part)
        assert start is not None, part.areas
        assert meets_every_rule(part, start), part.areas
        assert deviation_bound(part) <= deviation(part, dict(start.places))


def test_where_sums_cannot_be_met_the_claimants_in_the_way_are_told():
    (part,) = parts_of(
        "overijssel-2024", "distribution.region_limits={Twente: {total: {min: 300}}}"
    )
    (group,) = part.groups
    inside = {one for one in part.claimants if one in group.claimants}
    tight = replace(part, upper={one: int(one not in inside) * 999 for one in part.claimants})
    stuck = close_sums(Network(tight), dict.fromkeys(part.claimants, 0))
    assert stuck is not None
    assert set(stuck.more) == inside
    assert not stuck.less


def test_a_tighter_program_has_the_same_optimum_as_the_plain_statement():
    from fractions import Fraction

    from allocator.solving import solve

    for seed in range(42_000, 42_080):
        part = random_part(seed, coupled=seed % 2 == 0)
        tight, plain = program_of(part), plainly(part)
        ours, theirs = (solve(one, Fraction(30), 1) for one in (tight, plain))
        assert ours.status == theirs.status
        if ours.values:
            size = len(part.thresholds) + 1
            # The plain objective counts the whole deviation, the tighter one half of it.
            half = -(-tight.value(ours.values) // size)
            whole = -(-plain.value(theirs.values) // size)
            assert 2 * half == whole
            assert -tight.value(ours.values) % size == -plain.value(theirs.values) % size


def test_nobody_is_asked_for_a_solver_where_everybody_can_reach_the_minimum(monkeypatch):
    from allocator.distribution import search

    monkeypatch.setattr(search, "solve", None)
    found = allocator.run("overijssel-2024", ["distribution.minimum_site={regular: 0, amv: 5}"])
    assert found.status == "optimal"
