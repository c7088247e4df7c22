# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The same answers as two independent packages, on seeded instances without ties.

`apportionment` (M. Lackner) breaks ties by position and `votelib` (J. Šimbera) returns them as a
key of their own, so tied instances are left out; how many stay is checked.
"""

import random
from fractions import Fraction

import apportionment.methods as lackner
import pytest
import votelib.evaluate.proportional as votelib
from votelib.evaluate.core import VotingSystemError

from allocator.apportionment import METHODS, apportion, apportion_two_way

THEIR_NAME = {
    "largest_remainder": "largest_remainder",
    "sainte_lague": "saintelague",
    "dhondt": "dhondt",
    "adams": "adams",
    "huntington_hill": "huntington",
    "dean": "dean",
}


def instances(seed, count):
    """Seeded weights of many sizes, with total."""
    rng = random.Random(seed)
    for _ in range(count):
        names = [f"GM{i:04}" for i in range(rng.randint(1, 20))]
        spread = rng.choice((10, 1000, 10**6))
        yield rng, {name: rng.randint(1, spread) for name in names}, rng.randint(1, 120)


@pytest.mark.parametrize("method", METHODS)
def test_the_places_are_those_of_the_package_apportionment(method):
    compared = 0
    for _, weights, total in instances(f"lackner {method}", 150):
        result = apportion(weights, total, method)
        if result.ties:
            continue
        theirs = lackner.compute(
            THEIR_NAME[method],
            list(weights.values()),
            total,
            fractions=method != "huntington_hill",
            parties=list(weights),
        )
        assert list(result.seats.values()) == theirs
        compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    ("method", "evaluator"),
    [
        ("sainte_lague", votelib.HighestAverages("sainte_lague")),
        ("dhondt", votelib.HighestAverages("d_hondt")),
        ("largest_remainder", votelib.LargestRemainder("hare")),
    ],
)
def test_the_places_are_those_of_votelib(method, evaluator):
    compared = 0
    for _, weights, total in instances(f"votelib {method}", 150):
        result = apportion(weights, total, method)
        if result.ties:
            continue
        theirs = evaluator.evaluate(weights, total)
        assert {name: n for name, n in result.seats.items() if n} == theirs
        compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    ("method", "divisor"),
    [
        ("sainte_lague", "sainte_lague"),
        ("dhondt", "d_hondt"),
        ("adams", lambda held: held),
        ("dean", lambda held: Fraction(2 * held * (held + 1), 2 * held + 1)),
    ],
)
def test_prior_holdings_and_maxima_are_those_of_votelib(method, divisor):
    """In votelib prior holdings are in the total and the maxima; a zero signpost needs one."""
    compared = 0
    for rng, weights, total in instances(f"prior {method}", 150):
        least = 1 if method in {"adams", "dean"} else 0
        prior = {name: rng.randint(least, 6) for name in weights}
        maximum = {name: rng.randint(0, 40) for name in weights if rng.random() < 0.4}
        if len(maximum) == len(weights) and sum(maximum.values()) < total:
            continue
        result = apportion(weights, total, method, maximum=maximum, prior=prior)
        if result.ties:
            continue
        theirs = votelib.HighestAverages(divisor).evaluate(
            weights,
            total + sum(prior.values()),
            prev_gains=prior,
            max_seats={name: prior[name] + most for name, most in maximum.items()},
        )
        assert {name: n for name, n in result.seats.items() if n} == theirs
        compared += 1
    assert compared > 100


def test_two_way_places_are_those_of_votelib():
    """votelib gives the columns the Sainte-Lague apportionment of their sums; it omits zeros."""
    rng = random.Random("two-way")
    compared = 0
    for _ in range(120):
        rows = [f"R{i}" for i in range(rng.randint(2, 4))]
        columns = [f"c{j}" for j in range(rng.randint(2, 6))]
        matrix = {i: {j: rng.randint(1, 10**5) for j in columns} for i in rows}
        row_totals = {i: rng.randint(1, 20) for i in rows}
        sums = {j: sum(matrix[i][j] for i in rows) for j in columns}
        column_totals = apportion(sums, sum(row_totals.values())).seats
        result = apportion_two_way(matrix, row_totals, column_totals)
        if result.ties:
            continue
        try:
            theirs = votelib.BiproportionalEvaluator("sainte_lague").evaluate(matrix, row_totals)
        except VotingSystemError:
            continue
        ours = {i: {j: n for j, n in result.seats[i].items() if n} for i in rows}
        assert ours == {i: dict(line) for i, line in theirs.items()}
        compared += 1
    assert compared > 80
