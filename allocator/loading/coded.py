# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenario with codes: one function for each part of it in which names are written."""

from __future__ import annotations

from typing import Any, TypeVar

from allocator.loading.names import Resolver
from allocator.loading.scenario_file import ScenarioFile
from models.exemption import Exemption
from models.merging import Merging, Proposal
from models.national import National
from models.offer import PooledOffer, UnlocatedOffer
from models.record import Record
from models.scenario import DistributionSettings, Scenario

R = TypeVar("R", bound=Record)


def with_codes(file: ScenarioFile, resolver: Resolver) -> Scenario:
    """The scenario with a code in place of every name."""
    return _replaced(
        file.scenario,
        provinces=resolver.provinces,
        task=_replaced(
            file.scenario.task,
            provinces=resolver.by_province(file.scenario.task.provinces, "task", "provinces"),
        ),
        **_offers(file.scenario, resolver),
        **_agreements(file.scenario, resolver),
        **_cycle(file.scenario, resolver),
        distribution=_distribution(file.scenario, resolver),
        grant=_replaced(
            file.scenario.grant,
            paid=resolver.by_code(file.scenario.grant.paid, False, "grant", "paid"),
        ),
        national=_national(file.scenario, resolver),
        merging=_merging(file.scenario, resolver),
    )


def _offers(scenario: Scenario, resolver: Resolver) -> dict[str, Any]:
    """What is offered beside the file of offers: by whom, where, and of which plans."""
    return {
        "offer_changes": tuple(
            _replaced(
                change,
                municipality=resolver.municipality(
                    change.municipality, "offer_changes", index, "municipality"
                ),
            )
            for index, change in enumerate(scenario.offer_changes)
        ),
        "pooled_offers": tuple(
            _pooled(pooled, resolver, "pooled_offers", index)
            for index, pooled in enumerate(scenario.pooled_offers)
        ),
        "unlocated_offers": tuple(
            _unlocated(unlocated, resolver, "unlocated_offers", index)
            for index, unlocated in enumerate(scenario.unlocated_offers)
        ),
    }


def _pooled(pooled: PooledOffer, resolver: Resolver, *at: str | int) -> PooledOffer:
    return _replaced(
        pooled,
        region=resolver.region(pooled.region, *at, "region"),
        candidates=resolver.municipalities(pooled.candidates, *at, "candidates"),
        fallen_through=resolver.municipalities(pooled.fallen_through, *at, "fallen_through"),
    )


def _unlocated(unlocated: UnlocatedOffer, resolver: Resolver, *at: str | int) -> UnlocatedOffer:
    return _replaced(
        unlocated,
        province=resolver.province(unlocated.province, *at, "province"),
        region=unlocated.region and resolver.region(unlocated.region, *at, "region"),
    )


def _agreements(scenario: Scenario, resolver: Resolver) -> dict[str, Any]:
    """Emergency places per region, and who is there to be exchanged per municipality."""
    emergency, exchanging = scenario.emergency, scenario.exchanging
    return {
        "emergency": _replaced(
            emergency,
            minimum=resolver.by_code(emergency.minimum, True, "emergency", "minimum"),
            available=resolver.by_code(emergency.available, True, "emergency", "available"),
        ),
        "exchanging": _replaced(
            exchanging,
            status_holders=resolver.by_code(
                exchanging.status_holders, False, "exchanging", "status_holders"
            ),
            ukrainians=resolver.by_code(exchanging.ukrainians, False, "exchanging", "ukrainians"),
        ),
    }


def _cycle(scenario: Scenario, resolver: Resolver) -> dict[str, Any]:
    """Longer terms per municipality, and tasks of other ramingen."""
    return {
        "terms": resolver.by_code(scenario.terms, False, "terms"),
        "redivisions": tuple(
            _replaced(
                one,
                from_=resolver.municipality(one.from_, "redivisions", index, "from"),
                into=resolver.municipality(one.into, "redivisions", index, "into"),
            )
            for index, one in enumerate(scenario.redivisions)
        ),
        "cycle_tasks": {
            raming: _replaced(
                given,
                provinces=resolver.by_province(given.provinces, "cycle_tasks", raming, "provinces"),
                municipalities=resolver.by_code(
                    given.municipalities, False, "cycle_tasks", raming, "municipalities"
                ),
            )
            for raming, given in sorted(scenario.cycle_tasks.items())
        },
    }


def _distribution(scenario: Scenario, resolver: Resolver) -> DistributionSettings:
    one, at = scenario.distribution, "distribution"
    return _replaced(
        one,
        region_tasks=resolver.by_code(one.region_tasks, True, at, "region_tasks"),
        named=resolver.municipalities(one.named, at, "named"),
        exempt=_exempt(one.exempt, resolver),
        limits=resolver.by_code(one.limits, False, at, "limits"),
        region_limits=resolver.by_code(one.region_limits, True, at, "region_limits"),
        lots=resolver.municipalities(one.lots, at, "lots"),
    )


def _exempt(written: tuple[Exemption, ...], resolver: Resolver) -> tuple[Exemption, ...]:
    names = [one.municipality for one in written]
    codes = resolver.municipalities(names, "distribution", "exempt")
    # Fewer codes than names are a fault, and then this scenario goes no further.
    return tuple(
        _replaced(one, municipality=code) for one, code in zip(written, codes, strict=False)
    )


def _national(scenario: Scenario, resolver: Resolver) -> National:
    return _replaced(
        scenario.national,
        from_=resolver.some_provinces(scenario.national.from_, "national", "from"),
        lots=resolver.some_provinces(scenario.national.lots, "national", "lots"),
    )


def _merging(scenario: Scenario, resolver: Resolver) -> Merging:
    one = scenario.merging
    return _replaced(
        one,
        proposed=tuple(
            _proposal(proposal, resolver, "merging", "proposed", index)
            for index, proposal in enumerate(one.proposed)
        ),
        forbidden=tuple(
            resolver.municipalities(pair, "merging", "forbidden", index)
            for index, pair in enumerate(one.forbidden)
        ),
    )


def _proposal(proposal: Proposal, resolver: Resolver, *at: str | int) -> Proposal:
    return _replaced(
        proposal,
        host=resolver.municipality(proposal.host, *at, "host"),
        members=resolver.municipalities(proposal.members, *at, "members"),
    )


def _replaced(record: R, **changes: Any) -> R:
    return record.model_copy(update=changes)
