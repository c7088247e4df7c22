# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A comparison in machine form: one row per municipality, kind and run, each with its raming."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO
from typing import Any

from allocator.reporting.delimited import harmless
from allocator.reporting.pages import printable
from models.comparison import QUANTITIES, ComparedRun, ComparisonResult, Figures, MunicipalityLine

KINDS_OF_ROWS = ("total", "regular", "amv")
HEADER = (
    "code",
    "name",
    "province",
    "region",
    "kind",
    "run",
    "label",
    "raming",
    *QUANTITIES,
    *(f"{quantity}_difference" for quantity in QUANTITIES),
    "pro_rata",
    "inhabitants",
    "part_of_task",
    "part_difference",
    "per_thousand",
    "rank",
    "rank_per_thousand",
)


def comparison_csv(answer: ComparisonResult) -> str:
    """Every figure of every run; ratios as exact fractions.

    The columns from `inhabitants` on are of all places, and stand in the rows of the kind `total`.
    """
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(HEADER)
    for line in answer.municipalities:
        for kind in KINDS_OF_ROWS:
            for run, figures in zip(answer.runs, line.figures, strict=True):
                if figures is not None:
                    writer.writerow(_row(line, kind, run, figures))
    return page.getvalue()


def _row(line: MunicipalityLine, kind: str, run: ComparedRun, figures: Figures) -> Iterator[Any]:
    for text in (line.code, line.name, line.province, line.region, kind, run.letter):
        yield _plain(text)
    yield from (_plain(run.label), _plain(run.raming))
    less = figures.difference
    yield from (getattr(figures.of(quantity), kind, None) for quantity in QUANTITIES)
    yield from (getattr(less and less.of(quantity), kind, None) for quantity in QUANTITIES)
    yield _pro_rata(figures, kind)
    if kind == "total":
        yield figures.inhabitants
        yield from (figures.part, less and less.part, figures.per_thousand)
        yield from (figures.rank, figures.rank_per_thousand)
    else:
        yield from (None,) * 6


def _pro_rata(figures: Figures, kind: str) -> Fraction | None:
    whole, amv = figures.pro_rata, figures.pro_rata_amv
    regular = None if whole is None or amv is None else whole - amv
    return {"total": whole, "regular": regular, "amv": amv}[kind]


def _plain(text: str) -> str:
    return harmless(printable(text))
