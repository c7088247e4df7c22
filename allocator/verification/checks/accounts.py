# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the accounts: what each area has to close, amv first."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same, shown
from allocator.verification.facts import Facts, added, numbers


@check
def close_accounts(facts: Facts) -> Iterator[Finding]:
    """The rest is the task less what counts, the amv shortage first, never below zero."""
    for area in facts.result.areas:
        name = f"close_accounts[{area.code}]"
        members = facts.members(area)
        counted = added(one.counted for one in members)
        unlocated = added(
            one.places for one in facts.result.unlocated_offers if one.area == area.code
        )
        yield same(name, numbers(area.counted), counted, "counted")
        yield same(name, numbers(area.unlocated), unlocated, "unlocated")
        if not area.known:
            none = added(())
            yield same(name, numbers(area.rest), none, "rest of what is not known")
            yield same(name, numbers(area.surplus), none, "surplus of what is not known")
            yield same(name, area.over_task, 0, "over the task of what is not known")
            continue
        task, handed = numbers(area.task), numbers(area.handed_over)
        left = task["total"] - counted["total"] - unlocated["total"]
        minors = max(0, task["amv"] - counted["amv"] - unlocated["amv"])
        yield same(name, area.rest.amv, minors - handed["amv"], "rest of amv places")
        regular = max(0, left - minors) - handed["regular"]
        yield same(name, area.rest.regular, regular, "rest of regular places")
        yield same(name, area.over_task, max(0, minors - max(0, left)), "over the task")
        beyond = max(0, -left)
        minors_beyond = max(0, counted["amv"] + unlocated["amv"] - task["amv"])
        yield same(name, area.surplus.total, beyond, "surplus")
        yield same(name, area.surplus.amv, min(beyond, minors_beyond), "surplus of amv places")
        balance = area.task.total + area.surplus.total + area.over_task
        have = area.counted.total + area.unlocated.total + area.rest.total + handed["total"]
        yield same(name, have, balance, "counted, unlocated and rest together")


@check
def add_provinces(facts: Facts) -> Iterator[Finding]:
    """The sums of a province are those of its areas."""
    codes = [province.code for province in facts.result.provinces]
    for inside in (facts.result.areas, facts.result.municipalities):
        provinces = sorted({one.province for one in inside})
        yield same("add_provinces", sorted(codes), provinces, "the provinces")
    for province in facts.result.provinces:
        areas = [area for area in facts.result.areas if area.province == province.code]
        for what in ("counted", "unlocated", "rest", "surplus"):
            name = f"add_provinces[{province.code}.{what}]"
            sums = added(getattr(area, what) for area in areas)
            yield same(name, numbers(getattr(province, what)), sums, what)
        over = sum(area.over_task for area in areas)
        yield same(
            f"add_provinces[{province.code}.over_task]", province.over_task, over, "over task"
        )
        sums = added(area.task for area in areas)
        yield same(f"add_provinces[{province.code}.task]", numbers(province.task), sums, "task")
        found = [f"{kind} {shown(ends)}" for kind, ends in province.divisors.items()]
        recorded = [
            f"{division.kind} {shown(division.divisors)}"
            for division in facts.divisions("rest")
            if division.area == province.code and division.divisors
        ]
        name = f"add_provinces[{province.code}.divisors]"
        yield same(name, sorted(found), sorted(recorded), "the divisors")
