# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pledges of regions: their names, their candidates, and whose plan falls through."""

from __future__ import annotations

from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults
from models.offer import PooledOffer
from models.scenario import Scenario
from models.territory import Territory


def check_pledges(
    file: ScenarioFile, scenario: Scenario, territory: Territory, faults: Faults
) -> None:
    """Each pledge has its own name, and is made for municipalities of its region.

    Args:
        file: the scenario as written.
        scenario: the same with codes for names.
        territory: the municipalities.
        faults: takes what is wrong.
    """
    names = [pooled.name for pooled in scenario.pooled_offers]
    for index, pooled in enumerate(scenario.pooled_offers):
        if pooled.name in names[:index]:
            where = file.place("pooled_offers", index, "name")
            what = f"{pooled.name} stands here twice"
            faults.add("named-twice", where, what, "Give each its own name.")
        _check_candidates(file, index, pooled, territory, faults)
        _check_fallen_through(file, index, pooled, territory, faults)


def _check_candidates(
    file: ScenarioFile, index: int, pooled: PooledOffer, territory: Territory, faults: Faults
) -> None:
    """A region pledges places of its own municipalities."""
    for number, code in enumerate(pooled.candidates):
        municipality = territory.municipalities[code]
        if pooled.region and municipality.region != pooled.region:
            faults.add(
                "outside-region",
                file.place("pooled_offers", index, "candidates", number),
                f"{municipality.name} is not in {territory.name(pooled.region)}, the "
                f"region that pledges {pooled.name}",
                "Take it out, or correct the region.",
            )


def _check_fallen_through(
    file: ScenarioFile, index: int, pooled: PooledOffer, territory: Territory, faults: Faults
) -> None:
    """Only a candidate has a plan that can fall through."""
    candidates = ", ".join(territory.name(code) for code in pooled.candidates)
    for number, code in enumerate(pooled.fallen_through):
        if candidates and code not in pooled.candidates:
            faults.add(
                "not-a-candidate",
                file.place("pooled_offers", index, "fallen_through", number),
                f"{territory.name(code)} is no candidate of {pooled.name}, so it has no plan that "
                "can fall through",
                f"The candidates are {candidates}.",
            )
