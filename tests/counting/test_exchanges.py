# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): conditions, what happens when one falls away, status holders in return."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import allocator
from allocator.explanation import explain
from models.fault import InputError
from models.places import Places
from models.result import RunResult
from tests.explanation.arithmetic import check

HEADER = (
    "id,giver,taker,kind,places,from,until,extendable,against,condition,condition_municipality,"
    "condition_places,condition_on,promised_places,promised_on\n"
)


def result(tmp_path: Path, rows: str, *lines: str, names: str = "one", overrides=()):
    """A run of overijssel-2024 with exchanges of its own."""
    (tmp_path / "exchanges.csv").write_text(HEADER + rows)
    said = f"extends: overijssel-2024\nexchange_file: exchanges.csv\nexchanges: [{names}]\n"
    (tmp_path / "mine.yaml").write_text(said + "\n".join(lines))
    return allocator.run(tmp_path / "mine.yaml", overrides).result


def counted(found, name: str) -> int:
    return next(one for one in found.municipalities if one.name == name).counted.total


# Kampen and Dronten (provincial report of October 2024, chapters 3 and 4)


def test_kampen_counts_274_with_the_200_places_of_dronten_which_stand_in_dronten():
    found = allocator.run("overijssel-2024").result
    kampen = next(one for one in found.municipalities if one.name == "Kampen")
    assert kampen.counted == Places(regular=248, amv=26)
    assert kampen.decision is not None
    assert kampen.realised is not None
    (elsewhere,) = found.realised_elsewhere
    assert (elsewhere.name, elsewhere.places) == ("Dronten", 200)
    decided = sum(one.decision.total for one in found.municipalities if one.decision)
    stands = sum(one.realised.total for one in found.municipalities if one.realised)
    assert stands + 200 == decided


def test_of_the_108_places_that_kampen_shows_itself_74_are_in_the_table_and_34_promised():
    (exchange,) = allocator.run("overijssel-2024").result.exchanges
    (condition,) = exchange.conditions
    assert (condition.shown, condition.places, condition.promised) == (74, 108, 34)
    assert str(condition.on) == str(condition.promised_on) == "2025-10-01"
    assert condition.met is None  # open: promised, not shown


def test_if_the_exchange_falls_away_kampen_counts_74_and_dronten_is_back_at_its_own():
    found = allocator.run("overijssel-2024").result
    (exchange,) = found.exchanges
    assert exchange.taker_without == Places(regular=48, amv=26)
    assert exchange.giver_without is None  # what Dronten has of its own is not in this scenario
    (said,) = [one.message for one in found.warnings if one.code == "condition-open"]
    assert "74 of 108 are shown, 34 promised for 2025-10-01" in said
    assert "without it Kampen counts 74 places, and the 200 count with Dronten again" in said
    required = allocator.run("overijssel-2024", ["exchanging.conditions=require"]).result
    assert counted(required, "Kampen") == 74
    assert required.realised_elsewhere == ()
    assert not required.exchanges[0].counts


@pytest.mark.parametrize(
    ("shows", "promised", "day", "met"),
    [
        (550, "", "", True),  # Deventer has 550 places without an end
        (551, "", "", False),
        (551, 1, "2025-10-01", None),
        (551, 1, "2025-10-02", False),  # promised for a day that is too late
        (552, 1, "2025-10-01", False),
    ],
)
def test_a_condition_is_met_when_places_are_shown_and_open_when_they_are_promised(
    tmp_path, shows, promised, day, met
):
    row = f"one,Almelo,Borne,regular,20,2024-02-01,2026-02-01,no,,,Deventer,{shows},2025-10-01,"
    found = result(tmp_path, f"{row}{promised},{day}\n")
    assert found.exchanges[0].conditions[0].met is met
    codes = {one.code for one in found.warnings}
    assert ("condition-not-met" in codes) == (met is False)
    assert ("condition-open" in codes) == (met is None)


