# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies from their file to what they say."""

from __future__ import annotations

import pickle
import re
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

import allocator
from allocator.loading import reference
from allocator.loading.study_file import packaged_studies
from allocator.pipeline import prepare
from allocator.reporting import render_study
from allocator.reporting.sensitivity import study_pages
from allocator.sensitivity import answer, query, run_study
from allocator.sensitivity.figures import _numbers
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.outcome import Row, outcome
from allocator.sensitivity.store import Store
from allocator.sensitivity.summary import counts, summary
from cli import app
from models.fault import InputError
from tests.sensitivity.small import TWO, conducted, study

PLANS = '  - {name: plans, plans: [likely], chance: "3/4"}\n'
NINE = (
    *("Haaksbergen", "Hellendoorn", "Hof van Twente", "Losser"),
    *("Dalfsen", "Olst-Wijhe", "Raalte", "Staphorst", "Zwolle"),
)
POOL = (
    "[{name: two-plans, status: likely, region: Twente, places: {regular: 200},"
    " candidates: [Haaksbergen, Losser], fallen_through: [%s]}]"
)
# Nobody is named, so that nobody may be asked for what is left.
NOBODY = "settings:\n  distribution.eligible: named\n"
ONE_POOL = (
    "settings:\n"
    "  pooled_offers:\n"
    "    - {name: two-plans, status: likely, region: Twente, places: {regular: 200},\n"
    "       candidates: [Haaksbergen, Losser]}\n"
)


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """Two plans that fall through in one of four each."""
    folder = tmp_path_factory.mktemp("plans")
    path = study(folder, PLANS, more=ONE_POOL)
    return conducted(path, folder / "out"), folder / "out"


def province(found, kind="total"):
    return next(one for one in found.provinces if one.kind == kind)


def municipality(found, name, kind="total"):
    return next(one for one in found.municipalities if (one.name, one.kind) == (name, kind))


def test_the_plans_of_a_pledge_are_factors_of_their_own(plans):
    found, _ = plans
    assert found.factors == ("Haaksbergen", "Losser")
    assert (found.points, found.runs, found.finished) == (4, 4, 4)


def test_chances_of_a_grid_are_exact(plans):
    found, folder = plans
    # What falls through is short: 104 + 96 with both, in 1/4 x 1/4 of the chances.
    rests = {
        (haaksbergen, losser): int(rest)
        for haaksbergen, losser, rest in query(
            folder, 'SELECT "Haaksbergen", "Losser", sum(rest) FROM provinces GROUP BY ALL'
        ).itertuples(index=False)
    }
    chances = {"realised": Fraction(3, 4), "falls through": Fraction(1, 4)}
    weights = {levels: prod(chances[one] for one in levels) for levels in rests}
    ordered = sorted(rests.items(), key=lambda one: one[1])
    short = province(found).short
    assert (short.low, short.high) == (ordered[0][1], ordered[-1][1])
    assert short.high - short.low == 200
    below = Fraction(0)
    for levels, rest in ordered:
        below += weights[levels]
        if below >= Fraction(1, 2):
            assert short.p50 == rest
            break


def test_a_number_hangs_on_the_plan_of_its_own_municipality(plans):
    found, _ = plans
    for name in ("Haaksbergen", "Losser"):
        assert municipality(found, name).hangs_on == name
        assert not municipality(found, name).robust


def test_every_run_is_the_run_of_the_scenario_with_those_lines(plans):
    _, folder = plans
    ensemble = gather(folder.parent / "small.yaml")
    for point in ensemble.points:
        alone = ensemble.base.run(point.overrides).municipalities
        kept = answer(
            folder,
            "SELECT code, sum(decision), sum(realised) FROM municipalities "
            f"WHERE run = '{point.run}' GROUP BY code ORDER BY code",
        ).rows
        expected = alone[["decision_total", "realised_total"]].itertuples()
        assert kept == tuple((code, *map(int, numbers)) for code, *numbers in expected)


