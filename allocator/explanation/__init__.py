# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Explanation: why this number, from what the run recorded."""

from __future__ import annotations

from allocator.explanation.derivation import explain
from allocator.explanation.subject import subject_of

__all__ = ["explain", "subject_of"]
