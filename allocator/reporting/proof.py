# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is not proven, and how far it may be from the best; what a second solver says."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from allocator.reporting.pages import Page
from models.result import Objective, RunResult

# The notices that tell why something is not proven.
WHY_UNPROVEN = ("unproven", "interrupted")
MEANINGS = {
    "deviation": "the deviation from pro rata is {value} place{s} in all; at least {bound} are "
    "proven; the gap is {gap} place{gap_s}",
    "left_out": "{value} municipalit{ies} left out for a minimum site; that fewer will not do is "
    "not proven",
    "unsettled": "up to {value} municipalit{ies} treated differently by an equally good choice, "
    "if there is one; lots did not get to decide",
}
OTHERWISE = "{name} is {value}; at least {bound} is proven; the gap is {gap}"


def not_proven(result: RunResult, names: Mapping[str, str]) -> Page:
    """Every objective whose value does not meet its bound, with the gap between the two."""
    why = [one.message for one in result.warnings if one.code in WHY_UNPROVEN]
    items = tuple(_gap(one, names) for one in result.objectives if not one.proven)
    return Page("Not proven", tuple(f"{text[:1].upper()}{text[1:]}." for text in why), items)


def _gap(one: Objective, names: Mapping[str, str]) -> str:
    value, bound = Fraction(one.value) / one.unit, Fraction(one.bound) / one.unit
    areas = ", ".join(names.get(code, code) for code in one.area.split("+"))
    kind = "both kinds" if one.kind == "both" else one.kind
    said = MEANINGS.get(one.name, OTHERWISE).format(
        name=one.name,
        value=_number(value),
        bound=_number(bound),
        gap=_number(one.gap),
        s="s" * (value != 1),
        gap_s="s" * (one.gap != 1),
        ies="y is" if value == 1 else "ies are",
    )
    return f"{areas}, {kind}: {said}."


def _number(number: Fraction) -> str:
    """To three decimals; ≈ where that is not all of it."""
    thousandths = round(number * 1000)
    shown = f"{thousandths // 1000:,}.{thousandths % 1000:03d}"
    if Fraction(thousandths, 1000) != number:
        return f"≈{shown}"
    return shown.rstrip("0").rstrip(".")


def confirmed(result: RunResult) -> str:
    """How much a second solver confirms; empty where it was not asked."""
    said = result.manifest.confirmations
    if not said:
        return ""
    solvers = ", ".join(dict.fromkeys(one.solver for one in said))
    agreed = sum(one.agrees for one in said)
    return f"Confirmed by {solvers}: {agreed} of {len(said)} objectives."
