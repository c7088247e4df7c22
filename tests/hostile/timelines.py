# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Days that make no timeline; see `special`."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.special import SPECIAL, Prepare

OVERIJSSEL = "overijssel-2024"
# One that lies outside the cycle is refused before.
WITHOUT_EXCHANGE = ("--set", "exchanges=[]")

# Under the name of the case: the scenario, and what is asked of it.
ASKED: dict[str, tuple[str, ...]] = {
    "no-cycle--raming-before-the-act": ("overijssel-2022",),
    "no-cycle--set": (OVERIJSSEL, "--set", "raming=2023-05", "--set", "key.raming=2024"),
    "months-out-of-range--none": (OVERIJSSEL, "--months", "0"),
    "months-out-of-range--below-nought": (OVERIJSSEL, "--months", "-12"),
    "months-out-of-range--digits-without-end": (OVERIJSSEL, "--months", "9" * 300),
    "months-out-of-range--beyond-the-calendar": (OVERIJSSEL, "--from", "9999-12-31"),
    "months-out-of-range--cycle-of-ages": (
        OVERIJSSEL,
        "--set",
        "cycle={from: 0001-01-01, until: 2024-01-01}",
        *WITHOUT_EXCHANGE,
    ),
    "months-out-of-range--cycle-without-end": (
        OVERIJSSEL,
        "--set",
        "cycle={from: 9990-01-01, until: 9999-12-31}",
        *WITHOUT_EXCHANGE,
    ),
    "one-day-or-months--both": (OVERIJSSEL, "--on", "2026-03-01", "--months", "3"),
    "one-day-or-months--from-too": (OVERIJSSEL, "--on", "2026-03-01", "--from", "2026-03-01"),
    "until-before-from--cycle": (
        OVERIJSSEL,
        "--set",
        "cycle={from: 2026-02-01, until: 2024-02-01}",
    ),
    "not-a-date--thirtieth-of-february-on": (OVERIJSSEL, "--on", "2026-02-30"),
    "not-a-date--words-from": (OVERIJSSEL, "--from", "next spring"),
    "not-a-date--nothing-from": (OVERIJSSEL, "--from", ""),
    "not-a-date--full-width-digits-on": (OVERIJSSEL, "--on", "２０２６-０３-０１"),
    "not-a-date--with-a-time-on": (OVERIJSSEL, "--on", "2026-03-01T00:00:00"),
    "not-a-date--terminal-code-on": (OVERIJSSEL, "--on", "\x1b[31m2026-03-01"),
    "not-a-date--letters-without-end-from": (OVERIJSSEL, "--from", "1" * 10_000),
}


def _asking(words: tuple[str, ...]) -> Prepare:
    def prepare(folder: Path) -> list[str]:
        return ["timeline", *words]

    return prepare


SPECIAL.update({name: _asking(words) for name, words in ASKED.items()})
