# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Queries: the same numbers wherever results lie, with the types and the weights that they have."""

from __future__ import annotations

import shutil
from fractions import Fraction
from time import perf_counter

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from allocator.reporting import render_query
from allocator.sensitivity import answer, query
from allocator.sensitivity.columns import of_labels, of_weights
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.outcome import Row
from allocator.sensitivity.query import as_cells, as_frame
from allocator.sensitivity.store import Store
from models.fault import InputError
from tests.sensitivity.small import conducted, study

PLANS = '  - {name: plans, plans: [likely], chance: "3/4"}\n'
POOL = (
    "settings:\n"
    "  pooled_offers:\n"
    "    - {name: two-plans, status: likely, region: Twente, places: {regular: 200},\n"
    "       candidates: [Haaksbergen, Losser]}\n"
)
# The smallest number that with all below it weighs at least so much of everything (nearest rank).
MEDIAN = (
    "WITH short AS (SELECT point, any_value(weight) AS weight, sum(rest) AS short "
    "FROM provinces GROUP BY point), "
    "ranked AS (SELECT short, sum(weight) OVER (ORDER BY short) AS below, "
    "sum(weight) OVER () AS whole FROM short) "
    "SELECT min(short) FROM ranked WHERE below >= whole * {part}"
)


@pytest.fixture(scope="module")
def weighed(tmp_path_factory):
    """Two plans that fall through in one of four each: what it says, and its folder."""
    folder = tmp_path_factory.mktemp("weighed")
    return conducted(study(folder, PLANS, more=POOL), folder / "out"), folder / "out"


@pytest.mark.parametrize(
    "name",
    [
        "decision=5",
        "kind=x",
        "run=y",
        "site=99",
        "a[b]c",
        "a*b",
        "a?b",
        "a\\b",
        "~",
        "~root",
        "é'\"",
    ],
)
def test_the_name_of_a_folder_is_no_data_and_no_pattern(weighed, tmp_path, monkeypatch, name):
    found, folder = weighed
    # Above the results too, and named as a relative path begins.
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / name)
    shutil.copytree(folder, name)
    asked = "SELECT sum(decision), count(DISTINCT run), min(kind) FROM municipalities"
    assert answer(name, asked).rows == answer(folder, asked).rows
    again = conducted(folder.parent / "small.yaml", tmp_path / name / name)
    assert again.model_copy(update={"folder": ""}) == found.model_copy(update={"folder": ""})


def test_a_median_by_sql_is_that_of_the_summary(weighed):
    found, folder = weighed
    (short,) = (one.short for one in found.provinces if one.kind == "total")
    for part, number in (("0.05", short.p5), ("0.5", short.p50), ("0.95", short.p95)):
        assert answer(folder, MEDIAN.format(part=part)).rows == ((number,),)
    # Both plans: 3/4 x 3/4, and so on.
    weights = dict(answer(folder, 'SELECT "Losser" || "Haaksbergen", weight FROM points').rows)
    assert sorted(weights.values()) == [1, 3, 3, 9]
    assert weights["realisedrealised"] == 9


def test_points_without_a_division_and_repeats_of_sobol_weigh_nothing(tmp_path):
    ensemble = gather(study(tmp_path, design="{kind: sobol, samples: 2}"))
    store = Store(tmp_path / "out")
    store.begin(ensemble.identity(), ensemble.table())
    # Of one factor: the two matrices that are drawn, and one between them that repeats.
    assert answer_of_points(store, Row("optimal", code="PV23", kind="amv", rest=1)) == (
        *((0, 1), (1, 0), (2, 1)),
        *((3, 1), (4, 0), (5, 1)),
    )
    assert {weight for _, weight in answer_of_points(store, Row("infeasible", code="PV23"))} == {0}


def answer_of_points(store, row):
    for one in pq.read_table(store.points, partitioning=None)["run"].to_pylist():
        store.put(one, [row])
    return answer(store.folder, "SELECT point, weight FROM provinces ORDER BY point").rows


