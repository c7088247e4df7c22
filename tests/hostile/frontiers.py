# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions that make no frontier; see `special`."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.special import SPECIAL, Prepare

OVERIJSSEL = "overijssel-2024"
NO_AMV = ("--set", "unlocated_offers=[{province: PV23, places: {regular: 60, amv: 400}}]")

# Under the name of the case: the scenario, and what is asked of it.
ASKED: dict[str, tuple[str, ...]] = {
    "unknown-choice--mistyped-by": (OVERIJSSEL, "--by", "participant"),
    "unknown-choice--kind-in-dutch": (OVERIJSSEL, "--kind", "regulier"),
    "unknown-choice--kind-that-steers-the-terminal": (OVERIJSSEL, "--kind", "\x1b[31mamv"),
    "bad-steps--nothing": (OVERIJSSEL, "--steps", ""),
    "bad-steps--below-nought": (OVERIJSSEL, "--steps=-10,0,10"),
    "bad-steps--half-a-place": (OVERIJSSEL, "--steps", "0,2.5"),
    "bad-steps--full-width-digits": (OVERIJSSEL, "--steps", "０,１０"),
    "bad-steps--digits-without-end": (OVERIJSSEL, "--steps", "9" * 10_000),
    "bad-steps--twice": (OVERIJSSEL, "--steps", "0,10,10"),
    "bad-steps--not-in-order": (OVERIJSSEL, "--steps", "20,10"),
    "bad-steps--too-many": (OVERIJSSEL, "--steps", ",".join(map(str, range(1_001)))),
    "bad-small--below-nought": (OVERIJSSEL, "--small=-1"),
    "bad-small--more-than-the-country": (OVERIJSSEL, "--small", "1000000000"),
    "no-steps-here--participants": (OVERIJSSEL, "--by", "participants", "--steps", "1,2"),
    "not-of-merging--kind": (OVERIJSSEL, "--by", "merging", "--kind", "amv"),
    "no-rest--kind": (OVERIJSSEL, "--kind", "amv", *NO_AMV),
    "nothing-small--no-minimum-site": (
        OVERIJSSEL, "--by", "minimum-site", "--set", "merging.minimum_site.amv=0"
    ),
    "several-areas--the-country": ("nederland-2024", "--by", "participants"),
    "no-such-point--nought": (OVERIJSSEL, "--kind", "amv", "--steps", "0", "--point", "0"),
    "no-such-point--too-many": (OVERIJSSEL, "--kind", "amv", "--steps", "0", "--point", "2"),
}  # fmt: skip


def _asking(words: tuple[str, ...]) -> Prepare:
    def prepare(folder: Path) -> list[str]:
        return ["frontier", *words]

    return prepare


SPECIAL.update({name: _asking(words) for name, words in ASKED.items()})
