# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario: one question, as a planner writes it down.

Every field says in its `description` what it means; `allocator new` and `allocator schema` print
those sentences, so a setting is explained in one place. Municipalities stand here as they were
written (code, name or alias); loading turns them into codes before anything is computed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from models.counting import Counting
from models.cycle import TasksOfRaming, Term
from models.exchange import People
from models.exemption import Exempted, Exemption
from models.grant import GrantSettings
from models.merging import Merging
from models.national import National
from models.offer import OfferChange, PooledOffer, UnlocatedOffer, in_order
from models.places import MOST_PLACES, Kind, Places, SiteMinimum
from models.raming import LEAST_NATIONAL_TOTAL, OwnTask
from models.record import ByName, Day, DecimalNumber, Exact, Name, Record, Refusal
from models.redivision import PlannedRedivision

Method = Literal["largest_remainder", "sainte_lague", "dhondt", "adams", "huntington_hill", "dean"]


def _version(value: Any) -> Any:
    # `raming: 2024` without quotes can mean one thing only.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Version = Annotated[
    str,
    BeforeValidator(_version),
    WithJsonSchema({"type": ["string", "integer"]}, mode="validation"),
]


def _year(value: Any) -> Any:
    # `population: "2025"` can mean one thing only.
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{4}", value) else value


class Missing(Record):
    """How a key fills what is not known; what is filled is flagged `estimated` everywhere."""

    fill: Name = Field(
        description="the key that the missing weights follow, such as statutory or inhabitants"
    )
    within: Literal["region", "province"] = Field(
        default="province",
        description="region or province: the filled weights are scaled so that each closes on its "
        "published total, or where there is none on the average of the known weights",
    )
    scaled: bool = Field(
        default=True,
        description="false: the filled weights are taken as the other key has them, where both "
        "weigh in one unit; inhabitants for statutory is a score of 0",
    )


class KeySettings(Record):
    """The distribution key (verdeelsleutel)."""

    name: Name = Field(
        default="statutory",
        description="published | statutory | inhabitants | composite | column",
    )
    missing: Missing | None = Field(
        default=None,
        description="how to fill what is not known, e.g. {fill: statutory, within: region}; "
        "null: a missing value is an error",
    )
    raming: Version | None = Field(
        default=None,
        description="for published: the version whose numbers serve as weights; null: this raming",
    )
    parts: ByName[Exact] = Field(
        default_factory=dict,
        description='for composite: what weighs how much, e.g. {income: "2/3", inhabitants: "1/3"}',
    )
    file: Name | None = Field(
        default=None, description="for column: your CSV or XLSX, beside the scenario"
    )
    column: Name | None = Field(default=None, description="for column: the column with the weights")
    sheet: Name | None = Field(
        default=None, description="for column: the sheet of the XLSX; null: the only one"
    )
    adds_up: bool = Field(
        default=False,
        description="for column: true where the weights are counts, such as people, so that those "
        "of municipalities that merged since are added up; false: such rows are refused",
    )


class Cycle(Record):
    """A cycle of the Act."""

    from_: Day = Field(alias="from", description="its first day")
    until: Day = Field(description="its last day")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Cycle:
        in_order(self.from_, self.until)
        return self


