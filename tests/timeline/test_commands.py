# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`allocator timeline` in each of its formats."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import allocator
from allocator.reporting import render_timeline, timeline_schema
from cli import app
from models.places import Places
from models.scenario import Scenario
from models.timeline import TimelineAnswer
from tests.timeline.small import ALMELO, BORNE, DRONTEN, KAMPEN, exchange, offer, pledge, told


def run(*words: str):
    return CliRunner().invoke(app, ["timeline", *words])


def table(answer: TimelineAnswer) -> str:
    return render_timeline(answer, "table")


def section(page: str, heading: str) -> list[str]:
    """The lines under a heading of a page for a terminal."""
    lines = page.splitlines()
    start = lines.index(heading) + 2
    after = [at for at in range(start, len(lines)) if lines[at] and set(lines[at]) == {"="}]
    return [line for line in lines[start : after[0] - 1 if after else None] if line]


def joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_the_table_tells_when_it_is_short_what_ends_and_what_to_extend():
    done = run("overijssel-2024")
    assert (done.exit_code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 100
    words = [line.split() for line in done.stdout.splitlines()]
    for row in (
        "Overijssel all places 2025-01-01 3,948 2028-08-01 5,801 1,853",
        "Twente amv places 2025-01-01 278 2026-04-01 278 0",
        "2026-04-01 Overijssel 2,814 26 3,511 512",
        "2026-03-01 Hardenberg 700 regular overijssel-offers-2024.csv:10",
        "2026-02-01 Kampen (from Dronten, not extendable) 200 regular reference/exchanges.csv:2",
        "2026-04-01 Hardenberg 355 700 0 355 0 0",
        "Hardenberg 2026-03-01 700 23,100 overijssel-offers-2024.csv:10",
    ):
        assert row.split() in words, row


def test_only_days_on_which_something_changes_are_printed_and_this_is_said():
    lines = section(run("overijssel-2024").stdout, "Month by month")
    assert lines[0].startswith("Only the days on which something changes")
    assert not [line for line in lines if line.startswith("2024-03-01")]


def test_one_day_shows_every_sum_with_its_rows_and_one_line_of_arithmetic():
    done = run("overijssel-2024", "--on", "2025-07-01")
    lines = section(done.stdout, "How each number is made")
    said = joined(lines)
    assert "Nothing is available in Borne, Dalfsen, " in said
    assert "48 + 20 amv + 6 amv + 200 of Dronten = 274 [overijssel-offers-2024.csv:11; " in said
    assert "    IJsselland 1,998 + Twente 1,866 = 3,864" in lines
    assert "Wierden: 93 places are available, of which 56 amv; the share is 157" in said
    assert "What ends" not in done.stdout


def test_csv_has_one_row_for_each_month_area_and_part():
    done = run("overijssel-2024", "--format", "csv", "--from", "2026-01-15", "--months", "4")
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert len(rows) == 4 * (1 + 2 + 25) * 2
    found = [row for row in rows if (row["name"], row["kind"]) == ("Hardenberg", "total")]
    assert [tuple(row.values()) for row in found[2:]] == [
        (
            "2026-03-01",
            "municipality",
            "GM0160",
            "Hardenberg",
            "total",
            "355",
            "700",
            "0",
            "yes",
            "2024",
        ),
        (
            "2026-04-01",
            "municipality",
            "GM0160",
            "Hardenberg",
            "total",
            "355",
            "0",
            "355",
            "yes",
            "2024",
        ),
    ]
    for day in {row["day"] for row in rows}:
        level = {}
        for row in rows:
            if (row["day"], row["kind"]) == (day, "total"):
                level[row["level"]] = level.get(row["level"], 0) + int(row["available"])
        assert level["municipality"] == level["region"] == level["province"]


@pytest.mark.parametrize("words", [[], ["--on", "2025-07-01"]])
def test_json_follows_its_schema_and_reads_back(words):
    value = json.loads(run("overijssel-2024", "--format", "json", *words).stdout)
    assert value["schema"] == "allocator.timeline/1"
    printed = json.loads(CliRunner().invoke(app, ["schema", "timeline"]).stdout)
    assert printed == timeline_schema()
    jsonschema.validate(value, printed)
    answer = TimelineAnswer.model_validate_json(json.dumps(value))
    again = allocator.timeline("overijssel-2024", on=words[1] if words else None)
    assert answer.to_json() == again.to_json() == value


def test_python_takes_a_scenario_of_its_own_and_dates():
    answer = allocator.timeline(Scenario(name="mine"), on=date(2026, 3, 1))
    (overijssel,) = answer.at("province")
    assert (overijssel.available.total, overijssel.gap.total) == ((0,), (6325,))
    months = allocator.timeline(Scenario(name="mine"), first=date(2026, 3, 1), months=2)
    assert [str(day) for day in months.days] == ["2026-03-01", "2026-04-01"]


def test_markdown_has_the_same_numbers():
    page = run("overijssel-2024", "--format", "markdown").stdout
    assert "| Overijssel | all places | 2025-01-01 | 3,948 | 2028-08-01 | 5,801 | 1,853 |" in page


def test_out_writes_every_format_and_never_over_other_content(tmp_path: Path):
    out = tmp_path / "out"
    for _ in range(2):
        assert run("overijssel-2024", "--months", "2", "--out", str(out)).exit_code == 0
    names = {path.name for path in out.iterdir()}
    tables = {"timeline", "areas", "contracts", "drops", "extensions", "unknown"}
    tables |= {"binding", "tasks"}
    assert names == {"timeline.json", "timeline.md", *(f"{table}.csv" for table in tables)}
    assert run("overijssel-2024", "--months", "3", "--out", str(out)).exit_code == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--months", "0"], "--months 0: 0 months from 2025-01 make no timeline."),
        (["--on", "1 March"], "--on 1 March: not an existing date. Write YYYY-MM-DD."),
        (["--on", "2026-03-01", "--months", "2"], "--on: one day is asked, and months too."),
    ],
)
def test_days_that_make_no_sense_have_exit_code_5_and_nothing_on_stdout(words, said):
    done = run("overijssel-2024", *words)
    assert (done.exit_code, done.stdout) == (5, "")
    assert done.stderr.startswith(said)


