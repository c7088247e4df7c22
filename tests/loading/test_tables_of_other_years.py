# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of other years and other makers: names as they write them, and who is no more."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from allocator.loading import load, reference
from models.fault import InputError
from models.problem import Problem
from models.territory import UnknownName

TERRITORY = reference().territory
PLACES, PROVINCES = TERRITORY.places, TERRITORY.provinces


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Utrecht (gemeente)", "GM0344"),
        ("Groningen (gemeente)", "GM0014"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("Nuenen c.a.", "GM0820"),
        ("Nuenen, Gerwen en Nederwetten", "GM0820"),
        ("Hengelo (Ov.)", "GM0164"),
        ("Hengelo O", "GM0164"),
        ("Gemeente Almelo", "GM0141"),
        ("Bergen (Limburg)", "GM0893"),
        ("Bergen (NH)", "GM0373"),
        ("GM0141    ", "GM0141"),
        ("gemeente\u00a0Bergen (NB)", None),
        ("Hengelo (Gld.)", None),
        ("Utrecht (PV)", None),
        ("Overijssel", None),
        ("gemeente", None),
        ("()", None),
        ("GM0370", None),
    ],
)
def test_a_municipality_is_known_by_the_names_that_others_give_it(
    written: str, code: str | None
) -> None:
    if code is None:
        with pytest.raises(UnknownName):
            PLACES.code_of(written)
    else:
        assert PLACES.code_of(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Overijssel (PV)", "PV23"),
        ("Friesland", "PV21"),
        ("Provincie Utrecht", "PV26"),
        ("Utrecht (PV)", "PV26"),
    ],
)
def test_a_province_is_too(written: str, code: str) -> None:
    assert PROVINCES.code_of(written) == code


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Brielle", "Brielle (GM0501) is part of Voorne aan Zee (GM1992) since 2023-01-01"),
        ("GM0501", "Brielle (GM0501) is part of Voorne aan Zee (GM1992) since 2023-01-01"),
        (
            "Gemeente Boxmeer",
            "Boxmeer (GM0756) is part of Land van Cuijk (GM1982) since 2022-01-01",
        ),
        ("Weesp (NH)", "Weesp (GM0457) is part of Amsterdam (GM0363) since 2022-03-24"),
        ("Haarlemmerliede c.a.", "Haarlemmerliede en Spaarnwoude (GM0393) is part of"),
        ("Haaren", "Haaren (GM0788) was divided over Boxtel (GM0757), Oisterwijk (GM0824), Ti"),
    ],
)
def test_of_who_is_no_more_it_is_said_since_when_it_is_where(written: str, told: str) -> None:
    gone = PLACES.redivision_of(written)
    assert gone is not None
    assert gone.told(TERRITORY.name).startswith(told)


@pytest.mark.parametrize("written", ["Groningen", "Noordwijk", "Purmerend", "Weesp (Ov.)", "Baflo"])
def test_who_is_there_or_never_was_is_no_redivision(written: str) -> None:
    assert PLACES.redivision_of(written) is None


def problem(folder: Path, table: str, scenario: str) -> Problem:
    (folder / "table.csv").write_text(table, encoding="utf-8")
    (folder / "mine.yaml").write_text(scenario, encoding="utf-8")
    return load(folder / "mine.yaml")


def column(folder: Path, table: str, provinces: str, **key: str) -> Problem:
    more = "".join(f", {name}: {value}" for name, value in key.items())
    return problem(
        folder,
        table,
        f"provinces: [{provinces}]\nkey: {{name: column, file: table.csv, column: people, "
        f"missing: {{fill: inhabitants}}{more}}}\ntask: {{missing_amv: as_known}}\n",
    )


OF_2021 = "code,people\nGM0370,10045\nGM0439,81233\nGM0363,873338\nGM0788,14000\nGM0141,73132\n"


def test_a_table_of_before_a_merger_is_no_fault_where_nothing_merged(tmp_path: Path) -> None:
    found = column(tmp_path, OF_2021, "PV23").figures.column
    assert found["GM0141"].value == 73132
    assert "GM0439" not in found  # what it is today is not known from this table


