# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the places of a municipality are realised: merges and exchanges, told on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from allocator.apportionment.by_hand import plain
from allocator.explanation.reading import LINES_ABOVE, Reading, chapter, line, many, sentence
from models import law
from models.explanation import Chapter, Line
from models.merged import Member, Merge, Undersized
from models.places import KINDS, Kind, Places
from models.result import ExchangeResult, MunicipalityResult

HEADING = "Where its places are realised"


def realised(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """Where the places of a municipality are realised, and what it realises for others."""
    if one.realised is not None and one.decision is not None:
        yield chapter(HEADING, *_lines(reading, one, one.decision, one.realised))


def _lines(
    reading: Reading, one: MunicipalityResult, decision: Places, stands: Places
) -> Iterator[Line]:
    yield line(
        f"What is decided stays the task of {one.name} by law, wherever its places are realised.",
        "",
        law.ACT_TASK,
        law.MERGING,
    )
    for kind in KINDS:
        yield from _task(reading, one, kind, decision)
    if any(merge.moved for merge in reading.result.merges if merge.host == one.code):
        yield from _room(reading, one, decision)
    for kind in KINDS:
        if decision.of(kind) or stands.of(kind):
            yield _closing(reading, one, kind, decision, stands)


def _task(
    reading: Reading, one: MunicipalityResult, kind: Kind, decision: Places
) -> Iterator[Line]:
    """What becomes of its own task of one kind, and of those that come to it."""
    mine = [
        merge
        for merge in reading.result.merges
        if merge.kind == kind and one.code in (merge.host, *(each.code for each in merge.members))
    ]
    for merge in mine:
        yield from _offered(reading, one, merge)
        yield from _merged(reading, one, merge)
    for left in reading.result.undersized:
        if (left.kind, left.code) == (kind, one.code):
            yield left_undersized(reading, left, decision.of(kind))
    has_task = one.rest is not None and one.rest.of(kind)
    if has_task and not mine and not _is_left(reading, one.code, kind):
        minimum = reading.settings.merging.minimum_site.of(kind)
        away = _by_exchange(reading, one, kind)
        yield line(
            f"Its {kind} task stays where it is: with what counts{away} it makes a viable site, "
            "and no other comes to it.",
            f"{decision.of(kind):,} >= {minimum:,}",
            law.MERGING,
            reading.setting(f"merging.minimum_site.{kind}"),
        )


def _by_exchange(reading: Reading, one: MunicipalityResult, kind: Kind) -> str:
    """How much of what counts stands elsewhere: it makes a site viable all the same."""
    away = sum(each.counting for each in exchanges_of(reading, kind) if each.taker == one.code)
    return f", of which {away:,} stand elsewhere by exchange," if away else ""


def _is_left(reading: Reading, code: str, kind: Kind) -> bool:
    return any((left.kind, left.code) == (kind, code) for left in reading.result.undersized)


def _offered(reading: Reading, one: MunicipalityResult, merge: Merge) -> Iterator[Line]:
    """Offered places below a viable site that join its rest in the task."""
    for member in merge.members:
        rest = one.rest.of(merge.kind) if one.rest is not None else 0
        if member.code == one.code and member.places != rest:
            yield line(
                f"The {merge.kind} places that it counts are too few for a viable site: they join "
                "its rest in the task that may be realised elsewhere.",
                f"{rest:,} + {member.places - rest:,} = {member.places:,}",
                law.MERGING,
                reading.setting("merging.include_offers"),
            )


def _merged(reading: Reading, one: MunicipalityResult, merge: Merge) -> Iterator[Line]:
    """One merge, as the host or a member is told of it: who, how far, and that the site is viable.

    The rules that it keeps to are told with the numbers that they compare.
    """
    rules, host = reading.settings.merging, merge.host_name
    if merge.host == one.code:
        guests = in_words(merge.moved)
        beside = "".join(
            f", beside its own {member.places:,}"
            for member in merge.members
            if member.code == one.code
        )
        says = f"{one.name} realises the {merge.kind} places of {guests}{beside}."
    else:
        [own] = [member for member in merge.members if member.code == one.code]
        others = [member for member in merge.members if member.code != one.code]
        beside = f", together with those of {in_words(others, merge.host)}" if others else ""
        says = (
            f"Its {many(own.places, merge.kind)} {_are(own.places)} realised in {host}, "
            f"{plain(own.distance_km)} km away{beside}."
        )
    yield line(
        says,
        f"{' + '.join(f'{member.places:,}' for member in merge.members)} = {merge.places:,}",
        law.MERGING,
        origin(reading, merge),
    )
    yield line(
        f"With the {many(merge.existing, merge.kind)} that count in {host} the site is viable.",
        f"{merge.existing:,} + {merge.places:,} = {merge.existing + merge.places:,} >= "
        f"{rules.minimum_site.of(merge.kind):,}",
        reading.setting(f"merging.minimum_site.{merge.kind}"),
    )
    farthest = max(merge.moved, key=lambda member: (member.distance_km, member.code))
    yield line(
        f"Nobody of them is too far from {host}; {farthest.name} is the farthest, at "
        f"{plain(farthest.distance_km)} km.",
        f"{plain(farthest.distance_km)} <= {plain(rules.max_distance_km)}",
        reading.setting("merging.max_distance_km"),
    )
    yield _together(reading, merge)


def origin(reading: Reading, merge: Merge) -> str:
    """The lines of the scenario that a merge comes from."""
    if merge.origin == "solver":
        return reading.setting("merging.objectives")
    proposed = reading.settings.merging.proposed
    place = next(
        (at for at, one in enumerate(proposed) if (one.kind, one.host) == (merge.kind, merge.host)),
        None,
    )
    return reading.setting("merging.proposed" if place is None else f"merging.proposed.{place}")


def _together(reading: Reading, merge: Merge) -> Line:
    """That a group may be one: how many, in one area, connected by borders."""
    rules = reading.settings.merging
    codes = {merge.host, *(member.code for member in merge.members)}
    area = reading.municipalities[merge.host]
    where = {
        "region": f", in one region ({area.region})",
        "province": f", in one province ({reading.name(area.province)})",
        "any": "",
    }[rules.within]
    borders = ", ".join(
        f"{reading.name(each.one)} and {reading.name(each.other)}" for each in merge.borders
    )
    connected = f", connected by the borders between {borders}" if borders else ""
    return line(
        f"They are {len(codes)} municipalities{where}{connected}.",
        f"{len(codes)} <= {rules.max_members}",
        reading.setting("merging.max_members"),
        reading.setting("merging.within"),
        reading.setting("merging.contiguous"),
        rows=tuple(each.row for each in merge.borders),
    )


def in_words(members: Iterable[Member], host: str = "") -> str:
    """`Borne 9 (7 km), Tubbergen 9 (10.6 km)`; of the host itself no distance."""
    return ", ".join(
        f"{one.name} {one.places:,}"
        + ("" if one.code == host else f" ({plain(one.distance_km)} km)")
        for one in members
    )


def left_undersized(reading: Reading, left: Undersized, decision: int) -> Line:
    """A task that no merge makes viable, with the reason and the nearest that might host it."""
    minimum = reading.settings.merging.minimum_site.of(left.kind)
    nearest = "; ".join(
        f"{host.name} ({plain(host.distance_km)} km): {host.why}" for host in left.nearest
    )
    already = all(f"{host.name} (" in left.reason for host in left.nearest)
    told = left.reason if already else f"{left.reason}; the nearest: {nearest}"
    return line(
        f"Its {left.kind} task stays undersized: {sentence(told)}",
        f"{minimum:,} - {decision:,} = {left.missing:,}",
        law.MERGING,
        reading.setting(f"merging.minimum_site.{left.kind}"),
    )


def _room(reading: Reading, one: MunicipalityResult, decision: Places) -> Iterator[Line]:
    """That a host has room for what it counts and the tasks that it realises, of both kinds."""
    room = reading.settings.merging.room
    setting = reading.setting("merging.room")
    if room is None or room.factor is None:
        yield line(f"The scenario sets no limit on what {one.name} realises.", "", setting)
        return
    sums = [carried(reading, one, kind, decision) for kind in KINDS]
    ceiling = max(room.factor * one.share.total, Fraction(one.counted.total))
    yield line(
        f"What {one.name} counts and the tasks that it realises, regular and amv, stay within its "
        f"room: {plain(room.factor)} times its share of {one.share.total:,}, or what it counts if "
        "that is more.",
        f"{' + '.join(f'{number:,}' for number in sums)} = {sum(sums):,} <= "
        f"max({plain(room.factor)} x {one.share.total:,}, {one.counted.total:,}) = "
        f"{plain(ceiling)}",
        setting,
    )


def carried(reading: Reading, one: MunicipalityResult, kind: Kind, decision: Places) -> int:
    """Its decision, less what is merged elsewhere, and what is merged here."""
    out, taken = _moved(reading, one.code, kind)
    return decision.of(kind) - sum(out) + sum(taken)


def _moved(reading: Reading, code: str, kind: Kind) -> tuple[list[int], list[int]]:
    """The places of each task that a municipality has realised elsewhere, and of each it takes."""
    moved = [
        (merge.host, member)
        for merge in reading.result.merges
        if merge.kind == kind
        for member in merge.moved
    ]
    out = [member.places for _, member in moved if member.code == code]
    return out, [member.places for host, member in moved if host == code]


def _closing(
    reading: Reading, one: MunicipalityResult, kind: Kind, decision: Places, stands: Places
) -> Line:
    """From the decision to what physically stands in a municipality."""
    out, taken = _moved(reading, one.code, kind)
    exchanges = [
        each for each in exchanges_of(reading, kind) if one.code in (each.giver, each.taker)
    ]
    away = [each for each in exchanges if each.taker == one.code]
    given = [each for each in exchanges if each.giver == one.code]
    numbers = [
        *(-places for places in out),
        *taken,
        *(-each.counting for each in away),
        *(each.counting for each in given),
    ]
    parts = [
        "less what is realised elsewhere" if out else "",
        "and what it realises for others" if taken else "",
        f"less what stands in {_names(each.giver_name for each in away)} by exchange"
        if away
        else "",
        f"and what counts with {_names(each.taker_name for each in given)} by exchange"
        if given
        else "",
    ]
    said = ", ".join(filter(None, parts))
    return line(
        f"{many(stands.of(kind), kind)} {_are(stands.of(kind))} realised in {one.name}: the "
        "decision"
        f"{', ' + said if said else ''}.",
        f"{decision.of(kind):,}{terms_of(numbers)} = {stands.of(kind):,}",
        LINES_ABOVE,
        law.EXCHANGING if exchanges else "",
        rows=tuple(each.row for each in exchanges),
    )


def _are(places: int) -> str:
    return "is" if places == 1 else "are"


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def terms_of(numbers: Iterable[int]) -> str:
    """` + 16 - 8`: numbers that are added to something."""
    return "".join(f" {'-' if number < 0 else '+'} {abs(number):,}" for number in numbers)


def exchanges_of(reading: Reading, kind: Kind) -> list[ExchangeResult]:
    """The exchanges of a kind that count."""
    return [each for each in reading.result.exchanges if each.counts and each.kind == kind]
