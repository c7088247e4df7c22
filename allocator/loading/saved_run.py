# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saved results: read as untrusted files, and turned back into the problem behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from allocator.loading.document import Keys
from allocator.loading.files import Content, fault, read
from allocator.loading.reference import PACKAGED
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.text import each_key_once
from models.comparison import SCHEMA as COMPARISON_SCHEMA
from models.comparison import ComparisonResult
from models.fault import Faults, Place
from models.frontier import SCHEMA as FRONTIER_SCHEMA
from models.frontier import FrontierAnswer
from models.problem import InputFile, Problem
from models.record import Record
from models.result import SCHEMA, RunResult, ScenarioRecord
from models.scenario import Scenario
from models.seal import seal_of_answer
from models.sensitivity import SCHEMA as STUDY_SCHEMA
from models.sensitivity import StudyAnswer
from models.timeline import TIMELINE_SCHEMA, TimelineAnswer

Saved = TypeVar("Saved", bound=Record)

MOST_FAULTS = 10
INDEX = re.compile(r"[0-9]{1,9}")
WRITTEN_AT = re.compile(r"(?s)(?P<file>.*?)(?::(?P<line>[0-9]{1,9}))?(?::(?P<column>[0-9]{1,9}))?")


def is_saved_run(source: object) -> bool:
    """Whether a scenario that was named is a saved run."""
    return isinstance(source, str | Path) and Path(source).suffix == ".json"


def load_run(path: str | Path) -> RunResult:
    """Read a run that was saved with `--format json` or `--out`.

    Raises:
        InputError: if the file is no such run.
    """
    return _saved(path, {SCHEMA: RunResult})


def load_saved(path: str | Path) -> RunResult | TimelineAnswer:
    """Read a run or a timeline that was saved with `--format json` or `--out`.

    Raises:
        InputError: if the file is neither.
    """
    known: dict[str, type[RunResult | TimelineAnswer]] = {
        SCHEMA: RunResult,
        TIMELINE_SCHEMA: TimelineAnswer,
    }
    return _saved(path, known)


Answer = RunResult | ComparisonResult | FrontierAnswer | StudyAnswer

# What a folder of results holds, as `--out` and studies write them.
ANSWERS = ("run.json", "comparison.json", "frontier.json", "answer.json")


def load_answer(path: str | Path) -> Answer:
    """Read what a report can be made of: a run, a comparison, a frontier or a study.

    Args:
        path: the file that was saved with `--format json`, or the folder that `--out` wrote.

    Raises:
        InputError: if it is none of them, or was changed after it was written.
    """
    known: dict[str, type[Answer]] = {
        SCHEMA: RunResult,
        COMPARISON_SCHEMA: ComparisonResult,
        FRONTIER_SCHEMA: FrontierAnswer,
        STUDY_SCHEMA: StudyAnswer,
    }
    file = _answer_in(Path(path))
    found = _saved(file, known)
    if isinstance(found, RunResult) or found.content_sha256 == _seal(found):
        return found
    raise fault(
        "answer-changed",
        Place(str(file)),
        "its seal (content_sha256) is not of what the file says",
        "Save it again; the file was changed, or another version made it.",
    )


def _seal(answer: ComparisonResult | FrontierAnswer | StudyAnswer) -> str:
    return seal_of_answer(answer.model_dump(mode="json"))


def _answer_in(path: Path) -> Path:
    """The file of results in a folder; a file is itself."""
    try:
        there = [path / name for name in ANSWERS if (path / name).is_file()]
        if not path.is_dir() or there:
            return there[0] if there else path
    except (OSError, ValueError):  # a name that no file system can hold; reading it says so
        return path
    raise fault(
        "no-results-here",
        Place(str(path)),
        f"the folder holds none of {', '.join(ANSWERS)}",
        "Name a folder that `--out` wrote, or the results of a finished study.",
    )


