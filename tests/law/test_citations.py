# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each citation quotes the law to the letter, and names the paragraph in which the words stand."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

import allocator
from allocator.loading.reference import reference
from allocator.publishing.contents.provenance import sources
from allocator.publishing.contents.view import View
from allocator.publishing.document import Table
from allocator.publishing.languages import DUTCH, ENGLISH, Dutch, Language
from models.law import CITATIONS, MATHEMATICS, Passage, Source

ROOT = Path(__file__).parents[2]
LAW = ROOT / "scenarios" / "law"
PARAGRAPHS = {(one.text, one.article, one.number): one.words for one in reference().law}
TEXTS = {row.id: row for row in reference().law_texts}
QUOTING = [source for source in CITATIONS.values() if source.passages]
PASSAGES = [
    pytest.param(source, passage, id=f"{source.id}, {passage.where}")
    for source in QUOTING
    for passage in source.passages
]


def plain(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize(("source", "passage"), PASSAGES)
def test_the_words_stand_in_the_paragraph_that_is_cited(source: Source, passage: Passage) -> None:
    words = PARAGRAPHS[passage.text, passage.article, passage.paragraph]
    assert plain(passage.quotation) in words
    assert len(passage.quotation) > 20
    if passage.part:
        of_part = re.split(r" (?=[a-z]\. )", words)
        (part,) = [one for one in of_part if one.startswith(f"{passage.part}. ")]
        assert plain(passage.quotation) in part


def test_a_word_that_is_not_the_law_s_is_not_found() -> None:
    """What the test above would say of the wrong number that was cited before."""
    words = PARAGRAPHS["BWBR0049310", "3.1", "1"]
    assert "minimale omvang van honderd opvangplaatsen" in words
    assert "meer dan honderd" not in words


@pytest.mark.parametrize("source", QUOTING, ids=lambda source: source.id)
def test_a_title_names_the_paragraphs_that_are_quoted(source: Source) -> None:
    if ", art. " in source.title:
        assert {f", {one.where}" for one in source.passages} == {
            f", {source.title.partition(', ')[2]}"
        }
    assert {source.publication} >= {TEXTS[source.passages[0].text].publication}


def test_every_citation_of_the_law_quotes_it_and_nothing_else_does() -> None:
    published = {row.publication for row in TEXTS.values()}
    for source in CITATIONS.values():
        assert bool(source.passages) == (source.publication in published), source.id
        assert not (source.passages and source.quoted), source.id


def test_what_a_letter_is_quoted_for_stands_where_the_project_rests_on_it() -> None:
    """In a comment of a packaged scenario, or in the list of what may be cited."""
    written = [path.read_text("utf-8") for path in sorted((ROOT / "scenarios").glob("*.yaml"))]
    written.append((ROOT / "scenarios" / "reference" / "SOURCES.md").read_text("utf-8"))
    said = plain(" ".join(re.sub(r"^\s*#", "", text, flags=re.MULTILINE) for text in written))
    for source in CITATIONS.values():
        assert plain(source.quoted) in said, source.id


def test_books_are_no_law_and_quote_none() -> None:
    assert not any(book.words for book in MATHEMATICS)


@pytest.mark.parametrize("text", sorted(TEXTS))
def test_a_text_is_the_one_that_was_read(text: str) -> None:
    """An edit of the law's words is seen; a newer state is a new sha256 beside a new date."""
    row = TEXTS[text]
    lines = (LAW / row.file).read_bytes().replace(b"\r\n", b"\n")
    assert sha256(lines).hexdigest() == row.sha256


@pytest.mark.parametrize("text", sorted(TEXTS))
def test_a_text_says_what_it_is(text: str) -> None:
    row = TEXTS[text]
    head = plain((LAW / row.file).read_text("utf-8").partition("## ")[0])
    assert head.startswith(f"# {row.title} {row.publication}; {row.id}; state of ")
    assert "free of copyright" in head
    assert "left out" in head
    assert f"{row.state.day} {row.state:%B %Y}" in head


def test_the_articles_are_all_there_in_their_order() -> None:
    articles: dict[str, list[str]] = {text: [] for text in TEXTS}
    for text, article, number in PARAGRAPHS:
        articles[text].append(f"{article}({number})" if number else article)
    act = " ".join(articles["BWBR0049307"])
    assert act == (
        "1 2(1) 2(2) 2(3) 3(1) 3(2) 4(1) 4(2) 4(3) 5(1) 5(2) 5(3) 6(1) 6(2) 7(1) 7(2) 8 9(1) 9(2) "
        "9(3) 9(4) 10 11 12(1) 12(2) 13(1) 13(2) 13(3) 13(4) 14 15"
    )
    assert " ".join(articles["BWBR0049310"]) == (
        "1.1 2.1(1) 2.1(2) 2.1(3) 2.1(4) 2.2(1) 2.2(2) 2.2(3) 3.1(1) 3.1(2) 3.2(1) 3.2(2) 4.1(1) "
        "4.1(2) 5.1 6.1 6.2"
    )


# Act 5(1); Decree, art. 2.1(3); art. 2.1(2) of the Decree; art. 7, lid 1, van de wet
AN_ARTICLE = r"(?P<{0}>\d+(?:\.\d+)?)(?:\((?P<{1}>\d)\)|,? lid (?P<{2}>\d))?"
BEFORE = re.compile(rf"\b(Act|Decree|Besluit),?(?: art\.)? {AN_ARTICLE.format('a', 'p', 'l')}")
AFTER = re.compile(
    rf"\bart\. {AN_ARTICLE.format('a', 'p', 'l')},? "
    r"(?:of the|van (?:de|het)) (Act|Decree|wet|Besluit)"
)


def named_articles(text: str) -> set[tuple[str, str, str]]:
    """Text, article and paragraph wherever a sentence names one."""
    found = set()
    for pattern in (BEFORE, AFTER):
        for one in pattern.finditer(" ".join(text.split())):
            law = next(word for word in one.groups() if word and word.isalpha())
            bwb = "BWBR0049310" if law in ("Decree", "Besluit") else "BWBR0049307"
            found.add((bwb, one["a"], one["p"] or one["l"] or ""))
    return found


def test_no_article_is_named_that_is_not_there() -> None:
    there = set(PARAGRAPHS) | {(text, article, "") for text, article, _ in PARAGRAPHS}
    named: set[tuple[str, str, str]] = set()
    for folder, ending in (
        *(("allocator", "py"), ("models", "py"), ("docs", "md")),
        *(("scenarios", "yaml"), ("scenarios/reference", "csv"), ("scenarios/reference", "md")),
    ):
        for path in (ROOT / folder).rglob(f"*.{ending}"):
            named |= named_articles(path.read_text("utf-8"))
    assert named - there == set()
    assert len(named) > 10
    assert named_articles("as Act 5(9) says") == {("BWBR0049307", "5", "9")}
    assert named_articles("art. 2.1, lid 3, van het Besluit") == {("BWBR0049310", "2.1", "3")}


def test_ids_of_saved_runs_stay_known() -> None:
    """Runs of version 0.1.0 hold these."""
    assert CITATIONS.keys() >= {
        *("act", "act-raming", "act-raming-change", "decree", "decree-durable", "decree-raming"),
        *("raming-2024", "key-amendment", "key-formula", "decision", "exchanging", "merging"),
        *("promising", "policy-rule", "deadlines-1", "deadlines-2", "existing-places"),
        *("objections", "prt-report-2024", "kc-letter-2026", "prt-letter-2023"),
        *("ministry-letter-2026", "balinski-young-1982", "pukelsheim-2017"),
    }


def test_who_reads_a_derivation_reads_the_words_of_the_law() -> None:
    explained = allocator.explain("overijssel-2022", "Borne")
    assert explained.quotations.keys() <= explained.citations.keys()
    law = {id_ for id_ in explained.citations if CITATIONS[id_].passages}
    assert law <= explained.quotations.keys()
    assert explained.quotations["prt-letter-2023"] == CITATIONS["prt-letter-2023"].quoted
    older = explained.model_dump_json(by_alias=True, exclude={"quotations"})
    assert type(explained).model_validate_json(older).quotations == {}


@pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_a_report_has_them_beside_what_it_says_and_marks_them_as_dutch(language: Language) -> None:
    view = View(allocator.run("overijssel-2022").result, language)
    section = sources(view, frozenset({"key-formula", "policy-rule"}))
    (table,) = section.blocks
    assert isinstance(table, Table)
    formula, rule = (row[-1] for row in table.rows)
    assert "(SES-WOA + 1)*iG/In = Wf" in str(formula)
    assert isinstance(formula, Dutch) == (language is ENGLISH)
    assert rule == language.say("This text does not come with the program.")
