# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The problem: everything that one run needs, finished.

Loading makes it; the stages read it. Names have become codes, texts numbers; nothing is raw and
nothing is missing, except the weights that the key of the scenario is asked to fill.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from models.cycle import CycleStep, OtherTask
from models.division import Division, TieResult
from models.exchange import Exchange
from models.fault import Place
from models.national import ReportedPlaces
from models.offer import Offer
from models.raming import Follows, NationalNeed, NationalTotal, PublishedTask, Task
from models.record import Record
from models.scenario import Scenario
from models.territory import Municipality, Territory

Role = Literal[
    "scenario",
    "offers",
    "exchanges",
    "key",
    "people",
    "scores",
    "numbers",
    "lots",
    "reference",
]
"""What a file was read for."""


class Notice(Record):
    """Something that a reader of the numbers has to know."""

    code: str
    message: str


class InputFile(Record):
    """A file that was read.

    Attributes:
        name: as the scenario names it; without its folder where the command line named it.
        sha256: of its bytes.
        role: what it was read for.
    """

    name: str
    sha256: str
    role: Role = "reference"


@dataclass(frozen=True, slots=True)
class Part:
    """What one of the municipalities that merged brings to a figure that is their sum."""

    name: str
    value: Fraction
    row: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one municipality and the row that it was read from.

    Attributes:
        parts: of which it is the sum, where the table is of before they merged.
    """

    value: Fraction
    row: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedShare:
    """A published number: of one municipality (indicative), or of an area (its task).

    Attributes:
        total: places, amv included.
        amv: amv places; None where not published.
        row: file and line.
        amv_row: file and line of the amv places, where they stand in another row.
        parts: of which it is the sum, where the table is of before municipalities merged.
    """

    total: int
    amv: int | None
    row: str
    amv_row: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """What distribution keys draw on, per municipality code.

    Attributes:
        quantities: tables of figures by name: `inhabitants`, `households`, `land_area`, `income`
            (inhabitants x income per inhabitant), `property_value` (households x mean value).
        scores: SES-WOA scores.
        published: indicative numbers of the version that the key names.
        published_raming: that version.
        area_totals: published task per region and province in that version.
        column: the user's own column, where the key asks for one.
    """

    quantities: Mapping[str, Mapping[str, Cell]]
    scores: Mapping[str, Cell]
    published: Mapping[str, PublishedShare]
    published_raming: str
    area_totals: Mapping[str, PublishedShare]
    column: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Problem:
    """One scenario with all its data.

    Attributes:
        scenario: the settings, every name turned into a code.
        follows: what the tasks follow: the raming, or what the key gives the municipalities.
        need: of the country, where all of it is known.
        told_by_key: whether the tasks stay the raming's although the key asks for others.
        published: per province, the task that the raming publishes.
        region_shares: the published task per region code, on which published numbers close.
        contradicted: per municipality code, its indicative number in the scenario's own table and
            the published one, where they differ.
        sha256: of the scenario's effective settings.
        territory: names and places of the whole country.
        municipalities: of the scenario's provinces, in order of code.
        tasks: the task per province code; empty until the key is asked, where it decides them.
        national_total: where the scenario asks for one.
        task_divisions: how tasks that are not published, or follow another national total, were
            shared out.
        task_ties: equal claims in that.
        published_tasks: the published figures behind that; empty where none was filled.
        region_tasks: the published or stated task per region code, of this raming.
        cycle: first and last day on which the task binds; None where none is known.
        cycle_steps: of every cycle of the Act that is known, by raming and step.
        other_tasks: per area code, its tasks in other ramingen: published or given.
        figures: what the key draws on.
        offers: of the scenario's provinces.
        exchanges: those that the scenario names.
        lines: where each line of the scenario stands, by dotted path.
        warnings: what loading noticed.
        inputs: the files that were read.
        lots_from: where the order of lots comes from.
        reports: the figures of provincial reports that count.
        unreported: codes of the provinces whose report is asked and not known.
        raming_of_all: places that the raming asks of the whole country, where every province takes
            part; None where not.
    """

    scenario: Scenario
    sha256: str
    territory: Territory
    municipalities: tuple[Municipality, ...]
    tasks: Mapping[str, Task]
    region_tasks: Mapping[str, Task]
    figures: KeyFigures
    offers: tuple[Offer, ...]
    exchanges: tuple[Exchange, ...]
    lines: Mapping[str, Place]
    warnings: tuple[Notice, ...]
    inputs: tuple[InputFile, ...]
    national_total: NationalTotal | None = None
    task_divisions: tuple[Division, ...] = ()
    task_ties: tuple[TieResult, ...] = ()
    published_tasks: tuple[PublishedTask, ...] = ()
    lots_from: str = ""
    cycle: tuple[date, date] | None = None
    cycle_steps: tuple[CycleStep, ...] = ()
    other_tasks: Mapping[str, tuple[OtherTask, ...]] = field(default_factory=dict)
    reports: tuple[ReportedPlaces, ...] = ()
    unreported: tuple[str, ...] = ()
    raming_of_all: int | None = None
    follows: Follows = "raming"
    need: NationalNeed | None = None
    told_by_key: bool = False
    published: Mapping[str, PublishedTask] = field(default_factory=dict)
    region_shares: Mapping[str, Task] = field(default_factory=dict)
    contradicted: Mapping[str, tuple[PublishedShare, PublishedShare]] = field(default_factory=dict)

    def line(self, path: str) -> Place:
        """Where a line of the scenario stands, or the nearest line around it."""
        return self._nearest(path) or Place(self.scenario.name)

    def row(self, path: str) -> str:
        """The same as a result quotes it: without the folder, empty where nobody wrote it."""
        place = self._nearest(path)
        return place.quoted if place else ""

    def _nearest(self, path: str) -> Place | None:
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path)

    def asks_for_other_task(self, province: str) -> bool:
        """Whether the task of a province is another than the published one, and no what-if of it.

        A task that keeps its part of another national total is told as that.
        """
        published, task = self.published.get(province), self.tasks[province]
        if published is None or (self.follows == "raming" and task.total_status != "stated"):
            return False
        same_amv = published.amv in (None, task.places.amv)
        return published.total != task.places.total or not same_amv

    @property
    def has_official_numbers(self) -> bool:
        """Whether the published numbers that the key knows are those of the tasks asked here.

        Those of another version of the raming, or of another national total, are weights.
        """
        what_if = self.national_total is not None and self.national_total.what_if
        return self.figures.published_raming == self.scenario.raming and not what_if

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the scenario's municipalities, in order."""
        return tuple(municipality.code for municipality in self.municipalities)

    @property
    def lots(self) -> tuple[str, ...]:
        """The order of lots: as drawn in the scenario, the others by code."""
        drawn = self.scenario.distribution.lots
        return (*drawn, *(code for code in self.codes if code not in set(drawn)))

    @property
    def lots_of_provinces(self) -> tuple[str, ...]:
        """The same among provinces, where they take over in proportion."""
        drawn = self.scenario.national.lots
        return (*drawn, *(code for code in sorted(self.tasks) if code not in set(drawn)))
