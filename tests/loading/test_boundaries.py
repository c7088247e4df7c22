# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Borders from a file that nobody vouches for: read exactly, or refused in words."""

from __future__ import annotations

import inspect
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allocator.loading import boundaries, saved_run
from allocator.loading.boundaries import load_boundaries
from allocator.loading.text import each_key_once
from models.boundaries import cosine
from models.fault import InputError

SQUARE = [[200_000, 480_000], [210_000, 480_000], [210_000, 490_000], [200_000, 490_000]]
CLOSED = [*SQUARE, SQUARE[0]]


def feature(code: Any = "GM0141", geometry: Any = None, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"statcode": code, "statnaam": "Almelo", **properties},
        "geometry": geometry or {"type": "Polygon", "coordinates": [CLOSED]},
    }


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def crs(name: str) -> dict[str, Any]:
    return {"crs": {"type": "name", "properties": {"name": name}}}


def written(tmp_path: Path, value: Any) -> Path:
    path = tmp_path / "gemeenten.geojson"
    text = value if isinstance(value, str) else json.dumps(value)
    path.write_text(text, encoding="utf-8")
    return path


def test_metres_of_the_dutch_grid_are_taken_as_they_are_in_decimetres(tmp_path: Path) -> None:
    for more in ({}, crs("urn:ogc:def:crs:EPSG::28992"), crs("EPSG:28992")):
        found = load_boundaries(written(tmp_path, collection(feature(), **more)))
        area = found.areas["GM0141"]
        assert area.code == "GM0141"
        assert area.rings == (tuple((10 * x, 10 * y) for x, y in SQUARE),)
        assert found.file.name == "gemeenten.geojson"
        assert len(found.file.sha256) == 64


