# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""JSON as the program writes it: readable, UTF-8, one newline at the end."""

from __future__ import annotations

import json
from typing import Any


def as_json(value: Any) -> str:
    """A plain value as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
