# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The corpus of hostile input, and what the command line says to each of it.

A file is called `<fault>--<what it attacks>.<ending>`, or `accepted--<what is odd>.<ending>` where
it has to be read with the right numbers. Its folder says how it is put before the program:

- `scenarios`: as the scenario itself;
- `offers`, `columns`: as the table that a small scenario names, for offers and for its key;
- `people`, `scores`, `numbers`: likewise, for inhabitants, SES-WOA scores and indicative numbers;
- `overrides`: as values of `--set`, one on each line, over a packaged scenario;
- `exchanges`: as the table of exchanges of a scenario that names all of them, at a rate of four
  places for a status holder, but for `no-rate`;
- `lots`: as the table of a draw, over the same;
- `proposals`: as values of `allocator merge --propose`, one on each line, over the same;
- `studies`: as a study of `allocator sensitivity`;
- workbooks (`make_workbooks.py`) and what no repository can hold (`special.py`) are made when
  they are needed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import perf_counter

from typer.testing import CliRunner

from cli import app
from models.fault import Fault, InputError
from tests.hostile import (  # noqa: F401 - they register
    broken_workbooks,
    comparisons,
    frontiers,
    reports,
    saved_runs,
    studies_at_hand,
    timelines,
)
from tests.hostile.make_workbooks import WORKBOOKS
from tests.hostile.special import SPECIAL

HERE = Path(__file__).parent
FOLDERS = (
    "scenarios",
    "offers",
    "columns",
    "people",
    "scores",
    "numbers",
    "overrides",
    "lots",
    "proposals",
    "exchanges",
    "studies",
)
OVERRIDDEN = "overijssel-2024"
SCENARIO_OF = {
    "offers": "name: hostile\noffers: {name}\n",
    "columns": "name: hostile\nkey: {{name: column, file: {name}, column: weight}}\n",
    "people": "name: hostile\npopulation: {name}\n",
    "scores": "name: hostile\nses_woa: {name}\n",
    "numbers": "name: hostile\nindicative: {name}\nkey: {{name: published}}\n",
}


