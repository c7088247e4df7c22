# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why there is no division: the numbers, and the smallest changes that make one possible."""

from __future__ import annotations

from allocator.explanation.infeasible.why import why_infeasible

__all__ = ["why_infeasible"]
