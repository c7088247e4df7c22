# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cycle of the Act: its steps, the days on which a task binds, and longer terms."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from models.raming import FigureStatus, OwnTask
from models.record import Day, Name, Record

Step = Literal["raming", "report", "decision", "ready", "binding", "binding_by_report", "grant"]
BindsBy = Literal["decision", "report", "scenario"]
"""What says on which days a task binds: the decision of Act 5(1), the reading of the provincial
report of October 2024, or the scenario itself (`cycle`)."""


class Term(Record):
    """A longer term for places than the six months of Act 7(1)(a), as a decision may give it."""

    until: Day = Field(description="the last day of the term: on it the places have to be there")
    source: Name = Field(description="where that stands: the decision, a letter")


class TasksOfRaming(Record):
    """Tasks of another raming than that of the scenario, for the years that it binds."""

    provinces: dict[str, OwnTask] = Field(
        default_factory=dict, description="by province; one left out has its published task"
    )
    municipalities: dict[str, OwnTask] = Field(
        default_factory=dict, description="by municipality; one left out has no task then"
    )


class CycleStep(Record):
    """One step of a cycle, with what says so.

    Attributes:
        raming: the version with which the cycle begins.
        from_: the day of it, or the last day on which it may be; of `binding` the first day; of
            `ready` the day on which the places have to be there.
        until: of `binding` the last day.
        article: of the Act; empty of a reading that no article bears out.
        source: id of a text in `sources.csv`.
        status: `published`, or `derived` from the article where the day is not known.
        note: on the day.
        row: file and line.
    """

    raming: str
    step: Step
    from_: Day = Field(alias="from")
    until: Day | None = None
    article: str
    source: str
    status: FigureStatus
    note: str = ""
    row: str = ""


class Binding(Record):
    """The days on which the task of one raming binds.

    Attributes:
        own: whether it is the raming of the scenario.
        by: what says so.
        decided: day of the decision, or the last day on which it may be taken; None where no
            decision is known.
        ready_by: the day on which the places have to be there (Act 7(1)(a)), but for longer terms.
        article: as in the table; empty of a reading, and of what the scenario says.
        status: `derived` where the decision is not known yet.
        row: file and line, or the line of the scenario.
    """

    raming: str
    from_: Day = Field(alias="from")
    until: Day
    own: bool
    by: BindsBy
    decided: Day | None = None
    ready_by: Day | None = None
    article: str = ""
    source: str = ""
    status: FigureStatus = "published"
    row: str = ""

    def covers(self, day: date) -> bool:
        """Whether the task binds on a day."""
        return self.from_ <= day <= self.until


class OtherTask(Record):
    """The task of an area in another raming than that of the scenario.

    Attributes:
        amv: amv places of it; None where those are not published.
        given: whether the scenario gives it; else it is the published one.
        row: file and line.
    """

    raming: str
    total: int = Field(ge=0)
    amv: int | None = Field(default=None, ge=0)
    given: bool = False
    row: str = ""