class EmergencySettings(Record):
    """Emergency places (crisisnoodopvang, CNO) that every region has to reach."""

    minimum: ByName[Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field(
        default_factory=dict,
        description="by region: at least so many emergency places, e.g. {Twente: 450}",
    )
    available: ByName[Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field(
        default_factory=dict,
        description="by region: how many of them are there already; who is left out has 0",
    )
    counts: Literal["on_top", "within_task"] = Field(
        default="on_top",
        description="on_top: asked beside the decision; within_task: a part of the decision, of "
        "nobody more than that",
    )


class Exchanging(Record):
    """How exchanges (uitruil) are judged."""

    conditions: Literal["assume", "require"] = Field(
        default="assume",
        description="an exchange whose condition is not shown to be met: assume counts it and says "
        "so, require does not count it",
    )
    places_per_status_holder: DecimalNumber | None = Field(
        default=None,
        gt=0,
        le=1_000,
        description="the rate of places against status holders, e.g. 4 (as in 2016); null: no such "
        "exchange",
    )
    status_holders: ByName[Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field(
        default_factory=dict,
        description="status holders that each municipality has to house, before exchanges, e.g. "
        "{Borne: 40}; who is left out has 0; {}: not known",
    )
    places_per_ukrainian: DecimalNumber | None = Field(
        default=None,
        gt=0,
        le=1_000,
        description="the rate of places against the reception of Ukrainians, e.g. 1; null: no such "
        "exchange",
    )
    ukrainians: dict[str, Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field(
        default_factory=dict,
        description="Ukrainians that each municipality receives, before exchanges, e.g. {Borne: "
        "40}; who is left out has 0; {}: not known",
    )

    def rate(self, people: People) -> Fraction | None:
        """How many places stand against one of them; None where none do."""
        if people == "ukrainians":
            return self.places_per_ukrainian
        return self.places_per_status_holder

    def stated(self, people: People) -> Mapping[str, int]:
        """How many of them each municipality has before exchanges; empty where not known."""
        return self.ukrainians if people == "ukrainians" else self.status_holders


class Bound(Record):
    """At least and at most."""

    min: int = Field(default=0, ge=0, le=MOST_PLACES, description="at least so many places")
    max: int | None = Field(
        default=None, ge=0, le=MOST_PLACES, description="at most so many; null: no limit"
    )

    @model_validator(mode="after")
    def _min_below_max(self) -> Bound:
        if self.max is not None and self.min > self.max:
            what = f"min {self.min} is above max {self.max}"
            raise Refusal("min-above-max", what, "Lower min, or raise max.")
        return self


class Limits(Record):
    """Bounds on the rest places of a municipality or a region."""

    regular: Bound = Field(default=Bound(), description="on its regular places")
    amv: Bound = Field(default=Bound(), description="on its amv places")
    total: Bound = Field(default=Bound(), description="on both together")

    def of(self, kind: Kind) -> Bound:
        """The bound on one kind."""
        return self.amv if kind == "amv" else self.regular


class MostParticipants(Record):
    """So many municipalities at most get rest places of a kind."""

    regular: int | None = Field(
        default=None, ge=0, le=MOST_PLACES, description="with regular places; null: no limit"
    )
    amv: int | None = Field(
        default=None, ge=0, le=MOST_PLACES, description="with amv places; null: no limit"
    )

    def of(self, kind: Kind) -> int | None:
        """The limit for one kind; None where there is none."""
        return self.amv if kind == "amv" else self.regular


class Cap(Record):
    """The part of its own share of a kind that a municipality may come to at most."""

    regular: Exact | None = Field(
        default=None, ge=0, le=1_000, description="of its regular places; null: no cap"
    )
    amv: Exact | None = Field(
        default=None, ge=0, le=1_000, description="of its amv places; null: no cap"
    )

    def of(self, kind: Kind) -> Fraction | None:
        """The cap on one kind; None where there is none."""
        return self.amv if kind == "amv" else self.regular


class DistributionSettings(Record):
    """How the rest (restopgave) is divided."""

    by: Literal["province", "region"] = Field(
        default="province", description="what has to close: province | region"
    )
    region_tasks: ByName[Places] = Field(
        default_factory=dict,
        description="by region: the task of each, e.g. {Twente: {total: 3275, amv: 278}}; a region "
        "left out has its published task, or the sum of its shares",
    )
    eligible: Literal["below_share", "all", "named"] = Field(
        default="below_share", description="who takes part: below_share | all | named"
    )
    named: tuple[Name, ...] = Field(
        default=(), strict=False, description="the municipalities, where eligible is named"
    )
    per_kind: bool = Field(
        default=True, description="below_share looks at each kind (true) or at the total (false)"
    )
    exempt: tuple[Exempted, ...] = Field(
        default=(),
        strict=False,
        description="municipalities that get no rest places: names, or with the reason of the "
        'exception, e.g. {municipality: Cranendonck, reason: reception_for_long, source: "letter '
        'of 20 December 2024"}',
    )
    cap: Cap = Field(
        default=Cap(),
        description="what a municipality realises of a kind (counts and rest) stays at most this "
        'part of its own share, or what it counts if that is more, e.g. {regular: "1", amv: '
        '"3/2"}',
    )
    base: Literal["share", "gap"] = Field(
        default="share", description="pro rata of the share, or of what is missing to it (gap)"
    )
    method: Method = Field(
        default="sainte_lague",
        description="rounding: largest_remainder | sainte_lague | dhondt | adams | huntington_hill "
        "| dean",
    )
    minimum_site: SiteMinimum = Field(
        default=SiteMinimum(),
        description="a municipality gets none of a kind, or comes to at least this many",
    )
    most_participants: MostParticipants = Field(
        default=MostParticipants(),
        description="in each area that closes, so many municipalities at most get rest places of "
        "a kind, e.g. {amv: 12}",
    )
    limits: ByName[Limits] = Field(
        default_factory=dict,
        description="bounds on rest places, e.g. {Borne: {regular: {max: 100}}}",
    )
    region_limits: ByName[Limits] = Field(
        default_factory=dict,
        description="the same for a region together, e.g. {Twente: {total: {min: 300}}}",
    )
    lots: tuple[Name, ...] = Field(
        default=(),
        strict=False,
        description="the drawn order of lots, first goes first; [] means by code, and no lots were "
        "drawn; a tie with somebody who drew none is refused",
    )

    def exemption(self, code: str) -> tuple[int, Exemption] | None:
        """Where a municipality stands among the exempt, and how; None where it does not."""
        found = ((n, one) for n, one in enumerate(self.exempt) if one.municipality == code)
        return next(found, None)


class TaskSettings(Record):
    """Where the task of a province comes from."""

    follows: Literal["key", "raming"] | None = Field(
        default=None,
        description="key: each municipality has the national need x its weight / the sum of all "
        "weights, rounded by itself, and a province the sum of its municipalities (Decree 2.1); "
        "raming: published tasks stand, and the shares of a province add up to its task; null: "
        "key, for all provinces together with another key, another need, or your own people or "
        "scores, and for your own indicative numbers; else raming",
    )
    national_total: int | None = Field(
        default=None,
        ge=LEAST_NATIONAL_TOTAL,
        le=MOST_PLACES,
        description="what if the country needed so many places? As `follows` says they are shared "
        "out by the key, or every published task keeps its part of the national total, flagged "
        "estimated, e.g. 76000; null: as published",
    )
    national_amv: int | None = Field(
        default=None,
        ge=0,
        le=MOST_PLACES,
        description="the amv places that the country needs, part of the total; null: as published, "
        "and with another total in that proportion, flagged estimated",
    )
    provinces: ByName[OwnTask] = Field(
        default_factory=dict,
        description="your own figures of provinces, with their source, e.g. {PV24: {total: 2300, "
        'amv: 150, source: "letter of 3 March 2026"}}; where others are published, both are told',
    )
    missing_total: Version | None = Field(
        default=None,
        description="where tasks follow the raming: provinces without a published task share what "
        "is left of the national one pro rata of their tasks in this version, flagged estimated; "
        "null: a missing task is an error",
    )
    missing_amv: Literal["pro_rata", "as_known"] | None = Field(
        default=None,
        description="where tasks follow the raming: provinces without a published amv task share "
        "what is left of the national one (pro_rata), or have it in the proportion of those that "
        "are published (as_known), flagged estimated; where they follow the key, as_known says so "
        "of a national amv need that is not published; null: a missing amv task is an error",
    )


class Solver(Record):
    """Limits on the solver; they decide how long it may take, never what the answer is."""

    time_limit_seconds: DecimalNumber = Field(
        default=Fraction(60),
        gt=0,
        le=86_400,
        description="seconds for each province and kind (or for what rules tie together)",
    )
    workers: int = Field(default=2, ge=1, le=64, description="threads")


class Scenario(Record):
    """One question: which raming, which provinces, which rules."""

    name: Name = Field(default="scenario", description="a short name, as in the file's name")
    title: str = Field(default="", max_length=200, description="one line for people")
    raming: Version = Field(
        default="2024", description="the version of the raming: 2022-11 | 2023-05 | 2024 | 2026"
    )
    cycle: Cycle | None = Field(
        default=None,
        description="the days on which the task binds, {from: DATE, until: DATE}; null: those of "
        "its decision, or of `binding`",
    )
    binding: Literal["decision", "report"] = Field(
        default="decision",
        description="decision: a task binds in the two calendar years after its decision (Act "
        "5(1)); report: from 1 February to 1 February, as the provincial report of October 2024 "
        "writes",
    )
    terms: ByName[Term] = Field(
        default_factory=dict,
        description="by municipality: a longer term than six months after the decision (Act "
        "7(1)(a)), e.g. {Borne: {until: 2025-12-31, source: decision}}",
    )
    cycle_tasks: dict[Version, TasksOfRaming] = Field(
        default_factory=dict,
        description="by raming: tasks of another one, which the timeline sets against the years "
        'in which that binds, e.g. {"2026": {municipalities: {Borne: {total: 140, amv: 9, source: '
        "letter}}}}; a province left out has its published task",
    )
    provinces: tuple[Name, ...] = Field(
        default=("PV23",), min_length=1, strict=False, description="codes or names"
    )
    key: KeySettings = Field(
        default=KeySettings(), description="the distribution key (verdeelsleutel)"
    )
    population: Annotated[int | Name, BeforeValidator(_year)] = Field(
        default=2023,
        description="inhabitants on 1 January of this year, or your own CSV or XLSX, beside the "
        "scenario, with the columns municipality and inhabitants",
    )
    ses_woa: Name | None = Field(
        default=None,
        description="CSV or XLSX with your own SES-WOA scores, beside the scenario, with the "
        "columns municipality and score (-0.1 is an ordinary one); null: the packaged ones, which "
        "are derived from scores of districts",
    )
    indicative: Name | None = Field(
        default=None,
        description="CSV or XLSX with the indicative numbers of this raming, beside the scenario, "
        "with the columns municipality, total and amv, for the key published; null: the packaged "
        "ones, as far as they are known",
    )
    task: TaskSettings = Field(default=TaskSettings(), description="the task per province")
    offers: Name | None = Field(
        default=None,
        description="CSV or XLSX with the offers, beside the scenario, with the columns "
        "municipality, site, kind, places, available_from, available_until, status, phase, note; "
        "null: none",
    )
    offer_changes: tuple[OfferChange, ...] = Field(
        default=(),
        strict=False,
        description="offers of that file as they turn out otherwise: realised (true | false), "
        "places or status, e.g. [{line: 10, municipality: Hardenberg, realised: false}, "
        "{line: 2, municipality: Almelo, places: 300}]",
    )
    pooled_offers: tuple[PooledOffer, ...] = Field(
        default=(),
        strict=False,
        description="places whose split over candidates is not known, e.g. [{name: plans, "
        "status: likely, region: Twente, places: {regular: 50}, candidates: [Borne, Losser]}]",
    )
    unlocated_offers: tuple[UnlocatedOffer, ...] = Field(
        default=(),
        strict=False,
        description="places known only for a whole province, e.g. [{province: PV23, "
        "places: {regular: 68}}]",
    )
    reports: Literal["published"] | None = Field(
        default=None,
        description="published: what provinces reported for this raming counts, without a "
        "municipality, where the scenario itself gives no places of them; a province whose report "
        "is not known is left out of the sums; null: only the scenario's own places",
    )
    counting: Counting = Field(default=Counting(), description="which offers count")
    exchanges: tuple[Name, ...] = Field(
        default=(),
        strict=False,
        description="exchanges (uitruil), by name: of the packaged table and of exchange_file",
    )
    exchange_file: Name | None = Field(
        default=None,
        description="CSV or XLSX with your own exchanges, beside the scenario, with the columns "
        "id, giver, taker, kind, places, from, until, extendable, against, condition, "
        "condition_municipality, condition_places, condition_on, promised_places, promised_on; "
        "null: the packaged ones",
    )
    exchanging: Exchanging = Field(
        default=Exchanging(), description="how exchanges (uitruil) are judged"
    )
    distribution: DistributionSettings = Field(
        default=DistributionSettings(), description="how the rest (restopgave) is divided"
    )
    emergency: EmergencySettings = Field(
        default=EmergencySettings(), description="emergency places that every region has to reach"
    )
    national: National = Field(
        default=National(), description="what provinces take over from one another"
    )
    grant: GrantSettings = Field(
        default=GrantSettings(),
        description="the grant for places above 75 % of the provincial number (Act 9(3))",
    )
    merging: Merging = Field(default=Merging(), description="how small tasks are merged")
    redivisions: tuple[PlannedRedivision, ...] = Field(
        default=(),
        strict=False,
        description="redivisions to come: from that day what both have adds up, e.g. "
        '[{on: 2027-01-01, from: Wijdemeren, into: Hilversum, source: "bill of 21 November 2025"}]',
    )
    solver: Solver = Field(default=Solver(), description="limits on the solver")

    def fingerprint(self) -> str:
        """The sha256 of the settings: the same for two scenarios that ask the same."""
        return fingerprint_of(self.model_dump(mode="json"))


def fingerprint_of(settings: Any) -> str:
    """The sha256 of settings as a record has them; one of an older version has fewer."""
    text = json.dumps(settings, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
