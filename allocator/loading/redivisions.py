# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with redivisions that a scenario plans."""

from __future__ import annotations

from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults
from models.scenario import Scenario
from models.territory import Territory


def check_redivisions(
    file: ScenarioFile, scenario: Scenario, territory: Territory, faults: Faults
) -> None:
    """Each municipality is added once, to one of its province that is there then, in no circle.

    Args:
        file: tells where lines stand.
        scenario: with codes for names; an unknown name is empty, and told already.
        territory: names and provinces.
        faults: told of everything.
    """
    gone: dict[str, int] = {}
    for index, one in enumerate(scenario.redivisions):
        if not one.from_ or not one.into:
            continue
        where = file.place("redivisions", index)
        name, into = territory.name(one.from_), territory.name(one.into)
        if one.from_ == one.into:
            what = f"{name} keeps existing: it cannot be added to itself"
            faults.add("redivision-of-itself", where, what, "Name the one that it is added to.")
            continue
        if one.from_ in gone:
            faults.add(
                "redivided-twice",
                where,
                f"{name} is added to another municipality already "
                f"({file.place('redivisions', gone[one.from_])})",
                "Keep one of them: after it there is none of that name.",
            )
            continue
        gone[one.from_] = index
        here, there = (territory.municipalities[code].province for code in (one.from_, one.into))
        if here != there:
            faults.add(
                "redivided-province",
                where,
                f"{name} lies in {territory.name(here)} and {into} in {territory.name(there)}",
                "Leave it out: it would change the tasks of both provinces, which are published "
                "for those that there are.",
            )
    _check_order(file, scenario, territory, gone, faults)


def _check_order(
    file: ScenarioFile,
    scenario: Scenario,
    territory: Territory,
    gone: dict[str, int],
    faults: Faults,
) -> None:
    """Nothing is added to what is no more on that day, by one step or in a circle."""
    for code, index in gone.items():
        one, where = scenario.redivisions[index], file.place("redivisions", index)
        chain = [code]
        while chain[-1] in gone and scenario.redivisions[gone[chain[-1]]].into not in chain:
            chain.append(scenario.redivisions[gone[chain[-1]]].into)
        if chain[-1] in gone:
            names = " into ".join(territory.name(each) for each in (*chain, code))
            remedy = "Break the circle: one of them keeps existing."
            faults.add("redivision-circle", where, f"a circle: {names}", remedy)
        elif one.into in gone and scenario.redivisions[gone[one.into]].on <= one.on:
            later = scenario.redivisions[gone[one.into]]
            faults.add(
                "redivided-too-late",
                where,
                f"{territory.name(one.into)} itself is part of {territory.name(later.into)} since "
                f"{later.on}",
                f"Write {territory.name(later.into)}, or correct the day.",
            )
