# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A Dask cluster over TCP on this machine: one scheduler, two workers, one of which is killed."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from allocator.sensitivity import answer, run_study
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
        ends = monotonic() + 60
        while not (file.exists() and file.read_text("utf-8").strip()):
            assert monotonic() < ends, "the scheduler does not start"
            sleep(0.05)
        sleep(0.2)  # the file is there before it is whole
        yield json.loads(file.read_text("utf-8"))["address"]


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
