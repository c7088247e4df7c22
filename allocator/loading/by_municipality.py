# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables with a row for each municipality, of any year: what they say of those of today."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from allocator.loading.files import fault
from allocator.loading.names import code_of, name_in_cell
from allocator.loading.rows import shown
from allocator.loading.tables import Row, Table
from models.fault import Faults, Place, quoted
from models.record import Refusal
from models.redivision import Redivision
from models.territory import Gazetteer, Territory, UnknownName

T = TypeVar("T")

# Headings in small letters, as CBS, PDOK and people write them.
CODES = ("code", "gemeentecode", "gm_code", "cbs-code", "regios", "statcode")
NAMES = (
    "municipality", "gemeente", "gemeentenaam", "name", "naam", "regio's", "regio", "statnaam",
)  # fmt: skip
# The country, parts of it, provinces, and the districts and neighbourhoods of municipalities.
OTHER_AREA = re.compile("(NL|LD|PV|CR|RE|VR|GG|WK|BU)[0-9]{2,8}", re.IGNORECASE)
COUNTRY = ("nederland", "the netherlands")
OTHER_MARK = re.compile(r"\((PV|LD|CR|provincie)\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Adding(Generic[T]):
    """Whether the values of municipalities that merged may be added up.

    Attributes:
        add: adds them up, each with the name of its municipality; None where they are no counts.
        remedy: what to do where they are none.
    """

    add: Callable[[Sequence[tuple[str, T]]], T] | None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """A row and its municipality: of today, and the one that it was."""

    row: Row
    code: str
    was: Redivision | None

    def own_code(self) -> str:
        return self.was.code if self.was else self.code


def by_municipality(
    table: Table,
    column: str,
    territory: Territory,
    codes: Collection[str],
    faults: Faults,
    read: Callable[[Row], T],
    adding: Adding[T],
) -> dict[str, T]:
    """What the rows of a table say of each municipality of today, by its code.

    Rows of other areas, such as provinces and the country, are left alone, and so are rows whose
    cell is empty. What is wrong with a row of a municipality outside the scenario is no fault of
    the scenario: nothing is known of that municipality then.

    Args:
        table: with a column of codes or names of municipalities.
        column: whose cells are read.
        territory: municipalities, and what became of those that are no more.
        codes: of the municipalities whose rows have to be in order.
        faults: takes what is wrong.
        read: the value of a row; raises a `Refusal` where its cell holds none.
        adding: what to do with municipalities that merged since.

    Raises:
        InputError: if the table has no column that names municipalities.
    """
    heading = _Headings.of(table)
    named: dict[str, list[_Named]] = {}
    seen: set[str] = set()
    for row in table.rows:
        if row.cells[column] in ("", None):
            continue
        one = _named(row, heading, territory, codes, faults)
        if one is None:
            continue
        if one.own_code() in seen:
            where, what = row.place(heading.first), "this municipality stands here twice"
            faults.add("named-twice", where, what, "Keep one.")
            continue
        seen.add(one.own_code())
        named.setdefault(one.code, []).append(one)
    found: dict[str, T] = {}
    for code, rows in named.items():
        told = faults if code in codes else Faults()
        if any(one.was for one in rows) and not _adds_up(
            code, rows, column, heading, territory.places, adding, told
        ):
            continue
        values = [
            (territory.places.names[code] if one.was is None else one.was.name, value)
            for one in rows
            if (value := _value(one.row, column, read, told)) is not None
        ]
        if len(values) == len(rows):
            found[code] = adding.add(values) if adding.add and len(rows) > 1 else values[0][1]
    return found


@dataclass(frozen=True, slots=True)
class _Headings:
    """The columns with codes and names; at least one of them is there."""

    code: str | None
    name: str | None

    @classmethod
    def of(cls, table: Table) -> _Headings:
        found = cls(_column(table, CODES), _column(table, NAMES))
        if found.code is None and found.name is None:
            raise fault(
                "missing-column",
                table.place(),
                "no column 'code' or 'municipality'",
                f"Add one; the columns are {', '.join(table.columns)}.",
            )
        return found

    @property
    def first(self) -> str:
        return self.code or self.name or ""


def _column(table: Table, headings: Sequence[str]) -> str | None:
    small = {column.casefold(): column for column in reversed(table.columns)}
    return next((small[one] for one in headings if one in small), None)


def _named(
    row: Row, heading: _Headings, territory: Territory, codes: Collection[str], faults: Faults
) -> _Named | None:
    """The municipality of a row; None for another area, and after a fault."""
    code = name_in_cell(row.cells[heading.code]) if heading.code else ""
    name = name_in_cell(row.cells[heading.name]) if heading.name else ""
    column = heading.code if code else heading.name or heading.code
    written, where = code or name, row.place(column)
    if _is_other_area(written, territory):
        return None
    gone = territory.places.redivision_of(written) if written else None
    if gone and gone.split:
        told = faults if set(gone.into) & set(codes) else Faults()
        code_of(written, territory.places, where, told)
        return None
    here = gone.into[0] if gone else code_of(written, territory.places, where, faults)
    if here is None:
        return None
    found = _Named(row, here, gone)
    if code and name and not _is_name_of(name, found, territory):
        if here in codes:
            faults.add(
                "code-and-name",
                row.place(heading.name),
                f"{quoted(code)} is {gone.name if gone else territory.places.names[here]}, and the "
                f"row calls it {quoted(name)}",
                "Correct the code or the name.",
                "Which of them is meant is not clear.",
            )
        return None
    return found


def _is_other_area(written: str, territory: Territory) -> bool:
    if OTHER_AREA.fullmatch(written) or OTHER_MARK.search(written):
        return True
    if written.casefold() in COUNTRY:
        return True
    return not _codes_of(territory.places, written) and bool(
        _codes_of(territory.provinces, written)
    )


def _codes_of(gazetteer: Gazetteer, written: str) -> bool:
    """Whether a name means one area of a sort, or more than one."""
    try:
        return bool(gazetteer.code_of(written))
    except UnknownName as problem:
        return bool(problem.candidates)


def _is_name_of(name: str, found: _Named, territory: Territory) -> bool:
    """Whether a name may be that of a municipality: one that means nothing may be an old one."""
    gone = territory.places.redivision_of(name)
    if gone is not None:
        return gone.code == found.own_code()
    try:
        return territory.places.code_of(name) == found.own_code()
    except UnknownName as problem:
        if problem.candidates:
            names = territory.places.names
            return found.was is None and names[found.code] in problem.candidates
        return not _codes_of(territory.provinces, name)


def _adds_up(
    code: str,
    rows: Sequence[_Named],
    column: str,
    heading: _Headings,
    places: Gazetteer,
    adding: Adding[Any],
    faults: Faults,
) -> bool:
    """Whether the rows of municipalities that merged are all there, and may be added up."""
    here = places.names[code]
    first = next(one for one in rows if one.was)
    where = first.row.place(heading.first)
    assert first.was is not None
    told = first.was.told(places.names.__getitem__)
    if adding.add is None:
        faults.add(
            "redivided-municipality", where, f"{told}, and {column} is no count", adding.remedy
        )
        return False
    missing = _missing(rows, first.was, code, places)
    if missing:
        faults.add(
            "part-missing",
            where,
            f"{told}, and what {' and '.join(missing)} had is not known here",
            f"Add it, or give one row for {here}.",
            f"The {column} of {here} is the sum of all its parts.",
        )
        return False
    if not first.was.joined and any(one.was is None for one in rows):
        what = f"{told}, which has a row of its own here too"
        faults.add("named-twice", where, what, f"Keep the row of {here}, or those of its parts.")
        return False
    return True


def _missing(rows: Sequence[_Named], sample: Redivision, code: str, places: Gazetteer) -> list[str]:
    """The parts of a municipality that have no row of which all went to it."""
    there = {one.own_code() for one in rows}
    parts: Mapping[str, Redivision] = {
        one.code: one for one in places.former.values() if code in one.into and one.on == sample.on
    }
    missing = [one.name for one in parts.values() if one.split or one.code not in there]
    if sample.joined and code not in there:
        missing.append(places.names[code])
    return missing


def _value(row: Row, column: str, read: Callable[[Row], T], faults: Faults) -> T | None:
    try:
        return read(row)
    except Refusal as problem:
        where: Place = row.place(column)
        what = f"{column}: {shown(row.cells[column])} is {problem.what}"
        faults.add(problem.code, where, what, problem.remedy)
        return None
