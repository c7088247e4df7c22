# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that are not free, or not finished, against trying everything.

Around proposals that stand the best plan is the best of those that have these very groups; and a
plan that was stopped before it was proven keeps to every rule all the same.
"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from allocator.merging.draft import Draft
from allocator.merging.judging import Proposed, judge
from allocator.merging.planning.cluster_plans import ClusterPlans, Question
from allocator.merging.planning.clusters import NOTHING_FIXED
from allocator.merging.planning.partition import optimum, shapes
from allocator.merging.planning.partition.choice import cheapest
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planner
from allocator.merging.planning.ranking import combined
from allocator.merging.planning.rooms import Rooms
from allocator.merging.proposals import Verdict, planner_around
from allocator.merging.situation import Situation
from models.merging import Merging, Room, ViableSite
from models.places import KINDS, Places
from models.territory import Municipality
from tests.merging.enumeration import answers, first_without_balance, groups, ranked_by
from tests.merging.instances import ORDERS, small
from tests.merging.test_brute_force import where

CHUNK = 25


def tasks_of(situation):
    return [
        (kind, code)
        for kind in KINDS
        for code in sorted(situation.tasks)
        if situation.task(code, kind)
    ]


def judged(situation, luck):
    """Up to three proposals, each a group that the first rules allow, judged in turn."""
    found, fixed = [], Proposed(situation, "amv", "", ()).fixed
    for kind in luck.choices(KINDS, k=luck.randint(1, 3)):
        among = [
            one
            for one in groups(situation, kind)
            if one[1] != {one[0]} and not any((kind, code) in fixed.owners for code in one[1])
            if (kind, one[0]) not in fixed.owners | fixed.hosts
        ]
        if among:
            host, members, _ = luck.choice(sorted(among, key=lambda one: (one[0], sorted(one[1]))))
            proposed = Proposed.of(situation, kind, host, tuple(sorted(members)), fixed)
            found.append(Verdict(len(found), proposed, judge(proposed)))
            fixed = proposed.settled if found[-1].holds else fixed
    return found


def has(answer, tasks, site):
    """Whether a plan realises these tasks at this host, and no others of the kind."""
    there = {
        code
        for (kind, code), host in zip(tasks, answer.where, strict=True)
        if (kind, host) == (site.kind, site.host)
    }
    return there == set(site.tasks)


@pytest.mark.parametrize("chunk", range(12))
def test_around_proposals_the_plan_is_the_best_of_those_that_have_them(chunk):
    stood = 0
    for seed in range(3_000 + chunk * CHUNK, 3_000 + (chunk + 1) * CHUNK):
        situation = small(seed, ORDERS[seed % len(ORDERS)])
        verdicts = judged(situation, random.Random(seed))
        sites = [one.proposed.site for one in verdicts if one.holds]
        tasks = tasks_of(situation)
        possible = [
            one for one in answers(situation) if all(has(one, tasks, site) for site in sites)
        ]
        expected = min(possible, key=ranked_by(situation))
        planned = planner_around(situation, Means(), verdicts).best()
        (draft,) = planned.drafts
        assert where(draft) == expected.where, seed
        assert {name: draft.value(name) for name in expected.values} == expected.values, seed
        assert planned.proven, seed
        stood += len(sites)
    assert stood, "a chunk in which no proposal stands tests nothing"


@pytest.mark.parametrize("chunk", range(4))
def test_where_plans_of_both_kinds_crowd_a_host_thinning_them_keeps_to_every_rule(chunk):
    thinned = 0
    for seed in range(5_000 + 100 * chunk, 5_000 + 100 * (chunk + 1)):
        situation = small(seed)
        clusters = ClusterPlans(situation, NOTHING_FIXED)
        question = Question(("undersized", "moved_tasks", "place_km"), 1, Means().begun())
        [apart] = combined(clusters.best(clusters.apart, question), question.objectives, 1)
        sites = Rooms(situation, clusters).thinned(apart.sites)
        plans = {one.where for one in answers(situation)}
        assert where(Draft.of(situation, sites)) in plans, seed
        crowded = where(Draft.of(situation, apart.sites)) not in plans
        assert crowded == (sorted(sites) != sorted(apart.sites)), seed
        thinned += crowded
    assert thinned, "a chunk in which nobody is crowded tests nothing"


