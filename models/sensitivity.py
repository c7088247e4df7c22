# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study says: schema `allocator.sensitivity/1`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.places import Kind
from models.record import Exact, Record

SCHEMA = "allocator.sensitivity/1"

Counted = Kind | Literal["total"]
"""A kind, or both together."""


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


class ProvinceOutcome(Record):
    """A province over all runs that have an answer.

    Attributes:
        kind: of the places.
        closes: the chance that what counts meets its task, so that nothing is left to divide.
        short: places left to divide.
    """

    code: str
    name: str
    kind: Counted
    closes: Exact
    short: Percentiles


class Explained(Record):
    """How much of what varies a factor explains.

    Attributes:
        factor: its name.
        part: of the variance, between 0 and 1: the variance of the means at its values, divided by
            the whole variance (the correlation ratio of Pearson, the first-order index of Sobol).
    """

    factor: str
    part: Exact


class PlanOutcome(Record):
    """What merging comes to over all runs that have an answer.

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


class LevelOutcome(Record):
    """The points with one value of a factor, on average.

    Attributes:
        factor: its name.
        level: the value.
        points: that have it and an answer.
        task: of all provinces; None where they have several, which are not mixed.
        short: places left to divide in all provinces.
        moved_tasks: tasks realised elsewhere.
        undersized: tasks that are no part of a viable site.
        place_km: places x kilometres.
    """

    factor: str
    level: str
    points: int
    task: int | None
    short: Exact
    moved_tasks: Exact
    undersized: Exact
    place_km: Exact


class MunicipalityOutcome(Record):
    """A municipality over all runs that have an answer.

    Attributes:
        kind: of the places.
        decision: places that count and places of the rest together.
        realised: places that stand there after merges and exchanges.
        robust: whether from the 5th to the 95th percentile it varies by one place, or by at most a
            twentieth of its median.
        explained: the factors that explain most, the strongest first.
        hangs_on: the one factor that explains at least half of a number that is not robust; empty
            where there is none.
    """

    code: str
    name: str
    kind: Counted
    decision: Percentiles
    realised: Percentiles
    robust: bool
    explained: tuple[Explained, ...]
    hangs_on: str = ""


class Index(Record):
    """A sensitivity index of a factor, by the design of the study; decimals are rounded.

    Attributes:
        outcome: code of the province whose shortage, or of the municipality whose decision it is.
        factor: its name.
        first: Sobol: the part of the variance that the factor alone explains.
        total: Sobol: the same with everything that it does together with others.
        mean_effect: Morris: the mean size of its elementary effects, in places.
        deviation: Morris: the standard deviation of them: interaction, or no straight line.
        confidence: half the width of the 95 % interval of `total` or `mean_effect`.
    """

    outcome: str
    factor: str
    first: Exact | None = None
    total: Exact | None = None
    mean_effect: Exact | None = None
    deviation: Exact | None = None
    confidence: Exact | None = None


class Refused(Record):
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
        answered: points with a division.
        statuses: points by the status of their run.
        refused: what is wrong with points that cannot be run.
        plan: of merged tasks; None where no point has an answer.
        levels: of every factor that has at most twenty values.
        raming_varies: whether a factor changes the raming, so that percentiles lie over versions.
        sampled: whether chances are estimates from draws.
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
    points: int
    runs: int
    finished: int
    answered: int
    factors: tuple[str, ...]
    statuses: dict[str, int]
    refused: tuple[Refused, ...]
    provinces: tuple[ProvinceOutcome, ...]
    plan: PlanOutcome | None
    levels: tuple[LevelOutcome, ...]
    municipalities: tuple[MunicipalityOutcome, ...]
    indices: tuple[Index, ...]

    @property
    def complete(self) -> bool:
        """Whether every run is done."""
        return self.finished == self.runs

    @property
    def exit_code(self) -> int:
        """As of a run: the worst of what came of the points; 4 where some are missing."""
        codes = {"defect": 1, "refused": 5, "infeasible": 3}
        for status, code in codes.items():
            if status in self.statuses and (status == "defect" or len(self.statuses) == 1):
                return code
        unproven = {"feasible", "unknown"} & self.statuses.keys()
        return 0 if self.complete and not unproven else 4
