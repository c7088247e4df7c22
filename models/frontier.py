# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A trade-off told: the points of which none is beaten, and all municipalities behind each."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field

from models.places import Kind, Places
from models.record import Exact, Record
from models.result import RunStatus
from models.seal import sealed_answer

SCHEMA = "allocator.frontier/1"

By = Literal["minimum-site", "participants", "merging"]
"""What is varied: the minimum site, how many may take part, or the plan of merged tasks."""

Whole = Annotated[int, Field(ge=0)]

Measure = Literal[
    "small_tasks",
    "participants",
    "most_participants",
    "deviation",
    "deviation_as_divided",
    "moved_tasks",
    "sites",
    "place_km",
]
"""What a point comes to:

- `small_tasks`: municipalities with rest places of the kind and fewer than a viable site in all;
- `participants`: municipalities with rest places of the kind;
- `most_participants`: how many may be, at most;
- `deviation`: the least sum of what lies above and below pro rata, in places, proven;
- `deviation_as_divided`: the same sum of the places themselves, which the method has rounded;
- `moved_tasks`, `sites`, `place_km`: as `allocator merge` counts them.
"""


class PointMunicipality(Record):
    """A municipality at one point: what counts, its part of the rest, the decision, and where."""

    code: str
    name: str
    region: str
    counted: Places
    rest: Places | None
    decision: Places | None
    realised: Places | None


class Point(Record):
    """One way to weigh the two against each other.

    Attributes:
        number: on the frontier, counted over all curves of the answer; None off it.
        step: what was asked: the minimum site, or how many may take part; None of merging.
        override: the line that asks for it again, as `--set`; empty of merging.
        values: what it comes to, exact.
        proven: whether nothing better will do at this step.
        verified: how many checks passed.
        instead: the number of a point that is at least as good in both, off the frontier.
        knee: whether it lies farthest from the chord.
        municipalities: all of them.
    """

    number: Whole | None = None
    step: Whole | None = None
    override: str = ""
    values: dict[Measure, Exact]
    proven: bool
    verified: Whole
    instead: Whole | None = None
    knee: bool = False
    municipalities: tuple[PointMunicipality, ...]

    def value(self, measure: Measure) -> Fraction:
        """What it comes to in one measure."""
        return self.values[measure]


class Refused(Record):
    """A step without a division, and why, in numbers; of merging there are no steps."""

    step: Whole | None = None
    override: str = ""
    reasons: tuple[str, ...]


class Curve(Record):
    """The trade-off of one kind, or of the plans of merged tasks.

    Attributes:
        kind: whose rest is divided; None of merging, where both are.
        across: what is weighed against `up`; less is better in both.
        up: likewise.
        small: with fewer places in all a task is small; None of merging.
        points: the frontier, the least `across` first.
        dominated: what another point beats, or equals, in both.
        infeasible: steps without a division.
        not_tried: steps that were not tried, or came to nothing, when the search was ended.
        knee: one line of arithmetic; empty where there is no knee.
        complete: whether every point is proven, and nothing was left out. A ladder of minimum sites
            is not: other mixtures of large and small sites may lie between its points or beat them.
    """

    kind: Kind | None
    across: Measure
    up: Measure
    small: Whole | None
    points: tuple[Point, ...]
    dominated: tuple[Point, ...]
    infeasible: tuple[Refused, ...] = ()
    not_tried: tuple[Whole, ...] = ()
    knee: str = ""
    complete: bool

    @property
    def all_points(self) -> tuple[Point, ...]:
        """Also those off the frontier."""
        return (*self.points, *self.dominated)


class FrontierAnswer(Record):
    """What `allocator frontier` answers.

    Attributes:
        by: what was varied.
        status: `optimal` where every curve is complete; `infeasible` where no step has a division;
            `feasible` where something is not proven; `unknown` where nothing was found in time.
        verified: how many checks passed, of all points together.
        curves: one for each kind that has a rest; one of merging.
        content_sha256: of all that a saved file says; empty until it is written.
    """

    schema_: Literal["allocator.frontier/1"] = Field(default="allocator.frontier/1", alias="schema")
    scenario: str
    title: str
    sha256: str
    raming: str
    by: By
    status: RunStatus
    verified: Whole
    curves: tuple[Curve, ...]
    content_sha256: str = ""

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values, keys in the order of the schema, sealed."""
        return sealed_answer(self.model_dump(mode="json"))
