# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""docs/wet.md has a line for every paragraph of the law, and what a line names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from pydantic import BaseModel

from allocator.loading.reference import reference
from allocator.verification import CHECKS
from models.law import CITATIONS
from models.scenario import Scenario

ROOT = Path(__file__).parents[2]
TEXTS = {"Wet": "BWBR0049307", "Besluit": "BWBR0049310", "Raming": "BWBR0049312"}
NOTICE = "Bekendmaking"


class Line(NamedTuple):
    """A line of the page, as it is written."""

    paragraph: str
    says: str
    cited: str
    code: str
    check: str
    test: str


def lines(page: str) -> list[Line]:
    rows = re.findall(rf"^\| (?=(?:{'|'.join(TEXTS)}) )(.*) \|$", page, re.M)
    return [Line(*(cell.strip() for cell in row.split(" | "))) for row in rows]


LINES = lines((ROOT / "docs" / "wet.md").read_text("utf-8"))
ONE_LINE = [pytest.param(line, id=line.paragraph) for line in LINES]


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def paragraphs() -> list[str]:
    """Every paragraph of the bundled texts, as the page names them."""
    short = {bwb: name for name, bwb in TEXTS.items()}
    found = []
    for one in reference().law:
        number = one.number if one.article == NOTICE else f"({one.number})" if one.number else ""
        article = "" if one.article == NOTICE else one.article
        found.append(f"{short[one.text]} {article}{number}")
    return found


def missing(written: list[Line]) -> list[str]:
    """The paragraphs without a line, and the lines without a paragraph."""
    return sorted(set(paragraphs()) ^ {line.paragraph for line in written})


def test_every_paragraph_has_one_line_in_the_order_of_the_law() -> None:
    assert missing(LINES) == []
    assert [line.paragraph for line in LINES] == paragraphs()


def test_a_paragraph_without_a_line_is_seen() -> None:
    assert missing([line for line in LINES if line.paragraph != "Wet 9(3)"]) == ["Wet 9(3)"]


@pytest.mark.parametrize("line", ONE_LINE)
def test_a_line_is_coded_and_tested_or_says_why_not(line: Line) -> None:
    assert len(line.says) > 8
    assert line.code
    if line.code.startswith("niet in code"):
        assert line.code.startswith("niet in code, want ")
        assert not line.check
    else:
        assert line.check
        assert line.test
        assert any(name.startswith("allocator.") for name in named(line.code))


@pytest.mark.parametrize("line", ONE_LINE)
def test_what_a_line_names_is_there(line: Line) -> None:
    for name in named(line.code):
        assert is_known(name), name
    for name in named(line.check):
        assert name in CHECKS or (name.startswith("allocator.verification.") and is_known(name))
    for name in named(line.test):
        assert is_tested(name), name


@pytest.mark.parametrize("line", ONE_LINE)
def test_a_line_names_the_citation_of_its_own_paragraph(line: Line) -> None:
    text, _, place = line.paragraph.partition(" ")
    article, _, number = place.partition("(")
    for name in named(line.cited):
        quoted = CITATIONS[name].passages
        assert TEXTS[text] in {one.text for one in quoted} or text == "Wet", name
        own = (article, number.rstrip(")"))
        if ", art. " in CITATIONS[name].title and line.paragraph != "Wet 13(2)":
            assert own in {(one.article, one.paragraph) for one in quoted}, name


def test_every_citation_of_a_paragraph_stands_on_its_line() -> None:
    on_page = {name for line in LINES for name in named(line.cited)}
    assert {source.id for source in CITATIONS.values() if source.passages} == on_page


def test_what_is_not_there_is_seen() -> None:
    assert not is_known("allocator.keys.by_need.numbers_by_wish")
    assert not is_known("allocator.wishes")
    assert not is_known("task.wishes")
    assert not is_tested("tests/law/test_twin.py::test_nothing")
    assert not is_tested("tests/law/test_wishes.py")


def is_known(name: str) -> bool:
    """Whether a function, a setting, a command or a file is there."""
    if "/" in name:
        return (ROOT / name).is_file()
    if name.startswith(("allocator.", "models.")):
        module, _, attribute = name.rpartition(".")
        try:
            return hasattr(import_module(module), attribute)
        except ModuleNotFoundError:
            return False
    return setting(Scenario, name.split(".")) or name in ("compare",)


def setting(form: Any, path: list[str]) -> bool:
    """Whether a scenario has such a line."""
    if not path:
        return True
    forms = [form, *get_args(form)]
    fields = {
        field.alias or name: field.annotation
        for one in forms
        if isinstance(one, type) and issubclass(one, BaseModel)
        for name, field in one.model_fields.items()
    }
    return path[0] in fields and setting(fields[path[0]], path[1:])


def is_tested(name: str) -> bool:
    """Whether a file of tests has such a test, or any."""
    file, _, function = name.partition("::")
    there = (ROOT / file).is_file()
    return there and (function in _tests_of(file) if function else bool(_tests_of(file)))


@cache
def _tests_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    functions = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in functions if name.startswith("test_"))
