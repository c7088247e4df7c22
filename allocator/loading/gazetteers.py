# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities and provinces are called: here, in tables of others, and before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from allocator.loading.reference_rows import ProvinceRow, RedivisionRow, SpellingRow
from models.redivision import Redivision
from models.territory import Gazetteer, Municipality

# CBS tells a city from its province so: "Utrecht (gemeente)", "Utrecht (PV)".
MARKS_OF_MUNICIPALITIES = ("gemeente", "GM")
MARKS_OF_PROVINCES = ("provincie", "PV")


def province_names(rows: Iterable[ProvinceRow], spellings: Sequence[SpellingRow]) -> Gazetteer:
    """The names of the provinces."""
    names = {row.code: row.name for row in rows}
    return Gazetteer(
        names,
        _aliases(spellings, names),
        titles=frozenset({"provincie", "province"}),
        marks=dict.fromkeys(MARKS_OF_PROVINCES, frozenset(names)),
    )


def municipality_names(
    municipalities: Collection[Municipality],
    aliases: Mapping[str, str],
    spellings: Sequence[SpellingRow],
    provinces: Iterable[ProvinceRow],
    redivisions: Sequence[RedivisionRow],
) -> Gazetteer:
    """The names of the municipalities, and what became of those that are no more."""
    names = {one.code: one.name for one in municipalities}
    marks = dict.fromkeys(MARKS_OF_MUNICIPALITIES, frozenset(names))
    for province in provinces:
        inside = frozenset(one.code for one in municipalities if one.province == province.code)
        written = [row.spelling for row in spellings if row.code == province.code]
        marks |= dict.fromkeys((province.name, *written), inside)
    return Gazetteer(
        names,
        {**aliases, **_aliases(spellings, names)},
        titles=frozenset({"gemeente", "municipality"}),
        marks=marks,
        former=former(redivisions),
    )


def _aliases(spellings: Sequence[SpellingRow], names: Mapping[str, str]) -> dict[str, str]:
    return {row.spelling: row.code for row in spellings if row.sort == "name" and row.code in names}


def former(rows: Sequence[RedivisionRow]) -> dict[str, Redivision]:
    """What became of each municipality that is no more, by its code."""
    found: dict[str, list[RedivisionRow]] = {}
    for row in rows:
        found.setdefault(row.code, []).append(row)
    return {
        code: Redivision(
            code=code,
            name=parts[0].name,
            on=parts[0].date,
            into=tuple(part.into for part in parts),
            joined=parts[0].sort == "added",
            rows=tuple(part.row for part in parts),
        )
        for code, parts in found.items()
    }
