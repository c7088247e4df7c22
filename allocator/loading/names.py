# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names become codes: every municipality, region and province that a scenario writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from allocator.loading.document import Keys
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults, Place, nearest, quoted
from models.redivision import Redivision
from models.territory import Gazetteer, Territory, UnknownName

V = TypeVar("V")


def code_of(written: str, gazetteer: Gazetteer, where: Place, faults: Faults) -> str | None:
    """The code that a name means; notes a fault when it means none, or more than one."""
    try:
        return gazetteer.code_of(written)
    except UnknownName as problem:
        if problem.candidates:
            what = f"{quoted(written)} can be {' or '.join(problem.candidates)}"
            faults.add("ambiguous-name", where, what, "Write the full name or the code.")
        elif not written:
            faults.add("no-name", where, "a name is missing here", "Write it, or take this out.")
        elif gone := gazetteer.redivision_of(written):
            _refuse_redivided(gone, gazetteer, where, faults)
        else:
            meant = _meant(written, gazetteer)
            what = f"there is no {quoted(written)}{meant}"
            faults.add("unknown-name", where, what, f"Write {_written_as(gazetteer)}.")
        return None


@dataclass(frozen=True, slots=True)
class Located:
    """Where something that is counted belongs today.

    Attributes:
        code: of the municipality.
        was: the one that was written and is no more; None where the two are the same.
    """

    code: str
    was: Redivision | None = None


def located(written: str, gazetteer: Gazetteer, where: Place, faults: Faults) -> Located | None:
    """Where a number that adds up belongs, such as offered places or people.

    What a municipality has that is no more, belongs to the one that its area lies in since. Where
    its area was split, nobody can tell to which: that is a fault, as in `code_of`.
    """
    gone = gazetteer.redivision_of(written) if written else None
    if gone is not None and not gone.split:
        return Located(gone.into[0], gone)
    code = code_of(written, gazetteer, where, faults)
    return Located(code) if code else None


def _refuse_redivided(gone: Redivision, gazetteer: Gazetteer, where: Place, faults: Faults) -> None:
    names = [gazetteer.names[code] for code in gone.into]
    remedy = f"Write {names[0]}."
    if gone.split:
        remedy = f"Give what lies in each of them: {', '.join(names)}."
    faults.add("redivided-municipality", where, gone.told(gazetteer.names.__getitem__), remedy)


CODE = re.compile("(?:GM)?0*([1-9][0-9]{0,3})", re.IGNORECASE)


def name_in_cell(cell: Any) -> str:
    """A name or code as it stands in a table: there 141, 0141 and 141.0 are GM0141."""
    whole = isinstance(cell, float) and cell.is_integer()
    text = str(int(cell)) if whole else str(cell)
    number = CODE.fullmatch(text.strip())
    return f"GM{int(number[1]):04d}" if number else text


def _written_as(gazetteer: Gazetteer) -> str:
    """How an area of the sort that is meant is written."""
    sort = min(gazetteer.names, default="GM")[:2]
    return {
        "PV": "the name of a province or a code such as PV23",
        "VR": "the name of a region or a code such as VR05",
    }.get(sort, "the CBS name or a code such as GM0141")


def _meant(written: str, gazetteer: Gazetteer) -> str:
    """The area that a mistyped name or a bare number may mean."""
    if number := CODE.fullmatch(written):
        code = f"GM{int(number[1]):04d}"
        if code in gazetteer.names:
            return f"; did you mean {code}, {gazetteer.names[code]}?"
        return ""  # codes that look alike have nothing to do with one another
    return nearest(written, gazetteer.spellings())


