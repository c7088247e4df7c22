# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline of the whole country, next to the plain pandas way.

Run `python benchmarks/timeline.py`; it prints a Markdown table. 342 municipalities and 2,000 offers
that are made with a seed, over the five years from January 2026; medians of several runs, and the
processor time, which others on the same machine lengthen less. The last two lines are the whole
command, and Python that only loads what the command uses. What a
user would write in pandas stands in `by_pandas`: every month with every offer, filtered on the
window, grouped by area. That gives what is available and nothing else, so it is compared with the
part of the program that does the same; both give the same numbers, which is checked.
"""

from __future__ import annotations

import csv
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

# From the checkout, whatever folder it is called from.
ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

import pandas as pd  # noqa: E402

from allocator.keys import shares  # noqa: E402
from allocator.loading import load  # noqa: E402
from allocator.reporting import render_timeline  # noqa: E402
from allocator.timing import horizon_of, look_ahead  # noqa: E402
from allocator.timing.availability import areas_above, available  # noqa: E402
from allocator.timing.contracts import contracts_of  # noqa: E402
from allocator.verification.timeline import verify_timeline  # noqa: E402
from models.counted import LostPlans  # noqa: E402
from models.offer import Offer, Window  # noqa: E402
from models.problem import Problem  # noqa: E402
from models.timeline import Contract  # noqa: E402

CHILDREN = resource.RUSAGE_CHILDREN
SEED, OFFERS, MONTHS, RUNS = 2026, 2_000, 60, 7
FIRST = date(2026, 1, 1)


def country() -> Problem:
    """The whole country with seeded offers, a tenth of them amv, some with open ends."""
    problem, luck = load("nederland-2024"), random.Random(SEED)
    offers = []
    for number in range(OFFERS):
        begins = FIRST + timedelta(days=luck.randrange(-1000, 1200))
        ends = begins + timedelta(days=luck.randrange(100, 2500))
        window = {
            "from": None if luck.random() < 0.1 else begins,
            "until": None if luck.random() < 0.1 else ends,
        }
        offers.append(
            Offer(
                municipality=luck.choice(problem.codes),
                site=f"site {number}",
                kind="amv" if luck.random() < 0.1 else "regular",
                places=luck.randrange(5, 120),
                window=Window.model_validate(window),
                status="guaranteed",
                row=f"offers.csv:{number + 2}",
            )
        )
    return replace(problem, offers=tuple(offers))


def as_tables(problem: Problem, days: Sequence[date]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The offers and the months as a user of pandas has them."""
    where = {one.code: one for one in problem.municipalities}
    offers = pd.DataFrame(
        [
            {
                "municipality": one.municipality,
                "region": where[one.municipality].region,
                "province": where[one.municipality].province,
                "kind": one.kind,
                "places": one.places,
                "from": pd.Timestamp(one.window.from_ or date(1900, 1, 1)),
                "until": pd.Timestamp(one.window.until or date(2200, 1, 1)),
            }
            for one in problem.offers
        ]
    )
    return offers, pd.DataFrame({"day": pd.to_datetime(list(days))})


def by_pandas(offers: pd.DataFrame, months: pd.DataFrame) -> dict[str, pd.Series]:
    """Every month with every offer, filtered on the window, grouped by area."""
    both = months.merge(offers, how="cross")
    there = both[(both["from"] <= both["day"]) & (both["day"] <= both["until"])]
    return {
        area: there.groupby(["day", area, "kind"])["places"].sum()
        for area in ("municipality", "region", "province")
    }


def by_events(contracts: Sequence[Contract], problem: Problem, days: Sequence[date]) -> object:
    """What the program does for the same."""
    return available(contracts, areas_above(problem), days)


def agree(problem: Problem, contracts: Sequence[Contract], days: Sequence[date]) -> bool:
    """Whether both ways have the same places in every area and month, of each kind."""
    ours = available(contracts, areas_above(problem), days)
    theirs: dict[tuple[str, str, date], int] = {}
    for table in by_pandas(*as_tables(problem, days)).values():
        for (day, area, kind), places in table.items():
            theirs[area, kind, day.date()] = int(places)
    return all(
        number == theirs.get((area, kind, day), 0)
        for area, series in ours.items()
        for kind in ("regular", "amv")
        for day, number in zip(days, getattr(series, kind), strict=True)
    )


