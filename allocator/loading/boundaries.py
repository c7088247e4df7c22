# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Borders of municipalities from a GeoJSON file of CBS or PDOK, read as an untrusted file.

A feature has the CBS code in `statcode`, and a Polygon or MultiPolygon in degrees (longitude,
latitude; WGS84 or ETRS89) or in metres of the Dutch grid (EPSG:28992). Names are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Any, Literal

from allocator.loading.files import Content, fault, read
from allocator.loading.text import each_key_once, steering_letter, utf8
from models.boundaries import METRES_PER_DEGREE, Boundaries, Boundary, Ring, cosine
from models.fault import Faults, InputError, Place, quoted

Grid = Literal["degrees", "metres"]
Spot = tuple[Fraction, Fraction]

MOST_FEATURES = 1_000
MOST_POINTS = 500_000
MOST_CODE_LETTERS = 20
FEWEST_POINTS = 4
NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?")
REMEDY = "Export the municipalities of CBS or PDOK again, as GeoJSON."

# Around the European Netherlands, with room: longitude and latitude, and metres east and north.
AROUND: Mapping[Grid, tuple[tuple[int, int], tuple[int, int]]] = {
    "degrees": ((2, 9), (50, 55)),
    "metres": ((-50_000, 350_000), (250_000, 700_000)),
}
SYSTEMS: Mapping[str, Grid] = {
    "28992": "metres", "4326": "degrees", "4258": "degrees", "CRS84": "degrees",
}  # fmt: skip


def load_boundaries(path: Path, needed: Mapping[str, str] | None = None) -> Boundaries:
    """Read the borders.

    Args:
        path: of the file.
        needed: the names of the municipalities that must be in it, by code; others are left out.
            Without it all are read.

    Raises:
        InputError: if it is no such file, or lacks a municipality.
    """
    content = _content(path)
    where = Place(content.name)
    value = _json(content)
    features = value.get("features") if isinstance(value, dict) else None
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        raise _odd(where, "this is no FeatureCollection")
    if not isinstance(features, list) or not features:
        raise _odd(where, "there are no features")
    if len(features) > MOST_FEATURES:
        raise _odd(where, f"{len(features):,} features, more than the municipalities there are")
    found = _read_features(features, where, needed)
    missing = [f"{name} ({code})" for code, name in (needed or {}).items() if code not in found]
    if missing:
        raise fault(
            "missing-boundary",
            where,
            f"no borders of {', '.join(missing[:5])}{_more(len(missing) - 5)}",
            "Take the file of the year of the scenario.",
            "A map shows every municipality of the scenario.",
        )
    grid = _grid(value, found, where)
    # Without its folder: a report says the same wherever it is made.
    file = content.receipt("reference").model_copy(update={"name": PurePath(content.name).name})
    return Boundaries(_flattened(found, grid), file)


def _content(path: Path) -> Content:
    try:
        return read(path)
    except InputError as error:
        [one] = error.faults
        if one.code != "file-too-large":
            raise
        remedy = "Take the generalised borders (gegeneraliseerd); a map shows no more."
        raise fault(one.code, one.where, one.what, remedy) from error


Raw = list[list[Spot]]
"""The rings as they stand in the file, each closed."""


def _read_features(
    features: list[Any], where: Place, needed: Mapping[str, str] | None
) -> dict[str, Raw]:
    faults = Faults()
    found: dict[str, Raw] = {}
    points = 0
    for number, feature in enumerate(features, start=1):
        with faults.collected():
            code = _code(feature, number, where)
            if needed is not None and code not in needed:
                continue
            if code in found:
                raise _odd(where, f"{quoted(code)} stands here twice (feature {number})")
            rings = [
                _ring(ring, f"feature {number} ({code})", where)
                for ring in _rings(feature.get("geometry"), f"feature {number} ({code})", where)
            ]
            points += sum(len(ring) for ring in rings)
            if points > MOST_POINTS:
                what = f"more than {MOST_POINTS:,} points"
                raise _odd(where, what, "Take the generalised borders; a map shows no more.")
            found[code] = rings
    faults.raise_if_any()
    return found


def _code(feature: Any, number: int, where: Place) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise _odd(where, f"feature {number} has no properties")
    code = properties.get("statcode")
    if not isinstance(code, str) or not 0 < len(code.strip()) <= MOST_CODE_LETTERS:
        raise _odd(where, f"feature {number} has no statcode")
    if letter := steering_letter(code):
        raise _odd(where, f"a control character ({letter}) in feature {number}")
    return code.strip()


