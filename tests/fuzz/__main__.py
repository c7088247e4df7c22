# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`python -m tests.fuzz --inputs 10000`: many random inputs, and what came of them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from textwrap import wrap
from time import perf_counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.inputs import Input, inputs
from tests.fuzz.trial import LONGEST_SECONDS, Trial, put

SHOWN_CODES = 30
WIDTH = 100


def main(count: int, seed_number: int) -> None:
    """Put many inputs before the program; the first that goes wrong is shrunk and shown."""
    done: list[tuple[Input, Trial]] = []

    @seed(seed_number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def fuzz(one: Input) -> None:
        done.append((one, put(one)))
        if len(done) % 500 == 0:
            sys.stderr.write(f"{len(done):,} inputs\n")

    began = perf_counter()
    fuzz()
    said = report(done, perf_counter() - began, seed_number)
    sys.stdout.write("\n".join([*said, ""]))


def report(done: list[tuple[Input, Trial]], seconds: float, seed_number: int) -> list[str]:
    """What came of the inputs, for people."""
    slowest, trial = max(done, key=lambda pair: pair[1].seconds)
    answers = Counter((one.sort, trial.answer) for one, trial in done)
    codes = Counter(code for _, trial in done for code in trial.codes)
    lines = [
        f"{len(done):,} inputs in {seconds:,.0f} seconds (seed {seed_number}):",
        f"no traceback, none took {LONGEST_SECONDS} seconds of processor time, no refusal wrote.",
        f"Slowest: {trial.seconds:.2f} seconds ({slowest.sort}, {trial.answer}).",
    ]
    for sort in sorted({sort for sort, _ in answers}):
        parts = [f"{n:,} {answer}" for (one, answer), n in answers.most_common() if one == sort]
        lines.append(f"{sort}: {', '.join(parts)}.")
    common = [f"{code} {n:,}" for code, n in codes.most_common(SHOWN_CODES)]
    lines.append(f"{len(codes)} different faults; most often: {', '.join(common)}.")
    return [part for line in lines for part in wrap(line, WIDTH, break_on_hyphens=False)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    main(chosen.inputs, chosen.seed)
