# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The registry of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from allocator.verification.facts import Facts


class Finding(NamedTuple):
    """One thing looked at.

    Attributes:
        name: `rule[what]`.
        holds: whether it is as it must be.
        message: the numbers, for a finding that does not hold; of others nobody asks.
    """

    name: str
    holds: bool
    message: str


Look = Callable[[Facts], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Attributes:
        name: of the rule.
        says: one sentence for reports.
        look: makes the findings.
    """

    name: str
    says: str
    look: Look


CHECKS: dict[str, Check] = {}


def check(look: Look) -> Look:
    """Register the decorated function as a check, under its own name.

    Raises:
        ValueError: if there is a check of that name already; one of them would never be made.
    """
    if look.__name__ in CHECKS:
        raise ValueError(f"there are two checks called {look.__name__}")
    says = (look.__doc__ or "").strip().splitlines()[0]
    CHECKS[look.__name__] = Check(look.__name__, says, look)
    return look


def same(name: str, found: Any, expected: Any, what: str) -> Finding:
    """A finding that two numbers are the same."""
    if found == expected:
        return Finding(name, True, what)
    return Finding(name, False, f"{what}: {shown(found)}, must be {shown(expected)}")


def shown(value: Any) -> str:
    """A value as a person reads it: fractions and bounds in plain."""
    if isinstance(value, tuple):
        return " to ".join("no limit" if one is None else shown(one) for one in value)
    return ", ".join(map(shown, value)) if isinstance(value, list) else str(value)
