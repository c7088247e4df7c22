# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ctrl-C before, while and after the rest is divided, as somebody at a terminal presses it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sends SIGINT, which Windows has not")

# No proof in a minute: both kinds and a region coupled, with minimum sites.
COUPLED = (
    "nederland-2024",
    "--set", "provinces=[PV25]",
    "--set", "distribution.minimum_site={regular: 363, amv: 48}",
    "--set",
    "distribution.region_limits={Noord- en Oost-Gelderland: {total: {min: 5000, max: 5003}}}",
)  # fmt: skip
# Many programs one after the other, some of which take long.
COUNTRY = ("nederland-2024", "--set", "distribution.minimum_site={regular: 407, amv: 41}")
# What the answer may take on a machine that runs the whole country in 1.2 seconds; a slower one
# gets as much more. Measured on two cores with nine processes waiting: 0.5 to 0.7 seconds (COUPLED)
# and 0.9 to 1.2 (COUNTRY).
ALLOWED_SECONDS, COUNTRY_SECONDS = 2, 1.2


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def slowness() -> float:
    """How many times slower than the reference this machine is at the moment."""
    began = time.monotonic()
    start("run", "nederland-2024", "--format", "json").communicate()
    return max(1.0, (time.monotonic() - began) / COUNTRY_SECONDS)


@pytest.mark.parametrize("scenario", [COUPLED, COUNTRY], ids=["coupled", "country"])
def test_ctrl_c_while_dividing_gives_the_best_found_verified_in_two_seconds(scenario):
    allowed = ALLOWED_SECONDS * slowness()
    running = start("run", *scenario, "--format", "json")
    assert running.stderr.readline().startswith("dividing the rest: ")
    time.sleep(1)
    pressed = time.monotonic()
    running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=60)
    took = time.monotonic() - pressed
    assert running.returncode == 4, said
    assert "Traceback" not in said
    value = json.loads(out)
    assert (value["status"], value["verification"]["ok"]) == ("feasible", True)
    assert "interrupted" in {one["code"] for one in value["warnings"]}
    assert all(one["rest"] is not None for one in value["municipalities"])
    assert took < allowed


def test_ctrl_c_while_confirming_keeps_the_division():
    allowed = ALLOWED_SECONDS * slowness()
    running = start("run", *COUNTRY[:2], "distribution.minimum_site={regular: 100, amv: 20}",
                    "--confirm", "--format", "json")  # fmt: skip
    while not running.stderr.readline().startswith("confirming with HiGHS: "):
        assert running.poll() is None
    pressed = time.monotonic()
    running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=60)
    took = time.monotonic() - pressed
    value = json.loads(out)
    # Everything is proven; only the second opinion is missing.
    assert (running.returncode, value["status"]) == (0, "optimal"), said
    assert "not-confirmed" in {one["code"] for one in value["warnings"]}
    assert not value["manifest"]["confirmations"][-1]["agrees"]
    assert took < allowed


def pressing(tmp_path: Path, function: str, times: int = 1) -> dict[str, str]:
    """An environment in which Ctrl-C is pressed when a function of the pipeline begins."""
    (tmp_path / "sitecustomize.py").write_text(
        "import signal, allocator.pipeline as pipeline\n"
        f"original = pipeline.{function}\n"
        "def pressed(*arguments):\n"
        f"    for _ in range({times}): signal.raise_signal(signal.SIGINT)\n"
        "    return original(*arguments)\n"
        f"pipeline.{function} = pressed\n"
    )
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}


@pytest.mark.parametrize(("function", "times"), [("prepare", 1), ("count", 1), ("distribute", 2)])
def test_ctrl_c_before_there_is_an_answer_says_so(tmp_path, function, times):
    running = start("run", "overijssel-2024", **pressing(tmp_path, function, times))
    out, said = running.communicate(timeout=60)
    assert (running.returncode, out) == (4, "")
    assert said == "stopped before there was an answer\n"


@pytest.mark.parametrize("function", ["assemble", "check"])
def test_ctrl_c_once_all_is_divided_comes_too_late_to_matter(tmp_path, function):
    running = start("run", "overijssel-2024", **pressing(tmp_path, function))
    out, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, "")
    assert "Status: optimal" in out
