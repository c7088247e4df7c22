# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A Dask cluster that is running already: its workers do the runs, this program keeps them.

The workers need no folder in common with this program, only the same version of the allocator.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.metadata import version
from typing import Any

from allocator.extras import need
from allocator.pipeline import Prepared
from allocator.sensitivity.executors.jobs import Job, Stopped, Told, solved, work_off, workers_die
from allocator.sensitivity.outcome import Row
from allocator.sensitivity.store import Store, unwritable
from models.fault import Fault, InputError, Place

SECONDS_TO_CONNECT = 5
LOGGERS = ("distributed", "tornado", "asyncio")
LOST = ("CancelledError", "CommClosedError", "FutureCancelledError")


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A cluster that has workers, all with this version of the allocator.

    Args:
        address: of the scheduler, such as tcp://127.0.0.1:8786.

    Raises:
        InputError: if there is no such cluster, if it has no workers or another version.
    """
    need("cluster")
    with _in_silence():
        client = _client(address)
        try:
            with _told_where_lost(client):
                _refuse_other_versions(client, address)
            yield client
        finally:
            with suppress(Exception):  # whatever it is at, nothing of it is needed any more
                client.close(timeout=1)


def on_cluster(
    client: Any,
    base: Prepared,
    store: Store,
    jobs: Sequence[Job],
    told: Told,
    stopped: Stopped,
) -> None:
    """Do jobs on a cluster, and keep what comes back.

    A worker that dies loses what it was at; the scheduler gives it to another.

    Args:
        client: of the cluster, from `connected`.
        base: the scenario that they vary.
        store: where the results go.
        jobs: what there is to do.
        told: told of every finished run.
        stopped: whether somebody wants to stop.

    Raises:
        InputError: if the cluster goes away, or if results cannot be written.
    """

    def take(finished: list[tuple[str, list[Row]]]) -> list[str]:
        for run, rows in finished:
            store.put(run, rows)
        told(len(finished))
        return [run for run, _ in finished]

    try:
        work_off(
            jobs,
            lambda together: client.submit(_solved, base, together, pure=False),
            take,
            lambda: 2 * max(1, sum(client.nthreads().values())),
            lambda: stopped() or _refuse_if_gone(client),
        )
    except Exception as problem:
        raise _told(problem, client, store, jobs) from problem


def _told(problem: Exception, client: Any, store: Store, jobs: Sequence[Job]) -> Exception:
    """What went wrong, in the reader's words, where it is not the program's fault.

    Dask's own exceptions are told by name: its modules are not loaded without a cluster.
    """
    name = type(problem).__name__
    if name == "KilledWorker":
        return workers_die("--cluster", jobs[0])
    if client.status != "running" or name in LOST:
        return _gone(client)
    return unwritable(store.folder, problem) if isinstance(problem, OSError) else problem


def _solved(base: Prepared, jobs: list[Job]) -> list[tuple[str, list[Row]]]:
    return list(solved(base, jobs))


@contextmanager
def _in_silence() -> Iterator[None]:
    """Keep the libraries from writing what goes wrong: it is said here, in one sentence."""
    import_module("distributed")  # makes its loggers
    loud = [
        logger
        for name, logger in logging.root.manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
        and not logger.disabled
        and name.partition(".")[0] in LOGGERS
    ]
    for logger in loud:
        logger.disabled = True
    try:
        yield
    finally:
        for logger in loud:
            logger.disabled = False


@contextmanager
def _told_where_lost(client: Any) -> Iterator[None]:
    """Tell of a scheduler that goes away before it has answered the first question."""
    try:
        yield
    except Exception as problem:
        if client.status != "running" or type(problem).__name__ in LOST:
            raise _gone(client) from problem
        raise


def _client(address: str) -> Any:
    from distributed import Client

    try:
        return Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, RuntimeError) as problem:
        raise _fault(
            "no-cluster",
            address,
            f"no scheduler answers within {SECONDS_TO_CONNECT} seconds",
            "Start one (`dask scheduler`), or leave --cluster out; nothing was written.",
        ) from problem


def _refuse_other_versions(client: Any, address: str) -> None:
    ours, theirs = _ours(), client.run(_version)
    if not theirs:
        raise _fault(
            "no-workers",
            address,
            "the cluster has no workers",
            f"Start some: `dask worker {address}`; nothing was written.",
        )
    for worker, one in sorted(theirs.items()):
        if one != ours:
            raise _fault(
                "other-version",
                address,
                f"the worker {worker} has {f'allocator {one}' if one else 'no allocator'}, this "
                f"is {ours}",
                "Install the same version everywhere; nothing was written.",
            )


def _ours() -> str:
    return version("allocator")


def _version() -> str | None:
    try:
        return version("allocator")
    except ModuleNotFoundError:
        return None


def _refuse_if_gone(client: Any) -> bool:
    if client.status == "running":
        return False
    raise _gone(client)


def _gone(client: Any) -> InputError:
    return _fault(
        "cluster-gone",
        client.scheduler.address if client.scheduler else "",
        "the scheduler does not answer any more",
        "What is finished stays; start it again, and the same command goes on.",
    )


def _fault(code: str, address: str, what: str, remedy: str) -> InputError:
    return InputError([Fault(code, what, Place(f"--cluster {address}"), remedy)])
