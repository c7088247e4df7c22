# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts that a plan is made of: groups by price, the relaxation, the search, the processes."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from allocator.merging.planning.clusters import cluster_of, owners_of
from allocator.merging.planning.partition import workers
from allocator.merging.planning.partition.cover import Search
from allocator.merging.planning.partition.groups import NO_LIMIT, Weights
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import best_plans
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.merging.planning.partition.relaxation import SCALE, Relaxation
from allocator.merging.planning.plan import Planner
from models.places import KINDS
from tests.merging.enumeration import ceiling, groups, partitions
from tests.merging.instances import medium, small

NOTHING = Weights()
ORDER = ("undersized", "moved_tasks", "place_km")


def never():
    return False


def whole_cluster(situation, kind):
    """All tasks of one kind as one cluster: more than the program puts in one."""
    return cluster_of(situation, [one for one in owners_of(situation) if one[0] == kind])


def plainly(situation, kind):
    """Every group with a task of others in it that has room: host, tasks and places."""
    found = {}
    for host, members, _ in groups(situation, kind):
        places = sum(situation.task(code, kind) for code in members)
        most = ceiling(situation, host)
        standing = situation.existing[host].total
        if members != {host} and (most is None or standing + places <= most):
            found[host, members] = places
    return found


def named(cluster, group):
    members = frozenset(cluster.tasks[task].code for task in cluster.members(group.tasks))
    return cluster.hosts[group.host].code, members


def prices_of(luck, cluster):
    """Prices such as a solver might give: some tasks bring much, some nothing or less."""
    return Prices(
        Weights(moved_tasks=luck.randint(0, 40), place_km=luck.randint(0, 2), sites=9),
        [luck.randint(-20, 400) for _ in cluster.tasks],
        [luck.choice((0, 0, luck.randint(0, 80))) for _ in cluster.hosts],
        [
            (sum(1 << task for task in luck.sample(range(len(cluster.tasks)), 3)), 50)
            for _ in range(4 if len(cluster.tasks) > 2 else 0)
        ],
    )


def price_of(cluster, group, prices):
    """What a group costs at prices, written out."""
    members = list(cluster.members(group.tasks))
    fines = sum(fine for triple, fine in prices.triples if (triple & group.tasks).bit_count() > 1)
    return (
        prices.weights.moved_tasks * group.moved_tasks
        + prices.weights.place_km * group.place_km
        + prices.weights.sites
        + prices.hosts[group.host]
        + fines
        - sum(prices.tasks[task] for task in members)
    )


def found_by(cluster, prices, limit):
    found = []
    for number in range(len(cluster.hosts)):
        priced = priced_groups(cluster, number, prices, limit, NO_LIMIT, never)
        assert priced.complete
        found += priced.groups
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_limit_every_group_is_found_once(kind):
    together = 0
    for seed in range(60):
        situation = small(seed)
        cluster = whole_cluster(situation, kind)
        free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
        found = [(named(cluster, one), one.places) for _, one in found_by(cluster, free, NO_LIMIT)]
        expected = plainly(situation, kind)
        assert len(found) == len(expected), seed
        assert dict(found) == expected, seed
        together += len(found)
    assert together > 100


def test_groups_come_with_what_moves_and_how_far():
    for seed in range(20):
        situation = medium(seed)
        cluster = whole_cluster(situation, "amv")
        free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
        for _, group in found_by(cluster, free, NO_LIMIT):
            host, members = named(cluster, group)
            moved = members - {host}
            assert group.moved_tasks == len(moved)
            assert group.place_km == sum(
                situation.task(code, "amv") * situation.tenths(host, code) for code in moved
            )


@pytest.mark.parametrize("seed", range(40))
def test_exactly_the_groups_at_or_below_a_limit_are_found(seed):
    luck = random.Random(seed)
    cluster = whole_cluster(medium(seed), luck.choice(KINDS))
    free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
    every = [group for _, group in found_by(cluster, free, NO_LIMIT)]
    for _ in range(5):
        prices = prices_of(luck, cluster)
        limit = luck.randint(-900, 200)
        expected = sorted(
            (price, group)
            for group in every
            if (price := price_of(cluster, group, prices)) <= limit
        )
        assert sorted(found_by(cluster, prices, limit)) == expected


def test_a_stopped_search_for_groups_says_that_it_is_not_complete():
    cluster = whole_cluster(medium(5), "regular")
    free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
    host = max(
        range(len(cluster.hosts)),
        key=lambda one: len(priced_groups(cluster, one, free, NO_LIMIT, NO_LIMIT, never).groups),
    )
    priced = priced_groups(cluster, host, free, NO_LIMIT, 1, never)
    assert (len(priced.groups), priced.complete) == (1, False)


