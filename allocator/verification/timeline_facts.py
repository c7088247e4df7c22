# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A timeline as the checks look at it: with its settings read back, once."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from models.area_line import AreaLine, AreaNotKnown
from models.contract import Contract
from models.scenario import Scenario
from models.timeline import TimelineAnswer


class TimelineFacts:
    """What a timeline says, ready to be looked up."""

    def __init__(self, answer: TimelineAnswer) -> None:
        """Take an answer as it is: it may have been altered, and make no sense."""
        self.answer = answer

    @cached_property
    def settings(self) -> Scenario:
        """The settings that were in force."""
        return Scenario.model_validate(self.answer.settings)

    @cached_property
    def areas(self) -> tuple[AreaLine | AreaNotKnown, ...]:
        """Every area, those that are in no line too."""
        return (*self.answer.lines, *self.answer.not_known)


def covers(one: Contract, day: date) -> bool:
    """Whether a contract holds on a day."""
    return (one.from_ or date.min) <= day <= (one.until or date.max)
