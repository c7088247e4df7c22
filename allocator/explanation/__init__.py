# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Explanation: why this number, why not another, and why none at all."""

from __future__ import annotations

from allocator.explanation.derivation import explain, explain_reading
from allocator.explanation.infeasible import why_infeasible
from allocator.explanation.subject import subject_of
from allocator.explanation.why_not import compare, read_question, with_distribution

__all__ = [
    "compare",
    "explain",
    "explain_reading",
    "read_question",
    "subject_of",
    "why_infeasible",
    "with_distribution",
]
