# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario takes plans as realised or not, larger or smaller, and says so wherever they count."""

from __future__ import annotations

import json

import pytest

import allocator
from allocator.loading import PACKAGED, load
from models.fault import InputError
from models.offer import Changed

NAME = "overijssel-2024"
FILE = "overijssel-offers-2024.csv"
HARDENBERG = "{line: 10, municipality: Hardenberg, realised: false}"
# Line 10 is Hardenberg's 700 regular places, line 2 Almelo's 398, line 9 Deventer's 550.


def changed(*changes: str) -> str:
    return f"offer_changes=[{', '.join(changes)}]"


def offer(overrides: list[str], line: int):
    return next(one for one in load(NAME, overrides).offers if one.row == f"{FILE}:{line}")


def counted(run: allocator.Run, name: str) -> int:
    return next(one.counted.total for one in run.result.municipalities if one.name == name)


def faults(*overrides: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as raised:
        load(NAME, overrides)
    return [(one.code, one.what) for one in raised.value.faults]


def test_a_plan_that_is_not_realised_counts_for_nothing():
    before, after = allocator.run(NAME), allocator.run(NAME, [changed(HARDENBERG)])
    assert counted(before, "Hardenberg") - counted(after, "Hardenberg") == 700
    rest = [one.result.provinces[0].rest.total for one in (before, after)]
    assert rest == [626, 626 + 700]
    found = next(one for one in after.result.offers if one.row == f"{FILE}:10")
    assert (found.counts, found.places) == (False, 0)
    option = f"--set {changed(HARDENBERG)}"
    assert found.reason == f"not realised by {option}; the file has 700 places"
    assert found.change == Changed(row=option, realised=False, places=700, status="guaranteed")


def test_places_and_status_change_one_offer_and_leave_the_others():
    lines = [changed("{line: 2, municipality: almelo, places: 300}")]
    assert (offer(lines, 2).places, offer(lines, 2).change.places) == (300, 398)
    status = [changed("{line: 9, municipality: GM0150, status: intended}")]
    assert (offer(status, 9).status, offer(status, 9).change.status) == ("intended", "guaranteed")
    others = [one for one in load(NAME, status).offers if one.change is None]
    assert others == [one for one in load(NAME).offers if one.row != f"{FILE}:9"]
    run = allocator.run(NAME, status)
    assert counted(allocator.run(NAME), "Deventer") - counted(run, "Deventer") == 550


def test_a_change_can_be_switched_by_one_line():
    """What a study varies: the plan is realised or not."""
    runs = [[changed(HARDENBERG), f"offer_changes.0.realised={one}"] for one in ("true", "false")]
    assert [offer(overrides, 10).places for overrides in runs] == [700, 0]


def test_a_plan_that_is_not_realised_has_no_places_whatever_else_is_said():
    both = "{line: 2, municipality: Almelo, places: 300, realised: false}"
    assert offer([changed(both)], 2).places == 0


def test_the_settings_hold_the_change_and_give_another_fingerprint():
    plain, other = load(NAME), load(NAME, [changed(HARDENBERG)])
    (change,) = other.scenario.offer_changes
    assert (change.line, change.municipality, change.realised) == (10, "GM0160", False)
    assert plain.sha256 != other.sha256


def test_a_saved_run_with_changes_verifies_and_runs_again(tmp_path):
    path = tmp_path / "run.json"
    path.write_text(json.dumps(allocator.run(NAME, [changed(HARDENBERG)]).to_json()))
    assert allocator.verify_saved(path).verdict.ok
    assert not allocator.rerun(path, inputs=PACKAGED).differences


def test_the_explanation_quotes_the_file_and_the_change():
    found = allocator.explain(NAME, "Hardenberg", [changed(HARDENBERG)])
    lines = [line for chapter in found.chapters for line in chapter.lines]
    (told,) = [line for line in lines if "not realised" in line.says]
    assert f"{FILE}:10" in str(told)
    assert "--set offer_changes" in str(told)


def test_the_timeline_leaves_out_what_is_not_realised():
    answer = allocator.timeline(NAME, [changed(HARDENBERG)])
    assert f"{FILE}:10" not in {one.row for one in answer.contracts}
    assert f"{FILE}:10" in {one.row for one in allocator.timeline(NAME).contracts}


def test_every_output_notices_the_changes():
    (notice,) = [
        one for one in load(NAME, [changed(HARDENBERG)]).warnings if one.code == "offer-changed"
    ]
    assert "Hardenberg" in notice.message
    assert "700 regular places" in notice.message
    assert not [one for one in load(NAME).warnings if one.code == "offer-changed"]


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (
            "{line: 40, municipality: Almelo, realised: false}",
            "no-such-line",
            f"line 40 of {FILE} holds no offer: they are in lines 2 to 20",
        ),
        (
            "{line: 1, municipality: Almelo, realised: false}",
            "no-such-line",
            f"line 1 of {FILE} holds no offer: they are in lines 2 to 20",
        ),
        (
            "{line: 10, municipality: Zwolle, realised: false}",
            "other-municipality",
            f"line 10 is an offer of Hardenberg, not of Zwolle ({FILE}:10)",
        ),
        (
            "{line: 10, municipality: Hardenberg}",
            "nothing-changed",
            "offer_changes.0: line 10 is named, and not what changes",
        ),
        ("{line: 0, municipality: Almelo, places: 1}", "too-small", "offer_changes.0.line"),
        ("{line: 2, municipality: Almelo, places: -1}", "too-small", "offer_changes.0.places"),
        ("{line: 2, municipality: Almelo, status: sure}", "not-a-choice", "offer_changes.0.status"),
        ("{line: 2, municipality: Almelo, plaatsen: 3}", "unknown-key", "unknown key 'plaatsen'"),
        ("{line: 2, places: 3}", "missing-key", "offer_changes.0.municipality is missing"),
        ("{line: 2, municipality: Emmen, places: 3}", "outside-provinces", "Emmen lies outside"),
        ("{line: 2, municipality: Almeloo, places: 3}", "unknown-name", "there is no 'Almeloo'"),
    ],
)
def test_what_cannot_be_changed_is_told(change, code, said):
    found, what = faults(changed(change))[0]
    assert found == code
    assert what.startswith(said)


def test_an_offer_is_changed_once():
    ((code, what),) = faults(changed(HARDENBERG, HARDENBERG))
    assert code == "changed-twice"
    assert what.startswith("line 10 is changed already (--set offer_changes=")


def test_without_a_file_there_is_nothing_to_change():
    ((code, what),) = faults("offers=null", "exchanges=[]", changed(HARDENBERG))
    assert (code, what) == ("no-such-line", "the scenario has no offers to change")
