# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was agreed and offered: exchanges, status holders, emergency places, offers, pledges."""

from __future__ import annotations

from allocator.explanation.reading import sentence
from allocator.publishing.contents.codes import code_cells, code_columns
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Cell, Column, Items, Section, Table
from models.exchange import PEOPLE, People
from models.result import Condition, ExchangeResult, OfferResult


def exchanges(view: View) -> Section:
    """Every exchange with its conditions, and places against status holders."""
    blocks: list[Block] = []
    if view.exchanges:
        blocks.append(_exchanges(view))
        items = tuple(
            _condition(view, one, condition)
            for one in view.exchanges
            for condition in one.conditions
        )
        if items:
            blocks.append(Items(items))
    blocks += [
        _people(view, people)
        for people in PEOPLE
        if any(one.code in view.codes for one in view.result.books(people))
    ]
    return Section(view.say("Exchanges"), tuple(blocks), anchor="exchanges")


def _exchanges(view: View) -> Table:
    say = view.say
    return Table(
        name=say("Exchanges"),
        caption=say("Places that stand with the giver and count with the taker."),
        columns=(
            Column("id", say("Exchange")),
            Column("giver", say("giver")),
            *code_columns(view, "giver", say("giver")),
            Column("taker", say("taker")),
            *code_columns(view, "taker", say("taker")),
            Column("kind", say("kind")),
            Column("places", say("places"), "number"),
            Column("from", say("first day"), "date"),
            Column("until", say("last day"), "date"),
            Column("counts", say("counts")),
            Column("reason", say("reason")),
        ),
        rows=tuple(
            (
                one.id,
                one.giver_name,
                *code_cells(view, one.giver),
                one.taker_name,
                *code_cells(view, one.taker),
                view.kind(one.kind),
                one.places,
                one.from_,
                one.until,
                say("yes") if one.counts else say("no"),
                view.repeat(one.reason),
            )
            for one in view.exchanges
        ),
    )


def _condition(view: View, exchange: ExchangeResult, one: Condition) -> str:
    states = {True: view.say("met"), False: view.say("not met"), None: view.say("open")}
    said = view.say(
        "{exchange}, condition, {state}: {text}",
        exchange=exchange.id,
        state=states[one.met],
        text=sentence(str(view.language.repeat(one.text))),
    )
    if one.shown is None:
        return said
    shown = view.say("{shown} of {places} are shown.", shown=one.shown, places=one.places)
    return f"{said} {shown}"


def _people(view: View, people: People) -> Table:
    say = view.say
    name, caption, before = {
        "status_holders": (
            say("Status holders"),
            say("Who takes places over houses status holders of the giver in return."),
            say("status holders before"),
        ),
        "ukrainians": (
            say("Ukrainians"),
            say("Who takes places over receives Ukrainians of the giver in return."),
            say("Ukrainians before"),
        ),
    }[people]
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("name", say("Municipality")),
            *code_columns(view),
            Column("places_before", say("places before"), "number"),
            Column("places_after", say("places after"), "number"),
            Column("before", before, "number"),
            Column("change", say("more"), "number"),
            Column("after", say("after"), "number", "{before} + {change}"),
        ),
        rows=tuple(
            (
                one.name,
                *code_cells(view, one.code),
                one.places_before.total,
                one.places_after.total,
                one.before,
                one.change,
                one.after,
            )
            for one in view.result.books(people)
            if one.code in view.codes
        ),
    )


def emergency(view: View) -> Section:
    """Emergency places per region, and who is asked for how many."""
    say = view.say
    names = {one.code: one for one in view.municipalities}
    regions = tuple(
        (
            one.name,
            one.minimum,
            one.available,
            one.asked,
            one.short,
            say("within the decisions") if one.within_task else say("on top of the decisions"),
        )
        for one in view.result.emergency
        if one.region in view.codes
    )
    if not regions:
        return Section(say("Emergency places"), ())
    asked = tuple(
        (
            names[claim.code].name,
            *code_cells(view, claim.code),
            names[claim.code].region,
            claim.maximum,
            claim.places,
        )
        for division in view.result.divisions
        if division.stage == "emergency"
        for claim in division.claims
        if claim.code in names
    )
    blocks: list[Block] = [
        Table(
            say("Emergency regions"),
            say("Emergency places per region: what is asked pro rata of the shares."),
            (
                Column("region", say("Region")),
                Column("minimum", say("at least"), "number"),
                Column("available", say("are there"), "number"),
                Column("asked", say("asked"), "number"),
                Column("short", say("nobody can be asked for"), "number"),
                Column("within", say("place in the sums")),
            ),
            regions,
        )
    ]
    if asked:
        columns = (
            Column("name", say("Municipality")),
            *code_columns(view),
            Column("region", say("region")),
            Column("maximum", say("at most"), "number"),
            Column("places", say("emergency places"), "number"),
        )
        caption = say("Emergency places per municipality.")
        blocks.append(Table(say("Emergency places"), caption, columns, asked))
    return Section(say("Emergency places"), tuple(blocks), anchor="emergency")


