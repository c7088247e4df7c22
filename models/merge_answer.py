# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `allocator merge` answers: the plan, proposals judged, the next best plans, a trade-off."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.division import Whole
from models.merged import Kilometres, Member, Merge, ObjectiveValue, Undersized
from models.merging import MergingObjective
from models.places import Kind, Places
from models.raming import NationalTotal
from models.record import Exact, Record
from models.result import RunStatus

MergeRule = Literal[
    "within", "distance", "connected", "members", "forbidden", "room", "minimum_site"
]


class RuleFinding(Record):
    """What one rule says of a proposal.

    Attributes:
        rule: `within` (one region or province), `distance`, `connected` (by shared borders),
            `members` (how many), `forbidden` (pairs), `room` (of the host) or `minimum_site`.
        holds: whether the proposal keeps to it.
        says: with the numbers.
        short: by how much it fails, in the unit of the rule (tenths of a kilometre, members,
            places); 0 where it holds, None where it is no number.
    """

    rule: MergeRule
    holds: bool
    says: str
    short: Whole | None = 0


class ObjectiveCost(Record):
    """What a proposal costs in one objective: the best plan without it, and with it."""

    name: MergingObjective
    best: Exact
    with_it: Exact

    @property
    def more(self) -> Exact:
        """What it costs; below zero where an objective that comes later gains."""
        return self.with_it - self.best


class RealisedChange(Record):
    """What a municipality realises in the best plan, and with a proposal."""

    code: str
    name: str
    best: Places
    with_it: Places

    @property
    def more(self) -> int:
        """How many places more it carries."""
        return self.with_it.total - self.best.total


class Judged(Record):
    """A proposed merge, judged on every rule.

    Attributes:
        proposal: as it was written, or as an option would write it: `amv:Almelo=Borne,Tubbergen`.
        where: the line of the scenario, or the option.
        host: code.
        members: tasks that it brings together, the host's own among them.
        places: of all members.
        existing: what the host counts of the kind and keeps.
        holds: whether every rule does.
        rules: what each rule says.
        remedy: where it fails, the smallest change that would make it stand, confirmed by judging
            it again; empty where none of one or two lines does.
        costs: where it holds, against the best plan without any proposal.
        changes: who realises more or fewer places than in that plan, the largest change first.
    """

    proposal: str
    where: str
    kind: Kind
    host: str
    host_name: str
    members: tuple[Member, ...]
    places: Whole
    existing: Whole
    holds: bool
    rules: tuple[RuleFinding, ...]
    remedy: str = ""
    costs: tuple[ObjectiveCost, ...] = ()
    changes: tuple[RealisedChange, ...] = ()


class PlanRecord(Record):
    """A plan with what it comes to."""

    merges: tuple[Merge, ...]
    undersized: tuple[Undersized, ...]
    objectives: tuple[ObjectiveValue, ...]


class TradeOff(Record):
    """A plan that no other beats in all of these at once, undersized tasks as few as can be."""

    moved_tasks: Whole
    sites: Whole
    place_km: Kilometres
    merges: tuple[Merge, ...]
    undersized: tuple[Undersized, ...]


class Consulted(Record):
    """What is found beside the plan itself.

    Attributes:
        proposals: each judged.
        together: where more than one proposal holds, what all of them cost together.
        changes: likewise, who realises more or fewer places.
        alternatives: the next best plans, in the order of every objective but the balance.
        alternatives_proven: whether no other plan comes between them.
        trade_off: every non-dominated combination of moved tasks, sites and kilometres.
        trade_off_proven: whether it is complete.
        trade_off_left_out: in files of before version 0.2.0 the combinations for which both kinds
            want the same room of a host: what comes in their place was not sought.
        proven: whether every plan that costs were taken from is.
    """

    proposals: tuple[Judged, ...] = ()
    together: tuple[ObjectiveCost, ...] = ()
    changes: tuple[RealisedChange, ...] = ()
    alternatives: tuple[PlanRecord, ...] = ()
    alternatives_proven: bool = True
    trade_off: tuple[TradeOff, ...] = ()
    trade_off_proven: bool = True
    trade_off_left_out: Whole = 0
    proven: bool = True

    @property
    def all_proven(self) -> bool:
        """Whether everything that was asked is."""
        return self.proven and self.alternatives_proven and self.trade_off_proven


class MergeAnswer(Consulted):
    """What `allocator merge` answers.

    Attributes:
        status: `optimal` where the plan is proven, else `feasible`.
        verified: how many checks passed: of the run with this plan, and of every plan told of.
        plan: the best plan around the proposals that hold.
    """

    schema_: Literal["allocator.merge/1"] = Field(default="allocator.merge/1", alias="schema")
    scenario: str
    title: str
    sha256: str
    raming: str
    national_total: NationalTotal | None = None
    status: RunStatus
    verified: Whole
    plan: PlanRecord
