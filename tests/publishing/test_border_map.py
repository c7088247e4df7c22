# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on true borders: shared borders stay shared, and a country stays a small file."""

from __future__ import annotations

import random
from fractions import Fraction

import allocator
from allocator.loading import reference
from allocator.publishing.contents import document_of
from allocator.publishing.document import Figure
from allocator.publishing.figures.cartogram import layout
from allocator.publishing.figures.hexagons import Hexagons
from allocator.publishing.figures.map import MergeLine, Tile, drawn_map
from allocator.publishing.figures.shapes import MOST_BENDS, around, shapes
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.languages import DUTCH
from models.boundaries import Boundaries, Boundary, Ring
from models.problem import InputFile
from models.territory import Municipality
from tests.publishing.drawn import classed, outside, overlaps, read_back, text_boxes

TERRITORY = reference().territory
EVERY = sorted(TERRITORY.municipalities.values(), key=lambda one: one.code)
OVERIJSSEL = [one for one in EVERY if one.province == "PV23"]
FILE = InputFile(name="made.geojson", sha256="0" * 64)


def made(places: list[Municipality], points: int, kilometres: int = 10) -> Boundaries:
    """Borders like true ones: hexagons whose sides wander, the same from both sides."""
    cells = layout(
        {one.code: (one.latitude, one.longitude) for one in places}, TERRITORY.neighbours, {}
    )
    grid = Hexagons(kilometres * 10_000)
    areas = {}
    for code, cell in cells.items():
        corners = [(round(x), -round(y)) for x, y in grid.corners(cell)]
        ring: list[tuple[int, int]] = []
        for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
            ring += wandering(start, end, points)
        areas[code] = Boundary(code, (tuple(ring),))
    return Boundaries(areas, FILE)


def wandering(start: tuple[int, int], end: tuple[int, int], points: int) -> list[tuple[int, int]]:
    """Points from start to before end, off the straight line as a river is."""
    first, last = min(start, end), max(start, end)
    chance = random.Random(repr((first, last)))
    way = [first]
    for at in range(1, points):
        x = first[0] + (last[0] - first[0]) * at // points + chance.randrange(-1500, 1500)
        y = first[1] + (last[1] - first[1]) * at // points + chance.randrange(-1500, 1500)
        way.append((x, y))
    way.append(last)
    return way[:-1] if first == start else way[:0:-1]


def tiles_of(places: list[Municipality]) -> list[Tile]:
    return [
        Tile(
            one.code, one.name, one.region, one.latitude, one.longitude, str(at), at % 4,
            host=one.code == "GM0141", anchor=one.code,
        )
        for at, one in enumerate(places)
    ]  # fmt: skip


def drawn(places: list[Municipality], boundaries: Boundaries) -> Drawing:
    lines = (
        MergeLine("GM0147", "GM0141", "amv", 9),
        MergeLine("GM0189", "GM0141", "regular", 14),
    )
    return drawn_map(
        tiles_of(places), lines, DUTCH, neighbours={}, groups={}, number="plaatsen",
        shades=("geen", "weinig"), boundaries=boundaries,
    )  # fmt: skip


def test_a_country_of_fine_borders_stays_below_a_megabyte() -> None:
    boundaries = made(EVERY, 200)
    assert sum(len(area.rings[0]) for area in boundaries.areas.values()) > 400_000
    drawing = drawn(EVERY, boundaries)
    assert len(drawing.standalone("x")) < 1_000_000
    assert len(classed(read_back(drawing), "municipality")) == 342


