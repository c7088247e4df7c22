# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real draw of lots: entered from a file, followed, recorded, refused where it is none."""

from __future__ import annotations

import pytest

import allocator
from models.fault import InputError

TIE = "distribution.minimum_site.amv=20"
HEADER = "lot,municipality\n"


def draw(tmp_path, rows: str, *overrides: str):
    path = tmp_path / "draw.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return allocator.run("overijssel-2024", overrides, lots=path).result


def test_the_lots_that_were_drawn_decide_a_tie_and_are_recorded(tmp_path):
    for first, second in (("Staphorst", "Olst-Wijhe"), ("Olst-Wijhe", "GM0180")):
        result = draw(tmp_path, f"2,{second}\n1,{first}\n", TIE)
        (tie,) = result.ties
        names = {one.code: one.name for one in result.municipalities}
        assert [names[code] for code in tie.drawn] == [first]
        assert names[tie.order[0]] == first
        assert result.manifest.lots_from == "drawn: draw.csv"
        receipt = next(one for one in result.manifest.inputs if one.role == "lots")
        assert receipt.name == "draw.csv"
        assert names[result.manifest.lots[0]] == first


def test_without_a_draw_the_tie_is_decided_by_code_and_that_is_said():
    result = allocator.run("overijssel-2024", [TIE]).result
    assert result.manifest.lots_from == "by CBS code: no lots were drawn"
    assert result.ties[0].order == ("GM0180", "GM1773")


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("", ["no-lots"]),
        ("1,Staphorst\n", ["unfinished-draw"]),
        ("1,Borne\n2,Almelo\n", ["unfinished-draw"]),
        ("1,Staphorst\n2,Nowhere\n", ["unknown-name"]),
        ("1,Staphorst\n2,Utrecht\n", ["outside-provinces"]),
        ("1,Staphorst\n2,GM0180\n", ["named-twice"]),
        ("1,Staphorst\n1,Olst-Wijhe\n", ["lot-twice"]),
        ("1,Staphorst\n3,Olst-Wijhe\n", ["lots-with-gaps"]),
        ("0,Staphorst\n1,Olst-Wijhe\n", ["lots-with-gaps"]),
        ("one,Staphorst\n", ["not-whole"]),
        ("1,\n", ["no-name"]),
        ("1,Nowhere\n3,Borne\n3,Utrecht\n", ["lots-with-gaps", "unknown-name", "lot-twice",
                                           "outside-provinces"]),
    ],
)  # fmt: skip
def test_an_invalid_draw_is_refused_with_all_that_is_wrong(tmp_path, rows, codes):
    with pytest.raises(InputError) as error:
        draw(tmp_path, rows, TIE)
    assert sorted(fault.code for fault in error.value.faults) == sorted(codes)


def test_a_draw_in_the_scenario_and_another_in_a_file_are_refused(tmp_path):
    with pytest.raises(InputError, match="already records a draw"):
        draw(tmp_path, "1,Staphorst\n2,Olst-Wijhe\n", TIE, "distribution.lots=[Borne]")


def test_a_draw_in_the_scenario_has_to_name_all_who_tie():
    with pytest.raises(InputError, match="Staphorst drew no lot"):
        allocator.run("overijssel-2024", [TIE, "distribution.lots=[Olst-Wijhe]"])
