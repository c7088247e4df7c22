# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Redivisions (herindelingen): municipalities that are no more, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


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
