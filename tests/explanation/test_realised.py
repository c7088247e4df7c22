# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where places are realised is told on both sides, with the rules and the rows they rest on."""

from __future__ import annotations

from fractions import Fraction

from allocator.explanation import explain
from allocator.explanation.reading import Reading
from allocator.explanation.realised import left_undersized
from models.explanation import Line
from models.merged import NearestHost, Undersized
from models.places import KINDS
from tests.explanation.arithmetic import check
from tests.explanation.test_derivation import OVERIJSSEL, lines, result_of

HEADING = "Where its places are realised"
LOSSER, OLDENZAAL, KAMPEN, TEXEL = "GM0168", "GM0173", "GM0166", "GM0448"


def told(code: str | None, name: str = OVERIJSSEL, *overrides: str, under: str = HEADING):
    explained = explain(result_of(name, *overrides), code)
    return [line for heading, line in lines(explained) if heading == under]


def one_that_says(found: list[Line], words: str) -> Line:
    (line,) = [line for line in found if words in line.says]
    return line


def test_a_task_stays_with_its_municipality_by_law():
    first, *_ = told(LOSSER)
    assert first.says.startswith("What is decided stays the task of Losser by law")
    assert first.sources == ("act-task", "merging")


def test_a_merge_is_told_by_the_host_and_by_the_member():
    own = one_that_says(told(LOSSER), "Losser realises the regular places of Oldenzaal 16 (6.3 km)")
    assert own.arithmetic == "12 + 16 + 15 = 43"
    other = one_that_says(told(OLDENZAAL), "Its 16 regular places are realised in Losser, 6.3 km")
    assert other.arithmetic == own.arithmetic


def test_the_rules_of_a_merge_are_told_with_their_lines_and_rows():
    found = told(LOSSER)
    viable = one_that_says(found, "With the 104 regular places that count in Losser")
    assert viable.arithmetic == "104 + 43 = 147 >= 100"
    assert one_that_says(found, "Dinkelland is the farthest, at 9.9 km").arithmetic == "9.9 <= 25"
    room = one_that_says(found, "within its room")
    assert room.arithmetic == "147 + 0 = 147 <= max(2 x 131, 104) = 262"
    borders = [line for line in found if "one region (Twente)" in line.says]
    rows = {row for line in borders for row in line.rows}
    assert all(row.startswith("reference/neighbours.csv:") for row in rows)
    assert len(rows) == 2


def test_the_chapter_closes_from_the_decision_to_what_is_realised():
    assert [line.arithmetic for line in told(LOSSER)[-2:]] == ["116 + 16 + 15 = 147", "8 - 8 = 0"]
    regular = told(KAMPEN)[-2]
    assert regular.arithmetic == "276 - 200 = 76"
    assert "stands in Dronten by exchange" in regular.says
    assert "exchanging" in regular.sources


def test_an_undersized_task_is_told_with_its_reason_and_the_nearest():
    found = told(TEXEL, "nederland-2024")
    left = one_that_says(found, "Its regular task stays undersized: ")
    assert "it has no neighbour by land" in left.says
    assert "Den Helder (17.7 km)" in left.says
    assert left.arithmetic == "100 - 77 = 23"


def test_offers_that_join_in_are_told():
    result = result_of(OVERIJSSEL, "merging.include_offers=true")
    members = {
        (merge.kind, member.code): member.places
        for merge in result.merges
        for member in merge.members
    }
    joined = [
        (one, kind)
        for one in result.municipalities
        for kind in KINDS
        if members.get((kind, one.code), 0) > one.rest.of(kind)
    ]
    assert joined
    for one, kind in joined:
        found = told(one.code, OVERIJSSEL, "merging.include_offers=true")
        line = one_that_says(found, f"The {kind} places that it counts are too few")
        assert check(line.arithmetic) == members[kind, one.code]
        assert line.sources[-1] == "--set merging.include_offers=true"


def test_a_proposed_merge_is_told_with_its_line():
    proposed = "merging.proposed=[{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]"
    found = told("GM0147", OVERIJSSEL, proposed)
    line = one_that_says(found, "Its 9 amv places are realised in Almelo, 7 km away")
    assert f"--set {proposed}" in line.sources


def test_a_province_tells_its_merges_its_objectives_and_the_sums():
    under = "Where the places of Overijssel are realised"
    found = told(None, under=under)
    assert len([line for line in found if "realises these" in line.says]) == 14
    moved = one_that_says(found, "So many tasks are realised elsewhere")
    assert check(moved.arithmetic.partition(" = ")[0] + " = 17") == 17
    way = one_that_says(found, "Places x kilometres that are moved")
    assert way.arithmetic.endswith(" = 1,775.6")
    assert one_that_says(found, "the largest realised / share").arithmetic == "722 / 355 ≈ 2.034"
    sums = ["5,787 - 200 = 5,587", "538 = 538", "5,587 + 538 = 6,125"]
    assert [line.arithmetic for line in found[-3:]] == sums


def test_several_provinces_tell_the_objectives_once_and_add_up():
    found = told(None, "nederland-2024", under="The provinces together")
    counts, ways = (line for line in found if "province by province" in line.says)
    assert counts.arithmetic.endswith(" = 169")
    assert ways.arithmetic.endswith(" = 29,730")
    assert one_that_says(found, "tasks left where they").arithmetic == "9 = 9"


def test_what_is_not_proven_is_told_so():
    result = result_of("overijssel-2024-guaranteed", "solver.time_limit_seconds=0.001")
    unproven = [one for one in result.objectives if one.stage == "merging" and not one.proven]
    found = [line.says for _, line in lines(explain(result))]
    assert sum("That no plan has less is not proven." in says for says in found) == len(unproven)


def test_a_run_without_a_division_has_no_such_chapter():
    assert not told("GM0147", OVERIJSSEL, "distribution.eligible=named")


def test_the_nearest_hosts_of_an_undersized_task_are_told_once():
    nearest = (
        NearestHost(
            code="GM0141",
            name="Almelo",
            distance_km=Fraction(7),
            room=0,
            together=9,
            missing=11,
            why="no room",
        ),
    )
    left = Undersized(
        kind="amv", code="GM0147", name="Borne", places=9, missing=11, nearest=nearest,
        reason="9 amv places are 11 short of a site of 20; the nearest: Almelo (7.0 km): no room",
    )  # fmt: skip
    reading = Reading(result_of(OVERIJSSEL))
    assert left_undersized(reading, left, 9).says.count("Almelo (") == 1
    other = left.model_copy(update={"reason": "9 amv places are 11 short of a site of 20"})
    assert left_undersized(reading, other, 9).says.endswith(
        "; the nearest: Almelo (7 km): no room."
    )
