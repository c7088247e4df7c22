# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Jobs: handed out a few at a time, taken back when they are done, given up when somebody stops."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from time import monotonic, sleep
from typing import Any, NamedTuple, Protocol

from allocator.pipeline import Prepared
from allocator.sensitivity.outcome import Row, outcome
from allocator.sensitivity.store import Store
from models.fault import Fault, InputError, Place

# So many runs are handed out together at most, and handed back when so much time has passed: short
# runs do not wait for messages, long ones are kept and told as they come.
MOST_TOGETHER = 16
SECONDS_TOGETHER = 0.5
SECONDS_BETWEEN_LOOKS = 0.01


class Job(NamedTuple):
    """A run that is to be done.

    Attributes:
        run: its name.
        overrides: what it makes of the base.
    """

    run: str
    overrides: tuple[str, ...]


Told = Callable[[int], None]
"""Told how many runs were finished since the last time."""

Stopped = Callable[[], bool]
"""Whether somebody wants to stop."""


Executor = Callable[[Prepared, Store, Sequence[Job], Told, Stopped], None]
"""Does jobs over a base and keeps what is finished."""


class Promise(Protocol):
    """What is asked of a worker: whether it is done, and what came of it."""

    def done(self) -> bool:
        """Whether it is."""

    def result(self) -> Any:
        """What came of it; raises what was raised."""


def solved(base: Prepared, jobs: Sequence[Job]) -> Iterator[tuple[str, list[Row]]]:
    """Do jobs in order until some time has passed, at least the first."""
    until = monotonic() + SECONDS_TOGETHER
    for job in jobs:
        yield job.run, outcome(base, job.overrides)
        if monotonic() > until:
            return


def work_off(
    jobs: Sequence[Job],
    submit: Callable[[list[Job]], Promise],
    take: Callable[[Any], Sequence[str]],
    slots: Callable[[], int],
    stopped: Stopped,
) -> None:
    """Keep every worker busy until all jobs are done, or somebody stops.

    Args:
        jobs: what there is to do.
        submit: hands some of them to a worker.
        take: takes what came of them, and says which runs are finished.
        slots: how many may be handed out at a time.
        stopped: whether somebody wants to stop.
    """
    queue, running = deque(jobs), dict[Promise, list[Job]]()
    while (queue or running) and not stopped():
        while queue and len(running) < slots():
            together = [queue.popleft() for _ in range(_together(len(queue), slots()))]
            running[submit(together)] = together
        done = [promise for promise in running if promise.done()]
        for promise in done:
            together = running.pop(promise)
            finished = set(take(promise.result()))
            queue.extendleft(job for job in reversed(together) if job.run not in finished)
        if not done:
            sleep(SECONDS_BETWEEN_LOOKS)


def _together(left: int, slots: int) -> int:
    """How many jobs are handed out together: never what another worker would have to wait for."""
    return min(MOST_TOGETHER, -(-left // max(slots, 1)))


def workers_die(option: str, job: Job) -> InputError:
    """What is said where every worker that takes a job dies.

    Args:
        option: that says who the workers are.
        job: one that was never finished.
    """
    shown = " ".join(f"--set {one}" for one in job.overrides)
    return InputError(
        [
            Fault(
                code="workers-die",
                what="workers died time and again without finishing a run",
                where=Place(option),
                remedy="Take fewer workers, or see what one run does: allocator run with "
                f"{shown or 'the base as it is'}.",
                why="They may need more memory than there is.",
            )
        ]
    )
