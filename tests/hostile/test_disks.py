# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Results on disks that are full or read-only: an answer in words, and nothing half written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from tests.hostile.corpus import faults_of, listing

Mount = Callable[[str], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a small disk of memory; not every machine lets a test do that."""
    disk = tmp_path / "disk"
    disk.mkdir()

    def mounted(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
        if not shutil.which("mount") or subprocess.run(command, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        return disk

    yield mounted
    if disk.is_mount():
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    ("options", "said"),
    [("size=64k", "No space left on device"), ("ro", "Read-only file system")],
)
@pytest.mark.parametrize("out", ["results", "of/today/results"])
def test_a_disk_that_takes_no_more_keeps_nothing(mount: Mount, options: str, said: str, out: str):
    disk = mount(options)
    result = CliRunner().invoke(app, ["run", "overijssel-2024", "--out", str(disk / out)])
    assert result.exit_code == 5
    assert [fault.code for fault in faults_of(result.exception)] == ["cannot-write"]
    assert said in result.stderr
    assert listing(disk) == set()


def test_a_full_disk_keeps_no_half_scenario(mount: Mount):
    disk = mount("size=4k,nr_inodes=2")
    (disk / "other").write_text("x")
    result = CliRunner().invoke(app, ["new", str(disk / "mine.yaml")])
    assert result.exit_code == 5
    assert listing(disk) == {"other"}


def test_a_link_as_the_folder_of_results_is_not_written_through(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "only-copy.txt").write_text("x")
    (tmp_path / "out").symlink_to(tmp_path / "real")
    result = CliRunner().invoke(app, ["run", "overijssel-2024", "--out", str(tmp_path / "out")])
    assert result.exit_code == 5
    assert listing(tmp_path / "real") == {"only-copy.txt"}
    assert (tmp_path / "out").is_symlink()
