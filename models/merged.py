# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan of merged tasks (samenvoegen): who realises how many places for whom.

A task stays with its municipality by law; a plan says where its places are realised.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from models.merging import MergingObjective
from models.places import Kind
from models.problem import Notice
from models.record import Exact, Record, decimal

Kilometres = Annotated[
    Fraction,
    BeforeValidator(decimal),
    PlainSerializer(float, return_type=float),
    WithJsonSchema({"type": "number", "minimum": 0}),
    Field(ge=0),
]
"""A distance to 0.1 km; in JSON a number."""

Origin = Literal["solver", "proposed"]

Count = Annotated[int, Field(ge=0)]


class Member(Record):
    """A task in a merge: the host's own, where it has one, is among them.

    Attributes:
        code: of the municipality whose task it is.
        places: of the task, all of which are realised at the host.
        distance_km: from its centroid to the host's.
    """

    code: str
    name: str
    places: int = Field(gt=0)
    distance_km: Kilometres


class Border(Record):
    """Two municipalities of a merge that share a land border, and the row that says so."""

    one: str
    other: str
    row: str


class Merge(Record):
    """Tasks of one kind that are realised together at one host.

    Attributes:
        host: code of the municipality where the places are realised.
        members: whose tasks, in order of code.
        places: of all members together.
        existing: places of this kind that the host counts and that stay there.
        origin: `proposed` by the scenario or on the command line, or found by the `solver`.
        borders: the borders that connect the host and the members; empty where groups need not
            be contiguous.
    """

    kind: Kind
    host: str
    host_name: str
    members: tuple[Member, ...]
    places: int = Field(gt=0)
    existing: Count
    origin: Origin
    borders: tuple[Border, ...] = ()

    @property
    def moved(self) -> tuple[Member, ...]:
        """The members whose places are realised elsewhere than at home."""
        return tuple(one for one in self.members if one.code != self.host)


class NearestHost(Record):
    """A municipality that might have hosted a task, and why it cannot.

    Attributes:
        distance_km: from the task's municipality.
        room: places for which it has room above what stands there, its own tasks included; None for
            no limit.
        together: the most places that a group with the task can bring there, its own and what
            stands there included.
        missing: places that such a site falls short of the minimum.
        why: the rule in the way, in words.
    """

    code: str
    name: str
    distance_km: Kilometres
    room: int | None
    together: Count
    missing: Count
    why: str


class Undersized(Record):
    """A task that no plan makes part of a viable site, or that costs less where it is.

    Attributes:
        places: of the task.
        reason: in numbers.
        missing: places that its own site falls short of the minimum.
        nearest: the nearest that might have hosted it.
    """

    kind: Kind
    code: str
    name: str
    places: int = Field(gt=0)
    reason: str
    missing: int = Field(gt=0)
    nearest: tuple[NearestHost, ...] = ()


class ObjectiveValue(Record):
    """An objective of merging over the whole scenario.

    Attributes:
        name: `undersized` tasks, `moved_tasks`, `place_km` (places x km), `balance` (the largest
            realised / share of a host), or `sites`.
        value: what the plan comes to.
        bound: nothing can be below this, given the objectives before it.
        proven: whether they meet.
    """

    name: MergingObjective
    value: Exact
    bound: Exact
    proven: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """What program B comes to.

    Attributes:
        merges: every group with tasks that are realised elsewhere, in order of kind and host.
        undersized: the tasks that are left where they make no viable site.
        objectives: what was minimised, in the scenario's order.
        proven: whether no other plan is better, nor equal and earlier in the canonical order.
        notices: proposals that do not stand.
    """

    merges: tuple[Merge, ...] = ()
    undersized: tuple[Undersized, ...] = ()
    objectives: tuple[ObjectiveValue, ...] = ()
    proven: bool = True
    notices: tuple[Notice, ...] = ()