def test_points_of_an_earlier_version_have_no_weight_until_the_study_is_run_again(
    weighed, tmp_path
):
    _, folder = weighed
    old = tmp_path / "out"
    shutil.copytree(folder, old)
    with pq.ParquetFile(old / "points.parquet") as file:
        table = file.read()
    pq.write_table(table.drop_columns(["weight"]), old / "points.parquet")
    asked = "SELECT sum(rest), count(weight) FROM municipalities"
    (((places, weights),)) = answer(old, asked).rows
    assert (places > 0, weights) == (True, 0)
    conducted(folder.parent / "small.yaml", old)
    assert answer(old, asked).rows == answer(folder, asked).rows


def test_a_frame_has_the_types_of_its_numbers(weighed):
    _, folder = weighed
    frame = query(
        folder,
        "SELECT undersized, rest, sum(rest) OVER () AS whole, avg(rest) OVER () AS mean, "
        "distance_km, surplus, CASE WHEN rest > 0 THEN rest > 9 END AS some, name "
        "FROM municipalities JOIN names USING (code)",
    )
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert kinds == {
        "undersized": "bool", "rest": "int64", "whole": "int64", "mean": "float64",
        "distance_km": "float64", "surplus": "Int64", "some": "boolean", "name": "str",
    }  # fmt: skip
    assert frame["undersized"].astype(bool).sum() == frame["undersized"].sum() < len(frame)
    assert frame["mean"].iloc[0] == pytest.approx(frame["rest"].mean())


def test_two_columns_of_one_name_both_stay():
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["a", "a"])
    assert as_frame(table).to_numpy().tolist() == [[1, 2]]
    assert as_cells(table) == (("a", "a"), ((1, 2),))


def test_half_a_million_rows_are_a_matter_of_seconds(weighed):
    _, folder = weighed
    began = perf_counter()
    frame = query(folder, "SELECT i, i % 2 = 0 AS even, i / 7 AS part FROM range(550_000) t(i)")
    assert len(frame) == 550_000
    assert frame["even"].sum() == 275_000
    assert perf_counter() - began < 6  # a fraction of one by Arrow; twelve cell by cell


def test_more_rows_than_anybody_reads_are_refused(weighed):
    _, folder = weighed
    with pytest.raises(InputError, match="more than 1,000,000 rows"):
        query(folder, "SELECT * FROM range(1_000_001)")


def test_what_a_query_finds_is_json_too():
    said = render_query(("mean",), ((Fraction(1, 4),), (None,)), "json")
    assert "0.25" in said


def test_a_file_that_has_not_the_columns_of_a_run_is_named(weighed, tmp_path):
    _, folder = weighed
    out = tmp_path / "k=1" / "out"
    shutil.copytree(folder, out)
    damaged = sorted(out.rglob("runs/*/*.parquet"))[-1]
    pq.write_table(pa.table({"code": ["PV23"]}), damaged)
    with pytest.raises(InputError, match=damaged.name):
        answer(out, "SELECT count(*) FROM results")


@pytest.mark.parametrize(
    ("labels", "kind", "cells"),
    [
        (["10", "-3"], pa.int64(), [10, -3]),
        (["0.5", "1"], pa.float64(), [0.5, 1.0]),
        (["1/3", "2"], pa.float64(), [1 / 3, 2.0]),
        (["25", "null"], pa.int64(), [25, None]),
        (["true", "false"], pa.bool_(), [True, False]),
        (["2024", "2022-11"], pa.string(), ["2024", "2022-11"]),
        (["1/0", "1"], pa.string(), ["1/0", "1"]),
        (["9" * 30], pa.float64(), [1e30]),
        (["null"], pa.string(), ["null"]),
    ],
)
def test_values_that_are_numbers_stay_numbers(labels, kind, cells):
    column = of_labels(labels)
    assert (column.type, column.to_pylist()) == (kind, cells)


def test_weights_that_64_bits_do_not_hold_are_floats():
    assert of_weights([1, 3]).to_pylist() == [1, 3]
    assert of_weights([10**20, 3 * 10**20]).to_pylist() == [pytest.approx(1 / 3), 1.0]


def test_a_frame_of_nothing_has_its_columns(weighed):
    _, folder = weighed
    frame = query(folder, "SELECT code, rest FROM municipalities WHERE rest > 10_000")
    assert list(frame.columns) == ["code", "rest"]
    assert isinstance(frame, pd.DataFrame)
