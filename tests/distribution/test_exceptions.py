# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exceptions with a reason and a source, the cap on the own share, and lines without effect."""

from __future__ import annotations

import json
from fractions import Fraction
from math import floor

import pytest

import allocator
from allocator.explanation import explain
from models.result import RunResult

SMALL = "merging.minimum_site={regular: 0, amv: 0}"
CRANENDONCK = (
    "distribution.exempt=[{municipality: Hengelo, reason: reception_for_long, source: "
    "decision of 20 December 2024, note: since 1996}, Borne]"
)


def run(*overrides: str) -> RunResult:
    return allocator.run("overijssel-2024", [SMALL, *overrides]).result


def one_of(result: RunResult, name: str):
    return next(one for one in result.municipalities if one.name == name)


def said(result: RunResult, code: str) -> list[str]:
    return [notice.message for notice in result.warnings if notice.code == code]


def test_the_reason_of_an_exception_travels_with_its_source():
    result = run(CRANENDONCK)
    hengelo = one_of(result, "Hengelo")
    because = (
        "exempted by the scenario because it has had reception for long (decision of 20 December "
        "2024)"
    )
    assert hengelo.eligible_because.amv == hengelo.eligible_because.regular == because
    assert hengelo.exemption is not None
    assert (hengelo.exemption.reason, hengelo.exemption.note) == (
        "reception_for_long",
        "since 1996",
    )
    assert said(result, "exempted") == [f"Hengelo gets no rest places: {because}"]
    assert one_of(result, "Borne").exemption is None
    lines = [line for chapter in explain(result, "GM0164").chapters for line in chapter.lines]
    assert any("policy-rule" in line.sources for line in lines)
    assert any(line.says == "The scenario notes: since 1996" for line in lines)


def test_an_exception_with_a_reason_divides_as_one_without():
    plain = run("distribution.exempt=[Hengelo, Borne]")
    rests = [one.rest for one in run(CRANENDONCK).municipalities]
    assert rests == [one.rest for one in plain.municipalities]


def test_a_saved_run_keeps_a_name_a_name_and_an_entry_an_entry():
    saved = run(CRANENDONCK).to_json()
    exempt = saved["scenario"]["settings"]["distribution"]["exempt"]
    assert exempt[0]["reason"] == "reception_for_long"
    assert exempt[1] == "GM0147"
    again = RunResult.model_validate_json(json.dumps(saved))
    assert allocator.verify(allocator.Run(again)).ok


def test_a_number_that_is_not_reached_is_told():
    entry = "{municipality: Borne, reason: reached_number, source: a letter}"
    (notice,) = said(run(f"distribution.exempt=[{entry}]"), "number-not-reached")
    assert notice.endswith("says that Borne reached its number, but it counts 0 of a share of 149")


# The Hague's amv number exceeded its share of amv places: here Hengelo's would.
@pytest.mark.parametrize("part", ["14/15", "1", "1.05", "3/2"])
def test_a_cap_holds_everybody_to_a_part_of_its_own_share(part: str):
    result = run(f'distribution.cap={{amv: "{part}"}}')
    assert result.status == "optimal"
    assert sum(one.rest.amv for one in result.municipalities) == 358
    for one in result.municipalities:
        most = floor(Fraction(part) * one.share.amv)
        assert one.counted.amv + one.rest.amv <= max(most, one.counted.amv), one.name


def test_a_cap_shows_its_effect_to_be_a_choice():
    rest, capped = run(), run('distribution.cap={amv: "1"}')
    above = [one.name for one in rest.municipalities if one.decision.amv > one.share.amv]
    assert {"Enschede", "Dalfsen", "Wierden"} & set(above) == {"Dalfsen", "Wierden"}
    # Wierden counts 56 of 13 and keeps them.
    now = [one.name for one in capped.municipalities if one.decision.amv > one.share.amv]
    assert now == ["Wierden"]
    assert one_of(capped, "Wierden").decision.amv == 56


