# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wheel holds what it should, and works where there is no checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {"allocator", "models", "scenarios", "cli.py"}

pytestmark = pytest.mark.slow


def outside(command: Sequence[str | Path], cwd: Path) -> str:
    """Run a command that knows nothing of this process, and return what it prints."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_", "VIRTUALENV_", "COV_", "PYTEST_"))
    }
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from a copy of what git knows or would add."""
    source = tmp_path_factory.mktemp("source")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    built = tmp_path_factory.mktemp("dist")
    outside(
        [
            sys.executable,
            "-I",
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            built,
            source,
        ],
        cwd=built,
    )
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel and its dependencies.

    The dependencies come from the running environment, through a path file. A path file inside
    that folder is not read in turn, so the editable install of this checkout stays out. It is added
    after the wheel is in, so that the installer does not take the checkout for an earlier version.
    """
    home = tmp_path_factory.mktemp("installed")
    seeds = tmp_path_factory.mktemp("seeds")
    offline = ["--no-download", "--no-periodic-update", "--app-data", str(seeds)]
    outside([sys.executable, "-I", "-m", "virtualenv", *offline, home / "venv"], cwd=home)
    scheme = {"base": str(home / "venv"), "platbase": str(home / "venv")}
    scripts = Path(sysconfig.get_path("scripts", "venv", scheme))
    python = scripts / "python"
    outside([python, "-I", "-m", "pip", "install", "--quiet", "--no-deps", wheel], cwd=home)
    library = Path(sysconfig.get_path("purelib", "venv", scheme))
    dependencies = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (library / "dependencies.pth").write_text("\n".join(dependencies) + "\n", encoding="utf-8")
    return scripts


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that has nothing to do with the project."""
    folder = tmp_path / "an unrelated folder"
    folder.mkdir()
    return folder


def test_the_wheel_holds_the_four_names_and_its_metadata_only(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    (metadata,) = (name for name in tops if name.endswith(".dist-info"))
    assert tops == TOP_LEVEL | {metadata}


def test_the_wheel_holds_every_file_of_the_packages_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *TOP_LEVEL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert packed == {
        name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()
    }


def test_scenarios_and_their_figures_travel_with_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "scenarios/overijssel-2024.yaml" in names
    assert "scenarios/reference/municipalities.csv" in names


def test_the_wheel_carries_its_licences_and_may_not_be_uploaded(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(path).decode("utf-8").splitlines()
    assert "License-Expression: EUPL-1.2" in metadata
    assert "License-File: LICENSE" in metadata
    assert "Classifier: Private :: Do Not Upload" in metadata


def test_the_checkout_does_not_leak_into_the_installed_program(
    installed: Path, elsewhere: Path
) -> None:
    for name in sorted(Path(top).stem for top in TOP_LEVEL):
        program = f"import {name}; print({name}.__file__)"
        file = Path(outside([installed / "python", "-I", "-c", program], cwd=elsewhere).strip())
        assert file.resolve().is_relative_to(installed.parent.resolve()), file


def test_the_dependencies_that_the_wheel_names_are_enough(installed: Path, elsewhere: Path) -> None:
    outside([installed / "python", "-I", "-m", "pip", "check"], cwd=elsewhere)


def test_the_installed_command_solves_overijssel_2024_from_any_folder(
    installed: Path, elsewhere: Path
) -> None:
    printed = outside(
        [installed / "allocator", "run", "overijssel-2024", "--format", "json"], cwd=elsewhere
    )
    result = json.loads(printed)
    (province,) = result["provinces"]
    assert result["schema"] == "allocator.run/1"
    assert result["status"] == "optimal"
    assert result["verification"]["ok"]
    assert (province["code"], province["task"]["total"], province["rest"]["total"]) == (
        "PV23",
        6325,
        626,
    )
    assert not list(elsewhere.iterdir()), "a run writes nothing unless it is asked to"
