# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What cannot be compared, or varies in no sensible way; see `special`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.hostile.saved_runs import save
from tests.hostile.special import SPECIAL, Prepare, special

OVERIJSSEL = "overijssel-2024"

# Under the name of the case: what is compared.
ASKED: dict[str, tuple[str, ...]] = {
    "nothing-to-compare--one-scenario": (OVERIJSSEL,),
    "too-many-runs--named": (OVERIJSSEL,) * 27,
    "too-many-runs--combinations": (
        OVERIJSSEL,
        *("--vary", "population=2022,2023,2024"),
        *("--vary", "merging.max_members=2,3,4"),
        *("--vary", "distribution.minimum_site.amv=0,10,20"),
    ),
    "too-many-runs--ten-thousand-values": (
        OVERIJSSEL,
        *("--vary", f"merging.max_members={','.join(map(str, range(10_000)))}"),
    ),
    "vary-needs-one-scenario--two": (
        OVERIJSSEL,
        "overijssel-2026",
        "--vary",
        "population=2022,2023",
    ),
    "bad-vary--one-value": (OVERIJSSEL, "--vary", "key.name=published"),
    "bad-vary--value-twice": (OVERIJSSEL, "--vary", "key.name=published,published"),
    "bad-vary--set-on-the-same-line": (
        OVERIJSSEL,
        *("--vary", "merging.minimum_site.amv=10,20"),
        *("--set", "merging.minimum_site.amv=30"),
    ),
    "bad-vary--no-value": (OVERIJSSEL, "--vary", "key.name="),
    "bad-vary--twice": (OVERIJSSEL, "--vary", "key.name=a,b", "--vary", "key.name=c,d"),
    "bad-set--vary-without-values": (OVERIJSSEL, "--vary", "key.name"),
    "bad-set--vary-without-a-line": (OVERIJSSEL, "--vary", "=a,b"),
    "unknown-key--vary-mistyped": (OVERIJSSEL, "--vary", "key.nmae=published,statutory"),
    "unknown-key--vary-terminal-code": (OVERIJSSEL, "--vary", "\x1b[31mkey=a,b"),
    "not-a-choice--vary-value": (OVERIJSSEL, "--vary", "distribution.method=adams,eve"),
    "not-yaml--vary-closes-the-list": (OVERIJSSEL, "--vary", "population=2022],[2023"),
    "yaml-alias--vary-repeats-itself": (OVERIJSSEL, "--vary", "population=&a 2022,*a"),
    "control-character--vary": (OVERIJSSEL, "--vary", "title=\x1b[31mred,blue"),
    "odd-number--vary-octal": (OVERIJSSEL, "--vary", "population=2022,02023"),
    "no-such-scenario--compared": (OVERIJSSEL, "overijsel-2026"),
    "no-such-file--compared": (OVERIJSSEL, "nowhere.yaml"),
    "unknown-key--set-for-all": (
        OVERIJSSEL,
        "overijssel-2026",
        "--set",
        "distribution.metod=adams",
    ),
}


def _asking(words: tuple[str, ...]) -> Prepare:
    def prepare(folder: Path) -> list[str]:
        return ["compare", *words]

    return prepare


SPECIAL.update({name: _asking(words) for name, words in ASKED.items()})


@special("settled-already--setting-for-a-compared-run")
def _(folder: Path) -> list[str]:
    save(folder)
    return ["compare", "run.json", OVERIJSSEL, "--set", "population=2022"]


@special("settled-already--compared-run-that-varies")
def _(folder: Path) -> list[str]:
    save(folder)
    return ["compare", "run.json", "--vary", "population=2022,2023"]


@special("run-does-not-hold--compared")
def _(folder: Path) -> list[str]:
    path = save(folder)
    value = json.loads(path.read_text("utf-8"))
    value["municipalities"][0]["inhabitants"] = 0
    path.write_text(json.dumps(value), encoding="utf-8")
    return ["compare", OVERIJSSEL, "run.json"]


@special("not-a-run--comparison-for-a-run")
def _(folder: Path) -> list[str]:
    (folder / "comparison.json").write_text('{"schema": "allocator.comparison/1"}')
    return ["compare", OVERIJSSEL, "comparison.json"]


@special("out-not-empty--comparison")
def _(folder: Path) -> list[str]:
    (folder / "results").mkdir()
    (folder / "results" / "thesis.txt").write_text("the only copy")
    return ["compare", OVERIJSSEL, OVERIJSSEL, "--out", "results"]