def test_a_run_of_a_study_is_the_run_of_the_command_line(tmp_path):
    path = study(tmp_path, TWO)
    conducted(path, tmp_path / "out")
    for site, reach in product((10, 16, 20), (15, 25)):
        lines = [f"merging.minimum_site.amv={site}", f"merging.max_distance_km={reach}"]
        run = allocator.run("overijssel-2024", lines).result
        moved = sum(one.places for merge in run.merges for one in merge.moved)
        (kept,) = answer(
            tmp_path / "out",
            "SELECT sum(moved), count(*) FILTER (undersized) FROM municipalities "
            f"WHERE site = {site} AND reach = {reach}",
        ).rows
        assert kept == (moved, len(run.undersized))


def test_settings_that_do_not_go_together_stop_no_other_run(tmp_path):
    # Of 2026 no indicative distribution is published.
    factors = '  - {name: raming, line: raming, values: ["2024", "2026"]}\n'
    found = conducted(study(tmp_path, factors), tmp_path / "out")
    assert found.statuses == {"optimal": 1, "refused": 1}
    (refused,) = found.refused
    assert refused.first == ('raming="2026"',)
    assert found.answered == 1


def test_points_that_ask_the_same_share_a_run(tmp_path):
    path = study(tmp_path, design="{kind: monte_carlo, samples: 40}")
    found = conducted(path, tmp_path / "out")
    assert (found.points, found.runs) == (40, 3)


@pytest.mark.parametrize("kind", ["sobol", "morris"])
def test_a_factor_that_changes_no_number_has_no_index_but_zero(tmp_path, kind):
    factors = (
        "  - {name: base, line: distribution.base, values: [share, gap]}\n"
        "  - {name: title, line: title, values: [one, other]}\n"
    )
    path = study(tmp_path, factors, f"{{kind: {kind}, samples: 8}}")
    found = run_study(path, tmp_path / "out", workers=2)
    assert found.indices
    for index in found.indices:
        size = index.total if kind == "sobol" else index.mean_effect
        assert size == 0 if index.factor == "title" else size > 0


def test_a_factor_of_thousands_of_values_that_does_nothing_explains_nothing(tmp_path):
    factors = PLANS + (
        "  - {name: limit, line: solver.time_limit_seconds, range: {from: 100, until: 5000}}\n"
    )
    path = study(tmp_path, factors, "{kind: monte_carlo, samples: 60}", ONE_POOL)
    found = run_study(path, tmp_path / "out", workers=2)
    assert municipality(found, "Haaksbergen").hangs_on == "Haaksbergen"
    for one in found.municipalities:
        parts = {each.factor: each.part for each in one.explained}
        assert parts.get("limit", 0) < Fraction(1, 4)


@pytest.mark.parametrize("name", packaged_studies())
def test_points_of_a_packaged_study_can_be_run(name):
    """Its first and last point, and one with each value: answered, proven and verified."""
    ensemble = gather(name)
    chosen = {one.run: one for one in (ensemble.points[0], ensemble.points[-1])}
    for place, dimension in enumerate(ensemble.dimensions):
        for level in dimension.levels:
            there = [one for one in ensemble.points if one.levels[place] == level]
            assert there
            chosen[there[-1].run] = there[-1]
    for point in chosen.values():
        assert ensemble.base.given(point.overrides)
        assert {row.status for row in outcome(ensemble.base, point.overrides)} == {"optimal"}


@pytest.fixture(scope="module")
def intended(tmp_path_factory):
    """The packaged study of intended plans, whole, and its folder."""
    folder = tmp_path_factory.mktemp("intended") / "out"
    return run_study("intended-places", folder, workers=2), folder


def test_the_sql_of_the_page_says_what_the_summary_says(intended):
    found, folder = intended
    page = (Path(__file__).parents[2] / "docs/how-to/run-a-study.md").read_text("utf-8")
    (sql,) = re.findall(r"```sql\n(.*?)```", page, re.S)
    median = province(found).short.p50
    assert answer(folder, sql).rows == ((median,),)
    assert f"where the summary has {median:,}" in page
    alike = re.sub(r"any_value\(weight\)", "1", sql)
    ((unweighted,),) = answer(folder, alike).rows
    assert f"is {unweighted:,} so" in page


