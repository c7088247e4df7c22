# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: what pledges lose by plans that fall through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from allocator.verification.checks.divisions import adds_up, pro_rata, sides_of
from allocator.verification.checks.registry import Finding, same
from allocator.verification.checks.ties import equal_claims
from allocator.verification.stays import Row, expected_of, less_margin
from allocator.verification.timeline_facts import TimelineFacts
from allocator.verification.windows import covers
from models.division import Division
from models.places import KINDS, Kind
from models.site import site_of


def split_plans(facts: TimelineFacts) -> Iterator[Finding]:
    """A pledge of which a plan falls through is split pro rata to what its candidates lack."""
    wanted = [
        f"{pledge.places.of(kind)} {kind} of {pledge.name} over {_listed(pledge.candidates)}"
        for pledge in facts.settings.pooled_offers
        for kind in KINDS
        if pledge.fallen_through and pledge.places.of(kind)
    ]
    split = [
        f"{one.total} {one.kind} of {one.area} over {_listed(claim.code for claim in one.claims)}"
        for one in facts.answer.divisions
    ]
    yield same("split_plans", split, wanted, "what is split")
    counts = _counted(facts)
    for division in facts.answer.divisions:
        name = f"split_plans[{division.area}.{division.kind}"
        yield from _by_lacks(facts, division, counts)
        yield from adds_up(name, division)
        method = facts.settings.distribution.method
        yield from pro_rata(f"{name}]", division, sides_of(division), method)
        yield _draws(facts, division)


def _listed(codes: Iterable[str]) -> str:
    return " ".join(sorted(codes))


def _by_lacks(
    facts: TimelineFacts, division: Division, counts: Counter[tuple[str, str]]
) -> Iterator[Finding]:
    """The weights are what each lacks of its share; if nobody lacks any, the shares, or ones."""
    kind: Kind = "amv" if division.kind == "amv" else "regular"
    shares = {one.code: one.task.of(kind) for one in facts.areas}
    codes = [claim.code for claim in division.claims]
    # Who gives away more than it has has nothing, and not less.
    lacks = {code: max(0, shares[code] - max(0, counts[code, kind])) for code in codes}
    expected = lacks if any(lacks.values()) else {code: shares[code] for code in codes}
    expected = expected if any(expected.values()) else dict.fromkeys(codes, 1)
    for claim in division.claims:
        name = f"split_plans[{division.area}.{claim.code}.{kind}]"
        yield same(name, claim.weight, expected[claim.code], "what the split is pro rata to")
        free = claim.takes_part and claim.minimum == 0 and claim.maximum is None
        yield Finding(name, free, "nothing bounds the part of a candidate")


def _counted(facts: TimelineFacts) -> Counter[tuple[str, str]]:
    """What municipalities count by offers and exchanges, as the scenario asks a run to count."""
    rule = facts.settings.counting
    if facts.answer.extended == "contract":
        return _counted_row_by_row(facts)
    sites: dict[tuple[str, str, Kind], list[Row]] = {}
    pairs: dict[tuple[str, str, Kind, str | None], list[Row]] = {}
    for one in facts.answer.contracts:
        most = less_margin(one.places, one.phase, rule)
        row = Row(one.row, one.from_, one.until, one.places, most)
        if one.counts and one.source == "offer":
            where = (*site_of(one.area, one.name, one.row), one.kind)
            sites.setdefault(where, []).append(row)
        elif one.counts and one.source == "exchange":
            pair = (one.giver, one.area, one.kind, one.against)
            pairs.setdefault(pair, []).append(row)
    counted: Counter[tuple[str, str]] = Counter()
    found = {where: expected_of(rows, rule) for where, rows in sites.items()}
    large = {
        where: one for where, one in found.items() if one.places >= rule.minimum_site.of(where[2])
    }
    for (code, _, kind), expected in large.items():
        beside = [each.places for where, each in large.items() if where[::2] == (code, kind)]
        if sum(beside) >= rule.minimum_municipality.of(kind):
            counted[code, kind] += expected.counted
    for (giver, taker, kind, _), rows in pairs.items():
        moved = expected_of(rows, rule).counted
        counted[giver, kind] -= moved
        counted[taker, kind] += moved
    return counted


def _counted_row_by_row(facts: TimelineFacts) -> Counter[tuple[str, str]]:
    """The same for a file of an older version, which judged each row by itself."""
    rule = facts.settings.counting
    passing = [
        one for one in facts.answer.contracts if one.counts and covers(one.from_, one.until, rule)
    ]
    sites: Counter[tuple[str, str, str]] = Counter()
    for one in passing:
        if one.source == "offer":
            sites[one.area, one.name or one.row, one.kind] += one.places
    counted: Counter[tuple[str, str]] = Counter()
    for one in passing:
        if one.source == "exchange":
            counted[one.giver, one.kind] -= one.places
            counted[one.area, one.kind] += one.places
        elif one.source == "offer":
            size = sites[one.area, one.name or one.row, one.kind]
            if size >= rule.minimum_site.of(one.kind):
                counted[one.area, one.kind] += one.places
    return counted


def _draws(facts: TimelineFacts, division: Division) -> Finding:
    """Equal claims are told, and the lots of the scenario decide between them, else the codes."""
    drawn = facts.settings.distribution.lots
    codes = sorted(claim.code for claim in division.claims)
    lots = [*drawn, *(code for code in codes if code not in drawn)]
    told = [
        f"{' '.join(tie.drawn)} of {' '.join(tie.tied)}"
        for tie in facts.answer.ties
        if (tie.area, tie.kind) == (division.area, division.kind)
    ]
    name = f"split_plans[{division.area}.{division.kind}]"
    return same(name, told, equal_claims(sides_of(division), lots), "the ties")


def lose_plans(facts: TimelineFacts) -> Iterator[Finding]:
    """A pledge loses the parts that its split gives to candidates whose plan falls through."""
    fallen = {one.name: one.fallen_through for one in facts.settings.pooled_offers}
    parts: Counter[tuple[str, str]] = Counter()
    for division in facts.answer.divisions:
        for claim in division.claims:
            if claim.code in fallen.get(division.area, ()):
                parts[division.area, division.kind] += claim.places
    for one in facts.answer.contracts:
        expected = parts[one.name, one.kind] if one.source == "pledge" else 0
        name = f"lose_plans[{one.name or one.row}.{one.kind}]"
        yield same(name, one.fallen_through, expected, "places that fell through")
    for unknown in facts.answer.unknown:
        for kind in KINDS:
            expected = parts[unknown.name, kind] if unknown.source == "pledge" else 0
            name = f"lose_plans[{unknown.name}.{kind}]"
            yield same(name, unknown.fallen_through.of(kind), expected, "places that fell through")
