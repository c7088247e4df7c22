# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long each stage takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Times the stages, for the manifest."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what happens inside, on top of what the stage took before."""
        began = perf_counter()
        yield
        before = self.seconds.get(stage, 0.0)
        self.seconds[stage] = round(before + perf_counter() - began, 3)