def test_counts_of_municipalities_that_merged_add_up_and_it_is_told(tmp_path: Path) -> None:
    read = column(tmp_path, OF_2021, "PV27", adds_up="true")
    cell = read.figures.column["GM0439"]
    assert (cell.value, cell.row) == (91278, "table.csv:2 + table.csv:3")
    (notice,) = [one.message for one in read.warnings if one.code == "added-up"]
    assert notice == (
        "people (table.csv:2 + table.csv:3) of Purmerend is the sum of what Beemster and Purmerend "
        "had before they became one municipality on 2022-01-01: 10,045 + 81,233 = 91,278"
    )


def test_weights_that_are_no_counts_do_not_and_it_is_said_how_they_would(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        column(tmp_path, OF_2021, "PV27")
    (fault,) = error.value.faults
    assert fault.code == "redivided-municipality"
    assert "Beemster (GM0370) is part of Purmerend (GM0439) since 2022-01-01" in fault.what
    assert "key.adds_up: true" in fault.remedy


def test_rows_of_other_areas_and_rows_without_a_value_need_no_known_name(tmp_path: Path) -> None:
    table = (
        "Regio's;people\nNederland;17000000\nOverijssel (PV);1166533\nGroningen (PV);590000\n"
        "Twente (CR);630000\nAmbt Montfort;\nAlmelo;73132\nBaflo;\nWK0141;5\n"
    )
    assert set(column(tmp_path, table, "PV23").figures.column) == {"GM0141"}


@pytest.mark.parametrize("code", ["141", "0141", "GM0141    ", "gm0141", "GM141"])
def test_a_code_in_a_table_may_lack_its_letters_or_its_zeros(tmp_path: Path, code: str) -> None:
    assert set(column(tmp_path, f"gemeentecode,people\n{code},5\n", "PV23").figures.column) == {
        "GM0141"
    }


def test_code_and_name_of_a_row_have_to_be_of_one_municipality(tmp_path: Path) -> None:
    good = "code,gemeentenaam,people\nGM0820,Nuenen c.a.,5\nGM0141,Almelo,7\n"
    assert set(column(tmp_path, good, "PV23, PV30").figures.column) == {"GM0820", "GM0141"}
    for name in ("Borne", "Brielle", "Overijssel (PV)"):
        bad = f"code,gemeentenaam,people\nGM0141,{name},7\n"
        with pytest.raises(InputError, match=r"GM0141. is Almelo, and the row calls it"):
            column(tmp_path, bad, "PV23")


def test_all_parts_of_a_merger_have_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="what Hellevoetsluis and Westvoorne had is not known"):
        column(tmp_path, "code,people\nGM0501,5\n", "PV28", adds_up="true")


def test_people_of_an_own_table_add_up_by_themselves(tmp_path: Path) -> None:
    rows = ["code,inhabitants", "GM0501,17439", "GM0530,40311", "GM0614,14978"]
    rows += [
        f"{row.code},{row.inhabitants}"
        for row in reference().population
        if row.date.year == 2023 and row.code != "GM1992"
    ]
    read = problem(
        tmp_path,
        "\n".join(rows) + "\n",
        "provinces: [PV28]\nkey: {name: inhabitants}\npopulation: table.csv\n"
        "task: {missing_amv: as_known}\n",
    )
    assert read.figures.quantities["inhabitants"]["GM1992"].value == Fraction(72728)


def test_offers_of_who_is_no_more_count_with_who_is_there_and_it_is_told(tmp_path: Path) -> None:
    table = (
        "municipality,site,kind,places,status\n"
        "Brielle,A,regular,120,guaranteed\nGM0530,B,regular,80,guaranteed\n"
    )
    read = problem(
        tmp_path,
        table,
        "provinces: [PV28]\noffers: table.csv\ntask: {missing_amv: as_known}\n",
    )
    assert [(one.municipality, one.places) for one in read.offers] == [
        ("GM1992", 120),
        ("GM1992", 80),
    ]
    told = [one.message for one in read.warnings if one.code == "added-up"]
    assert told[0] == (
        "table.csv:2: what Brielle offers counts with Voorne aan Zee, which it is part of since "
        "2023-01-01"
    )
    assert len(told) == 2


def test_an_offer_of_who_was_split_is_refused_with_its_parts(tmp_path: Path) -> None:
    table = "municipality,site,kind,places,status\nHaaren,A,regular,120,guaranteed\n"
    with pytest.raises(InputError, match="Boxtel, Oisterwijk, Tilburg, Vught"):
        problem(tmp_path, table, "provinces: [PV30]\noffers: table.csv\n")