def test_degrees_become_metres_east_and_north(tmp_path: Path) -> None:
    ring = [[6, 52], [7, 52], [7, 53], [6, 53], [6, 52]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    for more in ({}, crs("urn:ogc:def:crs:OGC:1.3:CRS84"), crs("EPSG:4258")):
        path = written(tmp_path, collection(feature(geometry=geometry), **more))
        [found] = load_boundaries(path).areas["GM0141"].rings
        (west, south), (east, _), (_, north), _ = found
        assert north - south == 1_111_950
        assert east - west == pytest.approx(1_111_950 * 0.60876, rel=0.002)  # cos 52.5°


def test_the_cosine_is_exact_and_near() -> None:
    for degrees, known in ((0, 1), (60, 0.5), (90, 0), (52, 0.61566)):
        assert float(cosine(Fraction(degrees))) == pytest.approx(known, abs=0.002)


def test_islands_holes_and_heights_are_read(tmp_path: Path) -> None:
    high = [[x, y, 1.5] for x, y in CLOSED]
    geometry = {"type": "MultiPolygon", "coordinates": [[CLOSED, high], [CLOSED]]}
    found = load_boundaries(written(tmp_path, collection(feature(geometry=geometry))))
    assert [len(ring) for ring in found.areas["GM0141"].rings] == [4, 4, 4]


def test_municipalities_that_are_not_needed_are_left_out_unread(tmp_path: Path) -> None:
    broken = feature("GM9999", geometry={"type": "Point", "coordinates": [1, 2]})
    path = written(tmp_path, collection(feature(), broken))
    assert list(load_boundaries(path, {"GM0141": "Almelo"}).areas) == ["GM0141"]


def test_a_needed_municipality_that_is_missing_is_named(tmp_path: Path) -> None:
    needed = {"GM0141": "Almelo", **{f"GM{at:04}": f"Dorp {at}" for at in range(7)}}
    with pytest.raises(InputError) as caught:
        load_boundaries(written(tmp_path, collection(feature())), needed)
    [fault] = caught.value.faults
    assert fault.code == "missing-boundary"
    assert "Dorp 0 (GM0000)" in fault.what
    assert fault.what.endswith("and 2 more")


def ring(*points: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [list(points)]}


OPEN = ring(*SQUARE)
CODE = "not-boundaries"
REFUSED: dict[str, tuple[Any, str, str]] = {
    "nothing of it": ([], CODE, "no FeatureCollection"),
    "a number": (7, CODE, "no FeatureCollection"),
    "one feature": (feature(), CODE, "no FeatureCollection"),
    "no features": (collection(), CODE, "no features"),
    "features that are no list": ({**collection(), "features": {}}, CODE, "no features"),
    "too many features": (collection(*[0] * 1_001), CODE, "1,001 features"),
    "a feature that is none": (collection(7), CODE, "feature 1 has no properties"),
    "no statcode": (collection(feature(None)), CODE, "feature 1 has no statcode"),
    "a number for a statcode": (collection(feature(141)), CODE, "has no statcode"),
    "an empty statcode": (collection(feature("  ")), CODE, "has no statcode"),
    "a statcode without end": (collection(feature("G" * 999)), CODE, "has no statcode"),
    "a steering letter": (collection(feature("GM\x1b[31m")), CODE, "control character"),
    "a code twice": (collection(feature(), feature()), CODE, "twice (feature 2)"),
    "no geometry": (collection(feature(geometry="x")), CODE, "no Polygon or MultiPolygon"),
    "a point": (collection(feature(geometry={"type": "Point"})), CODE, "no Polygon"),
    "no coordinates": (collection(feature(geometry={"type": "Polygon"})), CODE, "a polygon of"),
    "no polygons": (
        collection(feature(geometry={"type": "MultiPolygon", "coordinates": []})),
        CODE,
        "no coordinates",
    ),
    "a polygon of no rings": (
        collection(feature(geometry={"type": "MultiPolygon", "coordinates": [[]]})),
        CODE,
        "no rings",
    ),
    "an open ring": (collection(feature(geometry=OPEN)), CODE, "does not end where it begins"),
    "a short ring": (collection(feature(geometry=ring([1, 2]))), CODE, "fewer than 4 points"),
    "a ring that is none": (
        collection(feature(geometry={"type": "Polygon", "coordinates": [7]})),
        CODE,
        "fewer than 4 points",
    ),
    "a text for a number": (
        collection(feature(geometry=ring(*[["6", "52"]] * 4))),
        CODE,
        "no pair of numbers",
    ),
    "a truth for a number": (
        collection(feature(geometry=ring(*[[True, False]] * 4))),
        CODE,
        "no pair of numbers",
    ),
    "a point of one number": (collection(feature(geometry=ring(*[[6]] * 4))), CODE, "no pair"),
    "a point of no list": (collection(feature(geometry=ring(*[6] * 4))), CODE, "no pair"),
    "latitude first": (
        collection(feature(geometry=ring([52, 6], [52, 7], [53, 7], [52, 6]))),
        CODE,
        "outside the Netherlands",
    ),
    "degrees that are called metres": (
        collection(feature(geometry=ring([6, 52], [7, 52], [7, 53], [6, 52])), **crs("EPSG:28992")),
        CODE,
        "outside the Netherlands",
    ),
    "another system": (collection(feature(), **crs("EPSG:3857")), CODE, "'EPSG:3857'"),
    "a system that is none": (collection(feature(), crs=7), CODE, "the coordinates are in"),
    "no JSON": ("{", "not-json", "not JSON"),
    "a key twice": ('{"type": 1, "type": 2}', "not-json", "twice"),
    "not a number": ('{"features": [NaN]}', "not-json", "'NaN' is no coordinate"),
    "no end": ('{"features": [Infinity]}', "not-json", "'Infinity' is no coordinate"),
    "a number beyond size": ('{"features": [1e999999999]}', "not-json", "no coordinate"),
    "a number of many digits": (f'{{"x": {"9" * 5_000}}}', "not-json", "no coordinate"),
    "depth": ("[" * 100_000 + "]" * 100_000, "not-json", "nested too deeply"),
    "nothing": ("  ", "empty-file", "the file is empty"),
}


@pytest.mark.parametrize(("value", "code", "said"), REFUSED.values(), ids=REFUSED)
def test_what_are_no_borders_is_refused_in_words(
    tmp_path: Path, value: Any, code: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        load_boundaries(written(tmp_path, value))
    assert {fault.code for fault in caught.value.faults} == {code}
    assert said in str(caught.value)
    assert all(fault.remedy for fault in caught.value.faults)


class Key(str):
    """A key that counts how often keys are compared."""

    compared = 0
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return str.__eq__(self, other)


def test_a_key_that_stands_twice_among_thousands_is_found_in_one_reading() -> None:
    """Files of borders and saved runs share this; a comparison of all with all takes minutes."""
    keys = [Key(f"key {at}") for at in range(2_000)]
    Key.compared = 0
    with pytest.raises(ValueError, match="'key 1999' stands in one object twice"):
        each_key_once([(key, 0) for key in [*keys, Key("key 1999")]])
    assert Key.compared < 20_000
    assert each_key_once([("a", 1), ("b", 2)]) == {"a": 1, "b": 2}
    for module in (boundaries, saved_run):
        assert "object_pairs_hook=each_key_once" in inspect.getsource(module)


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_boundaries(written(tmp_path, collection(feature(None), feature(7), 7)))
    assert len(caught.value.faults) == 3


def test_bytes_that_are_no_text_and_files_that_are_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    for data in (b"\xff\xfe\x00", b'{"a": "\xe9"}'):
        path.write_bytes(data)
        with pytest.raises(InputError, match="UTF-8"):
            load_boundaries(path)
    with pytest.raises(InputError, match="no such file"):
        load_boundaries(tmp_path / "missing.geojson")
    with pytest.raises(InputError, match="folder"):
        load_boundaries(tmp_path)


def test_a_file_beyond_size_is_refused_with_where_to_find_a_smaller_one(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    path.write_bytes(b" " * 10_000_001)
    with pytest.raises(InputError, match="generalised borders"):
        load_boundaries(path)


def test_more_points_than_a_map_shows_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allocator.loading.boundaries.MOST_POINTS", 9)
    with pytest.raises(InputError, match="more than 9 points"):
        load_boundaries(written(tmp_path, collection(feature(), feature("GM0142"))))