def test_a_condition_on_somebody_outside_the_scenario_is_open(tmp_path):
    row = "one,Almelo,Borne,regular,20,2024-02-01,,no,,,Urk,10,2025-10-01,,\n"
    (condition,) = result(tmp_path, row).exchanges[0].conditions
    assert (condition.met, condition.shown) == (None, None)


def test_a_condition_of_which_the_offers_are_not_known_says_who_shows_how_many_and_why(tmp_path):
    row = "one,Almelo,Borne,regular,20,2024-02-01,,no,,that shows,Dronten,10,2025-10-01,,\n"
    found = result(tmp_path, row)
    text = (
        "that shows (Dronten shows 10 places of its own, operational on 2025-10-01); its "
        "offers are not known"
    )
    assert found.exchanges[0].conditions[0].text == text
    said = [line.says for chapter in explain(found, "GM0147").chapters for line in chapter.lines]
    assert f"On the condition that {text}. It is open." in said


@pytest.mark.parametrize(
    ("gives", "first", "shown"),
    [(390, "2024-02-01", 8), (398, "2024-02-01", 0), (390, "2025-10-02", 398)],
)
def test_what_somebody_gives_away_on_the_day_is_not_there_to_be_shown(
    tmp_path, gives, first, shown
):
    row = f"one,Almelo,Borne,regular,{gives},{first},2026-02-01,no,,,Almelo,100,2025-10-01,,\n"
    found = result(tmp_path, row)
    (condition,) = found.exchanges[0].conditions
    assert (condition.shown, condition.met) == (shown, shown >= 100)
    assert found.verification.ok
    told = allocator.timeline(tmp_path / "mine.yaml").contracts
    (contract,) = [one for one in told if one.source == "exchange"]
    assert contract.conditions == (condition,)
    if shown == 8:
        lines = [line for chapter in explain(found, "GM0147").chapters for line in chapter.lines]
        (line,) = [one for one in lines if one.says.startswith("On the condition")]
        assert "without the 390 that exchanges give away, show 8 of 100" in line.says


def test_an_exchange_of_its_own_file_and_a_packaged_one_stand_beside_one_another(tmp_path):
    row = "one,Almelo,Borne,regular,20,2024-02-01,2026-02-01,no,,,,,,,\n"
    both = result(tmp_path, row, names="one, kampen-dronten-2024")
    assert [one.counts for one in both.exchanges] == [True, True]
    packaged = "reference/exchanges.csv"
    assert packaged in {one.name for one in both.manifest.inputs}
    # Of the packaged ones none is named: nothing rests on their table.
    alone = result(tmp_path, row)
    assert packaged not in {one.name for one in alone.manifest.inputs}


def test_places_promised_after_the_window_of_an_offer_are_not_shown(tmp_path):
    # Hardenberg's 700 places end on 1 March 2026.
    row = "one,Almelo,Borne,regular,20,2024-02-01,,no,,,Hardenberg,700,{},,\n"
    last = result(tmp_path, row.format("2026-03-01")).exchanges[0].conditions[0]
    after = result(tmp_path, row.format("2026-03-02")).exchanges[0].conditions[0]
    assert (last.met, last.shown) == (True, 700)
    assert (after.met, after.shown) == (False, 0)


def test_two_agreements_that_follow_one_another_count_once_and_not_with_two_takers(tmp_path):
    rows = (
        "one,Deventer,Raalte,regular,200,2024-02-01,2025-01-31,no,,,,,,,\n"
        "two,Deventer,Raalte,regular,200,2025-02-01,2026-02-01,no,,,,,,,\n"
    )
    (tmp_path / "exchanges.csv").write_text(HEADER + rows)
    said = "exchange_file: exchanges.csv\nexchanges: [one, two]\noffers: offers.csv\n"
    (tmp_path / "offers.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status\n"
        "Deventer,azc,regular,550,2020-01-01,,guaranteed\n"
    )
    (tmp_path / "mine.yaml").write_text(said)
    found = allocator.run(tmp_path / "mine.yaml").result
    assert [one.counting for one in found.exchanges] == [200, 0]
    assert found.exchanges[1].reason == ("not at one time with one, and then more places count")
    day = ["counting.available={on: 2025-07-01}"]
    found = allocator.run(tmp_path / "mine.yaml", day).result
    assert [one.counting for one in found.exchanges] == [0, 200]
    both = ["counting.available={from: 2025-01-01, until: 2025-03-01}"]
    found = allocator.run(tmp_path / "mine.yaml", both).result
    assert [one.counting for one in found.exchanges] == [200, 0]
    assert found.exchanges[0].stay == ("one", "two")
    (tmp_path / "exchanges.csv").write_text(HEADER + rows.replace("Raalte", "Zwolle", 1))
    with pytest.raises(InputError, match="follow one another and may give the same places"):
        allocator.run(tmp_path / "mine.yaml")


