# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts: per municipality, with the reason for each offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.division import Division, TieResult
from models.national import Country, Takeover
from models.places import Places
from models.problem import Notice
from models.result import (
    ExchangeResult,
    Objective,
    OfferResult,
    PooledResult,
    StatusHolders,
    UnlocatedResult,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The offers that the scenario's rule accepts (meetellend aanbod).

    Attributes:
        places: per municipality code, exchanges and pooled offers included.
        pooled: the part of it that comes from splitting pooled offers.
        offers: every offer, with the reason why it counts or not.
        pooled_offers: every pledge of a region, likewise.
        exchanges: every exchange, likewise.
        status_holders: the books of who exchanges places against status holders.
        ukrainians: likewise against the reception of Ukrainians.
        unlocated: places that belong to no municipality.
        divisions: how pooled offers were split.
        ties: equal claims that lots decided.
        warnings: what a reader has to know.
        handed_over: per province code, what other provinces take over.
        takeovers: from whom, and where from.
        country: the provinces together, where reports or takeovers are asked.
        objectives: of the takeovers.
    """

    places: Mapping[str, Places]
    pooled: Mapping[str, Places]
    offers: tuple[OfferResult, ...]
    pooled_offers: tuple[PooledResult, ...]
    exchanges: tuple[ExchangeResult, ...]
    unlocated: tuple[UnlocatedResult, ...]
    divisions: tuple[Division, ...]
    ties: tuple[TieResult, ...]
    warnings: tuple[Notice, ...]
    status_holders: tuple[StatusHolders, ...] = ()
    ukrainians: tuple[StatusHolders, ...] = ()
    handed_over: Mapping[str, Places] = field(default_factory=dict)
    takeovers: tuple[Takeover, ...] = ()
    country: Country | None = None
    objectives: tuple[Objective, ...] = ()


@dataclass(frozen=True, slots=True)
class LostPlans:
    """What pledges of regions lose by plans that the scenario has fall through.

    Attributes:
        places: by the name of the pledge; only of those with such a plan.
        divisions: how these are split over all of their candidates.
        ties: equal claims in that, which lots decided.
    """

    places: Mapping[str, Places]
    divisions: tuple[Division, ...] = ()
    ties: tuple[TieResult, ...] = ()
