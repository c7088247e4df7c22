# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The reference tables say what their sources say: every count and sum, mismatches included."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allocator.loading.reference import reference
from models.law import CITATIONS, MATHEMATICS

FOLDER = Path(__file__).parents[1] / "scenarios"
TABLES = reference()

PLACES_2024 = 96_000
UNSCORED = {"GM1979": "Eemsdelta", "GM0523": "Hardinxveld-Giessendam", "GM0532": "Stede Broec"}
TWENTE, IJSSELLAND = "VR05", "VR04"

# What makes a row of each table unique, and the columns by which its file is sorted.
KEYS = {
    "sources": ("id",),
    "municipalities": ("code",),
    "provinces": ("code",),
    "regions": ("code",),
    "population": ("code", "date"),
    "neighbours": ("code_a", "code_b"),
    "aliases": ("alias",),
    "redivisions": ("code", "into"),
    "spellings": ("code", "sort", "spelling"),
    "ses_woa": ("code", "year"),
    "ramingen": ("raming", "area"),
    "indicative": ("raming", "code"),
    "region_figures": ("raming", "region", "figure", "kind"),
    "province_figures": ("raming", "area", "figure", "date"),
    "cycles": ("raming", "step"),
    "exchanges": ("id",),
}
DATA = tuple(name for name in KEYS if name != "sources")
WITH_STATUS = tuple(name for name in DATA if name not in ("aliases", "spellings"))

NAME = {row.code: row.name for row in TABLES.municipalities}
CODE = {row.name: row.code for row in TABLES.municipalities}
PROVINCE = {row.code: row.province for row in TABLES.municipalities}
REGION = {row.code: row.region for row in TABLES.municipalities}
SCORE = {row.code: row.score for row in TABLES.ses_woa}
INDICATIVE = {row.code: row.total for row in TABLES.indicative}
OVERIJSSEL = {code for code, province in PROVINCE.items() if province == "PV23"}


def inhabitants(year: int) -> dict[str, int]:
    """Inhabitants per municipality on 1 January of a year."""
    day = dt.date(year, 1, 1)
    return {row.code: row.inhabitants for row in TABLES.population if row.date == day}


def raming(version: str, kind: str = "total") -> dict[str, int]:
    """What one version asks of each area, where it is known."""
    amounts = {row.area: getattr(row, kind) for row in TABLES.ramingen if row.raming == version}
    return {area: amount for area, amount in amounts.items() if amount is not None}


def sum_of_provinces(version: str, kind: str = "total") -> int:
    """What the provinces of one version are asked for together."""
    return sum(amount for area, amount in raming(version, kind).items() if area != "NL")


def region_figure(version: str, region: str, figure: str, kind: str = "total") -> int:
    """One figure of a regional table."""
    (places,) = (
        row.places
        for row in TABLES.region_figures
        if (row.raming, row.region, row.figure, row.kind) == (version, region, figure, kind)
    )
    return int(places)


def statutory_shares() -> dict[str, Fraction]:
    """The key with derived scores on 96,000 places; the three without a score get 0."""
    weights = {
        code: people * (1 + SCORE.get(code, Fraction(0)))
        for code, people in inhabitants(2023).items()
    }
    whole = sum(weights.values())
    return {code: PLACES_2024 * weight / whole for code, weight in weights.items()}


def offers() -> list[dict[str, str]]:
    """The guaranteed places of the provincial report, without the exchange."""
    with (FOLDER / "overijssel-offers-2024.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def offered(region: str | None = None, kind: str | None = None) -> int:
    """Places offered in one region (or both) and of one kind (or both)."""
    return sum(
        int(row["places"])
        for row in offers()
        if region in (None, REGION[CODE[row["municipality"]]]) and kind in (None, row["kind"])
    )


def components(codes: Iterable[str]) -> list[set[str]]:
    """The connected parts of the neighbour graph, smallest first."""
    beside: dict[str, set[str]] = {code: set() for code in codes}
    for row in TABLES.neighbours:
        beside[row.code_a].add(row.code_b)
        beside[row.code_b].add(row.code_a)
    parts, unseen = [], set(beside)
    while unseen:
        part: set[str] = set()
        front = {min(unseen)}
        while front:
            part |= front
            front = {other for code in front for other in beside[code]} - part
        parts.append(part)
        unseen -= part
    return sorted(parts, key=len)


# Every table


@pytest.mark.parametrize("table", KEYS)
def test_no_row_occurs_twice(table: str) -> None:
    keys = [tuple(getattr(row, name) for name in KEYS[table]) for row in getattr(TABLES, table)]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("table", KEYS)
def test_every_file_has_its_rows_in_the_loader_and_plain_line_ends(table: str) -> None:
    raw = (FOLDER / "reference" / f"{table}.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8").splitlines()))
    assert len(rows) == len(getattr(TABLES, table))


