# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept of a run: one row for each municipality, or province, and kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from allocator.pipeline import Prepared
from models.fault import Defect, InputError
from models.places import KINDS, Kind
from models.raming import Follows
from models.result import MunicipalityResult, ProvinceResult, RunResult

UNPROVEN = "feasible"
# Of a run with a division.
ANSWERED = ("optimal", UNPROVEN)
REFUSED, DEFECT = "refused", "defect"
# What a run came to for want of time, or by a defect, is kept apart and tried again.
PASSING = {UNPROVEN, "unknown", DEFECT}
OF_FILES = {"no-such-file", "not-a-file", "unreadable-file"}


class Row(NamedTuple):
    """One municipality or province of one run, and one kind.

    Attributes:
        status: of the run; `refused` where its settings do not go together, `defect` where the
            answer did not pass its own verification.
        fault: why it was refused, or what did not pass.
        checks: that the run passed.
        code: of the municipality or province; empty where the run was refused.
        share: places by the key; of a province its task.
        counted: places that count.
        rest: places of the rest; of a province what is left to divide.
        surplus: places of a province above its task; None of a municipality.
        decision: counted + rest.
        realised: places that stand there after merges and exchanges.
        host: code of the municipality where the task of this kind is realised.
        moved: places realised elsewhere.
        distance_km: to the host.
        undersized: whether the task is no part of a viable site.
        follows: of the run: whether tasks follow the key or the raming.
    """

    status: str
    fault: str | None = None
    checks: int = 0
    code: str = ""
    kind: Kind | None = None
    share: int | None = None
    counted: int | None = None
    rest: int | None = None
    surplus: int | None = None
    decision: int | None = None
    realised: int | None = None
    host: str | None = None
    moved: int | None = None
    distance_km: Decimal | None = None
    undersized: bool | None = None
    follows: Follows | None = None


def outcome(base: Prepared, overrides: tuple[str, ...]) -> list[Row]:
    """Run a scenario with some lines replaced, verified, and keep what a study asks of it.

    Settings that do not go together are an outcome too, and so is a defect of the program: one of
    ten thousand does not stop the rest.

    Raises:
        InputError: if a file cannot be read, which says nothing of the settings.
    """
    try:
        return list(rows(base.run(overrides).result))
    except InputError as error:
        if any(fault.code in OF_FILES for fault in error.faults):
            raise
        return [Row(REFUSED, fault=str(error))]
    except Defect as defect:
        return [Row(DEFECT, fault=str(defect))]


def rows(result: RunResult) -> Iterator[Row]:
    """The rows of a run."""
    about = Row(result.status, checks=result.verification.checks, follows=result.follows)
    homes = {
        (merge.kind, member.code): (merge.host, member)
        for merge in result.merges
        for member in merge.members
    }
    undersized = {(one.kind, one.code) for one in result.undersized}
    for province in result.provinces:
        yield from (_of_province(about, province, kind) for kind in KINDS)
    for municipality in result.municipalities:
        for kind in KINDS:
            row = _of_municipality(about, municipality, kind)
            if (home := homes.get((kind, municipality.code))) is not None:
                host, member = home
                moved = member.places if host != municipality.code else 0
                row = row._replace(host=host, moved=moved, distance_km=tenths(member.distance_km))
            yield row._replace(undersized=(kind, municipality.code) in undersized)


def tenths(kilometres: Fraction) -> Decimal:
    """A distance to 0.1 km, as a table holds it."""
    return Decimal(int(kilometres * 10)).scaleb(-1)


def _of_province(about: Row, province: ProvinceResult, kind: Kind) -> Row:
    known = province.known
    return about._replace(
        code=province.code,
        kind=kind,
        share=province.task.of(kind),
        counted=province.counted.of(kind) + province.unlocated.of(kind) if known else None,
        rest=province.rest.of(kind) if known else None,
        surplus=province.surplus.of(kind) if known else None,
    )


def _of_municipality(about: Row, municipality: MunicipalityResult, kind: Kind) -> Row:
    rest, decision, realised = municipality.rest, municipality.decision, municipality.realised
    return about._replace(
        code=municipality.code,
        kind=kind,
        share=municipality.share.of(kind),
        counted=municipality.counted.of(kind),
        rest=rest.of(kind) if rest is not None else None,
        decision=decision.of(kind) if decision is not None else None,
        realised=realised.of(kind) if realised is not None else None,
    )
