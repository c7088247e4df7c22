# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rest, divided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.division import Division, TieResult
from models.places import Places
from models.problem import Notice
from models.result import AreaResult, Confirmation, Eligible, Objective, Reasons, RunStatus


@dataclass(frozen=True, slots=True)
class Distributed:
    """What program A comes to.

    Attributes:
        areas: the sums of every area that closes.
        eligible: per municipality code, with the reasons.
        rest: rest places per municipality code; without the municipalities of provinces for which
            no division was found.
        divisions: how the rest was apportioned.
        objectives: what was minimised.
        ties: equal claims that lots decided.
        status: of the whole: the worst of its parts.
        reasons: what was not found before the time limit or a stop; why no division is possible is
            told by `allocator.explanation`.
        notices: what was not proven or not confirmed, and why not.
        confirmations: what a second solver says of the objectives, where it was asked.
    """

    areas: tuple[AreaResult, ...]
    eligible: Mapping[str, tuple[Eligible, Reasons]]
    rest: Mapping[str, Places]
    divisions: tuple[Division, ...]
    objectives: tuple[Objective, ...]
    ties: tuple[TieResult, ...]
    status: RunStatus
    reasons: tuple[str, ...]
    notices: tuple[Notice, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
