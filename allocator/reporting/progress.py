# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Progress of long work, on stderr: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

SECONDS_BETWEEN_LINES = 10


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far something is, how fast it goes and how long it still takes.

    Args:
        what: that is counted, such as `runs`.

    Yields:
        What to call with how many are done, of how many.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield _lines(what)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    began = _Began()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, rate="")
        yield lambda done, of: bar.update(
            task, completed=done, total=of, rate=f"{began.rate(done):,.1f} {what} a second"
        )


class _Began:
    """When something began, and how much of it was done by then."""

    def __init__(self) -> None:
        self._at = monotonic()
        self._done: int | None = None

    def rate(self, done: int) -> float:
        """How many a second since then."""
        if self._done is None:
            self._at, self._done = monotonic(), done
        return (done - self._done) / max(monotonic() - self._at, 1e-9)


def _lines(what: str) -> Callable[[int, int], None]:
    began, said = _Began(), monotonic()

    def tell(done: int, of: int) -> None:
        nonlocal said
        rate = began.rate(done)
        if monotonic() - said > SECONDS_BETWEEN_LINES:
            said = monotonic()
            left = f", {(of - done) / rate:,.0f} s left" if rate else ""
            sys.stderr.write(f"{done:,} of {of:,} {what}, {rate:,.1f} a second{left}\n")

    return tell