def cheapest_by_brute_force(situation, cluster, weights):
    """The least that a plan of one cluster comes to, all plans tried."""
    kind = cluster.tasks[0].kind
    free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
    every = [group for _, group in found_by(cluster, free, NO_LIMIT)] + list(cluster.stays)
    costs = {named(cluster, group): weights.cost(group) for group in every}
    among = [(host, members, True) for host, members in costs]
    tasks = frozenset(task.code for task in cluster.tasks)
    assert all(situation.task(code, kind) for code in tasks)
    return min(
        sum(costs[host, members] for host, members, _ in plan) for plan in partitions(tasks, among)
    )


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_prices_are_they_prove_a_bound_and_the_search_finds_the_best(seed):
    luck = random.Random(seed)
    situation = small(seed)
    for kind in KINDS:
        cluster = whole_cluster(situation, kind)
        if not cluster.tasks:
            continue
        weights = goal_of(cluster, luck.choice((ORDER, ORDER[::-1], ("sites", *ORDER)))).whole
        least = cheapest_by_brute_force(situation, cluster, weights)
        relaxation = Relaxation(cluster, never)
        relaxation.aim(weights, 10**9)
        solved, proven_at_least = relaxation.solve()
        scaled = Weights(*(SCALE * one for one in weights))
        guests = [place for place, host in enumerate(cluster.hosts) if host.own is None]
        for tasks in (solved.tasks, [luck.randint(0, 2 * SCALE) for _ in cluster.tasks]):
            # A host without a task of its own hosts one group at most, and so does a triple.
            charges = [
                luck.choice((0, luck.randint(0, SCALE))) if place in guests else 0
                for place in range(len(cluster.hosts))
            ]
            fines = [
                (sum(1 << one for one in three), luck.randint(1, SCALE))
                for three in combinations(range(len(cluster.tasks)), 3)
                if luck.random() < 0.3
            ]
            prices = Prices(scaled, tasks, charges, fines)
            groups, below = relaxation.within(prices, SCALE * 10**9, 10**6)
            brought = sum(tasks) - sum(charges) - sum(fine for _, fine in fines)
            assert brought + below <= SCALE * least
        _, below = relaxation.within(solved, -1, 10**6)
        assert proven_at_least + below <= SCALE * least
        # Among all groups the search finds the best, whatever they are said to cost at prices.
        searched = Search(cluster, weights, 1, 10**9, never).among(groups, SCALE * 10**12)
        assert searched.complete
        assert searched.plans[0].cost == least
        proven = best_plans(cluster, goal_of(cluster, ORDER), 1, never)
        assert proven.proven
        assert proven.plans[0].cost == proven.bound


def test_processes_answer_what_one_process_answers(monkeypatch):
    monkeypatch.setattr(workers, "TASKS_WORTH_A_PROCESS", 1)
    for seed in (5, 11):
        situation = medium(seed)
        alone, together = (
            Planner(situation, Means(processes=processes)).best() for processes in (1, 2)
        )
        assert together == alone


def works_of(situation):
    clusters = [whole_cluster(situation, kind) for kind in KINDS]
    return [workers.Work(cluster, ORDER, 1, None) for cluster in clusters]


@pytest.mark.parametrize("breaks", ["os.kill(os.getpid(), 9)", "os._exit(0)", "no_such_thing"])
def test_what_a_broken_process_has_not_done_is_done_here(monkeypatch, breaks):
    monkeypatch.setattr(workers, "TASKS_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(workers, "SERVE", f"import os; {breaks}  # {{path!r}}")
    works = works_of(medium(5))
    found = workers.work_off(works, Means(processes=2))
    assert found == [work.done(never) for work in works]
    assert all(best.proven for best in found)


def test_no_process_is_left_behind_when_the_waiting_ends_badly(monkeypatch):
    monkeypatch.setattr(workers, "TASKS_WORTH_A_PROCESS", 1)
    started = []
    init = workers._Worker.__init__

    def noted(worker, means):
        init(worker, means)
        started.append(worker._process)

    def broken(message):
        raise RuntimeError(message)

    monkeypatch.setattr(workers._Worker, "__init__", noted)
    with pytest.raises(RuntimeError):
        workers.work_off(works_of(medium(5)), Means(processes=2, progress=broken))
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)


def test_who_stops_gets_a_plan_that_is_not_called_proven():
    situation = medium(5)
    planned = Planner(situation, Means(stopped=lambda: True)).best()
    assert not planned.proven
    (draft,) = planned.drafts
    assert set(draft.host_of) == set(owners_of(situation))
