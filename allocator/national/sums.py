# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sums of the country, and what a reader of them has to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.account import Account
from models.national import Balance, Country, Takeover
from models.places import Places, total_of
from models.problem import Notice, Problem


def country_of(
    problem: Problem,
    have: Mapping[str, Places],
    accounts: Mapping[str, Account],
    takeovers: Sequence[Takeover],
) -> Country:
    """Every province in the sums; of those that are not known, only the task is told."""
    provinces = tuple(
        _balance(problem, code, have[code], accounts[code], takeovers)
        for code in sorted(problem.tasks)
    )
    known = [one for one in provinces if one.known]
    return Country(
        provinces=provinces,
        tasks=sum(one.task.total for one in known),
        decisions=sum(one.counted.total + one.left.total for one in known),
        unused=sum(one.unused.total for one in known),
        over_task=sum(accounts[one.code].over_task for one in known),
        raming=problem.raming_of_all,
    )


def _balance(
    problem: Problem,
    code: str,
    have: Places,
    account: Account,
    takeovers: Sequence[Takeover],
) -> Balance:
    takes_over = total_of(
        Places.in_kind(one.kind, one.places) for one in takeovers if one.giver == code
    )
    handed_over = total_of(
        Places.in_kind(one.kind, one.places) for one in takeovers if one.taker == code
    )
    return Balance(
        code=code,
        name=problem.territory.name(code),
        known=code not in problem.unreported,
        task=problem.tasks[code].places,
        counted=Places() if code in problem.unreported else have,
        surplus=account.surplus,
        shortage=account.rest,
        takes_over=takes_over,
        handed_over=handed_over,
        left=account.rest - handed_over,
        unused=account.surplus - takes_over,
    )


def notices(problem: Problem, country: Country) -> list[Notice]:
    """A surplus that nobody takes keeps the decisions above the raming: said, never hidden."""
    if not country.unused:
        return []
    left = ", ".join(f"{one.name} {one.unused.total:,}" for one in country.provinces if one.unused)
    short = sum(one.left.total for one in country.provinces)
    nobody = "national.takeover is none"
    why = (
        nobody
        if problem.scenario.national.takeover == "none"
        else (
            f"{short:,} places are still short, of a kind or in provinces that it may not serve"
            if short
            else "no province is short any more"
        )
    )
    return [
        Notice(
            code="surplus-remains",
            message=f"{country.unused:,} places of surplus are taken over by nobody ({left}): "
            f"{why}; the decisions exceed the tasks by them",
        )
    ]