def test_the_limit_on_bends_is_kept_by_lines_that_no_grain_makes_shorter() -> None:
    """Borders that run to and fro over the whole map, and specks beyond number."""
    chance = random.Random(1)
    wide = 1_000_000

    def ring(points: int) -> Ring:
        return tuple((chance.randrange(wide), chance.randrange(wide)) for _ in range(points))

    areas = {
        "GM0141": Boundary("GM0141", (ring(MOST_BENDS * 2),)),
        "GM0147": Boundary("GM0147", tuple(ring(3) for _ in range(MOST_BENDS // 2))),
        "GM0189": Boundary("GM0189", (ring(4),)),
    }
    found = shapes(areas, 480, 8)
    bends = {code: shape.outline().count(" ") // 2 for code, shape in found.items()}
    assert all(bends.values())
    assert sum(bends.values()) <= MOST_BENDS
    assert bends["GM0141"] > MOST_BENDS // 4


def test_a_report_says_from_which_file_the_borders_of_its_map_are() -> None:
    result = allocator.run("overijssel-2024").result
    document = document_of(result, DUTCH, made(OVERIJSSEL, 1))
    figures = [
        block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Figure)
    ]
    assert "Grenzen: made.geojson, sha256 000000000000;" in figures[0].caption
    inputs = next(table for table in document.tables if table.name == "Invoerbestanden")
    assert inputs.rows[-1][0] == "made.geojson"
    assert inputs.rows[-1][2] == FILE.sha256
    assert "made.geojson" not in str(document_of(result, DUTCH, None).sections)


def test_borders_stay_shared() -> None:
    boundaries = made(OVERIJSSEL, 40)
    found = shapes(boundaries.areas, 480, 8)
    one, other = found["GM0141"].rings[0], found["GM0147"].rings[0]
    assert len(set(one) & set(other)) > 5
    pairs = {frozenset(pair) for pair in zip(one, (*one[1:], one[0]), strict=True)}
    beside = {frozenset(pair) for pair in zip(other, (*other[1:], other[0]), strict=True)}
    assert len(pairs & beside) > 5


def test_the_border_around_a_group_has_no_border_between_its_members() -> None:
    left: Ring = ((0, 0), (100, 0), (100, 100), (0, 100))
    right: Ring = ((100, 0), (200, 0), (200, 100), (100, 100))
    areas = {"a": Boundary("a", (left,)), "b": Boundary("b", (right,))}
    found = shapes(areas, 116, 8)
    assert found["a"].outline() == "M8 58l50 0 0 -50 -50 0Z"
    together = around(found.values())
    assert _covered(together) == {(8, 8), (58, 8), (108, 8), (108, 58), (58, 58), (8, 58)}
    assert _length(together) == 300


def _length(commands: str) -> int:
    """How long all steps are together."""
    steps = " ".join(part.partition("l")[2] for part in commands.split("M")[1:])
    return sum(abs(int(number)) for number in steps.split())


def _covered(commands: str) -> set[tuple[int, int]]:
    """The corners of a way of steps."""
    found = set()
    for part in commands.split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = (int(number) for number in start.split())
        found.add((x, y))
        numbers = [int(number) for number in steps.split()]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            found.add((x, y))
    return found


def test_holes_stay_holes_and_specks_are_left_out_but_for_a_last_one() -> None:
    outer: Ring = ((0, 0), (1000, 0), (1000, 1000), (0, 1000))
    hole: Ring = ((200, 200), (800, 200), (800, 800), (200, 800))
    speck: Ring = ((5, 5), (6, 5), (6, 6))
    areas = {
        "a": Boundary("a", (outer, hole, speck)),
        "b": Boundary("b", (speck,)),
    }
    found = shapes(areas, 116, 8)
    assert found["a"].outline().count("Z") == 2
    assert found["b"].outline().count("Z") == 1
    drawing = drawn_map(
        [Tile(code, code, "", Fraction(0), Fraction(0)) for code in areas], (), DUTCH,
        neighbours={}, groups={}, boundaries=Boundaries(areas, FILE),
    )  # fmt: skip
    for element in classed(read_back(drawing), "tile"):
        assert element.attrib["fill-rule"] == "evenodd"


def test_names_that_are_written_lie_apart_and_the_legend_says_where_others_are() -> None:
    drawing = drawn(OVERIJSSEL, made(OVERIJSSEL, 10))
    root = read_back(drawing)
    boxes = list(text_boxes(root))
    assert outside(drawing, boxes) == []
    assert overlaps(boxes) == []
    written = {text.text for text in classed(root, "name")}
    assert "Almelo" in written
    assert written <= {one.name for one in OVERIJSSEL}
    note = "Namen zonder ruimte staan in de tabel."
    legend = " ".join(text.text or "" for text in classed(root, "legend")[0].iter("text"))
    assert (note in legend) == (len(written) < len(OVERIJSSEL))


def test_merges_on_true_borders_say_their_places() -> None:
    root = read_back(drawn(OVERIJSSEL, made(OVERIJSSEL, 10)))
    assert [one.attrib["data-member"] for one in classed(root, "arrow")] == ["GM0147", "GM0189"]
    said = [next(one.iter("text")).text for one in classed(root, "number")]
    assert said == ["9 amv", "14"]
    [host] = [one for one in classed(root, "municipality") if classed(one, "host")]
    assert host.attrib["data-code"] == "GM0141"
