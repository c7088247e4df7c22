# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may stand in the slots of a pattern, and how it is written in another language.

A slot is called by its sort, with anything after an underscore to tell it from others: `{number}`,
`{number_left}`. Sorts that are tables of words (`{kind}`, `{status}`) come with the phrase book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUMBER = rf"(?:\(-?{DIGITS} / {DIGITS}\)|\d+/\d+|[≈+-]{{0,2}}{DIGITS})"
DATE = r"\d{4}-\d{2}-\d{2}"
PLACES = rf"{DIGITS} (?:(?:regular|amv|emergency) )?places?(?: of which {DIGITS} amv)?"
YEAR = r"\d{4}"
WINDOW = rf"(?:the start|{DATE}) to (?:no end date|{DATE})"

AS_THEY_ARE = frozenset({"name", "names", "path", "own", "holdings", "pairs", "claimants"})
"""Sorts of free text that is taken as it is: names, files, settings, words of whoever wrote it."""
NESTED = frozenset({"sentence", "clauses", "items", "terms", "own"})
"""Sorts of free text that is translated again; `own` only where there is a pattern for it."""
SEPARATORS = {"sentence": ". ", "own": ". ", "clauses": "; ", "items": ", ", "terms": " + "}
FREE = AS_THEY_ARE | NESTED | {"sum"}


@dataclass(frozen=True)
class Wording:
    """What slots need of a language besides its patterns.

    Attributes:
        thousands: between groups of three digits.
        comma: before decimals.
        months: their names.
        dates: how windows are said: with both days, the first, the last, and neither.
        counted: how places are said, by kind ("" for both): of one, and of more.
        minors: the end of `22 places of which 9 amv`.
        listed: the last link of a row of names.
        taken: the link between who takes over and from whom.
        claimants: what may stand behind a name in a row, and what may stand for one.
        arithmetic: words in a line of arithmetic.
    """

    thousands: str
    comma: str
    months: tuple[str, ...]
    dates: tuple[str, str, str, str]
    counted: Mapping[str, tuple[str, str]]
    minors: str
    listed: str
    taken: str
    claimants: Mapping[str, str]
    arithmetic: Mapping[str, str]


def number(text: str, to: Wording) -> str:
    """`-6,325.5` as `-6.325,5`; fractions stay fractions."""
    return re.sub(DIGITS, lambda found: _digits(found[0], to), text)


def _digits(text: str, to: Wording) -> str:
    whole, _, decimals = text.replace(",", "").partition(".")
    # Digit by digit: a text from a file may have more of them than Python turns into a number.
    first = len(whole) % 3
    groups = [whole[:first]] if first else []
    groups += [whole[place : place + 3] for place in range(first, len(whole), 3)]
    return to.thousands.join(groups) + (to.comma + decimals if decimals else "")


def date(text: str, to: Wording) -> str:
    """`2025-10-01` as `1 oktober 2025`; a month that is none stays as it is."""
    year, month, day = text.split("-")
    if not 1 <= int(month) <= len(to.months):
        return text
    return f"{int(day)} {to.months[int(month) - 1]} {int(year)}"


def window(text: str, to: Wording) -> str:
    """`2025-01-01 to no end date` as `vanaf 1 januari 2025, zonder einddatum`."""
    first, _, last = text.partition(" to ")
    begun, open_ = first == "the start", last == "no end date"
    said = to.dates[2 * begun + open_]
    return said.format(first="" if begun else date(first, to), last="" if open_ else date(last, to))


def places(text: str, to: Wording) -> str:
    """`22 places of which 9 amv`, `13 regular places`, `1 place`."""
    said, _, minors = text.partition(" of which ")
    count, *kind, _ = said.split(" ")
    one, more = to.counted["".join(kind)]
    end = to.minors.format(amv=number(minors.split(" ")[0], to)) if minors else ""
    return f"{number(count, to)} {one if count == '1' else more}{end}"


def names(text: str, to: Wording) -> str:
    """`Almelo, Borne and Hengelo`: only the links are translated."""
    return text.replace(" and ", f" {to.listed} ")


_HELD = re.compile(rf" ({DIGITS})(?: \(({DIGITS}) km\))?(?=, |$)")


def holdings(text: str, to: Wording) -> str:
    """`Borne 1,009 (7 km), Tubbergen 9 (10.6 km)`: only the numbers are translated."""
    return _HELD.sub(lambda found: number(found[0], to), text)


def pairs(text: str, to: Wording) -> str:
    """`Groningen from Drenthe, Utrecht from Drenthe`: only the links are translated."""
    return text.replace(" from ", f" {to.taken} ")


def claimants(text: str, to: Wording) -> str:
    """`Borne amv, Almelo regular`: only what stands behind the names is translated."""
    ends = "|".join(re.escape(end) for end in sorted(to.claimants, key=len, reverse=True))
    return re.sub(rf"(?:{ends})(?=, |$)", lambda found: to.claimants[found[0]], text)


_SIGNS = r"max\(|\(|\)|<=|>=|[-+=≈<x]|[,:] | "


def arithmetic(text: str, to: Wording) -> str | None:
    """A line of arithmetic; None if it holds anything else.

    Between the arguments of `max` comes a semicolon, as decimals have the comma.
    """
    phrases = "|".join(re.escape(words) for words in sorted(to.arithmetic, key=len, reverse=True))
    token = re.compile(rf"(?P<words>{phrases})|(?P<number>{DIGITS})|(?P<sign>{_SIGNS}|/)")
    said, place, inside = "", 0, [""]
    while place < len(text):
        found = token.match(text, place)
        if found is None:
            return None
        place = found.end()
        piece = found[0]
        if found["words"]:
            said += to.arithmetic[piece]
        elif found["number"]:
            said += number(piece, to)
        else:
            said += "; " if piece == ", " and inside[-1] == "max(" else piece
            if piece in ("max(", "("):
                inside.append(piece)
            elif piece == ")" and len(inside) > 1:
                inside.pop()
    return said if re.search(r"\d", text) else None


def as_it_is(text: str, to: Wording) -> str:
    """Names, files and settings."""
    return text


SORTS: Mapping[str, tuple[str, Callable[[str, Wording], str | None]]] = {
    "number": (NUMBER, number),
    "places": (PLACES, places),
    "date": (DATE, date),
    "window": (WINDOW, window),
    "year": (YEAR, as_it_is),
    "name": ("", as_it_is),
    "path": ("", as_it_is),
    "names": ("", names),
    "holdings": ("", holdings),
    "pairs": ("", pairs),
    "claimants": ("", claimants),
    "sum": ("", arithmetic),
}
"""By sort: the regular expression of what stands in it (none for free text), and its writer."""
