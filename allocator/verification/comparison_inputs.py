# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a comparison: what changed in the inputs is what stands in the runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from allocator.verification.checks.registry import Finding, same
from allocator.verification.facts import Facts
from models.comparison import ComparisonResult
from models.result import RunResult
from models.scenario import Limits

LIMITS = (["distribution", "limits"], ["distribution", "region_limits"])


def tell_settings(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """A setting that is told stands so in its run; a run of which none is told asks the same."""
    for one in comparison.settings:
        for value, run in zip(one.values, runs, strict=True):
            name, stands = f"tell_settings[{one.path}]", _standing(run, one.path)
            yield same(name, value.where, run.scenario.line(one.path), "where it stands")
            if value.there:
                yield same(name, [value.value], stands, "the setting")
            else:
                yield same(name, stands, [], "no such setting")
    for number, run in enumerate(runs):
        told = any(
            (one.values[number].value, one.values[number].there)
            != (one.values[0].value, one.values[0].there)
            for one in comparison.settings
        )
        yield same("tell_settings", told, asks_of(run) != asks_of(runs[0]), "the settings differ")


def _standing(run: RunResult, path: str) -> list[Any]:
    """What stands at a path, as a list of one; nothing where nothing does."""
    value: Any = run.scenario.settings
    keys = path.split(".")
    for depth, key in enumerate(keys):
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict) and key in value:
            value = value[key]
        elif keys[:depth] in LIMITS:
            # Who has no limits of its own: at least nothing, at most anything.
            value = Limits().model_dump(mode="json")
        else:
            return []
    return [value]


def asks_of(run: RunResult) -> dict[str, Any]:
    """The settings without what they are called, and without limits that limit nothing."""
    settings = Facts(run).settings.model_dump(mode="json")
    nothing = Limits().model_dump(mode="json")
    for which in ("limits", "region_limits"):
        limits = settings["distribution"][which]
        settings["distribution"][which] = {
            code: one for code, one in limits.items() if one != nothing
        }
    return {name: value for name, value in settings.items() if name not in ("name", "title")}


def tell_tables(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """A table that is told was read with that sha256; a run of which none is told read the same."""
    read = [
        {one.name: one.sha256 for one in run.manifest.inputs if one.role != "scenario"}
        for run in runs
    ]
    for one in comparison.tables:
        for digest, tables in zip(one.sha256, read, strict=True):
            name = f"tell_tables[{one.name}]"
            stands = tables.get(one.name, digest if digest in tables.values() else None)
            yield same(name, digest, stands, "the sha256")
    for number in range(len(runs)):
        told = any(one.sha256[number] != one.sha256[0] for one in comparison.tables)
        differ = tables_of(runs[number]) != tables_of(runs[0])
        yield same("tell_tables", told, differ, "the tables differ")


def tables_of(run: RunResult) -> set[str]:
    """The sha256 of every table that a run has read; by whatever name."""
    return {one.sha256 for one in run.manifest.inputs if one.role != "scenario"}


def tell_tasks(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """Told is every task that some run has otherwise than the first, and no other."""
    tasks = [{one.code: one.task for one in run.provinces} for run in runs]
    for number, run in enumerate(runs):
        for one in comparison.tasks:
            found, name = one.figures[number], f"tell_tasks[{one.code}]"
            yield same(name, found.task, tasks[number].get(one.code), "the task")
            yield same(name, found.raming, run.raming, "the raming")
    codes = {code for those in tasks for code in those}
    differ = [
        code for code in codes if any(those.get(code) != tasks[0].get(code) for those in tasks)
    ]
    told = [one.code for one in comparison.tasks]
    yield same("tell_tasks", sorted(told), sorted(differ), "tasks that differ")
