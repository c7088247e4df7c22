# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification: the solver-free twin of every rule, on plain integers.

Nothing here calls a stage, a solver or the apportionment: every rule is stated a second time, from
the content of the result alone, so that a mistake has to be made twice to go unseen.
"""

from __future__ import annotations

from collections.abc import Container

from allocator.verification.checks import CHECKS
from allocator.verification.checks.registry import Check
from allocator.verification.facts import Facts
from models.result import Failure, RunResult, Verdict

__all__ = ["CHECKS", "OF_A_PLAN", "verify"]

# The checks of what merges decide: whose tasks are where, what that comes to, where places stand.
OF_A_PLAN = frozenset(
    name
    for name, check in CHECKS.items()
    if check.look.__module__.rpartition(".")[2] in ("merging", "plans", "decisions")
)

# What a check may come upon in a result that was altered.
SENSELESS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)


def verify(result: RunResult, rules: Container[str] = CHECKS) -> Verdict:
    """Check every rule on a result, from its own content, whatever that may be.

    Args:
        result: a run.
        rules: the names of the checks; `OF_A_PLAN` where only the merges differ from a run that
            passed all of them.

    Returns:
        How many checks were made, and each one that does not hold, with its numbers.
    """
    facts, checks = Facts(result), 0
    failures: list[Failure] = []
    for check in CHECKS.values():
        if check.name in rules:
            made, failed = _checked(check, facts)
            checks += made
            failures += failed
    return Verdict(ok=not failures, checks=checks, failures=tuple(failures))


def _checked(check: Check, facts: Facts) -> tuple[int, list[Failure]]:
    """How many things a check looked at, and what does not hold.

    A result that makes no sense to a check does not hold.
    """
    made, failures = 0, []
    try:
        for name, holds, message in check.look(facts):
            made += 1
            if not holds:
                failures.append(Failure(check=name, message=message))
    except SENSELESS as problem:
        said = str(problem).splitlines()[0][:200] if str(problem) else ""
        message = f"makes no sense here ({type(problem).__name__} {said})"
        return made + 1, [*failures, Failure(check=check.name, message=message)]
    return made, failures
