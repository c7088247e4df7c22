# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the national need down: Decree 2.1(2), 2.1(3) and 2.2(1), as a jurist would check them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.keys import shares, with_tasks
from allocator.keys.by_need import numbers_by_need
from allocator.keys.notices import notices_of_tasks
from allocator.loading import load, opened
from models.fault import InputError
from models.places import Places, total_of
from models.problem import Problem
from models.raming import NationalNeed
from models.share import Shares

BY_KEY = "task.follows=key"
PEOPLE = "key.name=inhabitants"
COMPOSITE = 'key={name: composite, parts: {land_area: "1/2", inhabitants: "1/2"}}'


def tasked(scenario: str | Path, *overrides: str) -> tuple[Problem, Shares]:
    """A problem with the tasks that its key gives."""
    problem = load(scenario, overrides)
    found = shares(problem)
    return with_tasks(problem, found), found


def said(scenario: str | Path, *overrides: str) -> dict[str, list[str]]:
    """The notices on tasks, by code."""
    notices: dict[str, list[str]] = {}
    for one in notices_of_tasks(*tasked(scenario, *overrides)):
        notices.setdefault(one.code, []).append(one.message)
    return notices


def test_another_key_moves_the_provinces_too():
    problem, found = tasked("nederland-2024", PEOPLE)
    assert problem.tasks["PV28"].places.total == 20_510  # Zuid-Holland, 19,776 by the raming
    assert problem.tasks["PV26"].places.total == 7_480  # Utrecht, 8,207
    assert problem.tasks["PV20"].places.total == 3_213  # Groningen, 2,717
    assert found.need is not None
    assert found.need.numbers == Places(regular=96_008 - 8_149, amv=8_149)
    assert (found.need.need.total, found.need.need.amv) == (96_000, 8_140)


def test_the_laws_own_key_with_the_raming_s_need_leaves_the_published_tasks():
    problem, _ = tasked("nederland-2024")
    assert (problem.follows, problem.tasks["PV28"].places.total) == ("raming", 19_776)


def test_the_laws_formula_for_2026_gives_overijssel_5768_beside_5801():
    problem, _ = tasked("nederland-2026")
    assert problem.tasks["PV23"].places.total == 5_768
    assert problem.tasks["PV23"].amv_status == "estimated"
    (other,) = said("nederland-2026")["published-task-differs"]
    assert "5,768 places of which 367 amv, published is 5,801 places of which 370 amv" in other


@pytest.mark.parametrize(
    ("overrides", "follows"),
    [
        ((), "raming"),
        ((PEOPLE,), "key"),
        ((COMPOSITE,), "key"),
        (("key.name=published",), "raming"),
        (("task.national_total=88000",), "key"),
        (("task.national_amv=9000",), "key"),
        (("task.national_total=96000",), "raming"),
        ((PEOPLE, "task.follows=raming"), "raming"),
        ((BY_KEY,), "key"),
        ((PEOPLE, "provinces=[PV23]"), "raming"),
        (("task.national_total=88000", "provinces=[PV23, PV24]"), "raming"),
    ],
)
def test_what_tasks_follow_where_the_scenario_does_not_say(overrides, follows):
    missing = "key.missing={fill: statutory}" if "key.name=published" in overrides else ""
    problem = load("nederland-2024", [*overrides, *([missing] if missing else [])])
    assert problem.follows == follows


def test_a_province_has_the_same_task_alone_as_among_all():
    country, _ = tasked("nederland-2024", PEOPLE)
    alone, found = tasked("nederland-2024", PEOPLE, BY_KEY, "provinces=[PV23]")
    assert alone.tasks["PV23"] == country.tasks["PV23"]
    assert found.need is not None
    assert len(found.need.elsewhere) == 342 - 25


def test_one_province_with_another_key_is_told_what_the_law_would_give():
    (told,) = said("overijssel-2024", PEOPLE)["task-stays"]
    assert "stays that of the raming, 6,325 places of which 538 amv" in told
    assert "would give it 6,385 places of which 545 amv" in told


def test_a_key_that_knows_one_province_only_cannot_tell_what_the_law_would_give(tmp_path: Path):
    own = scenario_with_weights(tmp_path, provinces="[PV24]")
    assert "law-not-known" in said(own)
    with pytest.raises(InputError, match="the need of the whole country"):
        tasked(own, BY_KEY)


