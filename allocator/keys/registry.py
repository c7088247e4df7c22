# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The registry of distribution keys: a key is one function in one file of this folder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.law import Source
from models.problem import Problem
from models.share import Weight

Weigh = Callable[[Problem], dict[str, Weight]]


@dataclass(frozen=True, slots=True)
class Key:
    """A distribution key (verdeelsleutel).

    Attributes:
        name: as scenarios write it.
        says: one sentence for reports: the first line of the function's docstring.
        source: where the rule comes from; None where the user made it up.
        in_places: whether its weights are themselves places of a published distribution.
        weigh: the function; municipalities whose weight is not known are left out of its answer.
    """

    name: str
    says: str
    source: Source | None
    in_places: bool
    weigh: Weigh

    @property
    def cited(self) -> str:
        """The id of its source (`models.law.CITATIONS`), or that there is none."""
        return self.source.id if self.source else "the scenario's own choice"


KEYS: dict[str, Key] = {}


def key(name: str, *, source: Source | None, in_places: bool = False) -> Callable[[Weigh], Weigh]:
    """Register the decorated function as a distribution key."""

    def register(weigh: Weigh) -> Weigh:
        says = (weigh.__doc__ or "").strip().splitlines()[0]
        KEYS[name] = Key(name, says, source, in_places, weigh)
        return weigh

    return register


def names_of(problem: Problem, codes: Collection[str]) -> str:
    """The names of municipalities, for a message."""
    return ", ".join(problem.territory.name(code) for code in sorted(codes))
