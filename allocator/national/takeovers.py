# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The takeovers of one kind: the situation, the plan, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from allocator.apportionment.division import Divided
from allocator.national.amounts import amounts
from allocator.national.distances import borders, tenths_between
from allocator.national.equal_plans import equal_plans
from allocator.national.transport import Situation, plan
from models.account import Account
from models.division import TieResult
from models.national import Prices, Takeover
from models.places import Kind
from models.problem import Problem
from models.result import Objective


@dataclass(frozen=True, slots=True)
class Taken:
    """The takeovers of one kind, with their proof.

    Attributes:
        takeovers: in order of codes.
        prices: the proof that none are better.
        objectives: what was minimised.
        divided: how the amounts were apportioned, where they are proportional.
        ties: equal claims in that, and equally good plans.
    """

    takeovers: tuple[Takeover, ...]
    prices: Prices
    objectives: tuple[Objective, ...]
    divided: Divided | None
    ties: tuple[TieResult, ...]


def taken(problem: Problem, accounts: Mapping[str, Account], kind: Kind) -> Taken:
    """What is taken over of one kind by the scenario's rule."""
    rules = problem.scenario.national
    situation = situation_of(problem, accounts, kind)
    divided = None
    if rules.takeover == "proportional":
        divided = amounts(situation, kind, problem.lots_of_provinces)
        situation = situation.asking(divided.places if divided else {})
    done = plan(situation, problem.lots_of_provinces)
    takeovers = tuple(
        Takeover(
            giver=giver,
            taker=taker,
            kind=kind,
            places=places,
            distance_km=Fraction(situation.tenths[giver, taker], 10),
        )
        for (giver, taker), places in sorted(done.places.items())
        if places
    )
    return Taken(
        takeovers=takeovers,
        prices=Prices(
            kind=kind, forgone=done.forgone, givers=dict(done.givers), takers=dict(done.takers)
        ),
        objectives=_objectives(kind, takeovers, situation),
        divided=divided,
        ties=(
            *(divided.ties if divided else ()),
            *equal_plans(situation, done, kind, problem.lots_of_provinces),
        ),
    )


def situation_of(problem: Problem, accounts: Mapping[str, Account], kind: Kind) -> Situation:
    """Who has how much of a kind, who is short how much, and who may take over from whom."""
    rules = problem.scenario.national
    surplus = {
        code: accounts[code].surplus.of(kind)
        for code in sorted(accounts)
        if accounts[code].surplus.of(kind) and (not rules.from_ or code in rules.from_)
    }
    shortage = {
        code: accounts[code].rest.of(kind)
        for code in sorted(accounts)
        if accounts[code].rest.of(kind)
    }
    tenths = tenths_between(problem, {*surplus, *shortage})
    if rules.neighbours_only:
        near = {frozenset((border.one, border.other)) for border in borders(problem)}
        tenths = {pair: far for pair, far in tenths.items() if frozenset(pair) in near}
    pairs = {
        (giver, taker): tenths[giver, taker]
        for giver in surplus
        for taker in shortage
        if (giver, taker) in tenths
    }
    return Situation(surplus, shortage, pairs)


def _objectives(
    kind: Kind, takeovers: tuple[Takeover, ...], situation: Situation
) -> tuple[Objective, ...]:
    """What was reached; the prices prove both, so value and bound are the same."""
    # Of the shortage, also where amounts are proportional: what could be taken over at the most.
    most = min(sum(situation.surplus.values()), sum(situation.shortage.values()))
    values: dict[str, int | Fraction] = {
        "not_taken_over": most - sum(one.places for one in takeovers),
        "place_km": sum((one.places * one.distance_km for one in takeovers), Fraction()),
    }
    return tuple(
        Objective(
            stage="national",
            area="NL",
            kind=kind,
            name=name,
            value=value,
            bound=value,
            proven=True,
        )
        for name, value in values.items()
    )
