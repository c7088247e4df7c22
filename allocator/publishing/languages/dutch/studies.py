# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for comparisons, frontiers and studies."""

from __future__ import annotations

PHRASES: dict[str, str] = {}
