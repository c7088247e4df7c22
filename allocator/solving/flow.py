# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Flows of least cost through a network (OR-Tools' minimum cost flow, exact on integers)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocator.solving.program import SolverDefect

Way = tuple[str, str, int]
"""From, to, and the cost of each unit; any number may pass."""


def least_cost_flow(ways: Sequence[Way], supplies: Mapping[str, int]) -> list[int]:
    """How much passes along each way at least cost; which of several least costs is not told.

    Args:
        ways: with costs of zero or more.
        supplies: of each node; below zero is what it asks. They add up to zero.

    Raises:
        SolverDefect: if the solver finds none; the caller states networks that have one.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    number = {name: index for index, name in enumerate(supplies)}
    most = sum(supply for supply in supplies.values() if supply > 0)
    network = SimpleMinCostFlow()
    for start, end, cost in ways:
        network.add_arc_with_capacity_and_unit_cost(number[start], number[end], most, cost)
    for name, supply in supplies.items():
        network.set_node_supply(number[name], supply)
    status = network.solve()
    if status != network.OPTIMAL:
        raise SolverDefect(f"the minimum cost flow ends with {status}")
    return [int(network.flow(way)) for way in range(len(ways))]