# Places against status holders: 832 against 208 in 2016, four to one


def test_places_leave_the_one_and_status_holders_go_to_the_other_at_the_stated_rate(tmp_path):
    row = "one,Deventer,Raalte,regular,200,2024-02-01,2026-02-01,no,status_holders,,,,,,\n"
    found = result(
        tmp_path,
        row,
        "exchanging:",
        "  places_per_status_holder: 4",
        "  status_holders: {Deventer: 110, Raalte: 30}",
    )
    assert found.exchanges[0].status_holders == 50
    deventer, raalte = found.status_holders
    assert (deventer.before, deventer.change, deventer.after) == (110, -50, 60)
    assert (raalte.before, raalte.after) == (30, 80)
    for before, after in (
        (deventer.before + raalte.before, deventer.after + raalte.after),
        (
            deventer.places_before.total + raalte.places_before.total,
            deventer.places_after.total + raalte.places_after.total,
        ),
    ):
        assert before == after


def test_ukrainians_go_at_a_rate_of_their_own_into_books_of_their_own(tmp_path):
    rows = (
        "one,Deventer,Raalte,regular,200,2024-02-01,2026-02-01,no,ukrainians,,,,,,\n"
        "two,Almelo,Borne,regular,40,2024-02-01,2026-02-01,no,status_holders,,,,,,\n"
    )
    found = result(
        tmp_path,
        rows,
        "exchanging:",
        "  places_per_ukrainian: 2.5",
        "  places_per_status_holder: 4",
        "  ukrainians: {Deventer: 110, Raalte: 30}",
        names="one, two",
    )
    one, two = found.exchanges
    assert (one.ukrainians, one.status_holders) == (80, 0)
    assert (two.ukrainians, two.status_holders) == (0, 10)
    deventer, raalte = found.ukrainians
    assert (deventer.before, deventer.change, deventer.after) == (110, -80, 30)
    assert (raalte.before, raalte.after) == (30, 110)
    assert deventer.places_before.total - deventer.places_after.total == 200
    assert {one.name for one in found.status_holders} == {"Almelo", "Borne"}


def test_nobody_gives_more_ukrainians_than_the_scenario_says_it_has(tmp_path):
    row = "one,Deventer,Raalte,regular,200,2024-02-01,,no,ukrainians,,,,,,\n"
    lines = ("exchanging:", "  places_per_ukrainian: 4", "  ukrainians: {Deventer: 49}")
    with pytest.raises(InputError, match="Deventer gives 50 Ukrainians and has 49"):
        result(tmp_path, row, *lines)


def test_nobody_gives_more_status_holders_than_the_scenario_says_it_has(tmp_path):
    row = "one,Deventer,Raalte,regular,200,2024-02-01,,no,status_holders,,,,,,\n"
    lines = ("exchanging:", "  places_per_status_holder: 4", "  status_holders: {Deventer: 49}")
    with pytest.raises(InputError, match="Deventer gives 50 status holders and has 49"):
        result(tmp_path, row, *lines)


def test_where_nobody_s_status_holders_are_stated_only_the_change_is_told(tmp_path):
    row = "one,Deventer,Raalte,regular,200,2024-02-01,,no,status_holders,,,,,,\n"
    found = result(tmp_path, row, "exchanging: {places_per_status_holder: 4}")
    assert [(one.before, one.change, one.after) for one in found.status_holders] == [
        (None, -50, None),
        (None, 50, None),
    ]


