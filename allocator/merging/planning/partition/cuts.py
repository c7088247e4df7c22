# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cuts: rows that every plan keeps to, and that exclude some that take groups in parts."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from allocator.merging.planning.partition.groups import Group, Shared, Weights
from allocator.merging.planning.partition.pricing import most_of_triple

# What is nearer to a whole number is whole.
WHOLE = 0.001


class Demand(NamedTuple):
    """Plans come to at least so much under other weights."""

    weights: Weights
    least: int

    def factor(self, group: Group) -> int:
        """How much a group counts."""
        return self.weights.cost(group)

    def limits(self) -> tuple[float, float]:
        """Least and most of the row."""
        return self.least, inf


class Triple(NamedTuple):
    """Of the groups that hold two of three tasks, or all three, a plan has one at most."""

    tasks: int

    def factor(self, group: Group) -> int:
        """Whether a group is one of them."""
        return int(most_of_triple(group.tasks, self.tasks))

    def limits(self) -> tuple[float, float]:
        """Least and most of the row."""
        return -inf, 1


class Apart(NamedTuple):
    """Of groups of both kinds that leave each other no room a plan has one at most.

    Those of the first host that count more than `beyond` places; and those of the second beside
    which even the smallest of these does not fit. For all numbers of places together these rows are
    exactly what whole groups of two hosts with one room may be (a threshold graph is perfect:
    Chvatal and Hammer 1977).
    """

    room: Shared
    beyond: int

    def factor(self, group: Group) -> int:
        """Whether a group is one of them."""
        if group.host not in self.room.hosts:
            return 0
        return int(self.room.counts(group) > self.beyond_at(group.host))

    def beyond_at(self, host: int) -> int:
        """The most that a group at one of the two hosts counts without being one of them."""
        return self.beyond if host == self.room.hosts[0] else self.room.most - self.beyond - 1

    def limits(self) -> tuple[float, float]:
        """Least and most of the row."""
        return -inf, 1


Cut = Demand | Triple | Apart


def worst_of(
    room: Shared, ones: Sequence[tuple[Group, float]], others: Sequence[tuple[Group, float]]
) -> Apart | None:
    """The row of a room that parts of groups break the most; None if they break none."""
    worst, most = None, 1 + WHOLE
    for group, _ in ones:
        least = room.counts(group)
        taken = sum(value for one, value in ones if room.counts(one) >= least)
        taken += sum(value for one, value in others if room.counts(one) + least > room.most)
        if taken > most:
            worst, most = Apart(room, least - 1), taken
    return worst
