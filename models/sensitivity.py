# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study says: schema `allocator.sensitivity/1`."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from models.places import Kind
from models.record import Exact, Record
from models.seal import sealed_answer

SCHEMA = "allocator.sensitivity/1"

Counted = Kind | Literal["total"]
"""A kind, or both together."""

PlanFigureName = Literal["moved_tasks", "moved_places", "undersized", "place_km"]
NumberName = Literal["short", "decision", "realised"] | PlanFigureName
"""A number that a study looks at: of a province, of a municipality, or of the plan of merges."""


class Percentiles(Record):
    """How a number of places is spread over the runs.

    Attributes:
        low: the least that any run gives.
        p5: at least this in all but the lowest 5 % of the chances (nearest rank).
        p50: the median.
        p95: at most this in all but the highest 5 %.
        high: the most.
    """

    low: int
    p5: int
    p50: int
    p95: int
    high: int


class Bin(Record):
    """The chance that a number of places lies from `low` to `high`, both included."""

    low: int
    high: int
    chance: Exact


class ProvinceOutcome(Record):
    """A province over all points that count: they have an answer, and a chance.

    Attributes:
        kind: of the places.
        closes: the chance that what counts meets its task, so that nothing is left to divide, among
            the points that count; the infeasible, the refused and the unfinished are no part of it.
        short: places left to divide.
        bins: the same in at most twenty stretches of equal width, with the chance of each.
    """

    code: str
    name: str
    kind: Counted
    closes: Exact
    short: Percentiles
    bins: tuple[Bin, ...] = ()


class Explained(Record):
    """How much of what varies a factor explains.

    Attributes:
        factor: its name.
        part: of the variance, from 0 to 1: the variance of the means at its values, divided by the
            whole variance. Exact on a grid without gaps; from draws an estimate without the part
            that chance alone explains.
    """

    factor: str
    part: Exact


class PlanOutcome(Record):
    """What merging comes to over all points that count.

    Attributes:
        moved_tasks: tasks realised elsewhere.
        moved_places: places of them.
        undersized: tasks that are no part of a viable site.
        place_km: places x kilometres, to the nearest whole number of each run.
    """

    moved_tasks: Percentiles
    moved_places: Percentiles
    undersized: Percentiles
    place_km: Percentiles


class PlanFigure(Record):
    """Whether a figure of the plan of merges is robust, or on what it hangs.

    Attributes:
        figure: which one.
        robust: as of a municipality.
        explained: likewise.
        hangs_on: likewise.
    """

    figure: PlanFigureName
    robust: bool
    explained: tuple[Explained, ...] = ()
    hangs_on: str = ""


class LevelOutcome(Record):
    """The counted points with one value of a factor, on average.

    Attributes:
        factor: its name.
        level: the value.
        points: that have it and count.
        unproven: of these, whose division or plan of merges is only the best found.
        task: places that all provinces have to make; None where the points have several numbers,
            which are not mixed.
        short: places left to divide in all provinces.
        moved_tasks: tasks realised elsewhere.
        undersized: tasks that are no part of a viable site.
        place_km: places x kilometres.
    """

    factor: str
    level: str
    points: int
    unproven: int = 0
    task: int | None
    short: Exact
    moved_tasks: Exact
    undersized: Exact
    place_km: Exact


class MunicipalityOutcome(Record):
    """A municipality over all points that count.

    Attributes:
        kind: of the places.
        decision: places that count and places of the rest together.
        realised: places that stand there after merges and exchanges.
        robust: whether both its numbers are: from the 5th to the 95th percentile each varies by one
            place, or by at most a twentieth of its median.
        about: the number that `explained` and `hangs_on` speak of: what is realised where only that
            is not robust, else the decision.
        explained: the factors that explain most, the strongest first; of draws only those with
            enough points for their values.
        hangs_on: the one factor that explains at least half of a number that is not robust; empty
            where there is none.
    """

    code: str
    name: str
    kind: Counted
    decision: Percentiles
    realised: Percentiles
    robust: bool
    about: Literal["decision", "realised"] = "decision"
    explained: tuple[Explained, ...]
    hangs_on: str = ""


