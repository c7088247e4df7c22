# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Redivisions (herindelingen): municipalities that are no more, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from models.places import Places
from models.record import Day, Name, Record


@dataclass(frozen=True, slots=True)
class Redivision:
    """A municipality that is no more.

    Attributes:
        code: that it had.
        name: likewise.
        on: the first day on which it is no more.
        into: codes of the municipalities that its area lies in since; several where it was split.
        joined: whether it was added to a municipality that there was already, under its code.
        rows: file and line of the table that says so.
    """

    code: str
    name: str
    on: date
    into: tuple[str, ...]
    joined: bool
    rows: tuple[str, ...]

    @property
    def split(self) -> bool:
        """Whether its area lies in several, so that none of its numbers has one place to go to."""
        return len(self.into) > 1

    def told(self, name: Callable[[str], str]) -> str:
        """What became of it: "Brielle (GM0501) is part of Voorne aan Zee (GM1992) since ..."."""
        became = [f"{name(code)} ({code})" for code in self.into]
        if not self.split:
            return f"{self.name} ({self.code}) is part of {became[0]} since {self.on}"
        *most, last = became
        return (
            f"{self.name} ({self.code}) was divided over {', '.join(most)} and {last} on {self.on}"
        )


class PlannedRedivision(Record):
    """A redivision to come, such as a bill: from a day one municipality is part of another."""

    on: Day = Field(description="the first day on which it is one, e.g. 2027-01-01")
    from_: Name = Field(alias="from", description="the municipality that is no more since")
    into: Name = Field(description="the one that its area is added to, under its own code")
    source: str = Field(
        min_length=1, max_length=500, description="the law or bill that says so, in your words"
    )


class RedividedResult(Record):
    """What a municipality has from a day on, with those that are added to it.

    All of it is added up from what the decision gives each of them: rights and obligations pass
    over as they are (Wet arhi 44(1)), and nothing is rounded or divided again.

    Attributes:
        code: of the municipality that there is since.
        on: the first day.
        parts: codes of the municipalities that it is made of, its own first.
        rest: None when the run is infeasible.
        decision: likewise.
        rows: the lines of the scenario that say so.
    """

    code: str
    name: str
    on: Day
    parts: tuple[str, ...]
    share: Places
    counted: Places
    rest: Places | None
    decision: Places | None
    rows: tuple[str, ...] = ()


def made_of(redivisions: Sequence[PlannedRedivision], code: str, on: date) -> tuple[str, ...]:
    """The codes of what a municipality is made of on a day, its own first."""
    found = [code]
    for part in found:  # it grows while it is gone through
        found += [one.from_ for one in redivisions if one.into == part and one.on <= on]
    return tuple(found)


def moments(redivisions: Sequence[PlannedRedivision]) -> list[tuple[date, str]]:
    """The days on which a municipality becomes larger, and its code, in order."""
    return sorted({(one.on, one.into) for one in redivisions})
