# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the cycle: the years for which a decision binds, and longer terms within them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.cycle import CycleStep


@check
def bind_in_years(facts: Facts) -> Iterator[Finding]:
    """The decision binds for the two calendar years after it; the steps are in their order."""
    steps = {one.step: one for one in facts.result.cycle}
    if not steps:  # none is known of the raming, or the run is of an older version
        return
    yield same("bind_in_years", len(steps), len(facts.result.cycle), "how many steps")
    ramingen = sorted({one.raming for one in facts.result.cycle})
    yield same("bind_in_years", ramingen, [facts.result.raming], "the raming")
    decided, binding = steps["decision"].from_, steps["binding"]
    first, last = date(decided.year + 1, 1, 1), date(decided.year + 2, 12, 31)
    yield same("bind_in_years", binding.from_, first, "the first day")
    yield same("bind_in_years", binding.until, last, "the last day")
    order = [steps[step].from_ for step in ("raming", "report", "decision", "ready", "grant")]
    yield same("bind_in_years", order, sorted(order), "the order of the steps")


@check
def allow_longer_terms(facts: Facts) -> Iterator[Finding]:
    """A longer term is of a municipality of the run, longer, and ends while the task binds."""
    steps: dict[str, CycleStep] = {one.step: one for one in facts.result.cycle}
    asked = "binding_by_report" if facts.settings.binding == "report" else "binding"
    days = facts.settings.cycle or steps.get(asked)
    for code, term in facts.settings.terms.items():
        name = f"allow_longer_terms[{code}]"
        yield Finding(name, code in facts.municipalities, "it is no municipality of the run")
        ready = steps["ready"].from_ if "ready" in steps else date.min
        last = days.until if days and days.until else date.max
        holds = ready < term.until <= last
        yield Finding(name, holds, f"{term.until} is not after {ready} and by {last}")
