# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sensitivity: thousands of what-ifs that survive a crash.

gather     a study, its base open, and every point of its design
store      one file for each finished run
executors  who does what is missing: processes here, or a cluster
summary    what the runs say
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from allocator.extras import need
from allocator.file_names import beside_devices
from allocator.interruption import heeding_interrupts
from allocator.loading import reference
from allocator.reporting import render_study
from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.executors import Executor, Job, on_this_machine
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.query import Found, as_cells, as_frame
from allocator.sensitivity.query import query as ask
from allocator.sensitivity.store import Store
from allocator.sensitivity.summary import counts, summary
from models.fault import InputError
from models.sensitivity import StudyAnswer

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Progress", "answer", "query", "run_study"]

Progress = Callable[[int, int], None]
"""Told how many runs are finished, of how many."""


def in_silence(finished: int, runs: int) -> None:
    """Tell nobody."""


def run_study(
    study: str | Path,
    out: str | Path | None = None,
    workers: int | None = None,
    cluster: str | None = None,
    progress: Progress = in_silence,
    *,
    any_number: bool = False,
) -> StudyAnswer:
    """Run what is missing of a study, and say what its runs say.

    Ctrl-C stops within two seconds and tells how many runs are finished; they stay, and the same
    call does the rest.

    Args:
        study: a packaged study (`intended-places`), or a path.
        out: the folder of the results; by default the name of the study with `.results`, here.
        workers: processes on this machine; by default one for each core.
        cluster: the address of a Dask scheduler that does the runs instead.
        progress: told of every finished run.
        any_number: whether more than a million runs are meant.

    Raises:
        InputError: if the study, the folder or the cluster is wrong; what is finished stays.
        KeyboardInterrupt: if Ctrl-C comes before any run is finished, or twice.
    """
    need("sensitivity")
    ensemble = gather(study, any_number=any_number)
    with _executor(cluster, workers) as execute:
        return _conducted(ensemble, out, execute, progress)


def _conducted(
    ensemble: Ensemble, out: str | Path | None, execute: Executor, progress: Progress
) -> StudyAnswer:
    """Do what is missing of a study, and say what its runs say."""
    store = Store(Path(out) if out is not None else _folder_of(ensemble.study.name))
    store.begin(ensemble.identity(), ensemble.table())
    jobs = _missing(ensemble, store)
    runs = len({point.run for point in ensemble.points})
    finished = runs - len(jobs)
    progress(finished, runs)

    def told(more: int) -> None:
        nonlocal finished
        finished += more
        progress(finished, runs)

    with heeding_interrupts() as stopped:
        if jobs:
            execute(ensemble.base, store, jobs, told, stopped)
        if stopped():
            # Workers keep what they finish at once, and tell of it a little later.
            there = runs - len(store.missing(point.run for point in ensemble.points))
            if not there:
                raise KeyboardInterrupt
            return counts(ensemble, store, there)
    found = summary(ensemble, store, reference().territory)
    # A folder may be moved, and the same study says the same wherever it lies.
    # It is for reports: a disk that is full now is no reason to lose what was found.
    with suppress(InputError):
        store.keep(render_study(found.model_copy(update={"folder": ""}), "json"))
    return found


def _folder_of(name: str) -> Path:
    """The folder of a study here, whatever letters its name has."""
    plain = re.sub(r"[^\w.-]+", "-", name).strip(".-") or "study"
    return Path(f"{beside_devices(plain, 'study')}.results")


@contextmanager
def _executor(cluster: str | None, workers: int | None) -> Iterator[Executor]:
    """Who does the runs; a cluster that is not there is said before anything is written."""
    if cluster is None:
        yield partial(on_this_machine, workers or os.cpu_count() or 1)
        return
    from allocator.sensitivity.executors.cluster import connected, on_cluster

    with connected(cluster) as client:
        yield partial(on_cluster, client)


def query(folder: str | Path, sql: str) -> pd.DataFrame:
    """Ask the results of a study by SQL; a pandas DataFrame.

    Whole numbers are `int64`, true and false `bool`, averages `float64`; where cells are empty
    `Int64` and `boolean`. `docs/how-to/run-a-study.md` has the tables and examples.

    Args:
        folder: of the results.
        sql: one SELECT.

    Raises:
        InputError: if there are no results, or if the query is none.
    """
    return as_frame(ask(_results(folder), sql, reference().territory))


def answer(folder: str | Path, sql: str) -> Found:
    """The same as plain rows.

    Raises:
        InputError: as for `query`.
    """
    return as_cells(ask(_results(folder), sql, reference().territory))


def _results(folder: str | Path) -> Store:
    """The results in a folder, or in the one that a study of that name makes here."""
    need("sensitivity")
    named, results = Path(folder), _folder_of(Path(folder).stem)
    return Store(results if results.is_dir() and not named.is_dir() else named)


def _missing(ensemble: Ensemble, store: Store) -> list[Job]:
    """The runs that are not finished; another program on the same folder begins elsewhere."""
    overrides = {point.run: point.overrides for point in ensemble.points}
    missing = [Job(run, overrides[run]) for run in store.missing(overrides)]
    if not missing:
        return []
    first = int.from_bytes(os.urandom(8)) % len(missing)
    return [*missing[first:], *missing[:first]]
