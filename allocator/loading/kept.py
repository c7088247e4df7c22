# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was made of files before, kept for the next problem of the same scenario."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

# A scenario names three files at most; a study may vary which.
MOST_KEPT = 64


class Kept:
    """Keeps what was made, by all that it was made from; what failed is not kept."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for a key before, or else what is made now.

        Args:
            key: everything that it depends on, and what it is.
            make: makes it; what it raises goes on.
        """
        kept = self._kept
        if key not in kept:
            made = make()
            if len(kept) >= MOST_KEPT:
                kept = self._kept = {}
            kept[key] = made
        found: T = kept[key]
        return found
