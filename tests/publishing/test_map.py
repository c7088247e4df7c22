# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map: what is drawn is what was given, and everything can be read."""

from __future__ import annotations

import ast
import random
import re
from fractions import Fraction
from pathlib import Path

import pytest

from allocator.loading import reference
from allocator.publishing.figures import svg
from allocator.publishing.figures.boxes import Box
from allocator.publishing.figures.map import MergeLine, Tile, drawn_map
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.languages import DUTCH, ENGLISH, LANGUAGES, Language
from allocator.publishing.languages.dutch import figures
from models.territory import Municipality
from tests.publishing.drawn import classed, outside, overlaps, read_back, spots, text_boxes
from tests.publishing.sample import HOSTILE

TERRITORY = reference().territory
EVERY = sorted(TERRITORY.municipalities.values(), key=lambda one: one.code)
OVERIJSSEL = [one for one in EVERY if one.province == "PV23"]
LINES = (
    MergeLine("GM0189", "GM0141", "regular", 14),
    MergeLine("GM1700", "GM0141", "regular", 16),
    MergeLine("GM0147", "GM0141", "amv", 9),
    MergeLine("GM1896", "GM0193", "regular", 13),
    MergeLine("GM1896", "GM0193", "amv", 1_009),
    MergeLine("GM0158", "GM1735", "amv", 8),
    MergeLine("GM0141", "GM0141", "amv", 19),
)


def tiles_of(places: list[Municipality], value: str = "") -> list[Tile]:
    hosts = {line.host for line in LINES}
    return [
        Tile(
            one.code, one.name, one.region, one.latitude, one.longitude,
            value=value or str(at), shade=at % 4, host=one.code in hosts, anchor=one.code,
        )
        for at, one in enumerate(places)
    ]  # fmt: skip


def drawn(
    tiles: list[Tile], lines: tuple[MergeLine, ...] = (), language: Language = DUTCH
) -> Drawing:
    return drawn_map(
        tiles,
        lines,
        language,
        neighbours=TERRITORY.neighbours,
        groups=TERRITORY.regions.names,
        number="plaatsen van de rest",
        shades=("geen", "1 tot 20", "21 tot 100", "meer dan 100"),
    )


OF_OVERIJSSEL = drawn(tiles_of(OVERIJSSEL), LINES)


def tile_boxes(drawing: Drawing) -> dict[str, Box]:
    found = {}
    for element in classed(read_back(drawing), "municipality"):
        corners = spots(next(element.iter("path")))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        found[element.attrib["data-code"]] = Box(min(xs), min(ys), max(xs), max(ys))
    return found


def test_each_municipality_has_one_tile_and_no_two_share_one() -> None:
    elements = classed(read_back(OF_OVERIJSSEL), "municipality")
    assert sorted(one.attrib["data-code"] for one in elements) == [one.code for one in OVERIJSSEL]
    middles = {(box.left, box.top) for box in tile_boxes(OF_OVERIJSSEL).values()}
    assert len(middles) == len(OVERIJSSEL)


def test_each_tile_says_its_whole_name_its_number_and_where_it_leads() -> None:
    root = read_back(OF_OVERIJSSEL)
    for at, one in enumerate(OVERIJSSEL):
        [link] = [link for link in root.iter("a") if link.attrib["href"] == f"#{one.code}"]
        lines = [text.text or "" for text in classed(link, "name")]
        assert _joined(lines, one.name) == one.name
        assert [text.text for text in classed(link, "value")] == [str(at)]
        assert next(link.iter("title")).text == f"{one.name}: {at}"


def _joined(lines: list[str], name: str) -> str:
    """Lines as one name: a hyphen at the end of a line is of the name, or of the break."""
    joined = ""
    for line in lines:
        for way in (joined + line, f"{joined} {line}", joined.removesuffix("-") + line):
            if name.startswith(way.removesuffix("-")):
                joined = way.strip()
                break
    return joined


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_label_leaves_the_drawing_or_lies_over_another(language: Language) -> None:
    drawing = drawn(tiles_of(OVERIJSSEL), LINES, language)
    boxes = list(text_boxes(read_back(drawing)))
    assert outside(drawing, boxes) == []
    assert overlaps(boxes) == []
    assert drawing.width <= 480


