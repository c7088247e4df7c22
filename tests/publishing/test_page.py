# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page: what it says, and how it is read in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import allocator
from allocator.publishing.contents import document_of
from allocator.publishing.document import Document
from allocator.publishing.forms.page import as_page
from allocator.publishing.languages import LANGUAGES, Code
from models.result import RunResult
from tests.publishing.browser import DESKTOP, PHONE, browser, opened, unfolded, violations
from tests.publishing.sample import HOSTILE, sample

IMPOSSIBLE = ("distribution.limits={Borne: {regular: {max: 0}, amv: {min: 300}}}",)
LANGUAGE_CODES: tuple[Code, ...] = ("nl", "en")


@cache
def result_of(name: str, *overrides: str) -> RunResult:
    return allocator.run(name, overrides).result


@cache
def document(what: str, code: Code) -> Document:
    language = LANGUAGES[code]
    match what:
        case "sample":
            return sample(language)
        case "comparison":
            compared = allocator.compare(["overijssel-2024", "overijssel-2024-guaranteed"])
            return document_of(compared.result, language, None)
        case "frontier":
            weighed = allocator.frontier("overijssel-2024", kind="amv", by="participants")
            return document_of(weighed.answer, language, None)
        case "impossible":
            return document_of(result_of("overijssel-2024", *IMPOSSIBLE), language, None)
    return document_of(result_of(what), language, None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def written(folder: Path, what: str, code: Code) -> Path:
    path = folder / f"{what}-{code}.html"
    if not path.exists():
        path.write_bytes(as_page(document(what, code)))
    return path


class Reader(HTMLParser):
    """The cells of every table, row by row, and every text, as a parser of HTML finds them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def read(page: bytes) -> Reader:
    found = Reader()
    found.feed(page.decode())
    return found


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_every_municipality_stands_there_with_the_numbers_of_the_run(code: Code):
    rows = {
        row[0]: row
        for row in read(as_page(document("overijssel-2024", code))).rows
        if len(row) == 13
    }
    for one in result_of("overijssel-2024").municipalities:
        assert one.rest is not None
        assert one.decision is not None
        assert one.realised is not None
        parts = (one.share, one.counted, one.rest, one.decision, one.realised)
        numbers = [LANGUAGES[code].number(n) for of in parts for n in (of.total, of.amv)]
        assert rows[one.name][1:12] == [one.region, *numbers]


def test_the_same_document_gives_the_same_bytes():
    assert as_page(sample()) == as_page(sample())


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_province_stays_below_300_kilobytes(code: Code):
    assert len(as_page(document("overijssel-2024", code))) < 300_000


def test_the_country_stays_below_2_megabytes():
    assert len(as_page(document("nederland-2024", "nl"))) < 2_000_000


def test_hostile_names_stay_text_and_no_element_comes_of_them():
    page = read(as_page(sample()))
    assert not {"script", "b", "i", "img", "iframe", "object"} & set(page.tags)
    said = "".join(page.texts)
    for name in HOSTILE:
        shown = name.replace("\N{RIGHT-TO-LEFT OVERRIDE}", "\N{REPLACEMENT CHARACTER}")
        assert shown in said


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_headings_go_down_one_level_at_a_time(code: Code):
    tags = read(as_page(document("overijssel-2024", code))).tags
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_dutch_report_marks_what_is_in_english_and_only_that(folder: Path):
    page = as_page(sample(LANGUAGES["nl"])).decode()
    assert '<span lang="en">A sentence in English.</span>' in page
    assert page.count('lang="en"') == 1 + 1  # once open, once within what is shown on demand


@pytest.mark.parametrize("what", ["overijssel-2024", "comparison", "frontier", "sample"])
def test_a_page_asks_nothing_of_a_network_and_breaks_no_policy(
    what: str, folder: Path, chromium: Browser
):
    path = written(folder, what, "nl")
    page = unfolded(opened(chromium, path, DESKTOP))
    assert page.requests == [path.as_uri()]  # type: ignore[attr-defined]
    assert page.complaints == []  # type: ignore[attr-defined]


def test_the_policy_stops_a_script_and_a_style_that_are_put_in(folder: Path, chromium: Browser):
    path = folder / "altered.html"
    text = written(folder, "sample", "nl").read_text(encoding="utf-8")
    put = "<script>document.title = 'run'</script><style>h1 { color: rgb(1, 2, 3) }</style>"
    path.write_text(text.replace("<body>", f"<body>{put}"), encoding="utf-8")
    page = opened(chromium, path, DESKTOP)
    assert page.title() != "run"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    assert len(page.complaints) == 2  # type: ignore[attr-defined]


LOOKS = {
    "desktop": (DESKTOP, {}),
    "telephone": (PHONE, {}),
    "dark": (DESKTOP, {"color_scheme": "dark"}),
    "forced colours": (DESKTOP, {"forced_colors": "active"}),
}


@pytest.mark.parametrize(
    ("what", "look"),
    [
        *(("overijssel-2024", look) for look in LOOKS),
        *((what, "telephone") for what in ("impossible", "comparison", "frontier")),
    ],
)
def test_axe_finds_no_violation_of_wcag(what: str, look: str, folder: Path, chromium: Browser):
    size, how = LOOKS[look]
    page = opened(chromium, written(folder, what, "nl"), size, **how)
    # What is folded looks the same everywhere: it is unfolded once, where there is least room.
    whole = (what, look) == ("overijssel-2024", "telephone") or what == "comparison"
    assert violations(unfolded(page) if whole else page) == []


def test_axe_finds_no_violation_in_english_or_with_hostile_names(folder: Path, chromium: Browser):
    for what in ("overijssel-2024", "sample"):
        page = opened(chromium, written(folder, what, "en"), PHONE)
        assert violations(unfolded(page) if what == "sample" else page) == []


def test_axe_would_find_a_violation(folder: Path, chromium: Browser):
    page = opened(chromium, written(folder, "sample", "nl"), DESKTOP)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [one.partition(":")[0] for one in violations(page)] == ["html-has-lang"]


def beyond(page: Page) -> int:
    """How far the page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("what", ["overijssel-2024", "comparison", "frontier", "sample"])
def test_nothing_is_cut_at_320_pixels_nor_with_letters_twice_as_large(
    what: str, folder: Path, chromium: Browser
):
    page = unfolded(opened(chromium, written(folder, what, "nl"), PHONE))
    assert beyond(page) == 0
    page = unfolded(opened(chromium, written(folder, what, "nl"), DESKTOP))
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    assert beyond(page) == 0


def test_all_is_reached_and_opened_without_a_mouse(folder: Path, chromium: Browser):
    page = opened(chromium, written(folder, "overijssel-2024", "nl"), DESKTOP)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.tagName + (document.activeElement.closest('svg') ? ' svg' : '')"
        )
        reached.add(name.lower())
        if name == "SUMMARY":
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open")
            break
    assert {"a", "a svg", "div", "summary"} <= reached


