# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is not proven, and how far it may be from the best; what a second solver says."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from allocator.reporting.pages import Page, in_decimals
from models.result import Objective, RunResult

# The notices that tell why something is not proven.
WHY_UNPROVEN = ("unproven", "interrupted")
MEANINGS = {
    "deviation": "the deviation from pro rata is {value} place{s} in all; at least {bound} are "
    "proven; the gap is {gap} place{gap_s}",
    "left_out": "{value} municipalit{ies} left out; that fewer will not do is not proven",
    "unsettled": "up to {value} municipalit{ies} treated differently by an equally good choice, "
    "if there is one; lots did not get to decide",
    "undersized": "{value} task{s} left undersized, at least {bound} proven; the gap is {gap} "
    "task{gap_s}",
    "moved_tasks": "{value} task{s} realised elsewhere, at least {bound} proven; the gap is {gap} "
    "task{gap_s}",
    "place_km": "{value} place-km, at least {bound} proven; the gap is {gap} place-km",
    "balance": "some host realises {value} times its share, at least {bound} proven; the gap is "
    "{gap}",
    "sites": "{value} site{s}, at least {bound} proven; the gap is {gap} site{gap_s}",
}
# What has no gap is not proven for what comes before it, or for the order of equal plans.
SETTLED = {
    "undersized": "no task fewer can be left undersized",
    "moved_tasks": "no task fewer can be realised elsewhere",
    "place_km": "no place-km less will do",
    "balance": "no smaller largest load will do",
    "sites": "no site fewer will do",
}
OTHERWISE = "{name} is {value}; at least {bound} is proven; the gap is {gap}"


def not_proven(result: RunResult, names: Mapping[str, str]) -> Page:
    """Every objective whose value does not meet its bound, with the gap between the two."""
    why = [one.message for one in result.warnings if one.code in WHY_UNPROVEN]
    items = tuple(_gap(one, names) for one in result.objectives if not one.proven)
    return Page("Not proven", tuple(f"{text[:1].upper()}{text[1:]}." for text in why), items)


def _gap(one: Objective, names: Mapping[str, str]) -> str:
    if one.stage == "merging" and not one.gap:
        return f"Merging: {SETTLED[one.name]}; that this is the best plan is not proven."
    value, bound = Fraction(one.value) / one.unit, Fraction(one.bound) / one.unit
    said = MEANINGS.get(one.name, OTHERWISE).format(
        name=one.name,
        value=in_decimals(value),
        bound=in_decimals(bound),
        gap=in_decimals(one.gap),
        s="s" * (value != 1),
        gap_s="s" * (one.gap != 1),
        ies="y is" if value == 1 else "ies are",
    )
    return f"{_of(one, names)}: {said}."


def _of(one: Objective, names: Mapping[str, str]) -> str:
    """The sum that an objective is about; merging has one plan for the whole scenario."""
    if one.stage == "merging":
        return "Merging"
    areas = ", ".join(names.get(code, code) for code in one.area.split("+"))
    return f"{areas}, {'both kinds' if one.kind == 'both' else one.kind}"


def confirmed(result: RunResult) -> str:
    """How much a second solver confirms; empty where it was not asked."""
    said = result.manifest.confirmations
    if not said:
        return ""
    solvers = ", ".join(dict.fromkeys(one.solver for one in said))
    agreed = sum(one.agrees for one in said)
    return f"Confirmed by {solvers}: {agreed} of {len(said)} objectives of the division."
