# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification: the solver-free twin of every rule, on plain integers.

Nothing here calls a stage, a solver or the apportionment: every rule is stated a second time, from
the content of the result alone, so that a mistake has to be made twice to go unseen.
"""

from __future__ import annotations

from allocator.verification.checks import CHECKS
from allocator.verification.facts import Facts
from models.result import Failure, RunResult, Verdict

__all__ = ["CHECKS", "verify"]


def verify(result: RunResult) -> Verdict:
    """Check every rule on a result, from its own content.

    Returns:
        How many checks were made, and each one that does not hold, with its numbers.
    """
    facts = Facts(result)
    findings = [finding for check in CHECKS.values() for finding in check.look(facts)]
    failures = tuple(
        Failure(check=finding.name, message=finding.message)
        for finding in findings
        if not finding.holds
    )
    return Verdict(ok=not failures, checks=len(findings), failures=failures)
