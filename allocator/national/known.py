# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a scenario asks of provinces of which it is not known, or is known too well, what counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.account import Account
from models.fault import Faults
from models.problem import Notice, Problem


def check_known(problem: Problem, accounts: Mapping[str, Account]) -> None:
    """Whoever is named to take over has a surplus for it, and whoever has a limit, a rest.

    Raises:
        InputError: naming every line that asks what nobody can tell.
    """
    faults = Faults()
    _check_givers(problem, accounts, faults)
    for path, code, verb in _asked(problem):
        province = problem.territory.municipalities[code].province
        if province in problem.unreported:
            name = problem.territory.name(province)
            faults.add(
                "no-report",
                problem.line(path),
                f"the report of {name} is not known, so nothing is divided that {verb}",
                "Leave it out, or give the places of that province in the scenario.",
            )
    faults.raise_if_any()


def _check_givers(problem: Problem, accounts: Mapping[str, Account], faults: Faults) -> None:
    rules = problem.scenario.national
    for index, code in enumerate(rules.from_ if rules.takeover != "none" else ()):
        where, name = problem.line(f"national.from.{index}"), problem.territory.name(code)
        if code in problem.unreported:
            faults.add(
                "no-report",
                where,
                f"the report of {name} is not known, so nobody can tell what it could take over",
                "Leave it out, or give its places in the scenario.",
            )
        elif not accounts[code].surplus:
            short = accounts[code].rest.total
            itself = f", and is {short:,} places short itself" if short else ""
            faults.add(
                "no-surplus",
                where,
                f"{name} has no surplus to take over with{itself}",
                "Leave it out; an empty list means every province with a surplus.",
            )


def _asked(problem: Problem) -> Iterator[tuple[str, str, str]]:
    """Every line that asks something of a rest: its path, a municipality there, and what it asks.

    Of a region any municipality will do: none lies in two provinces.
    """
    settings, name = problem.scenario.distribution, problem.territory.name
    for code in settings.limits:
        yield f"distribution.limits.{code}", code, f"{name(code)} could have a limit of"
    for region in settings.region_limits:
        inside = next(one.code for one in problem.municipalities if one.region == region)
        path = f"distribution.region_limits.{region}"
        yield path, inside, f"{name(region)} could have a limit of"
    for index, code in enumerate(settings.named if settings.eligible == "named" else ()):
        yield f"distribution.named.{index}", code, f"{name(code)} could get"


def notices_of_exempt(problem: Problem) -> list[Notice]:
    """Whoever gets nothing anyhow need not be exempted."""
    found = []
    for index, one in enumerate(problem.scenario.distribution.exempt):
        province = problem.territory.municipalities[one.municipality].province
        if province in problem.unreported:
            path = f"distribution.exempt.{index}"
            found.append(
                Notice(
                    code="without-effect",
                    message=f"{path} ({problem.line(path)}) has no effect: the report of "
                    f"{problem.territory.name(province)} is not known, so nothing is divided there",
                )
            )
    return found