def test_a_rate_may_be_a_ratio_as_long_as_status_holders_are_whole(tmp_path):
    row = "one,Deventer,Raalte,regular,{},2024-02-01,,no,status_holders,,,,,,\n"
    rate = 'exchanging: {places_per_status_holder: "5/2"}'
    assert result(tmp_path, row.format(100), rate).exchanges[0].status_holders == 40
    with pytest.raises(InputError, match="not a whole number of status holders"):
        result(tmp_path, row.format(101), rate)


def test_an_exchange_that_does_not_count_moves_nothing(tmp_path):
    row = "one,Deventer,Raalte,regular,200,2024-02-01,2025-01-01,no,status_holders,,,,,,\n"
    found = result(tmp_path, row, "exchanging: {places_per_status_holder: 4}")
    before = counted(allocator.run("overijssel-2024", ["exchanges=[]"]).result, "Raalte")
    assert found.status_holders == ()
    assert (counted(found, "Deventer"), counted(found, "Raalte")) == (550, before)


def test_a_saved_run_with_exchanges_of_its_own_holds_and_is_the_same_again(tmp_path):
    row = "one,Almelo,Borne,regular,20,2024-02-01,2026-02-01,yes,,,,,,,\n"
    found = result(tmp_path, row)
    assert [one.name for one in found.manifest.inputs if one.role == "exchanges"] == [
        "exchanges.csv"
    ]
    assert found.exchanges[0].extendable
    saved = tmp_path / "run.json"
    saved.write_text(found.model_dump_json(by_alias=True))
    assert allocator.verify_saved(saved).verdict.ok
    assert allocator.rerun(saved).outcome == "same"
    (tmp_path / "exchanges.csv").write_text(HEADER + row.replace("20,", "21,"))
    with pytest.raises(InputError, match=r"exchanges\.csv"):
        allocator.rerun(saved)


# Exchanges that have fallen away, and what then counts

REQUIRE = "exchanging: {conditions: require}"
OPEN = "as agreed"  # a condition in words is open


def test_an_exchange_that_has_fallen_away_makes_no_chain_and_lends_nothing(tmp_path):
    # Borne would lend on what it takes, had the first not fallen away; Almelo lends all it has.
    rows = (
        f"one,Hengelo,Almelo,regular,20,2024-02-01,2026-02-01,no,,{OPEN},,,,,\n"
        "two,Almelo,Borne,regular,398,2024-02-01,2026-02-01,no,,,,,,,\n"
        f"three,Almelo,Borne,regular,398,2024-02-01,2026-02-01,no,,{OPEN},,,,,\n"
        f"four,Almelo,Dalfsen,regular,1,2024-02-01,2026-02-01,no,,{OPEN},,,,,\n"
    )
    with pytest.raises(InputError) as refused:
        result(tmp_path, rows, names="one, two, three")
    assert {fault.code for fault in refused.value.faults} == {"exchange-chain", "exchange-twice"}
    found = result(tmp_path, rows, REQUIRE, names="one, two, three, four")
    assert [one.counts for one in found.exchanges] == [False, True, False, False]
    before = allocator.run("overijssel-2024", ["exchanges=[]"]).result
    assert counted(found, "Almelo") == counted(before, "Almelo") - 398
    assert counted(found, "Borne") == counted(before, "Borne") + 398
    assert sum("has fallen away" in one.message for one in found.warnings) == 3


def test_what_stands_is_still_refused_where_it_makes_a_chain(tmp_path):
    rows = (
        "one,Hengelo,Almelo,regular,20,2024-02-01,2026-02-01,no,,,,,,,\n"
        "two,Almelo,Borne,regular,20,2024-02-01,2026-02-01,no,,,,,,,\n"
    )
    with pytest.raises(InputError) as refused:
        result(tmp_path, rows, REQUIRE, names="one, two")
    (fault,) = refused.value.faults
    assert fault.code == "exchange-chain"
    assert fault.what.startswith("Almelo takes regular places by one and gives by two")


