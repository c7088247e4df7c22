# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shares beside the official indicative numbers of 2024."""

from __future__ import annotations

from fractions import Fraction

import allocator
from allocator.keys.beside_published import beside_published
from allocator.pipeline import given
from allocator.reporting.published import published_pages


def compared(name: str, *overrides: str):
    known = given(name, overrides)
    return beside_published(known.problem, known.shares)


def test_the_statutory_key_is_close_to_the_59_numbers_that_are_known():
    told = compared("nederland-2024")
    assert len(told.numbers) == 59
    by_name = {one.name: one for one in told.numbers}
    assert by_name["Rotterdam"].published == 2667
    # Within 1.2 % on average, here with the published tasks (worst: Rotterdam, in places).
    assert Fraction(9, 10) < told.mean_percent < Fraction(12, 10)
    most = max(told.numbers, key=lambda one: abs(one.difference))
    assert most.name == "Rotterdam"


def test_the_mean_and_the_worst_are_those_of_the_numbers():
    told = compared("nederland-2024", "provinces=[PV23]")
    percent = [Fraction(100 * abs(one.difference), one.published) for one in told.numbers]
    assert told.mean_percent == sum(percent) / len(percent)
    assert told.worst_percent == max(percent)
    assert all(one.difference == one.share - one.published for one in told.numbers)


def test_a_key_that_takes_the_published_numbers_is_not_compared_with_them():
    assert compared("overijssel-2024") is None
    assert compared("overijssel-2022") is None  # no number of that raming is known


def test_the_page_begins_with_the_largest_difference():
    result = allocator.run(
        "nederland-2024", ["provinces=[PV23]", "merging.minimum_site={regular: 0, amv: 0}"]
    ).result
    (page,) = published_pages(result)
    assert "on average; the worst is " in page.paragraphs[0]
    worst = next(one for one in result.published.numbers if one.code == result.published.worst)
    assert page.sheet.rows[0][:4] == (
        worst.name, worst.share, worst.published, worst.difference,
    )  # fmt: skip
