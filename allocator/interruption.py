# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ctrl-C while a run divides: once for the best found so far, twice to drop everything."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class _Mark:
    """A handler that marks the first Ctrl-C and leaves the second to Python."""

    def __init__(self) -> None:
        self.pressed = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self.pressed:
            raise KeyboardInterrupt
        self.pressed = True


@contextmanager
def heeding_interrupts() -> Iterator[Callable[[], bool]]:
    """Notice Ctrl-C instead of falling over it: the yielded function tells whether it was pressed.

    An exception could arrive anywhere, in the middle of an import or of bookkeeping; a mark can be
    looked at where stopping is safe. A second Ctrl-C raises `KeyboardInterrupt` as ever. Inside
    another such block the mark is that one's. Signals only come to the main thread, and whoever has
    a handler of its own keeps it: elsewhere nothing changes and the function always says no.
    """
    here = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT)
    if isinstance(before, _Mark) and here:
        yield lambda: before.pressed
        return
    if before is not signal.default_int_handler or not here:
        yield lambda: False
        return
    mark = _Mark()
    signal.signal(signal.SIGINT, mark)
    try:
        yield lambda: mark.pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
