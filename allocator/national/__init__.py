# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The country: surplus and shortage per province, and who takes over how much for whom.

Source: letter of 20 December 2024, agreement 3: provinces with a surplus make agreements with
provinces that are short, so that the total does not exceed the raming.
"""

from __future__ import annotations

from dataclasses import replace

from allocator.national.distances import borders, crossings
from allocator.national.known import check_known, notices_of_exempt
from allocator.national.sums import country_of, notices
from allocator.national.takeovers import taken
from models.account import Account, close
from models.counted import Counted
from models.national import Border
from models.places import KINDS, Places, total_of
from models.problem import Problem

__all__ = ["take_over"]


def take_over(problem: Problem, counted: Counted) -> Counted:
    """What counts, with what provinces take over from one another by the scenario's rule.

    The kinds apart: a regular place does not stand for an amv place.

    Raises:
        InputError: if the scenario asks something of a province that has nothing to take over
            with, or of which it is not known what counts.
    """
    rules = problem.scenario.national
    if rules.takeover == "none" and problem.scenario.reports is None:
        return counted
    have = {code: _have(problem, counted, code) for code in problem.tasks}
    accounts = {
        code: Account()
        if code in problem.unreported
        else close(problem.tasks[code].places, have[code], Places())
        for code in problem.tasks
    }
    check_known(problem, accounts)
    found = [] if rules.takeover == "none" else [taken(problem, accounts, kind) for kind in KINDS]
    takeovers = tuple(one for each in found for one in each.takeovers)
    country = country_of(problem, have, accounts, takeovers)
    divided = [each.divided for each in found if each.divided]
    return replace(
        counted,
        handed_over={one.code: one.handed_over for one in country.provinces if one.handed_over},
        takeovers=takeovers,
        country=country.model_copy(
            update={
                "prices": tuple(each.prices for each in found),
                **_borders(problem, asked=rules.neighbours_only and bool(found)),
            }
        ),
        objectives=tuple(one for each in found for one in each.objectives),
        divisions=(*counted.divisions, *(one.division for one in divided)),
        ties=(*counted.ties, *(tie for one in found for tie in one.ties)),
        warnings=(*counted.warnings, *notices(problem, country), *notices_of_exempt(problem)),
    )


def _borders(problem: Problem, *, asked: bool) -> dict[str, tuple[Border, ...]]:
    """What the record says of borders: nothing where they decide nothing."""
    return {"borders": borders(problem), "crossings": crossings(problem)} if asked else {}


def _have(problem: Problem, counted: Counted, code: str) -> Places:
    """What counts in a province, with a municipality and without."""
    located = [counted.places[one.code] for one in problem.municipalities if one.province == code]
    return total_of([*located, *(one.places for one in counted.unlocated if one.area == code)])
