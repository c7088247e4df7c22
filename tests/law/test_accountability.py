# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annex of choices, data and assumptions is complete, and is what the code says."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import Field

from models.record import Record
from models.scenario import Scenario
from models.study import Study

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "verantwoording-bijlage.md"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("list_choices", ROOT / "docs" / "list_choices.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


def test_the_annex_is_what_the_code_says(generator: ModuleType) -> None:
    said = "run: python docs/list_choices.py > docs/verantwoording-bijlage.md"
    assert PAGE.read_text("utf-8") == generator.page(), said


def named_in(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every setting of a JSON Schema with its description, however deep."""
    for form in (schema, *schema.get("$defs", {}).values()):
        for name, field in form.get("properties", {}).items():
            yield name, field.get("description", "")


@pytest.mark.parametrize("form", [Scenario, Study])
def test_every_setting_has_a_line(form: type[Record]) -> None:
    """Looked up in the schema that editors get, and not in the way in which the page is made."""
    page = PAGE.read_text("utf-8")
    lines = dict.fromkeys(re.findall(r"^\| `([^`]+)` \|", page, re.M))
    last = {line.rpartition(".")[2] for line in lines}
    missing = [
        name
        for name, description in named_in(form.model_json_schema(by_alias=True))
        if name not in ("regular", "amv")  # numbers per kind stand on the line that holds both
        and (name not in last or " ".join(description.replace("|", r"\|").split()) not in page)
    ]
    assert missing == []


def test_a_setting_without_a_description_stops_the_page(generator: ModuleType) -> None:
    class Silent(Record):
        """A form of which one line says nothing."""

        spoken: int = Field(default=1, description="says something")
        silent: int = 2

    with pytest.raises(ValueError, match="silent does not say what it means"):
        list(generator.settings(Silent))


def test_a_table_that_no_reader_knows_stops_the_page(
    generator: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "unknown_table.csv").write_text("code\n")
    monkeypatch.setattr(generator, "FOLDER", tmp_path)
    with pytest.raises(AttributeError, match="unknown_table"):
        generator.page()


def test_every_table_scenario_and_study_has_a_line() -> None:
    page = PAGE.read_text("utf-8")
    packaged = ROOT / "scenarios"
    for path in (packaged / "reference").glob("*.csv"):
        assert path.stem == "sources" or f"| `{path.name}` |" in page, path.name
    for path in packaged.rglob("*.yaml"):
        assert f"`{path.relative_to(packaged)}`" in page, path.name
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        assert f"(decisions/{path.name})" in page


def test_what_the_page_names_is_there() -> None:
    said = (ROOT / "docs" / "verantwoording.md").read_text("utf-8")
    for named in re.findall(r"`(tests/[\w/]+\.py)`", said):
        assert (ROOT / named).is_file(), named
    headings = re.findall(r"^## (.+)$", PAGE.read_text("utf-8"), re.M)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    found = re.findall(r"\(verantwoording-bijlage\.md#([^)]+)\)", said)
    assert len(found) == len(anchors)
    assert set(found) == anchors
