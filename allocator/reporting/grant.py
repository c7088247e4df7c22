# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the grant of Act 9(3): what is above 75 %, who gets it, and whom it follows."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.reporting.delimited import Rows
from allocator.reporting.pages import Cell, Page, Sheet, Step
from models.grant import CENTS, Grant, GrantMove, GrantOfProvince, GrantSide
from models.result import RunResult

MOST_ROWS = 60
PROVIDED = {
    "decision": "Taken as provided is all that is decided (grant.places: decision)",
    "counted": "Taken as provided is what counts now (grant.places: counted)",
}


def grant_pages(result: RunResult) -> list[Page]:
    """Everything of the grant; nothing where it was not asked."""
    grant = result.grant
    if grant is None:
        return []
    names = {one.code: one.name for one in result.provinces}
    pages = [_above(grant, names), _parts(grant), _moves(result, grant)]
    return [page for page in pages if page]


def euros(cents: int | None) -> str:
    """`1,234.50`; nothing where no amount is known."""
    return "" if cents is None else f"{cents // CENTS:,}.{cents % CENTS:02}"


def _above(grant: Grant, names: dict[str, str]) -> Page:
    amount = "No amount is given, so places are counted (grant.euros_per_place)."
    if grant.cents_per_place is not None:
        amount = f"{euros(grant.cents_per_place)} euros for each place."
    part = "No part of the province is given: the Act does not say it, so it has none here."
    if grant.province_part is not None:
        part = f"The part of the province is {grant.province_part}."
    said = (
        f"After the two years there is a grant for each place with which 75 % of the number of the "
        f"province is exceeded (Act 9(3)). {PROVIDED[grant.footing]}. {amount} {part}"
    )
    items = [
        f"{names[code]}: not told, as nobody knows there who meets its task."
        for code in grant.not_told
    ]
    items += [f"{one.name}: {_why_not(one)}." for one in grant.provinces if not one.divided]
    steps = tuple(_step(one) for one in grant.provinces)
    return Page("Grant for places above 75 %", (said,), tuple(items), steps)


def _why_not(one: GrantOfProvince) -> str:
    if not one.above:
        return "no place is above 75 %"
    return "no municipality has met its task, so nothing is divided"


def _step(one: GrantOfProvince) -> Step:
    """The arithmetic of one province, to be redone as it is printed."""
    below = one.threshold // 1
    there = f"{one.provided:,} + {one.unlocated:,}" if one.unlocated else f"{one.provided:,}"
    paid = f" - {one.paid:,}" if one.paid else ""
    exact = f"75 % of {one.number:,} is {_decimal(one)}"
    cents = "" if one.cents is None else f", {euros(one.cents)} euros"
    return Step(
        f"{one.name}: {exact}, so place number {below + 1:,} is the first above it: "
        f"{one.above:,} places{cents}.",
        f"max(0, {there} - {below:,}{paid}) = {one.above:,}",
        "; ".join(text for text in ("act-grant", one.row) if text),
    )


def _decimal(one: GrantOfProvince) -> str:
    """A quarter of a whole number has two decimals at most, so this is exact."""
    hundredths = int(one.threshold * 100)
    return f"{hundredths // 100:,}.{hundredths % 100:02}".rstrip("0").rstrip(".")


