# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the law's own way: from the national need, each municipality rounded by itself.

Decree 2.1(2), 2.1(3) and 2.2(1). A number n is need x weight / sum, half up, if and only if
(2n - 1) x sum <= 2 x need x weight < (2n + 1) x sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, numbers
from models.raming import NationalNeed, SharedNeed

KINDS_OF_NEED = ("total", "amv")


@check
def follow_key(facts: Facts) -> Iterator[Finding]:
    """Where tasks follow the key, each number is the need x weight / the sum of all, half up."""
    result, asked = facts.result, facts.settings.task.follows
    yield Finding("follow_key", asked in (None, result.follows), f"follows {result.follows}")
    if result.follows == "key" and result.need is None:
        yield from _official(facts)
    if result.follows != "key" or result.need is None:
        return
    for one in result.municipalities:
        share = numbers(one.share)
        for kind in KINDS_OF_NEED:
            name = f"follow_key[{one.code}.{kind}]"
            yield _rounded(name, result.need, one.weight, kind, share[kind])


def _rounded(name: str, shared: SharedNeed, weight: Fraction, kind: str, number: int) -> Finding:
    twice = 2 * shared.need.of(kind) * weight
    low, high = (2 * number - 1) * shared.weight, (2 * number + 1) * shared.weight
    exact = shared.need.of(kind) * weight / shared.weight
    return Finding(name, low <= twice < high, f"{number} of {float(exact):.3f}")


def _official(facts: Facts) -> Iterator[Finding]:
    """Official numbers are the shares, as they were published."""
    yield same("follow_key", facts.settings.key.name, "published", "without a need the key is")
    for one in facts.result.municipalities:
        name, figures = f"follow_key[{one.code}]", one.weight_figures
        yield same(name, one.share.total, figures.get("published"), "the number")
        yield same(name, one.share.amv, figures.get("published_amv"), "its amv part")


@check
def share_need(facts: Facts) -> Iterator[Finding]:
    """The need is shared out by the weights of all municipalities, and its numbers add up."""
    shared = facts.result.need
    if shared is None:
        return
    weights = {one.code: one.weight for one in facts.result.municipalities}
    yield Finding("share_need", not weights.keys() & shared.elsewhere.keys(), "weighed twice")
    everybody = {**shared.elsewhere, **weights}
    whole = sum(everybody.values(), Fraction())
    yield same("share_need", shared.weight, whole, "the sum of all weights")
    yield same("share_need", shared.municipalities, len(everybody), "municipalities")
    sums = {kind: Counter[str]() for kind in KINDS_OF_NEED}
    provinces = {one.code: one.province for one in facts.result.municipalities}
    for kind in KINDS_OF_NEED:
        for code, weight in everybody.items():
            twice = 2 * shared.need.of(kind) * weight
            sums[kind][provinces.get(code, "")] += (twice + shared.weight) // (2 * shared.weight)
        yield same(
            f"share_need[{kind}]",
            numbers(shared.numbers)[kind],
            sums[kind].total(),
            "the numbers add up to",
        )
    for one in facts.result.provinces:
        told = one.by_key if facts.result.follows == "raming" else one.task
        for kind in KINDS_OF_NEED:
            found = None if told is None else numbers(told)[kind]
            yield same(f"share_need[{one.code}]", found, sums[kind][one.code], "by the key")
    yield from _need(facts, shared.need)


def _need(facts: Facts, need: NationalNeed) -> Iterator[Finding]:
    """The need is the one that the scenario asks for, or what is published; or it is estimated."""
    asked, part = facts.settings.task, need.amv_estimated
    if asked.national_total is not None:
        yield same("share_need", need.total, asked.national_total, "the national need")
    else:
        yield Finding("share_need", need.total_status != "stated", "nobody stated the need")
    if facts.result.national_total is not None:
        told = facts.result.national_total.total
        yield same("share_need", need.total, told, "the need and the national total")
    if asked.national_amv is not None:
        yield same("share_need", need.amv, asked.national_amv, "the national amv need")
    yield Finding("share_need", need.amv <= need.total, f"{need.amv} amv of {need.total}")
    yield same("share_need", need.amv_status == "estimated", part is not None, "an estimate")
    if part is not None:
        twice = 2 * need.total * part.part
        near = (2 * need.amv - 1) * part.whole <= twice < (2 * need.amv + 1) * part.whole
        yield Finding("share_need", near, f"{need.amv} amv places, estimated")


@check
def tell_both_tasks(facts: Facts) -> Iterator[Finding]:
    """The published task stands beside the one in force where that is another, and only there."""
    for one in facts.result.provinces:
        if one.published is None:
            continue
        name, task = f"tell_both_tasks[{one.code}]", numbers(one.task)
        told = (one.published.total, one.published.amv)
        other = told[0] != task["total"] or told[1] not in (None, task["amv"])
        yield Finding(name, other, f"{told} is told beside the same task")
        stated = one.code in facts.settings.task.provinces
        yield Finding(name, facts.result.follows == "key" or stated, "a published task stands")
        yield same(name, one.published.area, one.code, "the area of the published task")


@check
def enter_tasks(facts: Facts) -> Iterator[Finding]:
    """A task that the scenario enters itself is that of its province."""
    if facts.result.follows == "key":
        return
    for one in facts.result.provinces:
        own = facts.settings.task.provinces.get(one.code)
        if own is not None:
            name = f"enter_tasks[{one.code}]"
            yield same(name, one.task.total, own.total, "the task")
            if own.amv is not None:
                yield same(name, one.task.amv, own.amv, "the amv task")
