# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole inputs: the files in a folder and the arguments of the command line."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from allocator.loading.form import keys_at
from tests.fuzz.odd import DATES, MONTHS, NAMES, TOKENS, numbers, words
from tests.fuzz.scenarios import scenario_files
from tests.fuzz.tables import LOTS, OFFERS, WEIGHTS, csv_files, joined, tables, xlsx_files

OFFER = ["Borne", "", "regular", "5", "", "", "likely", ""]
GOOD_OFFERS = joined([list(OFFERS), OFFER], ",", "\n", "")


@dataclass(frozen=True)
class Input:
    """One input.

    Attributes:
        sort: what is odd about it.
        files: content by name.
        options: beside the command and the scenario.
        scenario: a file, or a packaged name.
        days: which days a timeline is asked of; None: it is not what is odd.
    """

    sort: str
    files: dict[str, bytes]
    options: tuple[str, ...] = ()
    scenario: str = "mine.yaml"
    days: tuple[str, ...] | None = None


def _scenario(data: bytes) -> Input:
    return Input("scenario", {"mine.yaml": data, "offers.csv": GOOD_OFFERS})


def _offers(name: str, data: bytes) -> Input:
    return Input("offers", {"mine.yaml": f"offers: {name}\n".encode(), name: data})


def _weights(name: str, data: bytes, fill: bool) -> Input:
    missing = ", missing: {fill: inhabitants}" if fill else ""
    text = f"key: {{name: column, file: {name}, column: weight{missing}}}\n"
    return Input("column", {"mine.yaml": text.encode(), name: data})


def _lots(name: str, data: bytes) -> Input:
    return Input("lots", {name: data}, ("--lots", name), "overijssel-2024")


def _overrides(assignments: list[str]) -> Input:
    options = [word for assignment in assignments for word in ("--set", assignment)]
    return Input("overrides", {}, tuple(options), "overijssel-2024")


def _days(asked: list[tuple[str, str]]) -> Input:
    return Input("days", {}, (), "overijssel-2024", tuple(word for pair in asked for word in pair))


def _in_a_shell(text: str) -> str:
    """A text as a shell hands it over: bytes, none of them NUL."""
    return os.fsdecode(text.replace("\0", "").encode("utf-8", "surrogatepass"))


odd_days = st.lists(
    st.tuples(
        st.sampled_from(["--from", "--on", "--months"]),
        st.sampled_from(DATES) | st.sampled_from(MONTHS) | words.map(_in_a_shell),
    ),
    max_size=3,
)


def paths(path: tuple[Any, ...] = ()) -> list[str]:
    """Every path of settings, with a name or an index where one may stand."""
    found = []
    for key in keys_at(path):
        below = [(*path, key)]
        below += [(*path, key, 0), (*path, key, "Borne")]
        for one in below:
            inner = paths(one)
            if inner or one is below[0]:
                found += [".".join(map(str, one)), *inner]
    return found


PATHS = sorted(set(paths()))


GOOD = (
    "distribution.method=adams", "distribution.base=gap", "distribution.eligible=all",
    "distribution.minimum_site.amv=16", "distribution.limits.Borne.regular.max=5",
    'distribution.limits."Hof van Twente".amv.min=1', "distribution.exempt=[Borne, GM0141]",
    "distribution.by=region", "key.name=inhabitants", "key.name=statutory", "population=2022",
    "counting.statuses.1=intended", "counting.available={on: 2028-12-31}", "raming=2022-11",
    "pooled_offers.0.places.regular=5", "merging.room=null", "offers=null", "exchanges=[]",
    "key={name: composite, parts: {income: 2/3, inhabitants: 1/3}}", "title=Wat als?",
    "distribution.region_limits.Twente.total.max=300", "distribution.per_kind=false",
)  # fmt: skip


@st.composite
def assignments(draw: st.DrawFn) -> str:
    """`path=value`, with an odd path or an odd value."""
    path = draw(st.sampled_from(PATHS) | st.sampled_from(PATHS) | words)
    if draw(st.integers(0, 4)) == 0:
        parts = path.split(".")
        parts[draw(st.integers(0, len(parts) - 1))] = draw(words)
        path = ".".join(parts)
    equals = draw(st.sampled_from(["=", "=", "=", " = ", "", "=="]))
    value = draw(st.sampled_from((*NAMES, *TOKENS)) | numbers.map(str) | words)
    return _in_a_shell(f"{path}{equals}{value}")


def _tables(columns: tuple[str, ...]) -> st.SearchStrategy[tuple[str, bytes]]:
    as_csv = st.tuples(st.sampled_from(["table.csv", "table.csv", "table.txt"]), csv_files(columns))
    as_xlsx = st.tuples(st.just("table.xlsx"), xlsx_files(columns))
    return as_csv | as_csv | as_xlsx


SORTS: dict[str, st.SearchStrategy[Input]] = {
    "scenario": st.builds(_scenario, scenario_files),
    "offers": _tables(OFFERS).map(lambda pair: _offers(*pair)),
    "column": st.builds(lambda pair, fill: _weights(*pair, fill), _tables(WEIGHTS), st.booleans()),
    "lots": _tables(LOTS).map(lambda pair: _lots(*pair)),
    "overrides": st.lists(st.sampled_from(GOOD) | assignments(), min_size=1, max_size=3).map(
        _overrides
    ),
    "days": odd_days.map(_days),
}
# Scenarios say most, and draws and days least.
WEIGHED = ["scenario"] * 4 + ["offers"] * 2 + ["column"] * 2 + ["overrides"] * 3 + ["lots", "days"]
inputs: st.SearchStrategy[Input] = st.sampled_from(WEIGHED).flatmap(SORTS.__getitem__)

__all__ = ["SORTS", "Input", "inputs", "tables"]
