# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts of what a municipality offers, and what does not, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allocator.explanation.reading import LINES_ABOVE, Reading, chapter, counted, line, many
from allocator.explanation.rounding import rounded
from models import law
from models.division import Claim, Division
from models.exchange import CALLED, PEOPLE, RECEIVES, People
from models.explanation import Chapter, Line
from models.law import Source
from models.places import KINDS, Kind
from models.result import (
    Condition,
    ExchangeResult,
    FallenThrough,
    MunicipalityResult,
    OfferResult,
    PooledResult,
)


def what_counts(reading: Reading, one: MunicipalityResult) -> Chapter:
    """Every offer, exchange and pledge that concerns a municipality, and what they come to."""
    result = reading.result
    offers = [offer for offer in result.offers if offer.municipality == one.code]
    exchanges = [each for each in result.exchanges if one.code in (each.giver, each.taker)]
    pledges = [pledge for pledge in result.pooled_offers if one.code in pledge.candidates]
    nothing = not (offers or exchanges or pledges)
    return chapter(
        "What counts",
        _nothing(reading, one) if nothing else None,
        *(_offer(reading, offer) for offer in offers),
        *_too_few(reading, one),
        *(each for exchange in exchanges for each in _exchange(reading, one, exchange)),
        *(each for pledge in pledges for each in _pledge(reading, one, pledge)),
        *_together(reading, one, offers, exchanges),
    )


def _nothing(reading: Reading, one: MunicipalityResult) -> Line:
    """That nothing is known to stand with a municipality: a report is of its whole province."""
    reports = [each for each in reading.result.reports if each.area == one.province]
    area = reading.areas[one.province, reading.area_of(one)]
    if not area.known:
        return line(
            f"The report of {reading.name(one.province)} is not known, so what {one.name} offers "
            "is not known either.",
            "",
            reading.setting("reports"),
        )
    if not reports and area.unlocated:
        return line(
            f"{one.name} offers nothing by name; of the {many(area.unlocated.total)} that count in "
            f"{area.name} without a municipality it is not known where they stand.",
            "",
            _offers_file(reading),
            rows=tuple(
                each.row for each in reading.result.unlocated_offers if each.area == area.code
            ),
        )
    if not reports:
        return line(f"{one.name} offers nothing.", "", _offers_file(reading))
    places = many(sum(each.places.total for each in reports))
    return line(
        f"The report of {reading.name(one.province)} is taken as a whole, {places}. How many of "
        f"them stand in {one.name} is not known, so none counts with {one.name} itself.",
        "",
        reading.setting("reports"),
        rows=tuple(each.row for each in reports),
    )


def _offers_file(reading: Reading) -> str:
    return reading.settings.offers or reading.setting("offers")


def _offer(reading: Reading, offer: OfferResult) -> Line:
    verdict = "Counts" if offer.counts else "Does not count"
    site = f" at {offer.site}" if offer.site else ""
    return line(
        f"{verdict}: {many(offer.places, offer.kind)}{site}: {offer.reason}.",
        _less_margin(reading, offer),
        reading.rule_of_the_decision,
        *_by_law(reading, offer),
        *reading.counting_rule(),
        rows=(
            *(offer.stay or (offer.row,)),
            *((offer.change.row,) if offer.change else ()),
        ),
    )


def _less_margin(reading: Reading, offer: OfferResult) -> str:
    """`100 x 4/5 = 80`, where the margin of its phase is all that takes places off."""
    part = reading.settings.counting.margin.of(offer.phase)
    if part == 1 or not offer.counts or offer.stay:
        return ""
    exact = offer.places * part
    rounded = "" if exact.denominator == 1 else f"{exact}, rounded down: "
    return f"{offer.places:,} x {part} = {rounded}{offer.counting:,}"


def _by_law(reading: Reading, offer: OfferResult) -> Iterator[Source]:
    """The articles that a scenario counts by, as far as they bear on an offer."""
    if reading.settings.counting.durable is not None:
        yield law.ACT_DURABLE
    if reading.settings.counting.minimum_municipality.of(offer.kind):
        yield law.DECREE_MINIMUM if offer.kind == "regular" else law.DECREE_MINIMUM_AMV


