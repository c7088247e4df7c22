# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Territory: municipalities, regions and provinces, by CBS code, name or alias."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from models.redivision import Redivision


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
        titles: what may stand before a name, such as "gemeente".
        marks: what may stand in brackets behind a name, and of which areas: "gemeente" of all,
            "Ov" of those in Overijssel.
        former: what became of areas that are no more, by their code.
    """

    names: Mapping[str, str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    former: Mapping[str, Redivision] = field(default_factory=dict)

    @cached_property
    def _index(self) -> Mapping[str, set[str]]:
        """Every spelling, and what it may mean; what is exactly a name means only that."""
        index: dict[str, set[str]] = {}
        for code, name in self.names.items():
            for spelling in (code, name, name.split(" (", maxsplit=1)[0], *_shortened(name)):
                index.setdefault(spelled(spelling), set()).add(code)
        for alias, code in self.aliases.items():
            index.setdefault(spelled(alias), set()).add(code)
        exact: dict[str, set[str]] = {}
        for code, name in self.names.items():
            exact.setdefault(spelled(name), set()).add(code)
        return index | exact

    @cached_property
    def _former_index(self) -> Mapping[str, str]:
        """The same of areas that are no more."""
        return {
            spelled(spelling): one.code
            for one in self.former.values()
            for spelling in (one.code, one.name, *_shortened(one.name))
        }

    @cached_property
    def _marks(self) -> Mapping[str, frozenset[str]]:
        return {spelled(mark): codes for mark, codes in self.marks.items()}

    def code_of(self, written: str) -> str:
        """The code that a written code, name or alias means.

        Raises:
            UnknownName: if it means none, or more than one.
        """
        if written in self.names:
            return written
        found = self.meant_by(written)
        if len(found) != 1:
            raise UnknownName(written, (self.names[code] for code in sorted(found)))
        return next(iter(found))

    def meant_by(self, written: str) -> set[str]:
        """The codes that a written code, name or alias may mean."""
        found = self._index.get(spelled(written))
        if found is None:
            bare, marked = self._bare(written)
            found = self._index.get(bare, set())
            found = found if marked is None else found & marked
        return found

    def _bare(self, written: str) -> tuple[str, frozenset[str] | None]:
        """A spelling without title and mark, and whose mark it is; None without a mark."""
        name, bracket, mark = written.strip().removesuffix(")").rpartition("(")
        if not bracket or not name.strip():
            name, mark, bracket = written, "", ""
        words = name.split(maxsplit=1)
        if len(words) > 1 and words[0].casefold() in self.titles:
            name = words[1]
        return spelled(name), self._marks.get(spelled(mark), frozenset()) if bracket else None

    def redivision_of(self, written: str) -> Redivision | None:
        """What became of an area that is no more; None for what is one, or never was."""
        if self.meant_by(written):
            return None
        code = self._former_index.get(spelled(written))
        if code is None:
            bare, marked = self._bare(written)
            code = self._former_index.get(bare)
            if code is not None and marked is not None and not marked & {*self.former[code].into}:
                code = None
        return None if code is None else self.former[code]

    def spellings(self) -> list[str]:
        """Everything that may be written, for suggestions."""
        return [*self.names.values(), *self.aliases, *self.names]


def _shortened(name: str) -> list[str]:
    """A name of several villages as CBS shortens it: "Nuenen c.a."."""
    first, *others = re.split(", | en ", name)
    return [f"{first} c.a."] if others else []


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

    def same_area(self, one: str, other: str) -> bool:
        """Whether two names are those of one municipality, region or province."""
        return any(
            bool(found := gazetteer.meant_by(one)) and found == gazetteer.meant_by(other)
            for gazetteer in (self.places, self.regions, self.provinces)
        )

    def name(self, code: str) -> str:
        """The official name behind any code."""
        for gazetteer in (self.places, self.regions, self.provinces):
            if code in gazetteer.names:
                return gazetteer.names[code]
        return code
