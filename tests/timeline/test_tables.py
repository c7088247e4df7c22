# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables that `--out` writes hold what the JSON holds."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO

import allocator
from allocator.reporting.timeline_csv import timeline_tables
from models.area_line import PARTS
from tests.timeline.small import BORNE, exchange, offer, told

Rows = list[dict[str, str]]


@cache
def answer():
    return allocator.timeline("overijssel-2024")


def table(name: str, of=None) -> Rows:
    return list(csv.DictReader(StringIO(timeline_tables(of or answer())[f"{name}.csv"])))


def test_areas_say_when_each_is_short_and_how_far():
    rows = table("areas")
    assert len(rows) == len(answer().lines) * len(PARTS)
    assert list(rows[0].values()) == [
        "province", "PV23", "Overijssel", "PV23", "", "total", "6325", "published", "yes",
        "2025-01-01", "3948", "2028-08-01", "", "",
    ]  # fmt: skip


def test_contracts_say_what_counts_and_what_ends():
    rows = table("contracts")
    assert [row["row"] for row in rows] == [one.row for one in answer().contracts]
    (hardenberg,) = [row for row in rows if row["area_name"] == "Hardenberg"]
    assert hardenberg["places"] == "700"
    assert (hardenberg["until"], hardenberg["gone_from"]) == ("2026-03-01", "2026-04-01")
    (swap,) = [row for row in rows if row["source"] == "exchange"]
    assert (swap["giver_name"], swap["extendable"], swap["ends"]) == ("Dronten", "no", "yes")
    assert sum(row["ends"] == "yes" for row in rows) == len(answer().endings)


def test_drops_and_extensions_and_places_without_a_window_are_told():
    drops = [(row["day"], row["fewer_total"]) for row in table("drops") if row["code"] == "GM0160"]
    assert drops == [("2026-04-01", "700")]
    best = table("extensions")[0]
    assert (best["province"], best["kind"], best["rank"]) == ("PV23", "total", "1")
    assert (best["row"], best["closes"]) == ("overijssel-offers-2024.csv:10", "700")
    said = [(row["name"], row["regular"], row["amv"]) for row in table("unknown")]
    assert said == [("twente-intended", "556", "0"), ("ijsselland-intended", "1229", "50")]


def test_names_out_of_files_are_no_formulas_in_any_table():
    odd = '=HYPERLINK("x")'
    of = told(
        offer(BORNE, 9, None, "2026-02-20", site=odd),
        exchanges=(exchange(BORNE, "GM0141", 1, None),),
    )
    (row,) = [row for row in table("contracts", of) if row["source"] == "offer"]
    assert row["name"] == f"'{odd}"
