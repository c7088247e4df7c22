# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Alignment: who has what in which run, of which raming, and what is more or fewer."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.comparison.ranks import ranks_of
from models.comparison import QUANTITIES, Change
from models.places import Places
from tests.comparison.runs import by_key, by_raming, compared, figures, line

SMALL = ("nederland-2024", "provinces=[PV23, PV24]")


def test_by_inhabitants_enschede_gets_more_and_dalfsen_less():
    """Its low socio-economic score spares Enschede by the statutory formula."""
    enschede, dalfsen = (figures(by_key(), name, "B") for name in ("Enschede", "Dalfsen"))
    assert (enschede.share.total, enschede.difference.share.total) == (861, 223)
    assert enschede.difference.decision == Change(total=31, regular=18, amv=13)
    assert dalfsen.difference.decision == Change(total=-20, regular=-17, amv=-3)


def test_who_gains_and_who_loses_most_by_inhabitants():
    movers = by_key().movers[0]
    assert (movers.run, movers.by) == ("B", "places")
    assert [(one.name, one.places) for one in movers.gains[:3]] == [
        ("Zwolle", 32), ("Enschede", 31), ("Almelo", 5)
    ]  # fmt: skip
    assert (movers.losses[0].name, movers.losses[0].places) == ("Dalfsen", -20)
    assert (movers.gaining, movers.losing, movers.unchanged) == (6, 18, 1)


def test_whoever_moves_as_much_as_the_fifth_is_named_too():
    gains = by_key().movers[0].gains
    assert [one.name for one in gains[4:]] == ["Deventer", "Hengelo"]
    assert {one.places for one in gains[4:]} == {1}


def test_every_figure_keeps_its_raming():
    """75,500, 77,100, 96,000 and 88,000 in the country; of these Overijssel has its own task."""
    runs = by_raming().runs
    assert [(one.raming, one.task.total) for one in runs] == [
        ("2022-11", 4_001), ("2023-05", 4_081), ("2024", 6_325), ("2026", 5_801)
    ]  # fmt: skip
    for municipality in by_raming().municipalities:
        assert [one.raming for one in municipality.figures] == [one.raming for one in runs]
        assert [one.run for one in municipality.figures] == ["A", "B", "C", "D"]


def test_the_parts_are_of_each_runs_own_task_and_add_up_to_one_in_each():
    lines = by_raming().municipalities
    for number in range(4):
        assert sum(one.figures[number].part for one in lines) == 1
        if number:
            assert sum(one.figures[number].difference.part for one in lines) == 0
    zwolle = figures(by_raming(), "Zwolle", "C")
    assert zwolle.part == Fraction(zwolle.decision.total, 6_325)


def test_where_everybody_gains_places_the_parts_tell_who_carries_more():
    places, parts = by_raming().movers[2:4]
    assert (places.run, places.by, parts.run, parts.by) == ("C", "places", "C", "part")
    assert (places.gaining, places.losing) == (25, 0)
    assert parts.gaining > 0 < parts.losing


def test_one_raming_needs_no_parts():
    assert {one.by for one in by_key().movers} == {"places"}


def test_nothing_is_added_up_over_runs():
    """A comparison of two runs with themselves has the numbers of one."""
    twice = compared(("overijssel-2024",), ("overijssel-2024",))
    for municipality in twice.municipalities:
        one, other = municipality.figures
        assert one.model_copy(update={"run": "B"}) == other.model_copy(update={"difference": None})
        for quantity in QUANTITIES:
            assert other.difference.of(quantity) == Change(total=0, regular=0, amv=0)


def test_a_municipality_of_one_run_stands_there_with_what_there_is():
    both = compared(("overijssel-2024",), SMALL)
    almere = line(both, "Almere")
    assert almere.figures[0] is None
    assert almere.figures[1].share.total > 0
    assert almere.figures[1].difference is None
    assert almere.figures[1].rank is None
    said = {one.code: one.message for one in both.notices}
    assert said["not-in-every-run"] == (
        "A does not have Almere, Zeewolde, Noordoostpolder, Urk, Dronten, Lelystad: told with what "
        "is there"
    )


def test_ranks_are_among_those_that_every_run_has():
    both = compared(SMALL, ("overijssel-2024",))
    for number in (0, 1):
        ranks = [one.figures[number].rank for one in both.municipalities if one.figures[number]]
        assert sorted(rank for rank in ranks if rank)[-1] <= 25
    assert sum(one.figures[0].rank is not None for one in both.municipalities) == 25


def test_a_run_without_a_division_leaves_the_ranks_of_the_others():
    both = compared(("overijssel-2024",), ("overijssel-2024", "distribution.eligible=named"))
    for municipality in both.municipalities:
        one, other = municipality.figures
        assert one.rank is not None
        assert (other.rank, other.decision, other.difference.decision) == (None, None, None)
        assert other.difference.share == Change(total=0, regular=0, amv=0)
    assert both.status == "infeasible"
    said = {one.code: one.message for one in both.notices}
    assert said["run-infeasible"].startswith("B has no division (Overijssel: no municipality is ")


def test_what_is_not_proven_is_said():
    hurried = (
        "overijssel-2024",
        "solver.time_limit_seconds=0.001",
        "distribution.minimum_site.amv=20",
    )
    both = compared(("overijssel-2024",), hurried)
    assert both.status == "feasible"
    assert "run-unproven" in {one.code for one in both.notices}


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 5).map(Fraction)))
def test_a_rank_is_one_more_than_how_many_have_more(values):
    expected = {
        code: 1 + sum(other > value for other in values.values()) for code, value in values.items()
    }
    assert ranks_of(values) == expected


@settings(max_examples=50, deadline=None, derandomize=True, database=None)
@given(*(st.builds(Places, regular=st.integers(0, 99), amv=st.integers(0, 99)) for _ in range(2)))
def test_a_change_is_undone_by_its_reverse(before, after):
    there, back = Change.between(before, after), Change.between(after, before)
    assert (there.total, there.regular, there.amv) == (-back.total, -back.regular, -back.amv)
    assert there.total == there.regular + there.amv
    assert Change.between(before, None) is None
