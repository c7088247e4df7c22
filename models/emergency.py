# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of municipalities so that every region reaches its emergency places."""

from __future__ import annotations

from dataclasses import dataclass

from models.division import Division, TieResult
from models.problem import Notice
from models.result import EmergencyResult


@dataclass(frozen=True, slots=True)
class Asked:
    """Emergency places (crisisnoodopvang) asked.

    Attributes:
        regions: what each has, lacks and is asked for.
        divisions: over whom that is divided.
        ties: equal claims in that.
        warnings: what a reader has to know.
    """

    regions: tuple[EmergencyResult, ...] = ()
    divisions: tuple[Division, ...] = ()
    ties: tuple[TieResult, ...] = ()
    warnings: tuple[Notice, ...] = ()
