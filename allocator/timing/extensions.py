# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts that end, and which single extension closes most of the largest gap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from allocator.timing.availability import Above, effects
from models.timeline import PARTS, AreaLine, Contract, Ending, Extension, Extensions, Part


def endings(contracts: Sequence[Contract], days: Sequence[date], last: date) -> tuple[Ending, ...]:
    """The contracts that count and end within the horizon, in the order of their last day."""
    found = [
        (contract.until, number)
        for number, contract in enumerate(contracts)
        if contract.counts and contract.until and days[0] <= contract.until <= last
    ]
    return tuple(
        Ending(contract=number, gone_from=days[gone] if gone < len(days) else None)
        for until, number in sorted(found)
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
    gains = [gain for one in ending for gain in _gains(one, contracts, above)]
    for province in provinces:
        here = [(number, net) for number, code, net in gains if code == province.code]
        for part in PARTS:
            options = [
                option
                for number, net in here
                if part == "total" or contracts[number].kind == "amv"
                for option in [_option(number, net, province, part, contracts, days)]
                if option.place_months
            ]
            yield _in_order(province.code, part, options, contracts)


def _gains(
    one: Ending, contracts: Sequence[Contract], above: Above
) -> Iterator[tuple[int, str, int]]:
    """The provinces that would gain by the extension of a contract, and how many places."""
    contract = contracts[one.contract]
    if not contract.extendable or one.gone_from is None:
        return
    net: dict[str, int] = {}
    for area, places in effects(contract):
        if area in above:
            province = above[area][-1]
            net[province] = net.get(province, 0) + places
    for province, places in net.items():
        if places > 0:
            yield one.contract, province, places


def _option(
    number: int,
    net: int,
    province: AreaLine,
    part: Part,
    contracts: Sequence[Contract],
    days: Sequence[date],
) -> Extension:
    until = contracts[number].until
    assert until is not None
    gone, gaps, largest = bisect_right(days, until), province.gap.of(part), province.shortness(part)
    at = largest.largest.on
    return Extension(
        contract=number,
        closes=min(net, largest.largest.places) if at is not None and until < at else 0,
        place_months=sum(min(net, gap) for gap in gaps[gone:]),
    )


def _in_order(
    province: str, part: Part, options: Sequence[Extension], contracts: Sequence[Contract]
) -> Extensions:
    """The options, best first, and who is as good as the best."""

    def rank(one: Extension) -> tuple[int, int, date, int]:
        until = contracts[one.contract].until or date.max
        return -one.closes, -one.place_months, until, one.contract

    ranked = sorted(options, key=rank)
    as_good = [one.contract for one in ranked[1:] if rank(one)[:2] == rank(ranked[0])[:2]]
    return Extensions(province=province, of=part, options=tuple(ranked), as_good=tuple(as_good))