def scenario_with_weights(folder: Path, provinces: str) -> Path:
    weights = "Almere,3\nLelystad,2\nDronten,1\nNoordoostpolder,1\nUrk,1\nZeewolde,1\n"
    (folder / "w.csv").write_text(f"municipality,weight\n{weights}")
    (folder / "own.yaml").write_text(
        f"provinces: {provinces}\nkey: {{name: column, file: w.csv, column: weight}}\n"
        "task: {missing_amv: pro_rata}\n"
    )
    return folder / "own.yaml"


# The theorems

NEEDS = st.integers(min_value=1_000, max_value=1_000_000)


@settings(max_examples=8)
@given(total=NEEDS, part=st.fractions(min_value=0, max_value=1), key=st.sampled_from((PEOPLE, "")))
def test_whatever_is_needed_a_task_is_the_sum_of_its_municipalities(total, part, key):
    amv = int(total * part)
    needs = (f"task.national_total={total}", f"task.national_amv={amv}")
    problem, found = tasked("nederland-2024", BY_KEY, *needs, *filter(None, [key]))
    for code, task in problem.tasks.items():
        inside = [one.code for one in problem.municipalities if one.province == code]
        assert task.places == total_of(found.places[one] for one in inside)


WEIGHTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.fractions(min_value=0, max_value=10**6, max_denominator=1000),
    min_size=1,
    max_size=40,
).filter(lambda weights: any(weights.values()))


@given(weights=WEIGHTS, total=st.integers(0, 10**6), part=st.fractions(0, 1))
def test_rounding_by_oneself_is_less_than_a_place_from_pro_rata(weights, total, part):
    need = NationalNeed(total=total, amv=int(total * part))
    whole = sum(weights.values(), Fraction())
    for code, places in numbers_by_need(need, weights).items():
        exact = total * weights[code] / whole
        assert abs(places.total - exact) <= Fraction(1, 2)
        assert places.amv <= places.total


def test_half_a_place_goes_up():
    numbers = numbers_by_need(NationalNeed(total=1, amv=0), {"a": Fraction(1), "b": Fraction(1)})
    assert [one.total for one in numbers.values()] == [
        1,
        1,
    ]  # two places for a need of one: left so


# The amv need


@pytest.mark.parametrize(
    ("overrides", "amv"),
    [
        ((), 8_140),
        (("task.national_total=48000",), 4_070),
        (("task.national_amv=9000",), 9_000),
    ],
)
def test_amv_places_follow_their_own_need(overrides, amv):
    problem, _ = tasked("nederland-2024", BY_KEY, *overrides)
    assert problem.need is not None
    assert problem.need.amv == amv


# Own figures


def test_a_province_enters_its_own_task():
    own = '{PV24: {total: 2300, amv: 150, source: "letter of 3 March 2026"}}'
    asked = ("raming=2026", "provinces=[PV24]", "task.missing_amv=null", f"task.provinces={own}")
    problem, _ = tasked("nederland-2024", *asked)
    assert problem.tasks["PV24"].places == Places(regular=2_150, amv=150)
    assert problem.tasks["PV24"].total_status == "stated"


def test_an_own_task_beside_a_published_one_is_told_with_both():
    own = '{Overijssel: {total: 6000, amv: 500, source: "a later letter"}}'
    (told,) = said("overijssel-2024", f"task.provinces={own}")["published-task-differs"]
    assert "the task here is 6,000 places of which 500 amv, published is 6,325" in told


def indicative(folder: Path, change: dict[str, tuple[int, int]] | None = None) -> Path:
    """A scenario with an own table of every indicative number of Overijssel."""
    problem, found = tasked("overijssel-2024")
    numbers = {one.name: found.places[one.code] for one in problem.municipalities}
    rows = {name: (places.total, places.amv) for name, places in numbers.items()} | (change or {})
    lines = "".join(f"{name},{total},{amv}\n" for name, (total, amv) in rows.items())
    (folder / "numbers.csv").write_text(f"municipality,total,amv\n{lines}")
    (folder / "own.yaml").write_text(
        "extends: overijssel-2024\nindicative: numbers.csv\nkey: {name: published}\n"
    )
    return folder / "own.yaml"


