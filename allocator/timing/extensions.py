# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts that end, and which single extension closes most of the largest gap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from allocator.timing.availability import Above, effects
from models.area_line import PARTS, AreaLine, Part
from models.contract import Contract
from models.timeline import Ending, Extension, Extensions


@dataclass(frozen=True, slots=True)
class Gain:
    """What a province has more on the days that a contract no longer covers, if it is extended.

    Attributes:
        contract: its number.
        province: code.
        places: more than zero.
        gone: the number of the first day without the contract.
    """

    contract: int
    province: str
    places: int
    gone: int


def endings(contracts: Sequence[Contract], days: Sequence[date], last: date) -> tuple[Ending, ...]:
    """The contracts that count and end within the horizon, in the order of their last day.

    On one day they stand by what they say, so that the order of the rows decides nothing.
    """
    found = [
        (contract.until, contract.content, number)
        for number, contract in enumerate(contracts)
        if contract.counts and contract.until and days[0] <= contract.until <= last
    ]
    return tuple(
        Ending(contract=number, gone_from=days[gone] if gone < len(days) else None)
        for until, _, number in sorted(found)
        for gone in [bisect_right(days, until)]
    )


def extensions(
    provinces: Sequence[AreaLine],
    contracts: Sequence[Contract],
    ending: Sequence[Ending],
    above: Above,
    days: Sequence[date],
) -> Iterator[Extensions]:
    """Per province, of all places and of the amv places: what each extension would close.

    One contract is extended at a time, to the end of the horizon. An exchange that may not be
    prolonged is not; one within a province gives it nothing.
    """
    gains = [gain for one in ending for gain in _gains(one, contracts, above, days)]
    for province in provinces:
        here = [gain for gain in gains if gain.province == province.code]
        for part in PARTS:
            options = [
                option
                for gain in here
                if part == "total" or contracts[gain.contract].kind == "amv"
                for option in [_option(gain, province, part, days)]
                if option.place_months
            ]
            yield _best_first(province.code, part, options)


def _gains(
    one: Ending, contracts: Sequence[Contract], above: Above, days: Sequence[date]
) -> Iterator[Gain]:
    """The provinces that would gain by the extension of a contract, and how many places."""
    contract = contracts[one.contract]
    if not contract.extendable or one.gone_from is None:
        return
    net: dict[str, int] = {}
    for area, places in effects(contract):
        if area in above:
            province = above[area][-1]
            net[province] = net.get(province, 0) + places
    gone = bisect_left(days, one.gone_from)
    for province, places in net.items():
        if places > 0:
            yield Gain(one.contract, province, places, gone)


def _option(gain: Gain, province: AreaLine, part: Part, days: Sequence[date]) -> Extension:
    gaps, largest = province.gap.of(part), province.shortness(part).largest
    helps = largest.on is not None and days[gain.gone] <= largest.on
    return Extension(
        contract=gain.contract,
        closes=min(gain.places, largest.places) if helps else 0,
        place_months=sum(min(gain.places, gap or 0) for gap in gaps[gain.gone :]),
    )


def _best_first(province: str, part: Part, options: Sequence[Extension]) -> Extensions:
    """The options, and who is as good as the best; equals stand in the order in which they end."""

    def rank(one: Extension) -> tuple[int, int]:
        return -one.closes, -one.place_months

    ranked = sorted(options, key=rank)
    as_good = [one.contract for one in ranked[1:] if rank(one) == rank(ranked[0])]
    return Extensions(province=province, of=part, options=tuple(ranked), as_good=tuple(as_good))
