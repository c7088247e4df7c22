# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Crashes: workers that are killed, programs that are killed, Ctrl-C, two programs at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from allocator.sensitivity import answer
from allocator.sensitivity.executors import Job, local
from allocator.sensitivity.executors.jobs import work_off
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.store import Store
from models.fault import InputError
from tests.sensitivity.small import study

ROOT = Path(__file__).parents[2]
# 60 runs: long enough to be caught in the act.
MANY = (
    "  - {name: site, line: merging.minimum_site.amv, range: {from: 10, until: 29}}\n"
    "  - {name: reach, line: merging.max_distance_km, values: [15, 20, 25]}\n"
)
RUNS = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")


def started(path, folder, *options):
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "cli",
            "sensitivity",
            path,
            "--out",
            folder,
            "--workers",
            "2",
            *options,
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finished(folder):
    return sorted(path.name for path in folder.glob("runs/*/*.parquet"))


def until_some(folder, program, least=3):
    """Wait until some runs are finished, and the program is still at it."""
    ends = monotonic() + 120
    while len(finished(folder)) < least:
        assert program.poll() is None, program.communicate()
        assert monotonic() < ends
        sleep(0.01)


def children(pid):
    """The worker processes of a program, and of nobody else."""
    below = psutil.Process(pid).children(recursive=True)
    return [one for one in below if any("spawn_main" in word for word in one.cmdline())]


def alive(process):
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


@pytest.fixture
def case(tmp_path):
    """A study of sixty runs, and an empty folder."""
    return study(tmp_path, MANY), tmp_path / "out"


def test_a_worker_that_is_killed_loses_nothing_and_its_work_is_done_by_another(case):
    path, folder = case
    program = started(path, folder, "--workers", "2")
    until_some(folder, program)
    before = finished(folder)
    children(program.pid)[0].kill()
    said, complained = program.communicate(timeout=300)
    assert program.returncode == 0, complained
    assert set(before) <= set(finished(folder))
    assert len(finished(folder)) == RUNS
    assert f"{RUNS} finished" in said


def test_a_program_that_is_killed_leaves_what_was_finished_and_no_process(case):
    path, folder = case
    program = started(path, folder)
    until_some(folder, program)
    workers = children(program.pid)
    assert workers
    program.kill()
    program.communicate()
    ends = monotonic() + 20
    while any(map(alive, workers)):
        assert monotonic() < ends, "a worker outlives its program"
        sleep(0.05)
    before = finished(folder)
    assert before
    assert len(before) < RUNS
    again = started(path, folder)
    _, complained = again.communicate(timeout=300)
    assert again.returncode == 0, complained
    assert len(finished(folder)) == RUNS


def test_ctrl_c_stops_within_two_seconds_and_says_how_to_go_on(case):
    path, folder = case
    program = started(path, folder)
    until_some(folder, program)
    began = monotonic()
    os.killpg(program.pid, signal.SIGINT)  # a terminal sends it to the workers too
    said, complained = program.communicate(timeout=60)
    seconds = monotonic() - began
    assert program.returncode == 4, complained
    assert "NOT COMPLETE" in said
    assert "the same command goes on" in said
    assert "Traceback" not in complained
    assert len(finished(folder)) < RUNS
    assert seconds < 20  # on any machine; the two seconds are measured in benchmarks/


def test_two_programs_on_one_folder_do_not_harm_each_other(case):
    path, folder = case
    programs = [started(path, folder) for _ in range(2)]
    outputs = [program.communicate(timeout=300) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], outputs
    assert len(finished(folder)) == RUNS
    assert outputs[0][0] == outputs[1][0]
    count = answer(folder, "SELECT count(*), count(DISTINCT (run, code, kind)) FROM results").rows
    assert count[0][0] == count[0][1]


def test_workers_that_keep_dying_are_said_with_the_run_to_look_at(case, monkeypatch):
    path, folder = case
    ensemble = gather(path)
    jobs = [Job(point.run, point.overrides) for point in ensemble.points]

    def broken(*arguments):
        raise BrokenProcessPool("killed")

    monkeypatch.setattr(local, "_in_processes", broken)
    with pytest.raises(InputError) as caught:
        local.on_this_machine(
            2, ensemble.base, Store(folder), jobs, lambda done: None, lambda: False
        )
    (fault,) = caught.value.faults
    assert fault.code == "workers-die"
    assert "--set merging.minimum_site.amv=10" in fault.remedy


class Done:
    """What a worker has done as soon as it is asked."""

    def __init__(self, jobs):
        """Hold them."""
        self.jobs = jobs

    def done(self):
        """It is."""
        return True

    def result(self):
        """Their names."""
        return [job.run for job in self.jobs]


@pytest.mark.parametrize("left", [1, 2, 7, 16, 33, 500])
@pytest.mark.parametrize("slots", [2, 4, 32])
def test_no_worker_waits_while_another_holds_what_it_could_do(left, slots):
    handed, running, most = [], set(), []

    def submit(together):
        handed.append(len(together))
        promise = Done(together)
        running.add(promise)
        return promise

    def take(runs):
        most.append(len(running))
        running.clear()
        return runs

    jobs = [Job(str(number), ()) for number in range(left)]
    work_off(jobs, submit, take, lambda: slots, lambda: False)
    assert sum(handed) == left
    assert max(handed) <= 16
    # All that may be handed out at a time is, before the first comes back.
    assert most[0] == min(left, slots)


def test_a_plain_script_may_ask_for_a_study_and_is_run_once(tmp_path):
    study(tmp_path)
    (tmp_path / "plain.py").write_text(
        "import allocator\n"
        "print('here')\n"
        "found = allocator.run_study('small.yaml', 'out', workers=2)\n"
        "print(found.finished)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "plain.py"],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.stdout.split(), done.stderr) == (["here", "3"], "")
