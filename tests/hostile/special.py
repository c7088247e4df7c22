# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What no repository can hold: pipes, devices, links, huge files and places that take no files.

Each function puts it into an empty folder and gives the arguments of the command line.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from allocator.loading import reference

Prepare = Callable[[Path], list[str]]
SPECIAL: dict[str, Prepare] = {}

HEADER = "municipality,kind,places,status\n"
ROW = "Borne,regular,5,guaranteed\n"
GOOD = "name: good\n"
LARGE = 200_000_000


def special(name: str) -> Callable[[Prepare], Prepare]:
    """Register what makes a case, under `<fault>--<what it attacks>`."""

    def register(prepare: Prepare) -> Prepare:
        SPECIAL[name] = prepare
        return prepare

    return register


def _scenario_with_offers(folder: Path) -> list[str]:
    (folder / "scenario.yaml").write_text("name: hostile\noffers: offers.csv\n")
    return ["run", "scenario.yaml"]


def _sparse(path: Path, size: int = LARGE) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _people(folder: Path, *rows: str) -> list[str]:
    """A scenario of Zuid-Holland and Noord-Brabant by people of its own."""
    (folder / "people.csv").write_text("\n".join(["code,inhabitants", *rows, ""]))
    (folder / "scenario.yaml").write_text(
        "provinces: [PV28, PV30]\nkey: {name: inhabitants}\npopulation: people.csv\n"
    )
    return ["run", "scenario.yaml"]


@special("redivided-municipality--people-of-a-municipality-that-was-split")
def _(folder: Path) -> list[str]:
    return _people(folder, "GM0788,14000")


@special("part-missing--people-of-two-of-the-three-that-merged")
def _(folder: Path) -> list[str]:
    return _people(folder, "GM0501,17439", "GM0530,40311")


@special("named-twice--people-of-the-parts-and-of-the-whole")
def _(folder: Path) -> list[str]:
    return _people(folder, "GM0501,1", "GM0530,2", "GM0614,3", "GM1992,6")


@special("redivided-municipality--key-of-a-municipality-that-is-no-more")
def _(folder: Path) -> list[str]:
    (folder / "weights.csv").write_text("code,weight\nGM0439,3\nGM0370,2\n")
    (folder / "scenario.yaml").write_text(
        "provinces: [PV27]\nkey: {name: column, file: weights.csv, column: weight}\n"
    )
    return ["run", "scenario.yaml"]


@special("redivided-municipality--scores-do-not-add-up")
def _(folder: Path) -> list[str]:
    (folder / "scores.csv").write_text("gemeente,score\nBeemster,0.1\nPurmerend,0.2\n")
    (folder / "scenario.yaml").write_text("provinces: [PV27]\nses_woa: scores.csv\n")
    return ["run", "scenario.yaml"]


@special("file-too-large--scenario-of-200-megabytes")
def _(folder: Path) -> list[str]:
    _sparse(folder / "large.yaml")
    return ["run", "large.yaml"]


@special("file-too-large--offers-of-200-megabytes")
def _(folder: Path) -> list[str]:
    _sparse(folder / "offers.csv")
    return _scenario_with_offers(folder)


@special("file-too-large--scenario-nobody-wrote")
def _(folder: Path) -> list[str]:
    (folder / "long.yaml").write_text(GOOD + "# on and on\n" * 20_000)
    return ["run", "long.yaml"]


@special("too-many-rows--offers-of-another-register")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").write_text(HEADER + ROW * 20_001)
    return _scenario_with_offers(folder)


@special("too-many-rows--nothing-but-line-ends")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").write_text("\n" * 9_000_000 + "municipality")
    return _scenario_with_offers(folder)


@special("not-a-file--scenario-is-a-folder")
def _(folder: Path) -> list[str]:
    (folder / "mine.yaml").mkdir()
    return ["run", "mine.yaml"]


@special("not-a-file--offers-are-a-folder")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").mkdir()
    return _scenario_with_offers(folder)


