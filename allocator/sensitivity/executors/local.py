# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Processes of this machine: each opens the study once and writes what it finishes itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from types import ModuleType

from allocator.pipeline import Prepared
from allocator.sensitivity.executors.jobs import (
    MOST_TOGETHER,
    Job,
    Stopped,
    Told,
    solved,
    work_off,
    workers_die,
)
from allocator.sensitivity.store import Store, unwritable

MOST_BROKEN = 3


def on_this_machine(
    workers: int,
    base: Prepared,
    store: Store,
    jobs: Sequence[Job],
    told: Told,
    stopped: Stopped,
) -> None:
    """Do jobs in processes of this machine, and keep what is finished.

    Where a process dies (out of memory, or killed) the others go with it; new ones then do what is
    missing.

    Args:
        workers: processes.
        base: the scenario that they vary.
        store: where the results go.
        jobs: what there is to do.
        told: told of every finished run.
        stopped: whether somebody wants to stop.

    Raises:
        InputError: if results cannot be written, or processes keep dying.
    """
    broken = told_of = 0

    def noted(finished: int) -> None:
        nonlocal told_of
        told_of += finished
        told(finished)

    while jobs and not stopped():
        told_of = 0
        try:
            _in_processes(workers, base, store, jobs, noted, stopped)
            return
        except BrokenProcessPool:
            left = [job for job in jobs if not store.has(job.run)]
            told(len(jobs) - len(left) - told_of)
            broken = broken + 1 if len(left) == len(jobs) else 0
            if broken == MOST_BROKEN:
                raise workers_die("--workers", left[0]) from None
            # One of those that were out may be what they died of: the others go first.
            out = 2 * workers * MOST_TOGETHER
            jobs = [*left[out:], *left[:out]]
        except OSError as problem:
            raise unwritable(store.folder, problem) from problem


def _in_processes(
    workers: int,
    base: Prepared,
    store: Store,
    jobs: Sequence[Job],
    told: Told,
    stopped: Stopped,
) -> None:
    def take(finished: list[str]) -> list[str]:
        told(len(finished))
        return finished

    with _processes(base, store, workers) as pool:
        work_off(
            jobs,
            lambda together: _submitted(pool, together),
            take,
            lambda: 2 * workers,
            stopped,
        )


def _submitted(pool: ProcessPoolExecutor, jobs: list[Job]) -> Future[list[str]]:
    """Hand jobs to a worker, which may be started by this.

    A new process runs the calling script once more, in case it needs its functions. A worker needs
    none of them, and a script that asks for a study would ask again: the script is hidden from it.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        return pool.submit(_kept, jobs)
    finally:
        sys.modules["__main__"] = script


@contextmanager
def _processes(base: Prepared, store: Store, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes, gone at the end whatever they are at: what they finish is written whole."""
    # A forked process would inherit threads and locks of solvers in whatever state they are.
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, _begin, (base, store.folder))
    try:
        yield pool
    finally:
        # Its own processes and nobody else's; the pool has no word for this before Python 3.14.
        own = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in own:
            process.kill()
            process.join()


class _Worker:
    """What a worker process holds; there is one for each."""

    base: Prepared
    store: Store


def _begin(base: Prepared, folder: Path) -> None:
    """Prepare a worker process: it leaves Ctrl-C to the program, and ends when that does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_program, daemon=True).start()
    _Worker.base, _Worker.store = base, Store(folder)


def _end_with_program() -> None:
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(1)


def _kept(jobs: list[Job]) -> list[str]:
    """Do jobs and keep what comes of them, unless another program has meanwhile."""
    store = _Worker.store
    there = [job.run for job in jobs if store.has(job.run)]
    left = [job for job in jobs if job.run not in there]
    for run, rows in solved(_Worker.base, left):
        store.put(run, rows)
        there.append(run)
    return there
