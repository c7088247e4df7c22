# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Things that are joined to one another, and the sets that this makes of them (union-find)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Which things are joined, directly or by others."""

    def __init__(self) -> None:
        """Nothing is."""
        self._above: dict[Thing, Thing] = {}

    def join(self, one: Thing, other: Thing) -> bool:
        """Join two things; whether they were apart."""
        head, below = self._head(one), self._head(other)
        self._above[below] = head
        return head != below

    def sets(self, things: Iterable[Thing]) -> list[list[Thing]]:
        """Some things in sets of those that are joined, in the order of the first of each."""
        found: dict[Thing, list[Thing]] = {}
        for thing in things:
            found.setdefault(self._head(thing), []).append(thing)
        return list(found.values())

    def _head(self, thing: Thing) -> Thing:
        """The one thing that stands for all of its set."""
        while (above := self._above.setdefault(thing, thing)) != thing:
            # Halving the way keeps the next one short.
            self._above[thing] = self._above[above]
            thing = above
        return thing