def test_a_number_of_months_that_is_none_is_wrong_usage():
    assert run("overijssel-2024", "--months", "x").exit_code == 2


def test_a_fault_of_a_setting_is_told_at_that_setting():
    done = run("overijssel-2024", "--set", "raming=2023-05", "--set", "key.raming=2024")
    assert done.exit_code == 5
    assert "--set raming=2023-05: no cycle is known of raming '2023-05'." in done.stderr


def test_of_several_provinces_only_the_best_extension_is_told_and_who_has_none():
    page = table(
        told(
            offer(DRONTEN, 500, None, None),
            offer(BORNE, 9, None, "2026-02-20", line=3),
            offer(ALMELO, 9, None, "2026-02-20", site="school", line=4),
            exchanges=(exchange(DRONTEN, KAMPEN, 20, "2026-03-31"),),
        )
    )
    said = joined(section(page, "Against the task"))
    assert "- Overijssel, all places: the single extension" in said
    assert "is Kampen (from Dronten), 20 regular places beyond 2026-03-31" in said
    assert (
        "- No contract ends whose extension would close any of the gap in all places: Flevoland."
    ) in said
    assert "in amv places: Overijssel, Flevoland." in said
    assert "What one extension closes" not in page


def test_a_largest_gap_that_no_extension_can_close_is_not_said_to_be_closed():
    page = table(told(offer(ALMELO, 100, "2026-02-01", "2026-04-15")))
    said = joined(section(page, "Against the task"))
    assert (
        "- Overijssel, all places: the largest gap, on 2026-01-01, comes before; most is closed "
        "afterwards by Almelo, 100 regular places beyond 2026-04-15 (offers.csv:2): 200 "
    ) in said


def test_equals_and_pledges_and_those_never_short_are_said():
    page = table(
        told(
            offer(DRONTEN, 9000, None, None),
            offer(BORNE, 9, None, "2026-02-20", site="school", line=3),
            offer(ALMELO, 9, None, "2026-02-20", line=4),
            pledges=(pledge(Places(regular=5), None, "2026-03-31"),),
        )
    )
    said = joined(section(page, "Against the task"))
    assert "As good: Borne (school) (offers.csv:3)." in said
    assert "- Never short of all places: Flevoland." in said
    assert "Twente (plans)" in page


