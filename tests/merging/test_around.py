# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that are not free, or not finished, against trying everything.

Around proposals that stand the best plan is the best of those that have these very groups; and a
plan that was stopped before it was proven keeps to every rule all the same.
"""

from __future__ import annotations

import random

import pytest

from allocator.merging import rooms
from allocator.merging.judging import Proposed, judge
from allocator.merging.partition.means import Means
from allocator.merging.plan import Planner
from allocator.merging.proposals import Verdict, planner_around
from models.places import KINDS
from tests.merging.enumeration import answers, groups, ranked_by
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
def test_without_time_to_share_out_rooms_the_plan_keeps_to_every_rule(chunk, monkeypatch):
    monkeypatch.setattr(rooms, "MOST_WAYS", -1)
    thinned = 0
    for seed in range(5_000 + 100 * chunk, 5_000 + 100 * (chunk + 1)):
        situation = small(seed)
        planned = Planner(situation, Means()).best()
        (draft,) = planned.drafts
        assert where(draft) in {one.where for one in answers(situation)}, seed
        thinned += not planned.proven
    assert thinned, "a chunk in which rooms never clash tests nothing"


@pytest.mark.parametrize("objectives", ORDERS)
def test_who_has_no_time_gets_a_plan_that_keeps_to_every_rule_and_bounds_that_hold(objectives):
    for seed in range(60):
        situation = small(seed, objectives)
        everything = list(answers(situation))
        best = min(everything, key=ranked_by(situation))
        planned = Planner(situation, Means(seconds=0)).best()
        (draft,) = planned.drafts
        assert where(draft) in {one.where for one in everything}, seed
        first = objectives[0]
        assert planned.bounds.get(first, 0) <= best.values[first], seed