def test_a_link_to_a_municipality_leads_to_its_derivation(folder: Path, chromium: Browser):
    page = opened(chromium, written(folder, "overijssel-2024", "nl"), DESKTOP)
    page.get_by_role("link", name="Borne", exact=True).last.click()
    assert page.evaluate("document.querySelector(':target').parentElement.open")
    (summary,) = page.locator("details:has(:target) > summary").all_text_contents()
    assert summary.startswith("Borne")


def test_print_shows_what_the_screen_shows_on_demand(folder: Path, chromium: Browser):
    page = opened(chromium, written(folder, "overijssel-2024", "nl"), DESKTOP)
    seen = "document.querySelector('#GM0147 li').checkVisibility()"
    assert not page.evaluate(seen)
    page.emulate_media(media="print")
    assert page.evaluate(seen)
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"


def test_every_picture_has_a_name_and_a_caption(folder: Path, chromium: Browser):
    page = opened(chromium, written(folder, "overijssel-2024", "nl"), DESKTOP)
    figures = page.locator("figure").all()
    assert len(figures) == 3
    for one in figures:
        assert one.locator("svg > title").first.text_content()
        assert one.locator("figcaption").text_content()


def test_every_variable_of_the_style_is_used():
    style = files("allocator.publishing.forms").joinpath("page.css").read_text("utf-8")
    assert set(re.findall(r"(--\w+):", style)) == set(re.findall(r"var\((--\w+)\)", style))
