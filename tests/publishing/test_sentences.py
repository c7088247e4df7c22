# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that the program says of a run is there in Dutch, with the same numbers and names."""

from __future__ import annotations

import ast
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import allocator
from allocator.comparison import compare
from allocator.explanation import explain
from allocator.loading import packaged_names
from allocator.publishing.languages import DUTCH, ENGLISH, Foreign
from allocator.publishing.languages.dutch import MONTHS, SENTENCES, WORDING, WORDS
from allocator.publishing.languages.sentences import MOST_CHARACTERS, PhraseBook
from models.comparison import Named
from models.law import CITATIONS
from models.result import RunResult
from tests.publishing.borne_in_dutch import BORNE_IN_DUTCH
from tests.publishing.said import everything, of_explanation
from tests.publishing.seldom_said import SELDOM
from tests.publishing.situations import OVERRIDES, WRITTEN, written

ROOT = Path(allocator.__file__).parent
SHORT = 16
MANY = 40
EACH_OF_MANY = 37
BORNE = "GM0147"
ENGLISH_WORDS = re.compile(
    r"\b(the|and|with|which|from|are|places?|than|that|not|by|each|its|least|most|share|task|counts?"
    r"|nobody|nothing|every|rounded|divided|municipalit(y|ies)|report|known|left|places|regular)\b",
    re.IGNORECASE,
)
NAMES_OF_THINGS = re.compile(
    r"Fair Representation: [^(]+|Proportional Representation: [^(]+|`[^`]+`|--set .*|\w+(\.\w+)+"
)
BOOK = DUTCH.sentences
assert BOOK is not None


def said_of(result: RunResult) -> dict[str, str]:
    """Every sentence of a run and its explanations, with where it stands."""
    every = EACH_OF_MANY if len(result.municipalities) > MANY else 1
    return {sentence: where for where, sentence in everything(result, every) if sentence}


@cache
def packaged(name: str) -> RunResult:
    return allocator.run(name).result


def numerals(text: str) -> Counter[str]:
    """The numbers in a Dutch or an English text, written alike: months as numbers, no zeros."""
    for place, month in enumerate(MONTHS, 1):
        text = re.sub(rf"\b{month}\b", str(place), text)
    for place, month in enumerate(ENGLISH.months, 1):
        text = re.sub(rf"\b{month}\b", str(place), text)
    found = re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\1 \2 \3", text))
    return Counter(re.sub(r"[.,]", "", one).lstrip("0") for one in found)


def check(said: dict[str, str]) -> None:
    """Every sentence is there in Dutch, with its numbers, and without English words."""
    assert said
    foreign, other_numbers, words = [], [], []
    for sentence, where in said.items():
        dutch = DUTCH.repeat(sentence)
        if isinstance(dutch, Foreign):
            foreign.append(f"{where}: {sentence}")
        if numerals(dutch) != numerals(sentence):
            other_numbers.append(f"{sentence} -> {dutch}")
        if where not in ("row", "source") and ENGLISH_WORDS.search(NAMES_OF_THINGS.sub("", dutch)):
            words.append(f"{where}: {dutch}")
    assert foreign == []
    assert other_numbers == []
    assert words == []


@pytest.mark.parametrize("name", packaged_names())
def test_all_that_is_said_of_a_packaged_scenario_is_there_in_dutch(name):
    check(said_of(packaged(name)))


@pytest.mark.parametrize("name", OVERRIDES)
def test_all_that_is_said_where_settings_differ_is_there_in_dutch(name):
    scenario, *overrides = OVERRIDES[name]
    check(said_of(allocator.run(scenario, overrides).result))


@pytest.mark.parametrize("name", WRITTEN)
def test_all_that_is_said_of_files_that_somebody_wrote_is_there_in_dutch(name, tmp_path: Path):
    check(said_of(allocator.run(written(name, tmp_path)).result))


@pytest.mark.parametrize("question", ["Borne=0", "Almelo>=40", "Zwolle.amv<=3", "Enschede exempt"])
def test_answers_to_why_not_are_there_in_dutch(question):
    answered = allocator.explain("overijssel-2024", "Borne", (), [question])
    check({said: where for where, said in of_explanation(answered) if said})


