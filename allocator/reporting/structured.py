# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""JSON as the program writes it: readable, UTF-8, one newline at the end."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

# Letters that steer a terminal or turn the direction of reading, and that JSON lets stand.
STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(value: Any) -> str:
    """A plain value as JSON text; a number of a table that is not whole in decimals."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_decimal)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _decimal(value: Any) -> float:
    if isinstance(value, Fraction):
        return float(value)
    raise TypeError(f"{type(value).__name__} is no part of JSON")