def test_a_cap_that_does_not_hold_the_rest_says_how_much_and_the_least_that_does():
    result = run('distribution.cap={amv: "1/2"}')
    assert result.status == "infeasible"
    assert result.reasons[0] == (
        "Overijssel: the 23 eligible municipalities can take at most 186 amv places, as what each "
        "realises stays within a part of its own share; the rest is 358; 172 short."
    )
    (move,) = (move for repair in result.infeasibility.repairs for move in repair.moves)
    assert (move.path, move.now, move.becomes) == ("distribution.cap.amv", "1/2", "14/15")
    assert run('distribution.cap={amv: "14/15"}').status == "optimal"
    # The next smaller part at which anybody could get a place more is not enough.
    assert run('distribution.cap={amv: "13999/15000"}').status == "infeasible"


def test_a_cap_counts_in_whole_places_and_never_in_floats():
    # 19 x 1/19 is 1 exactly, and 0.1 + 0.2 is no cap.
    share = one_of(run(), "Enschede").share.amv
    tight = one_of(run(f'distribution.cap={{amv: "{share - 1}/{share}"}}'), "Enschede")
    assert tight.rest.amv <= share - 1


def test_a_capped_number_is_told_with_the_line_that_caps_it():
    result = run('distribution.cap={amv: "1"}')
    lines = [line for chapter in explain(result, "GM0160").chapters for line in chapter.lines]
    assert not any("own share" in line.says for line in lines if "regular" in line.says)
    found = [
        (line.says, line.arithmetic)
        for code in ("GM0148", "GM0153")
        for chapter in explain(result, code).chapters
        for line in chapter.lines
        if "x its own share" in line.says
    ]
    says = (
        "The scenario lets a municipality come to at most 1 x its own share of amv places, in "
        "whole places: 16. What it counts and its rest places stay within that. This bound "
        "decided."
    )
    assert found[0] == (says, "12 + 4 <= 1 x 16")


@pytest.mark.parametrize(
    ("lines", "path", "because"),
    [
        (
            ["distribution.limits={Almelo: {regular: {max: 3}}}"],
            "distribution.limits.GM0141.regular.max",
            "Almelo is not eligible for regular places",
        ),
        (
            ["distribution.exempt=[Borne]", "distribution.limits={Borne: {total: {max: 3}}}"],
            "distribution.limits.GM0147.total.max",
            "Borne is not eligible for any places",
        ),
        (
            ['distribution.cap={amv: "1"}', "distribution.limits={Borne: {amv: {max: 13}}}"],
            "distribution.limits.GM0147.amv.max",
            "the cap leaves Borne 13 amv places at most",
        ),
        (
            ["distribution={eligible: named, named: [Almelo, Borne], exempt: [Borne]}"],
            "distribution.named.1",
            "Borne is exempted",
        ),
        (
            ["distribution={eligible: named, named: [Almelo], exempt: [Borne]}"],
            "distribution.exempt.0",
            "Borne is not eligible anyhow",
        ),
        (
            [
                "distribution={eligible: named, named: [Almelo]}",
                "distribution.region_limits={IJsselland: {amv: {max: 9}}}",
            ],
            "distribution.region_limits.VR04.amv.max",
            "nobody in IJsselland is eligible for amv places",
        ),
    ],
)
def test_a_line_that_changes_nothing_is_told(lines: list[str], path: str, because: str):
    (notice,) = said(run(*lines), "without-effect")
    assert notice.startswith(f"{path} (")
    assert notice.endswith(f" has no effect: {because}")


def test_a_line_that_changes_something_is_not_said_to_change_nothing():
    lines = ["distribution.exempt=[Borne]", "distribution.limits={Ommen: {amv: {max: 4}}}"]
    assert said(run(*lines, 'distribution.cap={amv: "2"}'), "without-effect") == []
