# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures of real runs, as a jurist can read them, and against plain loops over the run."""

from __future__ import annotations

from fractions import Fraction

import pytest

from allocator.verification.facts import Facts
from allocator.verification.tasks import tasks_of
from models.comparison import Measure
from models.result import RunResult
from tests.comparison.runs import by_key, by_raming, compared, run

RUNS = [
    ("overijssel-2024",),
    ("overijssel-2024", "key.name=inhabitants"),
    ("overijssel-2024", "merging.include_offers=true"),
    ("overijssel-2024", "merging.minimum_site={regular: 300, amv: 40}"),
    ("overijssel-2024-guaranteed",),
    ("overijssel-2022",),
    ("overijssel-2026",),
    ("nederland-2024", "provinces=[PV23, PV24]"),
]


def measures(*one: str) -> dict[tuple[str, str], Measure]:
    return {(m.name, m.of): m for m in compared(one, one).runs[0].measures}


def test_hardenberg_deviates_most_by_the_published_key():
    """Its decision is 722, its indicative number 355 of the 3,050 of IJsselland."""
    one = by_key().runs[0].measure("largest_deviation")
    assert (one.municipality, one.value) == ("Hardenberg", 722 - 355)
    assert one.numbers == {"decision": 722, "task": 3050, "weight": 355, "weights": 3050}


def test_the_mean_is_over_all_25():
    one = by_key().runs[0].measure("mean_deviation")
    assert one.value == Fraction(2014, 25)
    assert by_key().runs[0].measure("relative_deviation").value == Fraction(2014, 6325)


def test_the_whole_province_has_the_same_places_per_inhabitant_by_any_key():
    """1,184,333 inhabitants on 1 January 2023."""
    found = {one.measure("per_thousand").value for one in by_key().runs}
    assert found == {Fraction(6_325_000, 1_184_333)}


def test_who_rounds_otherwise_is_held_against_the_same_exact_numbers():
    """A share that moves along with the rounding would hide what Adams does for small towns."""
    both = compared(
        ("overijssel-2022", "distribution.method=sainte_lague"),
        ("overijssel-2022", "distribution.method=adams"),
    )
    for line in both.municipalities:
        nearest, up = line.figures
        assert nearest is not None
        assert up is not None
        assert nearest.pro_rata == up.pro_rata
    assert any(line.figures[0].share != line.figures[1].share for line in both.municipalities)
    first, second = (one.measure("mean_deviation").value for one in both.runs)
    assert first < second


def test_ramingen_of_different_size_compare_by_the_relative_deviation():
    """By inhabitants nothing but rounding is left: less than half a percent of any task."""
    for one in by_raming().runs:
        assert one.measure("largest_deviation").value < 1
        assert one.measure("relative_deviation").value < Fraction(1, 200)
        assert one.measure("gini").value < Fraction(1, 500)


@pytest.mark.parametrize("one", RUNS, ids=" ".join)
def test_plain_loops_over_the_run_find_the_same(one):
    result, found = run(*one).result, measures(*one)
    rates = {
        each.name: Fraction(1000 * each.decision.total, each.inhabitants)
        for each in result.municipalities
    }
    assert found["lowest_per_thousand", "total"].value == min(rates.values())
    assert found["highest_per_thousand", "total"].value == max(rates.values())
    assert rates[found["highest_per_thousand", "total"].municipality] == max(rates.values())
    assert float(found["gini", "total"].value) == pytest.approx(gini_in_floats(result), abs=1e-12)
    for part in ("total", "amv"):
        off = [abs(getattr(each.decision, part) - target(result, each, part))
               for each in result.municipalities]  # fmt: skip
        assert found["largest_deviation", part].value == max(off)
        assert found["mean_deviation", part].value == sum(off) / len(off)


def target(result: RunResult, one, part: str) -> Fraction:
    """Of the same area everybody weighs: the pro rata part of one municipality."""
    (claims, total) = next(
        (division.claims, division.total)
        for division in result.divisions
        if (division.stage, division.kind) == ("share", part)
        and one.code in {claim.code for claim in division.claims}
    )
    weight = {claim.code: claim.weight for claim in claims}
    return total * weight[one.code] / sum(weight.values())


def gini_in_floats(result: RunResult) -> float:
    """The area between the diagonal and the curve, by the trapezoids of a textbook."""
    rows = [(one.decision.total, one.inhabitants) for one in result.municipalities]
    rows.sort(key=lambda row: row[0] / row[1])
    places, people = sum(row[0] for row in rows), sum(row[1] for row in rows)
    area = at = 0.0
    for has, here in rows:
        after = at + has / places
        area += here / people * (at + after) / 2
        at = after
    return 1 - 2 * area


@pytest.mark.parametrize("one", RUNS, ids=" ".join)
def test_the_checks_of_merging_see_the_same_tasks_and_sites(one):
    facts = Facts(run(*one).result)
    tasks, found = tasks_of(facts), measures(*one)
    small = [owned for owned in tasks.places if tasks.missing(owned) > 0]
    assert found["tasks", "total"].value == len(tasks.places)
    assert found["small_tasks", "total"].value == len(small)
    assert found["small_tasks", "total"].numbers["amv"] == sum(kind == "amv" for kind, _ in small)
    values = {o.name: o.value for o in facts.result.objectives if o.stage == "merging"}
    for name in ("moved_tasks", "place_km", "undersized"):
        assert found[name, "total"].value == values[name]
    hosts = {(kind, host) for (kind, _), host in tasks.host.items()}
    assert found["sites", "total"].value == len(hosts)


def test_small_is_what_the_minimum_site_of_each_run_says():
    low, high = (
        ("overijssel-2024", f"merging.minimum_site={{regular: {n}, amv: {n}}}") for n in (0, 60)
    )
    both = compared(low, high)
    assert [one.measure("tasks").value for one in both.runs] == [37, 37]
    assert both.runs[0].measure("small_tasks").value == 0
    assert both.runs[1].measure("small_tasks").value > 0


def test_without_a_division_no_measure_is_known_and_it_says_why():
    both = compared(("overijssel-2024",), ("overijssel-2024", "distribution.eligible=named"))
    assert {(one.value, one.why) for one in both.runs[1].measures} == {
        (None, "there is no decision")
    }