def test_every_name_of_the_country_fits_its_tile_at_a_size_that_can_be_read() -> None:
    drawing = drawn(tiles_of(EVERY, value="1.234"))
    assert 1_000 <= drawing.width <= 1_300
    boxes = tile_boxes(drawing)
    for element in classed(read_back(drawing), "municipality"):
        tile = boxes[element.attrib["data-code"]]
        side = (tile.bottom - tile.top) / 2
        middle_x, middle_y = (tile.left + tile.right) / 2, (tile.top + tile.bottom) / 2
        for said, box in text_boxes(element):
            assert "…" not in said
            for y in (box.top, box.bottom):
                # From half a side off the middle a hexagon narrows to its point.
                part = min(Fraction(1), 2 * (1 - abs(y - middle_y) / side))
                assert box.right - middle_x <= (tile.right - middle_x) * part, said
                assert middle_x - box.left <= (middle_x - tile.left) * part, said
        sizes = [int(text.attrib["font-size"]) for text in classed(element, "name")]
        assert min(sizes) >= 7
    every = [int(text.attrib["font-size"]) for text in classed(read_back(drawing), "name")]
    assert sum(size >= 8 for size in every) >= len(every) * 9 // 10


def test_no_label_of_the_country_lies_over_another() -> None:
    drawing = drawn(tiles_of(EVERY))
    boxes = list(text_boxes(read_back(drawing)))
    assert outside(drawing, boxes) == []
    assert overlaps(boxes) == []


def test_each_merge_is_an_arrow_from_its_member_into_its_host() -> None:
    boxes = tile_boxes(OF_OVERIJSSEL)
    arrows = classed(read_back(OF_OVERIJSSEL), "arrow")
    drawn_lines = {
        (a.attrib["data-member"], a.attrib["data-host"], a.attrib["data-kind"]) for a in arrows
    }
    assert drawn_lines == {(a.member, a.host, a.kind) for a in LINES if a.member != a.host}
    assert len(arrows) == len(LINES) - 1
    for arrow in arrows:
        [line] = classed(arrow, "merge")
        start, *_, end = spots(line)
        assert _within(start, boxes[arrow.attrib["data-member"]])
        assert _within(end, boxes[arrow.attrib["data-host"]])
        assert not _within(end, boxes[arrow.attrib["data-member"]])


def _within(spot: tuple[Fraction, Fraction], box: Box) -> bool:
    return box.left <= spot[0] <= box.right and box.top <= spot[1] <= box.bottom


def test_each_arrow_says_its_places_and_amv_in_words_and_dashes() -> None:
    numbers = {
        (one.attrib["data-member"], one.attrib["data-kind"]): next(one.iter("text")).text
        for one in classed(read_back(OF_OVERIJSSEL), "number")
    }
    assert numbers == {
        ("GM0189", "regular"): "14",
        ("GM1700", "regular"): "16",
        ("GM0147", "amv"): "9 amv",
        ("GM1896", "regular"): "13",
        ("GM1896", "amv"): "1.009 amv",
        ("GM0158", "amv"): "8 amv",
    }
    for arrow in classed(read_back(OF_OVERIJSSEL), "arrow"):
        assert bool(classed(arrow, "amv")) == (arrow.attrib["data-kind"] == "amv")


def test_numbers_of_merges_are_written_over_all_lines() -> None:
    classes = [element.get("class", "") for element in read_back(OF_OVERIJSSEL)]
    assert max(at for at, name in enumerate(classes) if name == "arrow") < classes.index("number")


def test_a_host_has_a_double_border_and_nobody_else() -> None:
    hosts = {
        one.attrib["data-code"]
        for one in classed(read_back(OF_OVERIJSSEL), "municipality")
        if classed(one, "host")
    }
    assert hosts == {"GM0141", "GM0193", "GM1735"}


def test_regions_are_outlined_and_named() -> None:
    root = read_back(OF_OVERIJSSEL)
    assert len(classed(root, "outline")) == 2
    assert {one.text for one in classed(root, "grouplabel")} == {"IJsselland", "Twente"}