def _saved(path: str | Path, known: dict[str, type[Saved]]) -> Saved:
    """Read a file as what its `schema` says that it is."""
    content = read(Path(path))
    value = _json(content)
    found = value.get("schema") if isinstance(value, dict) else None
    record = known.get(found) if isinstance(found, str) else None
    if record is None:
        what = "this was not saved by the program: there is no schema"
        if found is not None:
            what = f"the schema is {str(found)[:60]!r}"
        remedy = "Save one with `allocator run SCENARIO --format json > run.json`."
        raise fault("not-a-run", Place(content.name), f"{what}, not {' or '.join(known)}", remedy)
    try:
        return record.model_validate_json(content.data.decode("utf-8-sig"))
    except ValidationError as problem:
        faults = Faults()
        for error in problem.errors(include_url=False, include_input=False)[:MOST_FAULTS]:
            line = ".".join(map(str, error["loc"])) or "the file"
            faults.add(
                "not-a-run",
                Place(content.name),
                f"{line}: {error['msg']}",
                "Save it again; this file was changed, or another version made it.",
            )
        faults.raise_if_any()
        raise AssertionError("a validation error without errors") from problem


def _json(content: Content) -> Any:
    where, remedy = Place(content.name), "Save it again."
    try:
        text = content.data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=each_key_once, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        where = Place(content.name, problem.lineno, problem.colno)
        raise fault("not-json", where, f"not JSON: {problem.msg}", remedy) from problem
    except UnicodeDecodeError as problem:
        raise fault("not-utf8", where, "the file is not UTF-8 text", remedy) from problem
    except RecursionError as problem:
        raise fault("not-json", where, "nested too deeply for a run", remedy) from problem
    except ValueError as problem:
        said = str(problem).splitlines()[0]
        raise fault("not-json", where, f"not JSON that a run writes: {said}", remedy) from problem


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def reopened(record: ScenarioRecord, inputs: Sequence[InputFile], folder: Path) -> ScenarioFile:
    """The scenario of a saved result, with its settings and lines as recorded.

    Args:
        record: which question was asked.
        inputs: the files that were read then.
        folder: where they lie, those of the package apart.

    Raises:
        InputError: if the recorded settings are no scenario.
    """
    try:
        scenario = Scenario.model_validate(record.settings)
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_input=False)[0]
        line = ".".join(map(str, error["loc"]))
        raise fault(
            "not-a-run",
            Place(record.name),
            f"scenario.settings.{line}: {error['msg']}",
            "Save it again; this file was changed, or another version made it.",
        ) from problem
    places = {_keys(path): _place(where) for path, where in record.lines.items()}
    packaged = [one for one in inputs if one.role == "scenario"]
    folders = {one.name: PACKAGED for one in packaged if _is_packaged(one)}
    return ScenarioFile(scenario, places, folders, home=folder)


def _keys(path: str) -> Keys:
    return tuple(int(key) if INDEX.fullmatch(key) else key for key in path.split("."))


def _place(where: str) -> Place:
    if where.startswith("--"):
        return Place(where)
    found = WRITTEN_AT.fullmatch(where)
    assert found is not None
    return Place(found["file"], int(found["line"] or 0), int(found["column"] or 0))


def changed_inputs(inputs: Sequence[InputFile], problem: Problem) -> Faults:
    """Which input files are not the ones that were read then."""
    faults = Faults()
    then = {one.name: one.sha256 for one in inputs}
    now = {one.name: one.sha256 for one in problem.inputs}
    for name in sorted(then | now):
        if then.get(name) != now.get(name):
            faults.add(
                "input-changed",
                Place(name),
                f"not the file that was read then: its sha256 begins with "
                f"{now.get(name, 'nothing')[:16]}, then it was {then.get(name, 'nothing')[:16]}",
                "Put the same file there, or ask the scenario anew.",
            )
    return faults


def _is_packaged(recorded: InputFile) -> bool:
    known = {path.name: path for path in PACKAGED.iterdir() if path.is_file()}
    path = known.get(Path(recorded.name).name)
    return path is not None and read(path, path.name).receipt("scenario") == recorded