def _too_few(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    """What would count of a kind, where it is less than the minimum of a municipality."""
    for kind in KINDS:
        refused = [
            offer
            for offer in reading.result.offers
            if (offer.municipality, offer.kind, offer.against) == (one.code, kind, "municipality")
        ]
        if refused:
            least = reading.settings.counting.minimum_municipality.of(kind)
            terms = [offer.standing for offer in refused if offer.standing]
            said = " + ".join(f"{term:,}" for term in terms)
            total = f"{said} = {sum(terms):,}" if len(terms) > 1 else said
            yield line(
                f"Together {one.name} offers {many(sum(terms), kind)} that would count, less than "
                f"the {least:,} of a municipality, so none of them does.",
                f"{total} < {least:,}",
                *_by_law(reading, refused[0]),
                reading.setting("counting.minimum_municipality"),
                rows=tuple(offer.row for offer in refused),
            )


def _exchange(
    reading: Reading, one: MunicipalityResult, exchange: ExchangeResult
) -> Iterator[Line]:
    """Whether an exchange counts, on what condition, and what happens if it falls away."""
    verdict = "Counts" if exchange.counts else "Does not count"
    number = exchange.counting if exchange.counts else exchange.places
    places = many(number, exchange.kind)
    if exchange.taker == one.code:
        said = f"{places} that stand in {exchange.giver_name} are credited to {one.name}"
    else:
        said = f"{places} that stand in {one.name} are credited to {exchange.taker_name}"
    last = exchange.until if exchange.until and exchange.until < date.max else None
    until = f" until {last}" if last else ""
    after = {
        "extendable": " It may be prolonged.",
        "final": f" After that they count with {exchange.giver_name} again.",
    }
    extendable = after.get(exchange.end, "")
    yield line(
        f"{verdict}: exchange {exchange.id}, {said}{until}: {exchange.reason}.{extendable}",
        "",
        law.EXCHANGING,
        reading.setting("exchanges"),
        rows=(exchange.row,),
    )
    for condition in exchange.conditions:
        yield _condition(reading, exchange, condition)
    if exchange.counts:
        yield from _without(reading, one, exchange)
    for people in PEOPLE:
        if exchange.people(people):
            yield from _in_return(reading, one, exchange, people)


MET = {True: "It is met", False: "It is not met", None: "It is open"}


def _condition(reading: Reading, exchange: ExchangeResult, condition: Condition) -> Line:
    """What an exchange hangs on, and how much of it is shown."""
    said = f"On the condition that {condition.text}. {MET[condition.met]}"
    arithmetic = ""
    if condition.shown is not None:
        missing = condition.places - condition.shown
        given = sum(one.places for one in _given_away(reading, condition))
        less = f", without the {given:,} that exchanges give away," if given else ""
        said += f": the offers{less} show {condition.shown:,} of {condition.places:,}"
        if condition.promised:
            day = f" for {condition.promised_on}" if condition.promised_on else ""
            said += f", {condition.promised:,} were promised{day}"
        if missing > 0:
            arithmetic = f"{condition.places:,} - {condition.shown:,} = {missing:,}"
    return line(
        f"{said}.",
        arithmetic,
        law.EXCHANGING,
        *reading.counting_rule(),
        rows=(exchange.row, *_shown_by(reading, condition)),
    )


def _shown_by(reading: Reading, condition: Condition) -> Iterator[str]:
    """The offers that show places for a condition."""
    for offer in reading.result.offers:
        first, last = offer.from_ or date.min, offer.until or date.max
        accepted = offer.status in reading.settings.counting.statuses
        shows = accepted and condition.on is not None and first <= condition.on <= last
        if shows and offer.municipality == condition.municipality:
            yield offer.row
    yield from (one.row for one in _given_away(reading, condition))


def _given_away(reading: Reading, condition: Condition) -> Iterator[ExchangeResult]:
    """The exchanges by which it gives places away on the day of the condition."""
    for one in reading.result.exchanges:
        first, last = one.from_ or date.min, one.until or date.max
        if one.giver == condition.municipality and condition.on and first <= condition.on <= last:
            yield one


def _without(reading: Reading, one: MunicipalityResult, exchange: ExchangeResult) -> Iterator[Line]:
    """What a municipality counts if the exchange falls away."""
    taker = exchange.taker == one.code
    without = exchange.taker_without if taker else exchange.giver_without
    if without is None:
        return
    other = exchange.giver_name if taker else exchange.taker_name
    again = (
        f"the {exchange.counting:,} count with {other} again"
        if taker
        else f"{other} counts {exchange.counting:,} fewer"
    )
    anew = [
        (division, claim)
        for division, claim in reading.claims("without", one.code)
        if division.without == exchange.id
    ]
    for division, claim in anew:
        said = f"If {exchange.id} falls away, the pledge is split anew pro rata to what each lacks."
        yield from rounded(reading, division, claim, f"{said} Part of")
    sign = "-" if taker else "+"
    moved, pooled = f"{sign} {exchange.counting:,}", one.pooled.of(exchange.kind)
    if anew:
        parts = "".join(f" + {claim.places:,}" for _, claim in anew)
        moved = f"{moved} - {pooled:,}{parts}"
        again += ", with its new parts of pledges in place of those that it has"
    yield line(
        f"If it falls away, {one.name} counts {counted(without)}, and {again}.",
        f"{one.counted.total:,} {moved} = {without.total:,}",
        law.EXCHANGING,
        rows=(exchange.row,),
    )


def _in_return(
    reading: Reading, one: MunicipalityResult, exchange: ExchangeResult, people: People
) -> Iterator[Line]:
    """Whom the taker takes in return, and the books of the municipality."""
    rate, takes = reading.settings.exchanging.rate(people), RECEIVES[people]
    single, more = CALLED[people]
    setting = f"exchanging.places_per_{single.lower().replace(' ', '_')}"
    yield line(
        f"In return {exchange.taker_name} {takes} {exchange.people(people):,} {more} of "
        f"{exchange.giver_name}, one for {rate} places.",
        f"{exchange.places:,} / {rate} = {exchange.people(people):,}",
        law.EXCHANGING,
        reading.setting(setting),
        rows=(exchange.row,),
    )
    for book in reading.result.books(people):
        if book.code == one.code and exchange.counts:
            if book.before is None or book.after is None:
                says = f"How many {more} the scenario has for either is not stated."
                yield line(says, "", law.EXCHANGING)
                continue
            sign = "-" if book.change < 0 else "+"
            yield line(
                f"{one.name} {takes} {book.after:,} {more} with these exchanges.",
                f"{book.before:,} {sign} {abs(book.change):,} = {book.after:,}",
                law.EXCHANGING,
                reading.setting(f"exchanging.{people}"),
            )


def _pledge(reading: Reading, one: MunicipalityResult, pledge: PooledResult) -> Iterator[Line]:
    verdict = "counts" if pledge.counts else "does not count"
    yield line(
        f"{reading.name(pledge.region)} pledges {counted(pledge.places)} ({pledge.name}) for "
        f"{reading.called(pledge.candidates)}; which of them holds how many is not known. The "
        f"pledge {verdict}: {pledge.reason}.",
        "",
        reading.rule_of_the_decision,
        *reading.counting_rule(),
        rows=(pledge.row,),
    )
    for division, claim in reading.claims("pooled", one.code):
        if division.area == pledge.name:
            yield from _split(reading, one, division, claim)
    for fallen in pledge.fallen_through:
        if pledge.counts and fallen.code == one.code:
            yield plan_falls_through(reading, pledge, fallen)


def plan_falls_through(reading: Reading, pledge: PooledResult, fallen: FallenThrough) -> Line:
    """What of a pledge does not count because the plan of a candidate is not realised."""
    return line(
        f"The scenario has the plan of {fallen.name} in {pledge.name} fall through: its part, "
        f"{counted(fallen.places)}, counts for nobody. The other candidates keep theirs.",
        "",
        reading.setting(_line_of(reading, pledge)),
        rows=(pledge.row,),
    )


def _line_of(reading: Reading, pledge: PooledResult) -> str:
    """The setting that names whose plan falls through."""
    names = [pooled.name for pooled in reading.settings.pooled_offers]
    return f"pooled_offers.{names.index(pledge.name)}.fallen_through"


def _split(
    reading: Reading, one: MunicipalityResult, division: Division, claim: Claim
) -> Iterator[Line]:
    kind: Kind = "amv" if claim.kind == "amv" else "regular"
    share = one.share.of(kind)
    had = one.counted.of(kind) - one.pooled.of(kind)
    weight = int(claim.weight)
    basis = _basis(reading, division, kind)
    arithmetic = ""
    if basis == "gap":
        says = f"What {one.name} lacks of its share of {kind} places"
        arithmetic = f"max(0, {share:,} - {had:,}) = {weight:,}"
    elif basis == "share":
        says = f"No candidate lacks {kind} places, so the shares decide; that of {one.name}"
    else:
        says = f"No candidate has a share of {kind} places, so all weigh alike: {one.name}"
    yield line(f"{says}: {weight:,}.", arithmetic, reading.setting("pooled_offers"),
               rows=(division.row,))  # fmt: skip
    yield from rounded(
        reading, division, claim, "Split over the candidates pro rata to that, an estimate. Part of"
    )


def _basis(reading: Reading, division: Division, kind: Kind) -> str:
    """What a pledge is split by: what candidates lack, else their shares, else all alike."""
    candidates = [reading.municipalities[claim.code] for claim in division.claims]
    if any(one.share.of(kind) > one.counted.of(kind) - one.pooled.of(kind) for one in candidates):
        return "gap"
    return "share" if any(one.share.of(kind) for one in candidates) else "alike"


def _together(
    reading: Reading,
    one: MunicipalityResult,
    offers: list[OfferResult],
    exchanges: list[ExchangeResult],
) -> Iterator[Line]:
    for kind in KINDS:
        terms = [offer.counting for offer in offers if offer.counts and offer.kind == kind]
        terms += [
            each.counting if each.taker == one.code else -each.counting
            for each in exchanges
            if each.counts and each.kind == kind
        ]
        if one.pooled.of(kind):
            fallen = {
                pledge.name: {each.code for each in pledge.fallen_through}
                for pledge in reading.result.pooled_offers
            }
            terms += [
                claim.places
                for division, claim in reading.claims("pooled", one.code)
                if claim.kind == kind and one.code not in fallen[division.area]
            ]
        if terms:
            said = " ".join(f"{'-' if term < 0 else '+'} {abs(term):,}" for term in terms)
            yield line(
                f"Together {one.name} counts {many(one.counted.of(kind), kind)}.",
                f"{said.removeprefix('+ ')} = {one.counted.of(kind):,}",
                LINES_ABOVE,
            )
