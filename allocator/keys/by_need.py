# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From weights to shares by the letter of the law: from the national need, each by itself.

Decree 2.1(3): `BO * Wf / TWf = Iv`, "rekenkundig afgerond op een geheel getal"; 2.2(1) does the
same with the need of amv places; by 2.1(2) the task of a province is "de optelsom van de
indicatieve verdelingen per gemeente". So nothing is apportioned: the sum need not be the need, and
is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

from allocator.keys.registry import Key, names_of
from models.fault import Fault, InputError
from models.places import Places, total_of
from models.problem import Problem
from models.raming import NationalNeed, SharedNeed, Task
from models.share import Shares, Weight

HALF = Fraction(1, 2)


def numbers_by_need(need: NationalNeed, weights: Mapping[str, Fraction]) -> dict[str, Places]:
    """The number of each municipality: need x weight / sum of all weights, half up.

    Args:
        need: of the country, and the amv places within it.
        weights: of every municipality of the country, not all zero.
    """
    whole = sum(weights.values())

    def rounded(places: int, weight: Fraction) -> int:
        return floor(places * weight / whole + HALF)

    found = {}
    for code, weight in weights.items():
        amv = rounded(need.amv, weight)
        found[code] = Places(regular=rounded(need.total, weight) - amv, amv=amv)
    return found


def shared_need(
    problem: Problem, need: NationalNeed, weights: Mapping[str, Weight], places: Iterable[Places]
) -> SharedNeed:
    """The record of how the need was shared out.

    Args:
        problem: with the municipalities of the scenario.
        need: of the country.
        weights: of every municipality of the country.
        places: what each got.
    """
    return SharedNeed(
        need=need,
        weight=sum((one.value for one in weights.values()), Fraction()),
        municipalities=len(weights),
        numbers=total_of(places),
        elsewhere={
            code: one.value for code, one in sorted(weights.items()) if code not in problem.codes
        },
    )


def share_by_need(problem: Problem, key: Key, weights: Mapping[str, Weight]) -> Shares:
    """The shares where tasks follow the key.

    Args:
        problem: the settings and data.
        key: the key.
        weights: of every municipality of the country; for official numbers of those of the
            scenario.

    Raises:
        InputError: if all weights are zero, or an official number has no amv part.
    """
    if key.in_places and problem.has_official_numbers:
        return _official(problem, key, weights)
    assert problem.need is not None
    values = {code: weight.value for code, weight in weights.items()}
    if not any(values.values()):
        raise _fault(
            problem,
            "all-weights-zero",
            f"the key {key.name} gives every municipality the weight 0",
            "Correct the weights, or take another key.",
        )
    numbers = numbers_by_need(problem.need, values)
    return Shares(
        weights={code: weights[code] for code in problem.codes},
        places={code: numbers[code] for code in problem.codes},
        divisions=(),
        ties=(),
        need=shared_need(problem, problem.need, weights, numbers.values()),
        by_key=_by_province(problem, numbers),
    )


def _official(problem: Problem, key: Key, weights: Mapping[str, Weight]) -> Shares:
    """Official numbers are rounded already: they are the shares, as they were published."""
    published = problem.figures.published
    amv = {code: published[code].amv for code in problem.codes if code in published}
    unknown = [code for code in problem.codes if amv.get(code) is None]
    if unknown:
        raise _fault(
            problem,
            "number-not-known",
            "where tasks follow the key, they are the sum of the indicative numbers, and the "
            f"number or its amv part is not known of {names_of(problem, unknown)}",
            "Complete the table that `indicative` names, or write task: {follows: raming}.",
        )
    numbers = {
        code: Places(regular=published[code].total - (amv[code] or 0), amv=amv[code] or 0)
        for code in problem.codes
    }
    return Shares(
        weights={code: weights[code] for code in problem.codes},
        places=numbers,
        divisions=(),
        ties=(),
        by_key=_by_province(problem, numbers),
    )


def told_beside(problem: Problem, shares: Shares, weights: Mapping[str, Weight]) -> Shares:
    """Shares that close on the raming's tasks, with what the law's way would give provinces.

    Args:
        problem: the settings and data.
        shares: that close on the tasks.
        weights: of every municipality of the country.
    """
    assert problem.need is not None
    values = {code: weight.value for code, weight in weights.items()}
    numbers = numbers_by_need(problem.need, values)
    return replace(
        shares,
        need=shared_need(problem, problem.need, weights, numbers.values()),
        by_key=_by_province(problem, numbers),
    )


def _by_province(problem: Problem, numbers: Mapping[str, Places]) -> dict[str, Places]:
    """The sum of each province of the scenario."""
    found: dict[str, Places] = {}
    for one in problem.municipalities:
        found[one.province] = found.get(one.province, Places()) + numbers[one.code]
    return dict(sorted(found.items()))


def with_tasks(problem: Problem, shares: Shares) -> Problem:
    """The problem with its tasks: where they follow the key, each the sum of its shares.

    Args:
        problem: the settings and data.
        shares: what the key gives.
    """
    if problem.follows == "raming":
        return problem
    need = problem.need
    estimated = need is not None and need.amv_status == "estimated" and shares.need is not None
    tasks = {
        code: Task(
            area=code,
            places=places,
            total_status="computed",
            amv_status="estimated" if estimated else "computed",
        )
        for code, places in shares.by_key.items()
    }
    return replace(problem, tasks=tasks)


def _fault(problem: Problem, code: str, what: str, remedy: str) -> InputError:
    return InputError([Fault(code=code, what=what, where=problem.line("key"), remedy=remedy)])
