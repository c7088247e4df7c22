# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the grant of Act 9(3): the places above 75 %, who gets them, and whom it follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.grant import Grant, GrantOfProvince, GrantSide

Both = tuple[int, int]
"""Regular and amv places."""


@check
def grant_above(facts: Facts) -> Iterator[Finding]:
    """There is a grant for each place that exceeds 75 % of the number, less those paid."""
    told, rules = facts.result.grant, facts.settings.grant
    yield same("grant_above", told is not None, rules.tell, "whether it is told")
    if told is None:
        return
    yield same("grant_above", told.footing, rules.places, "which places are provided")
    cents = None if rules.euros_per_place is None else rules.euros_per_place * 100
    yield same("grant_above", told.cents_per_place, cents, "cents for each place")
    yield same("grant_above", told.province_part, rules.province_part, "the part of the province")
    divided = {one.province for one in facts.divided}
    provinces = [one.code for one in facts.result.provinces]
    found = [one.code for one in told.provinces]
    yield same("grant_above", found, sorted(divided), "the provinces")
    others = sorted(set(provinces) - divided)
    yield same("grant_above", list(told.not_told), others, "the provinces that are not told")
    for one in told.provinces:
        yield from _above(facts, told, one)


def _above(facts: Facts, told: Grant, one: GrantOfProvince) -> Iterator[Finding]:
    name = f"grant_above[{one.code}]"
    (province,) = (each for each in facts.result.provinces if each.code == one.code)
    number = province.task.regular + province.task.amv
    has = _provided(facts, told.footing, one.code)
    together = sum(regular + amv for regular, amv in has.values())
    unlocated = province.unlocated.regular + province.unlocated.amv
    paid = sum(facts.settings.grant.paid.get(code, 0) for code in has)
    yield same(name, one.number, number, "the number of the province")
    yield same(name, one.threshold, Fraction(3 * number, 4), "75 % of it")
    yield same(name, one.provided, together, "places provided")
    yield same(name, one.unlocated, unlocated, "places of no municipality")
    yield same(name, one.paid, paid, "places paid already")
    above = _places_above(number, together + unlocated, paid)
    yield same(name, one.above, above, "places above")
    cents = None if told.cents_per_place is None else above * told.cents_per_place
    yield same(name, one.cents, cents, "cents for them")


def _places_above(number: int, there: int, paid: int) -> int:
    """Counted place by place would be the same: 4 x place > 3 x number, less those paid."""
    exceeding = there - 3 * number // 4
    return exceeding - paid if exceeding > paid else 0


def _provided(facts: Facts, footing: str, province: str) -> dict[str, Both]:
    """What each municipality of a province provides."""
    found = {}
    for one in facts.divided:
        if one.province == province:
            rest = one.rest if footing == "decision" else None
            more = (rest.regular, rest.amv) if rest else (0, 0)
            found[one.code] = (one.counted.regular + more[0], one.counted.amv + more[1])
    return found


def _tasks(facts: Facts, province: str) -> dict[str, Both]:
    """What is decided for each: what it counts, and its rest."""
    return _provided(facts, "decision", province)


@check
def grant_parts(facts: Facts) -> Iterator[Finding]:
    """Who meets its task shares pro rata of its places, and all parts add up, to the cent."""
    told = facts.result.grant
    if told is None:
        return
    for one in told.provinces:
        name = f"grant_parts[{one.code}]"
        has, tasks = _provided(facts, told.footing, one.code), _tasks(facts, one.code)
        paid = facts.settings.grant.paid
        codes = [share.code for share in one.municipalities]
        yield same(name, codes, sorted(has), "the municipalities")
        weights = _weights(has, tasks, paid)
        parts = _parts(facts, one.code, weights)
        for share in one.municipalities:
            each = f"grant_parts[{share.code}]"
            given = (share.provided.regular, share.provided.amv)
            yield same(each, given, has.get(share.code), "places provided")
            task = (share.task.regular, share.task.amv)
            yield same(each, task, tasks.get(share.code), "the task")
            yield same(each, share.paid, paid.get(share.code, 0), "places paid already")
            meets = sum(given) > 0 and all(map(int.__ge__, given, task))
            yield same(each, share.meets, meets, "whether it meets its task")
            yield same(each, share.weight, weights.get(share.code), "what it is pro rata to")
        yield same(name, one.divided, bool(parts) and one.above > 0, "whether it is divided")
        yield from _shared_out(name, one, parts, "places")
        if one.cents is not None:
            yield from _shared_out(name, one, parts, "cents")
        ties = [tie for tie in one.ties if tie.of == "cents" and one.cents is None]
        yield same(name, ties, [], "ties of cents where no amount is known")


def _weights(
    has: Mapping[str, Both], tasks: Mapping[str, Both], paid: Mapping[str, int]
) -> dict[str, int]:
    """Places provided less those paid, of who provides no fewer of a kind than its task."""
    weights = {}
    for code, (regular, amv) in has.items():
        meets = regular >= tasks[code][0] and amv >= tasks[code][1] and regular + amv > 0
        weights[code] = max(regular + amv - paid.get(code, 0), 0) if meets else 0
    return weights


def _parts(facts: Facts, province: str, weights: Mapping[str, int]) -> dict[str, Fraction]:
    """The exact part of everybody in the whole, the province's too; none where nobody has one."""
    whole = sum(weights.values())
    own = facts.settings.grant.province_part or Fraction(0)
    if whole == 0:
        return {}
    parts = {code: Fraction(weight, whole) * (1 - own) for code, weight in weights.items()}
    return {**parts, province: own}


