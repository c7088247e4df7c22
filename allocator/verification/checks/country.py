# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of the rules between provinces: reports, takeovers, sums, and that none are better."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.country import (
    allowed_pairs,
    amounts_asked,
    forgone,
    may_have_one_more,
    owners_of_places,
    places_of,
    reachable,
    shortages,
    surpluses,
)
from allocator.verification.facts import Facts, added, numbers
from models.places import KINDS


@check
def read_reports(facts: Facts) -> Iterator[Finding]:
    """A report counts as published, an unknown amv part pro rata of the task, or not at all."""
    settings, reports = facts.settings, facts.result.reports
    asked, own = settings.reports is not None, owners_of_places(facts)
    tasks = {one.code: one.task for one in facts.result.provinces}
    reported = {one.area for one in reports}
    unknown: dict[str, list[int]] = {}
    for one in reports:
        name = f"read_reports[{one.area}.{one.figure}]"
        task, amv = tasks[one.area], one.amv
        if amv is None:  # together with those before it; half a place is regular
            before = sum(unknown.setdefault(one.area, []))
            unknown[one.area].append(one.total)
            parts = [
                -((task.total - 2 * places * task.amv) // (2 * task.total))
                for places in (before, before + one.total)
            ]
            amv = parts[1] - parts[0]
        yield same(name, one.places.total, one.total, "places of the report")
        yield same(name, one.places.amv, amv, "amv places of the report")
        statuses = set(settings.counting.statuses)
        wanted = {"likely", "intended"} if one.figure == "intended" else {"guaranteed"}
        yield Finding(name, bool(wanted & statuses), "is counted, and its status is not accepted")
        yield Finding(name, one.area not in own, "the scenario gives places of it itself")
    known = set(tasks) if not asked else own | reported
    for province in facts.result.provinces:
        name = f"read_reports[{province.code}]"
        yield same(name, province.known, province.code in known, "whether it is known what counts")
    yield Finding("read_reports", asked or not reports, "nobody asked for reports")


@check
def leave_out_unknown(facts: Facts) -> Iterator[Finding]:
    """Where it is not known what counts, nothing is divided and nothing is summed."""
    for area in facts.result.areas:
        province = next(one for one in facts.result.provinces if one.code == area.province)
        name = f"leave_out_unknown[{area.code}]"
        yield same(name, area.known, province.known, "whether it is known what counts")
        if not area.known:
            has = added((area.counted, area.unlocated))["total"]
            yield same(name, has, 0, "places that are in no sum")
            divided = [one.code for one in facts.members(area) if one.rest is not None]
            yield same(name, divided, [], "municipalities with a rest")


@check
def take_over_within(facts: Facts) -> Iterator[Finding]:
    """Takeovers stay within surplus and shortage, between pairs that may, each told once."""
    takeovers = facts.result.takeovers
    told = [(one.giver, one.taker, one.kind) for one in takeovers]
    yield same("take_over_within", told, sorted(set(told), key=_in_order), "the takeovers")
    for kind in KINDS:
        allowed = allowed_pairs(facts, kind)
        for one in takeovers:
            if one.kind == kind:
                name = f"take_over_within[{one.giver}.{one.taker}.{kind}]"
                far = allowed.get((one.giver, one.taker))
                yield Finding(name, far is not None, "this pair may not take over")
                yield same(name, one.distance_km * 10, far, "tenths of a kilometre")
                yield Finding(name, one.places > 0, "no place is taken over")
        for code, most in surpluses(facts, kind).items():
            given = sum(one.places for one in takeovers if (one.giver, one.kind) == (code, kind))
            name = f"take_over_within[{code}.{kind}]"
            yield Finding(name, given <= most, f"{given} taken over of a surplus of {most}")
        for code, most in shortages(facts, kind).items():
            got = sum(one.places for one in takeovers if (one.taker, one.kind) == (code, kind))
            name = f"take_over_within[{code}.{kind}]"
            yield Finding(name, got <= most, f"{got} taken over of a shortage of {most}")


def _in_order(told: tuple[str, str, str]) -> tuple[int, str, str]:
    giver, taker, kind = told
    return list(KINDS).index("amv" if kind == "amv" else "regular"), giver, taker


@check
def share_borders(facts: Facts) -> Iterator[Finding]:
    """Provinces are neighbours where two of their municipalities share a land border."""
    country, rules = facts.result.country, facts.settings.national
    if country is None:
        return
    if not rules.neighbours_only or rules.takeover == "none":
        told = [*country.borders, *country.crossings]
        yield same("share_borders", told, [], "borders where they decide nothing")
        return
    rows: dict[str, list[str]] = {}
    for one in country.crossings:
        name = f"share_borders[{one.one}.{one.other}]"
        inside = one.one < one.other and {one.one, one.other} <= facts.municipalities.keys()
        yield Finding(name, inside, "is not a pair of municipalities of the scenario, in order")
        if inside:
            ends = sorted(facts.municipalities[code].province for code in (one.one, one.other))
            yield Finding(name, ends[0] != ends[1], "lies within one province")
            rows.setdefault(" ".join(ends), []).append(one.row)
    twice = len({one.row for one in country.crossings}) == len(country.crossings)
    yield Finding("share_borders", twice, "a row of the table gives one border")
    told_pairs = [f"{one.one} {one.other}" for one in country.borders]
    yield same("share_borders", told_pairs, sorted(rows), "provinces that are neighbours")
    for one in country.borders:
        name = f"share_borders[{one.one}.{one.other}]"
        says = one.row in rows.get(f"{one.one} {one.other}", ())
        yield Finding(name, says, f"{one.row} is no border between both")


@check
def lower_rests(facts: Facts) -> Iterator[Finding]:
    """What is taken over lowers the rest of its taker, and that of nobody else."""
    for province in facts.result.provinces:
        name = f"lower_rests[{province.code}]"
        for what, told in (("giver", province.takes_over), ("taker", province.handed_over)):
            moved: dict[str, int] = {
                kind: sum(
                    one.places
                    for one in facts.result.takeovers
                    if getattr(one, what) == province.code and one.kind == kind
                )
                for kind in KINDS
            }
            expected = {**moved, "total": sum(moved.values())}
            yield same(name, numbers(told), expected, f"as the {what}")
        areas = [area for area in facts.result.areas if area.province == province.code]
        handed = added(area.handed_over for area in areas)
        yield same(name, handed, numbers(province.handed_over), "handed over by its areas")


@check
def add_country(facts: Facts) -> Iterator[Finding]:
    """The country is its provinces; decisions exceed the tasks by unused surplus at the most."""
    country, settings = facts.result.country, facts.settings
    asked = settings.reports is not None or settings.national.takeover != "none"
    yield same("add_country", country is not None, asked, "whether the country is told")
    if country is None:
        return
    told = [one.code for one in country.provinces]
    codes = sorted(one.code for one in facts.result.provinces)
    yield same("add_country", told, codes, "the provinces")
    of = {one.code: one for one in facts.result.provinces}
    for one in country.provinces:
        name, province = f"add_country[{one.code}]", of[one.code]
        have = added((province.counted, province.unlocated) if province.known else ())
        yield same(name, one.known, province.known, "whether it is known what counts")
        yield same(name, numbers(one.task), numbers(province.task), "the task")
        yield same(name, numbers(one.counted), have, "counted")
        yield same(name, numbers(one.surplus), numbers(province.surplus), "the surplus")
        yield same(name, numbers(one.takes_over), numbers(province.takes_over), "takes over")
        yield same(name, numbers(one.handed_over), numbers(province.handed_over), "handed over")
        yield same(name, numbers(one.left), numbers(province.rest), "left to divide")
        yield same(name, added((one.left, one.handed_over)), numbers(one.shortage), "the shortage")
        yield same(name, added((one.unused, one.takes_over)), numbers(one.surplus), "the surplus")
    known = [one for one in facts.result.provinces if one.known]
    sums = {
        "tasks": sum(one.task.total for one in known),
        "decisions": sum(
            (one.counted.total + one.unlocated.total + one.rest.total) for one in known
        ),
        "unused": sum(one.surplus.total - one.takes_over.total for one in known),
        "over_task": sum(one.over_task for one in known),
    }
    for what, expected in sums.items():
        yield same(f"add_country[{what}]", getattr(country, what), expected, what)
    beyond = country.tasks + country.unused + country.over_task
    yield same("add_country", country.decisions, beyond, "the decisions of the country")


@check
def share_takeovers(facts: Facts) -> Iterator[Finding]:
    """In proportion: what is taken over from each is pro rata of its shortage, as far as it can."""
    by_kind = {one.kind: one for one in facts.divisions("takeover")}
    proportional = facts.settings.national.takeover == "proportional"
    yield Finding("share_takeovers", proportional or not by_kind, "nothing is proportional here")
    for kind in KINDS if proportional else ():
        name, lacks = f"share_takeovers[{kind}]", shortages(facts, kind)
        got = places_of(facts, kind)
        most_of_all = reachable(facts, kind)
        if kind not in by_kind:
            yield same(name, sum(got.values()), 0, "places taken over without a division")
            yield same(name, most_of_all, 0, "places that could be taken over")
            continue
        yield same(name, by_kind[kind].total, most_of_all, "as many places as can be")
        claims = by_kind[kind].claims
        yield same(name, {one.code: one.weight for one in claims}, lacks, "the claims")
        for one in claims:
            yield same(f"{name[:-1]}.{one.code}]", got.get(one.code, 0), one.places, "taken over")
            most = -1 if one.maximum is None else one.maximum
            yield Finding(name, 0 <= most <= lacks[one.code], f"{one.code}: at most {most}")
        amounts = {one.code: one.places for one in claims}
        for more, fewer in permutations(sorted(amounts), 2):
            owed = (2 * amounts[more] + 1) * lacks[fewer] < (2 * amounts[fewer] - 1) * lacks[more]
            holds = not owed or not may_have_one_more(facts, kind, amounts, more, fewer)
            yield Finding(name, holds, f"{more} is owed a place that {fewer} has")


@check
def prove_takeovers(facts: Facts) -> Iterator[Finding]:
    """No takeovers reach more places, or as many over less distance: the prices prove it."""
    country, takeovers = facts.result.country, facts.result.takeovers
    if facts.settings.national.takeover == "none":
        yield same("prove_takeovers", list(takeovers), [], "takeovers that nobody asked")
        return
    prices = {one.kind: one for one in country.prices} if country else {}
    for kind in KINDS:
        name, pairs = f"prove_takeovers[{kind}]", allowed_pairs(facts, kind)
        has, lacks = surpluses(facts, kind), shortages(facts, kind)
        wanted, price = amounts_asked(facts, kind), prices[kind]
        yield same(name, sorted(price.givers), sorted(has), "who has a price as a giver")
        yield same(name, sorted(price.takers), sorted(lacks), "who has a price as a taker")
        cost = forgone(has, lacks, pairs)
        yield same(name, price.forgone, cost, "what a place costs that is not taken over")
        lowest = min([*price.givers.values(), *price.takers.values()], default=0)
        yield Finding(name, lowest >= 0, f"a price of {lowest}, below zero")
        for (giver, taker), far in sorted(pairs.items()):
            both = price.givers[giver] + price.takers[taker]
            message = f"the prices {both} are below what a place saves, {cost - far}"
            yield Finding(f"{name[:-1]}.{giver}.{taker}]", both >= cost - far, message)
        moved = [one for one in takeovers if one.kind == kind]
        saved = sum(one.places * (cost - int(one.distance_km * 10)) for one in moved)
        paid = sum(has[code] * price.givers[code] for code in has)
        paid += sum(wanted[code] * price.takers[code] for code in lacks)
        yield same(name, saved, paid, "what the takeovers save")
        yield from _objectives(facts, kind, name, min(sum(has.values()), sum(lacks.values())))


def _objectives(facts: Facts, kind: str, name: str, most: int) -> Iterator[Finding]:
    moved = [one for one in facts.result.takeovers if one.kind == kind]
    told = {
        one.name: one.value
        for one in facts.result.objectives
        if (one.stage, one.kind) == ("national", kind)
    }
    expected = {
        "not_taken_over": most - sum(one.places for one in moved),
        "place_km": sum(one.places * one.distance_km for one in moved),
    }
    yield same(name, told, expected, "the objectives")