def test_what_counts_without_an_exchange_is_counted_again_with_pledges_split_anew(tmp_path):
    # Raalte and Dalfsen are candidates of IJsselland's pledge of 1,229 regular and 50 amv places.
    row = "one,Deventer,Raalte,regular,120,2024-02-01,2026-02-01,no,,{},,,,,\n"
    found = result(tmp_path, row.format(OPEN))
    gone = result(tmp_path, row.format(OPEN), REQUIRE)
    (one,) = found.exchanges
    names = {each.name: each for each in gone.municipalities}
    assert one.taker_without == names["Raalte"].counted
    assert one.giver_without == names["Deventer"].counted
    # Taking 120 fewer would be another number: without them Raalte lacks more of its share.
    assert counted(found, "Raalte") - 120 != one.taker_without.total
    (notice,) = [each.message for each in found.warnings if each.code == "condition-open"]
    assert f"without it Raalte counts {one.taker_without.total:,} places" in notice
    (split,) = [each for each in found.divisions if each.stage == "without"]
    assert (split.area, split.without) == ("ijsselland-intended", "one")
    assert (split.kind, split.total) == ("regular", 1229)
    lines = [
        line for chapter in explain(found, names["Raalte"].code).chapters for line in chapter.lines
    ]
    assert any(line.arithmetic.endswith(f"= {one.taker_without.total:,}") for line in lines)
    for line in lines:
        if line.arithmetic:
            check(line.arithmetic)


@pytest.mark.parametrize("kind", ["regular", "amv"])
@pytest.mark.parametrize("method", ["sainte_lague", "largest_remainder", "adams"])
def test_it_is_what_a_run_without_the_exchange_counts(tmp_path, kind, method):
    rows = (
        f"one,Zwolle,Raalte,{kind},15,2024-02-01,2026-02-01,no,,,,,,,\n"
        "two,Almelo,Dalfsen,regular,31,2024-02-01,2026-02-01,no,,,,,,,\n"
    )
    lines = (f"distribution: {{method: {method}}}",)
    found = result(tmp_path, rows, *lines, names="one, two")
    for exchange, other in zip(found.exchanges, ("two", "one"), strict=True):
        alone = {
            each.code: each for each in result(tmp_path, rows, *lines, names=other).municipalities
        }
        assert exchange.taker_without == alone[exchange.taker].counted
        assert exchange.giver_without == alone[exchange.giver].counted


def test_without_an_exchange_a_plan_that_falls_through_counts_for_nobody_still(tmp_path):
    rows = (
        "one,Deventer,Raalte,regular,120,2024-02-01,2026-02-01,no,,,,,,,\n"
        "two,Almelo,Hengelo,regular,31,2024-02-01,2026-02-01,no,,,,,,,\n"
    )
    fallen = ("pooled_offers.1.fallen_through=[Raalte]",)
    found = result(tmp_path, rows, names="one, two", overrides=fallen)
    alone = result(tmp_path, rows, names="two", overrides=fallen)
    (counts,) = (each.counted for each in alone.municipalities if each.name == "Raalte")
    assert found.exchanges[0].taker_without == counts


def test_a_split_without_an_exchange_that_was_altered_is_seen(tmp_path):
    row = "one,Deventer,Raalte,regular,120,2024-02-01,2026-02-01,no,,,,,,,\n"
    found = result(tmp_path, row).to_json()
    (split,) = [one for one in found["divisions"] if one["stage"] == "without"]
    split["claims"][0]["weight"] = "1"
    failures = allocator.verify(
        allocator.Run(RunResult.model_validate_json(json.dumps(found)))
    ).failures
    assert any(one.check.startswith("split_without[") for one in failures)


# The same places of a giver, and places of which nothing is known


BETWEEN = (
    "extends: nederland-2024-reports\nprovinces: [PV23, PV24, PV26]\nexchange_file: exchanges.csv\n"
)


