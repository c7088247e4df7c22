# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""JSON as the program writes it: readable, UTF-8, one newline at the end."""

from __future__ import annotations

import json
import re
from typing import Any

# Letters that steer a terminal or turn the direction of reading, and that JSON lets stand.
STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(value: Any) -> str:
    """A plain value as JSON text."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