@pytest.mark.parametrize("kind", ["total", "regular", "amv"])
def test_chances_and_percentiles_of_overijssel_are_those_of_nine_throws(intended, kind):
    """Plan after plan: what is short, and how likely. No run of the study is looked at."""

    def counts(*lines):
        result = allocator.run("overijssel-2024", list(lines)).result
        counted = {one.name: places(one.counted, kind) for one in result.municipalities}
        return counted, places(result.provinces[0].rest, kind)

    (with_them, least), (without, _) = counts(), counts("pooled_offers=[]")
    lost = [with_them[name] - without[name] for name in with_them]
    likely = {least: Fraction(1)}
    for plan in (one for one, name in zip(lost, with_them, strict=True) if name in NINE):
        after = defaultdict(Fraction)
        for short, chance in likely.items():
            after[short] += chance * Fraction(3, 4)
            after[short + plan] += chance * Fraction(1, 4)
        likely = after
    found = province(intended[0], kind)
    assert found.closes == likely.get(0, 0) == 0
    for percentage, number in ((5, found.short.p5), (50, found.short.p50), (95, found.short.p95)):
        below = sum(chance for short, chance in likely.items() if short < number)
        upto = sum(chance for short, chance in likely.items() if short <= number)
        assert below < Fraction(percentage, 100) <= upto
    assert (found.short.low, found.short.high) == (least, least + sum(lost))


def places(number, kind):
    return number.total if kind == "total" else getattr(number, kind)


def test_the_chance_that_a_province_closes_is_that_of_the_plans_it_can_miss(tmp_path):
    # So few places are asked that one plan may fall through, and not both.
    def rest(task, *fallen):
        lines = [f"task.national_total={task}", f"pooled_offers={POOL % ', '.join(fallen)}"]
        return allocator.run("overijssel-2024", lines).result.provinces[0].rest.regular

    task = next(
        one
        for one in range(60_000, 90_000, 1_000)
        if rest(one, "Haaksbergen") == rest(one, "Losser") == 0 < rest(one, "Haaksbergen", "Losser")
    )
    more = f"{ONE_POOL}  task.national_total: {task}\n"
    found = conducted(study(tmp_path, PLANS, more=more), tmp_path / "out")
    assert province(found, "regular").closes == Fraction(15, 16)


def test_where_every_point_is_infeasible_that_is_said(tmp_path):
    factors = "  - {name: reach, line: merging.max_distance_km, values: [15, 25]}\n"
    found = conducted(study(tmp_path, factors, more=NOBODY), tmp_path / "out")
    assert found.statuses == {"infeasible": 2}
    assert found.exit_code == 3
    assert found.counted == 0
    assert not any((found.provinces, found.municipalities, found.levels, found.plan))
    assert "there are no chances" in render_study(found, "table")


