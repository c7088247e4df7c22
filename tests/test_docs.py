# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documentation says what the program does: commands are run, tables are complete."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from allocator.apportionment import METHODS
from allocator.distribution.rules import RULES
from allocator.keys import KEYS
from cli import app
from models.result import RunResult

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def examples():
    """Every `$ allocator ...` in a console block, with the output printed under it."""
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.S):
            for example in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, _, output = example.partition("\n")
                yield pytest.param(page.stem, command, output, id=f"{page.name}: {command}")


def test_the_readme_shows_real_output_of_what_people_do_most():
    assert sum("README.md" in str(example.id) for example in examples()) >= 5


@pytest.mark.parametrize(("page", "command", "output"), list(examples()))
def test_the_output_in_the_documentation_is_the_output(page, command, output, tmp_path_factory):
    # What one example writes the next one of its page may read.
    folder = tmp_path_factory.getbasetemp() / f"examples-of-{page}"
    folder.mkdir(exist_ok=True)
    words = shlex.split(command)
    assert words[0] == "allocator"
    done = subprocess.run(
        [sys.executable, "-m", "cli", *words[1:]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )
    # A line of three dots stands for any number of lines.
    parts = re.split(r"^\.\.\.\n", output, flags=re.M)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    assert re.fullmatch(pattern, done.stdout + done.stderr), done.stdout + done.stderr


def test_the_readme_names_every_command():
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in typer.main.get_command(app).commands:
        assert f"allocator {name}" in readme


def test_the_method_has_a_row_for_every_key_rule_and_method():
    method = (ROOT / "docs" / "method.md").read_text("utf-8")
    for name in (*KEYS, *RULES, *METHODS):
        assert f"| `{name}` |" in method, name


def test_the_worked_example_of_the_method_is_the_real_borne():
    import allocator

    method = (ROOT / "docs" / "method.md").read_text("utf-8")
    result: RunResult = allocator.run("overijssel-2024").result
    borne = next(one for one in result.municipalities if one.name == "Borne")
    people, score = borne.weight_figures["inhabitants"], borne.weight_figures["score"]
    assert f"Inhabitants {int(people):,} (`{borne.weight_rows[0]}`)" in method
    assert f"{float(people * (1 + score)):,.3f}" in method
    assert (borne.share.total, borne.share.amv) == (149, 13)
    assert (borne.rest.regular, borne.rest.amv, borne.decision.total) == (13, 9, 22)
    divisors = {d.kind: d.divisor for d in result.divisions if d.stage == "rest"}
    assert f"136 / {float(divisors['regular'])} = " in method
    assert f"13 / {float(divisors['amv'])} = " in method


def test_every_link_in_the_documentation_leads_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), (page.name, target)


def python_blocks(page: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.S)


def test_the_python_of_the_readme_runs_and_gives_what_it_says():
    (block,) = python_blocks("README.md")
    names: dict[str, object] = {}
    *lines, last = block.strip().splitlines()
    exec("\n".join(lines), names)
    assert eval(last, names) == {"a": 3, "b": 2}
    assert "`{'a': 3, 'b': 2}`" in (ROOT / "README.md").read_text("utf-8")


def test_the_example_of_a_new_key_is_a_key_that_works():
    import allocator

    (block,) = python_blocks("docs/how-to/new-key-or-rule.md")
    try:
        exec(block, {"__name__": "example"})
        run = allocator.run("overijssel-2022", ["key.name=households"])
        assert run.result.municipalities[0].weight_figures["households"] == 33_795
    finally:
        KEYS.pop("households", None)


def test_every_decision_has_a_number_of_its_own_and_every_link_to_one_is_there():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [page.name.partition("-")[0] for page in pages]
    assert numbers == [f"{number:04}" for number in range(1, len(pages) + 1)]
    names = {page.name for page in pages}
    linked = {
        name
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for name in re.findall(r"\(?(\d{4}-[a-z0-9-]+\.md)\)", page.read_text("utf-8"))
    }
    assert linked <= names
