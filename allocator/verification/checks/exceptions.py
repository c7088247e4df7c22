# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of who is excepted, and of the part of its own share that nobody goes beyond."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.exemption import Exemption
from models.places import Kind


def exempt(facts: Facts) -> dict[str, Exemption]:
    """Whom the scenario excepts, by code."""
    return {one.municipality: one for one in facts.settings.distribution.exempt}


def capped(facts: Facts, code: str, kind: Kind) -> int | None:
    """How many rest places a cap leaves; None where there is none."""
    part, one = facts.settings.distribution.cap.of(kind), facts.municipalities[code]
    if part is None:
        return None
    whole = part.numerator * one.share.of(kind) // part.denominator
    return max(0, whole - one.counted.of(kind))


@check
def tell_exemptions(facts: Facts) -> Iterator[Finding]:
    """Who is exempt is told with the reason and the source that the scenario gives."""
    excepted = exempt(facts)
    unknown = {each.code for each in facts.result.provinces if not each.known}
    for one in facts.result.municipalities:
        name, expected = f"tell_exemptions[{one.code}]", excepted.get(one.code)
        expected = expected if expected and expected.reason else None
        yield same(name, one.exemption, expected, "the exception and its reason")
        if expected is None or one.province in unknown:
            continue
        for said in (one.eligible_because.regular, one.eligible_because.amv):
            told = said.endswith(f"({expected.source})")
            yield Finding(name, told, "the reason is told without its source")


@check
def respect_cap(facts: Facts) -> Iterator[Finding]:
    """What is realised of a kind stays within a part of the own share, or what counts already."""
    cap = facts.settings.distribution.cap
    for one in facts.divided:
        for kind, part in (("regular", cap.regular), ("amv", cap.amv)):
            if part is None:
                continue
            has, got = getattr(one.counted, kind), getattr(one.rest, kind)
            share = getattr(one.share, kind)
            # In whole numbers: has + got <= part x share.
            holds = not got or (has + got) * part.denominator <= part.numerator * share
            message = f"{has} counted and {got} rest places, of a share of {share} times {part}"
            yield Finding(f"respect_cap[{one.code}.{kind}]", holds, message)