def test_a_study_without_a_division_ends_with_exit_code_3(tmp_path):
    path = study(tmp_path, more=NOBODY)
    done = CliRunner().invoke(app, ["sensitivity", str(path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 3
    assert "there are no chances and no percentiles" in " ".join(done.stdout.split())


def test_where_only_values_without_a_chance_answer_nothing_is_weighed(tmp_path):
    factors = "  - {name: raming, line: raming, values: ['2024', '2026'], chances: ['0', '1']}\n"
    found = conducted(study(tmp_path, factors), tmp_path / "out")
    assert (found.answered, found.counted) == (1, 0)
    assert not any((found.provinces, found.levels, found.plan))


def test_a_study_that_is_stopped_tells_how_far_it_is(tmp_path):
    ensemble = gather(study(tmp_path, TWO))
    store = Store(tmp_path / "out")
    store.begin(ensemble.identity(), ensemble.table())
    found = counts(ensemble, store, 4)
    assert (found.stopped, found.complete, found.answered) == (True, False, None)
    assert render_study(found, "csv").splitlines() == ["finished,runs", "4,6"]
    said = " ".join(render_study(found, "table").split())
    assert "NOT COMPLETE: stopped with 4 of 6 runs finished, in the folder out;" in said


def test_offers_are_plans_too_and_add_to_what_the_scenario_changes_of_them(tmp_path):
    (tmp_path / "plans.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status,note\n"
        "Borne,,regular,40,2025-01-01,,intended,\n"
        "Borne,,amv,9,2025-01-01,,intended,\n"
        "Losser,,regular,30,2025-01-01,,intended,\n"
        "Almelo,,regular,398,2016-03-16,,guaranteed,\n",
        encoding="utf-8",
    )
    (tmp_path / "mine.yaml").write_text(
        "extends: overijssel-2024\n"
        "offers: plans.csv\n"
        "pooled_offers: []\n"
        "exchanges: []\n"
        "counting: {statuses: [guaranteed, intended]}\n"
        "offer_changes: [{line: 4, municipality: Losser, realised: false}]\n",
        encoding="utf-8",
    )
    path = study(tmp_path, '  - {name: plans, plans: [intended], chance: "1/2"}\n')
    path.write_text(path.read_text("utf-8").replace("overijssel-2024", "mine.yaml"), "utf-8")
    found = conducted(path, tmp_path / "out")
    # Losser's plan is settled; Borne's two have the line beside the name.
    assert found.factors == ("Borne, 40 regular (plans.csv:2)", "Borne, 9 amv (plans.csv:3)")
    assert found.statuses == {"optimal": 4}
    counted = answer(
        tmp_path / "out",
        "SELECT DISTINCT code, kind, counted FROM municipalities WHERE code IN ('GM0147', 'GM0168')"
        " ORDER BY ALL",
    ).rows
    assert counted == (
        ("GM0147", "amv", 0),
        ("GM0147", "amv", 9),
        ("GM0147", "regular", 0),
        ("GM0147", "regular", 40),
        ("GM0168", "amv", 0),
        ("GM0168", "regular", 0),
    )


def test_by_law_another_key_moves_the_task_and_the_study_says_which_way_it_came_about(tmp_path):
    factors = (
        "  - name: key\n"
        "    cases:\n"
        "      by law: {key.name: inhabitants, task.follows: key}\n"
        "      within: {key.name: inhabitants, task.follows: raming}\n"
    )
    found = conducted(study(tmp_path, factors), tmp_path / "out")
    assert [(one.level, one.task) for one in found.levels] == [("by law", 6385), ("within", 6325)]
    assert (found.follows, found.task_varies) == ({"key": 1, "raming": 1}, True)
    asked = "SELECT follows, sum(share) FROM provinces GROUP BY ALL ORDER BY ALL"
    assert answer(tmp_path / "out", asked).rows == (("key", 6385), ("raming", 6325))
    said = " ".join(render_study(found, "table").split())
    assert "Tasks come about in two ways: at 1 point they follow the key" in said
    one_way = study(tmp_path, more="settings:\n  key.name: inhabitants\n")
    found = conducted(one_way, tmp_path / "one")
    assert (found.follows, found.task_varies) == ({"raming": 3}, False)
    assert "By law it would (Decree 2.1)" in " ".join(render_study(found, "table").split())


def test_the_packaged_study_of_keys_asks_every_key_by_law_and_within_the_raming():
    ensemble = gather("keys")
    (cases,) = (one.levels for one in ensemble.dimensions if one.name == "key")
    ways = {(one.label, one.lines["task.follows"]) for one in cases}
    for name in ("statutory", "inhabitants", "income"):
        assert {(f"{name} by law", "key"), (f"{name} within the raming", "raming")} <= ways


HEADER = "municipality,site,kind,places,available_from,available_until,status,note\n"


def of_offers(folder, rows, factors, task):
    """A study over Overijssel with offers of its own and a task that they just meet."""
    (folder / "plans.csv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "mine.yaml").write_text(
        "extends: overijssel-2024\noffers: plans.csv\npooled_offers: []\nexchanges: []\n"
        "counting: {statuses: [guaranteed, intended]}\n"
        f"task: {{national_total: {task}}}\n",
        encoding="utf-8",
    )
    path = study(folder, factors)
    path.write_text(path.read_text("utf-8").replace("overijssel-2024", "mine.yaml"), "utf-8")
    return path


def test_the_rows_of_one_site_fall_through_together(tmp_path):
    rows = (
        "Borne,De Kazerne,regular,300,2025-01-01,,intended,\n"
        "Borne,De Kazerne,amv,30,2025-01-01,,intended,\n"
        "Zwolle,,regular,8000,2016-03-16,,guaranteed,\n"
        "Zwolle,,amv,520,2016-03-16,,guaranteed,\n"
    )
    path = of_offers(
        tmp_path, rows, '  - {name: plans, plans: [intended], chance: "1/2"}\n', 96_000
    )
    found = conducted(path, tmp_path / "out")
    assert (found.factors, found.points) == (("Borne",), 2)
    # The task of amv is 538: 550 with the site, 520 without.
    assert province(found, "amv").closes == Fraction(1, 2)
    counted = answer(
        tmp_path / "out",
        "SELECT Borne, kind, counted FROM municipalities WHERE code = 'GM0147' ORDER BY ALL",
    ).rows
    assert counted == (
        *(("falls through", "amv", 0), ("falls through", "regular", 0)),
        *(("realised", "amv", 30), ("realised", "regular", 300)),
    )


def test_two_sites_of_one_municipality_are_two_plans(tmp_path):
    rows = (
        "Borne,De Kazerne,regular,300,2025-01-01,2027-01-01,intended,\n"
        "Borne,De Kazerne,regular,300,2027-01-02,,intended,\n"
        "Borne,Het Klooster,amv,30,2025-01-01,,intended,\n"
    )
    path = of_offers(
        tmp_path, rows, '  - {name: plans, plans: [intended], chance: "1/2"}\n', 96_000
    )
    assert [one.name for one in gather(path).dimensions] == [
        *("Borne, De Kazerne", "Borne, Het Klooster")
    ]


def test_who_realises_more_in_one_run_than_in_another_is_not_robust(tmp_path):
    """The sizes of sites change no decision; where places stand they do."""
    factors = (
        "  - {name: amv, line: merging.minimum_site.amv, values: [30, 10]}\n"
        "  - {name: size, line: merging.minimum_site.regular, values: [150, 0]}\n"
    )
    found = conducted(study(tmp_path, factors), tmp_path / "out")
    assert all(one.decision.low == one.decision.high for one in found.municipalities)
    moving = {one.name for one in found.municipalities if one.realised.p5 + 1 < one.realised.p95}
    assert moving
    for one in found.municipalities:
        wide = one.realised.p95 - one.realised.p5 > max(1, one.realised.p50 / 20)
        assert (one.robust, one.about) == (not wide, "realised" if wide else "decision")
        assert one.robust or one.explained
    figures = {one.figure: one for one in found.plan_figures}
    assert found.plan.moved_tasks.p5 < found.plan.moved_tasks.p95
    assert not figures["moved_tasks"].robust
    assert figures["moved_tasks"].hangs_on in ("amv", "size")
    # The rows are in the order of the values, as the study has them.
    assert [one.level for one in found.levels] == ["30", "10", "150", "0"]
    said = render_study(found, "table")
    assert "realised" in said.partition("Whose number is robust")[2]


def test_values_come_in_order_whatever_was_drawn_first_and_many_values_are_named(tmp_path):
    factors = (
        "  - {name: site, line: merging.minimum_site.amv, values: [20, 10, 16]}\n"
        "  - name: need\n"
        "    line: task.national_total\n"
        "    distribution: {uniform: {low: 90000, high: 98000}, step: 4000}\n"
        "  - {name: limit, line: solver.time_limit_seconds, range: {from: 100, until: 5000}}\n"
    )
    path = study(tmp_path, factors, "{kind: monte_carlo, samples: 30, seed: 2}")
    found = conducted(path, tmp_path / "out")
    levels = [(one.factor, one.level) for one in found.levels]
    assert levels == [
        *(("site", one) for one in ("20", "10", "16")),
        *(("need", one) for one in ("92000", "96000")),
    ]
    assert found.many_values == ("limit",)
    said = " ".join(render_study(found, "table").split())
    assert "more than 20 values have no rows here: limit." in said


@pytest.mark.parametrize("kind", ["sobol", "morris"])
def test_a_point_without_a_division_takes_the_indices_away_and_that_is_said(tmp_path, kind):
    # Of 2026 no indicative distribution is published: such points are refused.
    factors = (
        '  - {name: raming, line: raming, values: ["2024", "2026"]}\n'
        "  - {name: base, line: distribution.base, values: [share, gap]}\n"
    )
    path = study(tmp_path, factors, f"{{kind: {kind}, samples: 2}}")
    found = conducted(path, tmp_path / "out")
    assert found.lacks_indices
    assert not found.indices
    said = " ".join(render_study(found, "table").split())
    left = found.points - found.answered
    assert f"There are none: {left} of {found.points} points have no division" in said


def test_the_plan_of_merges_has_indices_where_no_decision_varies(tmp_path):
    factors = "  - {name: amv, line: merging.minimum_site.amv, values: [10, 16, 20, 30]}\n"
    path = study(tmp_path, factors, "{kind: morris, samples: 2}")
    found = conducted(path, tmp_path / "out")
    numbers = {one.number for one in found.indices}
    assert {"moved_tasks", "moved_places", "place_km", "realised"} <= numbers
    assert not numbers & {"short", "decision"}
    # From 10 to 30: the same as the difference of two runs, whichever way a trajectory goes.
    tasks = [
        len([one for merge in run.merges for one in merge.moved])
        for run in (
            allocator.run("overijssel-2024", [f"merging.minimum_site.amv={one}"]).result
            for one in (10, 16, 20, 30)
        )
    ]
    steps = {abs(tasks[2] - tasks[0]), abs(tasks[3] - tasks[1])}
    (effect,) = (one.mean_effect for one in found.indices if one.number == "moved_tasks")
    assert min(steps) * Fraction(3, 2) <= effect <= max(steps) * Fraction(3, 2)


def test_what_is_not_proven_is_said_at_every_table_it_stands_in(tmp_path):
    ensemble = gather(study(tmp_path))
    store = Store(tmp_path / "out")
    store.begin(ensemble.identity(), ensemble.table())
    for point, status in zip(ensemble.points, ("optimal", "feasible", "optimal"), strict=True):
        row = Row(status, code="GM0147", kind="amv", share=18, counted=0, rest=18, decision=18)
        store.put(point.run, [row._replace(realised=0, moved=18, distance_km=Decimal("6.8"))])
    found = summary(ensemble, store, reference().territory)
    assert found.unproven == 1
    assert [one.unproven for one in found.levels] == [0, 1, 0]
    pages = {page.heading: page for page in study_pages(found)}
    for heading, page in pages.items():
        if heading.startswith(("small", "What does merging")):
            assert any("NOT PROVEN: of 1 point" in one for one in page.paragraphs)
    levels = pages["What does each value do?"].sheet
    place = levels.headings.index("not proven")
    assert [row[place] for row in levels.rows] == [0, 1, 0]


def test_a_result_that_cannot_be_read_is_named(tmp_path):
    path = study(tmp_path)
    conducted(path, tmp_path / "out")
    damaged = next((tmp_path / "out" / "runs").rglob("*.parquet"))
    # Whole at its end, so that it counts as finished.
    damaged.write_bytes(b"nothing of use" + damaged.read_bytes()[-4:])
    with pytest.raises(InputError, match=damaged.name):
        conducted(path, tmp_path / "out")


def test_weights_leave_64_bits_before_their_sums_of_squares_do():
    # Three million each: twice their square fits with weight one, and not with a million.
    assert _numbers([1, 1], 3 * 10**6).dtype == np.int64
    assert _numbers([10**6, 10**6], 3 * 10**6).dtype == object
    assert _numbers([1] * 10**6, 3 * 10**6).dtype == np.int64
    assert _numbers([2] * 10**6, 3 * 10**6).dtype == object


COLUMN = (
    "  - name: key\n"
    "    cases:\n"
    "      published: {key.name: published}\n"
    "      mine: {key: {name: column, file: w.csv, column: weight}}\n"
)


def test_a_file_that_changed_makes_another_study_whatever_line_names_it(tmp_path):
    path = study(tmp_path, COLUMN)
    path.write_text(path.read_text("utf-8").replace("overijssel-2024", "mine.yaml"), "utf-8")
    (tmp_path / "mine.yaml").write_text("extends: overijssel-2024\n", encoding="utf-8")
    table = tmp_path / "w.csv"
    table.write_text("municipality,weight\nBorne,1\n", encoding="utf-8")
    before = {point.run for point in gather(path).points}
    table.write_text("municipality,weight\nBorne,2\n", encoding="utf-8")
    assert not before & {point.run for point in gather(path).points}


def test_lines_within_one_another_are_refused_and_so_is_one_line_of_two_factors(tmp_path):
    within = (
        "  - name: site\n"
        "    cases:\n"
        "      one: {merging.minimum_site.amv: 30, merging.minimum_site: {regular: 9, amv: 10}}\n"
    )
    twice = TWO + "  - {name: again, line: merging.minimum_site, values: [{amv: 3}]}\n"
    for factors in (within, twice):
        with pytest.raises(InputError) as caught:
            gather(study(tmp_path, factors))
        assert {fault.code for fault in caught.value.faults} == {"line-twice"}


def test_plans_and_a_factor_on_the_list_that_they_add_to_are_refused(tmp_path):
    both = PLANS + "  - {name: own, line: pooled_offers.0.fallen_through, values: [[Losser], []]}\n"
    with pytest.raises(InputError) as caught:
        gather(study(tmp_path, both))
    assert {fault.code for fault in caught.value.faults} == {"line-twice"}


@pytest.mark.parametrize("name", ["kind", "Rest", "status", "region", "point"])
def test_a_factor_takes_no_name_of_a_column_of_the_results(tmp_path, name):
    factors = f"  - {{name: {name}, line: merging.minimum_site.amv, values: [10]}}\n"
    with pytest.raises(InputError) as caught:
        gather(study(tmp_path, factors))
    assert [fault.code for fault in caught.value.faults] == ["named-twice"]


def test_a_study_writes_into_a_folder_of_its_own_name_here_and_nowhere_else(tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    path = study(here, "  - {name: title, line: title, values: [one]}\n")
    path.write_text(path.read_text("utf-8").replace("name: small", "name: ../../escaped"), "utf-8")
    run_study(path, workers=1)
    assert [one.name for one in tmp_path.iterdir()] == ["here"]
    assert (here / "escaped.results" / "study.json").exists()


def test_a_file_that_cannot_be_read_stops_a_study_and_becomes_no_result(tmp_path):
    (tmp_path / "plans.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status,note\n"
        "Borne,,regular,40,2025-01-01,,likely,\n",
        encoding="utf-8",
    )
    (tmp_path / "mine.yaml").write_text("extends: overijssel-2024\n", encoding="utf-8")
    base = prepare(tmp_path / "mine.yaml")
    with pytest.raises(InputError) as caught:
        outcome(base, ("offers=gone.csv",))
    assert [fault.code for fault in caught.value.faults] == ["no-such-file"]


def test_a_run_that_was_stopped_at_its_limit_is_kept_apart_and_tried_again(tmp_path):
    store = Store(tmp_path)
    store.put("ab" * 16, [Row("feasible", code="GM0141", kind="amv", rest=3)])
    assert store.missing(["ab" * 16]) == ["ab" * 16]
    assert len(list(tmp_path.rglob("*.parquet"))) == 1
    store.put("ab" * 16, [Row("optimal", code="GM0141", kind="amv", rest=2)])
    assert store.missing(["ab" * 16]) == []
    store.put("ab" * 16, [Row("feasible", code="GM0141", kind="amv", rest=3)])
    assert [path.name for path in tmp_path.rglob("*.parquet")] == [f"{'ab' * 16}.parquet"]


def test_a_base_that_travels_to_another_process_takes_no_identities_along():
    base = prepare("overijssel-2024")
    base.given()
    there = pickle.loads(pickle.dumps(base))
    assert not there._shares._kept
    assert there.run().result.municipalities == base.run().result.municipalities
