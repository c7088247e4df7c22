# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What planning may take: time, processes, and whether somebody wants to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from time import monotonic


@dataclass(frozen=True)
class Means:
    """What planning may take.

    Attributes:
        seconds: for each question.
        processes: how many at a time.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.
        late: when time is up for the question at hand.
    """

    seconds: float = 60.0
    processes: int = 1
    progress: Callable[[str], None] = lambda message: None
    stopped: Callable[[], bool] = lambda: False
    late: float = inf

    def begun(self) -> Means:
        """The means of a question that is asked now."""
        return replace(self, late=monotonic() + self.seconds)

    def over(self) -> bool:
        """Whether to come to an end: time is up, or somebody wants to stop."""
        return monotonic() > self.late or self.stopped()

    def left(self, *, others_wait: bool) -> float:
        """The seconds that one cluster may take: half of what is left while others wait for it."""
        seconds = max(0.0, self.late - monotonic())
        return seconds / 2 if others_wait else seconds