class Clock:
    """Says that time is up from a certain look at it."""

    def __init__(self, looks):
        self.left = looks

    def __call__(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("objectives", ORDERS)
def test_whenever_time_is_up_the_plan_keeps_to_every_rule_and_the_bounds_hold(
    objectives, monkeypatch
):
    bounded, most = 0, shapes.MOST_TASKS
    for seed in range(40):
        monkeypatch.setattr(shapes, "MOST_TASKS", most if seed % 4 == 0 else 0)
        situation = small(seed, objectives)
        everything = list(answers(situation))
        best = min(everything, key=ranked_by(situation))
        for looks in (0, 1, 2, 4, 8, 16):
            planned = Planner(situation, Means(stopped=Clock(looks))).best()
            (draft,) = planned.drafts
            assert where(draft) in {one.where for one in everything}, (seed, looks)
            for name in objectives:
                bound = planned.bounds.get(name, 0)
                # Given those before it: as soon as one is above its bound nothing is said.
                assert bound <= best.values[name], (seed, looks, name)
                bounded += bound > 0 and not planned.proven
                if draft.value(name) != bound:
                    break
            if planned.proven:
                assert where(draft) == best.where, (seed, looks)
    # Nobody has to move for few moved tasks alone, and what bounds the balance is found last.
    assert bounded or objectives[0] in ("moved_tasks", "balance"), "this tests nothing"


# The solver instead of the search


# Chunk 3 takes the solver longer than the other five together.
@pytest.mark.parametrize("chunk", [0, 1, 2, 4, 5])
def test_where_the_solver_chooses_the_plans_are_those_of_trying_everything(chunk, monkeypatch):
    monkeypatch.setattr(shapes, "MOST_TASKS", 0)
    monkeypatch.setattr(optimum, "MOST_LOOKS", 0)
    asked = []
    monkeypatch.setattr(optimum, "cheapest", lambda *given: asked.append(1) or cheapest(*given))
    for seed in range(7_000 + 20 * chunk, 7_000 + 20 * (chunk + 1)):
        situation = small(seed, ORDERS[seed % len(ORDERS)])
        everything = sorted(answers(situation), key=ranked_by(situation))
        planned = Planner(situation, Means()).best()
        assert where(planned.drafts[0]) == everything[0].where, seed
        assert planned.proven, seed
        expected = [one.where for one in first_without_balance(situation, 3)]
        ranked = Planner(situation, Means()).best(3)
        assert [where(draft) for draft in ranked.drafts] == expected, seed
    assert asked, "a chunk in which the solver is never asked tests nothing"


# The balance beside a proposal


def test_the_own_task_of_a_settled_host_counts_in_the_balance():
    """GM0001 hosts 20 amv places; its 10 regular ones or those of GM0002 find room in GM0003."""
    tasks = {"GM0001": (10, 10), "GM0002": (10, 0), "GM0003": (95, 0), "GM0004": (0, 10)}
    shares = {"GM0001": 15, "GM0002": 20, "GM0003": 53, "GM0004": 10}
    east = {"GM0001": "5.1", "GM0002": "4.9", "GM0003": "5.0", "GM0004": "4.9"}
    situation = Situation(
        rules=Merging(
            minimum_site=ViableSite(regular=100, amv=20),
            max_distance_km=Fraction(60),
            within="any",
            contiguous=False,
            room=Room(factor=Fraction(2)),
        ),
        municipalities=tuple(
            Municipality(
                code,
                code,
                "PV1",
                "VR1",
                Fraction("52.05" if code == "GM0004" else "52.0"),
                Fraction(east[code]),
            )
            for code in tasks
        ),
        tasks={code: Places(regular=regular, amv=amv) for code, (regular, amv) in tasks.items()},
        existing=dict.fromkeys(tasks, Places()),
        shares=shares,
        counted=dict.fromkeys(tasks, 0),
        neighbours=dict.fromkeys(tasks, frozenset()),
    )
    proposed = Proposed.of(situation, "amv", "GM0001", ("GM0004",))
    verdict = Verdict(0, proposed, judge(proposed))
    assert verdict.holds
    ordered = tasks_of(situation)
    possible = [one for one in answers(situation) if has(one, ordered, proposed.site)]
    expected = min(possible, key=ranked_by(situation))
    planned = planner_around(situation, Means(), [verdict]).best()
    assert expected.values["balance"] == Fraction(105, 53)
    assert planned.drafts[0].value("balance") == expected.values["balance"]
    assert where(planned.drafts[0]) == expected.where
    assert planned.proven


def test_where_no_viable_site_at_all_is_the_least_balance_no_bound_is_above_zero(monkeypatch):
    """Two tasks of 10 make one site of 20: a load of 2, and of 0 where both stay too small."""
    monkeypatch.setattr(shapes, "MOST_TASKS", 0)
    codes = ("GM0001", "GM0002")
    situation = Situation(
        rules=Merging(
            minimum_site=ViableSite(regular=20, amv=20),
            max_distance_km=Fraction(60),
            within="any",
            contiguous=False,
            objectives=("balance", "undersized"),
        ),
        municipalities=tuple(
            Municipality(code, code, "PV1", "VR1", Fraction(52), Fraction(5)) for code in codes
        ),
        tasks=dict.fromkeys(codes, Places(regular=10)),
        existing=dict.fromkeys(codes, Places()),
        shares=dict.fromkeys(codes, 10),
        counted=dict.fromkeys(codes, 0),
        neighbours=dict.fromkeys(codes, frozenset()),
    )
    unproven = 0
    for looks in range(100):
        planned = Planner(situation, Means(stopped=Clock(looks))).best()
        assert planned.bounds.get("balance", 0) == 0, looks
        if planned.proven:
            assert planned.drafts[0].value("balance") == 0
            break
        unproven += "balance" in planned.bounds
    assert planned.proven
    assert unproven, "where time is never up while the balance is sought this tests nothing"
