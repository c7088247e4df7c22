# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tile cartogram: who lies where."""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction

import pytest

from allocator.loading import reference
from allocator.publishing.figures.cartogram import layout, projected
from allocator.publishing.figures.hexagons import beyond
from allocator.publishing.figures.settling import pieces
from models.territory import Municipality

TERRITORY = reference().territory
NEIGHBOURS = TERRITORY.neighbours
EVERY = sorted(TERRITORY.municipalities.values(), key=lambda one: one.code)
Cells = dict[str, tuple[int, int]]


def of(province: str) -> list[Municipality]:
    return [one for one in EVERY if one.province == province]


def laid_out(places: Iterable[Municipality], *, by_region: bool = True) -> Cells:
    places = list(places)
    return layout(
        {one.code: (one.latitude, one.longitude) for one in places},
        NEIGHBOURS,
        {one.code: one.region if by_region else one.province for one in places},
    )


def borders(cells: Cells) -> list[tuple[str, str]]:
    return [
        (code, other)
        for code in cells
        for other in NEIGHBOURS.get(code, ())
        if code < other and other in cells
    ]


def part_kept(cells: Cells) -> float:
    """How many of the land borders are edges of the drawing."""
    found = borders(cells)
    return sum(cells[other] in beyond(cells[code]) for code, other in found) / len(found)


# What was measured when this was written, less a little: a change that loses neighbours is seen.
@pytest.mark.parametrize(
    ("province", "least"),
    [
        ("PV20", 0.88), ("PV21", 0.90), ("PV22", 0.90), ("PV23", 0.78), ("PV24", 1.0),
        ("PV25", 0.81), ("PV26", 0.82), ("PV27", 0.78), ("PV28", 0.68), ("PV29", 0.88),
        ("PV30", 0.81), ("PV31", 0.90),
    ],
)  # fmt: skip
def test_most_neighbours_of_a_province_stay_neighbours(province: str, least: float) -> None:
    assert part_kept(laid_out(of(province))) >= least


@pytest.fixture(scope="module")
def country() -> Cells:
    return laid_out(EVERY, by_region=False)


def test_three_quarters_of_the_borders_of_the_country_stay(country: Cells) -> None:
    assert part_kept(country) >= 0.75


def test_every_municipality_has_a_cell_of_its_own(country: Cells) -> None:
    assert set(country) == {one.code for one in EVERY}
    assert len(set(country.values())) == len(EVERY)
    assert min(column for column, _ in country.values()) == 0
    assert min(row for _, row in country.values()) == 0


def test_no_province_falls_apart_that_land_holds_together(country: Cells) -> None:
    for province, name in TERRITORY.provinces.names.items():
        codes = [one.code for one in of(province)]
        truly = pieces(codes, borders({code: country[code] for code in codes}))
        at = {country[code]: code for code in codes}
        drawn = pieces(
            codes, [(at[cell], at[near]) for cell in at for near in beyond(cell) if near in at]
        )
        assert len(drawn) <= len(truly), name


def test_regions_of_a_province_stay_in_one_piece() -> None:
    cells = laid_out(of("PV23"))
    for region in ("VR04", "VR05"):
        inside = [one.code for one in of("PV23") if one.region == region]
        at = {cells[code]: code for code in inside}
        edges = [(at[cell], at[near]) for cell in at for near in beyond(cell) if near in at]
        assert len(pieces(inside, edges)) == 1


def test_north_stays_above_south_and_west_before_east(country: Cells) -> None:
    by_name = {one.name: country[one.code] for one in EVERY}
    assert by_name["Groningen"][1] < by_name["Zwolle"][1] < by_name["Arnhem"][1]
    assert by_name["Arnhem"][1] < by_name["Maastricht"][1]
    assert by_name["Vlissingen"][0] < by_name["Breda"][0] < by_name["Venlo"][0]
    assert by_name["'s-Gravenhage"][0] < by_name["Utrecht"][0] < by_name["Enschede"][0]


def test_the_islands_lie_above_the_coast_in_their_order(country: Cells) -> None:
    by_name = {one.name: country[one.code] for one in EVERY}
    assert by_name["Texel"][1] < by_name["Den Helder"][1]
    assert by_name["Vlieland"][1] <= by_name["Texel"][1]
    assert by_name["Ameland"][1] < by_name["Noardeast-Fryslân"][1]
    assert by_name["Schiermonnikoog"][1] < by_name["Noardeast-Fryslân"][1]
    columns = [
        by_name[name][0]
        for name in ("Texel", "Vlieland", "Terschelling", "Ameland", "Schiermonnikoog")
    ]
    assert columns == sorted(columns)


def test_the_order_of_rows_makes_no_difference() -> None:
    rows = of("PV23")
    expected = laid_out(rows)
    for seed in range(5):
        shuffled = rows.copy()
        random.Random(seed).shuffle(shuffled)
        found = layout(
            {one.code: (one.latitude, one.longitude) for one in shuffled},
            dict(reversed(list(NEIGHBOURS.items()))),
            {one.code: one.region for one in reversed(shuffled)},
        )
        assert found == expected
        assert list(found) == sorted(found)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_few_places_or_none_are_laid_out_too(count: int) -> None:
    cells = laid_out(of("PV23")[:count])
    assert len(set(cells.values())) == count


def test_places_at_one_point_and_without_neighbours_get_cells_of_their_own() -> None:
    places = {f"GM{at:04}": (Fraction(52), Fraction(6)) for at in range(9)}
    assert len(set(layout(places, {}, {}).values())) == 9


def test_whoever_borders_a_municipality_outside_the_map_changes_nothing() -> None:
    places = {"GM0001": (Fraction(52), Fraction(6)), "GM0002": (Fraction(52), Fraction(7))}
    neighbours = {"GM0001": frozenset({"GM0002", "GM9999"}), "GM0002": frozenset({"GM0001"})}
    assert layout(places, neighbours, {}) == {"GM0001": (0, 0), "GM0002": (1, 0)}


def test_metres_east_and_south_by_a_cosine_within_a_five_hundredth() -> None:
    found = projected({"a": (Fraction(52), Fraction(5)), "b": (Fraction(52), Fraction(6))})
    assert found["a"] == (0, 0)
    assert found["b"][0] == pytest.approx(111_195 * 0.61566, rel=0.002)
