# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom a question is about: a municipality or a province of a run, by name, alias or code."""

from __future__ import annotations

from models.fault import Fault, InputError, Place, nearest
from models.result import RunResult
from models.territory import Gazetteer, Territory, UnknownName


def subject_of(result: RunResult, territory: Territory, written: str, where: Place) -> str:
    """The code of a municipality of the run, or else of a province of it.

    Args:
        result: the run.
        territory: the names of the whole country, to tell a place outside from a misspelled one.
        written: a name, alias or code.
        where: the option or argument that says it.

    Raises:
        InputError: if it is none, more than one, or outside the run.
    """
    if not written.strip():
        raise _fault("no-name", "no name is given", where, "Name one, or leave it out.")
    inside = {one.code: one.name for one in result.municipalities}
    provinces = {one.code: one.name for one in result.provinces}
    for gazetteer, known in (
        (territory.places, inside),
        (territory.provinces, provinces),
    ):
        try:
            code = gazetteer.code_of(written)
        except UnknownName as problem:
            candidates = [name for name in problem.candidates if name in known.values()]
            if len(candidates) == 1:
                return next(code for code, name in known.items() if name == candidates[0])
            if problem.candidates:
                what = f"{written!r} can be {' or '.join(problem.candidates)}"
                remedy = "Write the full name or the code."
                raise _fault("ambiguous-name", what, where, remedy) from problem
            continue
        if code in known:
            return code
    raise _nowhere(territory, written, where, [*inside.values(), *provinces.values()])


def _nowhere(territory: Territory, written: str, where: Place, known: list[str]) -> InputError:
    for gazetteer in (territory.places, territory.provinces):
        try:
            name = gazetteer.names[gazetteer.code_of(written)]
        except UnknownName:
            continue
        return _fault(
            "outside-provinces",
            f"{name} lies outside the scenario's provinces",
            where,
            "Name a municipality or province of the scenario, or add its province.",
        )
    if gone := territory.places.redivision_of(written):
        names = [territory.name(code) for code in gone.into]
        return _fault(
            "redivided-municipality",
            gone.told(territory.name),
            where,
            f"Ask for {' or '.join(names)}.",
        )
    spellings = [*known, *Gazetteer(dict(territory.places.names)).spellings()]
    return _fault(
        "unknown-name",
        f"there is no {written!r}{nearest(written, spellings)}",
        where,
        "Write the CBS name of a municipality or province, or a code such as GM0141 or PV23.",
    )


def _fault(code: str, what: str, where: Place, remedy: str) -> InputError:
    return InputError([Fault(code, what, where, remedy)])