def test_with_the_official_table_each_share_is_the_official_number(tmp_path: Path):
    problem, found = tasked(indicative(tmp_path, {"Borne": (150, 15)}))
    assert (problem.follows, found.places["GM0147"]) == ("key", Places(regular=135, amv=15))
    assert problem.tasks["PV23"].places == total_of(found.places.values())


def test_an_own_number_that_contradicts_a_published_one_is_told_with_both(tmp_path: Path):
    notices = said(indicative(tmp_path, {"Zwolle": (700, 61)}))
    (told,) = notices["published-number-differs"]
    assert told.startswith("Zwolle: the indicative number is 700 places of which 61 amv in numbers")
    assert "published is 717" in told
    assert "published-task-differs" in notices


def test_two_tables_of_people_that_are_called_alike_are_two(tmp_path: Path):
    folders = [tmp_path / "mine", tmp_path / "theirs"]
    everybody = sorted(load("nederland-2024").territory.municipalities)
    for people, folder in enumerate(folders, start=1):
        folder.mkdir()
        rows = "".join(f"{code},{people}000\n" for code in everybody)
        (folder / "people.csv").write_text(f"municipality,inhabitants\n{rows}")
    mine = folders[0] / "own.yaml"
    mine.write_text("population: people.csv\nkey: {name: inhabitants}\n")
    scenario = opened(mine, home=folders[1])
    read = [
        scenario.problem(overrides).figures.quantities["inhabitants"]["GM0147"].value
        for overrides in ((), ("population=people.csv",), ())
    ]
    assert read == [1_000, 2_000, 1_000]


def test_own_people_and_negative_scores_are_ordinary(tmp_path: Path):
    problem = load("nederland-2024")
    everybody = problem.territory.municipalities
    people = "".join(f"{code},{1000 + place}\n" for place, code in enumerate(sorted(everybody)))
    scores = "".join(f"{code},{'-0.100' if place % 2 else '0.25'}\n" for place, code in
                     enumerate(sorted(everybody)))  # fmt: skip
    (tmp_path / "people.csv").write_text(f"municipality,inhabitants\n{people}")
    (tmp_path / "scores.csv").write_text(f"municipality,score\n{scores}")
    (tmp_path / "own.yaml").write_text(
        "extends: nederland-2024\npopulation: people.csv\nses_woa: scores.csv\n"
        "key: {name: statutory, missing: null}\n"
    )
    found, weights = tasked(tmp_path / "own.yaml")
    first, second = sorted(everybody)[:2]
    assert found.follows == "key"
    assert weights.weights[first].value == 1000 * Fraction("1.25")
    assert weights.weights[second].value == 1001 * Fraction("0.9")
    need, whole = 96_000, weights.need.weight if weights.need else Fraction()
    exact = need * weights.weights[first].value / whole
    assert abs(weights.places[first].total - exact) <= Fraction(1, 2)


def test_an_own_need_beside_official_numbers_asks_for_its_amv_part(tmp_path: Path):
    """Numbers of another need are weights; a need of unknown amv part divides nothing."""
    codes = [one.code for one in load("nederland-2026").municipalities]
    lines = ["municipality,total,amv", *(f"{code},300,20" for code in codes)]
    (tmp_path / "numbers.csv").write_text("\n".join(lines))
    (tmp_path / "mine.yaml").write_text(
        "extends: overijssel-2026\nindicative: numbers.csv\nkey: {name: published}\n"
        "task: {national_total: 90000}\n"
    )
    with pytest.raises(InputError) as refused:
        tasked(tmp_path / "mine.yaml")
    assert [one.code for one in refused.value.faults] == ["no-amv-need"]


@pytest.mark.parametrize("follows", ["raming", "key"])
def test_a_fill_that_is_no_key_is_refused_where_nothing_is_missing_either(follows: str):
    fill = "key={name: inhabitants, missing: {fill: inhabitant, within: province}}"
    with pytest.raises(InputError) as refused:
        tasked("overijssel-2024", fill, f"task.follows={follows}")
    assert [one.code for one in refused.value.faults] == ["unknown-key-name"]
