# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the keys: weights and shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from models.result import Filled, MunicipalityResult

# What is shared out without bounds.
UNBOUNDED = ("task", "pooled", "without", "fill", "unlocated")


@check
def weigh_by_key(facts: Facts) -> Iterator[Finding]:
    """A weight follows from its figures by the formula of the key, or of the one that fills it."""
    for one in facts.result.municipalities:
        name = f"weigh_by_key[{one.code}]"
        yield Finding(name, one.weight >= 0, f"the weight {one.weight}")
        filled = one.weight_filled
        key = facts.settings.key.name if filled is None else filled.key
        weight = one.weight if filled is None else filled.substitute
        expected = _by_formula(facts, key, one.weight_figures)
        if expected is not None:
            yield same(name, weight, expected, "the weight")
        yield same(name, one.share_status, _status(facts, one), "the share is")
    yield same("weigh_by_key", facts.result.key.name, facts.settings.key.name, "the key")


def _status(facts: Facts, one: MunicipalityResult) -> str:
    """Published numbers are published for their own raming and national total; else estimates.

    So is the share of a task that is not published.
    """
    key = facts.settings.key
    tasks = {
        claim.code: claim
        for division in facts.divisions("task")
        if division.kind == "total"
        for claim in division.claims
    }
    entered = facts.settings.task.provinces
    if one.weight_filled is not None or one.province in tasks.keys() - entered.keys():
        return "estimated"
    if key.name != "published":
        return "computed"
    own = key.raming is None or key.raming == facts.settings.raming
    return "published" if own and not facts.what_if else "estimated"


def _by_formula(facts: Facts, key: str, figures: Mapping[str, Fraction]) -> Fraction | None:
    """What a key makes of figures; None for a key that is not stated here."""
    if key in ("inhabitants", "published", "column"):
        return figures[key]
    if key == "statutory":
        return figures["inhabitants"] * (1 + figures["score"])
    if key != "composite":
        return None
    parts = facts.settings.key.parts
    return sum(
        (
            part * figures[quantity] / figures[f"{quantity}_total"]
            for quantity, part in parts.items()
        ),
        Fraction(),
    )


@check
def fill_weights(facts: Facts) -> Iterator[Finding]:
    """A weight that was filled is in scale with the known ones of its area, and an estimate."""
    shared_out = {division.area: division for division in facts.divisions("fill")}
    rule = facts.settings.key.missing
    for one in facts.result.municipalities:
        filled, name = one.weight_filled, f"fill_weights[{one.code}]"
        if filled is None:
            continue
        yield same(name, one.share_status, "estimated", "a filled weight is")
        among = {(each.known, each.known_substitute) for each in _filled_in(facts, filled.area)}
        yield same(name, len(among), 1, "different sums of what the known weigh")
        stated = rule and (rule.fill, one.region_code if rule.within == "region" else one.province)
        yield same(name, (filled.key, filled.area), stated, "filled by and within")
        known = _known_in(facts, filled.area)
        if rule is not None and not rule.scaled:
            yield same(name, filled.ratio, 1, "what it is scaled by")
        if filled.ratio is not None:
            scaled = filled.ratio * filled.known_substitute
            yield same(name, scaled, filled.known, "the scale times what the known weigh")
            yield Finding(name, filled.known <= known, f"known {filled.known} of {known}")
            yield same(name, one.weight, filled.substitute * filled.ratio, "the weight")
            continue
        yield same(name, filled.known, known, "what the known weigh")
        division = shared_out.get(filled.area)
        claims = {} if division is None else {claim.code: claim for claim in division.claims}
        yield Finding(name, one.code in claims, "its part of the published total is recorded")
        if division is not None and one.code in claims:
            left = (filled.area_total or 0) - filled.known
            yield same(name, division.total, left, "what is left of the published total")
            yield same(name, claims[one.code].weight, filled.substitute, "the claim to it")
            yield same(name, one.weight, claims[one.code].places, "the weight")


def _filled_in(facts: Facts, area: str) -> list[Filled]:
    every = (one.weight_filled for one in facts.result.municipalities)
    return [one for one in every if one is not None and one.area == area]


def _known_in(facts: Facts, area: str) -> Fraction:
    inside = [one for one in facts.result.municipalities if area in (one.region_code, one.province)]
    return sum((one.weight for one in inside if one.weight_filled is None), Fraction())


@check
def close_shares(facts: Facts) -> Iterator[Finding]:
    """The shares of a province add up to its task, total and amv."""
    for province in facts.result.provinces:
        inside = [one for one in facts.result.municipalities if one.province == province.code]
        sums, task = added(one.share for one in inside), numbers(province.task)
        for what in ("total", "amv"):
            name = f"close_shares[{province.code}.{what}]"
            yield same(name, sums[what], task[what], f"shares of {what} add up to")


@check
def record_shares(facts: Facts) -> Iterator[Finding]:
    """The share of a municipality is what the recorded apportionments give it."""
    for division in facts.divisions("share"):
        for claim in division.claims:
            one = facts.municipalities[claim.code]
            name = f"record_shares[{claim.code}.{division.kind}]"
            found = numbers(one.share)[str(division.kind)]
            yield same(name, found, claim.places, f"share of {division.kind}")
            yield same(name, claim.weight, one.weight, "the weight in the apportionment")
    if facts.result.follows == "raming":
        yield from _everybody_once(facts, facts.result.municipalities)


@check
def bound_shares(facts: Facts) -> Iterator[Finding]:
    """A share of amv places is at most the whole share, and a published one is kept."""
    for division in facts.divisions("share"):
        for claim in division.claims:
            one = facts.municipalities[claim.code]
            kept = one.weight_figures.get("published_amv") if _published(one) else None
            lowest, highest = 0, None if division.kind == "total" else one.share.total
            if division.kind == "amv" and kept is not None:
                lowest = highest = int(kept)
            name = f"bound_shares[{claim.code}.{division.kind}]"
            yield same(name, (claim.minimum, claim.maximum), (lowest, highest), "the bounds")
    unbounded = [one for one in facts.result.divisions if one.stage in UNBOUNDED]
    for division in unbounded:
        free = all((claim.minimum, claim.maximum) == (0, None) for claim in division.claims)
        name = f"bound_shares[{division.stage}.{division.area}]"
        yield Finding(name, free, "a pledge or a published total is shared out without bounds")


def _published(one: MunicipalityResult) -> bool:
    return one.share_status == "published"


def _everybody_once(
    facts: Facts, municipalities: tuple[MunicipalityResult, ...]
) -> Iterator[Finding]:
    for kind in ("total", "amv"):
        listed = sorted(
            claim.code
            for division in facts.divisions("share")
            if division.kind == kind
            for claim in division.claims
        )
        codes = [one.code for one in municipalities]
        yield Finding(f"record_shares[{kind}]", listed == codes, "every municipality has one share")
