# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the places of a province are realised: its merges, what was minimised, and the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from allocator.apportionment.by_hand import plain, worth
from allocator.explanation.reading import LINES_ABOVE, Reading, line
from allocator.explanation.realised import (
    carried,
    exchanges_of,
    in_words,
    left_undersized,
    origin,
    terms_of,
)
from models import law
from models.explanation import Line
from models.merged import Merge
from models.places import KINDS, Kind, Places, total_of
from models.result import MunicipalityResult, Objective

MEANINGS = {
    "undersized": "the number of tasks left where they make no viable site",
    "moved_tasks": "the number of tasks realised elsewhere",
    "place_km": "places x kilometres moved",
    "balance": "the largest realised / share of a host",
    "sites": "the number of sites in use",
}


def realised_in(reading: Reading, inside: list[MunicipalityResult]) -> Iterator[Line]:
    """The merges of a province, what stays undersized, and that what is realised adds up."""
    codes = {one.code for one in inside}
    merges = [merge for merge in reading.result.merges if merge.host in codes]
    yield line(
        "Every task stays with its municipality by law; a merge says where it is realised.",
        "",
        law.ACT_TASK,
        law.MERGING,
    )
    for merge in merges:
        places = " + ".join(f"{member.places:,}" for member in merge.members)
        yield line(
            f"{merge.host_name} realises these {merge.kind} places, beside the "
            f"{merge.existing:,} that count there: {in_words(merge.members, merge.host)}.",
            f"{merge.existing:,} + {places} = {merge.existing + merge.places:,} >= "
            f"{reading.settings.merging.minimum_site.of(merge.kind):,}",
            law.MERGING,
            origin(reading, merge),
            rows=tuple(each.row for each in merge.borders),
        )
    for left in reading.result.undersized:
        if left.code in codes:
            decision = reading.municipalities[left.code].decision or Places()
            told = left_undersized(reading, left, decision.of(left.kind))
            yield told.model_copy(update={"says": f"{left.name}. {told.says}"})
    yield from _moves(reading, merges)
    if len(reading.result.provinces) == 1:
        yield from _objectives(reading)
    yield from _sums(reading, inside)


def _moves(reading: Reading, merges: list[Merge]) -> Iterator[Line]:
    """How many tasks these merges move, and how far."""
    if merges:
        setting = reading.setting("merging.objectives")
        counts = [len(merge.moved) for merge in merges]
        yield line(
            "So many tasks are realised elsewhere than at home, merge by merge.",
            f"{' + '.join(map(str, counts))} = {sum(counts):,}",
            setting,
        )
        ways = [
            f"{member.places:,} x {plain(member.distance_km)}"
            for merge in merges
            for member in merge.moved
        ]
        yield line(
            "Places x kilometres that are moved.",
            f"{' + '.join(ways)} = {plain(place_km(merges))}",
            setting,
        )


def place_km(merges: Iterable[Merge]) -> Fraction:
    """Places x kilometres that merges move."""
    moved = (member for merge in merges for member in merge.moved)
    return sum((member.places * member.distance_km for member in moved), Fraction())


def _objectives(reading: Reading) -> Iterator[Line]:
    """What was minimised over the whole scenario, and what is proven of it."""
    for one in reading.result.objectives:
        if one.stage == "merging":
            proven = (
                "No plan has less, given the objectives before it: that is proven."
                if one.proven
                else "That no plan has less is not proven."
            )
            yield line(
                f"Minimised: {MEANINGS.get(one.name, one.name)}. {proven}",
                _compared(reading, one),
                reading.setting("merging.objectives"),
            )


def _compared(reading: Reading, one: Objective) -> str:
    """An objective beside its bound; of the balance also the host that has it."""
    value, bound = Fraction(one.value), Fraction(one.bound)
    sign = "=" if one.proven else ">="
    if one.name != "balance":
        return f"{plain(value)} {sign} {plain(bound)}"
    for each in reading.result.municipalities:
        if each.decision is not None:
            here = sum(carried(reading, each, kind, each.decision) for kind in KINDS)
            share = max(1, each.share.total)
            if Fraction(here, share) == value:
                return f"{here:,} / {share:,} {worth(value)}"
    return f"{plain(value)} {sign} {plain(bound)}"


def _sums(reading: Reading, inside: list[MunicipalityResult]) -> Iterator[Line]:
    """What is realised of each kind beside what is decided, and both kinds together."""
    for kind in KINDS:
        yield _sum_of_province(reading, inside, kind)
    stands = total_of(one.realised for one in inside if one.realised is not None)
    yield line(
        "Both kinds together are realised here.",
        f"{stands.regular:,} + {stands.amv:,} = {stands.total:,}",
        LINES_ABOVE,
    )


def _sum_of_province(reading: Reading, inside: list[MunicipalityResult], kind: Kind) -> Line:
    """What is realised in a province is what is decided there, but for what crosses its border."""
    codes = {one.code for one in inside}
    crossing = [
        (merge.host in codes, member.places)
        for merge in reading.result.merges
        if merge.kind == kind
        for member in merge.moved
        if (merge.host in codes) != (member.code in codes)
    ]
    exchanges = [
        each
        for each in exchanges_of(reading, kind)
        if (each.giver in codes) != (each.taker in codes)
    ]
    crossing += [(each.giver in codes, each.counting) for each in exchanges]
    decided = sum(one.decision.of(kind) for one in inside if one.decision is not None)
    stands = sum(one.realised.of(kind) for one in inside if one.realised is not None)
    terms = terms_of(places if here else -places for here, places in crossing)
    but = ", but for what is realised across its border" if crossing else ""
    return line(
        f"As many {kind} places are realised here as are decided{but}.",
        f"{decided:,}{terms} = {stands:,}",
        LINES_ABOVE,
        law.EXCHANGING if exchanges else "",
        rows=tuple(each.row for each in exchanges),
    )


def realised_together(reading: Reading) -> Iterator[Line]:
    """The merges of several provinces together, and what was minimised."""
    provinces = {one.code: one.province for one in reading.result.municipalities}
    by_province: dict[str, list[Merge]] = {}
    for merge in reading.result.merges:
        by_province.setdefault(provinces[merge.host], []).append(merge)
    counts = [sum(len(one.moved) for one in merges) for merges in by_province.values()]
    ways = [place_km(merges) for merges in by_province.values()]
    if counts:
        yield line(
            "The tasks that are realised elsewhere, province by province.",
            f"{' + '.join(f'{number:,}' for number in counts)} = {sum(counts):,}",
            reading.setting("merging.objectives"),
        )
        yield line(
            "Places x kilometres that are moved, province by province.",
            f"{' + '.join(map(plain, ways))} = {plain(sum(ways, Fraction()))}",
            reading.setting("merging.objectives"),
        )
    yield from _objectives(reading)
    known = [one for one in reading.result.municipalities if one.realised is not None]
    yield from _sums(reading, known)
