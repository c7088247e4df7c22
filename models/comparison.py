# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `allocator compare` answers: two or more runs, aligned, and what changed in their inputs.

Every figure stands under the run that it is of, with its raming. Nothing is added up over runs: a
difference is always that of one run with the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import Field

from models.changed_inputs import SettingDifference, TableDifference, TaskDifference
from models.division import Whole
from models.movers import Movers
from models.places import Places
from models.problem import Notice
from models.raming import Follows
from models.record import Exact, Record
from models.result import RunResult, RunStatus
from models.seal import sealed_answer

SCHEMA = "allocator.comparison/1"

# One letter for each; more runs are a study, not a comparison.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Part = Literal["total", "amv"]
"""What a measure looks at: all places, or the amv places among them."""
PARTS: tuple[Part, ...] = ("total", "amv")

Quantity = Literal["share", "counted", "rest", "decision", "realised"]
QUANTITIES: tuple[Quantity, ...] = ("share", "counted", "rest", "decision", "realised")

MeasureName = Literal[
    "largest_deviation",
    "mean_deviation",
    "relative_deviation",
    "gini",
    "per_thousand",
    "lowest_per_thousand",
    "highest_per_thousand",
    "tasks",
    "small_tasks",
    "merges",
    "moved_tasks",
    "undersized",
    "sites",
    "place_km",
]


@dataclass(frozen=True, slots=True)
class Named:
    """A run that is compared, and what it is called.

    Attributes:
        label: for people; of a varied scenario what varies.
        result: everything that the run says.
        saved: whether it was solved before, and verified again for this.
    """

    label: str
    result: RunResult
    saved: bool = False


class Change(Record):
    """How many places more than in the first run; below zero: fewer."""

    total: int
    regular: int
    amv: int

    @classmethod
    def between(cls, before: Places | None, after: Places | None) -> Self | None:
        """What is more in the second of two; None where one of them is not known."""
        if before is None or after is None:
            return None
        return cls(
            total=after.total - before.total,
            regular=after.regular - before.regular,
            amv=after.amv - before.amv,
        )


class Difference(Record):
    """What one run says of a municipality, less what the first run says of it.

    Attributes:
        part: of the task of its province, each of its own raming.
        rank: places down in the order; below zero: up.
        rank_per_thousand: the same in the order by places per 1,000 inhabitants.
    """

    share: Change
    counted: Change
    rest: Change | None
    decision: Change | None
    realised: Change | None
    part: Exact | None
    per_thousand: Exact | None
    rank: int | None
    rank_per_thousand: int | None

    def of(self, quantity: Quantity) -> Change | None:
        """The change of one quantity."""
        found: Change | None = getattr(self, quantity)
        return found


class Figures(Record):
    """What one run says of one municipality.

    Attributes:
        run: the letter of the run.
        raming: the version that these figures are of.
        inhabitants: None where the run did not record them.
        pro_rata: the exact part of the task by its weight, before any rounding.
        pro_rata_amv: the same of the amv task.
        part: the decision as a part of the task of its province in this run.
        per_thousand: the decision per 1,000 inhabitants.
        rank: in the order of decisions, the most places first, among the municipalities that have
            one in every run; who has as many shares the rank.
        rank_per_thousand: the same by places per 1,000 inhabitants.
        difference: with the first run; None in the first itself and where it has no such
            municipality.
    """

    run: str
    raming: str
    inhabitants: Whole | None
    share: Places
    counted: Places
    rest: Places | None
    decision: Places | None
    realised: Places | None
    pro_rata: Exact | None
    pro_rata_amv: Exact | None
    part: Exact | None = None
    per_thousand: Exact | None = None
    rank: int | None = None
    rank_per_thousand: int | None = None
    difference: Difference | None = None

    def of(self, quantity: Quantity) -> Places | None:
        """The places of one quantity."""
        found: Places | None = getattr(self, quantity)
        return found

    def target(self, part: Part) -> Exact | None:
        """The exact pro rata part, of all places or of the amv places."""
        return self.pro_rata_amv if part == "amv" else self.pro_rata


class MunicipalityLine(Record):
    """One municipality through all runs.

    Attributes:
        figures: one for each run, in order; None where a run does not have the municipality.
    """

    code: str
    name: str
    province: str
    region: str
    figures: tuple[Figures | None, ...]


class Measure(Record):
    """One measure of one run.

    Attributes:
        of: all places, or the amv places.
        value: exact; None where it is not known.
        code: of the municipality that it is of, where it is of one.
        municipality: its name.
        numbers: what the value is computed from: `docs/method.md` has the formulas.
        why: why it is not known.
    """

    name: MeasureName
    of: Part = "total"
    value: Exact | None
    code: str = ""
    municipality: str = ""
    numbers: dict[str, Exact] = Field(default_factory=dict)
    why: str = ""


class ComparedRun(Record):
    """One of the runs.

    Attributes:
        letter: by which the comparison refers to it.
        label: what people call it.
        saved: whether it was read from a file (or handed over in Python) rather than solved now.
        reasons: why it has no division, or is not proven.
        key: the distribution key in force.
        follows: what its tasks follow: the key, or the raming.
        task: of all its provinces together, of its own raming.
        unlocated: places that count and belong to no municipality: they are in no decision.
        divided: how many of its municipalities have a decision.
        estimated: of how many the share is an estimate.
        checks: how many checks it passed.
        allocator: the version that made it.
    """

    letter: str
    label: str
    saved: bool
    scenario: str
    title: str
    sha256: str
    raming: str
    status: RunStatus
    reasons: tuple[str, ...] = ()
    key: str
    follows: Follows = "raming"
    task: Places
    unlocated: Places
    municipalities: Whole
    divided: Whole
    estimated: Whole
    checks: Whole
    allocator: str
    measures: tuple[Measure, ...]

    def measure(self, name: MeasureName, part: Part = "total") -> Measure:
        """One of its measures.

        Raises:
            KeyError: if it has none of that name.
        """
        return {(one.name, one.of): one for one in self.measures}[name, part]


class ComparisonResult(Record):
    """Two or more runs, aligned.

    Attributes:
        status: the worst of the runs.
        verified: how many checks of this comparison passed, beside those of the runs.
        municipalities: of all runs, in order of code.
        movers: for each run but the first.
        settings: the lines of the scenarios that differ.
        tables: the input tables that differ.
        tasks: the figures of the ramingen that differ.
        content_sha256: of all that a saved file says; empty until it is written.
    """

    schema_: Literal["allocator.comparison/1"] = Field(
        default="allocator.comparison/1", alias="schema"
    )
    status: RunStatus
    verified: Whole = 0
    runs: tuple[ComparedRun, ...]
    municipalities: tuple[MunicipalityLine, ...]
    movers: tuple[Movers, ...]
    settings: tuple[SettingDifference, ...]
    tables: tuple[TableDifference, ...]
    tasks: tuple[TaskDifference, ...]
    notices: tuple[Notice, ...]
    content_sha256: str = ""

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values, keys in the order of the schema, sealed."""
        return sealed_answer(self.model_dump(mode="json"))

    @property
    def ramings(self) -> Sequence[str]:
        """The versions of the raming, each once, in the order of the runs."""
        return list(dict.fromkeys(one.raming for one in self.runs))