def _shared_out(
    name: str, one: GrantOfProvince, parts: Mapping[str, Fraction], unit: str
) -> Iterator[Finding]:
    """Each has its exact part rounded down; the largest remainders have one more."""
    everybody = {one.code: one.province, **{share.code: share for share in one.municipalities}}
    total = one.above if unit == "places" else one.cents or 0
    got = {
        code: part.places if unit == "places" else part.cents or 0
        for code, part in everybody.items()
    }
    if not parts or not total:
        yield same(name, sum(got.values()), 0, f"{unit} where nothing is divided")
        parts_told = {code for code, part in everybody.items() if part.exact}
        yield same(name, sorted(parts_told), [], "who has a part where nothing is divided")
        return
    yield same(name, sum(got.values()), total, f"the sum of all {unit}")
    refused: list[tuple[Fraction, str]] = []
    served: list[tuple[Fraction, str]] = []
    for code, part in everybody.items():
        exact = total * parts.get(code, Fraction(0))
        more = got[code] - exact // 1
        yield Finding(f"{name}.{code}", more in (0, 1), f"{got[code]} {unit} of {exact}")
        (served if more == 1 else refused).append((exact % 1, code))
        if unit == "places":
            yield same(f"grant_parts[{code}]", part.exact, exact, "its exact part")
    last, first = min(served, default=None), max(refused, default=None)
    if last and first:
        holds = last[0] >= first[0]
        yield Finding(name, holds, f"{first[1]} has a larger remainder of {unit} than {last[1]}")
    tied = {code for rest, code in (*served, *refused) if last and first and rest == last[0]}
    both = tied if last and first and last[0] == first[0] else set()
    said = {code for tie in one.ties if tie.of == unit for code in tie.tied}
    yield same(name, sorted(said), sorted(both), f"ties of {unit}")
    drawn = sorted(code for tie in one.ties if tie.of == unit for code in tie.drawn)
    won = sorted(code for _, code in served if code in both)
    yield same(name, drawn, won, f"who drew {unit}")


@check
def grant_follows(facts: Facts) -> Iterator[Finding]:
    """Of each exchange and merge both sides are told: as the run counts, and where places stand."""
    told, result = facts.result.grant, facts.result
    if told is None:
        return
    wanted = [
        f"exchange {one.id} {one.counting} {one.kind}" for one in result.exchanges if one.counts
    ]
    moved = {(one.host, one.kind): sum(each.places for each in one.moved) for one in result.merges}
    wanted += [f"merge {host} {places} {kind}" for (host, kind), places in moved.items() if places]
    found = [f"{one.of} {one.name} {one.places} {one.kind}" for one in told.moves]
    yield same("grant_follows", found, wanted, "the exchanges and merges")
    for one in told.moves:
        name = f"grant_follows[{one.of} {one.name}.{one.kind}]"
        footing = told.footing if one.of == "exchange" else "decision"
        yield same(name, one.footing, footing, "which places are provided")
        change: Counter[str] = Counter()
        for exchange in result.exchanges:
            if one.of == "exchange" and exchange.id == one.name:
                change[exchange.giver] += exchange.counting
                change[exchange.taker] -= exchange.counting
        for merge in result.merges:
            if one.of == "merge" and (merge.host, merge.kind) == (one.name, one.kind):
                for member in merge.moved:
                    change[merge.host] += member.places
                    change[member.code] -= member.places
        kind = 1 if one.kind == "amv" else 0
        yield from _sides(facts, name, one.sides, footing, change, kind)


def _sides(
    facts: Facts,
    name: str,
    sides: tuple[GrantSide, ...],
    footing: str,
    change: Mapping[str, int],
    kind: int,
) -> Iterator[Finding]:
    """What is granted in each province, and the nearest whole parts of whoever is concerned."""
    inside = {one.code: one.province for one in facts.divided}
    provinces = sorted({inside[code] for code in change if code in inside})
    expected = [
        *(code for of in provinces for code in sorted(change) if inside.get(code) == of),
        *provinces,
    ]
    yield same(name, [side.code for side in sides], expected, "who is told")
    for side in sides:
        of = inside.get(side.code, side.code)
        per_place = facts.result.grant.cents_per_place if facts.result.grant else None
        for moved in (False, True):
            has = _provided(facts, footing, of)
            if moved:
                for code, places in change.items():
                    if code in has:
                        numbers = list(has[code])
                        numbers[kind] += places
                        has[code] = (numbers[0], numbers[1])
            there = sum(map(sum, has.values()))
            (province,) = (each for each in facts.result.provinces if each.code == of)
            number = province.task.regular + province.task.amv
            there += province.unlocated.regular + province.unlocated.amv
            paid = {code: facts.settings.grant.paid.get(code, 0) for code in has}
            above = _places_above(number, there, sum(paid.values()))
            parts = _parts(facts, of, _weights(has, _tasks(facts, of), paid))
            share = Fraction(1) if side.code == of else parts.get(side.code, Fraction(0))
            places = side.standing if moved else side.counted
            cents = side.cents_standing if moved else side.cents_counted
            which = "where they stand" if moved else "as the run counts"
            said = f"{places} places {which}, of {above * share}"
            yield Finding(f"{name}.{side.code}", abs(places - above * share) < 1, said)
            if per_place is None:
                yield same(f"{name}.{side.code}", cents, None, "cents")
            else:
                exact = above * per_place * share
                near = cents is not None and abs(cents - exact) < 1
                yield Finding(f"{name}.{side.code}", near, f"{cents} cents {which}, of {exact}")
