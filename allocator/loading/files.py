# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files as they lie on disk: size, sort and whereabouts are checked before a byte is believed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from models.fault import Fault, InputError, Place, nearest, quoted
from models.problem import InputFile, Role

# The largest real table, all offers of the country, stays far below; a larger file is a mistake.
MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one input file and the name that messages use for it."""

    name: str
    data: bytes

    def receipt(self, role: Role) -> InputFile:
        """Name and sha256, for the manifest."""
        name = PurePath(self.name).name if role in ("scenario", "lots") else self.name
        return InputFile(name=name, sha256=sha256(self.data).hexdigest(), role=role)


def fault(code: str, where: Place, what: str, remedy: str, why: str = "") -> InputError:
    """A single fault, ready to raise."""
    return InputError([Fault(code=code, what=what, where=where, remedy=remedy, why=why)])


def read(path: Path, name: str | None = None, named_at: Place | None = None) -> Content:
    """Read a whole regular file.

    Args:
        path: where it lies.
        name: what messages call it; the path as given by default.
        named_at: the line that names it; where there is no such file, that line is wrong.

    Raises:
        InputError: if it is missing, not a regular file, empty, too large or unreadable.
    """
    name = name or str(path)
    where = Place(name)
    try:
        _refuse_all_but_files(path, name, named_at)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        size = max(path.stat().st_size, len(data))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise fault(
            "unreadable-file", where, f"cannot be read ({reason})", "Check name and rights."
        ) from problem
    if size > MOST_BYTES:
        raise fault(
            "file-too-large",
            where,
            f"the file has {size:,} bytes",
            "Leave out what is not needed.",
            f"A file of more than {MOST_BYTES:,} bytes is not a table of places.",
        )
    if not data.strip():
        raise fault("empty-file", where, "the file is empty", "Fill it, or name another.")
    return Content(name=name, data=data)


def _refuse_all_but_files(path: Path, name: str, named_at: Place | None) -> None:
    """Opening a pipe could wait for ever, and a device has no end."""
    where = named_at or Place(name)
    this = quoted(name) if named_at else "this"
    if path.is_dir():
        raise fault("not-a-file", where, f"{this} is a folder", "Name a file in it.")
    if not path.exists():
        what = (
            f"there is no file {this} beside the scenario" if named_at else "there is no such file"
        )
        there = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
        remedy = "Check the name and the folder."
        raise fault("no-such-file", where, f"{what}{nearest(path.name, there)}", remedy)
    if not path.is_file():
        raise fault("not-a-file", where, f"{this} is a pipe or a device", "Name a file.")


def beside(folder: Path, name: str, where: Place) -> Path:
    """The path of a file that a scenario names, never outside the scenario's folder.

    Args:
        folder: the scenario's folder.
        name: what the scenario says.
        where: the line that says so.

    Raises:
        InputError: for an absolute path, for `..`, or for a link that leads out of the folder.
    """
    path = _resolved(folder / name)
    home = _resolved(folder)
    if path is None or home is None or not path.is_relative_to(home) or Path(name).is_absolute():
        raise fault(
            "outside-folder",
            where,
            f"{quoted(name)} is not in the scenario's folder",
            "Copy the file beside the scenario and name it without a path.",
            "A scenario reads only files of its own folder, so that it can be passed on whole.",
        )
    return path


def _resolved(path: Path) -> Path | None:
    """The path without links and dots; None for one that no file system can hold."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None
