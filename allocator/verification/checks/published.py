# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the comparison with the official indicative numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts


@check
def compare_published(facts: Facts) -> Iterator[Finding]:
    """Beside each published number stands the share of that municipality, and their difference."""
    told = facts.result.published
    if told is None:
        return
    codes = [one.code for one in told.numbers]
    yield same("compare_published", codes, sorted(set(codes)), "each municipality once")
    by_itself = facts.settings.key.name == "published"
    yield Finding("compare_published", not by_itself, "the key takes the published numbers itself")
    yield Finding("compare_published", not facts.what_if, "they are of another national total")
    total, most = Fraction(), Fraction(-1)
    for one in told.numbers:
        name, share = f"compare_published[{one.code}]", facts.municipalities[one.code].share
        yield same(name, one.share, share.regular + share.amv, "the share")
        yield same(name, one.difference, one.share - one.published, "the difference")
        off = Fraction(abs(one.difference) * 100) / one.published
        total, most = total + off, max(most, off)
        if one.code == told.worst:
            yield same(name, told.worst_percent, off, "the worst percentage")
    yield same("compare_published", told.worst_percent, most, "the worst percentage")
    yield same("compare_published", told.mean_percent * len(codes), total, "the mean percentage")
    yield Finding("compare_published", told.worst in codes, "the worst is one of them")
