# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The result of a run: schema `allocator.run/1`, with the steps that led to every number.

A result can be checked and explained from its own content: it carries the settings, each offer with
the reason why it counts or not, and each apportionment with its weights, bounds and certificate.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Literal

from pydantic import Field, JsonValue, field_serializer, field_validator

from models.cycle import CycleStep
from models.division import Division, Interval, TieResult, Whole
from models.exchange import People
from models.exemption import Exemption
from models.grant import Grant
from models.merged import Merge, Undersized
from models.national import Country, ReportedPlaces, Takeover
from models.offer import Changed, Phase, Status
from models.places import Kind, Places
from models.problem import InputFile, Notice
from models.published import PublishedNumbers
from models.raming import Follows, NationalTotal, PublishedTask, SharedNeed, TaskStatus
from models.record import Exact, Figure, Record, decimal
from models.redivision import RedividedResult
from models.seal import sealed

SCHEMA = "allocator.run/1"

ShareStatus = Literal["published", "computed", "estimated"]
RunStatus = Literal["optimal", "feasible", "infeasible", "unknown"]


# What is divided over provinces, who draw no lots as municipalities do.
BETWEEN_PROVINCES = ("task", "takeover", "plan")


class ScenarioRecord(Record):
    """Which question was asked, with every setting as it was in force.

    Attributes:
        sha256: of the settings.
        settings: every setting, names turned into codes.
        lines: file, line and column of each setting that somebody wrote, by its dotted path.
    """

    name: str
    title: str
    sha256: str
    settings: dict[str, JsonValue]
    lines: dict[str, str] = Field(default_factory=dict)

    def line(self, path: str) -> str:
        """Where a setting stands, or the nearest around it; empty where it is a default."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, "")


class KeyRecord(Record):
    """The distribution key (verdeelsleutel) in force.

    Attributes:
        says: its sentence.
        source: the id of its source (`models.law.CITATIONS`), or that it has none.
    """

    name: str
    says: str
    source: str


class AreaResult(Record):
    """The sum of one area that has to close: a province, or a region of it.

    Attributes:
        code: province or region code.
        province: code of the province it lies in.
        task: what the raming asks.
        counted: what the offers that count give.
        unlocated: counted places that belong to no municipality.
        rest: what is left to divide, amv first.
        surplus: counted above the task.
        over_task: amv places that the amv shortage asks above the whole task.
        handed_over: what other provinces take over; the rest is lowered by it.
        known: whether it is known what counts; where not, rest, surplus and over_task are zero.
        row: file and line of the task; empty where it is the sum of the shares.
        amv_row: file and line of its amv part, where that stands in another row.
    """

    code: str
    name: str
    province: str
    task: Places
    counted: Places
    unlocated: Places
    rest: Places
    surplus: Places
    over_task: Whole
    handed_over: Places = Places()
    known: bool = True
    row: str = ""
    amv_row: str = ""


class ProvinceResult(Record):
    """A province: the sums of its areas.

    Attributes:
        task_status: of its amv part: `published`; `computed` where the task is the sum of what the
            key gives the municipalities; `stated` where the scenario enters it; or `estimated`
            where the amv part had to be filled, or all of it.
        takes_over: of its surplus, what it takes over from other provinces.
        handed_over: what other provinces take over from it; its rest is lowered by it.
        by_key: where the task stays the raming's although the key is another than the law's: what
            it would be as the sum of what the key gives the municipalities (Decree 2.1(2)).
        published: where the task is another than the published one, that one.
        known: whether it is known what counts; where not, rest and surplus are zero and its
            municipalities have none.
        divisors: per kind the interval of valid divisors, where one apportionment decides.
    """

    code: str
    name: str
    task: Places
    task_status: TaskStatus
    counted: Places
    unlocated: Places
    rest: Places
    surplus: Places
    over_task: Whole
    takes_over: Places = Places()
    handed_over: Places = Places()
    by_key: Places | None = None
    published: PublishedTask | None = None
    known: bool = True
    divisors: dict[Kind, Interval]


class Eligible(Record):
    """Whether a municipality is eligible for rest places, per kind."""

    regular: bool
    amv: bool

    def of(self, kind: Kind) -> bool:
        """Whether it is eligible for one kind."""
        return self.amv if kind == "amv" else self.regular


class Reasons(Record):
    """Why it is or is not eligible, per kind, in one sentence with numbers."""

    regular: str
    amv: str


class Filled(Record):
    """How a weight that the key does not know was filled.

    Attributes:
        key: the key that it follows instead.
        source: of that key.
        area: code of the area within which it was filled.
        area_total: the area's published total, where that was shared out.
        area_row: file and line of it.
        substitute: the weight by that key.
        ratio: what it was multiplied by; None where the published total of the area was shared
            out (see `divisions`, stage `fill`).
        known: what the municipalities of the area with a known weight weigh together.
        known_substitute: what they weigh by the key that is followed.
    """

    key: str
    source: str
    area: str
    area_total: Whole | None = None
    area_row: str = ""
    substitute: Figure
    ratio: Figure | None
    known: Figure
    known_substitute: Figure


class MunicipalityResult(Record):
    """One municipality.

    Attributes:
        region: name of its regional table.
        region_code: code of it.
        latitude: of its centroid, in degrees.
        longitude: likewise.
        inhabitants: on 1 January of the scenario's year, whatever the key looks at; None where they
            are not known, and in runs that were saved before they were recorded.
        inhabitants_row: the table row (file and line) that they were read from.
        weight: what the key gives it.
        weight_figures: the figures that the weight was made from.
        weight_rows: the table rows (file and line) that the weight was made from.
        weight_filled: how the weight was filled, where the key does not know it.
        share: its part of the task by the key (indicatieve verdeling).
        share_status: `published`, `computed` by the formula of the key, or `estimated`.
        counted: places that count, exchanges and pooled offers included.
        pooled: the part of it that is an estimated split of pooled offers.
        rest: places of the rest; None when the run is infeasible.
        decision: counted + rest.
        realised: where the places physically are, within this municipality.
    """

    code: str
    name: str
    province: str
    region: str
    region_code: str
    latitude: Figure
    longitude: Figure
    inhabitants: Whole | None = None
    inhabitants_row: str = ""
    weight: Figure
    weight_figures: dict[str, Figure]
    weight_rows: tuple[str, ...]
    weight_filled: Filled | None = None
    share: Places
    share_status: ShareStatus
    counted: Places
    pooled: Places
    eligible: Eligible
    eligible_because: Reasons
    exemption: Exemption | None = None
    rest: Places | None
    decision: Places | None
    realised: Places | None


class Elsewhere(Record):
    """Places of a decision that physically stand outside the scenario's provinces."""

    code: str
    name: str
    kind: Kind
    places: Whole