def test_every_province_is_named_beside_its_tiles() -> None:
    tiles = [Tile(one.code, one.name, one.province, one.latitude, one.longitude) for one in EVERY]
    names = TERRITORY.provinces.names
    drawing = drawn_map(tiles, (), DUTCH, neighbours=TERRITORY.neighbours, groups=names)
    said = {one.text for one in classed(read_back(drawing), "grouplabel")}
    assert said == set(names.values())


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    [legend] = classed(read_back(OF_OVERIJSSEL), "legend")
    said = " ".join(text.text or "" for text in legend.iter("text"))
    for part in ("Getal: plaatsen van de rest.", "meer dan 100", "amv-plaatsen, naar wie"):
        assert part in said
    [plain] = classed(read_back(drawn(tiles_of(OVERIJSSEL[:2]), (), ENGLISH)), "legend")
    said = " ".join(text.text or "" for text in plain.iter("text"))
    assert "amv" not in said


def test_the_order_of_tiles_and_lines_makes_no_difference() -> None:
    expected = OF_OVERIJSSEL.standalone("x")
    for seed in range(3):
        tiles, lines = tiles_of(OVERIJSSEL), list(LINES)
        random.Random(seed).shuffle(tiles)
        random.Random(seed).shuffle(lines)
        assert drawn(tiles, tuple(lines)).standalone("x") == expected


def test_hostile_names_stay_text_and_stay_within_the_drawing() -> None:
    tiles = [
        Tile(
            f"GM{at:04}", name, f"G{at % 2}", Fraction(52), Fraction(5 + at, 3),
            value=HOSTILE[-at - 1], anchor=f"{name}",
        )
        for at, name in enumerate(HOSTILE)
    ]  # fmt: skip
    tiles.append(Tile("GM9999", "W" * 200, "G1", Fraction(52), Fraction(9)))
    drawing = drawn_map(
        tiles, (), DUTCH, neighbours={}, groups={"G0": HOSTILE[0], "G1": "x" * 300},
        number=HOSTILE[4], shades=(HOSTILE[0],),
    )  # fmt: skip
    root = read_back(drawing)
    assert {element.tag for element in root.iter()} <= {
        "svg", "title", "style", "g", "a", "path", "text", "rect", "line",
    }  # fmt: skip
    titles = {title.text for title in root.iter("title")}
    assert {f"{tile.name}: {tile.value}" for tile in tiles if tile.value} <= titles
    assert all(link.attrib["href"].startswith("#") for link in root.iter("a"))
    assert outside(drawing, list(text_boxes(root))) == []


def test_dutch_has_every_text_that_figures_say() -> None:
    folder = Path(svg.__file__).parent
    said = {
        node.args[0].value
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(said) > 15
    assert {text for text in said if text not in DUTCH.phrases} == set()
    assert set(figures.PHRASES) - said == {
        "{member} to {host}: {places} regular",
        "{member} to {host}: {places} amv",
    }


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(key: str) -> dict[str, str]:
    """What each class has for a fill or a stroke."""
    rules = re.findall(r"[.]?([a-z0-9]+) \{([^}]*)\}", svg.STYLE)
    found = {name: re.search(rf"(?<![-a-z]){key}: (#[0-9a-f]{{6}})", body) for name, body in rules}
    return {name: match.group(1) for name, match in found.items() if match}


def test_text_and_marks_stand_out_enough_from_what_is_under_them() -> None:
    fills, strokes = colours("fill"), colours("stroke")
    tiles = ["#ffffff", *(fills[f"shade{at}"] for at in range(1, 5))]
    for under in tiles:
        assert contrast(fills["text"], under) >= 4.5
        assert contrast(strokes["host"], under) >= 3
        assert contrast(strokes["outline"], under) >= 3
    assert min(contrast(fills[name], "#ffffff") for name in ("faint", "grouplabel")) >= 4.5
    marks = {name: strokes.get(name) or fills[name] for name in (
        "counted", "rest", "second", "open", "tile", "merge", "mergehead", "badge", "prorata",
        "realised", "axis", "stairs", "chord", "ring", "whisker", "median",
    )}  # fmt: skip
    assert {name for name, colour in marks.items() if contrast(colour, "#ffffff") < 3} == set()


def test_no_tiles_make_an_empty_map() -> None:
    assert classed(read_back(drawn([])), "municipality") == []
