# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of redivisions: what adds up from which day."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, numbers


@check
def add_up_redivided(facts: Facts) -> Iterator[Finding]:
    """From the day of a redivision a municipality has what its parts have, and nothing else."""
    planned = facts.settings.redivisions
    steps = {(one.on, one.into) for one in planned}
    told = [(one.on, one.code) for one in facts.result.redivided]
    if planned or told:
        what = "the days and the municipalities"
        yield same("add_up_redivided", told, sorted(steps), what)
    for one in facts.result.redivided:
        name = f"add_up_redivided[{one.code} {one.on}]"
        joined = {one.code}
        for _ in planned:  # as many rounds as the longest chain can have links
            joined |= {step.from_ for step in planned if step.into in joined and step.on <= one.on}
        yield same(name, sorted(one.parts), sorted(joined), "its parts")
        yield same(name, one.parts[:1], (one.code,), "its own code, first")
        for what in ("share", "counted", "rest", "decision"):
            sums = {"regular": 0, "amv": 0, "total": 0}
            known = True
            for code in joined:
                part = getattr(facts.municipalities[code], what)
                known = known and part is not None
                for kind in sums if part is not None else ():
                    sums[kind] += getattr(part, kind)
            found = getattr(one, what)
            yield same(
                name, None if found is None else numbers(found), sums if known else None, what
            )
