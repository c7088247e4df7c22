# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed in the inputs: the settings in force, the tables, and the figures of the ramingen.

Scenarios are compared, not files: two files that say the same in another order or with other names
of the same municipality do not differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.changed_inputs import (
    SettingDifference,
    SettingValue,
    TableDifference,
    TaskDifference,
    TaskFigure,
)
from models.places import Places
from models.problem import InputFile
from models.result import ProvinceResult, RunResult
from models.scenario import Limits

# What a scenario is called asks nothing.
NAMES = frozenset({"name", "title"})
# Places are told by kind; their total follows.
PLACES = frozenset({"regular", "amv", "total"})
# Who has no limits of its own has these.
LIMITS = frozenset({"distribution.limits", "distribution.region_limits"})
WITHOUT_LIMITS = Limits().model_dump(mode="json")

# What stands nowhere.
NOTHING = object()


def settings_that_differ(results: Sequence[RunResult]) -> tuple[SettingDifference, ...]:
    """Every line of the scenarios that is not the same in all runs, in the order of a scenario."""
    asked = [
        {name: value for name, value in result.scenario.settings.items() if name not in NAMES}
        for result in results
    ]
    return tuple(_difference(path, values, results) for path, values in _differing("", asked))


def _differing(path: str, values: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
    """The lines at and under a path that differ, with what each run has there.

    Mappings are gone into, and lists of them; what only some have is one line.
    """
    if all(value == values[0] for value in values):
        return
    if all(isinstance(value, dict) for value in values):
        otherwise = WITHOUT_LIMITS if path in LIMITS else NOTHING
        keys = dict.fromkeys(key for value in values for key in value)
        if keys.keys() == PLACES:
            keys.pop("total")
        for key in keys:
            inner = [value.get(key, otherwise) for value in values]
            yield from _differing(f"{path}.{key}" if path else key, inner)
    elif all(isinstance(value, list) and value and isinstance(value[0], dict) for value in values):
        for index in range(max(map(len, values))):
            inner = [value[index] if index < len(value) else NOTHING for value in values]
            yield from _differing(f"{path}.{index}", inner)
    else:
        yield path, values


def _difference(
    path: str, values: Sequence[Any], results: Sequence[RunResult]
) -> SettingDifference:
    return SettingDifference(
        path=path,
        values=tuple(
            SettingValue(
                value=None if value is NOTHING else value,
                there=value is not NOTHING,
                where=result.scenario.line(path),
            )
            for value, result in zip(values, results, strict=True)
        ),
    )


def tables_that_differ(results: Sequence[RunResult]) -> tuple[TableDifference, ...]:
    """Every input table whose bytes are not the same in all runs.

    The scenario files themselves are no tables. A copy under another name is the same table.
    """
    read = [_tables(result) for result in results]
    files = {name: one for tables in reversed(read) for name, one in tables.items()}
    found: dict[tuple[str | None, ...], TableDifference] = {}
    for name in sorted(files):
        here = {tables[name].sha256 for tables in read if name in tables}
        digests = tuple(_digest(name, here, tables) for tables in read)
        if len(set(digests)) > 1:
            found.setdefault(
                digests, TableDifference(name=name, role=files[name].role, sha256=digests)
            )
    return tuple(found.values())


def _tables(result: RunResult) -> dict[str, InputFile]:
    return {one.name: one for one in result.manifest.inputs if one.role != "scenario"}


def _digest(name: str, here: set[str], tables: Mapping[str, InputFile]) -> str | None:
    """The sha256 of a table in one run, be it of a copy; None where it read no such table."""
    if name in tables:
        return tables[name].sha256
    copies = here & {one.sha256 for one in tables.values()}
    return min(copies, default=None)


def tasks_that_differ(results: Sequence[RunResult]) -> tuple[TaskDifference, ...]:
    """The task of every province of which the runs do not have the same."""
    runs = [{one.code: one for one in result.provinces} for result in results]
    names = {code: one.name for run in reversed(runs) for code, one in run.items()}
    found = []
    for code in sorted(names):
        figures = tuple(
            _task(result, run.get(code)) for result, run in zip(results, runs, strict=True)
        )
        tasks: list[Places | None] = [one.task for one in figures]
        if any(task != tasks[0] for task in tasks):
            found.append(TaskDifference(code=code, name=names[code], figures=figures))
    return tuple(found)


def _task(result: RunResult, province: ProvinceResult | None) -> TaskFigure:
    if province is None:
        return TaskFigure(raming=result.raming, task=None, status=None, rows=())
    areas = [area for area in result.areas if area.province == province.code]
    rows = dict.fromkeys(row for area in areas for row in (area.row, area.amv_row) if row)
    return TaskFigure(
        raming=result.raming,
        task=province.task,
        status=province.task_status,
        rows=tuple(rows),
    )
