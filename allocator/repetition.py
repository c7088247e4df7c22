# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The repetition of a saved result: whether it is the same again, and what of it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from models.receipt import Difference, DifferenceOf, Repetition
from models.result import Manifest, RunResult
from models.timeline import TimelineAnswer, TimelineManifest

PROGRAMS = ("allocator", "ortools", "python")
SHOWN_LETTERS = 60
ABSENT = "(absent)"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HASH = re.compile(r"[0-9a-f]{64}")
IN_WORDS: dict[DifferenceOf, tuple[str, str]] = {
    "number": ("number", "numbers"),
    "date": ("date", "dates"),
    "yes or no": ("yes or no", "times yes or no"),
    "hash": ("hash of a file", "hashes of files"),
    "text": ("text", "texts"),
    "list": ("list or entry that is longer, shorter or absent",
             "lists or entries that are longer, shorter or absent"),
}  # fmt: skip
Outcome = Literal["same", "altered", "unproven", "different"]
WHY = {
    "altered": "What was saved fails its own verification or its seal: the file was altered.",
    "different": "What was saved holds, and yet the answer is another: the file was altered with "
    "care, or this is a defect of the program (please report it).",
    "unproven": "The saved run was not proven: it depends on how far the solver came in its time.",
}


def compared(before: RunResult, after: RunResult, *, holds: bool) -> Repetition:
    """Every difference between a saved run and its repetition, but for times and versions.

    Args:
        before: the saved run.
        after: its repetition.
        holds: whether the saved run passes its verification, and nothing gives away a change.
    """
    then, now = _comparable(before.to_json()), _comparable(after.to_json())
    differences = tuple(_differences(then, now, ""))
    proven = before.status not in ("feasible", "unknown")
    outcome = _outcome(differences, holds=holds, proven=proven)
    return Repetition(
        scenario=before.scenario.name,
        title=before.scenario.title,
        status=after.status,
        outcome=outcome,
        differences=differences,
        notes=(
            *_versions(before.manifest, after.manifest),
            *_kinds_of(differences),
            *_why(outcome),
        ),
    )


def timelines_compared(before: TimelineAnswer, after: TimelineAnswer, *, holds: bool) -> Repetition:
    """Every difference between a saved timeline and its repetition, but for versions.

    Args:
        before: the saved timeline.
        after: its repetition.
        holds: whether the saved timeline passes its verification, and nothing gives away a change.
    """
    then, now = (_comparable(one.to_json()) for one in (before, after))
    differences = tuple(_differences(then, now, ""))
    outcome = _outcome(differences, holds=holds, proven=True)
    return Repetition(
        scenario=before.scenario,
        title=before.title,
        status="computed",
        outcome=outcome,
        differences=differences,
        notes=(
            *_versions(before.manifest, after.manifest),
            *_kinds_of(differences),
            *_why(outcome),
        ),
    )


def _versions(
    before: Manifest | TimelineManifest, after: Manifest | TimelineManifest
) -> Iterator[str]:
    """The programs of which the version is another now."""
    for program in PROGRAMS:
        then, now = getattr(before, program, ""), getattr(after, program, "")
        if then != now:
            yield f"{program}: {then} then, {now} now."


def _why(outcome: Outcome) -> tuple[str, ...]:
    return (WHY[outcome],) if outcome in WHY else ()


def _outcome(differences: tuple[Difference, ...], *, holds: bool, proven: bool) -> Outcome:
    if not differences:
        return "same"
    if not holds:
        return "altered"
    return "different" if proven else "unproven"


def _comparable(value: dict[str, Any]) -> dict[str, Any]:
    """A result as JSON without what may differ from one machine or moment to another."""
    for name in (*PROGRAMS, "seconds", "data_sha256", "content_sha256"):
        value["manifest"].pop(name, None)
    return value


def _differences(before: Any, after: Any, path: str) -> Iterator[Difference]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            yield from _differences(
                before.get(key, ABSENT), after.get(key, ABSENT), f"{path}.{key}"
            )
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{path}.{number}")
    elif before != after:
        yield Difference(
            path=path.removeprefix("."),
            before=_shown(before),
            after=_shown(after),
            of=_kind_of(before, after),
        )


def _kind_of(before: Any, after: Any) -> DifferenceOf:
    """What a value is, or was: a whole list is told as such."""
    if {type(before), type(after)} & {list, dict} or ABSENT in (before, after):
        return "list"
    told = [value for value in (after, before) if value is not None]
    if any(isinstance(value, bool) for value in told):
        return "yes or no"
    if all(isinstance(value, str) for value in told):
        if any(DATE.fullmatch(value) for value in told):
            return "date"
        return "hash" if any(HASH.fullmatch(value) for value in told) else "text"
    return "number"


def _kinds_of(differences: Sequence[Difference]) -> Iterator[str]:
    """How many differences of each kind there are, and in which parts of the result."""
    found: dict[DifferenceOf, list[str]] = {}
    for one in differences:
        found.setdefault(one.of, []).append(one.path.partition(".")[0])
    told = (
        f"{len(where):,} {IN_WORDS[of][len(where) != 1]} in {', '.join(dict.fromkeys(where))}"
        for of, where in found.items()
    )
    if found:
        yield f"What differs: {'; '.join(told)}."


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} items"
    text = str(value)
    return text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."
