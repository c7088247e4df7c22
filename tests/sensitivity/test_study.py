# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies from their file to what they say."""

from __future__ import annotations

import pickle
from fractions import Fraction
from itertools import product
from math import prod

import pytest

import allocator
from allocator.loading.study_file import packaged_studies
from allocator.pipeline import prepare
from allocator.sensitivity import answer, query, run_study
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.outcome import Row, outcome
from allocator.sensitivity.store import Store
from models.fault import InputError
from tests.sensitivity.small import TWO, study

PLANS = '  - {name: plans, plans: [likely], chance: "3/4"}\n'
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
    return run_study(path, folder / "out", workers=1), folder / "out"


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
    run_study(path, tmp_path / "out", workers=1)
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
    found = run_study(study(tmp_path, factors), tmp_path / "out", workers=1)
    assert found.statuses == {"optimal": 1, "refused": 1}
    (refused,) = found.refused
    assert refused.first == ('raming="2026"',)
    assert found.answered == 1


def test_points_that_ask_the_same_share_a_run(tmp_path):
    path = study(tmp_path, design="{kind: monte_carlo, samples: 40}")
    found = run_study(path, tmp_path / "out", workers=1)
    assert (found.points, found.runs) == (40, 3)


@pytest.mark.parametrize("kind", ["sobol", "morris"])
def test_indices_say_which_factor_matters(tmp_path, kind):
    # Who is named takes part or not: of two factors only one changes any number.
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


@pytest.mark.parametrize("name", packaged_studies())
def test_a_packaged_study_has_its_points_and_each_value_can_be_run(name):
    ensemble = gather(name)
    assert ensemble.points
    for dimension in ensemble.dimensions:
        for level in dimension.levels:
            point = next(one for one in ensemble.points if level in one.levels)
            assert ensemble.base.given(point.overrides)


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
    found = run_study(path, tmp_path / "out", workers=1)
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
    assert [path.name for path in tmp_path.rglob("*.parquet")] == [f"{'ab' * 16}.parquet"]


def test_a_base_that_travels_to_another_process_takes_no_identities_along():
    base = prepare("overijssel-2024")
    base.given()
    there = pickle.loads(pickle.dumps(base))
    assert not there._shares._kept
    assert there.run().result.municipalities == base.run().result.municipalities
