# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that the program says of a run is there in Dutch, with the same numbers and names."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import allocator
from allocator.comparison import compare
from allocator.distribution.rules.registry import RULES
from allocator.explanation import explain
from allocator.loading import packaged_names
from allocator.publishing.languages import DUTCH, ENGLISH, Foreign
from allocator.publishing.languages.dutch import MONTHS
from models.comparison import Named
from models.law import CITATIONS
from models.result import RunResult
from tests.publishing.borne_in_dutch import BORNE_IN_DUTCH
from tests.publishing.said import everything, of_explanation, packaged
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
MONTH = {
    month: str(place)
    for months in (MONTHS, ENGLISH.months)
    for place, month in enumerate(months, 1)
}
A_MONTH = re.compile(rf"\b(?:{'|'.join(MONTH)})\b")
NO_NUMBERS = re.compile(
    r"[^\s()]+\.(?:csv|yaml)(?::\d+)*|--set [^)]*|art\. [\d.]+|[A-Z]?\d+-\d+-\d{6}"
    r"|\b[A-Z] \d+\.\d+\.\d+"
)
"""Lines of files, articles, references and versions: no number in them is one."""
BOOK = DUTCH.sentences
assert BOOK is not None


def said_of(result: RunResult) -> dict[str, str]:
    """Every sentence of a run and its explanations, with where it stands."""
    every = EACH_OF_MANY if len(result.municipalities) > MANY else 1
    return {sentence: where for where, sentence in everything(result, every) if sentence}


def numerals(text: str, thousands: str, comma: str) -> Counter[str]:
    """The numbers in a text, written alike: without thousands, months as numbers, no zeros."""
    text = A_MONTH.sub(lambda found: MONTH[found[0]], text)
    text = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\1 \2 \3", NO_NUMBERS.sub("", text))
    found = re.findall(rf"\d+(?:\{thousands}\d\d\d)*(?:\{comma}\d+)?", text)
    plain = [one.replace(thousands, "").replace(comma, "/") for one in found]
    return Counter(re.sub(r"^0+(?=\d)", "", one) for one in plain)


def same_numbers(dutch: str, english: str) -> bool:
    """Whether both have the same numbers, each written as its language does."""
    return numerals(dutch, ".", ",") == numerals(english, ",", ".")


def check(said: dict[str, str]) -> None:
    """Every sentence is there in Dutch, with its numbers, and without English words."""
    assert said
    foreign, other_numbers, words = [], [], []
    for sentence, where in said.items():
        dutch = DUTCH.repeat(sentence)
        if isinstance(dutch, Foreign):
            foreign.append(f"{where}: {sentence}")
        if not same_numbers(dutch, sentence):
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


def test_every_rule_is_there_in_dutch():
    check({one.says: "rule" for one in RULES.values()})


def test_a_reason_that_stands_alone_may_begin_large():
    assert DUTCH.repeat("Guaranteed; available from 2025-07-01 to no end date.") == (
        "Gegarandeerd; beschikbaar vanaf 1 juli 2025, zonder einddatum."
    )


def test_every_citation_and_its_sentence_is_there_in_dutch():
    check({text: "law" for one in CITATIONS.values() for text in (one.id, str(one), one.says)})
    check({f"{one}, by analogy": "law" for one in CITATIONS})


@pytest.mark.parametrize("english", SELDOM)
def test_what_is_seldom_said_reads_so(english):
    assert DUTCH.repeat(english) == SELDOM[english]
    assert same_numbers(SELDOM[english], english)


def test_in_english_sentences_stay_as_they_are():
    said = "Together Borne counts 1 regular place."
    assert ENGLISH.repeat(said) == said
    assert ENGLISH.arithmetic("1 + 1 = 2") == "1 + 1 = 2"


# What a lawyer reads


def test_the_explanation_of_borne_reads_so_in_dutch():
    explained = explain(packaged("overijssel-2024"), BORNE)
    told = []
    for chapter in explained.chapters:
        told.append(f"# {DUTCH.repeat(chapter.heading)}")
        for line in chapter.lines:
            told += [DUTCH.repeat(line.says), DUTCH.repeat(line.arithmetic)]
    assert [one for one in told if one] == BORNE_IN_DUTCH.strip().splitlines()
