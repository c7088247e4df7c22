# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is not wrong, but may not do what a planner expects."""

from __future__ import annotations

import pytest

from allocator.loading import load, packaged_names


def notices(code: str, scenario: str, *overrides: str) -> list[str]:
    return [one.message for one in load(scenario, overrides).warnings if one.code == code]


@pytest.mark.parametrize(
    ("override", "said"),
    [
        ("distribution.named=[Borne]", "eligible is below_share, not named"),
        ("distribution.region_tasks={Twente: {amv: 5, total: 6}}", "by is province, not region"),
        ('key.parts={income: "1"}', "the key is inhabitants, not composite"),
        ("key.file=mine.csv", "the key is inhabitants, not column"),
        ("key.column=weight", "the key is inhabitants, not column"),
        ("key.sheet=weights", "the key is inhabitants, not column"),
        ("key.raming=2024", "the key is inhabitants, not published"),
    ],
)
def test_a_setting_without_effect_is_told_with_its_place(override, said):
    path = override.partition("=")[0]
    fitting = ["distribution.eligible=below_share"]
    (message,) = notices("without-effect", "overijssel-2022", *fitting, override)
    assert message == f"{path} (--set {override}) has no effect: {said}"


def test_a_setting_beside_another_that_makes_it_idle_is_told():
    overrides = ["distribution.eligible=all", "distribution.per_kind=false"]
    (message,) = notices("without-effect", "overijssel-2024", *overrides)
    assert message.startswith("distribution.per_kind")


def test_a_population_that_no_key_counts_is_told(tmp_path):
    (tmp_path / "weights.csv").write_text("code,weight\nGM0147,1\n")
    (tmp_path / "mine.yaml").write_text(
        "population: 2024\nkey: {name: column, file: weights.csv, column: weight}\n"
    )
    (message,) = notices("without-effect", str(tmp_path / "mine.yaml"))
    assert message.endswith("has no effect: the key is column, which counts no inhabitants")


def test_region_tasks_have_no_effect_on_published_shares():
    tasks = "{Twente: {total: 3300, amv: 280}, IJsselland: {total: 3025, amv: 258}}"
    overrides = [f"distribution.region_tasks={tasks}", "key.name=published"]
    (said,) = notices("without-effect", "overijssel-2024", *overrides)
    assert "by is province, not region" in said


def test_a_filling_key_uses_its_settings():
    overrides = ["key.name=inhabitants", "key.missing.fill=published", "key.raming=2024"]
    assert notices("without-effect", "overijssel-2024", *overrides) == []


@pytest.mark.parametrize("name", packaged_names())
def test_packaged_scenarios_have_no_setting_without_effect(name):
    assert notices("without-effect", name) == []


def test_a_thin_score_is_told_only_where_a_weight_rests_on_it():
    everywhere = notices("thin-score", "nederland-2024")
    assert len(everywhere) == 1
    assert notices("thin-score", "nederland-2024", "key.name=inhabitants") == []
    # Nothing of this key is missing, so the key that would fill is not asked.
    filling = ["key.name=inhabitants", "key.missing.fill=statutory"]
    assert notices("thin-score", "nederland-2024", *filling) == []


@pytest.mark.parametrize(("left_out", "told"), [("", 0), ("Twenterand", 1), ("Kampen", 0)])
def test_a_thin_score_is_told_where_it_fills_what_a_column_leaves_out(tmp_path, left_out, told):
    # Twenterand lies in Twente and has a thin score; Kampen lies in IJsselland.
    everybody = load("overijssel-2024").municipalities
    rows = [f"{one.code},1\n" for one in everybody if one.name != left_out]
    (tmp_path / "weights.csv").write_text("code,weight\n" + "".join(rows))
    (tmp_path / "mine.yaml").write_text(
        "key: {name: column, file: weights.csv, column: weight,\n"
        "      missing: {fill: statutory, within: region}}\n"
    )
    assert len(notices("thin-score", str(tmp_path / "mine.yaml"))) == told