Against = Literal["plan", "status", "window", "site", "municipality", "margin", "stay"]


def counting(counts: bool, places: int, counted: int | None) -> int:
    """How many places of a row count: where no number was recorded, all of them or none."""
    return counted if counted is not None else places if counts else 0


class OfferResult(Record):
    """One offer, and whether it counts.

    Attributes:
        counts: whether any of it counts.
        change: what the scenario changed of it; None where it is as in its file.
        phase: how far it is; None where its file does not say.
        counted: how many of its places count; None in files of older versions, where all of them
            do or none.
        standing: how many pass the rules on statuses and windows, before minima and margins; of a
            stay those of its first row. None in files of older versions.
        stay: the rows of its site of which the contracts follow one another and were judged as
            one, itself included; empty where it was judged by itself.
        against: why none of it counts: the plan is not realised, its status, its window, its site
            or its municipality has too few, the margin leaves none, or its places count in another
            row of its stay. None where it counts, and in files of older versions.
    """

    municipality: str
    site: str
    kind: Kind
    places: Whole
    from_: date | None = Field(alias="from", strict=False)
    until: date | None = Field(strict=False)
    status: Status
    counts: bool
    reason: str
    row: str
    change: Changed | None = None
    phase: Phase | None = None
    counted: Whole | None = None
    standing: Whole | None = None
    stay: tuple[str, ...] = ()
    against: Against | None = None

    @property
    def counting(self) -> int:
        """How many of its places count."""
        return counting(self.counts, self.places, self.counted)


class FallenThrough(Record):
    """A candidate whose plan is not realised.

    Attributes:
        code: the municipality.
        places: what the split of the pledge gives it, which does not count; none where the whole
            pledge does not.
    """

    code: str
    name: str
    places: Places


