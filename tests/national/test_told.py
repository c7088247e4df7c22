# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an explanation and the pages say of reports and takeovers."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

import allocator
from allocator.explanation import explain
from allocator.explanation.why_not import read_question
from allocator.loading import reference
from allocator.reporting.run_csv import run_tables
from allocator.reporting.sheets import run_pages
from models.fault import InputError
from models.scenario import Scenario
from tests.explanation.arithmetic import check

RESULT = allocator.run(
    "nederland-2024-reports", ["merging.minimum_site={regular: 0, amv: 0}"]
).result


def told(code: str | None, heading: str) -> list[tuple[str, str]]:
    return [
        (line.says, line.arithmetic)
        for chapter in explain(RESULT, code).chapters
        if chapter.heading == heading
        for line in chapter.lines
    ]


def test_fryslan_tells_its_surplus_and_whom_it_serves():
    lines = told("PV21", "Fryslân among the provinces")
    assert ("Fryslân has a surplus of 914 places of which 77 amv.", "4,305 - 3,391 = 914") in lines
    says = "Fryslân takes over 837 regular places of its surplus of 837, from Noord-Holland 837."
    assert (says, "837 = 837") in lines
    assert lines[0][1].startswith("4,305 x ")


def test_overijssel_tells_its_report_who_takes_over_and_what_is_left():
    lines = told("PV23", "Overijssel among the provinces")
    assert [arithmetic for _, arithmetic in lines] == [
        "3,734 + 130 = 3,864",
        "1,785 + 50 = 1,835",
        "max(0, 538 - 180) = 358",
        "max(0, 6,325 - 5,699) = 626",
        "max(0, 626 - 358) = 268",
        "115 + 153 = 268",
        "268 - 268 = 0",
        "55 + 77 + 126 = 258",
        "358 - 258 = 100",
    ]


def test_a_province_without_a_known_report_and_its_municipalities_say_so():
    assert told("PV26", "Utrecht among the provinces")[0][0].startswith(
        "The report of Utrecht is not known."
    )
    assert told("GM0344", "Rest")[0][0] == (
        "It is not known what counts in Utrecht, so there is no rest to tell."
    )


def test_every_line_of_every_province_can_be_redone():
    for code in [None, *(one.code for one in RESULT.provinces)]:
        for chapter in explain(RESULT, code).chapters:
            for line in chapter.lines:
                if line.arithmetic:
                    check(line.arithmetic)


def test_the_country_ends_in_the_tasks_of_the_provinces_that_are_known():
    assert told(None, "The provinces together")[-1][1] == "87,795 + 0 + 0 = 87,795"


def test_the_pages_tell_who_takes_over_from_whom():
    pages = {page.heading: page for page in run_pages(RESULT)}
    assert "Not known, and in no sum: Utrecht." in pages["Between provinces"].paragraphs[0]
    assert ("Flevoland", "Zuid-Holland", "regular", 1042) in [
        row[:4] for row in pages["Who takes over from whom"].sheet.rows
    ]
    (utrecht,) = (row for row in pages["What has to close"].sheet.rows if row[0] == "Utrecht")
    assert utrecht[-4:] == (None, None, None, None)


def test_what_is_taken_over_in_proportion_can_be_redone():
    result = allocator.run(
        "nederland-2024-reports",
        ["merging.minimum_site={regular: 0, amv: 0}", "national.takeover=proportional"],
    ).result
    (chapter,) = [
        one
        for one in explain(result, "PV23").chapters
        if one.heading == "Overijssel among the provinces"
    ]
    said = [(line.says, line.arithmetic) for line in chapter.lines]
    (part,) = [arithmetic for says, arithmetic in said if "of Overijssel: 159 regular" in says
               and "pro rata" in says]  # fmt: skip
    assert part.startswith("268 / ")
    check(part)


def test_who_has_no_rest_to_divide_is_told_not_to_be_eligible_and_why():
    for kind, line in zip(("regular", "amv"), told("GM0344", "Eligible"), strict=True):
        assert line == (
            (
                f"Not eligible for rest places of the kind {kind}: the report of its province is "
                "not known, so nothing is divided."
            ),
            "",
        )


def test_a_municipality_of_a_reported_province_is_not_said_to_offer_nothing():
    (said,) = told("GM0189", "What counts")
    assert said[0].startswith("The report of Overijssel is taken as a whole, 5,699 places.")


def test_which_figure_of_limburg_is_taken_and_what_a_later_report_says_is_told():
    (said,) = (
        one.message
        for one in RESULT.warnings
        if one.code == "report-note" and "Limburg" in one.message
    )
    assert "taken at 5,406 places" in said
    assert "5,916 in a later one" in said
    assert told("PV31", "Limburg among the provinces")[0] == (
        "Taken is 5,406 places, reported. Its table says: first report; 5,916 in a later one.",
        "",
    )


def test_takeovers_that_rest_on_estimates_are_marked_and_the_raming_stands_beside():
    pages = {page.heading: page for page in run_pages(RESULT)}
    between = pages["Between provinces"]
    marks = {row[0]: row[-1] for row in between.sheet.rows}
    assert (marks["Gelderland"], marks["Overijssel"], marks["Limburg"]) == ("", "", "e")
    assert {row[-1] for row in pages["Who takes over from whom"].sheet.rows} == {"e"}
    assert "83,521 that count and 4,274 left to divide" in between.paragraphs[0]
    assert between.paragraphs[1] == (
        "The raming is 96,000 places in all. With the tasks of the others, 8,207, the decisions "
        "are 96,002: 2 above it; the tasks of the provinces add up to 96,002."
    )
    said = pages["Per municipality: Groningen"].paragraphs[0]
    assert "83,521 places that count belong to no municipality" in said


def test_of_some_provinces_the_raming_of_all_says_nothing():
    some = allocator.run(
        "nederland-2024-reports",
        ["provinces=[PV23, PV24]", "merging.minimum_site={regular: 0, amv: 0}"],
    ).result
    assert some.country is not None
    assert some.country.raming is None
    assert not any("The raming is" in text for page in run_pages(some) for text in page.paragraphs)


def test_the_accounts_and_takeovers_are_written_as_tables():
    tables = run_tables(RESULT)
    assert {"areas.csv", "provinces.csv", "takeovers.csv"} <= set(tables)
    rows = list(csv.DictReader(StringIO(tables["takeovers.csv"])))
    assert sum(int(row["places"]) for row in rows) == 5_643
    (limburg,) = (
        row for row in csv.DictReader(StringIO(tables["provinces.csv"])) if row["name"] == "Limburg"
    )
    assert (limburg["shortage_total"], limburg["known"]) == ("256", "yes")


def test_what_if_cannot_be_asked_where_nothing_is_divided():
    with pytest.raises(
        InputError, match="the report of Utrecht is not known, so Amersfoort has no rest"
    ):
        read_question("Amersfoort>=5", RESULT, reference().territory, Scenario())
