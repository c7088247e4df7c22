# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What if the country needed another number of places than the raming says?"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allocator
from allocator.loading import load
from allocator.loading.national_total import scaled_rows
from allocator.loading.reference_rows import RamingRow
from allocator.overview import understand
from allocator.reporting import (
    render,
    render_explanation,
    render_merge,
    render_pages,
    render_timeline,
)
from models.fault import InputError
from models.problem import Problem
from models.raming import COUNTRY, OTHERS, NationalTotal
from models.result import RunResult

# Extra outflow of status holders may save 12,000 of the 88,000 places (ministry, 5 February 2026).
LESS_OUTFLOW = "task.national_total=76000"
TWELVE = (
    "PV20", "PV21", "PV22", "PV23", "PV24", "PV25", "PV26", "PV27", "PV28", "PV29", "PV30", "PV31",
)  # fmt: skip
TOTALS = st.integers(min_value=1_000, max_value=1_000_000)
PUBLISHED = {
    "2022-11": (75_500, 75_499),
    "2023-05": (77_100, 77_070),
    "2024": (96_000, 96_002),
    "2026": (88_000, 88_000),
}


def of_country(version: str, total: int | None, provinces: tuple[str, ...] = TWELVE) -> Problem:
    """The problem of these provinces by the statutory key, whatever the version leaves open."""
    return load(
        "nederland-2024",
        [
            f"raming='{version}'",
            f"provinces=[{', '.join(provinces)}]",
            f"task.national_total={'null' if total is None else total}",
            "task.missing_total='2024'",
            "task.follows=raming",
            f"task.missing_amv={'as_known' if version == '2026' else 'pro_rata'}",
        ],
    )


def totals(problem: Problem) -> dict[str, int]:
    return {code: task.places.total for code, task in problem.tasks.items()}


@pytest.fixture(scope="module")
def less() -> RunResult:
    return allocator.run("overijssel-2026", [LESS_OUTFLOW]).result


def test_overijssel_keeps_its_part_of_the_national_total(less):
    (province,) = less.provinces
    assert province.task.total == round(Fraction(5_801 * 76_000, 88_000)) == 5_010
    assert province.task.amv == round(Fraction(370 * 76_000, 88_000)) == 320


def test_the_others_share_what_is_left_together(less):
    total, amv = (one for one in less.divisions if one.stage == "task")
    assert {claim.code: (claim.weight, claim.places) for claim in total.claims} == {
        "PV23": (5_801, 5_010),
        OTHERS: (82_199, 70_990),
    }
    assert (total.total, total.scale, total.method) == (76_000, Fraction(19, 22), "sainte_lague")
    assert total.row == "reference/ramingen.csv:41"
    # The national amv task of 2026 is not known: that of Overijssel is scaled by itself.
    assert [(claim.code, claim.places) for claim in amv.claims] == [("PV23", 320)]


def test_the_task_is_an_estimate_everywhere(less):
    assert {one.task_status for one in less.provinces} == {"estimated"}
    assert {one.share_status for one in less.municipalities} == {"estimated"}
    codes = {one.code for one in less.warnings}
    assert {"what-if-total", "task-estimated", "amv-task-estimated"} <= codes
    assert all(one.task_status == "estimated" for one in timeline().at("province"))


def timeline():
    return allocator.timeline("overijssel-2026", [LESS_OUTFLOW])


def test_every_output_that_names_the_raming_names_the_other_total(less):
    said = "2026, national total 76,000 instead of 88,000"
    merged = allocator.merge("overijssel-2026", [LESS_OUTFLOW])
    explained = allocator.explain("overijssel-2026", "Borne", [LESS_OUTFLOW])
    told = {
        "run": render(less, "markdown"),
        "merge": render_merge(merged, "markdown"),
        "timeline": render_timeline(timeline(), "markdown"),
        "explain": render_explanation(explained, "markdown"),
        "check": render_pages(understand("overijssel-2026", [LESS_OUTFLOW]), "markdown"),
    }
    for command, text in told.items():
        assert said in text, command
    for answer in (less, merged, explained, timeline()):
        assert answer.raming == "2026"
        assert answer.national_total is not None
        assert answer.national_total.total == 76_000


def test_as_published_nothing_is_a_what_if():
    assert allocator.run("overijssel-2026").result.national_total is None
    plain, asked = (
        allocator.run("overijssel-2026", lines).result
        for lines in ((), ("task.national_total=88000",))
    )
    assert asked.provinces == plain.provinces
    assert asked.municipalities == plain.municipalities
    assert asked.divisions == plain.divisions
    (notice,) = [one.message for one in asked.warnings if one.code == "without-effect"]
    assert "88,000 is the published national total of raming 2026" in notice


def test_the_task_is_the_same_whichever_provinces_a_scenario_names():
    for version in PUBLISHED:
        whole = of_country(version, 76_123).tasks
        for code in ("PV23", "PV29"):
            assert of_country(version, 76_123, (code,)).tasks == {code: whole[code]}


@pytest.mark.parametrize(("version", "published"), PUBLISHED.items())
def test_the_published_total_gives_the_published_tasks(version, published):
    national, provinces = published
    assert sum(totals(of_country(version, None)).values()) == provinces
    assert totals(of_country(version, national)) == totals(of_country(version, None))


