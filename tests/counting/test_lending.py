# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Over-lending in the own time of exchanges, which the counting rule may not ask about."""

from __future__ import annotations

from pathlib import Path

import pytest

import allocator
from allocator.overview import understand
from models.fault import InputError
from tests.counting.test_exchanges import HEADER

ASKED = (understand, allocator.run, allocator.timeline)


def mine(tmp_path: Path, *rows: str, extra: str = "") -> Path:
    """A scenario with these exchanges, of which none covers the day that is counted."""
    (tmp_path / "exchanges.csv").write_text(HEADER + "".join(f"{row}\n" for row in rows))
    names = ", ".join(row.partition(",")[0] for row in rows)
    said = f"extends: overijssel-2024\nexchange_file: exchanges.csv\nexchanges: [{names}]\n{extra}"
    (tmp_path / "mine.yaml").write_text(said)
    return tmp_path / "mine.yaml"


def late(name: str, taker: str, places: int, first: str, against: str = "") -> str:
    return f"{name},Almelo,{taker},regular,{places},{first},2026-12-31,no,{against},,,,,,"


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (
            [late("one", "Borne", 9999, "2025-09-01")],
            "one: Almelo gives 9999 regular places and has 398 of its own on 2025-09-01",
        ),
        (
            [late("one", "Borne", 398, "2025-09-01"), late("two", "Losser", 1, "2026-01-01")],
            "two: Almelo gives 1 regular places beside the 398 of one and has 398 of its own",
        ),
    ],
)
def test_nobody_agrees_on_places_that_it_never_has_whatever_day_is_counted(
    tmp_path, ask, rows, what
):
    with pytest.raises(InputError) as refused:
        ask(mine(tmp_path, *rows))
    (fault,) = refused.value.faults
    assert fault.code == "over-lending"
    assert fault.what.startswith(what)
    assert fault.what.endswith(", and never more while it runs")


@pytest.mark.parametrize("ask", ASKED)
def test_nobody_agrees_on_status_holders_that_it_does_not_have(tmp_path, ask):
    rates = "exchanging: {places_per_status_holder: 4, status_holders: {Almelo: 50}}\n"
    rows = [
        late("one", "Borne", 200, "2025-09-01", "status_holders"),
        late("two", "Losser", 100, "2026-01-01", "status_holders"),
    ]
    ask(mine(tmp_path, rows[0], extra=rates))
    with pytest.raises(InputError) as refused:
        ask(mine(tmp_path, *rows, extra=rates))
    (fault,) = refused.value.faults
    assert fault.what == "two: Almelo gives 75 status holders and has 50 on 2026-01-01"


def test_all_that_somebody_has_may_be_given_and_given_again_when_it_is_back(tmp_path):
    rows = [
        "one,Almelo,Borne,regular,398,2025-09-01,2025-12-31,no,,,,,,,",
        late("two", "Losser", 398, "2026-01-01"),
    ]
    found = allocator.run(mine(tmp_path, *rows)).result
    assert "gives-more-than-it-has" not in {one.code for one in found.warnings}


def test_places_whose_contract_ends_before_the_exchange_are_told_with_the_day(tmp_path):
    row = "one,Hardenberg,Borne,regular,100,2024-02-01,2028-12-31,no,,,,,,,"
    path = mine(tmp_path, row)
    said = [
        one.message
        for answer in (allocator.run(path).result, allocator.timeline(path))
        for one in answer.warnings
        if one.code == "gives-more-than-it-has"
    ]
    assert said[0] == said[1]
    assert len(said) == 2
    assert said[0].startswith(
        "one: Hardenberg gives 100 regular places and has 0 of its own from 2026-03-02 to "
        "2028-12-31: the contract of "
    )
    assert said[0].endswith(" ended on 2026-03-01")
    pages = understand(path)
    assert any(said[0] in str(page) for page in pages)


def test_places_that_begin_after_the_exchange_are_told_with_the_day(tmp_path):
    (tmp_path / "offers.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status\n"
        "Hardenberg,azc,regular,100,2026-01-01,,guaranteed\n"
    )
    row = "one,Hardenberg,Borne,regular,100,2025-09-01,2028-12-31,no,,,,,,,"
    path = mine(tmp_path, row, extra="offers: offers.csv\n")
    (said,) = [
        one.message
        for one in allocator.run(path).result.warnings
        if one.code == "gives-more-than-it-has"
    ]
    assert said == (
        "one: Hardenberg gives 100 regular places and has 0 of its own from 2025-09-01 to "
        "2025-12-31: the contract of offers.csv:2 begins on 2026-01-01"
    )