def _rings(geometry: Any, which: str, where: Place) -> Iterator[Any]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _odd(where, f"{which} is no Polygon or MultiPolygon")
    inside = geometry.get("coordinates")
    polygons = [inside] if kind == "Polygon" else inside
    if not isinstance(polygons, list) or not polygons:
        raise _odd(where, f"{which} has no coordinates")
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise _odd(where, f"a polygon of {which} has no rings")
        yield from polygon


def _ring(ring: Any, which: str, where: Place) -> list[Spot]:
    if not isinstance(ring, list) or len(ring) < FEWEST_POINTS:
        raise _odd(where, f"a ring of {which} has fewer than {FEWEST_POINTS} points")
    spots = [_spot(point, which, where) for point in ring]
    if spots[0] != spots[-1]:
        raise _odd(where, f"a ring of {which} does not end where it begins")
    return spots


def _spot(point: Any, which: str, where: Place) -> Spot:
    """Longitude and latitude, or metres east and north; a height is passed over."""
    if not isinstance(point, list) or len(point) not in (2, 3):
        raise _odd(where, f"a point of {which} is no pair of numbers")
    if not all(isinstance(number, Fraction) for number in point):
        raise _odd(where, f"a point of {which} is no pair of numbers")
    return point[0], point[1]


def _grid(value: dict[str, Any], found: Mapping[str, Raw], where: Place) -> Grid:
    """In what the numbers are: as `crs` says, else as their size says."""
    named = value.get("crs")
    said = named.get("properties") if isinstance(named, dict) else None
    name = said.get("name") if isinstance(said, dict) else None
    grids: list[Grid] = ["degrees", "metres"]
    if named is not None:
        ending = str(name).rsplit(":", 1)[-1]
        if ending not in SYSTEMS:
            what = f"the coordinates are in {quoted(str(name))}"
            raise _odd(where, what, "Export it in WGS84 or in EPSG:28992.")
        grids = [SYSTEMS[ending]]
    for grid in grids:
        (west, east), (south, north) = AROUND[grid]
        if all(
            west <= x <= east and south <= y <= north
            for rings in found.values()
            for ring in rings
            for x, y in ring
        ):
            return grid
    raise _odd(
        where,
        f"points outside the Netherlands, as {' or '.join(grids)}",
        "Export it in WGS84 (longitude first) or in EPSG:28992.",
    )


def _flattened(found: Mapping[str, Raw], grid: Grid) -> dict[str, Boundary]:
    """All in decimetres of one plane: degrees equirectangular at their middle latitude."""
    across = up = Fraction(10)
    if grid == "degrees":
        latitudes = [y for rings in found.values() for ring in rings for _, y in ring]
        up = Fraction(10 * METRES_PER_DEGREE)
        across = up * cosine((min(latitudes) + max(latitudes)) / 2)

    def flat(ring: list[Spot]) -> Ring:
        return tuple((round(x * across), round(y * up)) for x, y in ring[:-1])

    return {
        code: Boundary(code, tuple(flat(ring) for ring in rings))
        for code, rings in sorted(found.items())
    }


def _json(content: Content) -> Any:
    where, remedy = Place(content.name), REMEDY
    text = utf8(content)
    try:
        return json.loads(
            text, object_pairs_hook=each_key_once, parse_constant=_number, parse_float=_number,
            parse_int=_number,
        )  # fmt: skip
    except json.JSONDecodeError as problem:
        where = Place(content.name, problem.lineno, problem.colno)
        raise fault("not-json", where, f"not JSON: {problem.msg}", remedy) from problem
    except RecursionError as problem:
        raise fault("not-json", where, "nested too deeply for borders", remedy) from problem
    except ValueError as problem:
        said = str(problem).splitlines()[0]
        raise fault("not-json", where, f"not JSON of borders: {said}", remedy) from problem


def _number(written: str) -> Fraction:
    if not NUMBER.fullmatch(written):
        raise ValueError(f"{quoted(written)} is no coordinate")
    return Fraction(written)


def _odd(where: Place, what: str, remedy: str = REMEDY) -> InputError:
    return fault("not-boundaries", where, what, remedy)


def _more(number: int) -> str:
    return f" and {number} more" if number > 0 else ""
