# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How many may take part: the program against trying everything."""

from __future__ import annotations

from fractions import Fraction

import pytest

import allocator
from allocator.apportionment import METHODS
from allocator.distribution.deviation import deviation_bound
from allocator.distribution.formulation import Part, limited
from allocator.distribution.outcome import divide_part
from allocator.distribution.program import hint_of, program_of
from allocator.distribution.rules.registry import Participation
from allocator.distribution.start import start_of
from allocator.distribution.statement import plain_places, plainly
from allocator.solving import solve
from models.fault import Infeasible
from models.places import Places
from tests.distribution.brute_force import SOLVER, check
from tests.distribution.enumeration import allocations, choices, deviation, holds, random_part

CHUNKS = [(first, coupled) for first in range(60_000, 60_160, 20) for coupled in (False, True)]


def at_most(part: Part, most: int) -> Part:
    """The part with so many participants of each kind."""
    limits = (
        Participation(f"limit_participants[PV.{one.kind}]", one.claimants, most)
        for one in part.closings
    )
    return limited(part, limits)


def least_with(part: Part, most: int) -> int | None:
    """The least deviation of all places of which so many of each kind are more than none."""
    return min(
        (
            deviation(part, places)
            for chosen in choices(part)
            for places in allocations(part, chosen)
            if all(
                sum(places[one] > 0 for one in closing.claimants) <= most
                for closing in part.closings
            )
        ),
        default=None,
    )


@pytest.mark.parametrize(("first", "coupled"), CHUNKS)
def test_the_program_with_few_participants_finds_what_trying_everything_finds(first, coupled):
    solved = [
        check(at_most(random_part(seed, coupled=coupled), 1 + seed % 3))
        for seed in range(first, first + 20)
    ]
    assert any(solved)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_nothing_with_so_few_participants_deviates_less(most):
    solved = 0
    for seed in range(61_000, 61_040):
        part = random_part(seed, coupled=seed % 2 == 0)
        expected = least_with(part, most)
        lots = list(dict.fromkeys(code for code, _ in part.claimants))
        if expected is None:
            with pytest.raises(Infeasible):
                divide_part(at_most(part, most), "sainte_lague", lots, SOLVER)
            continue
        solved += 1
        outcome = divide_part(at_most(part, most), "sainte_lague", lots, SOLVER)
        (reported,) = (one for one in outcome.objectives if one.name == "deviation")
        if at_most(part, most).participations:
            assert (reported.value, reported.proven) == (expected, True), seed
        for closing in part.closings:
            assert sum(outcome.places[one] > 0 for one in closing.claimants) <= most, seed
    assert solved


def test_a_start_keeps_to_the_number_and_no_bound_is_above_the_best():
    found = 0
    for seed in range(62_000, 62_120):
        part = at_most(random_part(seed, coupled=seed % 2 == 0), 1 + seed % 3)
        start = start_of(part)
        if start is None:
            continue
        found += 1
        assert part.allows(start.chosen), seed
        assert not program_of(part).broken_lines(hint_of(part, start.chosen, start.places)), seed
        assert holds(part, dict(start.places)), seed
        least = min(
            deviation(part, places)
            for chosen in choices(part)
            for places in allocations(part, chosen)
        )
        assert deviation_bound(part) <= least, seed
    assert found > 30


def test_the_plain_statement_has_the_same_least_deviation():
    for seed in range(63_000, 63_040):
        part = at_most(random_part(seed, coupled=seed % 2 == 0), 2)
        ours, theirs = (solve(one(part), Fraction(30), 1) for one in (program_of, plainly))
        assert ours.status == theirs.status, seed
        if theirs.values:
            size = len(part.thresholds) + 1
            half = -(-program_of(part).value(ours.values) // size)
            assert deviation(part, plain_places(part, theirs.values)) == 2 * half, seed


def amv(*overrides: str) -> dict[str, int]:
    run = allocator.run("overijssel-2024", overrides)
    assert run.status == "optimal"
    return {one.name: (one.rest or Places()).amv for one in run.result.municipalities}


def test_as_many_as_could_get_places_is_no_limit():
    assert amv("distribution.most_participants.amv=23") == amv()


def test_the_number_that_may_take_part_do_and_nobody_else():
    found = amv("distribution.most_participants={amv: 7}")
    assert sum(places > 0 for places in found.values()) == 7
    assert sum(found.values()) == 358


def test_a_limit_counts_for_each_region_where_each_region_closes():
    found = allocator.run(
        "overijssel-2024",
        ["distribution.by=region", "distribution.most_participants={amv: 3, regular: 4}"],
    ).result
    for region in ("Twente", "IJsselland"):
        inside = [one.rest for one in found.municipalities if one.region == region and one.rest]
        assert sum(one.amv > 0 for one in inside) == 3
        assert sum(one.regular > 0 for one in inside) in (0, 4)  # IJsselland has no regular rest


def test_whoever_has_to_take_places_is_one_of_them():
    found = amv(
        "distribution.most_participants={amv: 2}", "distribution.limits={Borne: {amv: {min: 4}}}"
    )
    assert found["Borne"] >= 4
    assert sum(places > 0 for places in found.values()) == 2


@pytest.mark.parametrize("method", METHODS)
def test_with_few_participants_every_method_divides_over_those(method):
    found = allocator.run(
        "overijssel-2024",
        ["distribution.most_participants={amv: 5}", f"distribution.method={method}"],
    ).result
    (division,) = (one for one in found.divisions if (one.stage, one.kind) == ("rest", "amv"))
    weights = {one.code: one.weight for one in division.claims if one.takes_part}
    seats = allocator.apportion(weights, 358, method=method).seats
    assert {one.code: one.places for one in division.claims if one.takes_part} == seats


def test_a_second_solver_confirms_the_choice():
    run = allocator.run(
        "overijssel-2024", ["distribution.most_participants={amv: 9, regular: 11}"], confirm=True
    )
    assert len(run.result.manifest.confirmations) == 4
    assert all(one.agrees for one in run.result.manifest.confirmations)
