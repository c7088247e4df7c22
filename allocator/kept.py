# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was made before, kept for the next run of the same scenario."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Keeps what was made, by all that it was made from; what failed is not kept."""

    def __init__(self, most: int = 32) -> None:
        """Begin with nothing, and begin anew where there would be more than `most`."""
        self._most = most
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
            if len(kept) >= self._most:
                kept = self._kept = {}
            kept[key] = made
        found: T = kept[key]
        return found
