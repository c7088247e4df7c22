# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`--set`: which lines it reaches, and that what it causes is told at it."""

from __future__ import annotations

import pytest

import allocator
from allocator.loading import Opened, load
from models.fault import InputError
from models.places import SiteMinimum
from models.scenario import Scenario


def faults(*overrides: str, scenario: str = "overijssel-2024"):
    with pytest.raises(InputError) as error:
        allocator.run(scenario, list(overrides))
    return error.value.faults


@pytest.mark.parametrize(
    ("override", "code", "said"),
    [
        ("distribution.metod=adams", "unknown-key", "did you mean method?"),
        ("distributie.method=adams", "unknown-key", "did you mean distribution?"),
        ("extends=overijssel-2022", "unknown-key", "unknown key 'extends'"),
        ("merging.minimum_site.amv.max=3", "unknown-key", "merging.minimum_site.amv takes one"),
        ("distribution.limits.Borne.amvv.max=3", "unknown-key", "did you mean amv?"),
        ("distribution.limits.Bergen (NH.).amv=3", "unknown-key", "in double quotes"),
        ("pooled_offers.0.plaatsen=3", "unknown-key", "name, status, region, places, candidates"),
        ("pooled_offers.9.status=likely", "no-such-item", "pooled_offers has 0 to 1"),
        ("pooled_offers.１.status=likely", "no-such-item", "no item '１'"),
        ("distribution.exempt.0=Borne", "no-such-item", "Write distribution.exempt=[...]"),
        ('distribution.limits."Bergen (NH.)".amv.max=x', "not-whole", "'x' is not a whole number"),
        ("distribution.limits={Borne: {amv: {maxx: 3}}}", "unknown-key", "did you mean max?"),
        ("population=0x14", "odd-number", "0x14 is not a plain number"),
        ("title=\x1b[31m", "control-character", "U+001B"),
        ("title=\udcff", "not-utf8", "not UTF-8"),
        ("offers=", "nothing-named", "write null"),
    ],
)
def test_a_line_that_cannot_be_set_is_refused_where_it_was_written(override, code, said):
    (one,) = faults(override)
    assert (one.code, one.where.file) == (code, f"--set {override}")
    assert said in str(one)


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ("raming=2023", "unknown-raming"),
        ("raming=2026", "outside-cycle"),
        ("key.missing=null", "missing-weight"),
        ("counting.available.on=2028-12-31", "not-a-period"),
        (
            "distribution={by: region, region_tasks: {Twente: {total: 3275, amv: 9}}}",
            "regions-do-not-close",
        ),
        ("provinces=[Flevoland]", "outside-provinces"),
        ("provinces=[Nowhere]", "unknown-name"),
        ("population=1812", "unknown-year"),
    ],
)
def test_what_an_override_causes_in_other_lines_is_told_at_the_override(override, code):
    found = faults(override)
    assert code in {one.code for one in found}
    assert {one.where.file for one in found} == {f"--set {override}"}


def test_a_fault_of_the_file_stays_told_in_the_file(tmp_path):
    (tmp_path / "mine.yaml").write_text("extends: overijssel-2024\npopulation: 1812\n")
    (one,) = faults("title=x", "solver.workers=1", scenario=str(tmp_path / "mine.yaml"))
    assert (one.where.file, one.where.line) == (str(tmp_path / "mine.yaml"), 2)


def test_what_stands_in_a_file_that_an_override_names_is_told_in_that_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.csv").write_text("municipality,kind,places,status\nBornee,amv,1,likely\n")
    (one,) = faults("offers=mine.csv")
    assert str(one.where) == "mine.csv:2:1"


def test_a_row_that_an_override_makes_wrong_is_still_named():
    rows = [one for one in faults("provinces=[Flevoland]") if "Tubbergen" in one.what]
    assert "(overijssel-offers-2024.csv:6:1)" in rows[0].what


def test_of_two_overrides_the_one_that_causes_the_fault_is_told():
    (one,) = faults("solver.workers=1", "raming=2026")
    assert one.where.file == "--set raming=2026"


def test_a_path_of_nothing_but_spaces_is_refused_at_once_and_cut():
    (one,) = faults("a" + " " * 100_000)
    assert one.code == "bad-set"
    assert len(one.where.file) < 400


def test_many_overrides_are_tried_one_by_one(monkeypatch):
    loads = []

    original = Opened.problem

    def counted(*arguments):
        loads.append(arguments)
        return original(*arguments)

    monkeypatch.setattr(Opened, "problem", counted)
    idle = [f"solver.workers={number}" for number in range(1, 9)]
    (one,) = faults(*idle, "raming=2026")
    assert one.where.file == "--set raming=2026"
    assert len(loads) == 1 + len(idle) + 1


def test_quoted_keys_hold_dots_and_bare_ones_apostrophes():
    overrides = [
        "provinces=[Noord-Holland, Noord-Brabant]",
        "task.missing_amv=pro_rata",
        'distribution.limits."Bergen (NH.)".amv.max=3',
        "distribution.limits.'s-Hertogenbosch.regular.min=4",
    ]
    limits = load("nederland-2024", overrides).scenario.distribution.limits
    assert limits["GM0373"].amv.max == 3
    assert limits["GM0796"].regular.min == 4


def test_a_scenario_made_in_python_takes_overrides_too():
    made = Scenario(name="made", distribution={"exempt": ("Borne",), "minimum_site": {"amv": 5}})
    found = load(made, ["distribution.minimum_site.regular=7", "population=2024"]).scenario
    assert found.distribution.minimum_site == SiteMinimum(regular=7, amv=5)
    assert ([one.municipality for one in found.distribution.exempt], found.population) == (
        ["GM0147"],
        2024,
    )
    with pytest.raises(InputError, match="did you mean population"):
        load(made, ["populatio=2024"])


def test_an_item_of_a_list_by_default_can_be_set():
    found = load("overijssel-2022", ["counting.statuses.1=intended"]).scenario
    assert found.counting.statuses == ("guaranteed", "intended")


def test_setting_one_minimum_of_merging_leaves_the_other():
    found = load("overijssel-2022", ["merging.minimum_site.amv=16"]).scenario
    assert (found.merging.minimum_site.regular, found.merging.minimum_site.amv) == (100, 16)


def test_a_line_that_says_null_can_be_filled():
    overrides = ["merging.room=null", "merging.room.factor=3"]
    assert load("overijssel-2024", overrides).scenario.merging.room.factor == 3
