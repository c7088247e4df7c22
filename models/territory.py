# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Territory: municipalities, regions and provinces, by CBS code, name or alias."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import asin, cos, radians, sin, sqrt


@dataclass(frozen=True, slots=True)
class Area:
    """A province (`PV23`) or a region (`VR05`): code and official name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality.

    Attributes:
        code: CBS code, `GM0141`.
        name: official CBS name.
        province: code of its province.
        region: code of its regional table; by default the safety region.
        latitude: of the centroid, degrees (WGS84).
        longitude: of the centroid, degrees (WGS84).
    """

    code: str
    name: str
    province: str
    region: str
    latitude: Fraction
    longitude: Fraction


EARTH_RADIUS_KM = 6371.0088


def great_circle_km(
    latitude: Fraction, longitude: Fraction, other_latitude: Fraction, other_longitude: Fraction
) -> float:
    """The distance over the ground between two points in degrees, by the haversine formula."""
    north, other_north = radians(float(latitude)), radians(float(other_latitude))
    east = radians(float(other_longitude)) - radians(float(longitude))
    chord = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


def spelled(name: str) -> str:
    """A name without case, accents and punctuation, so that common spellings meet."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


class UnknownName(ValueError):
    """A name or code that is not in the territory, or that means more than one area."""

    def __init__(self, written: str, candidates: Iterable[str] = ()) -> None:
        """Keep what was written and what it could mean."""
        self.written = written
        self.candidates = tuple(candidates)
        super().__init__(written)


@dataclass(frozen=True)
class Gazetteer:
    """Finds codes of one sort of area by code, official name or alias.

    Attributes:
        names: official name per code.
        aliases: code per other spelling.
    """

    names: Mapping[str, str]
    aliases: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _index(self) -> Mapping[str, set[str]]:
        """Every spelling, and what it may mean; what is exactly a name means only that."""
        index: dict[str, set[str]] = {}
        for code, name in self.names.items():
            for spelling in (code, name, name.split(" (", maxsplit=1)[0]):
                index.setdefault(spelled(spelling), set()).add(code)
        for alias, code in self.aliases.items():
            index.setdefault(spelled(alias), set()).add(code)
        exact: dict[str, set[str]] = {}
        for code, name in self.names.items():
            exact.setdefault(spelled(name), set()).add(code)
        return index | exact

    def code_of(self, written: str) -> str:
        """The code that a written code, name or alias means.

        Raises:
            UnknownName: if it means none, or more than one.
        """
        if written in self.names:
            return written
        found = self._index.get(spelled(written), set())
        if len(found) != 1:
            raise UnknownName(written, (self.names[code] for code in sorted(found)))
        return next(iter(found))

    def spellings(self) -> list[str]:
        """Everything that may be written, for suggestions."""
        return [*self.names.values(), *self.aliases, *self.names]


@dataclass(frozen=True)
class Territory:
    """All municipalities, regions and provinces of the reference tables.

    Attributes:
        borders: pairs of municipalities that share a land border, and the row that says so.
    """

    municipalities: Mapping[str, Municipality]
    provinces: Gazetteer
    regions: Gazetteer
    places: Gazetteer
    borders: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """Per municipality those that share a land border with it; who has none is left out."""
        found: dict[str, set[str]] = {}
        for one, other in self.borders:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {code: frozenset(others) for code, others in found.items()}

    def neighbours_within(self, codes: frozenset[str]) -> dict[str, frozenset[str]]:
        """Per municipality of a set, those of the set that share a land border with it."""
        return {code: self.neighbours.get(code, frozenset()) & codes for code in codes}

    def name(self, code: str) -> str:
        """The official name behind any code."""
        for gazetteer in (self.places, self.regions, self.provinces):
            if code in gazetteer.names:
                return gazetteer.names[code]
        return code
