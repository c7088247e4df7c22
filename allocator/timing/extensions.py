# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts that end, and the extension of which single site closes most of the largest gap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allocator.timing.availability import Above, effects
from models.area_line import PARTS, AreaLine, Part
from models.contract import Contract
from models.places import KINDS, Kind
from models.site import site_of
from models.timeline import Ending, Extension, Extensions


@dataclass(frozen=True, slots=True)
class Prolonged:
    """A site (or an exchange, or a pledge) of which all that ends is extended.

    Attributes:
        ends: numbers of the contracts that end, the first to end first.
        kinds: of what these are, in the same order.
        more: per kind, the places that it has more then on each of the days.
        provinces: codes of those that gain by it.
    """

    ends: tuple[int, ...]
    kinds: tuple[Kind, ...]
    more: Mapping[Kind, Sequence[int]]
    provinces: frozenset[str]

    def of(self, part: Part) -> Sequence[int]:
        """The places that it has more on each of the days: all, or the amv places."""
        if part == "amv":
            return self.more["amv"]
        return [sum(both) for both in zip(*self.more.values(), strict=True)]

    def ends_of(self, part: Part) -> list[int]:
        """The contracts that end and are of that part."""
        listed = zip(self.ends, self.kinds, strict=True)
        return [number for number, kind in listed if part == "total" or kind == "amv"]


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

    All that ends of one site is extended at a time, to the end of the horizon: nobody prolongs the
    regular places of a building and not the others. What follows on at the site is not lost, so it
    is not counted again. An exchange that may not be prolonged is not; one within a province gives
    it nothing.
    """
    found = list(_prolonged(contracts, ending, above, days))
    for province in provinces:
        here = [one for one in found if province.code in one.provinces]
        for part in PARTS:
            options = [
                option
                for one in here
                if one.ends_of(part)
                for option in [_option(one, province, part, days)]
                if option.place_months
            ]
            yield _best_first(province.code, part, options)


def whole_of(number: int, one: Contract) -> tuple[object, ...]:
    """What is prolonged as one: a site, what two agree on, or a pledge by itself."""
    if one.source == "offer":
        return (one.source, *site_of(one.area, one.name, one.row))
    if one.source == "exchange":
        return one.source, one.giver, one.area, one.against
    return one.source, number


def _prolonged(
    contracts: Sequence[Contract], ending: Sequence[Ending], above: Above, days: Sequence[date]
) -> Iterator[Prolonged]:
    """Everything of which something ends that may be prolonged, in the order of its first end."""
    wholes: dict[tuple[object, ...], list[Contract]] = {}
    ends: dict[tuple[object, ...], list[int]] = {}
    for number, contract in enumerate(contracts):
        if contract.counts:
            wholes.setdefault(whole_of(number, contract), []).append(contract)
    for one in ending:
        contract = contracts[one.contract]
        if contract.extendable and one.gone_from is not None:
            ends.setdefault(whole_of(one.contract, contract), []).append(one.contract)
    for whole, numbers in ends.items():
        yield Prolonged(
            ends=tuple(numbers),
            kinds=tuple(contracts[number].kind for number in numbers),
            more={
                kind: _more([one for one in wholes[whole] if one.kind == kind], days)
                for kind in KINDS
            },
            provinces=_gaining(contracts[numbers[0]], above),
        )


def _more(contracts: Sequence[Contract], days: Sequence[date]) -> list[int]:
    """What they would have more on each of the days, if all of them that may be lasted on.

    That is the most that those which may be prolonged had together until then, less what is there.
    """
    lasting = [one for one in contracts if one.extendable]
    begins = sorted({one.from_ for one in lasting if one.from_ and one.from_ > days[0]})
    most, begun, found = _on(lasting, days[0]), 0, []
    for day in days:
        while begun < len(begins) and begins[begun] <= day:
            most = max(most, _on(lasting, begins[begun]))
            begun += 1
        found.append(max(0, most - _on(contracts, day)))
    return found


def _on(contracts: Sequence[Contract], day: date) -> int:
    """What they have on a day."""
    return sum(
        one.places for one in contracts if (one.from_ or date.min) <= day <= (one.until or date.max)
    )


def _gaining(contract: Contract, above: Above) -> frozenset[str]:
    """The provinces that have more while a contract lasts."""
    net: dict[str, int] = {}
    for area, places in effects(contract):
        if area in above:
            province = above[area][-1]
            net[province] = net.get(province, 0) + places
    return frozenset(province for province, places in net.items() if places > 0)


def _option(one: Prolonged, province: AreaLine, part: Part, days: Sequence[date]) -> Extension:
    gaps, largest = province.gap.of(part), province.shortness(part).largest
    more = one.of(part)
    first, *beside = one.ends_of(part)
    return Extension(
        contract=first,
        closes=min(more[days.index(largest.on)], largest.places) if largest.on else 0,
        place_months=sum(min(extra, gap or 0) for extra, gap in zip(more, gaps, strict=True)),
        beside=tuple(beside),
    )


def _best_first(province: str, part: Part, options: Sequence[Extension]) -> Extensions:
    """The options, and who is as good as the best; equals stand in the order in which they end."""

    def rank(one: Extension) -> tuple[int, int]:
        return -one.closes, -one.place_months

    ranked = sorted(options, key=rank)
    as_good = [one.contract for one in ranked[1:] if rank(one) == rank(ranked[0])]
    return Extensions(province=province, of=part, options=tuple(ranked), as_good=tuple(as_good))