class Index(Record):
    """A sensitivity index of a factor, by the design of the study, to three decimals.

    Attributes:
        outcome: code of the province whose shortage, or of the municipality whose decision or
            realised places it is; of a figure of the plan of merges its name.
        name: of the province or municipality; of a figure of the plan empty.
        number: what varies: what a province is short, a decision, what is realised, or the figure
            of the plan; None in files of earlier versions, which have the first two.
        factor: its name.
        first: Sobol: the part of the variance that the factor alone explains. An estimate, which
            may fall below 0 or above 1; then there are too few samples.
        total: Sobol: the same with everything that it does together with others.
        mean_effect: Morris: the mean size of its elementary effects, in places: what the number
            changes by when the factor goes from its first to its last value.
        deviation: Morris: the standard deviation of them, in places: interaction, or no straight
            line.
        confidence: half the width of the 95 % interval of `total` (a part) or `mean_effect` (in
            places).
    """

    outcome: str
    name: str
    number: NumberName | None = None
    factor: str
    first: Exact | None = None
    total: Exact | None = None
    mean_effect: Exact | None = None
    deviation: Exact | None = None
    confidence: Exact | None = None


class RefusedPoints(Record):
    """Points whose settings do not go together, by what is said of them.

    Attributes:
        points: how many.
        first: the settings of the first of them.
        says: what is wrong.
    """

    points: int
    first: tuple[str, ...]
    says: str


class StudyAnswer(Record):
    """What a study says of its base, and how far it is.

    Attributes:
        sha256: of what distinguishes the study, as `study.json` holds it.
        folder: where the results are.
        raming: of the base; a factor may vary it.
        design: grid, monte_carlo, ...
        weighted: whether points count by their chances (a grid with chances, exactly) or alike.
        points: of the design.
        runs: that differ; points that ask the same share one.
        finished: runs that are done.
        stopped: whether it was stopped; then only what it is and how far it is are told.
        answered: points with a division.
        counted: of these the ones that chances, percentiles and means lie over: those with a
            chance; of a Sobol design those that are drawn, of a Morris design none.
        statuses: points by the status of their run.
        refused: what is wrong with points that cannot be run.
        unproven: of the counted points, whose division or plan of merges is only the best found
            when the search ended: decisions, moved tasks and distances may get better.
        plan: of merged tasks; None where no point has an answer.
        plan_figures: whether each figure of it is robust, or on what it hangs.
        levels: of every factor with at most twenty values, in the order of the study.
        many_values: the factors that have more.
        raming_varies: whether a factor changes the raming, so that percentiles lie over versions.
        task_varies: whether points that count have several tasks, by whatever factor: the raming,
            the need, or a key that tasks follow.
        follows: of the points with a division, how many have tasks that follow the key (the law's
            way: each municipality from the national need, a province the sum) and how many those of
            the raming; empty in files of earlier versions.
        sampled: whether chances are estimates from draws.
        content_sha256: of all that a saved file says; empty until it is written.
    """

    schema_: Literal["allocator.sensitivity/1"] = Field(
        default="allocator.sensitivity/1", alias="schema"
    )
    name: str
    title: str
    sha256: str
    folder: str
    allocator: str
    base: str
    raming: str
    design: str
    seed: int
    weighted: bool
    sampled: bool
    raming_varies: bool
    task_varies: bool = False
    follows: dict[str, int] = Field(default={})
    points: int
    runs: int
    finished: int
    stopped: bool = False
    answered: int | None = None
    counted: int | None = None
    unproven: int = 0
    factors: tuple[str, ...]
    statuses: dict[str, int] = Field(default={})
    refused: tuple[RefusedPoints, ...] = ()
    provinces: tuple[ProvinceOutcome, ...] = ()
    plan: PlanOutcome | None = None
    plan_figures: tuple[PlanFigure, ...] = ()
    levels: tuple[LevelOutcome, ...] = ()
    many_values: tuple[str, ...] = ()
    municipalities: tuple[MunicipalityOutcome, ...] = ()
    indices: tuple[Index, ...] = ()
    content_sha256: str = ""

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values, keys in the order of the schema, sealed."""
        return sealed_answer(self.model_dump(mode="json"))

    @property
    def lacks_indices(self) -> bool:
        """Whether it asks for indices that cannot be: they compare points in pairs.

        One point without a division takes them all away.
        """
        asks = self.design in ("sobol", "morris")
        return asks and self.answered is not None and self.answered < self.points

    @property
    def complete(self) -> bool:
        """Whether every run is done."""
        return self.finished == self.runs

    @property
    def exit_code(self) -> int:
        """As of a run: 1 after a defect; 4 where a run is missing or not proven; 0 otherwise.

        Where no point has a division it is 3, or 5 if none could even be run.
        """
        if "defect" in self.statuses:
            return 1
        if not self.complete:
            return 4
        if not self.statuses.keys() - {"refused"}:
            return 5
        if self.statuses.keys() - {"refused"} == {"infeasible"}:
            return 3
        unproven = {"feasible", "unknown"} & self.statuses.keys()
        return 4 if unproven else 0
