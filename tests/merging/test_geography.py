# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distances: against another formula, and never so near to a half that rounding is open."""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

import scenarios
from allocator.merging.geography import certainly_beyond, kilometres, tenths_km
from models.territory import Municipality
from tests.merging import enumeration

TABLE = Path(scenarios.__file__).parent / "reference" / "municipalities.csv"


@pytest.fixture(scope="module")
def pairs():
    with TABLE.open(encoding="utf-8", newline="") as table:
        country = [
            Municipality(
                row["code"],
                row["name"],
                row["province"],
                row["region"],
                Fraction(row["latitude"]),
                Fraction(row["longitude"]),
            )
            for row in csv.DictReader(table)
        ]
    assert len(country) == 342
    return list(combinations(country, 2))


def test_no_distance_lies_so_near_to_half_a_tenth_that_machines_could_differ(pairs):
    for one, other in pairs:
        tenths = kilometres(one, other) * 10
        assert abs(tenths % 1 - 0.5) > 1e-6, (one.name, other.name)  # 1e-7 km


def test_the_haversine_formula_agrees_with_the_angle_between_vectors(pairs):
    for one, other in pairs[::7]:
        assert kilometres(one, other) == pytest.approx(enumeration.kilometres(one, other), abs=1e-8)
        assert tenths_km(one, other) == enumeration.tenths(one, other)


def test_what_the_latitudes_alone_call_too_far_is_too_far(pairs):
    for one, other in pairs[::5]:
        for limit in (50, 250, 1_000):
            if certainly_beyond(one, other, limit):
                assert tenths_km(one, other) > limit
