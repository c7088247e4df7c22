# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distribution keys, by examples that can be redone by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter

from allocator.keys import KEYS, shares
from allocator.loading import load
from models.fault import InputError

DOCS = Path(__file__).parents[2] / "docs"


def weighed(name: str, *overrides: str):
    problem = load(name, overrides)
    return problem, shares(problem)


def test_every_key_has_a_sentence_and_a_row_in_the_method():
    method = (DOCS / "method.md").read_text(encoding="utf-8")
    for key in KEYS.values():
        assert key.says.endswith(".")
        assert f"`{key.name}`" in method


def test_inhabitants_weigh_one_each():
    _, found = weighed("overijssel-2022")
    assert found.weights["GM0141"].value == 73_155
    assert found.weights["GM0141"].rows[0].startswith("reference/population.csv:")


def test_the_statutory_key_is_inhabitants_times_one_plus_the_score():
    problem, found = weighed("nederland-2024")
    almelo = found.weights["GM0141"]
    people, score = almelo.figures["inhabitants"], almelo.figures["score"]
    assert (people, score) == (
        problem.figures.quantities["inhabitants"]["GM0141"].value,
        problem.figures.scores["GM0141"].value,
    )
    assert almelo.value == people * (1 + score)
    assert almelo.status == "computed"


def test_known_published_numbers_are_the_shares_themselves():
    _, found = weighed("overijssel-2024")
    assert (found.places["GM0193"].total, found.places["GM0193"].amv) == (717, 61)
    assert (found.places["GM1735"].total, found.places["GM1735"].amv) == (209, 18)
    assert found.weights["GM0193"].status == "published"


def test_unknown_published_numbers_share_what_is_left_of_their_region():
    problem, found = weighed("overijssel-2024")
    filled = [code for code, weight in found.weights.items() if weight.status == "estimated"]
    left = {"Twente": 0, "IJsselland": 0}
    for code in filled:
        region = problem.territory.name(problem.territory.municipalities[code].region)
        left[region] += found.places[code].total
    assert left == {"Twente": 994, "IJsselland": 551}


def test_numbers_of_another_raming_are_estimates():
    _, found = weighed("overijssel-2026")
    assert {weight.status for weight in found.weights.values()} == {"estimated"}
    # 323 of 6,325 places in 2024, of a task of 5,801: 296.24.
    assert found.places["GM0141"].total == 296


def test_a_missing_score_is_an_error_that_names_the_municipalities():
    with pytest.raises(InputError) as error:
        weighed("nederland-2024", "key.missing=null")
    said = str(error.value)
    assert "Hardinxveld-Giessendam, Stede Broec, Eemsdelta" in said
    assert "key.missing: {fill: inhabitants, within: province}" in said


def test_a_missing_score_is_filled_at_the_average_of_the_province():
    problem, found = weighed("nederland-2024")
    groningen = [one.code for one in problem.municipalities if one.province == "PV20"]
    known = [code for code in groningen if found.weights[code].status == "computed"]
    people = problem.figures.quantities["inhabitants"]
    average = Fraction(
        sum(found.weights[code].value for code in known), sum(people[code].value for code in known)
    )
    assert found.weights["GM1979"].value == people["GM1979"].value * average
    assert found.weights["GM1979"].status == "estimated"


def test_filling_with_a_key_that_does_not_know_them_either_is_an_error():
    with pytest.raises(InputError, match="cannot fill with the key 'statutory'"):
        weighed("nederland-2024", "key.missing.fill=statutory")


def test_a_composite_key_weighs_parts_of_totals():
    parts = 'key={name: composite, parts: {income: "2/3", inhabitants: "1/3"}}'
    problem, found = weighed("overijssel-2022", parts)
    quantities = problem.figures.quantities

    def part(name):
        return quantities[name]["GM0141"].value / sum(c.value for c in quantities[name].values())

    expected = Fraction(2, 3) * part("income") + Fraction(1, 3) * part("inhabitants")
    assert found.weights["GM0141"].value == expected


