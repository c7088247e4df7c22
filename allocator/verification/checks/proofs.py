# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of lots and proofs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from allocator.verification.checks.divisions import whole_weights
from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.division import Division
from models.places import KINDS
from models.result import Objective

# Codes of the notices that tell what is not proven.
UNPROVEN = ("unproven", "interrupted")
# What is divided over provinces, which do not draw lots as municipalities do.
BETWEEN_PROVINCES = ("task", "takeover", "plan")


@check
def draw_in_order(facts: Facts) -> Iterator[Finding]:
    """Among equal claims, whoever goes first in the order of lots is served."""
    codes = sorted(facts.municipalities)
    named = sorted(facts.lot_order())
    yield same("draw_in_order", named, codes, "the order of lots names everybody once")
    for tie in facts.result.ties:
        name = f"draw_in_order[{tie.stage}.{tie.area}.{tie.kind}]"
        yield Finding(name, set(tie.drawn) <= set(tie.tied), "whoever is drawn is tied")
        if tie.stage != "plan":  # report_equal_plans
            yield same(name, len(tie.drawn), tie.places, "places drawn")
        tied = {claimant.partition(".")[0] for claimant in tie.tied}
        among = tie.stage in BETWEEN_PROVINCES
        lots = facts.order_among_provinces(tie.stage, tied) if among else facts.lot_order()
        in_order = [code for code in lots if code in tied]
        yield same(name, list(tie.order), in_order, "the order of lots among them")
        # Of takeovers see report_equal_provinces: not every one of them can serve everybody.
        if tie.stage not in ("selection", "takeover", "plan") and tie.kind != "both":
            first = in_order[: tie.places]
            yield same(name, sorted(tie.drawn), sorted(first), "drawn")


@check
def prove_objectives(facts: Facts) -> Iterator[Finding]:
    """What is proven meets its bound, and nothing goes below; all proven is optimal."""
    objectives, before = facts.result.objectives, True
    last = next((one for one in reversed(objectives) if one.stage == "merging"), None)
    for one in objectives:
        name = f"prove_objectives[{one.area}.{one.kind}.{one.name}]"
        yield Finding(
            name, one.bound <= one.value, f"value {one.value} below its bound {one.bound}"
        )
        meets, said = one.value == one.bound, "proven" if one.proven else "not proven"
        right = one.proven == meets
        if one.stage == "merging":
            yield Finding(name, before or not one.proven, "proven after one that is not")
            # Of the last the order of equal plans may be open, which is told.
            right = one.proven == (meets and before) or (one is last and _open(facts, one))
            before = before and one.proven
        yield Finding(name, right, f"{said} with value {one.value} and bound {one.bound}")
    proven, status = all(one.proven for one in objectives), facts.result.status
    unknown = {one.code for one in facts.result.provinces if not one.known}
    awaited = [one for one in facts.result.municipalities if one.province not in unknown]
    if len(facts.divided) < len(awaited):
        nowhere = status in ("infeasible", "unknown")
        yield Finding("prove_objectives", nowhere, f"{status}, and not everywhere is a division")
    else:
        right = status == ("optimal" if proven else "feasible")
        said = f"{status}, and {'every' if proven else 'not every'} objective is proven"
        yield Finding("prove_objectives", right, said)


def _open(facts: Facts, last: Objective) -> bool:
    """Whether the order of plans that are equal in all objectives may be open, which is told."""
    return not last.proven and any(one.code in UNPROVEN for one in facts.result.warnings)


@check
def confirm_objectives(facts: Facts) -> Iterator[Finding]:
    """A second solver agrees with an objective only where it comes to the same value."""
    objectives = {(one.area, one.kind, one.name): one for one in facts.result.objectives}
    confirmations = facts.result.manifest.confirmations
    names = [(one.area, one.kind, one.name) for one in confirmations]
    if names:
        once = len(set(names)) == len(names)
        yield Finding("confirm_objectives", once, "an objective is confirmed twice")
    for one in confirmations:
        name = f"confirm_objectives[{one.area}.{one.kind}.{one.name}]"
        ours = objectives.get((one.area, one.kind, one.name))
        yield Finding(name, ours is not None, "there is no such objective")
        if ours is not None and one.agrees:
            yield same(name, one.value, ours.value, f"{one.solver} agrees on")
        if ours is not None and one.value is not None and one.name != "left_out":
            possible = ours.bound <= one.value
            yield Finding(name, possible, f"{one.value} is below the bound {ours.bound}")


@check
def count_in_places(facts: Facts) -> Iterator[Finding]:
    """The deviation counts in the weight of all claimants: that much of it is one place."""
    for one in facts.result.objectives:
        name = f"count_in_places[{one.area}.{one.kind}.{one.name}]"
        expected = _place_of(facts, one) if one.name == "deviation" else 1
        if expected is not None:
            yield same(name, one.unit, expected, "how much of it is one place")


def _place_of(facts: Facts, objective: Objective) -> int | None:
    """The least common multiple of the weights of each area and kind; None if none was divided."""
    together: dict[tuple[str, str], Fraction] = {}
    areas = facts.areas_of(objective.area)
    for area in areas:
        codes = {one.code for one in facts.members(area)}
        for kind in KINDS if objective.kind == "both" else (objective.kind,):
            claims = [
                claim
                for division in facts.divisions("rest")
                if all(one in areas for one in facts.areas_of(division.area))
                for claim in division.claims
                if claim.kind == kind and claim.code in codes
            ]
            together[area.code, kind] = sum((claim.weight for claim in claims), Fraction())
    divided = any(area.province == one.province for area in areas for one in facts.divided)
    return lcm(*(max(1, int(weight)) for weight in together.values())) if divided else None


@check
def deviate_least(facts: Facts) -> Iterator[Finding]:
    """The least deviation is not above the deviation of the places themselves."""
    for one in facts.result.objectives:
        if one.name != "deviation" or one.kind == "both":
            continue
        for division in facts.divisions("rest"):
            if (division.area, division.kind) == (one.area, one.kind):
                found = _deviation(division)
                name = f"deviate_least[{one.area}.{one.kind}]"
                yield Finding(name, one.value <= found, f"least {one.value}, found {found}")
                if _free(facts, division):
                    yield same(name, one.value, _least(division), "without bounds the least is")


def _free(facts: Facts, division: Division) -> bool:
    """Whether no bound holds any claimant; a bound on both kinds would divide both together."""
    regions = {facts.municipalities[claim.code].region_code for claim in division.claims}
    return not regions & facts.settings.distribution.region_limits.keys() and all(
        claim.takes_part and claim.minimum == 0 and claim.maximum is None
        for claim in division.claims
    )


def _deviation(division: Division) -> int:
    weights, unit = whole_weights(division.claims)
    together = sum(weights)
    parts = sum(
        abs(claim.places * together - division.total * weight)
        for claim, weight in zip(division.claims, weights, strict=True)
    )
    return parts // unit


def _least(division: Division) -> int:
    """Without bounds: everybody at its target rounded down, the largest remainders up."""
    weights, unit = whole_weights(division.claims)
    together = sum(weights)
    if not together:
        return 0
    remainders = sorted(division.total * weight % together for weight in weights)
    up = sum(remainders) // together
    kept, raised = remainders[: len(remainders) - up], remainders[len(remainders) - up :]
    return (sum(kept) + sum(together - one for one in raised)) // unit
