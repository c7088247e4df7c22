# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes the situations again: `python benchmarks/instances/make.py` writes the files beside it.

A line is a municipality: places by the key, what it counts, and its task, each of which may be
realised elsewhere. The rules are in `rules.json`; 25 km, contiguous and twice the share for all.

`overijssel-2024-guaranteed` is the packaged scenario. The others have the real geography and the
shares of `nederland-2024`, and offers that nobody made, drawn in order of code from seed 2024: of
each municipality three in twenty offer nothing, thirteen offer of either kind 50 to 95 % of the
share, two as much as the share, two 10 to 50 % more. The task is what the share leaves.

`ten-countries` has every municipality ten times, with codes, provinces and borders of its
own; each task is multiplied by a number between 0.6 and 1.4, drawn again for each kind.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent.parent)

from allocator.distribution import distribute  # noqa: E402
from allocator.pipeline import given  # noqa: E402

SEED = 2024
COPIES = 10


class Row(NamedTuple):
    """A municipality; `like` is the one whose place on the map it has."""

    code: str
    like: str
    province: str
    share: int
    counted_regular: int
    counted_amv: int
    task_regular: int
    task_amv: int


def packaged(name: str) -> Iterator[Row]:
    """The situation of a packaged scenario."""
    known = given(name)
    rest = distribute(known.problem, known.shares, known.counted).rest
    for one in known.problem.municipalities:
        counts, task = known.counted.places[one.code], rest[one.code]
        yield Row(
            one.code,
            one.code,
            one.province,
            known.shares.places[one.code].total,
            counts.regular,
            counts.amv,
            task.regular,
            task.amv,
        )


def with_offers() -> Iterator[Row]:
    """The country, with offers drawn from the seed."""
    luck = random.Random(SEED)
    known = given("nederland-2024")
    for one in known.problem.municipalities:
        share = known.shares.places[one.code]
        sort = luck.randrange(20)
        if sort < 3:
            percent = [0, 0]
        elif sort < 16:
            percent = [luck.randint(50, 95), luck.randint(50, 95)]
        else:
            percent = [100, 100] if sort < 18 else [luck.randint(110, 150), luck.randint(110, 150)]
        regular, amv = share.regular * percent[0] // 100, share.amv * percent[1] // 100
        yield Row(
            one.code,
            one.code,
            one.province,
            share.total,
            regular,
            amv,
            max(0, share.regular - regular),
            max(0, share.amv - amv),
        )


def copied(country: list[Row]) -> Iterator[Row]:
    """The country ten times, no two copies with the same tasks."""
    luck = random.Random(SEED)
    for copy in range(COPIES):
        for row in country:
            yield row._replace(
                code=f"{row.code}-{copy}",
                province=f"{row.province}-{copy}",
                task_regular=row.task_regular * luck.randint(60, 140) // 100,
                task_amv=row.task_amv * luck.randint(60, 140) // 100,
            )


def write(name: str, rows: list[Row]) -> None:
    with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(Row._fields)
        table.writerows(rows)


def main() -> None:
    country = list(with_offers())
    write("overijssel-2024-guaranteed", list(packaged("overijssel-2024-guaranteed")))
    write("zuid-holland", [row for row in country if row.province == "PV28"])
    write("nederland", country)
    write("ten-countries", list(copied(country)))


if __name__ == "__main__":
    main()
