# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""JSON Schemas, for editors and for programs that read results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.comparison import ComparisonResult
from models.explanation import Explanation
from models.frontier import FrontierAnswer
from models.merge_answer import MergeAnswer
from models.result import RunResult
from models.scenario import Scenario
from models.sensitivity import StudyAnswer
from models.study import Study
from models.timeline import TimelineAnswer

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def scenario_schema(keys: Iterable[str]) -> dict[str, Any]:
    """The schema of a scenario file.

    Args:
        keys: the names of the registered distribution keys.
    """
    schema = Scenario.model_json_schema(by_alias=True)
    schema["$defs"]["KeySettings"]["properties"]["name"]["enum"] = sorted(keys)
    extends = {"type": "string", "description": "the scenario that this one changes"}
    schema["properties"] = {"extends": extends, **schema["properties"]}
    return {"$schema": DIALECT, **schema, "title": "allocator scenario"}


def run_schema() -> dict[str, Any]:
    """The schema of `allocator run --format json`."""
    return {"$schema": DIALECT, **RunResult.model_json_schema(mode="serialization", by_alias=True)}


def explanation_schema() -> dict[str, Any]:
    """The schema of `allocator explain --format json`."""
    schema = Explanation.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}


def merge_schema() -> dict[str, Any]:
    """The schema of `allocator merge --format json`."""
    schema = MergeAnswer.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}


def frontier_schema() -> dict[str, Any]:
    """The schema of `allocator frontier --format json`."""
    schema = FrontierAnswer.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}


def timeline_schema() -> dict[str, Any]:
    """The schema of `allocator timeline --format json`."""
    schema = TimelineAnswer.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}


def study_schema() -> dict[str, Any]:
    """The schema of a study file."""
    schema = Study.model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema, "title": "allocator study"}


def study_answer_schema() -> dict[str, Any]:
    """The schema of `allocator sensitivity --format json`."""
    schema = StudyAnswer.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}


def comparison_schema() -> dict[str, Any]:
    """The schema of `allocator compare --format json`."""
    schema = ComparisonResult.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": DIALECT, **schema}
