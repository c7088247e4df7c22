# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Patterns of sentences: complete, alike on both sides, and safe with texts that nobody checked."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import allocator
from allocator.publishing.languages import DUTCH, Foreign
from allocator.publishing.languages.dutch import SENTENCES, WORDING, WORDS
from allocator.publishing.languages.sentences import MOST_CHARACTERS, PhraseBook

ROOT = Path(allocator.__file__).parent
SHORT = 16
BOOK = DUTCH.sentences
assert BOOK is not None


# What the code can say

SAYING = (
    *sorted({*(ROOT / "explanation").rglob("*.py")} - {ROOT / "explanation" / "subject.py"}),
    *sorted(ROOT.glob("*/notices.py")),
    *(
        ROOT / name
        for name in ("notices.py", "apportionment/by_hand.py", "distribution/unproven.py")
    ),
    *(ROOT / "merging" / name for name in ("undersized.py", "judging.py")),
    *(
        ROOT / "counting" / name
        for name in ("rules.py", "stays.py", "offers.py", "pooled.py", "exchanges.py")
    ),
    ROOT / "loading" / "doubles.py",
    *(ROOT / "distribution" / name for name in ("eligibility.py",)),
)
OF_FAULTS = {
    "Fault",
    "_fault",
    "check_exchanged",
    "InputError",
    "Defect",
    "progress",
    "_contradicts",
    "_municipality",
}
OF_SLOTS = re.compile(r"^(?:(?:places?|amv|task|of which)\b,? ?)+")


def pieces_of(tree: ast.Module) -> list[str]:
    """The fixed parts of the texts in a module, but for docstrings and what is refused."""
    left_out: set[int] = set()
    for node in ast.walk(tree):
        called = getattr(node, "func", None)
        name = getattr(called, "attr", getattr(called, "id", ""))
        if isinstance(node, (ast.Raise, ast.Assert)) or name in OF_FAULTS:
            left_out |= {id(inside) for inside in ast.walk(node)}
        if isinstance(node, ast.FunctionDef) and node.name in OF_FAULTS:
            left_out |= {id(inside) for inside in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(id(node.value))
    return [
        piece
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in left_out
        for sentence in re.split(r"[.;:] |\{\w+\}", node.value)
        if len(piece := OF_SLOTS.sub("", sentence.strip(" .;:,()"))) > SHORT and " " in piece
    ]


@pytest.mark.parametrize("module", SAYING, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_the_code_can_say_has_a_pattern(module: Path):
    known = "\n".join(
        [re.sub(r"\[([^]|]*)\|[^]]*\]", r"\1", one.english) for one in BOOK.patterns]
        + [english for words in WORDS.values() for english in words]
        + [*WORDING.arithmetic]
    )
    pieces = pieces_of(ast.parse(module.read_text(encoding="utf-8")))
    assert [piece for piece in pieces if piece not in known] == []


# The patterns themselves


def test_both_sides_of_a_pattern_have_the_same_slots():
    for pattern in BOOK.patterns:
        written = set(re.findall(r"\{(\w+)\}", pattern.other))
        agreeing = set(re.findall(r"\{(\w+)\|[^|}]*\|[^|}]*\}", pattern.other))
        assert sorted(pattern.slots) == sorted(written), pattern.english
        assert agreeing <= written, pattern.english


def test_every_pattern_can_be_found_and_read():
    for pattern in BOOK.patterns:
        for expression in (pattern.shortest, pattern.longest):
            assert expression.groups == len(pattern.slots), pattern.english
        assert pattern.free_words or not pattern.slots, pattern.english


def test_words_in_slots_have_another_word_for_each():
    for name, words in WORDS.items():
        assert not re.search(r"_|\d", name)
        assert all(dutch or not english for english, dutch in words.items())


def test_of_two_readings_the_one_that_leaves_less_as_it_is_counts():
    book = PhraseBook(
        {"{name} counts": "{name} telt", "The task of {name} counts": "De opgave van {name} telt"},
        {},
        WORDING,
    )
    assert book.translated("The task of Borne counts.") == "De opgave van Borne telt."
    assert book.translated("Borne counts. The task of Borne counts.") == (
        "Borne telt. De opgave van Borne telt."
    )


# Texts that nobody checked

NAMES = st.text(min_size=1, max_size=40).filter(
    lambda name: ". " not in name and name not in SENTENCES and not name.endswith(".")
)


@given(NAMES)
def test_odd_names_come_out_as_they_are(name):
    assert DUTCH.repeat(f"{name} offers nothing.") == f"{name} biedt niets aan."
    assert DUTCH.repeat(f"Rest places of {name}: 13 regular places.") == (
        f"Plaatsen uit de restopgave voor {name}: 13 reguliere plaatsen."
    )
    assert DUTCH.repeat(f"Counts: 5 places at {name}: agreed from 2025-01-02 to no end date.") == (
        f"Telt mee: 5 plaatsen op {name}: overeengekomen vanaf 2 januari 2025, zonder einddatum."
    )


HOSTILE = (
    "{name}",
    "{0.__class__}",
    "%s",
    "\\1\\g<0>",
    "<script>alert(1)</script>",
    "=1+1",
    "{places|telt|tellen}",
    "Borne: 5 places",
    "'s-Gravenhage; amv",
    "the rest is 5",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_never_read_as_a_pattern(name):
    assert DUTCH.repeat(f"Together {name} counts 22 amv places.") == (
        f"In totaal telt {name} 22 amv-plaatsen."
    )
    said = f"So the share of {name} is 9 places of which 1 amv; the others are regular."
    assert DUTCH.repeat(said).startswith(f"Het aandeel van {name} is dus 9 plaatsen")


PIECES = st.sampled_from(
    [
        *sorted({piece for one in BOOK.patterns for piece in one.literals if "{" in one.english}),
        *("Borne", "1,234", "5 amv places", "2025-10-01", ". ", "; ", ": ", ", ", "(", ")", "max("),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_has_an_answer(text):
    assert isinstance(DUTCH.repeat(text), str)
    assert isinstance(DUTCH.arithmetic(text), str)


@pytest.mark.parametrize(
    "piece",
    [
        ": ",
        "; ",
        ". ",
        "a tie for 1 place. ",
        "1 ",
        "1,",
        "(",
        "max(",
        "A: the rest is 5; ",
        " and ",
        "On the condition that ",
        "Counts: 1 place: ",
        "A. Its amv task stays undersized: A (1 km): ",
    ],
)
def test_long_repetitions_have_an_answer(piece):
    text = (piece * MOST_CHARACTERS)[:MOST_CHARACTERS]
    assert isinstance(DUTCH.repeat(text), str)


def test_a_text_that_is_too_long_stays_english_and_says_so():
    assert isinstance(DUTCH.repeat("Borne " * MOST_CHARACTERS + "offers nothing."), Foreign)
    assert isinstance(DUTCH.arithmetic("1 + " * MOST_CHARACTERS + "1"), Foreign)