class PooledResult(Record):
    """One pledge of a region, and how it was split (see `divisions`, stage `pooled`).

    Attributes:
        places: as pledged.
        counted: those that count: as pledged, less what falls through.
        fallen_through: the candidates whose plan the scenario has fall through.
    """

    name: str
    status: Status
    region: str
    places: Places
    candidates: tuple[str, ...]
    counts: bool
    counted: Places = Places()
    fallen_through: tuple[FallenThrough, ...] = ()
    reason: str
    row: str = ""


class UnlocatedResult(Record):
    """Places that reduce the rest of an area and belong to no municipality."""

    area: str
    places: Places
    note: str
    row: str = ""


class Condition(Record):
    """What an exchange hangs on.

    Attributes:
        text: in words.
        met: None while the program cannot tell: it is no data, or what is short was promised.
        municipality: code of who has to show places; empty where the condition is words only.
        places: how many it has to show.
        on: operational on this day.
        shown: how many its offers show; None where they are not known.
        promised: how many it promised beside those.
        promised_on: for which day.
    """

    text: str
    met: bool | None
    municipality: str = ""
    places: Whole = 0
    on: date | None = Field(default=None, strict=False)
    shown: Whole | None = None
    promised: Whole = 0
    promised_on: date | None = Field(default=None, strict=False)


class ExchangeResult(Record):
    """One exchange.

    Attributes:
        counts: whether its window covers what the counting rule asks, and where the scenario
            requires it, its conditions are met.
        extendable: whether the agreement says that it may be prolonged.
        end: `open` without a last day; `extendable`, or `final`: after the last day the places are
            the giver's again.
        status_holders: of the giver, that the taker houses in return; 0: none.
        ukrainians: likewise, that the taker receives.
        taker_without: what the taker counts if the exchange falls away; None where it lies outside
            the scenario.
        giver_without: likewise the giver, who counts the places itself then.
        counted: how many of its places count; None in files of older versions, where all of them
            do or none.
        stay: the agreements between both that follow one another and were judged as one, itself
            included; empty where it was judged by itself.
    """

    id: str
    giver: str
    giver_name: str
    taker: str
    taker_name: str
    kind: Kind
    places: Whole
    from_: date | None = Field(alias="from", strict=False)
    until: date | None = Field(strict=False)
    counts: bool
    reason: str
    conditions: tuple[Condition, ...]
    row: str
    extendable: bool = False
    end: Literal["open", "extendable", "final"] = "final"
    status_holders: Whole = 0
    ukrainians: Whole = 0
    taker_without: Places | None = None
    giver_without: Places | None = None
    counted: Whole | None = None
    stay: tuple[str, ...] = ()

    @property
    def counting(self) -> int:
        """How many of its places count with the taker."""
        return counting(self.counts, self.places, self.counted)

    def leaving(self, sort: People) -> int:
        """How many people of a sort leave the giver for the places that count."""
        return self.people(sort) * self.counting // self.places if self.places else 0

    def people(self, sort: People) -> int:
        """How many of that sort the taker takes of the giver in return."""
        return self.ukrainians if sort == "ukrainians" else self.status_holders


class StatusHolders(Record):
    """The books of a municipality that exchanges places against status holders or Ukrainians.

    Attributes:
        before: people of that sort that it has to house by the scenario; None where it states none.
        change: how many every exchange that counts brings it; below zero where they leave it.
        after: both together; None where the first is not known.
        places_before: reception places that it counts before those exchanges.
        places_after: the same after them.
    """

    code: str
    name: str
    before: Whole | None
    change: int
    after: Whole | None
    places_before: Places
    places_after: Places


class EmergencyResult(Record):
    """The emergency places of a region; who is asked for how many is in `divisions`.

    Attributes:
        region: code.
        minimum: that it has to reach.
        available: that are there.
        asked: what is missing to the minimum.
        within_task: whether they are a part of the decisions, or come on top.
        short: what nobody can be asked for, as all decisions of the region together are less;
            always 0 where emergency places come on top; None where they would be a part of
            decisions that are not known: then nobody is asked.
        row: the line of the scenario.
    """

    region: str
    name: str
    minimum: Whole
    available: Whole
    asked: Whole
    within_task: bool
    short: Whole | None
    row: str = ""


