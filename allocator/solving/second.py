# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The second solver in a process of its own: HiGHS cannot be asked to stop, a process can be ended.

Programs go there and solutions come back as lines of JSON; what comes back is put into the program
again on this side, in integers. The process starts with the first program and serves all of them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Any

from allocator.solving.highs import NAME, confirm
from allocator.solving.program import (
    IntegerProgram,
    Line,
    Solution,
    SolverDefect,
    Status,
    checked,
)

ATTENTION_SECONDS = 0.05
# HiGHS looks at the clock now and then; whoever is this late is not coming.
GRACE_SECONDS = 15
SERVE = "import sys; sys.path[:] = {path!r}; from allocator.solving.second import serve; serve()"
NOTHING = Solution(Status.UNKNOWN, {}, 0)


class SecondSolver:
    """HiGHS, to be used in a `with` statement, which ends its process."""

    name = NAME

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> SecondSolver:
        """Start nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._end()

    def solve(
        self,
        program: IntegerProgram,
        time_limit_seconds: Fraction,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Solution:
        """Solve a program; unknown where HiGHS is not done in time, is stopped or breaks down.

        Raises:
            SolverDefect: if the assignment breaks a line.
        """
        late = monotonic() + float(time_limit_seconds) + GRACE_SECONDS
        answers: list[str] = []
        done = Event()

        def wait(process: subprocess.Popen[str]) -> None:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(_question(program, time_limit_seconds))
                process.stdin.flush()
                answers.append(process.stdout.readline())
            except (OSError, ValueError):
                pass  # it broke down or was ended: no answer
            finally:
                done.set()

        Thread(target=wait, args=(self._running(),), name=NAME, daemon=True).start()
        while not done.wait(ATTENTION_SECONDS):
            if stopped():
                self._end()
                return replace(NOTHING, interrupted=True)
            if monotonic() > late:
                self._end()
                return NOTHING
        if not answers or not answers[0]:
            self._end()
            return NOTHING
        return _solution(program, json.loads(answers[0]))

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", SERVE.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                # Ctrl-C in a terminal goes to every process of a group; this one is ended by us.
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with suppress(OSError):  # what it never read
                        stream.close()
            self._process = None


def serve() -> None:
    """Answer the programs on stdin, one line of JSON each, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a solver prints must not stand between the answers.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        for line in sys.stdin:
            answers.write(f"{json.dumps(_answer(json.loads(line)))}\n")
            answers.flush()


def _question(program: IntegerProgram, time_limit_seconds: Fraction) -> str:
    lines = [[one.name, dict(one.terms), one.lower, one.upper] for one in program.lines]
    said = {
        "variables": dict(program.variables),
        "lines": lines,
        "objective": dict(program.objective),
        "seconds": str(time_limit_seconds),
    }
    return f"{json.dumps(said)}\n"


def _answer(said: Mapping[str, Any]) -> dict[str, Any]:
    program = IntegerProgram(
        {name: (lower, upper) for name, (lower, upper) in said["variables"].items()},
        tuple(Line(*line) for line in said["lines"]),
        said["objective"],
    )
    try:
        found = confirm(program, Fraction(said["seconds"]))
    except SolverDefect as defect:
        return {"defect": str(defect)}
    return {
        "status": found.status.value,
        "values": dict(found.values),
        "bound": found.bound,
        "seconds": found.seconds,
    }


def _solution(program: IntegerProgram, said: Mapping[str, Any]) -> Solution:
    if "defect" in said:
        raise SolverDefect(f"{NAME}: {said['defect']}")
    found = Solution(Status(said["status"]), said["values"], said["bound"], seconds=said["seconds"])
    return checked(program, found) if found.values else found
