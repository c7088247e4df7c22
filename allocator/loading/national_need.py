# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the country needs, and whether the tasks follow the key or the raming.

Decree 2.1(2): a provincial task is the sum of its municipalities' numbers, which 2.1(3) computes
from the national need. So another key, or another need, moves the provinces too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import floor

from allocator.loading.reference_rows import RamingRow
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults
from models.raming import COUNTRY, AmvNeed, Follows, NationalNeed, TaskStatus
from models.scenario import Scenario

HALF = Fraction(1, 2)


def follows(scenario: Scenario, rows: Mapping[str, RamingRow], *, everywhere: bool) -> Follows:
    """What the tasks of a scenario follow.

    Args:
        scenario: the settings.
        rows: its version of the raming, by area.
        everywhere: whether all provinces of the country are in it.
    """
    if scenario.task.follows is not None:
        return scenario.task.follows
    if scenario.key.name == "published":
        return "key" if scenario.indicative is not None else "raming"
    return "key" if everywhere and asks_for_others(scenario, rows) else "raming"


def asks_for_others(scenario: Scenario, rows: Mapping[str, RamingRow]) -> bool:
    """Whether by its key or its need other tasks would follow than those of the raming.

    The law's own key with the need of the raming gives the published tasks, but for scores that
    are derived here and official there.
    """
    own_figures = scenario.ses_woa is not None or isinstance(scenario.population, str)
    return scenario.key.name != "statutory" or own_figures or _other_need(scenario, rows)


def _other_need(scenario: Scenario, rows: Mapping[str, RamingRow]) -> bool:
    asked, country = scenario.task, rows.get(COUNTRY)
    if country is None:
        return False
    other_amv = country.amv is not None and asked.national_amv not in (None, country.amv)
    return asked.national_total not in (None, country.total) or other_amv


def check_amv_need(file: ScenarioFile, rows: Mapping[str, RamingRow], faults: Faults) -> None:
    """Where tasks follow the raming, another amv need than it publishes moves nobody's task."""
    country, asked = rows.get(COUNTRY), file.scenario.task.national_amv
    if country is not None and country.amv is not None and asked not in (None, country.amv):
        faults.add(
            "amv-need-without-key",
            file.place("task", "national_amv"),
            f"raming {file.scenario.raming} publishes an amv need of {country.amv:,}, and here the "
            "tasks follow the raming",
            "Write task: {follows: key}, so that the key shares out another need.",
        )


def national_need(
    file: ScenarioFile, rows: Mapping[str, RamingRow], faults: Faults, *, needed: bool
) -> NationalNeed | None:
    """The national need, regular and amv together, and the amv need within it.

    Args:
        file: the scenario.
        rows: its version of the raming as published, by area; none where that is unknown.
        faults: takes what is missing or contradicts itself.
        needed: whether the tasks follow it; where not, it is no fault that it is not known.
    """
    asked, country = file.scenario.task, rows.get(COUNTRY)
    if country is None:
        return None
    total = country.total if asked.national_total is None else asked.national_total
    found = _with_amv(file, total, country, rows)
    if found is None:
        if needed:
            faults.add(
                "no-amv-need",
                file.place("raming"),
                f"the national amv need of raming {file.scenario.raming} is not published",
                "Write task: {national_amv: 5600}, or {missing_amv: as_known} to estimate it.",
            )
        return None
    if found.amv > found.total:
        faults.add(
            "amv-above-total",
            file.place("task", "national_amv"),
            f"an amv need of {found.amv:,} is more than the national need of {found.total:,}",
            "The total includes the amv places.",
        )
        return None
    return found


def _with_amv(
    file: ScenarioFile, total: int, country: RamingRow, rows: Mapping[str, RamingRow]
) -> NationalNeed | None:
    asked = file.scenario.task
    stated = asked.national_total not in (None, country.total)
    total_status: TaskStatus = "stated" if stated else country.status
    row = file.place("task", "national_total").quoted if stated else country.row

    def need(
        amv: int, status: TaskStatus, amv_row: str = "", estimated: AmvNeed | None = None
    ) -> NationalNeed:
        return NationalNeed(
            total=total,
            amv=amv,
            total_status=total_status,
            amv_status=status,
            row=row,
            amv_row=amv_row,
            amv_estimated=estimated,
        )

    if asked.national_amv is not None:
        return need(asked.national_amv, "stated", file.place("task", "national_amv").quoted)
    if country.amv is not None and not stated:
        return need(country.amv, country.status, country.row)
    part: AmvNeed | None = None
    if country.amv is not None:
        part = AmvNeed(part=country.amv, whole=country.total, rows=(country.row,))
    elif asked.missing_amv == "as_known":
        part = _as_known(row for area, row in rows.items() if area != COUNTRY)
    return None if part is None else need(_part_of(total, part), "estimated", estimated=part)


def _as_known(provinces: Iterable[RamingRow]) -> AmvNeed | None:
    """The part of amv places in the provincial tasks of which they are published."""
    known = [(row.total, row.amv, row.row) for row in provinces if row.amv is not None]
    if not known:
        return None
    return AmvNeed(
        part=sum(amv for _, amv, _ in known),
        whole=sum(total for total, _, _ in known),
        rows=tuple(row for _, _, row in known),
    )


def _part_of(total: int, amv: AmvNeed) -> int:
    """The amv places of a total, to the nearest whole one."""
    return floor(Fraction(total * amv.part, amv.whole) + HALF)