def test_what_the_published_tasks_do_not_add_up_to_stays_in_proportion():
    problem = of_country("2024", 48_000)
    # The twelve add up to 96,002 of 96,000.
    assert sum(totals(problem).values()) == 48_001
    assert any("both keep that proportion" in one.message for one in problem.warnings)


def test_the_missing_tasks_fill_from_the_scaled_figures():
    problem = of_country("2026", 44_000)
    assert sum(totals(problem).values()) == 44_000
    (filled,) = [one for one in problem.task_divisions if one.kind == "total" and one.scale is None]
    assert filled.terms == (44_000, -problem.tasks["PV23"].places.total)


def test_regions_keep_their_parts_of_the_task_of_their_province():
    run = allocator.run("overijssel-2024", ["task.national_total=76000"]).result
    shares = {
        one.area: one.total for one in run.divisions if (one.stage, one.kind) == ("share", "total")
    }
    # 3,050 and 3,275 of 6,325 were published, at 96,000 places.
    assert shares == {"VR04": 2_414, "VR05": 2_593}
    assert sum(shares.values()) == run.provinces[0].task.total == 5_007
    by_region = allocator.run(
        "overijssel-2024", ["task.national_total=76000", "distribution.by=region"]
    ).result
    assert {one.code: one.task.total for one in by_region.areas} == shares


def test_tasks_that_the_scenario_states_for_regions_have_to_add_up_to_the_scaled_one():
    def ask(twente: str, ijsselland: str) -> list[str]:
        stated = f"{{Twente: {{{twente}}}, IJsselland: {{{ijsselland}}}}}"
        lines = ["task.national_total=76000", "distribution.by=region"]
        return [f"distribution.region_tasks={stated}", *lines]

    with pytest.raises(InputError, match=r"the regions add up to 6325 .* the task is 5007"):
        load("overijssel-2024", ask("total: 3275, amv: 278", "total: 3050, amv: 260"))
    problem = load("overijssel-2024", ask("total: 2593, amv: 220", "total: 2414, amv: 206"))
    assert {one.area for one in problem.task_divisions} == {COUNTRY, "PV23"}


def test_official_numbers_of_municipalities_are_weights_only():
    run = allocator.run("nederland-2024", ["provinces=[PV23]", "task.national_total=76000"]).result
    assert run.published is None
    plain = allocator.run("nederland-2024", ["provinces=[PV23]"]).result
    assert plain.published is not None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("0", "0 is below 1,000"),
        ("-88000", "is below 1,000"),
        ("88", "88 is below 1,000"),
        ("1000001", "is above 1,000,000"),
        ("88.5", "not a whole number"),
    ],
)
def test_a_total_that_no_country_has_is_refused(written, says):
    with pytest.raises(InputError, match=says):
        load("overijssel-2026", [f"task.national_total={written}"])


def row(area: str, total: int, amv: int | None) -> RamingRow:
    return RamingRow.model_construct(
        raming="x", area=area, total=total, amv=amv, note="", source="", status="published",
        row=f"x.csv:{area}",
    )  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    tasks=st.lists(st.integers(1_000, 20_000), min_size=1, max_size=12),
    others=st.integers(1_000, 90_000),
    asked=TOTALS,
    more=st.integers(0, 5_000),
)
def test_every_task_is_as_near_to_its_part_as_rounding_leaves_it_and_never_falls(
    tasks, others, asked, more
):
    codes = TWELVE[: len(tasks)]
    country = sum(tasks) + (others if len(tasks) < len(TWELVE) else 0)
    rows = {code: row(code, task, task // 12) for code, task in zip(codes, tasks, strict=True)}
    rows[COUNTRY] = row(COUNTRY, country, country // 10)

    def at(total: int) -> dict[str, RamingRow]:
        national = NationalTotal(total=total, published=country, row="")
        return scaled_rows(rows, national, TWELVE)[0]

    low, high = at(asked), at(asked + more)
    assert low[COUNTRY].total == asked
    for code in codes:
        assert low[code].total <= high[code].total
        # Its own rounding, and its part of that of all claimants, which the divisor makes up for.
        part = Fraction(rows[code].total, country)
        claimants = len(codes) + (sum(tasks) < country)
        assert abs(low[code].total - part * asked) <= Fraction(1, 2) + claimants * part / 2
        assert low[code].amv <= low[code].total
    assert sum(low[code].total for code in codes) <= asked


@settings(max_examples=40, deadline=None)
@given(total=TOTALS, version=st.sampled_from(sorted(PUBLISHED)))
def test_whatever_is_asked_of_a_version_the_tasks_of_the_country_add_up(total, version):
    national, provinces = PUBLISHED[version]
    problem = of_country(version, total)
    exact = Fraction(total * provinces, national)
    assert abs(sum(totals(problem).values()) - exact) <= Fraction(1, 2)
    assert all(task.places.amv <= task.places.total for task in problem.tasks.values())


def test_the_amv_task_of_the_country_is_scaled_where_no_province_has_one():
    rows = {"PV23": row("PV23", 6_000, None), COUNTRY: row(COUNTRY, 96_000, 8_140)}
    national = NationalTotal(total=48_000, published=96_000, row="")
    found, divided = scaled_rows(rows, national, TWELVE)
    assert (found[COUNTRY].total, found[COUNTRY].amv) == (48_000, 4_070)
    assert found["PV23"].amv is None
    assert [one.division.kind for one in divided] == ["total", "amv"]