def test_a_composite_key_weighs_the_same_whichever_provinces_a_scenario_names():
    parts = 'key={name: composite, parts: {land_area: "1/2", inhabitants: "1/2"}}'
    _, country = weighed("nederland-2024", parts, "task.follows=raming")
    _, alone = weighed("nederland-2024", parts, "provinces=[PV27]")
    assert alone.weights["GM0363"] == country.weights["GM0363"]
    assert alone.places["GM0363"] == country.places["GM0363"]
    assert alone.places["GM0363"].total == 3_800  # of Noord-Holland's 16,290
    assert sum(weight.value for weight in country.weights.values()) == 1


def test_what_a_scenario_asks_of_regions_moves_no_official_number():
    tasks = "{Twente: {total: 3775, amv: 320}, IJsselland: {total: 2550, amv: 218}}"
    for by in ("province", "region"):
        asked = (f"distribution.by={by}", f"distribution.region_tasks={tasks}")
        _, found = weighed("overijssel-2024", *asked)
        assert found.places["GM0193"].total == 717  # Zwolle, as published


def test_a_second_province_changes_nothing_of_the_first():
    _, alone = weighed("overijssel-2024", "distribution.method=dhondt")
    _, beside = weighed(
        "overijssel-2024",
        "distribution.method=dhondt",
        "provinces=[PV23, PV21]",
        "key.missing.within=province",
        "task.missing_amv=pro_rata",
    )
    assert alone.places["GM0160"].amv == 31  # Hardenberg
    assert beside.places["GM0160"].amv == alone.places["GM0160"].amv


def test_a_composite_key_asks_for_the_income_that_cbs_does_not_publish():
    parts = 'key={name: composite, parts: {income: "1"}}'
    with pytest.raises(InputError, match="has no value for Rozendaal"):
        weighed("nederland-2024", parts, "provinces=[PV25]")


def own_key(tmp_path: Path, file: str) -> Path:
    (tmp_path / "mine.yaml").write_text(
        f"key: {{name: column, file: {file}, column: beds, missing: {{fill: inhabitants}}}}"
    )
    return tmp_path / "mine.yaml"


def test_a_column_of_a_csv_is_a_key_by_code_name_or_alias(tmp_path):
    (tmp_path / "own.csv").write_text("municipality,beds\nGM0141,10\nborne,2.5\nHengelo (O.),0\n")
    _, found = weighed(own_key(tmp_path, "own.csv"))
    assert [found.weights[code].value for code in ("GM0141", "GM0147", "GM0164")] == [
        10,
        Fraction(5, 2),
        0,
    ]
    assert found.weights["GM0147"].rows == ("own.csv:3",)
    assert found.weights["GM0148"].status == "estimated"


def test_a_column_of_a_workbook_is_read_exactly(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "own.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["code", "beds"])
    sheet.write_row(1, 0, ["GM0141", 0.1])
    book.close()
    _, found = weighed(own_key(tmp_path, "own.xlsx"))
    assert found.weights["GM0141"].value == Fraction(1, 10)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("GM0141,-1\n", "is below 0"),
        ("GM0141,1\nAlmelo,2\n", "stands here twice"),
        ("Nergens,1\n", "there is no 'Nergens'"),
        ("GM0141,much\n", "'much' is not a number"),
    ],
)
def test_a_wrong_column_is_refused_with_its_row(tmp_path, rows, said):
    (tmp_path / "own.csv").write_text("code,beds\n" + rows)
    with pytest.raises(InputError) as error:
        weighed(own_key(tmp_path, "own.csv"))
    assert said in str(error.value)
    assert "own.csv:" in str(error.value)


def test_a_key_that_weighs_nobody_is_refused(tmp_path):
    codes = load("overijssel-2024").codes
    (tmp_path / "own.csv").write_text("code,beds\n" + "".join(f"{code},0\n" for code in codes))
    with pytest.raises(InputError, match="gives every municipality of Overijssel the weight 0"):
        weighed(own_key(tmp_path, "own.csv"))


def test_published_amv_numbers_that_no_longer_fit_are_an_error_of_the_input():
    own = "{Overijssel: {total: 6325, amv: 4, source: a letter}}"
    with pytest.raises(InputError, match="the amv task of Overijssel"):
        weighed("overijssel-2024", f"task.provinces={own}")
