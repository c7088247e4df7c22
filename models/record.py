# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Foundations of the models: frozen records and exact numbers."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema


class Record(BaseModel):
    """A frozen, strict record: an unknown field is an error, nothing is converted silently."""

    # Built when first used: no command uses every record, and all take a fifth of a second.
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", serialize_by_alias=True, defer_build=True
    )


class Refusal(ValueError):
    """A value that a record does not take.

    Attributes:
        code: of the fault that becomes of it.
        what: what is wrong; where it begins with "not", the value is said before it.
        remedy: what to do about it.
    """

    def __init__(self, code: str, what: str, remedy: str) -> None:
        """Keep what is wrong, and what to do."""
        self.code, self.what, self.remedy = code, what, remedy
        super().__init__(what)


# The certificates of coupled rules have hundreds of digits; longer numbers only exhaust memory.
MOST_DIGITS = 4_000
# Weights and divisors have far fewer, and hundreds of them are added up.
MOST_DIGITS_OF_A_FIGURE = 300


def exact(value: Any) -> Fraction:
    """The exact value of a number as a person writes it.

    Args:
        value: an integer, a `Fraction`, a `Decimal`, or a text such as `"1/3"`, `"-0.263"`.

    Raises:
        ValueError: for floats (they are not what was written) and anything else.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        remedy = 'Write a ratio as a text in quotes, such as "1/3" or "0.5".'
        raise Refusal("not-a-ratio", "not an exact number", remedy)
    text = str(value).strip()
    if len(text) > MOST_DIGITS and isinstance(value, str):
        what = f"a number of more than {MOST_DIGITS:,} characters"
        raise Refusal("too-long", what, "Shorten it.")
    try:
        return _fraction(text)
    except (ValueError, ZeroDivisionError, InvalidOperation) as problem:
        what = "not a number or a ratio such as 1/3"
        raise Refusal("not-a-ratio", what, "Write digits, with a point or a stroke.") from problem


def _fraction(text: str) -> Fraction:
    # Decimal exponents ("1e999999999") would make a number that fills the memory.
    # Digits of other scripts are read by nobody the same way.
    if any(letter in text for letter in "eE_") or not text.isascii():
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


def _short(value: Any) -> Any:
    if isinstance(value, str) and len(value) > MOST_DIGITS_OF_A_FIGURE:
        raise ValueError(f"the number has more than {MOST_DIGITS_OF_A_FIGURE} characters")
    return value


Figure = Annotated[Exact, BeforeValidator(_short)]
"""An `Exact` of a size that weights, divisors and figures have."""

DecimalNumber = Annotated[
    Fraction,
    BeforeValidator(decimal),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["number", "string"]}, mode="validation"),
]
"""A `Fraction` that may be written as a plain decimal."""


def day(value: Any) -> date:
    """A date, as YAML reads it or as a text; never a number of seconds, never with a time.

    Raises:
        ValueError: for anything else.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise Refusal("not-a-date", "not an existing date", "Write YYYY-MM-DD.")


Day = Annotated[date, BeforeValidator(day)]
"""A `date`; in files and JSON a text such as `2025-07-01`."""

Name = Annotated[str, Field(min_length=1, max_length=200)]
"""A name or code as a person writes it."""

T = TypeVar("T")

ByName = Annotated[dict[str, T], BeforeValidator(lambda value: {} if value is None else value)]
"""A mapping by name; `null` clears it, as `{}` does."""
