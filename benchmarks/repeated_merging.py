# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging again and again: Overijssel with other offers, totals, minimum sites and keys each time.

Run `python benchmarks/repeated_merging.py`; it prints a Markdown table. `--variants 50` merges that
many. Variants are drawn from a seed, no two alike. The first round finds what the map allows, the
second finds it kept; times are of one processor in use, so that others on the machine matter less.
`search` is the time within the searches for a plan of each cluster, `relaxed` the whole with every
cluster planned by linear programs, as large ones are; both ways come to the same plan.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

# Beside this folder, and not in it.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from allocator.merging import merge  # noqa: E402
from allocator.merging.planning.partition import shapes, workers  # noqa: E402
from allocator.pipeline import Clock, Divided, divided, given, in_silence  # noqa: E402
from models.merged import Merged  # noqa: E402

SCENARIO = "overijssel-2024"
INTENDED = (
    (556, ("Haaksbergen", "Hellendoorn", "Hof van Twente", "Losser")),
    (1229, ("Dalfsen", "Olst-Wijhe", "Raalte", "Staphorst", "Zwolle")),
)


def variants(count: int) -> Iterator[list[str]]:
    """Lines of the scenario that differ: each intended plan is realised or not, and so on."""
    for number in range(count):
        luck = random.Random(number)
        lines = [
            f"merging.minimum_site.amv={luck.choice((10, 16, 20, 20, 20, 25, 30))}",
            f"merging.minimum_site.regular={luck.choice((50, 75, 100, 100, 100, 150))}",
            f"key.name={luck.choice(('published', 'published', 'inhabitants', 'statutory'))}",
        ]
        for place, (regular, candidates) in enumerate(INTENDED):
            realised = [one for one in candidates if luck.random() < 0.6]
            if realised:
                places = regular * len(realised) // len(candidates) + luck.randint(-20, 20)
                lines.append(f"pooled_offers.{place}.candidates=[{', '.join(realised)}]")
                lines.append(f"pooled_offers.{place}.places.regular={places}")
            else:
                lines.append(f"pooled_offers.{place}.status=intended")
        yield lines


def merged(before: Divided) -> Merged:
    """One plan of merged tasks."""
    known = before.given
    return merge(known.problem, known.shares, known.counted, before.distributed.rest)


def round_of(befores: list[Divided]) -> tuple[list[float], list[float], list[Merged]]:
    """Milliseconds of each merging, those within its searches, and the plans."""
    whole, within, plans = [], [], []
    for before in befores:
        searched.clear()
        began = time.process_time()
        plans.append(merged(before))
        whole.append(1_000 * (time.process_time() - began))
        within.append(1_000 * sum(searched))
    return whole, within, plans


searched: list[float] = []


def timed(done: Callable[..., object]) -> Callable[..., object]:
    """A search whose time is noted."""

    def noted(*given: object) -> object:
        began = time.process_time()
        best = done(*given)
        searched.append(time.process_time() - began)
        return best

    return noted


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure merging in many runs.")
    arguments.add_argument("--variants", type=int, default=200)
    count = arguments.parse_args().variants
    befores = [
        divided(given(SCENARIO, lines), in_silence, lambda: False, Clock())
        for lines in variants(count)
    ]
    workers.best_plans = timed(workers.best_plans)
    rounds = {"first": round_of(befores), "kept": round_of(befores)}
    shapes.MOST_TASKS = 0
    rounds["relaxed"] = round_of(befores)
    print(f"# Merging {SCENARIO}, {count} variants\n")
    print("| round | mean (ms) | median | longest | of which search, mean |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, (whole, within, _) in rounds.items():
        middle, mean = statistics.median(whole), statistics.mean(whole)
        print(
            f"| {name} | {mean:.1f} | {middle:.1f} | {max(whole):.1f} "
            f"| {statistics.mean(within):.1f} |"
        )
    same = sum(
        one == other for one, other in zip(rounds["kept"][2], rounds["relaxed"][2], strict=True)
    )
    print(f"\n{same} of {count} plans are the same whichever way they were found.")


if __name__ == "__main__":
    main()
