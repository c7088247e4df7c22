# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed in the inputs: scenarios and not files, tables by their bytes, tasks by raming."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import allocator
from allocator.comparison import compare
from allocator.loading import PACKAGED
from models.comparison import Named
from tests.comparison.runs import by_key, by_raming, compared, run

BASE = "overijssel-2024"


def paths(*runs: tuple[str, ...]) -> list[str]:
    return [one.path for one in compared(*runs).settings]


def test_only_the_key_differs_and_it_is_said_where_it_stands():
    (one,) = by_key().settings
    assert one.path == "key.name"
    assert [(value.value, value.where) for value in one.values] == [
        ("published", "--set key.name=published"),
        ("inhabitants", "--set key.name=inhabitants"),
        ("statutory", "--set key.name=statutory"),
    ]
    assert by_key().tables == by_key().tasks == ()


@pytest.mark.parametrize(
    ("override", "found"),
    [
        ("distribution.minimum_site.amv=16", ["distribution.minimum_site.amv"]),
        # Who has no limits has no maximum: that alone differs, not the five other bounds.
        ("distribution.limits={Borne: {amv: {max: 3}}}", ["distribution.limits.GM0147.amv.max"]),
        # The total follows from the kinds.
        ("pooled_offers.0.places.regular=5", ["pooled_offers.0.places.regular"]),
        ("exchanges=[]", ["exchanges"]),
        ("distribution.exempt=[Borne]", ["distribution.exempt"]),
        ("merging.room=null", ["merging.room"]),
        ("unlocated_offers=[{province: PV23, places: {regular: 6}}]", ["unlocated_offers"]),
        ("emergency.minimum={Twente: 5}", ["emergency.minimum.VR05"]),
        # The same again is no difference, whoever says it.
        ("distribution.method=sainte_lague", []),
        ("provinces=[Overijssel]", []),
        ("name=another", []),
    ],
)
def test_a_setting_that_differs_is_one_line(override, found):
    assert paths((BASE,), (BASE, override)) == found
    assert paths((BASE, override), (BASE,)) == found


def test_an_item_that_only_one_list_has_is_one_line():
    rest = "status: likely, region: Twente, places: {regular: 5}"
    first = f"{{name: twente-intended, {rest}, candidates: [Losser]}}"
    pledge = f"{{name: more, {rest}, candidates: [Borne]}}"
    one, two = f"pooled_offers=[{first}]", f"pooled_offers=[{first}, {pledge}]"
    (found,) = compared((BASE, one), (BASE, two)).settings
    assert found.path == "pooled_offers.1"
    assert [value.there for value in found.values] == [False, True]
    assert found.values[1].value["candidates"] == ["GM0147"]


def test_names_and_order_of_lines_are_no_difference(tmp_path: Path):
    shutil.copy(PACKAGED / "overijssel-offers-2024.csv", tmp_path)
    (tmp_path / "one.yaml").write_text(
        "extends: overijssel-2024\ntitle: one\nprovinces: [PV23]\n"
        "distribution: {exempt: [GM0147]}\nkey: {name: published}\n"
    )
    (tmp_path / "two.yaml").write_text(
        "extends: overijssel-2024\nkey:\n  name: published\nprovinces:\n  - Overijssel\n"
        "distribution:\n  exempt:\n    - Borne\n"
    )
    both = allocator.compare([tmp_path / "one.yaml", tmp_path / "two.yaml"]).result
    assert both.settings == both.tables == both.tasks == ()
    said = [one.message for one in both.notices if one.code == "asks-the-same"]
    assert said == ["A and B ask the same: no setting and no table differs"]


def test_a_table_with_other_bytes_differs_and_a_copy_under_another_name_does_not(tmp_path: Path):
    text = (PACKAGED / "overijssel-offers-2024.csv").read_text("utf-8")
    for name, content in {
        "same.csv": text,
        "more.csv": f"{text}Borne,,amv,5,,,guaranteed,\n",
    }.items():
        (tmp_path / name).write_text(content, "utf-8")
        scenario = f"extends: overijssel-2024\noffers: {name}\n"
        (tmp_path / name.replace("csv", "yaml")).write_text(scenario)
    scenarios = [BASE, tmp_path / "same.yaml", tmp_path / "more.yaml"]
    found = allocator.compare(scenarios).result
    assert [one.path for one in found.settings] == ["offers"]
    assert {one.name for one in found.tables} == {"overijssel-offers-2024.csv", "more.csv"}
    (offers,) = [one for one in found.tables if one.name == "overijssel-offers-2024.csv"]
    first, copy, other = offers.sha256
    assert first == copy != other
    assert other is None


def test_the_tasks_of_the_ramingen_are_told_with_their_rows():
    (one,) = by_raming().tasks
    assert (one.code, one.name) == ("PV23", "Overijssel")
    assert [(f.raming, f.task.total, f.task.amv) for f in one.figures] == [
        ("2022-11", 4_001, 339), ("2023-05", 4_081, 244), ("2024", 6_325, 538),
        ("2026", 5_801, 370),
    ]  # fmt: skip
    assert all(f.rows[0].startswith("reference/ramingen.csv:") for f in one.figures)


def test_a_province_that_a_run_does_not_have_has_no_task_there():
    both = compared((BASE,), ("nederland-2024", "provinces=[PV23, PV24]"))
    (flevoland,) = both.tasks
    assert (flevoland.name, flevoland.figures[0].task) == ("Flevoland", None)


def test_what_asks_the_same_is_said_of_each():
    again = (BASE, "key.name=published")
    found = compared((BASE,), (BASE, "population=2022"), again, again)
    said = [one.message for one in found.notices if one.code == "asks-the-same"]
    assert [message[:16] for message in said] == ["A and C ask the ", "A and D ask the "]


def test_other_versions_and_places_of_nobody_are_said():
    result = run(BASE).result
    manifest = result.manifest.model_copy(update={"allocator": "0.0.9"})
    old = result.model_copy(update={"manifest": manifest})
    later = run("overijssel-2026").result
    found = compare([Named("a", result), Named("b", old), Named("c", later)])
    said = {one.code: one.message for one in found.notices}
    assert said["versions-differ"].startswith("made by different versions: A ")
    assert "B 0.0.9" in said["versions-differ"]
    assert said["places-without-municipality"].startswith("C counts 68 places that belong to no ")
