# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Foundations of the models: frozen records and exact numbers."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema


class Record(BaseModel):
    """A frozen, strict record: an unknown field is an error, nothing is converted silently."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", serialize_by_alias=True)


# The certificates of coupled rules have hundreds of digits; longer numbers only exhaust memory.
MOST_DIGITS = 4_000


def exact(value: Any) -> Fraction:
    """The exact value of a number as a person writes it.

    Args:
        value: an integer, a `Fraction`, a `Decimal`, or a text such as `"1/3"`, `"-0.263"`.

    Raises:
        ValueError: for floats (they are not what was written) and anything else.
    """
    if isinstance(value, bool) or not isinstance(value, int | str | Fraction | Decimal):
        raise ValueError('write a ratio as a text in quotes, such as "1/3" or "0.5"')
    text = str(value).strip()
    if len(text) > MOST_DIGITS and isinstance(value, str):
        raise ValueError(f"the number has more than {MOST_DIGITS:,} characters")
    try:
        return Fraction(value) if isinstance(value, Fraction) else _fraction(text)
    except (ValueError, ZeroDivisionError, InvalidOperation) as problem:
        raise ValueError(f"{text!r} is not a number or a ratio such as 1/3") from problem


def _fraction(text: str) -> Fraction:
    # Decimal exponents ("1e999999999") would make a number that fills the memory.
    if any(letter in text for letter in "eE_"):
        raise ValueError(text)
    return Fraction(text)


def decimal(value: Any) -> Fraction:
    """The exact value of a plain decimal: like `exact`, but `25` and `2.5` may go unquoted.

    A float is taken as its shortest decimal form, which is what was written in the file.
    """
    return exact(repr(value) if isinstance(value, float) else value)


Exact = Annotated[
    Fraction,
    BeforeValidator(exact),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "integer"]}, mode="validation"),
]
"""A `Fraction`; in files and JSON a text such as `"1/3"`."""

DecimalNumber = Annotated[
    Fraction,
    BeforeValidator(decimal),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["number", "string"]}, mode="validation"),
]
"""A `Fraction` that may be written as a plain decimal."""

Name = Annotated[str, Field(min_length=1, max_length=200)]
"""A name or code as a person writes it."""
