# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A Dask cluster over TCP on this machine: one scheduler, two workers, one of which is killed."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from allocator.sensitivity import answer, run_study
from allocator.sensitivity.executors import Job, cluster
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.store import Store
from models.fault import InputError
from tests.sensitivity.small import study
from tests.sensitivity.test_store import hashes

ROOT = Path(__file__).parents[2]
MANY = (
    "  - {name: site, line: merging.minimum_site.amv, range: {from: 10, until: 29}}\n"
    "  - {name: reach, line: merging.max_distance_km, values: [15, 25]}\n"
)
RUNS = 40


@contextmanager
def dask(*words):
    """A program of Dask, ended at the end."""
    program = subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()


@pytest.fixture
def scheduler(tmp_path):
    """A scheduler without workers: its address."""
    file = tmp_path / "scheduler.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter")
    with dask("scheduler", *where, "--scheduler-file", str(file)):
        yield address_in(file)


def address_in(file):
    """The address that a scheduler writes down once it listens."""
    ends = monotonic() + 60
    while monotonic() < ends:
        with suppress(OSError, ValueError, KeyError):  # not there yet, or not whole
            return json.loads(file.read_text("utf-8"))["address"]
        sleep(0.05)
    raise AssertionError("the scheduler does not start")


@contextmanager
def worker(address):
    """A worker with one thread, which dies for good when it is killed."""
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    with dask("worker", address, *options) as program:
        yield program


def until_workers(address, count):
    from distributed import Client

    with Client(address, timeout=30, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


def finished(folder):
    return len(list(folder.glob("runs/*/*.parquet")))


def test_a_cluster_gives_every_result_once_though_a_worker_is_killed(scheduler, tmp_path):
    path = study(tmp_path, MANY)
    with worker(scheduler) as first, worker(scheduler):
        until_workers(scheduler, 2)
        killed = []

        def told(done, of):
            if done >= 2 and not killed:
                killed.append(done)
                first.kill()

        found = run_study(path, tmp_path / "cluster", cluster=scheduler, progress=told)
    assert killed
    assert killed[0] < RUNS
    assert (found.runs, found.finished) == (RUNS, RUNS)
    assert finished(tmp_path / "cluster") == RUNS
    (rows,) = answer(
        tmp_path / "cluster", "SELECT count(*), count(DISTINCT (run, code, kind)) FROM results"
    ).rows
    assert rows[0] == rows[1]
    run_study(path, tmp_path / "here", workers=2)
    assert hashes(tmp_path / "cluster") == hashes(tmp_path / "here")


def test_a_cluster_without_workers_is_said_before_anything_is_written(scheduler, tmp_path):
    with pytest.raises(InputError) as caught:
        run_study(study(tmp_path), tmp_path / "out", cluster=scheduler)
    assert [fault.code for fault in caught.value.faults] == ["no-workers"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:{closed}", "127.0.0.1", "nonsense://x", "tcp://"]
)
def test_a_cluster_that_does_not_answer_is_said_before_anything_is_written(address, tmp_path):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        closed = one.getsockname()[1]
    with pytest.raises(InputError) as caught:
        run_study(study(tmp_path), tmp_path / "out", cluster=address.format(closed=closed))
    assert [fault.code for fault in caught.value.faults] == ["no-cluster"]
    assert not (tmp_path / "out").exists()


def test_workers_of_another_version_are_refused_before_anything_is_written(
    scheduler, tmp_path, monkeypatch
):
    monkeypatch.setattr(cluster, "_ours", lambda: "0.0.0 (here)")
    with worker(scheduler):
        until_workers(scheduler, 1)
        with pytest.raises(InputError) as caught:
            run_study(study(tmp_path), tmp_path / "out", cluster=scheduler)
    (fault,) = caught.value.faults
    assert fault.code == "other-version"
    assert "0.0.0 (here)" in fault.what
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_goes_away_is_said_and_what_is_finished_stays(tmp_path, caplog):
    file = tmp_path / "scheduler.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter")
    with dask("scheduler", *where, "--scheduler-file", str(file)) as program:
        address = address_in(file)
        with worker(address):
            until_workers(address, 1)

            def told(done, of):
                if done >= 2:
                    program.kill()

            with pytest.raises(InputError) as caught:
                run_study(study(tmp_path, MANY), tmp_path / "out", cluster=address, progress=told)
    assert [fault.code for fault in caught.value.faults] == ["cluster-gone"]
    # One sentence: the libraries tell nothing beside it.
    assert caplog.records == []
    assert finished(tmp_path / "out") >= 2


def test_a_run_that_kills_every_worker_that_takes_it_is_said(tmp_path):
    class Killed(Exception):
        pass

    Killed.__name__ = "KilledWorker"

    class Promise:
        def done(self):
            return True

        def result(self):
            raise Killed("solved-1")

    class Client:
        status = "running"

        def nthreads(self):
            return {"one": 1}

        def submit(self, *words, **options):
            return Promise()

    ensemble = gather(study(tmp_path))
    jobs = [Job(point.run, point.overrides) for point in ensemble.points]
    with pytest.raises(InputError) as caught:
        cluster.on_cluster(
            Client(), ensemble.base, Store(tmp_path), jobs, lambda done: None, lambda: False
        )
    assert [fault.code for fault in caught.value.faults] == ["workers-die"]