@pytest.mark.parametrize("table", KEYS)
def test_every_file_is_sorted(table: str) -> None:
    order = ("code", "alias") if table == "aliases" else KEYS[table]
    with (FOLDER / "reference" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        keys = [tuple(row[name] for name in order) for row in csv.DictReader(file)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("table", DATA)
def test_every_row_names_a_source_that_exists(table: str) -> None:
    known = {source.id for source in TABLES.sources}
    assert {row.source for row in getattr(TABLES, table)} <= known


def test_every_source_is_used_by_a_row_or_named_in_a_note() -> None:
    rows = [row for table in DATA for row in getattr(TABLES, table)]
    used = {row.source for row in rows}
    for row in rows:
        used |= set(re.findall(r"[a-z0-9-]+", getattr(row, "note", None) or ""))
    assert {source.id for source in TABLES.sources} - used == set()


@pytest.mark.parametrize("table", WITH_STATUS)
def test_every_status_is_published_derived_or_estimated(table: str) -> None:
    assert {row.status for row in getattr(TABLES, table)} <= {"published", "derived", "estimated"}


def test_scores_and_neighbours_are_flagged_as_derived() -> None:
    assert {row.status for row in (*TABLES.ses_woa, *TABLES.neighbours)} == {"derived"}


def test_every_source_has_a_slug_a_title_a_publisher_and_a_readable_date() -> None:
    for source in TABLES.sources:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", source.id), source.id
        assert source.title, source.id
        assert source.publisher, source.id
        assert re.fullmatch(r"(\d{4}(-\d{2}){0,2})?", str(source.date or "")), source.id


def test_tables_of_the_statistical_office_carry_their_licence() -> None:
    assert {s.licence for s in TABLES.sources if s.id.startswith("cbs-")} == {"CC BY 4.0"}


def test_the_letters_that_are_cited_are_sources_of_the_tables() -> None:
    known = {source.id for source in TABLES.sources}
    letters = {"prt-report-2024", "kc-letter-2026", "prt-letter-2023", "ministry-letter-2026"}
    assert letters <= known & CITATIONS.keys()


def test_every_citation_has_its_own_id_and_says_something() -> None:
    assert all(key == source.id for key, source in CITATIONS.items())
    assert all(s.title and s.publication and s.says for s in CITATIONS.values())
    assert all(source in CITATIONS.values() for source in MATHEMATICS)


# Codes


def test_every_code_is_well_formed() -> None:
    assert all(re.fullmatch(r"GM\d{4}", code) for code in NAME)
    assert all(re.fullmatch(r"PV\d{2}", row.code) for row in TABLES.provinces)
    assert all(re.fullmatch(r"VR\d{2}", row.code) for row in TABLES.regions)


def test_every_code_that_a_table_mentions_exists() -> None:
    provinces = {row.code for row in TABLES.provinces}
    regions = {row.code for row in TABLES.regions}
    municipal: tuple[Any, ...] = (
        *TABLES.population,
        *TABLES.aliases,
        *TABLES.ses_woa,
        *TABLES.indicative,
    )
    assert {row.code for row in municipal} <= NAME.keys()
    assert {code for row in TABLES.neighbours for code in (row.code_a, row.code_b)} <= NAME.keys()
    assert {code for row in TABLES.exchanges for code in (row.giver, row.taker)} <= NAME.keys()
    wide: tuple[Any, ...] = (*TABLES.ramingen, *TABLES.province_figures)
    areas = {row.area for row in wide}
    assert areas <= provinces | {"NL"}
    assert {row.region for row in TABLES.region_figures} <= regions
    assert set(PROVINCE.values()) == {row.province for row in TABLES.regions} == provinces
    assert set(REGION.values()) == regions


# Municipalities


def test_the_netherlands_has_342_municipalities_12_provinces_and_25_regions() -> None:
    counts = (len(TABLES.municipalities), len(TABLES.provinces), len(TABLES.regions))
    assert counts == (342, 12, 25)


def test_no_two_municipalities_share_a_name() -> None:
    assert len(CODE) == 342


def test_every_province_has_its_number_of_municipalities() -> None:
    names = {row.code: row.name for row in TABLES.provinces}
    assert Counter(names[province] for province in PROVINCE.values()) == {
        "Groningen": 10,
        "Fryslân": 18,
        "Drenthe": 12,
        "Overijssel": 25,
        "Flevoland": 6,
        "Gelderland": 51,
        "Utrecht": 26,
        "Noord-Holland": 44,
        "Zuid-Holland": 50,
        "Zeeland": 13,
        "Noord-Brabant": 56,
        "Limburg": 31,
    }


def test_every_region_lies_in_one_province_and_municipalities_agree() -> None:
    home = {row.code: row.province for row in TABLES.regions}
    assert all(home[REGION[code]] == PROVINCE[code] for code in NAME)


def test_overijssel_is_twente_with_14_and_ijsselland_with_11_municipalities() -> None:
    assert Counter(REGION[code] for code in OVERIJSSEL) == {TWENTE: 14, IJSSELLAND: 11}
    names = {row.code: row.name for row in TABLES.regions}
    assert (names[TWENTE], names[IJSSELLAND]) == ("Twente", "IJsselland")


def test_the_land_area_adds_up_exactly() -> None:
    total = sum(row.land_area_km2 for row in TABLES.municipalities)
    assert total == Fraction("33647.23")


def test_income_is_missing_for_three_municipalities_and_nothing_else_is() -> None:
    missing = {
        (row.name, column)
        for row in TABLES.municipalities
        for column in (
            "latitude",
            "longitude",
            "land_area_km2",
            "households",
            "address_density",
            "mean_property_value_keur",
            "income_per_inhabitant_keur",
        )
        if getattr(row, column) is None
    }
    income = "income_per_inhabitant_keur"
    assert missing == {(name, income) for name in ("Schiermonnikoog", "Vlieland", "Rozendaal")}


def test_every_centroid_lies_in_the_netherlands() -> None:
    for row in TABLES.municipalities:
        assert Fraction("50.7") < row.latitude < Fraction("53.6"), row.name
        assert Fraction("3.3") < row.longitude < Fraction("7.3"), row.name


def test_no_alias_is_the_official_name_of_a_municipality() -> None:
    assert {row.alias for row in TABLES.aliases} & CODE.keys() == set()
    assert len(TABLES.aliases) == 17


# Population


@pytest.mark.parametrize(
    ("year", "total"),
    [(2022, 17_590_672), (2023, 17_811_291), (2024, 17_942_942), (2025, 18_044_027)],
)
def test_the_population_adds_up_to_the_national_total(year: int, total: int) -> None:
    people = inhabitants(year)
    assert people.keys() == NAME.keys()
    assert sum(people.values()) == total
    assert min(people.values()) > 0


def test_the_population_has_four_dates_and_no_other() -> None:
    assert len(TABLES.population) == 4 * 342


# Neighbours


def test_874_pairs_share_a_border_of_some_length() -> None:
    assert len(TABLES.neighbours) == 874
    assert all(row.shared_border_km > 0 for row in TABLES.neighbours)


def test_every_pair_is_written_once_with_the_lower_code_first() -> None:
    assert all(row.code_a < row.code_b for row in TABLES.neighbours)


def test_five_islands_have_no_neighbour_and_zeeuws_vlaanderen_stands_apart() -> None:
    *islands, zeeuws_vlaanderen, mainland = components(NAME)
    assert {NAME[code] for part in islands for code in part} == {
        "Texel",
        "Vlieland",
        "Terschelling",
        "Ameland",
        "Schiermonnikoog",
    }
    assert len(islands) == 5
    assert {NAME[code] for code in zeeuws_vlaanderen} == {"Sluis", "Terneuzen", "Hulst"}
    assert len(mainland) == 334


# SES-WOA scores


def test_339_municipalities_have_a_score_and_three_are_missing() -> None:
    assert len(SCORE) == len(TABLES.ses_woa) == 339
    assert {code: NAME[code] for code in NAME.keys() - SCORE.keys()} == UNSCORED
    assert {row.year for row in TABLES.ses_woa} == {2019}


def test_every_score_says_how_many_households_it_covers() -> None:
    assert all(0 < row.household_coverage <= 1 for row in TABLES.ses_woa)
    low = {NAME[row.code] for row in TABLES.ses_woa if row.household_coverage < Fraction("0.9")}
    assert low == {
        "Alphen-Chaam",
        "Baarle-Nassau",
        "Borger-Odoorn",
        "Drimmelen",
        "Gilze en Rijen",
        "Terneuzen",
        "Twenterand",
        "Vijfheerenlanden",
    }


def test_two_derived_scores_lie_close_to_the_official_ones() -> None:
    assert abs(SCORE[CODE["Amsterdam"]] - Fraction("-0.100")) == Fraction("0.003")
    assert abs(SCORE[CODE["Albrandswaard"]] - Fraction("0.224")) == Fraction("0.003")


# Ramingen


def test_three_versions_know_all_provinces_and_2026_only_overijssel() -> None:
    everywhere = {row.code for row in TABLES.provinces} | {"NL"}
    assert all(raming(version).keys() == everywhere for version in ("2022-11", "2023-05", "2024"))
    assert raming("2026").keys() == {"NL", "PV23"}
    assert {row.raming for row in TABLES.ramingen} == {"2022-11", "2023-05", "2024", "2026"}


@pytest.mark.parametrize(
    ("version", "nation", "provinces"),
    [("2022-11", 75_500, 75_499), ("2023-05", 77_100, 77_070), ("2024", 96_000, 96_002)],
)
def test_the_provinces_do_not_add_up_to_the_nation_as_published(
    version: str, nation: int, provinces: int
) -> None:
    assert (raming(version)["NL"], sum_of_provinces(version)) == (nation, provinces)


@pytest.mark.parametrize(
    ("version", "nation", "provinces"), [("2022-11", 5_088, 5_088), ("2023-05", 3_660, 3_659)]
)
def test_the_amv_places_of_the_provinces_add_up_but_for_one(
    version: str, nation: int, provinces: int
) -> None:
    assert (raming(version, "amv")["NL"], sum_of_provinces(version, "amv")) == (nation, provinces)


def test_of_2024_the_amv_places_are_known_for_the_nation_and_three_provinces() -> None:
    assert raming("2024", "amv") == {"NL": 8_140, "PV23": 538, "PV25": 992, "PV30": 1_245}


def test_the_amv_places_of_noord_brabant_are_derived_and_say_so() -> None:
    of = {row.area: row for row in TABLES.ramingen if row.raming == "2024"}
    assert (of["PV30"].status, of["PV30"].amv_status) == ("published", "derived")
    assert of["PV30"].total - 13_444 == of["PV30"].amv
    # As many as the part that amv places are of the country's need.
    assert abs(of["PV30"].amv - Fraction(14_689 * 8_140, 96_000)) < 1
    assert {row.amv_status for row in TABLES.ramingen if row.area != "PV30"} == {""}


def test_the_raming_of_2026_is_88_000_and_5_801_of_which_370_amv_in_overijssel() -> None:
    assert raming("2026") == {"NL": 88_000, "PV23": 5_801}
    assert raming("2026", "amv") == {"PV23": 370}


def test_the_amv_share_is_about_8_5_percent_in_2024_and_6_4_in_overijssel_in_2026() -> None:
    assert round(Fraction(8_140, 96_000), 3) == Fraction("0.085")
    assert round(Fraction(370, 5_801), 3) == Fraction("0.064")


def test_no_area_is_asked_for_more_amv_places_than_places() -> None:
    rows: tuple[Any, ...] = (*TABLES.ramingen, *TABLES.indicative, *TABLES.province_figures)
    assert all(0 <= row.amv <= row.total for row in rows if row.amv is not None)


def test_the_other_figure_for_noord_brabant_is_kept_in_a_note() -> None:
    (row,) = (row for row in TABLES.ramingen if (row.raming, row.area) == ("2024", "PV30"))
    assert row.total == 14_689
    assert "14,708" in row.note


# Indicative numbers


def test_59_indicative_numbers_are_published_of_which_15_in_overijssel() -> None:
    assert len(INDICATIVE) == 59
    assert len(INDICATIVE.keys() & OVERIJSSEL) == 15
    assert {row.raming for row in TABLES.indicative} == {"2024"}


@pytest.mark.parametrize(
    ("region", "names", "places"),
    [
        (
            TWENTE,
            {"Borne", "Haaksbergen", "Hellendoorn", "Losser", "Oldenzaal", "Twenterand"},
            994,
        ),
        (IJSSELLAND, {"Dalfsen", "Olst-Wijhe", "Ommen", "Zwartewaterland"}, 551),
    ],
)
def test_what_is_unknown_per_region_follows_from_its_task(
    region: str, names: set[str], places: int
) -> None:
    here = {code for code in OVERIJSSEL if REGION[code] == region}
    assert {NAME[code] for code in here - INDICATIVE.keys()} == names
    known = sum(INDICATIVE[code] for code in here & INDICATIVE.keys())
    assert region_figure("2024", region, "task") - known == places


# Figures of regions and provinces


@pytest.mark.parametrize("figure", ["task", "guaranteed", "intended"])
@pytest.mark.parametrize("kind", ["total", "amv"])
def test_both_regions_add_up_to_the_province(figure: str, kind: str) -> None:
    regions = sum(region_figure("2024", code, figure, kind) for code in (TWENTE, IJSSELLAND))
    if figure == "task":
        assert regions == raming("2024", kind)["PV23"]
        return
    (row,) = (
        row
        for row in TABLES.province_figures
        if (row.raming, row.area, row.figure) == ("2024", "PV23", figure)
    )
    assert regions == getattr(row, kind)


def test_the_regional_tasks_of_2022_are_those_of_the_letter() -> None:
    tasks = [region_figure("2022-11", code, "task") for code in (IJSSELLAND, TWENTE)]
    assert tasks == [1_836, 2_165]
    assert sum(tasks) == raming("2022-11")["PV23"] == 4_001


def test_the_regional_split_of_2022_by_inhabitants_is_1_836_75_to_2_164_25() -> None:
    people = {code: count for code, count in inhabitants(2022).items() if code in OVERIJSSEL}
    whole = sum(people.values())
    exact = {
        region: Fraction(4_001 * sum(people[c] for c in people if REGION[c] == region), whole)
        for region in (IJSSELLAND, TWENTE)
    }
    assert round(exact[IJSSELLAND], 2) == Fraction("1836.75")
    assert round(exact[TWENTE], 2) == Fraction("2164.25")
    # The letter rounds the other way: within one place of the exact split, not its nearest integer.
    for region, share in exact.items():
        assert abs(region_figure("2022-11", region, "task") - share) < 1


def test_every_region_of_overijssel_was_asked_for_450_emergency_places() -> None:
    minima = [region_figure("2022-11", r, "minimum_emergency") for r in (TWENTE, IJSSELLAND)]
    assert minima == [450, 450]


def test_the_intended_places_are_1_835_of_which_50_amv() -> None:
    def intended(region: str) -> tuple[int, int]:
        total, amv = (region_figure("2024", region, "intended", kind) for kind in ("total", "amv"))
        return total, amv

    assert intended(TWENTE) == (556, 0)
    assert intended(IJSSELLAND) == (1_279, 50)


def test_of_2026_overijssel_has_4_332_places_of_which_1_921_for_several_years() -> None:
    figures = {
        row.figure: row
        for row in TABLES.province_figures
        if (row.raming, row.area) == ("2026", "PV23")
    }
    assert {name: row.total for name, row in figures.items()} == {
        "available": 4_332,
        "multi_year": 1_921,
    }
    assert {row.date for row in figures.values()} == {dt.date(2026, 2, 1)}


def test_of_2026_other_provinces_are_known_from_the_press_and_rounded() -> None:
    rows = [r for r in TABLES.province_figures if r.raming == "2026" and r.area != "PV23"]
    assert {(row.area, row.figure): row.total for row in rows} == {
        ("PV25", "needed"): 4_900,
        ("PV27", "needed"): 7_700,
        ("PV28", "needed"): 11_400,
        ("PV30", "needed"): 7_200,
        ("PV30", "task"): 13_000,
    }
    assert all("rounded" in row.note for row in rows)


def test_the_reports_of_2024_hold_about_82_000_places_and_8_000_initiatives() -> None:
    nation = {row.figure: row.total for row in TABLES.province_figures if row.area == "NL"}
    assert nation == {"reported": 82_000, "likely": 8_000, "realised": 72_728}


REPORTED = {
    row.area: row.total
    for row in TABLES.province_figures
    if (row.raming, row.figure) == ("2024", "reported") and row.area != "NL"
}


def test_of_eleven_provinces_the_report_is_known() -> None:
    assert REPORTED == {
        "PV20": 4_525,
        "PV21": 4_305,
        "PV22": 4_182,
        "PV24": 3_580,
        "PV25": 10_474,
        "PV28": 15_180,
        "PV29": 2_400,
        "PV30": 13_478,
        "PV31": 5_406,
    }
    parts = {
        row.area
        for row in TABLES.province_figures
        if row.raming == "2024" and row.figure in ("guaranteed", "intended")
    }
    assert parts == {"PV23", "PV27"}
    assert set(PROVINCE.values()) - parts - REPORTED.keys() == {"PV26"}


def test_noord_brabant_reported_13_478_and_had_8_241() -> None:
    of = {(r.figure, r.total) for r in TABLES.province_figures if r.area == "PV30"}
    assert of >= {("reported", 13_478), ("available", 8_241), ("rest", 1_003)}
    # "Ruim 90 procent ... is toegezegd"
    assert Fraction(9, 10) < Fraction(REPORTED["PV30"], raming("2024")["PV30"]) < Fraction(93, 100)


def test_the_eleven_reports_come_near_to_almost_90_000() -> None:
    others = (3_864 + 1_835) + (10_672 + 3_620)
    assert sum(REPORTED.values()) + others == 83_521
    assert 90_000 - 83_521 == 6_479 < raming("2024")["PV26"]
    # With what Zuid-Holland has on 1 July 2025 Utrecht would have reported more than its task.
    assert raming("2024")["PV26"] < 90_000 - (83_521 - 15_180 + 13_205)


# Offers and the exchange


def test_the_offers_without_the_exchange_are_3_664_of_which_130_amv() -> None:
    assert (offered(), offered(kind="amv")) == (3_664, 130)


def test_the_offers_and_the_exchange_are_the_3_864_guaranteed_places_of_the_report() -> None:
    (exchange,) = TABLES.exchanges
    assert offered() + exchange.places == 3_864
    assert offered(TWENTE) == region_figure("2024", TWENTE, "guaranteed") == 1_866
    assert REGION[exchange.taker] == IJSSELLAND
    assert offered(IJSSELLAND) + exchange.places == 1_998
    assert region_figure("2024", IJSSELLAND, "guaranteed") == 1_998
    assert (offered(TWENTE, "amv"), offered(IJSSELLAND, "amv")) == (56, 74)


def test_the_places_lent_by_dronten_enter_as_exchange_and_not_as_offer() -> None:
    (exchange,) = TABLES.exchanges
    assert exchange.id == "kampen-dronten-2024"
    assert (NAME[exchange.giver], NAME[exchange.taker]) == ("Dronten", "Kampen")
    assert (exchange.giver, exchange.taker) == ("GM0303", "GM0166")
    assert (exchange.kind, exchange.places) == ("regular", 200)
    assert exchange.from_ == dt.date(2024, 2, 1)
    assert exchange.until == dt.date(2026, 2, 1)
    assert exchange.condition
    assert exchange.legal_effect
    assert not any("Dronten" in row["site"] for row in offers())


def test_the_offers_of_2024_that_last_until_the_end_of_2028_are_1_853() -> None:
    lasting = [r for r in offers() if (r["available_until"] or "9999") >= "2028-12-31"]
    assert sum(int(row["places"]) for row in lasting) == 1_853


def test_every_offer_is_of_overijssel_guaranteed_and_has_a_window() -> None:
    for row in offers():
        assert CODE[row["municipality"]] in OVERIJSSEL
        assert row["kind"] in {"regular", "amv"}
        assert row["status"] == "guaranteed"
        start = dt.date.fromisoformat(row["available_from"])
        assert start < dt.date.fromisoformat(row["available_until"] or "9999-12-31")


def test_what_is_left_in_overijssel_is_626_places_of_which_358_amv() -> None:
    def counted(kind: str) -> int:
        figures = ("guaranteed", "intended")
        regions = (TWENTE, IJSSELLAND)
        return sum(region_figure("2024", r, figure, kind) for r in regions for figure in figures)

    assert raming("2024")["PV23"] - counted("total") == 626
    assert raming("2024", "amv")["PV23"] - counted("amv") == 358


# The key of the law with derived scores


def test_the_key_with_derived_scores_meets_59_published_numbers_within_1_2_percent_on_average() -> (
    None
):
    shares = statutory_shares()
    deviations = [abs(shares[code] - places) / places for code, places in INDICATIVE.items()]
    average = sum(deviations, Fraction(0)) / len(deviations)
    # 1.1758 %: "1.2" is rounded to one decimal.
    assert round(100 * average, 1) == Fraction("1.2")
    assert average < Fraction("0.01176")


def test_the_three_numbers_that_were_found_last_lie_within_half_a_percent() -> None:
    shares = statutory_shares()
    for name, places in {"Amersfoort": 961, "Cranendonck": 125, "Waalwijk": 269}.items():
        assert INDICATIVE[CODE[name]] == places
        assert abs(shares[CODE[name]] - places) < Fraction(places, 200)


def test_the_key_with_derived_scores_is_worst_for_rotterdam_with_83_places_too_few() -> None:
    shares = statutory_shares()
    places, worst = max((abs(shares[code] - INDICATIVE[code]), code) for code in INDICATIVE)
    assert NAME[worst] == "Rotterdam"
    assert INDICATIVE[worst] == 2_667
    assert round(shares[worst] - INDICATIVE[worst]) == -83
    assert round(places) == 83


def test_the_key_with_derived_scores_meets_the_provincial_totals_within_1_1_percent() -> None:
    shares = statutory_shares()
    totals = dict.fromkeys(PROVINCE.values(), Fraction(0))
    for code, share in shares.items():
        totals[PROVINCE[code]] += share
    published = raming("2024")
    deviations = {code: abs(total / published[code] - 1) for code, total in totals.items()}
    assert max(deviations.values()) < Fraction("0.011")
    assert round(totals["PV23"]) == 6_313
    assert published["PV23"] == 6_325


# Redivisions


def test_walking_back_the_redivisions_gives_the_municipalities_of_every_year() -> None:
    days = sorted({row.date for row in TABLES.redivisions}, reverse=True)
    number, before = len(NAME), {}
    for day in days:
        of_day = [row for row in TABLES.redivisions if row.date == day]
        new = {row.into for row in of_day if row.sort == "merged"}
        number += len({row.code for row in of_day}) - len(new)
        before[day.isoformat()] = number
    assert before == {
        "2023-01-01": 344,
        "2022-03-24": 345,
        "2022-01-01": 352,
        "2021-01-01": 355,
        "2019-01-01": 380,
    }


def test_what_is_no_more_has_another_code_than_what_is_there_and_lies_in_it() -> None:
    gone = {row.code for row in TABLES.redivisions}
    assert not gone & NAME.keys()
    assert {row.into for row in TABLES.redivisions} <= NAME.keys()
    assert all(re.fullmatch(r"GM\d{4}", code) for code in gone)


def test_only_winsum_and_haaren_were_split() -> None:
    split = {row.name for row in TABLES.redivisions if row.sort == "split"}
    several = Counter(row.name for row in TABLES.redivisions)
    assert split == {name for name, rows in several.items() if rows > 1} == {"Winsum", "Haaren"}


def test_a_municipality_was_new_or_was_there_and_all_its_rows_say_the_same() -> None:
    sorts: dict[str, set[str]] = {}
    for row in TABLES.redivisions:
        if row.sort != "split":
            sorts.setdefault(row.into, set()).add(row.sort)
    added = {NAME[code] for code, which in sorts.items() if which == {"added"}}
    assert added == {"Groningen", "Noordwijk", "Haarlemmermeer", "Purmerend", "Amsterdam"}
    assert all(len(which) == 1 for which in sorts.values())


def test_spellings_are_of_municipalities_and_provinces_that_are_there() -> None:
    provinces = {row.code for row in TABLES.provinces}
    assert {row.code for row in TABLES.spellings} <= NAME.keys() | provinces
    abbreviated = {row.code for row in TABLES.spellings if row.sort == "abbreviation"}
    assert abbreviated == provinces