class Resolver:
    """Resolves the names of one scenario, and remembers what could not be resolved."""

    def __init__(self, file: ScenarioFile, territory: Territory, faults: Faults) -> None:
        """Resolve the provinces first: they tell which municipalities may be named."""
        self._file, self._territory, self._faults = file, territory, faults
        self._coded: dict[Keys, str] = {}
        written = file.scenario.provinces
        self.provinces_known = True
        self.named_at: dict[str, Place] = {}
        self.provinces = tuple(sorted(self._each(written, self._any_province, "provinces")))
        if not self.provinces_known:  # what lies outside them is not known either
            self.provinces = tuple(territory.provinces.names)
        self.regions = {
            municipality.region
            for municipality in territory.municipalities.values()
            if municipality.province in self.provinces
        }

    def _code(self, written: str, gazetteer: Gazetteer, path: tuple[str | int, ...]) -> str | None:
        return code_of(written, gazetteer, self._file.place(*path), self._faults)

    def _each(
        self, written: Iterable[str], resolve: Callable[..., str], *path: str | int
    ) -> tuple[str, ...]:
        found: list[str] = []
        for index, name in enumerate(written):
            code = resolve(name, *path, index)
            if code in found:
                self._fault(
                    "named-twice", (*path, index), f"{name} stands here twice", "Once is enough."
                )
            elif code:
                found.append(code)
        return tuple(found)

    def _fault(self, code: str, path: tuple[str | int, ...], what: str, remedy: str) -> None:
        self._faults.add(code, self._file.place(*path), what, remedy)

    def municipality(self, written: str, *path: str | int) -> str:
        """The code of a municipality of the scenario's provinces; `""` after a fault."""
        code = self._code(written, self._territory.places, path)
        if code and self._territory.municipalities[code].province not in self.provinces:
            self._fault(
                "outside-provinces",
                path,
                f"{written} lies outside the scenario's provinces",
                "Add its province, or leave it out.",
            )
        return code or ""

    def _any_province(self, written: str, *path: str | int) -> str:
        code = self._code(written, self._territory.provinces, path)
        self.provinces_known &= code is not None
        self.named_at.setdefault(code or "", self._file.place(*path))
        return code or ""

    def province(self, written: str, *path: str | int) -> str:
        """The code of one of the scenario's provinces; `""` after a fault."""
        code = self._code(written, self._territory.provinces, path)
        if code and code not in self.provinces:
            self._fault(
                "outside-provinces",
                path,
                f"{written} is not one of the scenario's provinces",
                "Add it to `provinces`, or leave this out.",
            )
        return code or ""

    def some_provinces(self, written: Iterable[str], *path: str | int) -> tuple[str, ...]:
        """The codes of a list of the scenario's provinces, each once."""
        return self._each(written, self.province, *path)

    def region(self, written: str, *path: str | int) -> str:
        """The code of a region of the scenario's provinces; `""` after a fault."""
        code = self._code(written, self._territory.regions, path)
        if code and code not in self.regions:
            self._fault(
                "outside-provinces",
                path,
                f"the region {written} lies outside the scenario's provinces",
                "Add its province, or leave it out.",
            )
        return code or ""

    def municipalities(self, written: Iterable[str], *path: str | int) -> tuple[str, ...]:
        """The codes of a list of municipalities, each once."""
        return self._each(written, self.municipality, *path)

    def by_code(self, written: Mapping[str, V], regions: bool, *path: str | int) -> dict[str, V]:
        """A mapping with codes for names, in order of code."""
        return self._by(self.region if regions else self.municipality, written, *path)

    def by_province(self, written: Mapping[str, V], *path: str | int) -> dict[str, V]:
        """The same of provinces."""
        return self._by(self.province, written, *path)

    def _by(
        self, resolve: Callable[..., str], written: Mapping[str, V], *path: str | int
    ) -> dict[str, V]:
        found: dict[str, V] = {}
        for name, value in written.items():
            code = resolve(name, *path, name)
            if code in found:
                self._fault(
                    "named-twice", (*path, name), f"{name} stands here twice", "Once is enough."
                )
            elif code:
                found[code] = value
                self._coded[*path, name] = code
        return dict(sorted(found.items()))

    def lines(self) -> dict[str, Place]:
        """Where each line of the scenario stands, by its dotted path with codes for names."""
        found = {}
        for path, place in self._file.places.items():
            coded = [self._coded.get(path[: end + 1], str(key)) for end, key in enumerate(path)]
            # The provinces are sorted by code, so their places in the list say nothing.
            if path and (path[0] != "provinces" or len(path) == 1):
                found[".".join(coded)] = place
        return found
