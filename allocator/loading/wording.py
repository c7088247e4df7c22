# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wording: what a record does not accept, in the reader's words; for lines and cells alike."""

from __future__ import annotations

from typing import Any

from models.fault import nearest
from models.record import Refusal

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
    "string_too_long": ("too-long", "max_length", "has more characters than", "Write at most"),
}


def told(error: Any, shown: str) -> tuple[str, str, str]:
    """A validation error in the reader's words.

    Args:
        error: one of `ValidationError.errors()`.
        shown: the value as it was written.

    Returns:
        The code, what is said after the name of the line or column, and what to do.
    """
    kind, context = error["type"], error.get("ctx", {})
    code, said, remedy = "bad-value", f": {shown} is not possible", f"{error['msg']}."
    if kind == "missing":
        code, said, remedy = "missing-key", " is missing", "Add it."
    elif isinstance(refused := context.get("error"), Refusal):
        code, what, remedy = refused.code, refused.what, refused.remedy
        said = f": {shown} is {what}" if what.startswith("not ") else f": {what}"
    elif kind == "literal_error":
        expected = context["expected"].replace("'", "")
        choices = expected.replace(" or ", ", ").split(", ")
        code, remedy = "not-a-choice", f"Write {expected}."
        said = f": {shown} is not possible{nearest(str(error['input']), choices)}"
    elif kind in BOUNDS:
        code, limit, relation, remedy = BOUNDS[kind]
        most = _counted(context[limit])
        said, remedy = f": {shown} {relation} {most}", f"{remedy} {most}."
    elif kind in SAID:
        code, relation, remedy = SAID[kind]
        said = f": {shown} {relation}"
    return code, said, remedy


def _counted(limit: Any) -> str:
    """A limit as people write it: 86,400."""
    return f"{int(limit):,}" if limit == int(limit) else str(limit)
