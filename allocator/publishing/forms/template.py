# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A workbook to fill in: the offers of municipalities, as a scenario reads them back.

The first sheet is the table, with headings and words in the reader's language; Excel checks each
cell as it is typed. The second one explains the columns, with an example. The third has the
official names of all municipalities, from which a cell is chosen: a list within a check may have
255 characters only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from allocator.loading import reference
from allocator.loading.dutch_offers import HEADINGS, KINDS, PHASES, STATUSES
from allocator.publishing.languages import Language
from models.offer import Offer
from models.places import MOST_PLACES

# Days as a workbook counts them; a day outside these years is a slip of the keyboard.
DAY_ZERO = date(1899, 12, 30)
FIRST_DAY = (date(1950, 1, 1) - DAY_ZERO).days
LAST_DAY = (date(2100, 12, 31) - DAY_ZERO).days
CHECKED_ROWS = 5_000
MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - files of one version are the same on every day
WIDTHS = (26, 34, 12, 10, 16, 16, 16, 14, 60)
MOST_TITLE, MOST_MESSAGE = 32, 255
DAY = "yyyy-mm-dd"
# By these names `allocator.loading` knows which sheet is the table.
SHEETS = {
    "nl": ("aanbod", "toelichting", "gemeenten"),
    "en": ("offers", "explanation", "municipalities"),
}
WORDS: Mapping[str, Mapping[str, str]] = {"kind": KINDS, "status": STATUSES, "phase": PHASES}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the template: what stands above it, and what is said of it.

    Attributes:
        column: as the program calls it.
        heading: above it.
        about: what it means, in a sentence or two.
        example: what could stand in it.
    """

    column: str
    heading: str
    about: str
    example: str


def offers_template(language: Language, offers: Sequence[Offer] = ()) -> bytes:
    """A workbook for offers that a scenario reads as it is: `offers: offers.xlsx`.

    Args:
        language: of headings, words and explanations; `allocator.loading` reads both.
        offers: to begin with, as they would be typed; an empty table loads as no offers.

    Returns:
        The XLSX file; the same arguments give the same bytes.
    """
    from xlsxwriter import Workbook

    page = BytesIO()
    book = Workbook(page, OPTIONS)
    book.set_properties({"title": language.say("Offers of reception places"), "created": MADE_ON})
    fields = _fields(language)
    table, explanation, names = (book.add_worksheet(name) for name in SHEETS[language.code])
    municipalities = sorted(reference().territory.municipalities.values(), key=lambda one: one.name)
    _names(book, names, [(one.code, one.name) for one in municipalities], language)
    _explanation(book, explanation, fields, language)
    _table(book, table, fields)
    place = f"='{names.get_name()}'!$A$2:$A${len(municipalities) + 1}"
    _checks(table, fields, language, place)
    _filled(book, table, offers, language)
    book.close()
    return page.getvalue()


def _fields(language: Language) -> list[_Field]:
    say = language.say
    told = {
        "municipality": (
            say("The official name of the municipality, or its CBS code: choose from the list."),
            "Borne",
        ),
        "site": (say("The name of the site; empty where there is none yet."), say("Example site")),
        "kind": (
            say("amv: places for unaccompanied minors; all others are regular."),
            _word("kind", "regular", language),
        ),
        "places": (say("How many places of this kind: a whole number of at least 0."), "120"),
        "available_from": (
            say("The first day on which the places are there; empty: they are there already."),
            "2026-07-01",
        ),
        "available_until": (
            say("The last day on which the places are there; empty: for an indefinite time."),
            "2031-06-30",
        ),
        "status": (
            say("How certain the offer is: guaranteed, likely (promising) or intended."),
            _word("status", "guaranteed", language),
        ),
        "phase": (
            say("How far it is: in use, being realised or planned; empty where that is not known."),
            _word("phase", "in_use", language),
        ),
        "note": (say("What else should be known, such as where this was decided."), ""),
    }
    dutch = language.code == "nl"
    return [
        _Field(column, HEADINGS[column] if dutch else column, *told[column]) for column in HEADINGS
    ]


def _word(column: str, meant: str, language: Language) -> str:
    """A kind or a status as a table in this language writes it."""
    words = WORDS[column]
    if language.code == "en":
        return meant
    return next(word for word, english in words.items() if english == meant)


def _words(column: str, language: Language) -> list[str]:
    return [_word(column, one, language) for one in WORDS[column].values()]


def _table(book: Any, sheet: Any, fields: Sequence[_Field]) -> None:
    """The empty table; formats belong to columns, so that no empty row becomes a row."""
    heading = book.add_format({"bold": True, "bg_color": "#E6E6E6", "bottom": 1})
    formats = {
        "places": book.add_format({"num_format": "0"}),
        "available_from": book.add_format({"num_format": DAY}),
        "available_until": book.add_format({"num_format": DAY}),
    }
    text = book.add_format({"num_format": "@"})
    for number, (field, width) in enumerate(zip(fields, WIDTHS, strict=True)):
        sheet.set_column(number, number, width, formats.get(field.column, text))
        sheet.write_string(0, number, field.heading, heading)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _checks(sheet: Any, fields: Sequence[_Field], language: Language, names: str) -> None:
    """What Excel checks as a cell is typed; the program checks all of it again."""
    say = language.say
    day = {"validate": "date", "criteria": "between", "maximum": LAST_DAY}
    checks: dict[str, dict[str, Any]] = {
        "municipality": {"validate": "list", "source": names},
        "kind": {"validate": "list", "source": _words("kind", language)},
        "places": {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": MOST_PLACES,
        },
        "available_from": {**day, "minimum": FIRST_DAY},
        # An empty cell is 0, so until is free where from is open.
        "available_until": {**day, "minimum": f"=MAX($E2,{FIRST_DAY})"},
        "status": {"validate": "list", "source": _words("status", language)},
        "phase": {"validate": "list", "source": _words("phase", language)},
    }
    wrong = {
        "municipality": say("This is not the official name of a municipality."),
        "kind": say("Choose one from the list."),
        "places": say("Write a whole number, without point or comma."),
        "available_from": say("Write a date, such as 2026-07-01."),
        "available_until": say("Write a date that is not before the first day."),
        "status": say("Choose one from the list."),
        "phase": say("Choose one from the list."),
    }
    for number, field in enumerate(fields):
        check = checks.get(field.column, {"validate": "any"})
        sheet.data_validation(
            1,
            number,
            CHECKED_ROWS,
            number,
            {
                **check,
                "input_title": field.heading[:MOST_TITLE],
                "input_message": field.about[:MOST_MESSAGE],
                "error_title": say("Not possible"),
                "error_message": wrong.get(field.column, ""),
                # A CBS code is no name of the list, and is read all the same.
                "error_type": "warning" if field.column == "municipality" else "stop",
            },
        )


def _explanation(book: Any, sheet: Any, fields: Sequence[_Field], language: Language) -> None:
    say = language.say
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    top = book.add_format({"bold": True, "bg_color": "#E6E6E6", "bottom": 1})
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 80)
    sheet.set_column(2, 2, 24)
    sheet.write_string(0, 0, say("Offers of reception places"), title)
    rows = (
        say("One row for each site, kind and period. Leave no title or sums in the table."),
        say(
            "Keep the headings and this sheet: a scenario reads the file as `offers: offers.xlsx`."
        ),
        say("Which of the statuses count is a setting of the scenario, not of this file."),
        say("Excel checks what is typed, not what is pasted; the program checks everything."),
    )
    for number, row in enumerate(rows, start=1):
        sheet.write_string(number, 0, row)
    for number, heading in enumerate((say("Column"), say("Meaning"), say("Example"))):
        sheet.write_string(6, number, heading, top)
    for number, field in enumerate(fields, start=7):
        sheet.write_string(number, 0, field.heading, bold)
        sheet.write_string(number, 1, field.about, wrap)
        sheet.write_string(number, 2, field.example)
    _meanings(sheet, len(fields) + 9, language, bold, wrap)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _meanings(sheet: Any, row: int, language: Language, bold: Any, wrap: Any) -> None:
    say = language.say
    told = {
        "guaranteed": say("The municipality guarantees the places."),
        "likely": say("A plan that is promising (kansrijk)."),
        "intended": say("A plan (bestuurlijk voornemen) on which is not yet decided."),
    }
    for number, (status, about) in enumerate(told.items(), start=row):
        sheet.write_string(number, 0, _word("status", status, language), bold)
        sheet.write_string(number, 1, about, wrap)


def _names(book: Any, sheet: Any, names: Sequence[tuple[str, str]], language: Language) -> None:
    top = book.add_format({"bold": True, "bg_color": "#E6E6E6", "bottom": 1})
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 12)
    for number, heading in enumerate((language.say("Official name"), language.say("CBS code"))):
        sheet.write_string(0, number, heading, top)
    for number, (code, name) in enumerate(names, start=1):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, code)
    sheet.freeze_panes(1, 0)


def _filled(book: Any, sheet: Any, offers: Sequence[Offer], language: Language) -> None:
    """Offers as somebody would have typed them."""
    territory = reference().territory
    day = book.add_format({"num_format": DAY})
    for row, offer in enumerate(offers, start=1):
        texts = {
            0: territory.name(offer.municipality),
            1: offer.site,
            2: _word("kind", offer.kind, language),
            6: _word("status", offer.status, language),
            7: _word("phase", offer.phase, language) if offer.phase else "",
            8: offer.note,
        }
        for column, text in texts.items():
            if text:
                sheet.write_string(row, column, text)
        sheet.write_number(row, 3, offer.places)
        for column, when in ((4, offer.window.from_), (5, offer.window.until)):
            if when is not None:
                sheet.write_datetime(row, column, when, day)
