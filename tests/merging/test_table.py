# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of small clusters against the relaxation, which plans the same in another way."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from allocator.merging.planning.clusters import cluster_of, owners_of
from allocator.merging.planning.partition import shapes, table
from allocator.merging.planning.partition.groups import NO_LIMIT, group_of
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import best_plans, relaxed_plans
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.merging.planning.partition.shapes import shapes_of
from allocator.merging.planning.partition.table import cheapest_plan, columns_of
from models.places import KINDS
from tests.merging.instances import medium, small
from tests.merging.test_parts import NOTHING, never, whole_cluster

CHUNK = 20
ASKED = (
    ("undersized", "moved_tasks", "place_km"),
    ("place_km", "undersized", "moved_tasks"),
    ("sites", "undersized", "place_km"),
)
# One objective alone leaves many plans equal, so that the canonical order decides.
ALONE = (("undersized",), ("moved_tasks",), ("sites",))


def limited(situation, kind, luck):
    """All tasks of one kind, some of whose hosts may realise little."""
    owners = [one for one in owners_of(situation) if one[0] == kind]
    some = luck.sample(owners, len(owners) // 3)
    caps = {code: situation.existing[code].total + luck.randint(0, 60) for _, code in some}
    return cluster_of(situation, owners, caps=caps)


def clusters(situation):
    luck = random.Random(len(situation.municipalities))
    for kind in KINDS:
        for cluster in (whole_cluster(situation, kind), limited(situation, kind, luck)):
            if cluster.tasks:
                yield cluster


def tabled_as_relaxed(cluster, asked):
    """Whether there was a table, which then said what the relaxation says."""
    goal = goal_of(cluster, asked)
    tabled = cheapest_plan(cluster, goal.whole)
    expected = relaxed_plans(cluster, goal, 1, never)
    best = best_plans(cluster, goal, 1, never)
    assert expected.proven
    assert best.plans == expected.plans
    if best.plans:
        assert best == expected
        assert best_plans(cluster, goal, 1, never, best.bound) == best
        nothing = best_plans(cluster, goal, 1, never, best.bound - 1)
        assert (nothing.plans, nothing.proven) == ((), True)
    return tabled.complete


@pytest.mark.parametrize("chunk", range(10))
def test_the_table_finds_the_very_plan_of_the_relaxation(chunk):
    found = [
        tabled_as_relaxed(cluster, ASKED[seed % len(ASKED)])
        for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK)
        for cluster in clusters(medium(seed))
    ]
    assert sum(found) > 0.8 * len(found), "most clusters of this size have a table"


@pytest.mark.parametrize("chunk", range(10))
def test_of_equal_plans_the_table_finds_the_first(chunk):
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        for cluster in clusters(small(seed)):
            assert tabled_as_relaxed(cluster, ALONE[seed % len(ALONE)]), seed


def test_some_limits_leave_no_plan():
    found = [cluster for seed in range(CHUNK) for cluster in clusters(medium(seed))]
    tabled = [cheapest_plan(one, goal_of(one, ASKED[0]).whole) for one in found]
    assert any(one.complete and not one.plans for one in tabled)


@pytest.mark.parametrize("seed", range(60))
def test_shapes_with_their_hosts_are_the_groups_that_a_search_by_price_finds(seed):
    for cluster in clusters(small(seed)):
        free = Prices(NOTHING, [0] * len(cluster.tasks), [0] * len(cluster.hosts), ())
        expected = {
            group
            for host in range(len(cluster.hosts))
            for _, group in priced_groups(cluster, host, free, NO_LIMIT, NO_LIMIT, never).groups
        }
        found = []
        for shape in shapes_of(cluster).listed:
            tasks = sum(1 << task for task in shape.tasks)
            for number in shape.hosts:
                host, group = cluster.hosts[number], group_of(cluster, number, tasks)
                if host.need <= group.places <= host.room:
                    found.append(group)
        assert len(found) == len(set(found))
        assert set(found) == expected


@pytest.mark.parametrize("seed", range(30))
def test_parts_of_a_shape_make_up_the_shape(seed):
    for cluster in clusters(small(seed)):
        found = shapes_of(cluster)
        single = [1 << row for row in range(found.tasks + len(found.guests))]
        rows = [*single, *(shape.rows for shape in found.listed)]
        for shape in found.listed:
            for one, other in shape.parts:
                assert rows[one] | rows[other] == shape.rows
                assert not rows[one] & rows[other]


def test_no_column_costs_more_than_its_parts_do_apart():
    dropped = 0
    for seed in range(30):
        for cluster in clusters(small(seed)):
            weights = goal_of(cluster, ASKED[0]).whole
            found = shapes_of(cluster)
            columns = columns_of(cluster, weights, found)
            for rows, column in columns.items():
                for other, part in columns.items():
                    rest = columns.get(rows & ~other)
                    if rest and other & rows == other != rows and other.bit_count() < 3:
                        assert column.cost <= part.cost + rest.cost
            dropped += len(found.listed) + len(cluster.stays) - len(columns)
    assert dropped


@pytest.mark.parametrize(
    "limit", [(shapes, "MOST_TASKS"), (shapes, "MOST_SHAPES"), (table, "MOST_ENTRIES")]
)
def test_what_is_too_large_for_a_table_is_left_to_the_relaxation(limit, monkeypatch):
    cluster = whole_cluster(medium(5), "regular")
    goal = goal_of(cluster, ASKED[0])
    expected = best_plans(cluster, goal, 1, never)
    shapes.kept.cache_clear()
    monkeypatch.setattr(*limit, 2)
    assert cheapest_plan(cluster, goal.whole) == ([], False)
    assert best_plans(cluster, goal, 1, never) == expected
    shapes.kept.cache_clear()


def test_other_tasks_on_the_same_map_have_the_same_shapes():
    """What a study changes from run to run; only who has a task and who is near makes a shape."""
    situation = medium(8)
    before = shapes_of(whole_cluster(situation, "amv"))
    tasks = {code: places + places for code, places in situation.tasks.items()}
    after = shapes_of(whole_cluster(replace(situation, tasks=tasks), "amv"))
    assert after is before