def _parts(grant: Grant) -> Page:
    """Who gets what; whoever has not met its task gets nothing."""
    rows: list[tuple[Cell, ...]] = []
    for one in grant.provinces:
        if one.divided:
            rows += [
                (share.name, one.name, share.provided.total, share.task.total, share.paid or None,
                 share.places, euros(share.cents))
                for share in one.municipalities
                if share.meets
            ]  # fmt: skip
            own = one.province
            if own.places or own.cents:
                name = f"the province of {one.name}"
                rows.append((name, one.name, None, None, None, own.places, euros(own.cents)))
    columns: tuple[str, ...] = ("Municipality", "province", ">provided", ">task", ">paid", ">grant")
    if grant.cents_per_place is None:
        rows = [row[:-1] for row in rows]
    else:
        columns = (*columns, ">euros")
    said = (
        "Pro rata of the places provided, less those that had a grant already (Act 9(2)(b)); who "
        "has not met its task gets none. The Act states no rounding: the largest remainder is the "
        "choice of this program."
    )
    shown = tuple(rows[:MOST_ROWS])
    more = len(rows) - len(shown)
    items = (f"{more} more: see `grant` in the JSON, or --format csv.",) if more else ()
    ties = tuple(_ties(grant))
    sheet = Sheet(columns, shown) if rows else None
    return Page("Who gets it", (said,), (*items, *ties), sheet=sheet) if rows else Page("")


def _ties(grant: Grant) -> Iterator[str]:
    for one in grant.provinces:
        names = {share.code: share.name for share in one.municipalities} | {one.code: one.name}
        for tie in one.ties:
            tied, drawn = (", ".join(names[code] for code in of) for of in (tie.tied, tie.drawn))
            yield f"{one.name}: {tied} tie for {tie.units} of the {tie.of}; by lot: {drawn}."


def _moves(result: RunResult, grant: Grant) -> Page:
    """Does the grant follow? Both ways, as the Act knows neither exchanges nor merges."""
    said = (
        "The Act knows neither exchanges nor merges. The run counts what is exchanged with the "
        "taker, and a merged task with whose task it is; beside it what each gets if places count "
        "where they stand. The tasks stay as they are. A merge moves places that are still to be "
        "made, so it is weighed as if all that is decided were there."
    )
    names = {one.code: one.name for one in result.municipalities}
    money = grant.cents_per_place is not None
    rows = [
        (_called(move, names), move.kind, move.places, side.name, *_numbers(side, money))
        for move in grant.moves
        for side in move.sides
    ]
    columns = ("What", "kind", ">places", "for", ">as counted", ">where it stands")
    more = len(rows) - MOST_ROWS
    items = (f"{more} more: see `grant` in the JSON.",) if more > 0 else ()
    sheet = Sheet(columns, tuple(rows[:MOST_ROWS])) if rows else None
    return Page("Does the grant follow?", (said,), items, sheet=sheet) if rows else Page("")


def _called(move: GrantMove, names: dict[str, str]) -> str:
    return f"merge at {names[move.name]}" if move.of == "merge" else f"exchange {move.name}"


def _numbers(side: GrantSide, money: bool) -> tuple[Cell, Cell]:
    if money:
        return euros(side.cents_counted), euros(side.cents_standing)
    return side.counted, side.standing


def grant_rows(result: RunResult) -> Rows:
    """The division of the grant in machine form: the province itself is in it by its code."""
    yield (
        *("province", "code", "name", "provided", "task", "paid", "meets", "weight", "exact"),
        *("places", "cents"),
    )
    for one in result.grant.provinces if result.grant else ():
        for share in one.municipalities:
            meets = "yes" if share.meets else "no"
            has = (share.provided.total, share.task.total, share.paid, meets, share.weight)
            part = (str(share.exact), share.places, share.cents)
            yield (one.code, share.code, share.name, *has, *part)
        own = one.province
        nothing = (None, None, None, None, None)
        yield (one.code, one.code, one.name, *nothing, str(own.exact), own.places, own.cents)


def move_rows(result: RunResult) -> Rows:
    """Each exchange and merge both ways, in machine form."""
    yield (
        *("of", "name", "kind", "places", "footing", "code", "side", "counted", "standing"),
        *("cents_counted", "cents_standing"),
    )
    for move in result.grant.moves if result.grant else ():
        what = (move.of, move.name, move.kind, move.places, move.footing)
        for side in move.sides:
            cents = (side.cents_counted, side.cents_standing)
            yield (*what, side.code, side.name, side.counted, side.standing, *cents)
