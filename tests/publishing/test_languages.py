# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The languages: every text of the reports is there in Dutch, and numbers are written as read."""

from __future__ import annotations

import ast
import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.publishing.languages import DUTCH, ENGLISH, Language, dutch
from allocator.reporting.comparison_measures import WORDS
from allocator.reporting.frontier import CALLED, LADDER, NOT_BEATEN
from models.places import KINDS, Places

PUBLISHING = Path(__file__).parents[2] / "allocator" / "publishing"


def is_say(call: ast.AST) -> bool:
    name = call.func if isinstance(call, ast.Call) else None
    return (isinstance(name, ast.Attribute) and name.attr == "say") or (
        isinstance(name, ast.Name) and name.id == "say"
    )


def said() -> dict[str, str]:
    """Every text that the code says, and the file that says it."""
    found = {
        call.args[0].value: path.name
        for path in sorted(PUBLISHING.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_say(call) and call.args and isinstance(call.args[0], ast.Constant)
    }
    for words in WORDS.values():
        found |= dict.fromkeys((words.title, words.says), "comparison_measures.py")
    return found | dict.fromkeys((*CALLED.values(), LADDER, NOT_BEATEN, *KINDS), "frontier.py")


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_of_the_reports_is_there_in_dutch():
    missing = {text: file for text, file in said().items() if text not in dutch.PHRASES}
    assert not missing


def test_a_text_has_the_same_slots_in_both_languages():
    assert [text for text, other in dutch.PHRASES.items() if slots(text) != slots(other)] == []


def test_no_phrase_stands_in_two_rooms_with_two_meanings():
    rooms = [
        dutch.annex,
        dutch.figures,
        dutch.letter,
        dutch.published,
        dutch.studies,
        dutch.workbook,
    ]
    found: dict[str, set[str]] = {}
    for room in rooms:
        for text, other in room.PHRASES.items():
            found.setdefault(text, set()).add(other)
    assert {text: others for text, others in found.items() if len(others) > 1} == {}


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        (DUTCH, 6325, "6.325"),
        (ENGLISH, 6325, "6,325"),
        (DUTCH, Fraction(25, 2), "12,5"),
        (ENGLISH, Fraction(25, 2), "12.5"),
        (DUTCH, Fraction(1, 3), "≈0,333"),
        (DUTCH, -1234567, "-1.234.567"),
        (DUTCH, Fraction(-1, 100000), "≈0"),
        (DUTCH, date(2026, 2, 1), "1 februari 2026"),
        (ENGLISH, date(2026, 2, 1), "1 February 2026"),
        (DUTCH, Places(regular=13, amv=9), "22 plaatsen (waarvan 9 amv)"),
        (DUTCH, Places(regular=1), "1 plaats (waarvan 0 amv)"),
        (DUTCH, "<1,000>", "<1,000>"),
    ],
)
def test_values_are_written_as_the_language_does(language: Language, value, text: str):
    assert language.written(value) == text


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_lose_nothing_in_either_language(number: int):
    assert int(DUTCH.number(number).replace(".", "")) == number
    assert int(ENGLISH.number(number).replace(",", "")) == number


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1000))
def test_a_number_that_is_cut_says_so_and_lies_within_half_a_thousandth(number: Fraction):
    text = ENGLISH.number(number)
    value = Fraction(text.removeprefix("≈").replace(",", ""))
    assert abs(value - number) <= Fraction(1, 2000)
    assert text.startswith("≈") == (value != number)


def test_names_are_listed_with_a_word_before_the_last():
    assert DUTCH.listed(["Almelo", "Borne", "Hengelo"]) == "Almelo, Borne en Hengelo"
    assert DUTCH.listed(["Almelo"]) == "Almelo"
    assert DUTCH.listed([]) == ""


def test_dutch_has_no_english_left_in_it():
    english = re.compile(r"\b(the|of the|which|places|municipality|share is)\b")
    words = (re.sub(r"\{\w+\}", "", other) for other in dutch.PHRASES.values())
    assert [other for other in words if english.search(other)] == []
