# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `allocator timeline` answers: what is available month by month, against the task.

The answer can be checked from its own content, and made again: it carries every offer, exchange and
pledge with its window and status, the task of every area, the settings, and the files it rests on.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, JsonValue

from models.division import Whole
from models.offer import Status
from models.places import Kind, Places
from models.problem import InputFile, Notice
from models.raming import NationalTotal
from models.record import Day, Record
from models.result import Condition, ScenarioRecord
from models.seal import sealed

TIMELINE_SCHEMA = "allocator.timeline/1"
MOST_MONTHS = 1200

Source = Literal["offer", "exchange", "pledge"]
Level = Literal["province", "region", "municipality"]
Part = Literal["total", "amv"]
"""What a gap is a gap of: all places, or the amv places among them."""
PARTS: tuple[Part, ...] = ("total", "amv")


class Contract(Record):
    """Places with a window: an offer, an exchange, or a pledge of a region.

    Attributes:
        source: what it is.
        name: the site of an offer (may be empty), the id of an exchange, the name of a pledge.
        area: code of whom the places count with: a municipality, of a pledge the region.
        giver: of an exchange, code of the municipality that they are taken off.
        from_: first day; None: it was there from the start.
        until: last day, itself included; None: for an indefinite time.
        places: of a pledge without those of plans that fall through.
        fallen_through: of a pledge: those places, which count on no day.
        status: of an offer or a pledge.
        extendable: False only of an exchange that may not be prolonged.
        counts: whether the scenario accepts its status; of an exchange, whether its conditions are
            shown to be met, where the scenario requires that.
        conditions: what an exchange hangs on.
        row: file and line.
    """

    source: Source
    name: str
    area: str
    area_name: str
    giver: str = ""
    giver_name: str = ""
    kind: Kind
    places: Whole
    fallen_through: Whole = 0
    from_: Day | None = Field(alias="from")
    until: Day | None
    status: Status | None
    extendable: bool
    counts: bool
    conditions: tuple[Condition, ...] = ()
    row: str


class WindowUnknown(Record):
    """Places of which nobody knows from when until when: said, never counted.

    Attributes:
        source: a pledge of a region, places of no municipality, or what a province reported.
        status: of a pledge; None of places known only for a whole province.
        places: of a pledge without those of plans that fall through.
        fallen_through: of a pledge: those places, by its split over all candidates.
        area: code of the region or province.
        province: code.
    """

    source: Literal["pledge", "unlocated", "report"]
    name: str
    area: str
    area_name: str
    province: str
    places: Places
    fallen_through: Places = Places()
    status: Status | None
    row: str


class Series(Record):
    """What is available on each of the days; below zero where more is given away than is there."""

    total: tuple[int, ...]
    regular: tuple[int, ...]
    amv: tuple[int, ...]

    def of(self, part: Part) -> tuple[int, ...]:
        """All places, or the amv places."""
        return self.amv if part == "amv" else self.total


class Gaps(Record):
    """What is missing to the task on each of the days, never below zero."""

    total: tuple[int, ...]
    amv: tuple[int, ...]

    def of(self, part: Part) -> tuple[int, ...]:
        """Of all places, or of the amv places."""
        return self.amv if part == "amv" else self.total


class LargestGap(Record):
    """The largest gap and the first day that has it; no day where nothing is ever missing."""

    places: Whole
    on: Day | None


class Shortness(Record):
    """When and how far an area is short.

    Attributes:
        short_from: the first day on which it is; None where it never is.
        largest: the largest gap.
    """

    short_from: Day | None
    largest: LargestGap


class Drop(Record):
    """A day on which fewer places are available than on the one before: how many fewer."""

    on: Day
    total: int
    amv: int


class Term(Record):
    """A contract in a sum: its number, and its places, below zero where they are given away."""

    contract: Whole
    places: int


class TaskedArea(Record):
    """An area with its task.

    Attributes:
        province: code of the province it lies in (or is).
        region: code of the region it lies in (or is); empty of a province.
        task: the task of a province, of a region, or the share of a municipality.
        task_status: `published`, `computed`, `derived` or `estimated`.
        task_row: file and line; empty of a share, and of a region whose task is the sum of shares.
    """

    level: Level
    code: str
    name: str
    province: str
    region: str
    task: Places
    task_status: str
    task_row: str = ""

    def task_of(self, part: Part) -> int:
        """The task in all places, or in amv places."""
        return self.task.amv if part == "amv" else self.task.total


