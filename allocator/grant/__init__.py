# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant for places above 75 % of the provincial number, and who gets it (Act 9(3))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allocator.grant.moves import exchange_moves, merge_moves
from allocator.grant.province import Base, grant_of_province
from models.counted import Counted
from models.distributed import Distributed
from models.fault import Faults
from models.grant import Grant
from models.merged import Merged
from models.places import Places
from models.problem import Problem

__all__ = ["grant", "refuse_more_paid_than_provided"]


def grant(
    problem: Problem, counted: Counted, distributed: Distributed, merged: Merged
) -> Grant | None:
    """The grant as the scenario asks it, with and without each exchange and merge.

    Args:
        problem: the settings and the provincial tasks.
        counted: what counts.
        distributed: what is left of each task.
        merged: the plan of merged tasks.

    Returns:
        None where the scenario does not ask it.
    """
    settings = problem.scenario.grant
    if not settings.tell:
        return None
    decided = {code: counted.places[code] + rest for code, rest in distributed.rest.items()}
    provided: Mapping[str, Places] = decided
    if settings.places == "counted":
        provided = {code: counted.places[code] for code in decided}
    bases = tuple(_bases(problem, counted, decided))
    told = {base.code for base in bases}
    return Grant(
        footing=settings.places,
        cents_per_place=settings.cents_per_place,
        province_part=settings.province_part,
        provinces=tuple(grant_of_province(base, provided, settings) for base in bases),
        not_told=tuple(code for code in sorted(problem.tasks) if code not in told),
        moves=(
            *exchange_moves(bases, provided, counted.exchanges, settings),
            *merge_moves(bases, decided, merged.merges, settings),
        ),
    )


def _bases(problem: Problem, counted: Counted, decided: Mapping[str, Places]) -> Iterator[Base]:
    """The provinces with a division: in others nobody can tell who meets its task."""
    for code, task in sorted(problem.tasks.items()):
        inside = [one for one in problem.municipalities if one.province == code]
        if inside and all(one.code in decided for one in inside):
            yield Base(
                code=code,
                name=problem.territory.name(code),
                number=task.places.total,
                row=task.row,
                unlocated=_unlocated(problem, counted, code),
                names={one.code: one.name for one in inside},
                tasks={one.code: decided[one.code] for one in inside},
                paid=problem.scenario.grant.paid,
                lots=(*problem.lots, code),
            )


def _unlocated(problem: Problem, counted: Counted, province: str) -> int:
    """Places of a province, or of a region in it, that belong to no municipality."""
    regions = {one.region for one in problem.municipalities if one.province == province}
    return sum(
        one.places.total for one in counted.unlocated if one.area == province or one.area in regions
    )


def refuse_more_paid_than_provided(problem: Problem, counted: Counted) -> None:
    """Refuse a grant for durable places that a municipality does not have.

    Raises:
        InputError: with every municipality of which more places were paid than count.
    """
    faults = Faults()
    for code, paid in problem.scenario.grant.paid.items():
        has = counted.places[code].total
        if paid > has:
            faults.add(
                "paid-above-counted",
                problem.line(f"grant.paid.{code}"),
                f"{problem.territory.name(code)} had a grant for {paid:,} places, and counts "
                f"{has:,}",
                "Lower the number, or correct its offers.",
            )
    faults.raise_if_any()