@dataclass(frozen=True)
class Case:
    """One hostile input.

    Attributes:
        name: of the file, or of what is made.
        kind: the folder, or `special`.
        prepare: puts it into an empty folder and gives the arguments of the command line.
    """

    name: str
    kind: str
    prepare: Callable[[Path], list[str]] = field(compare=False)

    @property
    def fault(self) -> str:
        """The code of the fault that is expected; `accepted` for none."""
        return self.name.partition("--")[0]

    def __str__(self) -> str:
        """As tests and documentation name it."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True)
class Outcome:
    """What the command line did."""

    exit_code: int
    said: str
    faults: tuple[Fault, ...]
    seconds: float
    written: tuple[str, ...]
    error: BaseException | None


def _table(kind: str, name: str, put: Callable[[Path], object]) -> Callable[[Path], list[str]]:
    def prepare(folder: Path) -> list[str]:
        put(folder / name)
        (folder / "scenario.yaml").write_text(SCENARIO_OF[kind].format(name=name), "utf-8")
        return ["run", "scenario.yaml"]

    return prepare


def _scenario(path: Path) -> Callable[[Path], list[str]]:
    def prepare(folder: Path) -> list[str]:
        for needed in _with_parents(path):
            shutil.copy(needed, folder)
        return ["run", path.name]

    return prepare


def _with_parents(path: Path, seen: frozenset[Path] = frozenset()) -> set[Path]:
    """A scenario and the others of the corpus that it extends."""
    if path in seen:
        return set(seen)
    text = path.read_text("utf-8", errors="ignore")
    others = [other for other in path.parent.iterdir() if f"extends: {other.name}\n" in text]
    found = {*seen, path}
    for other in others:
        found |= _with_parents(other, frozenset(found))
    return found


def _overrides(path: Path) -> Callable[[Path], list[str]]:
    values = path.read_text("utf-8").splitlines()
    arguments = [word for value in values for word in ("--set", value)]
    return lambda folder: ["run", OVERRIDDEN, *arguments]


def _proposals(path: Path) -> Callable[[Path], list[str]]:
    values = path.read_text("utf-8").splitlines()
    arguments = [word for value in values for word in ("--propose", value)]
    return lambda folder: ["merge", OVERRIDDEN, *arguments]


def _lots(path: Path) -> Callable[[Path], list[str]]:
    def prepare(folder: Path) -> list[str]:
        shutil.copy(path, folder)
        return ["run", OVERRIDDEN, "--lots", path.name]

    return prepare


def _exchanges(path: Path) -> Callable[[Path], list[str]]:
    rows = path.read_text("utf-8").splitlines()[1:]
    names = ", ".join(dict.fromkeys(row.partition(",")[0] for row in rows))
    rate = "" if path.name.startswith("no-rate") else "{places_per_status_holder: 4}"

    def prepare(folder: Path) -> list[str]:
        shutil.copy(path, folder)
        said = f"extends: {OVERRIDDEN}\nexchange_file: {path.name}\nexchanges: [{names}]\n"
        said += f"exchanging: {rate}\n" if rate else ""
        (folder / "scenario.yaml").write_text(said, "utf-8")
        return ["run", "scenario.yaml"]

    return prepare


def _studies(path: Path) -> Callable[[Path], list[str]]:
    def prepare(folder: Path) -> list[str]:
        shutil.copy(path, folder)
        return ["sensitivity", path.name]

    return prepare


def _of_file(path: Path) -> Case:
    kind = path.parent.name
    if kind in SCENARIO_OF:
        put = _table(kind, path.name, lambda target: shutil.copy(path, target))
    else:
        puts = {
            "scenarios": _scenario,
            "overrides": _overrides,
            "lots": _lots,
            "proposals": _proposals,
            "exchanges": _exchanges,
            "studies": _studies,
        }
        put = puts[kind](path)
    return Case(path.name, kind, put)


def files() -> list[Path]:
    """The files of the corpus."""
    return [path for folder in FOLDERS for path in sorted((HERE / folder).iterdir())]


@cache
def cases() -> tuple[Case, ...]:
    """Everything hostile: files, workbooks and what is made for the occasion."""
    found = [_of_file(path) for path in files()]
    for name, (kind, make) in WORKBOOKS.items():
        put = _table(kind, name, lambda target, make=make: target.write_bytes(make()))
        found.append(Case(name, kind, put))
    found += [Case(name, "special", prepare) for name, prepare in SPECIAL.items()]
    return tuple(found)


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder, as somebody who calls the program there."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@cache
def outcome(case: Case) -> Outcome:
    """Put one case before the command line, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name, inside(Path(name)):
        folder = Path(name)
        arguments = case.prepare(folder)
        if arguments[0] == "run" and "--out" not in arguments:
            arguments += ["--out", "out"]
        before = listing(folder)
        began = perf_counter()
        with _full_disk() if "full-disk" in case.name else contextlib.nullcontext():
            result = CliRunner().invoke(app, arguments)
        seconds = perf_counter() - began
        written = tuple(sorted(listing(folder) - before))
        return Outcome(
            result.exit_code,
            result.stderr,
            faults_of(result.exception),
            seconds,
            written,
            result.exception,
        )


@contextlib.contextmanager
def _full_disk() -> Iterator[None]:
    """Let this process write a few bytes into a file and no more, as a disk that is full."""
    import resource  # not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def listing(folder: Path) -> set[str]:
    """Everything in a folder, by name."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def faults_of(error: BaseException | None) -> tuple[Fault, ...]:
    """The faults behind the exit of the command line."""
    while error is not None and not isinstance(error, InputError):
        error = error.__context__
    return error.faults if error is not None else ()
