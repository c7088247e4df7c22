# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that is open gives the same problems, faults and runs as one that is read anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import allocator
from allocator.loading import PACKAGED, load, opened, packaged_names
from allocator.pipeline import prepare
from models.fault import InputError
from models.scenario import Scenario

NAME = "overijssel-2024"
OFFERS = "overijssel-offers-2024.csv"

# In this order, each asked of the same open scenario; what one does may not stick to the next.
VARIATIONS = [
    [],
    ["pooled_offers.0.status=intended"],
    ["pooled_offers.0.places.regular=100", "pooled_offers.1.candidates=[Dalfsen, Raalte]"],
    ["merging.minimum_site.regular=50", "merging.minimum_site.amv=12"],
    ["merging.minimum_site={regular: 60}", "merging.minimum_site.amv=12"],
    ["key.name=statutory", "key.missing=null"],
    ["key.name=inhabitants", "key.missing=null", "population=2024"],
    ["counting.statuses=[guaranteed]"],
    ["counting.statuses.1=intended"],
    ["counting.available={on: 2025-12-31}"],
    ['raming="2026"', 'key.raming="2024"', "exchanges=[]"],
    ['raming="2023-05"', 'key.raming="2024"', "exchanges=[]"],
    ["name=another", "title=Other words"],
    ["offers=null", "pooled_offers=[]"],
    ["distribution.limits={Borne: {amv: {max: 3}}}"],
    ["distribution.limits.Borne.regular.max=4"],
    ["distribution.by=region"],
    ["merging.proposed=[{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]"],
    ["provinces=[Overijssel, Drenthe]", "key.name=statutory", "task.missing_amv=pro_rata"],
    # What is wrong: in a line, in a value, in a name, in a figure, in another file, in two places.
    ["key.nam=statutory"],
    ["merging.minimum_site.amv=many"],
    ["pooled_offers.7.status=likely"],
    ["raming=1999"],
    ["offers=no-such.csv"],
    ["offers=overijssel-2024.yaml"],
    ["provinces=[PV24]"],
    ["exchanges=[nowhere]", "distribution.exempt=[Born]"],
    ["key.name=column"],
    [],
]


def answer(make, *arguments):
    """What is made, or every fault with its place."""
    try:
        return make(*arguments)
    except InputError as error:
        return error.faults


@pytest.mark.parametrize("name", packaged_names())
def test_an_open_scenario_gives_the_problem_that_reading_it_anew_gives(name):
    scenario = opened(name)
    for overrides in VARIATIONS:
        assert answer(scenario.problem, overrides) == answer(load, name, overrides)


def test_the_variations_are_problems_and_faults_and_all_differ():
    answers = [answer(load, NAME, one) for one in VARIATIONS[:-1]]
    faults = [one for one in answers if isinstance(one, tuple)]
    problems = [one for one in answers if not isinstance(one, tuple)]
    assert len(faults) == 9
    assert len({one.sha256 for one in problems}) == len(problems)


def test_a_scenario_made_in_python_stays_as_it_is():
    made = Scenario(provinces=("PV23",))
    scenario = opened(made)
    for overrides in ([], ["solver.workers=1"], ["solver.workers=0"], []):
        assert answer(scenario.problem, overrides) == answer(load, made, overrides)


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario with its own offers beside it, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in (f"{NAME}.yaml", OFFERS):
        shutil.copy(PACKAGED / name, tmp_path)
    return tmp_path / f"{NAME}.yaml"


def test_files_are_read_when_they_are_first_asked_for_and_then_kept(mine):
    other = mine.with_name("other.csv")
    lines = mine.with_name(OFFERS).read_text("utf-8").splitlines(keepends=True)
    other.write_text("".join(lines[:4]), encoding="utf-8")
    scenario = opened(mine)
    first = scenario.problem()
    assert [len(scenario.problem([f"offers={name}"]).offers) for name in (OFFERS, other.name)] == [
        19,
        3,
    ]
    for file in (mine, mine.with_name(OFFERS), other):
        file.unlink()
    assert scenario.problem() == first
    assert len(scenario.problem(["offers=other.csv"]).offers) == 3


def test_a_file_that_could_not_be_read_is_tried_again(mine):
    scenario = opened(mine)
    with pytest.raises(InputError, match="no file"):
        scenario.problem(["offers=later.csv"])
    shutil.copy(mine.with_name(OFFERS), mine.with_name("later.csv"))
    assert len(scenario.problem(["offers=later.csv"]).offers) == 19


def test_faults_of_a_file_are_told_each_time(mine):
    text = mine.with_name(OFFERS).read_text("utf-8")
    mine.with_name(OFFERS).write_text(text.replace("Almelo", "Almeloo"), encoding="utf-8")
    scenario = opened(mine)
    first, again = answer(scenario.problem), answer(scenario.problem)
    assert [one.code for one in first] == ["unknown-name"]
    assert first == again


def test_a_file_is_read_anew_for_other_provinces(mine):
    scenario = opened(mine)
    scenario.problem(["provinces=[Overijssel, Drenthe]", "task.missing_amv=pro_rata"])
    scenario.problem()
    outside = answer(scenario.problem, ["provinces=[Drenthe]", "exchanges=[]"])
    assert "outside-provinces" in {one.code for one in outside}


def plain(run: allocator.Run | tuple):
    """All of a run but how long it took; faults as they are."""
    if isinstance(run, tuple):
        return run
    manifest = run.result.manifest.model_copy(update={"seconds": {}})
    return run.result.model_copy(update={"manifest": manifest})


def test_a_prepared_scenario_runs_as_it_would_anew():
    base = ["merging.max_distance_km=30"]
    prepared = prepare(NAME, base)
    for overrides in (VARIATIONS[1], VARIATIONS[3], VARIATIONS[10], VARIATIONS[19], []):
        anew = answer(allocator.run, NAME, [*base, *overrides])
        assert plain(answer(prepared.run, overrides)) == plain(anew)


def test_what_an_override_of_the_base_causes_is_told_at_it():
    prepared = prepare(NAME, ['raming="2026"', "exchanges=[]"])
    faults = answer(prepared.run)
    assert [one.where.file for one in faults] == ['--set raming="2026"']
    assert prepared.run(['key.raming="2024"']).status == "optimal"
