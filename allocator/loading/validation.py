# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Validation: what does not fit the form of a file, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from allocator.loading.document import Document, Keys, nearest_place
from allocator.loading.form import keys_at
from allocator.loading.wording import told
from models.fault import SHOWN_LETTERS, Fault, InputError, Place, nearest, quoted

Made = TypeVar("Made", bound=BaseModel)


def validated(lines: Document, file: Place, record: type[Made]) -> Made:
    """What the lines of files and options make: a scenario, or a study.

    Args:
        lines: what they say, merged.
        file: where it stands as a whole.
        record: what they make.

    Raises:
        InputError: with all that does not fit.
    """
    try:
        return record.model_validate(lines.value)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        raise InputError(
            [
                _fault(
                    error,
                    nearest_place(lines.places, error["loc"], file),
                    lines.written,
                    record,
                )
                for error in errors
                # A list may be short only for want of what is wrong in it.
                if error["type"] != "too_short" or not _below(error["loc"], errors)
            ]
        ) from problem


def _below(path: Keys, errors: Sequence[Any]) -> bool:
    return any(
        len(error["loc"]) > len(path) and error["loc"][: len(path)] == path for error in errors
    )


def _fault(error: Any, where: Place, written: Mapping[Keys, str], record: type[BaseModel]) -> Fault:
    kind, path = error["type"], error["loc"]
    if kind == "extra_forbidden":
        return _unknown_key(path, where, record)
    if path[-1:] == ("municipality",) and path not in written and path[:-1] in written:
        path = path[:-1]  # a name alone stands for an entry that has nothing else
    line = ".".join(map(str, path)) or f"the {record.__name__.lower()}"
    code, said, remedy = told(error, written.get(path) or _shown(error["input"]))
    if code == "not-a-text" and isinstance(path[-1], int):
        remedy = "Write a name, or a code such as GM0141."
    return Fault(code, f"{line}{said}", where, remedy)


def _unknown_key(path: Keys, where: Place, record: type[BaseModel]) -> Fault:
    here = keys_at(path[:-1], record)
    what = f"unknown key {quoted(str(path[-1]))}{nearest(str(path[-1]), here)}"
    return Fault("unknown-key", what, where, f"The keys here are: {', '.join(here)}.")


def _shown(value: Any) -> str:
    """A value as it would be written in YAML, cut where it is long."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list | tuple | dict):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = {"None": "null", "True": "true", "False": "false"}.get(str(value), str(value))
    return text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."
