# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""One trial: an input put before the command line, watched."""

from __future__ import annotations

import contextlib
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from typer.testing import CliRunner, Result

from cli import app
from tests.fuzz.inputs import Input
from tests.hostile.corpus import faults_of, inside, listing

LONGEST_SECONDS = 10
LONGEST_WAIT_SECONDS = 120
# How a scenario is solved says nothing about how it was read.
QUICKLY = ("--set", "solver.time_limit_seconds=1", "--set", "solver.workers=1")
# What is in order and has no cycle to begin with, or one at the end of the calendar.
WITHOUT_DAYS = {"no-cycle", "months-out-of-range"}
ANSWERS = {
    0: "in order",
    2: "wrong usage",
    3: "infeasible",
    4: "stopped at the limit",
    5: "refused",
}


class TooSlow(BaseException):
    """The program did not answer in time."""


@dataclass(frozen=True)
class Trial:
    """What came of an input.

    Attributes:
        answer: in one word.
        codes: of the faults, where it was refused.
        seconds: of processor time until the answer.
    """

    answer: str
    codes: tuple[str, ...]
    seconds: float


def put(one: Input, solve: bool = True) -> Trial:
    """Put an input before `check`, and before `timeline` and `run` if it is in order.

    Args:
        one: the input.
        solve: whether to go on to `run`; a draw of lots always does.

    Raises:
        AssertionError: for a defect, a traceback, a file that was written, or no answer in time.
    """
    with tempfile.TemporaryDirectory() as name, inside(Path(name)):
        folder = Path(name)
        for file, data in one.files.items():
            (folder / file).write_bytes(data)
        before = listing(folder)
        began = process_time()
        result = _answer(one, solve)
        seconds = process_time() - began
        written = listing(folder) - before
    _hold(one, result, written)
    codes = tuple(sorted({fault.code for fault in faults_of(result.exception)}))
    return Trial(ANSWERS[result.exit_code], codes, seconds)


def _answer(one: Input, solve: bool) -> Result:
    if one.days is not None:
        return _call("timeline", one.scenario, *one.days)
    # A draw decides ties, so only a run can tell what is wrong with it.
    if "--lots" in one.options:
        return _call("run", one.scenario, *one.options, *QUICKLY, "--out", "out")
    result = _call("check", one.scenario, *one.options)
    if result.exit_code == 0:
        ahead = _call("timeline", one.scenario, *one.options, "--months", "3")
        _hold(one, ahead, set())
        refused = {fault.code for fault in faults_of(ahead.exception)}
        assert refused <= WITHOUT_DAYS, f"in order for check, and not for timeline: {ahead.output}"
        if solve:
            result = _call("run", one.scenario, *one.options, *QUICKLY, "--out", "out")
    return result


def _hold(one: Input, result: Result, written: set[str]) -> None:
    said = result.output
    assert result.exit_code in ANSWERS, f"exit code {result.exit_code}: {said}"
    assert result.exit_code != 2 or one.days, f"wrong usage of what is always there: {said}"
    assert isinstance(result.exception, SystemExit | None), repr(result.exception)
    assert "Traceback" not in said, said
    if result.exit_code == 5:
        assert not written, written
        for fault in faults_of(result.exception):
            assert fault.what
            assert fault.remedy
        assert faults_of(result.exception), f"refused without a fault: {said}"
    else:
        assert all(name.split("/")[0] == "out" for name in written), written


def _call(*words: str) -> Result:
    with _in_time():
        return CliRunner().invoke(app, list(words))


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    """Stop what takes too long: on the processor, which others may share, or waiting."""
    late = []

    def stop(number: int, frame: Any) -> None:
        late.append(number)
        raise TooSlow

    timers = [(signal.SIGPROF, signal.ITIMER_PROF, LONGEST_SECONDS)]
    timers.append((signal.SIGALRM, signal.ITIMER_REAL, LONGEST_WAIT_SECONDS))
    for number, timer, seconds in timers:
        signal.signal(number, stop)
        signal.setitimer(timer, seconds, 1)  # again and again, should one be caught on the way
    try:
        with contextlib.suppress(TooSlow):
            yield
    finally:
        for number, timer, _ in timers:
            signal.setitimer(timer, 0)
            signal.signal(number, signal.SIG_DFL)
    assert not late, "no answer in time"
