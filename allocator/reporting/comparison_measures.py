# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The measures of compared runs, and the one line of arithmetic by which each can be redone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from allocator.reporting.comparison_columns import (
    OTHERS_OF_SHORT,
    letter_and_raming,
    side_by_side,
)
from allocator.reporting.pages import Cell, Page, Sheet, Step, in_decimals
from models.comparison import ComparedRun, ComparisonResult, Measure, MeasureName, Part

OF = {"total": "all places", "amv": "amv places"}


@dataclass(frozen=True, slots=True)
class Words:
    """How a measure is told.

    Attributes:
        title: above its row.
        says: what it is, in one sentence.
        arithmetic: with the names of its numbers in braces.
        parted: whether it is told of all places and of amv places apart.
    """

    title: str
    says: str
    arithmetic: str
    parted: bool = False


PER_THOUSAND = "1,000 x {places} / {inhabitants}"
PER_KIND = "{regular} regular + {amv} amv"

WORDS: Mapping[MeasureName, Words] = MappingProxyType(
    {
        "largest_deviation": Words(
            "largest deviation from pro rata",
            "The largest distance of a decision from its exact pro rata part of the task: task x "
            "weight / all weights of its area, before any rounding.",
            "|{decision} - {task} x {weight} / {weights}|",
            parted=True,
        ),
        "mean_deviation": Words(
            "mean deviation from pro rata",
            "The mean of those distances: their sum over the number of municipalities.",
            "{deviations} / {municipalities}",
            parted=True,
        ),
        "relative_deviation": Words(
            "relative deviation from pro rata",
            "Their sum over that of the pro rata parts: so ramingen of different size compare.",
            "{deviations} / {pro_rata}",
            parted=True,
        ),
        "gini": Words(
            "Gini of places over inhabitants",
            "0 where all have as many places per inhabitant, below 1. The municipalities in order, "
            "the fewest places per inhabitant first: the first number is the sum of inhabitants x "
            "(2 x the places of those before + its own places).",
            "1 - {strips} / ({inhabitants} x {places})",
        ),
        "per_thousand": Words(
            "places per 1,000 inhabitants",
            "The places of all decisions over the inhabitants of those municipalities.",
            PER_THOUSAND,
        ),
        "lowest_per_thousand": Words(
            "fewest per 1,000 inhabitants",
            "The same of the municipality with the fewest.",
            PER_THOUSAND,
        ),
        "highest_per_thousand": Words(
            "most per 1,000 inhabitants",
            "The same of the municipality with the most.",
            PER_THOUSAND,
        ),
        "tasks": Words(
            "tasks",
            "Municipalities with places of a kind to make possible; with merging.include_offers "
            "also those whose offers are below the minimum site.",
            PER_KIND,
        ),
        "small_tasks": Words(
            "small tasks where they stand",
            "Tasks whose site, with what counts there, is below merging.minimum_site of the run.",
            PER_KIND,
        ),
        "merges": Words("merges", "Groups of tasks with one host.", PER_KIND),
        "moved_tasks": Words("moved tasks", "Tasks that are realised elsewhere.", PER_KIND),
        "undersized": Words(
            "undersized tasks", "Tasks that no viable site takes in the plan.", PER_KIND
        ),
        "sites": Words("sites", "Sites at which tasks are realised.", PER_KIND),
        "place_km": Words("place-km", "Places x kilometres of the moved tasks.", PER_KIND),
    }
)


def measure_pages(answer: ComparisonResult) -> Iterator[Page]:
    """The measures, one row each and one column per run."""
    for number, runs in enumerate(side_by_side(answer, OTHERS_OF_SHORT)):
        rows: list[tuple[Cell, ...]] = []
        for name, part in _listed(answer):
            cells = (_cell(answer.runs[one].measure(name, part)) for one in runs)
            rows.append((_title(name, part), *cells))
        columns = ("Measure", *(f">{letter_and_raming(answer.runs[one])}" for one in runs))
        heading = "Measures" if not number else "Measures (continued)"
        said = () if number else ("Each of its own run; how to redo them stands at the end.",)
        yield Page(heading, said, sheet=Sheet(columns, tuple(rows)))


def _cell(measure: Measure) -> Cell:
    return "not known" if measure.value is None else measure.value


def _listed(answer: ComparisonResult) -> list[tuple[MeasureName, Part]]:
    return [(one.name, one.of) for one in answer.runs[0].measures]


def _title(name: MeasureName, part: Part) -> str:
    words = WORDS[name]
    return f"{words.title}, {OF[part]}" if words.parted else words.title


def redo_page(answer: ComparisonResult) -> Page:
    """What each measure is, and its arithmetic in each run."""
    steps = tuple(_step(answer, *one) for one in _listed(answer))
    return Page("How to redo the measures", steps=steps)


def _step(answer: ComparisonResult, name: MeasureName, part: Part) -> Step:
    words, said = WORDS[name], dict[str, list[str]]()
    for run in answer.runs:
        said.setdefault(_arithmetic(run, words, name, part), []).append(run.letter)
    told = "; ".join(f"{', '.join(letters)}: {line}" for line, letters in said.items())
    title, says = _title(name, part), words.says if part == "total" else "The same of amv places."
    return Step(f"{title[0].upper()}{title[1:]}. {says}", told)


def _arithmetic(run: ComparedRun, words: Words, name: MeasureName, part: Part) -> str:
    measure = run.measure(name, part)
    if measure.value is None:
        return f"not known: {measure.why}"
    numbers = {key: in_decimals(number) for key, number in measure.numbers.items()}
    of = f"{measure.municipality} " if measure.municipality else ""
    value = in_decimals(measure.value)
    sign = "" if value.startswith("≈") else "= "
    return f"{of}{words.arithmetic.format(**numbers)} {sign}{value}"
