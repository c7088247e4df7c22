# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the keys: weights and shares."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from models.result import MunicipalityResult


@check
def weigh_by_key(facts: Facts) -> Iterator[Finding]:
    """A computed weight follows from its figures by the formula of the key."""
    name = facts.settings.key.name
    for one in facts.result.municipalities:
        yield Finding(f"weigh_by_key[{one.code}]", one.weight >= 0, f"the weight {one.weight}")
        if one.share_status == "estimated":
            continue
        figures = one.weight_figures
        expected = {
            "inhabitants": lambda figures=figures: figures["inhabitants"],
            "statutory": lambda figures=figures: figures["inhabitants"] * (1 + figures["score"]),
            "published": lambda figures=figures: figures["published"],
            "column": lambda figures=figures: figures["column"],
            "composite": lambda figures=figures: sum(
                part * figures[quantity] / figures[f"{quantity}_total"]
                for quantity, part in facts.settings.key.parts.items()
            ),
        }.get(name)
        if expected is not None:
            yield same(f"weigh_by_key[{one.code}]", one.weight, expected(), "the weight")


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
    for division in facts.divisions("pooled"):
        free = all((claim.minimum, claim.maximum) == (0, None) for claim in division.claims)
        yield Finding(f"bound_shares[{division.area}]", free, "a pledge is split without bounds")


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
