# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A solver in a thread of its own, so that Python heeds Ctrl-C and clocks while it searches."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

ATTENTION_SECONDS = 0.02


def watched(
    name: str, search: Callable[[], Any], stop: Callable[[], object], stopped: Callable[[], bool]
) -> tuple[Any, bool]:
    """Search until the solver is done or somebody wants to stop.

    Args:
        name: of the solver.
        search: what it does; its answer is returned.
        stop: asks the solver to end; asked again and again, for it may not have begun yet.
        stopped: whether somebody wants to stop.

    Returns:
        The answer, and whether somebody wanted to stop.
    """
    answers: list[Any] = []
    errors: list[BaseException] = []
    done = Event()

    def work() -> None:
        try:
            answers.append(search())
        except BaseException as error:
            errors.append(error)
        finally:
            done.set()

    interrupted = False
    # Not Thread.join: an exception inside it makes Python forget that the thread still runs.
    Thread(target=work, name=name, daemon=True).start()
    try:
        while not done.wait(ATTENTION_SECONDS):
            interrupted = interrupted or stopped()
            if interrupted:
                stop()
    finally:
        # Whatever ends the waiting, no solver is left behind: that would abort Python at its exit.
        while not done.is_set():
            stop()
            done.wait(ATTENTION_SECONDS)
    if errors:
        raise errors[0]
    return answers[0], interrupted
