# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `allocator timeline` answers: what is available month by month, against the task.

The answer can be checked from its own content, and made again: it carries every offer, exchange and
pledge with its window and status, the task of every area, the settings, and the files it rests on.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, JsonValue

from models.area_line import AreaLine, AreaNotKnown, Level, Part, RedividedLine, TaskedArea
from models.contract import Contract, WindowUnknown
from models.cycle import Binding
from models.division import Division, TieResult, Whole
from models.offer import Status
from models.problem import InputFile, Notice
from models.raming import NationalTotal
from models.record import Day, Record
from models.result import ScenarioRecord
from models.seal import sealed

TIMELINE_SCHEMA = "allocator.timeline/1"
MOST_MONTHS = 1200


class Ending(Record):
    """A contract that ends: its number, and the first of the days on which it is gone."""

    contract: Whole
    gone_from: Day | None


class Extension(Record):
    """What it closes to let all that ends of one site last until the end.

    Attributes:
        contract: number of the first that ends; of an exchange or pledge of itself.
        closes: places, of the largest gap of the province.
        place_months: the places that it closes in each month, added up.
        beside: numbers of what else ends of the same site and is extended with it, in the order in
            which they end.
    """

    contract: Whole
    closes: Whole
    place_months: Whole
    beside: tuple[Whole, ...] = ()


class Extensions(Record):
    """Which single site closes most of the largest gap of a province, when it is extended.

    Attributes:
        province: code.
        of: all places, or the amv places.
        options: every one that closes anything: first the most at the largest gap, then the most
            place-months, then the earliest end, then by what the contracts say.
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
        binding: on which days the task of which raming binds, that of the scenario first: where two
            bind, the first does; None where no cycle is known of its raming (and in a file of an
            older version): then the task is set against every day.
        extended: what one extension is of: all that ends of a `site`; in files of older versions a
            `contract` by itself.
        conditions: whether an exchange counts whose condition is not shown to be met (`assume`).
        contracts: every offer, exchange and pledge with a window; elsewhere told by its number.
        unknown: what has none.
        divisions: how pledges of which a plan falls through are split over all candidates.
        ties: equal claims in that, which lots decided.
        lines: provinces, then regions, then municipalities, each by code.
        not_known: the areas that are in no line and in no sum, in the same order.
        redivided: from the day of each redivision within it, the line of the municipality that
            there is since; those of its parts are told for themselves beside it.
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
    binding: tuple[Binding, ...] | None = None
    statuses: tuple[Status, ...]
    extended: Literal["contract", "site"] = "contract"
    conditions: Literal["assume", "require"]
    contracts: tuple[Contract, ...]
    unknown: tuple[WindowUnknown, ...]
    divisions: tuple[Division, ...] = ()
    ties: tuple[TieResult, ...] = ()
    lines: tuple[AreaLine, ...]
    not_known: tuple[AreaNotKnown, ...] = ()
    redivided: tuple[RedividedLine, ...] = ()
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

    def binds_on(self, day: date) -> Binding | None:
        """Whose task binds on a day; None where none does, or where that is not told."""
        return next((one for one in self.binding or () if one.covers(day)), None)

    def task_on(self, area: TaskedArea, part: Part, day: date) -> int | None:
        """The task of an area that binds on a day; None where none is known."""
        if self.binding is None:
            return area.task_of(part)
        binds = self.binds_on(day)
        if binds is None:
            return None
        return area.task_of(part) if binds.own else area.task_in(binds.raming, part)

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
