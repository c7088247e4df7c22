# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every file of the project, whatever is in it."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from allocator.extras import EXTRAS

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
STANDARD_LIBRARY = frozenset(sys.stdlib_module_names)
MAX_FILE_BYTES = 1_000_000

# Written in pieces, so that this file does not hold what it looks for.
LICENCE_LINE = re.compile(r"^# SPDX-License" + r"-Identifier: \S", re.MULTILINE)
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "cr" + "ates.io",
    "ana" + "conda.org",
]
FORBIDDEN = {
    "the host of a package registry": re.compile("|".join(map(re.escape, REGISTRIES))),
    "a path on one machine": re.compile(r"(?<![\w.~$}-])/(?:work|root|tmp|home/\w+|Users/\w+)/"),
    "an e-mail address": re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE),
}
# Addresses of services and of documentation, which belong to nobody.
NOBODY = re.compile(r"^git@|@example\.(?:com|net|org|nl)$")


def listed_files() -> list[Path]:
    """Every file that git has or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(
        {ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}
    )


FILES = listed_files()


def contract(name_part: str) -> dict[str, list[str]]:
    """The import contract whose name holds these words."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    (found,) = (each for each in contracts if name_part in each["name"])
    return dict(found)


def imported_modules(source: Path) -> set[str]:
    """The top-level names that a file imports, at any depth in its code."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def normal(name: str) -> str:
    """The name of a package in the form that indexes and locks use."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_git_lists_the_project() -> None:
    assert ROOT / "pyproject.toml" in FILES


def test_every_part_of_allocator_has_its_place_in_the_import_contracts() -> None:
    parts = {
        path.stem
        for path in (ROOT / "allocator").iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
    }
    layers = contract("Data flows")["layers"]
    placed = [part.strip(" ()") for layer in layers for part in layer.split("|")]
    assert len(placed) == len(set(placed))
    assert parts <= set(placed), f"no layer in pyproject.toml for {sorted(parts - set(placed))}"


def test_the_command_line_leaves_files_tables_and_solvers_to_the_stages() -> None:
    beyond_it = {"ortools", "pandas", "python_calamine", "ruamel", "xlsxwriter"}
    assert not imported_modules(ROOT / "cli.py") & beyond_it


def test_no_production_code_imports_a_test_dependency() -> None:
    needed = {
        "typer",
        "rich",
        "ortools",
        "pandas",
        "pydantic",
        "pydantic_core",  # comes with pydantic; the only home of its own errors
        "ruamel",
        "python_calamine",
        "xlsxwriter",
    }
    # Only studies and reports need them; who does not install the extras is told so.
    of_extras = {
        "publishing": {*EXTRAS["report"]},
        "sensitivity": {"numpy", *EXTRAS["sensitivity"], *EXTRAS["cluster"]},
    }
    own = {"allocator", "cli", "models", "scenarios"}
    sources = [
        path
        for path in FILES
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in own | {"cli.py"}
    ]
    stray = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in sources
        for name in imported_modules(path) - needed - own - STANDARD_LIBRARY
        if not any(name in names and room in path.parts for room, names in of_extras.items())
    }
    assert not stray


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    found = []
    for path in FILES:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for match in FORBIDDEN[what].finditer(text):
            if not NOBODY.search(match.group()):
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"{path.relative_to(ROOT)}:{line}: {match.group()}")
    assert not found, f"{what}: {found}"


def test_every_locked_package_has_a_version_and_a_hash() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    entries = [
        entry
        for entry in text.replace("\\\n", " ").splitlines()
        if entry.strip() and not entry.lstrip().startswith("#")
    ]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_lock_says_how_it_was_made_and_names_no_index() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "uv pip compile pyproject.toml" in text.split("==")[0]
    assert not re.search(r"--(?:extra-)?index-url|--find-links|--trusted-host|https?:", text)


def test_the_lock_covers_what_pyproject_asks_for() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    locked = {normal(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    project = PYPROJECT["project"]
    asked = [*project["dependencies"], *extra(project, "dev")]
    names = {normal(re.split(r"[<>=!~\[; ]", each)[0]) for each in asked}
    assert {"distributed", "duckdb", "salib"} <= names
    assert names <= locked


def extra(project: dict[str, Any], name: str) -> Iterator[str]:
    """What an extra asks for, with what it asks for of the project's other extras."""
    for each in project["optional-dependencies"][name]:
        own = re.fullmatch(r"allocator\[(\w+)\]", each)
        if own is None:
            yield each
        else:
            yield from extra(project, own[1])


def test_ci_runs_the_same_check_as_a_contributor() -> None:
    script = ROOT / ".ci" / "run"
    code = [
        line.strip()
        for line in script.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert script.stat().st_mode & 0o111, "not executable"
    assert "set -euo pipefail" in code
    assert [line for line in code if "make " in line] == ["exec make test </dev/null"]


def test_no_file_is_large() -> None:
    large = [path.relative_to(ROOT) for path in FILES if path.stat().st_size >= MAX_FILE_BYTES]
    assert not large


def test_python_files_carry_their_licence() -> None:
    bare = [
        path.relative_to(ROOT)
        for path in FILES
        if path.suffix == ".py" and not LICENCE_LINE.search(path.read_text(encoding="utf-8"))
    ]
    assert not bare


def test_the_public_description_matches_the_package() -> None:
    text = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    project = PYPROJECT["project"]
    assert f'softwareVersion: "{project["version"]}"' in text
    assert f"license: {project['license']}" in text
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
