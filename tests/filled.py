# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenario in which tasks that are not published are filled from those of another raming."""

from __future__ import annotations

from pathlib import Path

FILLED = str(Path(__file__).parent / "verification" / "scenarios" / "filled-2026.yaml")
