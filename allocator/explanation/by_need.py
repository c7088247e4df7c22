# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter of the law explained: a number from the national need, and a task as their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor

from allocator.apportionment.by_hand import plain, worth
from allocator.explanation.reading import LINES_ABOVE, Reading, counted, line, many
from models import law
from models.explanation import Line
from models.places import Places
from models.raming import NationalNeed, SharedNeed
from models.result import MunicipalityResult, ProvinceResult, RunResult

SIGNIFICANT_DIGITS = 15
FOLLOWS = "task.follows"


def number_by_need(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    """The number of a municipality, all places and amv places, each as one line of arithmetic.

    Args:
        reading: of a run whose tasks follow the key.
        one: the municipality.
    """
    shared = reading.result.need
    if shared is None:
        yield line(
            f"The share of {one.name} is its indicative number as published, {counted(one.share)}.",
            "",
            law.KEY_FORMULA,
            rows=one.weight_rows,
        )
        return
    yield from _need(reading, shared)
    for kind, number in (("total", one.share.total), ("amv", one.share.amv)):
        what = "amv" if kind == "amv" else ""
        yield line(
            f"The number of {one.name} is the national need x its weight / all weights, rounded by "
            f"itself: {many(number, what)}.",
            redone(reading.result, one, kind),
            law.DECREE_AMV if kind == "amv" else law.KEY_FORMULA,
            reading.setting(FOLLOWS),
            rows=one.weight_rows,
        )
    if one.share.amv:
        yield line(
            f"So the share of {one.name} is {counted(one.share)}; the others are regular.",
            f"{one.share.total:,} - {one.share.amv:,} = {one.share.regular:,}",
            LINES_ABOVE,
        )
    if one.share_status == "estimated":
        yield line(
            f"This share is an estimate, for the weight of {one.name} is one.",
            "",
            reading.setting("key.missing"),
        )


def _need(reading: Reading, shared: SharedNeed) -> Iterator[Line]:
    need = shared.need
    yield line(
        f"The country needs {counted(Places(regular=need.total - need.amv, amv=need.amv))}.",
        f"{need.total - need.amv:,} + {need.amv:,} = {need.total:,}",
        law.ACT_RAMING,
        reading.setting("task.national_total" if need.total_status == "stated" else "raming"),
        rows=(need.row, need.amv_row),
    )
    yield from _estimated(reading, need)
    yield line(
        f"The weights of all {shared.municipalities:,} municipalities add up to "
        f"{written(shared.weight)}.",
        "",
        law.KEY_FORMULA,
        reading.setting("key.name"),
    )


def _estimated(reading: Reading, need: NationalNeed) -> Iterator[Line]:
    part = need.amv_estimated
    if part is None:
        return
    exact = Fraction(need.total * part.part, part.whole)
    yield line(
        "Its amv part is not published. It is put in the proportion of figures that are: an "
        "estimate.",
        f"{need.total:,} x {part.part:,} / {part.whole:,} {worth(exact)}, rounded to the nearest "
        f"whole number: {need.amv:,}",
        reading.setting("task.missing_amv"),
        rows=part.rows,
    )


def redone(result: RunResult, one: MunicipalityResult, kind: str) -> str:
    """The number of a municipality as one line of arithmetic; empty where it is an official one.

    Args:
        result: of a run whose tasks follow the key.
        one: the municipality.
        kind: `total` or `amv`.
    """
    shared = result.need
    if shared is None:
        return ""
    need = shared.need.of(kind)
    exact = need * one.weight / shared.weight
    number = one.share.amv if kind == "amv" else one.share.total
    return (
        f"{need:,} x {_weight(result, one)} / {written(shared.weight)} {worth(exact)}, rounded to "
        f"the nearest whole number: {number:,}"
    )


def _weight(result: RunResult, one: MunicipalityResult) -> str:
    """The weight as factors where it has them: `24,524 x 1.138`."""
    if result.key.name == "statutory" and one.weight_filled is None:
        figures = one.weight_figures
        return f"{plain(figures['inhabitants'])} x {plain(1 + figures['score'])}"
    return written(one.weight)


def written(number: Fraction) -> str:
    """A number with enough digits to redo a line with: in full, or to 15 significant ones."""
    if (number * 10**6).denominator == 1:
        return plain(number)
    decimals = 0
    while abs(number) * 10**decimals < 10 ** (SIGNIFICANT_DIGITS - 1):
        decimals += 1
    digits = floor(number * 10**decimals + Fraction(1, 2))
    whole, part = divmod(digits, 10**decimals)
    return f"{whole:,}.{part:0{decimals}d}" if decimals else f"{whole:,}"


def task_by_key(
    reading: Reading, of: ProvinceResult, inside: Sequence[MunicipalityResult]
) -> Iterator[Line]:
    """The task of a province as the sum of its municipalities, and the published one beside it.

    Args:
        reading: of a run whose tasks follow the key.
        of: the province.
        inside: its municipalities.
    """
    shared, key = reading.result.need, reading.result.key
    if shared is not None:
        yield from _need(reading, shared)
    for kind in ("total", "amv"):
        numbers = [one.share.total if kind == "total" else one.share.amv for one in inside]
        total = of.task.total if kind == "total" else of.task.amv
        what = "task" if kind == "total" else "amv task"
        yield line(
            f"The {what} of {of.name} is the sum of what the key {key.name} gives its "
            f"municipalities. {key.says}",
            f"{' + '.join(f'{number:,}' for number in numbers)} = {total:,}",
            law.DECREE_PROVINCE if kind == "total" else law.DECREE_AMV,
            reading.setting(FOLLOWS),
        )
    yield from _beside_published(of)


def task_beside(reading: Reading, of: ProvinceResult) -> Iterator[Line]:
    """What the task would be by the letter of the law, where it stays the raming's."""
    yield from _beside_published(of)
    shared = reading.result.need
    if of.by_key is None or shared is None:
        return
    yield from _need(reading, shared)
    yield line(
        f"By the letter of the law the task of {of.name} would be the sum of the numbers that this "
        f"key and need give its municipalities, {counted(of.by_key)}; here it stays that of the "
        "raming.",
        "",
        law.DECREE_PROVINCE,
        reading.setting(FOLLOWS),
    )


def _beside_published(of: ProvinceResult) -> Iterator[Line]:
    if of.published is None:
        return
    amv = "" if of.published.amv is None else f" of which {of.published.amv:,} amv"
    yield line(
        f"Published for {of.name} is another task, {many(of.published.total)}{amv}.",
        "",
        law.ACT_DISTRIBUTION,
        rows=(of.published.row,),
    )


def country_by_key(reading: Reading) -> Iterator[Line]:
    """The sum of all numbers beside the need, where tasks follow the key."""
    shared = reading.result.need
    if shared is None or reading.result.follows != "key":
        return
    need, numbers = shared.need, shared.numbers
    yield line(
        f"The numbers of all {shared.municipalities:,} municipalities add up to "
        f"{counted(numbers)}; the need is {counted(_of(need))}. Each is rounded by itself, so the "
        "sum may differ, and is left so.",
        "",
        law.KEY_FORMULA,
    )


def _of(need: NationalNeed) -> Places:
    return Places(regular=need.total - need.amv, amv=need.amv)
