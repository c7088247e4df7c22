# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From weights to shares: the task of each area, apportioned by the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from allocator.apportionment import CannotApportion
from allocator.apportionment.division import Divided, divide
from allocator.keys.registry import Key
from models.division import Division, TieResult
from models.fault import Fault, InputError
from models.places import Places, total_of
from models.problem import Problem
from models.raming import Task
from models.share import Shares, Weight


def share(
    problem: Problem, key: Key, weights: Mapping[str, Weight], shared_out: Sequence[Divided] = ()
) -> Shares:
    """The share of every municipality: total and, within it, amv.

    The total of an area is apportioned by the weights, and so is its amv task, nobody getting more
    amv places than its total. Published amv numbers are kept.

    Raises:
        InputError: if the weights of an area are all zero.
    """
    places: dict[str, Places] = {}
    divisions: list[Division] = [divided.division for divided in shared_out]
    ties: list[TieResult] = [tie for divided in shared_out for tie in divided.ties]
    for area, (task, codes) in _closing_areas(problem, key).items():
        claims = {code: weights[code].value for code in codes}
        if not any(claims.values()):
            raise _weightless(problem, key, area)
        total = _divided(problem, area, "total", claims, task.places.total, row=task.row)
        amv = _amv(problem, key, area, claims, task, total.places)
        for code in codes:
            minors = amv.places[code]
            places[code] = Places(regular=total.places[code] - minors, amv=minors)
        divisions += [total.division, amv.division]
        ties += [*total.ties, *amv.ties]
    return Shares(weights, dict(sorted(places.items())), tuple(divisions), tuple(ties))


def _closing_areas(problem: Problem, key: Key) -> dict[str, tuple[Task, list[str]]]:
    """The areas within which shares add up to the task: provinces, or regions as published.

    Published numbers close per region where the regions' tasks were published with them.
    """
    own_raming = problem.figures.published_raming == problem.scenario.raming
    close_apart = _per_region(problem) if key.in_places and own_raming else set()
    areas: dict[str, tuple[Task, list[str]]] = {}
    for one in problem.municipalities:
        apart = one.province in close_apart
        area = one.region if apart else one.province
        task = problem.region_shares[area] if apart else problem.tasks[area]
        areas.setdefault(area, (task, []))[1].append(one.code)
    return areas


def _per_region(problem: Problem) -> set[str]:
    """The provinces of which the task of every region is published, and adds up to theirs.

    What the scenario itself asks of regions moves no indicative number.
    """
    regions: dict[str, set[str]] = {}
    for one in problem.municipalities:
        regions.setdefault(one.province, set()).add(one.region)
    return {
        province
        for province, inside in regions.items()
        if inside <= problem.region_shares.keys()
        and total_of(problem.region_shares[region].places for region in inside)
        == problem.tasks[province].places
    }


def _amv(
    problem: Problem,
    key: Key,
    area: str,
    claims: Mapping[str, Fraction],
    task: Task,
    totals: Mapping[str, int],
) -> Divided:
    kept = _published_amv(problem, key, claims)
    maximum = {code: kept.get(code, total) for code, total in totals.items()}
    try:
        return _divided(
            problem, area, "amv", claims, task.places.amv, kept, maximum, task.amv_row or task.row
        )
    except CannotApportion as error:
        what = (
            f"the amv task of {problem.territory.name(area)}, {task.places.amv:,} places, cannot "
            f"be shared out: {error}"
        )
        remedy = "Correct the task, or take another key."
        fault = Fault("amv-does-not-fit", what, problem.line(f"task.provinces.{area}"), remedy)
        raise InputError([fault]) from error


def _published_amv(problem: Problem, key: Key, claims: Mapping[str, Fraction]) -> dict[str, int]:
    if not key.in_places or not problem.has_official_numbers:
        return {}
    published = problem.figures.published
    return {
        code: amv
        for code in claims
        if code in published and (amv := published[code].amv) is not None
    }


def _divided(
    problem: Problem,
    area: str,
    kind: Literal["total", "amv"],
    claims: Mapping[str, Fraction],
    total: int,
    minimum: Mapping[str, int] | None = None,
    maximum: Mapping[str, int] | None = None,
    row: str = "",
) -> Divided:
    return divide(
        "share",
        area,
        kind,
        claims,
        total,
        method=problem.scenario.distribution.method,
        lots=problem.lots,
        minimum=minimum,
        maximum=maximum,
        row=row,
    )


def _weightless(problem: Problem, key: Key, area: str) -> InputError:
    return InputError(
        [
            Fault(
                code="all-weights-zero",
                what=f"the key {key.name} gives every municipality of "
                f"{problem.territory.name(area)} the weight 0",
                where=problem.line("key"),
                remedy="Correct the weights, or take another key.",
            )
        ]
    )
