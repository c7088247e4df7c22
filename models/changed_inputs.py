# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed in the inputs of compared runs: settings, tables, and tasks of the ramingen."""

from __future__ import annotations

from pydantic import JsonValue

from models.places import Places
from models.problem import Role
from models.raming import TaskStatus
from models.record import Record


class SettingValue(Record):
    """A setting of one run.

    Attributes:
        value: as in force, names as codes.
        there: False where the run has no such line at all, as in a list with fewer items.
        where: file, line and column, or the option; empty where nobody wrote it: a default.
    """

    value: JsonValue
    there: bool
    where: str


class SettingDifference(Record):
    """A line of the scenarios that is not the same in all runs, by its dotted path."""

    path: str
    values: tuple[SettingValue, ...]


class TableDifference(Record):
    """An input table that is not the same in all runs: per run its sha256, None if not read."""

    name: str
    role: Role
    sha256: tuple[str | None, ...]


class TaskFigure(Record):
    """The task of a province in one run.

    Attributes:
        task: None where the run does not have the province.
        rows: file and line that it was read from.
    """

    raming: str
    task: Places | None
    status: TaskStatus | None
    rows: tuple[str, ...]


class TaskDifference(Record):
    """The task of a province, where the runs do not have the same."""

    code: str
    name: str
    figures: tuple[TaskFigure, ...]
