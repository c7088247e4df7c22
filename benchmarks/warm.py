# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a run costs once everything is warm, stage by stage.

Run `python benchmarks/warm.py [RUNS]`; it prints a Markdown table. One scenario is prepared and run
with seeded overrides (raming, key, statuses, pledges, sites, distances, rounding), no two runs the
same problem. Milliseconds of processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

# From the checkout, whatever folder it is called from.
ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

from allocator.assembly import assemble  # noqa: E402
from allocator.clock import Clock  # noqa: E402
from allocator.merging import merge  # noqa: E402
from allocator.pipeline import Prepared, divided, in_silence, prepare  # noqa: E402
from allocator.verification import verify  # noqa: E402

SCENARIO, SEED, RUNS, WARMING = "overijssel-2024", 2026, 200, 10
OTHER_RAMINGEN = ("2026", "2023-05", "2022-11")

T = TypeVar("T")


def variants(runs: int, seed: int = SEED) -> list[tuple[str, ...]]:
    """So many different sets of overrides."""
    luck = random.Random(seed)
    found: dict[tuple[str, ...], None] = {}
    while len(found) < runs:
        found[_variant(luck)] = None
    return list(found)


def _variant(luck: random.Random) -> tuple[str, ...]:
    lines = [
        f"merging.minimum_site.regular={luck.randrange(50, 201)}",
        f"merging.minimum_site.amv={luck.randrange(5, 41)}",
    ]
    published = luck.random() < 0.5
    if luck.random() < 0.6:
        lines.append(f'raming="{luck.choice(OTHER_RAMINGEN)}"')
        lines += ['key.raming="2024"'] if published else []
    if not published:
        lines += [f"key.name={luck.choice(['statutory', 'inhabitants'])}", "key.missing=null"]
    for pledge in range(2):
        chance = luck.random()
        if chance < 0.4:
            lines.append(f"pooled_offers.{pledge}.status=intended")
        elif chance < 0.8:
            lines.append(f"pooled_offers.{pledge}.places.regular={luck.randrange(100, 1300)}")
    lines += luck.choice([[], [], ["counting.statuses=[guaranteed]"]])
    lines += luck.choice([[], [], [f"merging.max_distance_km={luck.randrange(15, 41)}"]])
    lines += luck.choice([[], [], ["distribution.method=largest_remainder"]])
    return tuple(lines)


class Stages:
    """Processor time per stage, in milliseconds."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.taken: dict[str, list[float]] = {}

    def of(self, stage: str, do: Callable[[], T]) -> T:
        """Do something, and note what it took."""
        began = process_time()
        done = do()
        self.taken.setdefault(stage, []).append(1000 * (process_time() - began))
        return done


def run(prepared: Prepared, overrides: tuple[str, ...], stages: Stages) -> None:
    """One run, stage by stage."""
    clock = Clock()
    known = stages.of("loading, keys, counting", lambda: prepared.given(overrides, None, clock))
    done = stages.of("distribution", lambda: divided(known, in_silence, lambda: False, clock))
    rest = done.distributed.rest
    merged = stages.of("merging", lambda: merge(known.problem, known.shares, known.counted, rest))
    parts = (known.problem, known.shares, known.counted, done.distributed, done.asked, merged)
    draft = stages.of("assembly", lambda: assemble(*parts, done.why))
    verdict = stages.of("verification", lambda: verify(draft))
    assert verdict.ok, overrides


def main(runs: int) -> None:
    """Print the table."""
    prepared, stages = prepare(SCENARIO), Stages()
    chosen = variants(runs + WARMING)
    for overrides in chosen[:WARMING]:
        run(prepared, overrides, Stages())
    for overrides in chosen[WARMING:]:
        run(prepared, overrides, stages)
    print(f"{SCENARIO}, {runs} different runs, seed {SEED}; milliseconds of processor time a run\n")
    print("| stage | median | mean | largest |\n| --- | ---: | ---: | ---: |")
    others = [sum(times) for times in zip(*_without_merging(stages), strict=True)]
    for stage, times in {**stages.taken, "all but merging": others}.items():
        middle, mean = statistics.median(times), statistics.fmean(times)
        print(f"| {stage} | {middle:.2f} | {mean:.2f} | {max(times):.2f} |")


def _without_merging(stages: Stages) -> list[list[float]]:
    return [times for stage, times in stages.taken.items() if stage != "merging"]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
