# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many clusters at once: in this process where they are few, else in processes of their own.

A process is started plainly rather than by `multiprocessing`, which would run the caller's own
script again. Questions and answers go through pipes between processes of one user.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import inf
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import FrameType
from typing import Any, BinaryIO, NamedTuple

from allocator.merging.planning.partition.groups import Cluster
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import (
    NOTHING_BEGUN,
    Begun,
    Best,
    best_plans,
)
from models.merging import MergingObjective

# Starting a process takes as long as a province does.
TASKS_WORTH_A_PROCESS = 150
ATTENTION_SECONDS = 0.02
# When time is up a process has so long to tell the best that it found.
GRACE_SECONDS = 5.0
SERVE = f"import sys; sys.path[:] = {{path!r}}; from {__name__} import serve; serve()"

Stopped = Callable[[], bool]


class Work(NamedTuple):
    """One cluster to be planned.

    Attributes:
        cluster: what is to be partitioned.
        objectives: in order.
        wanted: how many plans.
        dearest: plans that cost more are of no use; None: any is.
        seconds: when time is up.
        begun: what is known from similar questions.
    """

    cluster: Cluster
    objectives: tuple[MergingObjective, ...]
    wanted: int
    dearest: int | None
    seconds: float = inf
    begun: Begun = NOTHING_BEGUN

    def done(self, stopped: Stopped) -> Best:
        """The best plans of the cluster."""
        late = monotonic() + self.seconds
        return best_plans(
            self.cluster,
            goal_of(self.cluster, self.objectives),
            self.wanted,
            lambda: monotonic() > late or stopped(),
            self.dearest,
            begun=self.begun,
        )


def work_off(works: Sequence[Work], means: Means) -> list[Best]:
    """The best plans of each cluster, in the order asked; which process did what makes no odds."""
    if sum(len(one.cluster.tasks) for one in works) >= TASKS_WORTH_A_PROCESS:
        crew = min(means.processes, len(works), os.cpu_count() or 1)
        if crew > 1:
            return _shared(works, crew, means)
    found = []
    for number, one in enumerate(works, start=1):
        means.progress(f"merging tasks: part {number} of {len(works)}")
        seconds = means.left(others_wait=number < len(works))
        found.append(one._replace(seconds=seconds).done(means.stopped))
    return found


def _shared(works: Sequence[Work], crew: int, means: Means) -> list[Best]:
    """The same, the largest first, by several processes.

    What a process that broke down has not done is done here.
    """
    waiting: SimpleQueue[int] = SimpleQueue()
    for number in sorted(range(len(works)), key=lambda one: -len(works[one].cluster.tasks)):
        waiting.put(number)
    found: dict[int, Any] = {}
    workers: list[_Worker] = []
    try:
        workers += [_Worker(means) for _ in range(crew)]
        _attend(workers, works, waiting, found, means)
    finally:
        for worker in workers:
            worker.end()
    for answer in found.values():
        if isinstance(answer, Exception):
            raise answer
    return [
        found[number]
        if number in found
        else one._replace(seconds=means.left(others_wait=False)).done(means.stopped)
        for number, one in enumerate(works)
    ]


def _attend(
    workers: Sequence[_Worker],
    works: Sequence[Work],
    waiting: SimpleQueue[int],
    found: dict[int, Any],
    means: Means,
) -> None:
    """Wait until all works are done, and hurry when time is up."""
    threads = [
        Thread(target=worker.take, args=(works, waiting, found), daemon=True) for worker in workers
    ]
    for thread in threads:
        thread.start()
    end = None
    while any(thread.is_alive() for thread in threads):
        for thread in threads:
            thread.join(ATTENTION_SECONDS)
        means.progress(f"merging tasks: {len(found)} of {len(works)} parts done")
        if end is None and means.over():
            end = monotonic() + GRACE_SECONDS
            for worker in workers:
                worker.hurry()
        if end is not None and monotonic() > end:
            break


class _Worker:
    """A process that plans one cluster after another."""

    def __init__(self, means: Means) -> None:
        self._means = means
        with _interrupts_held():
            self._process = subprocess.Popen(
                [sys.executable, "-c", SERVE.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Ctrl-C in a terminal goes to every process of a group; this one is told by us.
                start_new_session=True,
            )

    def take(self, works: Sequence[Work], waiting: SimpleQueue[int], found: dict[int, Any]) -> None:
        """Have works done as long as any wait."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError, EOFError, ValueError, Empty, pickle.UnpicklingError):
            while True:
                number = waiting.get_nowait()
                seconds = self._means.left(others_wait=not waiting.empty())
                pickle.dump(works[number]._replace(seconds=seconds), process.stdin)
                process.stdin.flush()
                found[number] = pickle.load(process.stdout)
        self.end()

    def hurry(self) -> None:
        """Ask for the best found so far, of this work and of those that follow."""
        with suppress(OSError, ValueError):  # Windows knows no such signal: there time is up later
            self._process.send_signal(signal.SIGINT)

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold SIGINT back, also in a process that is started now: it takes it when it is ready."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve() -> None:
    """Do the works that come on stdin, until there are no more."""
    hurried: list[int] = []

    def hurry(number: int, frame: FrameType | None) -> None:
        hurried.append(number)

    signal.signal(signal.SIGINT, hurry)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    questions: BinaryIO = sys.stdin.buffer
    # What a solver prints must not stand between the answers.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        with suppress(EOFError):
            while True:
                work: Work = pickle.load(questions)
                try:
                    answer: Best | Exception = work.done(lambda: bool(hurried))
                except Exception as error:
                    answer = error
                pickle.dump(answer, answers)
                answers.flush()
