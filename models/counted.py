# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts: per municipality, with the reason for each offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.division import Division, TieResult
from models.places import Places
from models.problem import Notice
from models.result import (
    ExchangeResult,
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
        unlocated: places that belong to no municipality.
        divisions: how pooled offers were split.
        ties: equal claims that lots decided.
        warnings: what a reader has to know.
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
