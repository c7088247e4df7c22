# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges: those of the packaged table, and those of the CSV or XLSX that a scenario names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from allocator.loading.agreements import AgreementRow
from allocator.loading.files import Content
from allocator.loading.names import code_of
from allocator.loading.rows import read_rows
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Row
from models.exchange import CALLED, Exchange, People
from models.fault import Faults, Place, nearest, quoted
from models.scenario import Scenario
from models.territory import Territory


def read_exchanges(
    file: ScenarioFile,
    scenario: Scenario,
    packaged: Mapping[str, Exchange],
    territory: Territory,
    codes: Collection[str],
    cycle: tuple[date, date] | None,
    faults: Faults,
) -> tuple[tuple[Exchange, ...], list[Content]]:
    """The exchanges that a scenario names, in its order.

    Args:
        file: the scenario as it was written.
        scenario: the same with codes for names.
        packaged: exchanges of the reference tables, by name.
        territory: names of the whole country.
        codes: of the scenario's municipalities.
        cycle: first and last day, if it is known.
        faults: told of everything.

    Returns:
        The exchanges, and the file that was read.
    """
    own, contents = _own(file, packaged, territory, faults)
    known = {**packaged, **own}
    found: list[Exchange] = []
    for index, name in enumerate(scenario.exchanges):
        where = file.place("exchanges", index)
        exchange = known.get(name)
        if name in own and exchange is None:
            continue  # what is wrong with its row was told there
        if exchange is None:
            what = f"there is no exchange {quoted(name)}{nearest(name, known)}"
            faults.add("unknown-exchange", where, what, f"Known: {', '.join(sorted(known)[:20])}.")
        elif exchange in found:
            faults.add("named-twice", where, f"{name} stands here twice", "Once is enough.")
        else:
            found.append(exchange)
            _check(exchange, where, scenario, territory, codes, cycle, faults)
    return tuple(found), contents


def _own(
    file: ScenarioFile, packaged: Mapping[str, Exchange], territory: Territory, faults: Faults
) -> tuple[dict[str, Exchange | None], list[Content]]:
    """The exchanges of the file that the scenario names; None for a row that makes none."""
    name = file.scenario.exchange_file
    if name is None:
        return {}, []
    content, table = file.table(name, "exchange_file")
    found: dict[str, Exchange | None] = {}
    for cells, row in zip(table.rows, read_rows(table, AgreementRow), strict=True):
        if row.id in found or row.id in packaged or not row.id:
            what = f"{quoted(row.id)} is the name of another exchange" if row.id else "no name"
            faults.add("named-twice", cells.place("id"), what, "Give each its own name.")
        found[row.id] = _exchange(cells, row, territory, faults)
    return found, [content]


def _exchange(
    cells: Row, row: AgreementRow, territory: Territory, faults: Faults
) -> Exchange | None:
    """A row as an exchange; None after a fault that leaves none."""
    if row.until and row.until < row.from_:
        what = f"until {row.until} lies before from {row.from_}"
        faults.add("until-before-from", cells.place("until"), what, "Correct one of the dates.")
        return None
    _check_condition(cells, row, faults)
    _check_day(cells, row, faults)
    ends = {
        column: code_of(getattr(row, column), territory.places, cells.place(column), faults)
        for column in ("giver", "taker")
    }
    shows = ends["taker"]
    if row.condition_municipality:
        where = cells.place("condition_municipality")
        shows = code_of(row.condition_municipality, territory.places, where, faults)
    if None in (ends["giver"], ends["taker"], shows):
        return None
    return row.exchange(ends["giver"] or "", ends["taker"] or "", shows or "")


def _check_condition(cells: Row, row: AgreementRow, faults: Faults) -> None:
    """Places that somebody has to show need a number and a day; a promise needs them to promise."""
    whole = (row.condition_places is None) == (row.condition_on is None)
    needless = row.condition_places is None and (
        row.condition_municipality or row.promised_places is not None or row.promised_on
    )
    empty = (row.promised_on is None) != (row.promised_places is None)
    if not whole or needless or empty:
        promise = "promised_on" if row.promised_on is None else "promised_places"
        faults.add(
            "half-a-condition",
            cells.place(promise if empty and whole and not needless else "condition_places"),
            "a condition on places needs how many and on which day, and so does a promise",
            "Fill in condition_places and condition_on, and promised_places with promised_on; or "
            "leave all of the condition out.",
        )


def _check_day(cells: Row, row: AgreementRow, faults: Faults) -> None:
    """A condition of which the day comes after the agreement decides nothing."""
    if row.condition_on and row.until and row.condition_on > row.until:
        faults.add(
            "condition-after-end",
            cells.place("condition_on"),
            f"the condition is of {row.condition_on}, and the exchange ends on {row.until}: by "
            "then nothing hangs on it",
            "Correct one of the dates.",
        )


def _check(
    exchange: Exchange,
    where: Place,
    scenario: Scenario,
    territory: Territory,
    codes: Collection[str],
    cycle: tuple[date, date] | None,
    faults: Faults,
) -> None:
    """What can be wrong with one exchange."""
    giver = territory.name(exchange.giver)
    if exchange.giver == exchange.taker:
        what = f"{exchange.id}: {giver} exchanges with itself"
        faults.add("exchange-with-itself", where, what, "Name two municipalities.")
    elif not {exchange.giver, exchange.taker} & set(codes):
        faults.add(
            "outside-provinces",
            where,
            f"both ends of {exchange.id} lie outside the scenario's provinces",
            "Leave it out.",
        )
    if cycle and not exchange.window.overlaps(*cycle):
        faults.add(
            "outside-cycle",
            where,
            f"{exchange.id} is agreed from {exchange.window}, and the cycle is from {cycle[0]} to "
            f"{cycle[1]}: no day is in both",
            "Leave it out, or correct its dates or the scenario's `cycle`.",
        )
    if exchange.against is not None:
        _check_rate(exchange, exchange.against, where, scenario, faults)


def _check_rate(
    exchange: Exchange, people: People, where: Place, scenario: Scenario, faults: Faults
) -> None:
    """Places against people need a rate, and make a whole number of them."""
    rate, (one, more) = scenario.exchanging.rate(people), CALLED[people]
    setting = "places_per_" + one.lower().replace(" ", "_")
    if rate is None:
        faults.add(
            "no-rate",
            where,
            f"{exchange.id} is against {more}, and the scenario states no rate",
            f"Write exchanging: {{{setting}: 4}}, or the rate that was agreed.",
        )
    elif (exchange.places / rate).denominator != 1:
        faults.add(
            "not-whole",
            where,
            f"{exchange.id}: {exchange.places} places at {rate} places for "
            f"{'an' if one == 'Ukrainian' else 'a'} {one} are not a whole number of {more}",
            "Correct the places or the rate.",
        )