@special("not-a-file--scenario-is-a-pipe")
def _(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.yaml")
    return ["run", "pipe.yaml"]


@special("not-a-file--offers-are-a-pipe")
def _(folder: Path) -> list[str]:
    os.mkfifo(folder / "offers.csv")
    return _scenario_with_offers(folder)


@special("not-a-file--endless-device")
def _(folder: Path) -> list[str]:
    return ["run", "/dev/zero"]


@special("outside-folder--link-to-an-endless-device")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").symlink_to("/dev/zero")
    return _scenario_with_offers(folder)


@special("outside-folder--offers-are-a-link-out")
def _(folder: Path) -> list[str]:
    (folder / "home").mkdir()
    (folder / "secret.csv").write_text(HEADER + ROW)
    (folder / "home" / "offers.csv").symlink_to(folder / "secret.csv")
    _scenario_with_offers(folder / "home")
    return ["run", "home/scenario.yaml"]


@special("outside-folder--folder-is-a-link-out")
def _(folder: Path) -> list[str]:
    (folder / "home").mkdir()
    (folder / "secret").mkdir()
    (folder / "secret" / "offers.csv").write_text(HEADER + ROW)
    (folder / "home" / "data").symlink_to(folder / "secret")
    (folder / "home" / "mine.yaml").write_text(GOOD + "offers: data/offers.csv\n")
    return ["run", "home/mine.yaml"]


@special("outside-folder--parent-is-a-link-out")
def _(folder: Path) -> list[str]:
    (folder / "home").mkdir()
    (folder / "parent.yaml").write_text(GOOD)
    (folder / "home" / "parent.yaml").symlink_to(folder / "parent.yaml")
    (folder / "home" / "mine.yaml").write_text("extends: parent.yaml\n")
    return ["run", "home/mine.yaml"]


@special("outside-folder--link-in-a-circle")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").symlink_to("offers.csv")
    return _scenario_with_offers(folder)


@special("circular-extends--through-a-link")
def _(folder: Path) -> list[str]:
    (folder / "mine.yaml").write_text("extends: other.yaml\n")
    (folder / "other.yaml").symlink_to("mine.yaml")
    return ["run", "mine.yaml"]


@special("bad-extends--chain-of-eleven")
def _(folder: Path) -> list[str]:
    for number in range(12):
        (folder / f"{number}.yaml").write_text(f"extends: {number + 1}.yaml\n")
    return ["run", "0.yaml"]


@special("no-such-file--dangling-link")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").symlink_to("gone.csv")
    return _scenario_with_offers(folder)


@special("no-such-file--scenario")
def _(folder: Path) -> list[str]:
    return ["run", "nowhere.yaml"]


@special("no-such-scenario--mistyped")
def _(folder: Path) -> list[str]:
    return ["run", "overijsel-2024"]


@special("unreadable-file--name-too-long")
def _(folder: Path) -> list[str]:
    return ["run", "x" * 300 + ".yaml"]


@special("not-yaml--terminal-codes-in-the-name-of-the-file")
def _(folder: Path) -> list[str]:
    (folder / "\x1b[31mred.yaml").write_text("name: [\n")
    return ["run", "\x1b[31mred.yaml"]


@special("nothing-left-to-fill--column-of-zeros-fills")
def _(folder: Path) -> list[str]:
    rows = "".join(f"{code},0\n" for code in reference().territory.municipalities)
    (folder / "zeros.csv").write_text(f"code,weight\n{rows}")
    key = "{name: published, file: zeros.csv, column: weight, missing: {fill: column}}"
    (folder / "mine.yaml").write_text(f"name: hostile\nkey: {key}\n")
    return ["run", "mine.yaml"]


@special("out-is-a-file--results")
def _(folder: Path) -> list[str]:
    (folder / "results").write_text("the only copy")
    return ["run", "overijssel-2024", "--out", "results"]


@special("out-not-empty--other-content")
def _(folder: Path) -> list[str]:
    (folder / "results").mkdir()
    (folder / "results" / "thesis.txt").write_text("the only copy")
    return ["run", "overijssel-2024", "--out", "results"]


@special("out-not-empty--the-folder-itself")
def _(folder: Path) -> list[str]:
    (folder / "mine.yaml").write_text(GOOD)
    return ["run", "overijssel-2024", "--out", "."]


@special("out-exists--new-over-a-scenario")
def _(folder: Path) -> list[str]:
    (folder / "mine.yaml").write_text(GOOD)
    return ["new", "mine.yaml"]


@special("out-exists--new-over-a-dangling-link")
def _(folder: Path) -> list[str]:
    (folder / "mine.yaml").symlink_to("gone.yaml")
    return ["new", "mine.yaml"]


@special("cannot-write--beneath-a-file")
def _(folder: Path) -> list[str]:
    (folder / "results").write_text("the only copy")
    return ["run", "overijssel-2024", "--out", "results/of-today"]


@special("cannot-write--full-disk")
def _(folder: Path) -> list[str]:
    # The corpus lets this process write no file of more than a few bytes.
    return ["run", "overijssel-2024", "--out", "results"]


@special("cannot-write--read-only-folder")
def _(folder: Path) -> list[str]:
    # Nobody writes among the facts about processes, not even an administrator.
    return ["run", "overijssel-2024", "--out", "/proc/self/results"]


@special("cannot-write--name-too-long")
def _(folder: Path) -> list[str]:
    return ["run", "overijssel-2024", "--out", "x" * 300]


@special("cannot-write--new-in-no-folder")
def _(folder: Path) -> list[str]:
    return ["new", "nowhere/mine.yaml"]


@special("offer-of-an-exchange--row-of-the-report-beside-the-inherited-exchange")
def _(folder: Path) -> list[str]:
    (folder / "scenario.yaml").write_text("extends: overijssel-2024\noffers: offers.csv\n")
    (folder / "offers.csv").write_text(
        "gemeente;soort;plaatsen;van;tot en met;status\n"
        "Kampen;regulier;200;2024-02-01;2026-02-01;gegarandeerd\n"
    )
    return ["run", "scenario.yaml"]