def test_a_timeline_and_a_comparison_say_what_to_know_in_dutch():
    timelines = [
        allocator.timeline("overijssel-2024"),
        allocator.timeline("overijssel-2026", on="2027-01-01"),
        allocator.timeline("overijssel-2022", on="2023-03-01"),
        allocator.timeline("overijssel-2024", ["pooled_offers.0.fallen_through=[Losser]"]),
    ]
    notices = [notice for one in timelines for notice in one.warnings]
    runs = [packaged("overijssel-2024"), packaged("overijssel-2026")]
    runs.append(allocator.run("overijssel-2024", ["distribution.eligible=named"]).result)
    notices += compare([Named(str(place), run) for place, run in enumerate(runs)]).notices
    assert len({notice.code for notice in notices}) > 2 * len(runs)
    check({notice.message: "notice" for notice in notices})


def test_every_citation_and_its_sentence_is_there_in_dutch():
    check({text: "law" for one in CITATIONS.values() for text in (one.id, str(one), one.says)})
    check({f"{one}, by analogy": "law" for one in CITATIONS})


@pytest.mark.parametrize("english", SELDOM)
def test_what_is_seldom_said_reads_so(english):
    assert DUTCH.repeat(english) == SELDOM[english]
    assert numerals(SELDOM[english]) == numerals(english)


def test_in_english_sentences_stay_as_they_are():
    said = "Together Borne counts 1 regular place."
    assert ENGLISH.repeat(said) == said
    assert ENGLISH.arithmetic("1 + 1 = 2") == "1 + 1 = 2"


# What the code can say

SAYING = (
    *sorted({*(ROOT / "explanation").rglob("*.py")} - {ROOT / "explanation" / "subject.py"}),
    *sorted(ROOT.glob("*/notices.py")),
    *(
        ROOT / name
        for name in ("notices.py", "apportionment/by_hand.py", "distribution/unproven.py")
    ),
    *(ROOT / "merging" / name for name in ("undersized.py", "judging.py")),
    *(ROOT / "counting" / name for name in ("rules.py", "pooled.py", "exchanges.py")),
    *(ROOT / "distribution" / name for name in ("eligibility.py",)),
)
OF_FAULTS = {"Fault", "_fault", "InputError", "Defect", "progress", "_contradicts", "_municipality"}
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


# What a lawyer reads


def test_the_explanation_of_borne_reads_so_in_dutch():
    explained = explain(packaged("overijssel-2024"), BORNE)
    told = []
    for chapter in explained.chapters:
        told.append(f"# {DUTCH.repeat(chapter.heading)}")
        for line in chapter.lines:
            told += [DUTCH.repeat(line.says), DUTCH.repeat(line.arithmetic)]
    assert [one for one in told if one] == BORNE_IN_DUTCH.strip().splitlines()


# The patterns themselves


def test_both_sides_of_a_pattern_have_the_same_slots():
    for pattern in BOOK.patterns:
        assert sorted(pattern.slots) == sorted(set(pattern.other_slots)), pattern.english
        assert set(pattern.agreeing) <= set(pattern.slots), pattern.english


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
def test_any_text_has_an_answer_at_once(text):
    start = time.perf_counter()
    assert isinstance(DUTCH.repeat(text), str)
    assert isinstance(DUTCH.arithmetic(text), str)
    assert time.perf_counter() - start < 1


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
def test_long_repetitions_take_no_longer(piece):
    text = (piece * MOST_CHARACTERS)[:MOST_CHARACTERS]
    start = time.perf_counter()
    assert isinstance(DUTCH.repeat(text), str)
    assert time.perf_counter() - start < 1


def test_a_text_that_is_too_long_stays_english_and_says_so():
    assert isinstance(DUTCH.repeat("Borne " * MOST_CHARACTERS + "offers nothing."), Foreign)
    assert isinstance(DUTCH.arithmetic("1 + " * MOST_CHARACTERS + "1"), Foreign)


def test_a_whole_country_takes_little_time():
    result = packaged("nederland-2024-reports")
    said = [text for where, text in everything(result) if where in ("says", "arithmetic") and text]
    assert len(said) > 10_000
    book = PhraseBook(SENTENCES, WORDS, WORDING)
    start = time.process_time()
    for text in said:
        book.translated(text)
    assert time.process_time() - start < 2