def written(problem: Problem, folder: Path) -> None:
    """The same as files: a scenario and its offers."""
    header = "municipality,site,kind,places,available_from,available_until,status"
    with (folder / "offers.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(header.split(","))
        for one in problem.offers:
            own = (one.municipality, one.site, one.kind, one.places)
            rows.writerow((*own, one.window.from_, one.window.until, one.status))
    scenario = "extends: nederland-2024\nname: country\noffers: offers.csv\n"
    (folder / "country.yaml").write_text(scenario, encoding="utf-8")


def surroundings() -> dict[str, str]:
    """Those of a user, whose Python keeps what it has compiled: else each start compiles anew."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def command(folder: Path) -> None:
    """The whole command, start to exit."""
    asked = ("timeline", "country.yaml", "--from", str(FIRST), "--months", str(MONTHS))
    line = (sys.executable, "-m", "cli", *asked)
    subprocess.run(line, check=True, capture_output=True, cwd=folder, env=surroundings())


def loading() -> None:
    """Python, the libraries and the modules that the command uses, and nothing done with them."""
    program = "import cli, rich.console; from allocator import outlook, reporting"
    subprocess.run((sys.executable, "-c", program), check=True, cwd=ROOT, env=surroundings())


def processor_seconds() -> float:
    """What this process and those that it has started have used of the processor."""
    own, started = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, CHILDREN))
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


def measured(work: Callable[[], object]) -> tuple[float, float, float, float]:
    """Median, shortest and longest time of several runs after one, and median processor time."""
    seconds, used = [], []
    for _ in range(RUNS + 1):
        began, before = time.perf_counter(), processor_seconds()
        work()
        seconds.append(time.perf_counter() - began)
        used.append(processor_seconds() - before)
    times = statistics.median(seconds[1:]), min(seconds[1:]), max(seconds[1:])
    return (*times, statistics.median(used[1:]))


def main() -> None:
    """Print the table."""
    problem = country()
    horizon, lost = horizon_of(problem, FIRST, MONTHS), LostPlans(places={})
    contracts, indicative = contracts_of(problem, (), {}), shares(problem)
    if not agree(problem, contracts, horizon.days):
        sys.exit("pandas and allocator disagree")
    offers, months = as_tables(problem, horizon.days)
    answer = look_ahead(problem, indicative, (), lost, horizon)

    def whole() -> None:
        verify_timeline(look_ahead(problem, indicative, (), lost, horizon))

    rows = {
        "available, by events (allocator)": lambda: by_events(contracts, problem, horizon.days),
        "available, months x offers (pandas)": lambda: by_pandas(offers, months),
        "the whole answer: gaps, drops, ends, extensions": lambda: look_ahead(
            problem, indicative, (), lost, horizon
        ),
        "the whole answer, verified": whole,
        "as a table": lambda: render_timeline(answer, "table"),
        "as JSON": lambda: render_timeline(answer, "json"),
    }
    print(f"Python {platform.python_version()}, pandas {pd.__version__}, {RUNS} runs of each.\n")
    print(f"{len(problem.municipalities)} municipalities, {OFFERS:,} offers, {MONTHS} months.\n")
    print("| what | median (ms) | shortest | longest | processor | times allocator |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(problem, folder)
        rows["`allocator timeline`, start to exit"] = lambda: command(folder)
        rows["of which Python loads its libraries and the program"] = loading
        show(rows)


def show(rows: dict[str, Callable[[], object]]) -> None:
    """Measure each row and print it; processor times are compared, with that of the first."""
    ours = 0.0
    for name, work in rows.items():
        median, shortest, longest, used = (1000 * seconds for seconds in measured(work))
        ours = ours or used
        wall = f"{median:.1f} | {shortest:.1f} | {longest:.1f}"
        print(f"| {name} | {wall} | {used:.1f} | {used / ours:.1f} |")


if __name__ == "__main__":
    main()
