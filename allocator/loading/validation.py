# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Validation: what does not fit the form of a scenario, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from allocator.loading.document import Document, Keys, nearest_place
from allocator.loading.form import keys_at
from models.fault import SHOWN_LETTERS, Fault, InputError, Place, nearest, quoted
from models.scenario import Scenario

# Code, what is wrong after the value, and what to do, per sort of validation error.
SAID = {
    "int_type": ("not-whole", "is not a whole number", "Write digits only."),
    "int_from_float": ("not-whole", "is not a whole number", "Write digits only."),
    "int_parsing_size": ("too-large", "is too large", "Correct the number."),
    "bool_type": ("not-true-or-false", "is neither true nor false", "Write true or false."),
    "string_type": ("not-a-text", "is not a text", "Put it in quotes."),
    "tuple_type": ("not-a-list", "is not a list", "Write [a, b]."),
    "model_type": ("not-a-mapping", "is not a mapping", "Write {key: value}."),
    "dict_type": ("not-a-mapping", "is not a mapping", "Write {key: value}."),
    "too_short": ("nothing-named", "names nothing", "Name at least one."),
    "string_too_short": (
        "nothing-named",
        "is empty",
        "Fill it, write null, or leave the line out.",
    ),
}
# The same where a limit belongs to it.
BOUNDS = {
    "greater_than": ("too-small", "gt", "is not above", "Write more than"),
    "greater_than_equal": ("too-small", "ge", "is below", "Write at least"),
    "less_than_equal": ("too-large", "le", "is above", "Write at most"),
    "string_too_long": ("too-long", "max_length", "is longer than", "Characters allowed:"),
}


def validated(lines: Document, file: Place) -> Scenario:
    """The scenario that the lines of files and options make.

    Args:
        lines: what they say, merged.
        file: where the scenario as a whole stands.

    Raises:
        InputError: with all that does not fit.
    """
    try:
        return Scenario.model_validate(lines.value)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        raise InputError(
            [
                _fault(error, nearest_place(lines.places, error["loc"], file), lines.written)
                for error in errors
                # A list may be short only for want of what is wrong in it.
                if error["type"] != "too_short" or not _below(error["loc"], errors)
            ]
        ) from problem


def _below(path: Keys, errors: Sequence[Any]) -> bool:
    return any(
        len(error["loc"]) > len(path) and error["loc"][: len(path)] == path for error in errors
    )


def _fault(error: Any, where: Place, written: Mapping[Keys, str]) -> Fault:
    kind, path = error["type"], error["loc"]
    if kind == "extra_forbidden":
        return _unknown_key(path, where)
    line = ".".join(map(str, path)) or "the scenario"
    code, said, remedy = _said(error, written.get(path) or _shown(error["input"]))
    return Fault(code, f"{line}{said}", where, remedy)


def _said(error: Any, shown: str) -> tuple[str, str, str]:
    """Code, what is said after the line's path, and remedy."""
    kind, context = error["type"], error.get("ctx", {})
    code, said, remedy = "bad-value", f": {shown} is not possible", f"{error['msg']}."
    if kind == "missing":
        code, said, remedy = "missing-key", " is missing", "Add it."
    elif kind == "refusal":
        code, what, remedy = context["code"], context["what"], context["remedy"]
        said = f": {shown} is {what}" if what.startswith("not ") else f": {what}"
    elif kind == "literal_error":
        expected = context["expected"].replace("'", "")
        choices = expected.replace(" or ", ", ").split(", ")
        code, remedy = "not-a-choice", f"Write {expected}."
        said = f": {shown} is not possible{nearest(str(error['input']), choices)}"
    elif kind in BOUNDS:
        code, limit, relation, remedy = BOUNDS[kind]
        most = f"{context[limit]:,}"
        said, remedy = f": {shown} {relation} {most}", f"{remedy} {most}."
    elif kind in SAID:
        code, relation, remedy = SAID[kind]
        said = f": {shown} {relation}"
    return code, said, remedy


def _unknown_key(path: Keys, where: Place) -> Fault:
    here = keys_at(path[:-1])
    what = f"unknown key {quoted(str(path[-1]))}{nearest(str(path[-1]), here)}"
    return Fault("unknown-key", what, where, f"The keys here are: {', '.join(here)}.")


def _shown(value: Any) -> str:
    """A value as it would be written in YAML, cut where it is long."""
    if isinstance(value, str):
        return quoted(value)
    text = repr(value) if isinstance(value, list | dict | tuple) else str(value)
    text = {"None": "null", "True": "true", "False": "false"}.get(text, text)
    return text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."
