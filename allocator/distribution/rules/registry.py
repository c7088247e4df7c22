# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The registry of rules, and the four shapes that a rule may take."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from allocator.distribution.areas import Area
from models.law import Source
from models.places import Kind, Places
from models.problem import Problem
from models.result import Eligible, Reasons

Claimant = tuple[str, Kind]
"""A municipality and a kind: whoever may get rest places of that kind."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The places of these claimants add up to the rest of their area and kind."""

    area: str
    kind: Kind
    claimants: frozenset[Claimant]
    total: int

    @property
    def name(self) -> str:
        """The constraint's name, `close_rest[PV23.amv]`."""
        return f"close_rest[{self.area}.{self.kind}]"


@dataclass(frozen=True, slots=True)
class SetBy:
    """The line of the scenario that asks something, so that an explanation can point at it.

    Attributes:
        path: of the setting, dotted: `distribution.limits.GM0147.regular.max`.
        number: whether its number can be moved; otherwise the line applies or it does not.
    """

    path: str
    number: bool = True


@dataclass(frozen=True, slots=True)
class Bound:
    """The places of these claimants together lie between lower and upper (None: no limit).

    `lower_by` and `upper_by` are the lines that ask it; None where no line of the scenario does.
    """

    name: str
    claimants: frozenset[Claimant]
    lower: int
    upper: int | None
    lower_by: SetBy | None = None
    upper_by: SetBy | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """The claimant gets nothing, or at least this many; `by` is the line that asks it."""

    name: str
    claimant: Claimant
    least: int
    by: SetBy | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """So many of these claimants at most get places; `by` is the line that asks it.

    All of them belong to one closing: so it never ties what is otherwise apart.
    """

    name: str
    claimants: frozenset[Claimant]
    most: int
    by: SetBy | None = None

    def allows(self, chosen: Collection[Claimant]) -> bool:
        """Whether these may all take part."""
        return sum(one in self.claimants for one in chosen) <= self.most


Constraint = Closing | Bound | Threshold | Participation


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest to divide: everything that rules draw on, in finished integers.

    Attributes:
        problem: the settings and the territory.
        areas: what closes, with its rest.
        weights: what the rest is in proportion to, per claimant.
        eligible: per municipality code, whether and why.
        barred: per claimant that is not eligible, the lines of the scenario that keep it out.
        counted: per municipality code.
        shares: per municipality code.
    """

    problem: Problem
    areas: tuple[Area, ...]
    weights: Mapping[Claimant, int]
    eligible: Mapping[str, tuple[Eligible, Reasons]]
    barred: Mapping[Claimant, tuple[SetBy, ...]]
    counted: Mapping[str, Places]
    shares: Mapping[str, Places]


State = Callable[[Rest], Iterator[Constraint]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the division.

    Attributes:
        name: an imperative; its constraints are called `name[GM0141.amv]`.
        says: one sentence for reports: the first line of the docstring.
        source: where the rule comes from; None where it is the scenario's own.
        state: the function that states its constraints.
    """

    name: str
    says: str
    source: Source | None
    state: State


RULES: dict[str, Rule] = {}


def rule(*, source: Source | None) -> Callable[[State], State]:
    """Register the decorated function as a rule, under its own name."""

    def register(state: State) -> State:
        says = (state.__doc__ or "").strip().splitlines()[0]
        RULES[state.__name__] = Rule(state.__name__, says, source, state)
        return state

    return register
