# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reporting: what people and programs read; the only writer of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Literal

from allocator.reporting.commented import commented_scenario
from allocator.reporting.comparison import comparison_pages
from allocator.reporting.comparison_csv import comparison_csv
from allocator.reporting.delimited import municipalities_csv, pages_csv, table_csv
from allocator.reporting.explanation import explanation_pages
from allocator.reporting.folder import write_file, write_folder
from allocator.reporting.frontier import (
    frontier_pages,
    municipalities_of_points_csv,
    points_csv,
)
from allocator.reporting.grant import grant_pages, grant_rows
from allocator.reporting.markdown import as_markdown
from allocator.reporting.pages import Cell, Page, Sheet
from allocator.reporting.progress import progress_bar
from allocator.reporting.proposals import answer_pages
from allocator.reporting.receipt import receipt_pages, repetition_pages
from allocator.reporting.run_csv import run_tables
from allocator.reporting.schema import (
    comparison_schema,
    explanation_schema,
    frontier_schema,
    merge_schema,
    run_schema,
    scenario_schema,
    study_answer_schema,
    study_schema,
    timeline_schema,
)
from allocator.reporting.sensitivity import query_pages, record_pages, study_pages
from allocator.reporting.sheets import run_pages
from allocator.reporting.structured import as_json
from allocator.reporting.terminal import as_text
from allocator.reporting.timeline import timeline_pages
from allocator.reporting.timeline_csv import timeline_csv, timeline_tables
from allocator.reporting.understanding import understanding_pages
from models.comparison import ComparisonResult
from models.explanation import Explanation
from models.frontier import FrontierAnswer
from models.merge_answer import MergeAnswer
from models.receipt import Receipt, Repetition
from models.result import RunResult
from models.sensitivity import StudyAnswer
from models.timeline import TimelineAnswer

__all__ = [
    "Format",
    "Page",
    "Sheet",
    "as_json",
    "as_markdown",
    "as_text",
    "commented_scenario",
    "comparison_files",
    "comparison_schema",
    "explanation_pages",
    "explanation_schema",
    "frontier_files",
    "frontier_schema",
    "merge_schema",
    "progress_bar",
    "render",
    "render_comparison",
    "render_explanation",
    "render_frontier",
    "render_grant",
    "render_merge",
    "render_pages",
    "render_query",
    "render_receipt",
    "render_study",
    "render_timeline",
    "run_files",
    "run_schema",
    "scenario_schema",
    "study_answer_schema",
    "study_schema",
    "timeline_files",
    "timeline_schema",
    "understanding_pages",
    "write_file",
    "write_folder",
]

Format = Literal["table", "json", "csv", "markdown"]

RENDERERS: dict[Format, Callable[[RunResult], str]] = {
    "table": lambda result: as_text(run_pages(result)),
    "json": lambda result: as_json(result.to_json()),
    "csv": municipalities_csv,
    "markdown": lambda result: as_markdown(run_pages(result)),
}

FILES: dict[str, Format] = {
    "run.json": "json",
    "municipalities.csv": "csv",
    "report.md": "markdown",
}

TIMELINE_FILES: dict[str, Format] = {"timeline.json": "json", "timeline.md": "markdown"}

COMPARISON_FILES: dict[str, Format] = {
    "comparison.json": "json",
    "comparison.csv": "csv",
    "comparison.md": "markdown",
}


def render(result: RunResult, form: Format) -> str:
    """A run as text in one of the formats, ending in a newline."""
    return RENDERERS[form](result)


def render_grant(result: RunResult, form: Format) -> str:
    """The grant of a run; as JSON the whole run, which it is a part of."""
    if form == "json":
        return render(result, form)
    if form == "csv":
        return table_csv(grant_rows(result))
    return render_pages([*run_pages(result)[:1], *grant_pages(result)], form)


def render_pages(pages: list[Page], form: Format) -> str:
    """Pages that are not a run as text in one of the formats; CSV without the paragraphs."""
    if form == "json":
        return as_json([asdict(page) for page in pages])
    renderers = {"table": as_text, "markdown": as_markdown, "csv": pages_csv}
    return renderers[form](pages)


def render_explanation(explanation: Explanation, form: Format) -> str:
    """An explanation as text in one of the formats, ending in a newline."""
    if form == "json":
        return as_json(explanation.model_dump(mode="json"))
    return render_pages(explanation_pages(explanation), form)


def render_merge(answer: MergeAnswer, form: Format) -> str:
    """What the command merge answers as text in one of the formats, ending in a newline."""
    if form == "json":
        return as_json(answer.model_dump(mode="json"))
    return render_pages(answer_pages(answer), form)


def render_timeline(answer: TimelineAnswer, form: Format) -> str:
    """A timeline as text in one of the formats, ending in a newline; CSV one row per number."""
    if form == "json":
        return as_json(answer.to_json())
    if form == "csv":
        return timeline_csv(answer)
    return render_pages(timeline_pages(answer), form)


def render_frontier(answer: FrontierAnswer, form: Format) -> str:
    """A frontier as text in one of the formats, ending in a newline; CSV one row per point."""
    if form == "json":
        return as_json(answer.to_json())
    if form == "csv":
        return points_csv(answer)
    return render_pages(frontier_pages(answer), form)


def render_query(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]], form: Format) -> str:
    """What a query found as text in one of the formats, ending in a newline."""
    as_pages = record_pages if form in ("table", "markdown") else query_pages
    return render_pages(as_pages(columns, rows), form)


def render_study(answer: StudyAnswer, form: Format) -> str:
    """What a study says as text in one of the formats, ending in a newline."""
    if form == "json":
        return as_json(answer.to_json())
    return render_pages(study_pages(answer), form)


def render_comparison(answer: ComparisonResult, form: Format) -> str:
    """A comparison as text in one of the formats, ending in a newline; CSV one row per figure."""
    if form == "json":
        return as_json(answer.to_json())
    if form == "csv":
        return comparison_csv(answer)
    return render_pages(comparison_pages(answer), form)


def render_receipt(receipt: Receipt | Repetition, form: Format) -> str:
    """A receipt as text in one of the formats, ending in a newline."""
    if form == "json":
        return as_json(receipt.model_dump(mode="json"))
    if isinstance(receipt, Receipt):
        return render_pages(receipt_pages(receipt), form)
    return render_pages(repetition_pages(receipt), form)


def run_files(result: RunResult) -> dict[str, str]:
    """The files that a run leaves in a folder, by name."""
    pages = {name: render(result, form) for name, form in FILES.items()}
    return {**pages, **run_tables(result)}


def frontier_files(answer: FrontierAnswer) -> dict[str, str]:
    """The files that a frontier leaves in a folder, by name."""
    return {
        "frontier.json": render_frontier(answer, "json"),
        "points.csv": render_frontier(answer, "csv"),
        "municipalities.csv": municipalities_of_points_csv(answer),
        "frontier.md": render_frontier(answer, "markdown"),
    }


def timeline_files(answer: TimelineAnswer) -> dict[str, str]:
    """The files that a timeline leaves in a folder, by name."""
    pages = {name: render_timeline(answer, form) for name, form in TIMELINE_FILES.items()}
    return {**pages, **timeline_tables(answer)}


def comparison_files(answer: ComparisonResult) -> dict[str, str]:
    """The files that a comparison leaves in a folder, by name."""
    return {name: render_comparison(answer, form) for name, form in COMPARISON_FILES.items()}