def test_one_day_says_what_is_given_away_and_pledged():
    page = table(
        told(
            offer(ALMELO, 50, None, None),
            exchanges=(exchange(ALMELO, DRONTEN, 20, None),),
            pledges=(pledge(Places(amv=5), None, None),),
            on="2026-01-01",
        )
    )
    assert "    50 - 20 to Dronten = 30\n" in page
    assert "    20 of Almelo = 20\n" in page
    assert "    Almelo 30 + 5 amv of plans = 35\n" in page
    assert "the task is the sum of the shares" in page


def test_when_nothing_ends_that_is_said():
    page = table(told(offer(ALMELO, 50, None, None)))
    assert section(page, "What ends") == ["No contract ends in these months."]
    assert "Municipalities that drop" not in page


def test_a_long_list_is_cut_and_says_how_much_more_there_is():
    many = [offer(BORNE, 1, None, "2026-02-20", line=line) for line in range(2, 52)]
    assert section(table(told(*many)), "What ends")[-1].split() == (
        ["...", "and", "10", "more", "in", "the", "JSON"]
    )


def test_where_too_much_changes_fewer_months_are_printed_and_this_is_said():
    offers = [
        offer(code, 1, f"{2026 + month // 12}-{month % 12 + 1:02}-01", None, line=month + 2)
        for month in range(60)
        for code in (BORNE, DRONTEN)
    ]
    lines = section(table(told(*offers, months=60)), "Month by month")
    assert joined(lines).startswith("Every 3 months, where something has changed; CSV and JSON")
    shown = [line.split() for line in lines if line.startswith("20")]
    assert len(shown) == 2 * 20
    assert shown[-1][:3] == ["2030-10-01", "Flevoland", "58"]


def test_names_out_of_files_steer_nothing():
    answer = told(offer(BORNE, 1, None, "2026-02-20", site="\x1b[31m<b>=cmd()"))
    assert "\x1b" not in table(answer)
    assert "<b>" not in render_timeline(answer, "markdown")


def test_a_month_is_accepted_where_one_is_asked():
    month = run("overijssel-2024", "--from", "2026-03", "--months", "2")
    day = run("overijssel-2024", "--from", "2026-03-01", "--months", "2")
    assert (month.exit_code, month.stdout) == (0, day.stdout)
    assert run("overijssel-2024", "--from", "2026-13").exit_code == 5


def test_the_places_without_a_window_tie_the_day_to_the_run():
    said = joined(run("overijssel-2024", "--on", "2025-12-01").stdout.splitlines())
    assert "no day here: 3,864 available + 1,835 = 5,699" in said


@pytest.mark.parametrize(("day", "held"), [("2025-12-01", True), ("2026-03-01", False)])
def test_an_exchange_that_does_not_run_is_not_said_to_count(day, held):
    said = joined(run("overijssel-2024", "--on", day).stdout.splitlines())
    assert ("kampen-dronten-2024 counts all the same" in said) == held
    assert ("and holds on none of these days" in said) != held


def test_of_many_that_are_as_good_only_some_are_named():
    many = [offer(BORNE, 1, None, "2026-02-20", line=line) for line in range(2, 22)]
    said = joined(table(told(*many)).splitlines())
    assert "and 14 more." in said


def test_of_whom_nothing_is_entered_no_contract_is_said_to_end():
    page = joined(table(told(offer(ALMELO, 50, None, None))).splitlines())
    told_of = [part for part in page.split(" - ") if "No contract ends" in part]
    assert told_of
    assert not any("Flevoland" in part.partition(".")[0] for part in told_of)


def test_more_amv_places_are_no_places_below_zero():
    page = table(
        told(
            offer(BORNE, 30, None, "2026-02-20"),
            offer(BORNE, 5, "2026-02-21", None, kind="amv"),
        )
    )
    (row,) = (line for line in section(page, "Municipalities that drop") if "Borne" in line)
    assert row.split()[-2:] == ["0", "5"]
