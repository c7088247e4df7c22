# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a province reported, what it has above its task or is short, and who takes over."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import Reading, counted, line, many, tie_in_words
from allocator.explanation.rounding import rounded
from models import law
from models.explanation import Line
from models.national import Balance, ReportedPlaces
from models.places import KINDS, Kind


def between_provinces(reading: Reading, code: str) -> Iterator[Line]:
    """The report of a province, its surplus or shortage, and its takeovers."""
    country = reading.result.country
    if country is None:
        return
    (of,) = (one for one in country.provinces if one.code == code)
    setting = reading.setting("reports")
    if not of.known:
        yield line(
            f"The report of {of.name} is not known. It is left out of the sums of the country, and "
            "its municipalities get no rest.",
            "",
            setting,
        )
        return
    yield from _reports(of, [one for one in reading.result.reports if one.area == code], setting)
    yield from _position(reading, of)
    for kind in KINDS:
        yield from _taken_over(reading, of, kind)
    if of.unused and reading.settings.national.takeover != "none":
        yield line(
            f"Of its surplus {many(of.unused.total)} are taken over by nobody.",
            f"{of.surplus.total:,} - {of.takes_over.total:,} = {of.unused.total:,}",
            law.EXCHANGING,
        )


def _reports(of: Balance, reports: list[ReportedPlaces], setting: str) -> Iterator[Line]:
    """What a province reported; amv parts that are not known are estimated together."""
    before: list[ReportedPlaces] = []
    for report in reports:
        if report.note:
            yield line(
                f"Taken is {many(report.total)}, {report.figure}. Its table says: {report.note}.",
                "",
                setting,
                rows=(report.row,),
            )
        said, figures = f"{of.name}, {report.figure} in the report:", report.places
        if report.amv is not None:
            arithmetic = f"{figures.regular:,} + {figures.amv:,} = {report.total:,}"
            yield line(f"{said} {counted(figures)}.", arithmetic, setting, rows=(report.row,))
            continue
        unknown = f"{said} {many(report.total)}. How many of them are amv places is not known: here"
        before.append(report)
        total, amv = sum(one.total for one in before), sum(one.places.amv for one in before)
        sign = "=" if total * of.task.amv == amv * of.task.total else "≈"
        estimate = f"{total:,} x {of.task.amv:,} / {of.task.total:,} {sign} {amv:,}"
        rows = tuple(one.row for one in before)
        if len(before) == 1:
            pro_rata = f"{unknown} pro rata of the task, an estimate."
            yield line(pro_rata, estimate, setting, rows=rows)
            continue
        yield line(
            f"{of.name}, {' and '.join(one.figure for one in before)} together: {many(total)}, pro "
            f"rata of the task {many(amv, 'amv')}, an estimate.",
            estimate,
            setting,
            rows=rows,
        )
        yield line(
            f"{unknown} what they add to that estimate.",
            f"{amv:,} - {amv - figures.amv:,} = {figures.amv:,}",
            setting,
            rows=(report.row,),
        )


def _position(reading: Reading, of: Balance) -> Iterator[Line]:
    """What it has above its task, and what it lacks: it can be both, of one kind each."""
    rows = tuple(one.row for one in reading.result.reports if one.area == of.code)
    have, task, rest = of.counted.total, of.task.total, max(0, of.task.total - of.counted.total)
    if of.surplus:
        yield line(
            f"{of.name} has a surplus of {counted(of.surplus)}.",
            f"{have:,} - {task:,} = {of.surplus.total:,}",
            law.EXCHANGING,
            rows=rows,
        )
    if of.shortage.amv:
        yield line(
            f"{of.name} is {many(of.shortage.amv, 'amv')} short, before others take over.",
            f"max(0, {of.task.amv:,} - {of.counted.amv:,}) = {of.shortage.amv:,}",
            law.EXCHANGING,
            rows=rows,
        )
    if of.shortage.regular:
        yield line(
            f"{of.name} is {many(rest)} short, before others take over.",
            f"max(0, {task:,} - {have:,}) = {rest:,}",
            law.EXCHANGING,
            rows=rows,
        )
        yield line(
            f"Of them {many(of.shortage.regular, 'regular')}, as amv places go first.",
            f"max(0, {rest:,} - {of.shortage.amv:,}) = {of.shortage.regular:,}",
            law.EXCHANGING,
        )


def _taken_over(reading: Reading, of: Balance, kind: Kind) -> Iterator[Line]:
    """Its takeovers of one kind, as giver and as taker."""
    setting = reading.setting("national.takeover")
    moved = [one for one in reading.result.takeovers if one.kind == kind]
    given = [one for one in moved if one.giver == of.code]
    if given:
        names = ", ".join(f"{reading.name(one.taker)} {one.places:,}" for one in given)
        yield line(
            f"{of.name} takes over {many(of.takes_over.of(kind), kind)} of its surplus of "
            f"{of.surplus.of(kind):,}, from {names}.",
            _sum([one.places for one in given], of.takes_over.of(kind)),
            law.EXCHANGING,
            setting,
        )
    for division, claim in reading.claims("takeover", of.code, kind):
        said = f"What can be taken over goes to provinces pro rata of the {kind} places they lack."
        yield from rounded(reading, division, claim, f"{said} Taken over of")
        if claim.maximum is not None and claim.maximum < claim.weight:
            yield line(
                f"No more than {many(claim.maximum, kind)} can be: of whoever may take over from "
                f"{of.name} the others need the rest.",
                "",
                setting,
            )
    got = [one for one in moved if one.taker == of.code]
    if got:
        names = ", ".join(
            f"{reading.name(one.giver)} {one.places:,} ({float(one.distance_km)} km)" for one in got
        )
        yield line(
            f"Others take over {many(of.handed_over.of(kind), kind)} of {of.name}: {names}.",
            _sum([one.places for one in got], of.handed_over.of(kind)),
            law.EXCHANGING,
            setting,
        )
        yield line(
            f"Left to divide in {of.name}: {many(of.left.of(kind), kind)}.",
            f"{of.shortage.of(kind):,} - {of.handed_over.of(kind):,} = {of.left.of(kind):,}",
            law.EXCHANGING,
            setting,
        )
    for tie in reading.result.ties:
        if (tie.stage, tie.kind) == ("plan", kind) and of.code in tie.tied:
            lots = reading.setting("national.lots")
            yield line(tie_in_words(reading, tie), "", setting, lots)


def country_sums(reading: Reading) -> Iterator[Line]:
    """The decisions of the provinces that are known, against what the raming asks of them."""
    country = reading.result.country
    if country is None:
        return
    known = [one for one in country.provinces if one.known]
    unknown = ", ".join(one.name for one in country.provinces if not one.known)
    if unknown:
        yield line(f"Not known, and in no sum: {unknown}.", "", reading.setting("reports"))
    yield line(
        "What counts and what is left to divide, of the provinces that are known.",
        _sum([one.counted.total + one.left.total for one in known], country.decisions),
        law.EXCHANGING,
    )
    yield line(
        "That is what the raming asks of them, with the surplus that nobody takes over and the amv "
        "places above a task.",
        f"{country.tasks:,} + {country.unused:,} + {country.over_task:,} = {country.decisions:,}",
        law.EXCHANGING,
        reading.setting("raming"),
    )


def _sum(numbers: list[int], recorded: int) -> str:
    return f"{' + '.join(f'{number:,}' for number in numbers)} = {recorded:,}"