def offers(view: View) -> Section:
    """Every offer, report and pledge: what counts, and why or why not."""
    blocks: list[Block] = []
    if view.offers:
        blocks.append(_offers(view))
    if view.pledges:
        blocks.append(_pledges(view))
    reports = [one for one in view.result.reports if one.area in view.codes]
    if reports:
        blocks.append(_reports(view))
    return Section(view.say("What is offered"), tuple(blocks), anchor="offers")


def _offers(view: View) -> Table:
    say = view.say
    names = {one.code: one.name for one in view.municipalities}
    return Table(
        name=say("Offers"),
        caption=say("Every offer of the reports, and whether it counts."),
        columns=(
            Column("name", say("Municipality")),
            *code_columns(view),
            Column("site", say("site")),
            Column("kind", say("kind")),
            Column("places", say("places"), "number"),
            Column("from", say("first day"), "date"),
            Column("until", say("last day"), "date"),
            Column("status", say("status")),
            Column("counts", say("counts")),
            Column("reason", say("why it does not")),
            Column("row", say("source")),
        ),
        rows=tuple(_offer(view, names[one.municipality], one) for one in view.offers),
    )


def _offer(view: View, name: str, one: OfferResult) -> tuple[Cell, ...]:
    say = view.say
    status = {
        "guaranteed": say("guaranteed"),
        "likely": say("likely"),
        "intended": say("intended"),
    }
    counts = say("yes") if one.counts else say("no")
    window = (one.from_, one.until)
    # Of what counts whole the reason is its status and window, which stand there already.
    reason = "" if one.counting == one.places else view.repeat(one.reason)
    return (
        name,
        *code_cells(view, one.municipality),
        one.site,
        view.kind(one.kind),
        one.places,
        *window,
        status[one.status],
        counts,
        reason,
        one.row,
    )


def _pledges(view: View) -> Table:
    say = view.say
    name = view.reading.name
    return Table(
        name=say("Pledges"),
        caption=say(
            "Places that a region pledges for several municipalities: the split is an estimate."
        ),
        columns=(
            Column("name", say("Pledge")),
            Column("region", say("region")),
            Column("places", say("places"), "number"),
            Column("amv", say("of which amv"), "number"),
            Column("counts", say("counts")),
            Column("candidates", say("candidates")),
            Column("reason", say("reason")),
        ),
        rows=tuple(
            (
                one.name,
                name(one.region),
                one.places.total,
                one.places.amv,
                say("yes") if one.counts else say("no"),
                view.language.listed([name(code) for code in one.candidates]),
                view.repeat(one.reason),
            )
            for one in view.pledges
        ),
    )


def _reports(view: View) -> Table:
    say = view.say
    words = {
        "reported": say("reported"),
        "guaranteed": say("guaranteed"),
        "intended": say("intended"),
    }
    return Table(
        name=say("Reports"),
        caption=say("Figures of provincial reports, which are known for a whole province only."),
        columns=(
            Column("province", say("Province")),
            Column("figure", say("figure")),
            Column("places", say("places"), "number"),
            Column("amv", say("of which amv"), "number"),
            Column("estimate", say("amv estimated")),
            Column("note", say("note")),
            Column("row", say("source")),
        ),
        rows=tuple(
            (
                view.reading.name(one.area),
                words[one.figure],
                one.places.total,
                one.places.amv,
                say("yes") if one.amv is None else say("no"),
                view.own(one.note),
                one.row,
            )
            for one in view.result.reports
            if one.area in view.codes
        ),
    )