class AreaNotKnown(TaskedArea):
    """An area of which nobody can tell what is available on which day, so neither what is missing.

    Attributes:
        because: `no-report`: the report of its province is asked and not known; `no-window`: it is
            known how many places that reports, and not from when until when.
    """

    because: Literal["no-report", "no-window"]


class AreaLine(TaskedArea):
    """One area through time.

    Attributes:
        drops: when fewer places are available than before.
        made_of: for one day: the contracts that the sum is made of; of a region its pledges.
    """

    available: Series
    gap: Gaps
    total: Shortness
    amv: Shortness
    drops: tuple[Drop, ...]
    made_of: tuple[Term, ...] = ()

    def shortness(self, part: Part) -> Shortness:
        """Of all places, or of the amv places."""
        return self.amv if part == "amv" else self.total


class Ending(Record):
    """A contract that ends: its number, and the first of the days on which it is gone."""

    contract: Whole
    gone_from: Day | None


class Extension(Record):
    """What it closes to let one contract last until the end.

    Attributes:
        contract: number of it.
        closes: places, of the largest gap of the province.
        place_months: the places that it closes in each month, added up.
    """

    contract: Whole
    closes: Whole
    place_months: Whole


class Extensions(Record):
    """Which single contract closes most of the largest gap of a province, when it is extended.

    Attributes:
        province: code.
        of: all places, or the amv places.
        options: every one that closes anything: first the most at the largest gap, then the most
            place-months, then the earliest end, then the order of the rows.
        as_good: numbers of the contracts that close as much as the first in both.
    """

    province: str
    of: Part
    options: tuple[Extension, ...]
    as_good: tuple[Whole, ...] = ()


class TimelineManifest(Record):
    """The receipt: the versions and the files that an answer was made of.

    Attributes:
        content_sha256: of all that a saved file says; empty until it is written.
    """

    allocator: str
    python: str
    inputs: tuple[InputFile, ...]
    content_sha256: str = ""


class TimelineAnswer(Record):
    """What `allocator timeline` answers.

    Attributes:
        sha256: of the settings.
        verified: how many checks passed.
        step: `month`, each told by its first day, or one `day`.
        days: the days that are told, in order.
        last: the last day of the horizon: of the last month, or the day itself.
        statuses: what counts.
        conditions: whether an exchange counts whose condition is not shown to be met (`assume`).
        contracts: every offer, exchange and pledge with a window; elsewhere told by its number.
        unknown: what has none.
        lines: provinces, then regions, then municipalities, each by code.
        not_known: the areas that are in no line and in no sum, in the same order.
        endings: what ends within the horizon, the first first.
        extensions: per province, of all places and of the amv places.
        settings: every setting, names turned into codes.
        settings_lines: file, line and column of each that somebody wrote, by its dotted path.
    """

    schema_: Literal["allocator.timeline/1"] = Field(default="allocator.timeline/1", alias="schema")
    scenario: str
    title: str
    sha256: str
    raming: str
    national_total: NationalTotal | None = None
    verified: Whole = 0
    step: Literal["month", "day"]
    days: tuple[Day, ...] = Field(min_length=1, max_length=MOST_MONTHS)
    last: Day
    statuses: tuple[Status, ...]
    conditions: Literal["assume", "require"]
    contracts: tuple[Contract, ...]
    unknown: tuple[WindowUnknown, ...]
    lines: tuple[AreaLine, ...]
    not_known: tuple[AreaNotKnown, ...] = ()
    endings: tuple[Ending, ...]
    extensions: tuple[Extensions, ...]
    warnings: tuple[Notice, ...]
    settings: dict[str, JsonValue]
    settings_lines: dict[str, str]
    manifest: TimelineManifest

    def at(self, level: Level) -> list[AreaLine]:
        """The lines of one level."""
        return [line for line in self.lines if line.level == level]

    def not_known_at(self, level: Level) -> list[AreaNotKnown]:
        """The areas of one level that are in no line."""
        return [area for area in self.not_known if area.level == level]

    @property
    def record(self) -> ScenarioRecord:
        """Which question was asked, as a run records it."""
        return ScenarioRecord(
            name=self.scenario,
            title=self.title,
            sha256=self.sha256,
            settings=self.settings,
            lines=self.settings_lines,
        )

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values, keys in the order of the schema, sealed."""
        return sealed(self.model_dump(mode="json"))