class Objective(Record):
    """What was minimised: the value reached, the proven bound, and whether they meet.

    Attributes:
        name: `deviation` from pro rata; how many the choice of participants leaves out: `left_out`;
            `squared_deviation` where rules couple kinds or regions; `unsettled`, only where it is
            not known whether lots have to decide: between how many, at the most. Of merging those
            of the scenario: `place_km` in kilometres to 0.1, `balance` an exact fraction.
        value: what was reached.
        bound: nothing can be below this.
        unit: how much of `value` is one place (deviation) or one municipality (left_out).
    """

    stage: Literal["distribution", "merging", "national"]
    area: str
    kind: Kind | Literal["both"]
    name: str
    value: int | Exact
    bound: int | Exact
    proven: bool
    unit: int = Field(default=1, gt=0)

    @field_validator("value", "bound", mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        return decimal(value) if isinstance(value, float) else value

    @field_serializer("value", "bound")
    def _written(self, value: int | Fraction) -> int | float | str:
        if isinstance(value, int):
            return value
        return float(value) if self.name == "place_km" else str(value)

    @property
    def gap(self) -> Fraction:
        """How far the value is above its bound, in units: places or municipalities."""
        return (Fraction(self.value) - Fraction(self.bound)) / self.unit


class Confirmation(Record):
    """What a second solver says of an objective.

    Attributes:
        solver: which one.
        value: the objective value that it reached; None if it found no answer in time.
        agrees: whether it proved the same value.
    """

    area: str
    kind: Kind | Literal["both"]
    name: str
    solver: str
    value: int | Exact | None
    agrees: bool


class Shortage(Record):
    """What stands between an area and a division of its rest, in places.

    For each kind `rest` is `placed` + `short` - `beyond`.

    Attributes:
        area: code of the area.
        name: its name.
        says: the same in words, the numbers first.
        eligible: how many municipalities are eligible for a kind that is left to divide, or that
            has to be taken all the same.
        rest: what is left to divide.
        placed: the most that the scenario's lines let the eligible municipalities take of it; where
            that is more than the rest, the least that they have to take.
        short: what they cannot take.
        beyond: what they have to take above the rest.
    """

    area: str
    name: str
    says: str = ""
    eligible: Whole
    rest: Places
    placed: Places
    short: Places
    beyond: Places


class Move(Record):
    """One line of the scenario that has to change.

    Attributes:
        path: of the setting, `distribution.limits.GM0147.regular.max`.
        where: file, line and column of it, or of the nearest line around it; empty where nobody
            wrote it and it is the default.
        says: the line in words, with names.
        now: its value.
        becomes: the value that is just enough; None where an item is taken off a list.
        by: how many places it moves; None where it is no number.
    """

    path: str
    where: str
    says: str
    now: int | str
    becomes: int | str | None
    by: Whole | None


class Repair(Record):
    """A smallest set of lines whose change makes a division of some areas possible.

    Every one is confirmed: with all its moves there is a division; with any one of them left out,
    or one place smaller, there is none.

    Attributes:
        areas: codes of the areas that can be divided with it. Areas stand apart where what is
            enough for them shares no line: then each needs a repair of its own.
        moves: what has to change, all of it.
    """

    areas: tuple[str, ...]
    moves: tuple[Move, ...]


class Infeasibility(Record):
    """Why there is no division, in numbers, and what would make one possible.

    Attributes:
        areas: name by code of every area without a division, and of those that a change for
            their sake bears on.
        shortages: per area, where the sums tell.
        contradictions: sentences on limits that exclude one another, whatever the rest is.
        repairs: smallest sets of lines to change, for each set of areas: the fewest lines first,
            then the fewest that are no number, then the fewest places.
        beyond_repair: codes of the areas that no change of lines makes divisible.
        complete: whether `repairs` lists every smallest set.
    """

    areas: dict[str, str] = Field(default_factory=dict)
    shortages: tuple[Shortage, ...]
    contradictions: tuple[str, ...] = ()
    repairs: tuple[Repair, ...]
    beyond_repair: tuple[str, ...] = ()
    complete: bool

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why there is no division, in sentences: the shortages first."""
        return (*(one.says for one in self.shortages), *self.contradictions)


class Failure(Record):
    """A check that does not hold: `rule[area]` and the numbers."""

    check: str
    message: str


class Verdict(Record):
    """The outcome of the solver-free verification."""

    ok: bool
    checks: Whole
    failures: tuple[Failure, ...]


class Manifest(Record):
    """The receipt: what made this result.

    Attributes:
        lots: the order of lots, first goes first.
        lots_from: where that order comes from.
        confirmations: what a second solver says, where it was asked.
        seconds: per stage.
        data_sha256: of the data that the result rests on (see `models.data`); empty in runs that
            were saved before it was recorded.
        content_sha256: of all that a saved file says, but the seconds; empty until it is written.
    """

    allocator: str
    ortools: str
    python: str
    inputs: tuple[InputFile, ...]
    lots: tuple[str, ...]
    lots_from: str = ""
    confirmations: tuple[Confirmation, ...] = ()
    seconds: dict[str, float]
    data_sha256: str = ""
    content_sha256: str = ""


class RunResult(Record):
    """Everything that one run says, and all that it is made of.

    Attributes:
        follows: what the tasks of provinces follow: what the key gives municipalities, or the
            raming.
        need: what the country needs and what the key shares it out by, where that decides the
            tasks, or tells what they would be.
        cycle: the steps of the cycle of its raming; none where no cycle is known.
        grant: the grant of Act 9(3), where the scenario asks it.
        redivided: what municipalities have from a day on, with those that are added to them.
    """

    schema_: Literal["allocator.run/1"] = Field(default="allocator.run/1", alias="schema")
    scenario: ScenarioRecord
    raming: str
    national_total: NationalTotal | None = None
    follows: Follows = "raming"
    need: SharedNeed | None = None
    status: RunStatus
    reasons: tuple[str, ...] = ()
    infeasibility: Infeasibility | None = None
    key: KeyRecord
    provinces: tuple[ProvinceResult, ...]
    areas: tuple[AreaResult, ...]
    municipalities: tuple[MunicipalityResult, ...]
    merges: tuple[Merge, ...] = ()
    undersized: tuple[Undersized, ...] = ()
    reports: tuple[ReportedPlaces, ...] = ()
    takeovers: tuple[Takeover, ...] = ()
    country: Country | None = None
    cycle: tuple[CycleStep, ...] = ()
    grant: Grant | None = None
    redivided: tuple[RedividedResult, ...] = ()
    published: PublishedNumbers | None = None
    exchanges: tuple[ExchangeResult, ...]
    status_holders: tuple[StatusHolders, ...] = ()
    ukrainians: tuple[StatusHolders, ...] = ()
    emergency: tuple[EmergencyResult, ...] = ()
    realised_elsewhere: tuple[Elsewhere, ...]
    offers: tuple[OfferResult, ...]
    pooled_offers: tuple[PooledResult, ...]
    unlocated_offers: tuple[UnlocatedResult, ...]
    published_tasks: tuple[PublishedTask, ...] = ()
    divisions: tuple[Division, ...]
    objectives: tuple[Objective, ...]
    ties: tuple[TieResult, ...]
    warnings: tuple[Notice, ...]
    verification: Verdict
    manifest: Manifest

    def finished(self, verdict: Verdict, seconds: dict[str, float]) -> RunResult:
        """The same result with its verdict and the seconds per stage."""
        manifest = self.manifest.model_copy(update={"seconds": seconds})
        return self.model_copy(update={"verification": verdict, "manifest": manifest})

    @property
    def estimated_provinces(self) -> set[str]:
        """Codes of those of which the amv part of the task or of the report is an estimate."""
        tasks = {one.code for one in self.provinces if one.task_status == "estimated"}
        return tasks | {one.area for one in self.reports if one.amv is None}

    def books(self, sort: People) -> tuple[StatusHolders, ...]:
        """The books of everybody who exchanges places against people of that sort."""
        return self.ukrainians if sort == "ukrainians" else self.status_holders

    def order_from(self, tie: TieResult) -> str:
        """Where the order of lots of a tie comes from: provinces have one of their own."""
        if tie.stage not in BETWEEN_PROVINCES:
            return self.manifest.lots_from
        national = self.scenario.settings.get("national")
        if (
            tie.stage in ("takeover", "plan")
            and isinstance(national, dict)
            and national.get("lots")
        ):
            return f"drawn: {self.scenario.line('national.lots')}"
        return "by CBS code: no lots were drawn"

    def to_json(self) -> dict[str, Any]:
        """The result as plain JSON values, keys in the order of the schema, sealed."""
        return sealed(self.model_dump(mode="json"))
