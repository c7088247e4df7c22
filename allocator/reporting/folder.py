# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing: whole or not at all, and never over what was there."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from models.fault import Fault, InputError, Place

File = str | bytes
"""What a file holds: text, which is written as UTF-8 with its line ends as they are, or bytes."""


def write_folder(folder: Path, files: Mapping[str, File]) -> None:
    """Write files into a new folder, all of them or none.

    A folder that already holds the same (but for the seconds a run took) is left as it is.

    Raises:
        InputError: if something else is there, or if it cannot be written.
    """
    draft: Path | None = None
    made: list[Path] = []
    try:
        if folder.is_dir() and any(folder.iterdir()):
            if _holds_the_same(folder, files):
                return
            raise _fault(
                "out-not-empty",
                folder,
                "the folder holds other content",
                "Name another folder; nothing was written.",
            )
        if folder.exists() and not folder.is_dir():
            raise _fault("out-is-a-file", folder, "this is a file", "Name a folder.")
        made = _make_parents(folder)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        for name, content in files.items():
            (draft / name).write_bytes(_bytes(content))
        draft.chmod(0o777 & ~umask())
        if folder.is_dir():
            folder.rmdir()
        draft.rename(folder)
        made = []
    except (OSError, ValueError) as problem:
        raise _unwritable(folder, problem) from problem
    finally:
        if draft is not None and draft.exists():
            shutil.rmtree(draft, ignore_errors=True)
        with suppress(OSError):  # somebody else may have put something there meanwhile
            for parent in reversed(made):
                parent.rmdir()


def write_file(path: Path, content: File) -> None:
    """Write one new file, whole or not at all.

    Raises:
        InputError: if it exists, or cannot be written.
    """
    draft: Path | None = None
    try:
        if path.exists() or path.is_symlink():
            raise _fault(
                "out-exists", path, "the file exists", "Name another; nothing was written."
            )
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(_bytes(content))
        draft.chmod(0o666 & ~umask())
        os.link(draft, path)  # unlike a rename, this fails if the file has appeared meanwhile
    except (OSError, ValueError) as problem:
        raise _unwritable(path, problem) from problem
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def _make_parents(folder: Path) -> list[Path]:
    """Make the folders above one, and say which were made, the highest first."""
    made: list[Path] = []
    try:
        for parent in reversed(folder.parents):
            if not parent.exists():
                parent.mkdir()
                made.append(parent)
    except OSError:
        for parent in reversed(made):
            parent.rmdir()
        raise
    return made


def _bytes(content: File) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _holds_the_same(folder: Path, files: Mapping[str, File]) -> bool:
    if {path.name for path in folder.iterdir()} != set(files):
        return False
    try:
        return all(
            _without_times(name, (folder / name).read_bytes())
            == _without_times(name, _bytes(content))
            for name, content in files.items()
        )
    except OSError:
        return False


def _without_times(name: str, content: bytes) -> bytes:
    if not name.endswith(".json"):
        return content
    try:
        value = json.loads(content)
        value["manifest"].pop("seconds", None)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return content
    return json.dumps(value).encode()


def umask() -> int:
    """The rights that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, problem: Exception) -> InputError:
    reason = getattr(problem, "strerror", None) or str(problem)
    return _fault(
        "cannot-write", path, f"cannot be written ({reason})", "Name another; nothing was written."
    )


def _fault(code: str, path: Path, what: str, remedy: str) -> InputError:
    shown = re.sub(r"[^ -~\u00a0-\uffff]", "?", str(path))
    return InputError([Fault(code=code, what=what, where=Place(shown), remedy=remedy)])
