# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the motivation for one municipality."""

from __future__ import annotations

PHRASES: dict[str, str] = {}