def of_three_provinces(tmp_path: Path, rows: str) -> RunResult:
    """Overijssel by its offers, Flevoland at its report, and Utrecht, of which none is known."""
    (tmp_path / "exchanges.csv").write_text(HEADER + rows)
    (tmp_path / "offers.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status\n"
        "Deventer,azc,regular,550,2020-01-01,,guaranteed\n"
    )
    said = f"{BETWEEN}offers: offers.csv\nexchanges: [one]\n"
    (tmp_path / "mine.yaml").write_text(said)
    return allocator.run(
        tmp_path / "mine.yaml", ["merging.minimum_site={regular: 0, amv: 0}"]
    ).result


def test_the_same_places_are_not_given_to_one_after_the_other_either(tmp_path):
    rows = (
        "one,Deventer,Raalte,regular,200,2024-02-01,2025-01-31,no,,,,,,,\n"
        "two,Deventer,Zwolle,regular,200,2025-02-01,2026-02-01,no,,,,,,,\n"
    )
    overrides = ["counting={statuses: [guaranteed, likely]}"]
    with pytest.raises(InputError) as refused:
        result(tmp_path, rows, names="one, two", overrides=overrides)
    (fault,) = refused.value.faults
    assert fault.code == "exchange-twice"
    assert fault.remedy.startswith("Write counting: {available: {on: DATE}}")
    dated = ["counting={statuses: [guaranteed, likely], available: {on: 2025-03-01}}"]
    found = result(tmp_path, rows, names="one, two", overrides=dated)
    assert [one.counts for one in found.exchanges] == [False, True]


@pytest.mark.parametrize(("giver", "taker"), [("Deventer", "Amersfoort"), ("Zeist", "Deventer")])
def test_places_do_not_vanish_into_a_province_that_is_not_known(tmp_path, giver, taker):
    with pytest.raises(InputError) as refused:
        of_three_provinces(tmp_path, f"one,{giver},{taker},regular,120,2024-02-01,,no,,,,,,,\n")
    (fault,) = refused.value.faults
    assert fault.code == "exchange-without-report"
    assert "the report of Utrecht" in fault.what
    assert "its 120 places would be in no sum" in fault.what


@pytest.mark.parametrize("whose", ["Amersfoort", "Almere"])
def test_a_condition_on_somebody_whose_offers_are_not_known_is_open(tmp_path, whose):
    row = f"one,Deventer,Raalte,regular,20,2024-02-01,,no,,,{whose},10,2025-01-01,,\n"
    found = of_three_provinces(tmp_path, row)
    (condition,) = found.exchanges[0].conditions
    assert (condition.met, condition.shown) == (None, None)
    assert found.verification.ok


def test_every_exchange_that_gives_too_much_is_told_at_once(tmp_path):
    rows = (
        "one,Almelo,Dalfsen,regular,999,2024-02-01,2026-02-01,no,,,,,,,\n"
        "two,Hengelo,Borne,regular,999,2024-02-01,2026-02-01,no,,,,,,,\n"
    )
    with pytest.raises(InputError) as refused:
        result(tmp_path, rows, names="one, two")
    assert [fault.code for fault in refused.value.faults] == ["over-lending", "over-lending"]


def test_names_of_pledges_and_exchanges_that_read_alike_are_told_apart(tmp_path):
    rows = (
        "r,Almelo,Borne,regular,20,2024-02-01,2026-02-01,no,,,,,,,\n"
        "q without r,Hengelo,Borne,regular,20,2024-02-01,2026-02-01,no,,,,,,,\n"
    )
    pledge = "status: likely, region: Twente, places: {regular: 30}, candidates: [Borne, Losser]"
    pledges = f"pooled_offers: [{{name: p, {pledge}}}, {{name: p without q, {pledge}}}]"
    found = result(tmp_path, rows, pledges, names="r, q without r")
    again = [(one.area, one.without) for one in found.divisions if one.stage == "without"]
    assert sorted(again) == [
        ("p", "q without r"), ("p", "r"),
        ("p without q", "q without r"), ("p without q", "r"),
    ]  # fmt: skip
    assert found.verification.ok
