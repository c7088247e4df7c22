# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The line of an area through time: its task, what it has on each day, and what is missing."""

from __future__ import annotations

from typing import Literal

from models.cycle import OtherTask
from models.division import Whole
from models.places import Places
from models.record import Day, Record

Level = Literal["province", "region", "municipality"]
Part = Literal["total", "amv"]
"""What a gap is a gap of: all places, or the amv places among them."""
PARTS: tuple[Part, ...] = ("total", "amv")


class Series(Record):
    """What is available on each of the days; below zero where more is given away than is there."""

    total: tuple[int, ...]
    regular: tuple[int, ...]
    amv: tuple[int, ...]

    def of(self, part: Part) -> tuple[int, ...]:
        """All places, or the amv places."""
        return self.amv if part == "amv" else self.total


class Gaps(Record):
    """What is missing to the task that binds on each of the days, never below zero.

    None on a day on which no task binds that is known: nobody can be short of it.
    """

    total: tuple[int | None, ...]
    amv: tuple[int | None, ...]

    def of(self, part: Part) -> tuple[int | None, ...]:
        """Of all places, or of the amv places."""
        return self.amv if part == "amv" else self.total


class LargestGap(Record):
    """The largest gap and the first day that has it; no day where nothing is ever missing."""

    places: Whole
    on: Day | None


class Shortness(Record):
    """When and how far an area is short.

    Attributes:
        short_from: the first day on which it is; None where it never is.
        largest: the largest gap.
        overdue_from: of a municipality, the first day on which it is though its places have to be
            there by then (Act 7(1)(a)); None where it never is.
    """

    short_from: Day | None
    largest: LargestGap
    overdue_from: Day | None = None


class Drop(Record):
    """A day on which fewer places are available than on the one before: how many fewer."""

    on: Day
    total: int
    amv: int


class Term(Record):
    """A contract in a sum: its number, and its places, below zero where they are given away."""

    contract: Whole
    places: int


class TaskedArea(Record):
    """An area with its task.

    Attributes:
        province: code of the province it lies in (or is).
        region: code of the region it lies in (or is); empty of a province.
        task: the task of a province, of a region, or the share of a municipality.
        task_status: `published`, `computed`, `derived` or `estimated`.
        task_row: file and line; empty of a share, and of a region whose task is the sum of shares.
        other_tasks: its tasks in other ramingen, as far as they are known.
        ready_by: of a municipality, the day on which the places of its task have to be there: its
            longer term, or that of all (Act 7(1)(a)); None where no day is known.
    """

    level: Level
    code: str
    name: str
    province: str
    region: str
    task: Places
    task_status: str
    task_row: str = ""
    other_tasks: tuple[OtherTask, ...] = ()
    ready_by: Day | None = None

    def task_of(self, part: Part) -> int:
        """The task in all places, or in amv places."""
        return self.task.amv if part == "amv" else self.task.total

    def task_in(self, raming: str, part: Part) -> int | None:
        """The task in another raming; None where it is not known."""
        for one in self.other_tasks:
            if one.raming == raming:
                return one.amv if part == "amv" else one.total
        return None


class AreaNotKnown(TaskedArea):
    """An area of which nobody can tell what is available on which day, so neither what is missing.

    Attributes:
        because: `no-report`: the report of its province is asked and not known; `no-window`: it is
            known how many places that reports, and not from when until when.
    """

    because: Literal["no-report", "no-window"]


class AreaLine(TaskedArea):
    """One area through time.

    Attributes:
        drops: when fewer places are available than before.
        made_of: for one day: the contracts that the sum is made of; of a region its pledges.
    """

    available: Series
    gap: Gaps
    total: Shortness
    amv: Shortness
    drops: tuple[Drop, ...]
    made_of: tuple[Term, ...] = ()

    def shortness(self, part: Part) -> Shortness:
        """Of all places, or of the amv places."""
        return self.amv if part == "amv" else self.total


class RedividedLine(Record):
    """What a municipality has on the days from a redivision on, with those that are added to it.

    Attributes:
        code: of the municipality that there is since.
        on: the first day.
        parts: codes of the municipalities that it is made of, its own first.
        days: those of the timeline from then on.
        available: what the parts have together on each of them.
        task: what binds them together on each of them; None where a task of one is not known.
        gap: what is missing to it.
    """

    code: str
    name: str
    on: Day
    parts: tuple[str, ...]
    days: tuple[Day, ...]
    available: Series
    task: Gaps
    gap: Gaps
