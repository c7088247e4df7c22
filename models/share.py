# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights and shares: what the key gives each municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from models.division import Division, TieResult
from models.places import Places
from models.raming import SharedNeed
from models.result import Filled, ShareStatus


@dataclass(frozen=True, slots=True)
class Weight:
    """What a key gives one municipality.

    Attributes:
        value: the weight, at least 0.
        status: `published`, `computed` by the formula of the key, or `estimated`.
        figures: what it was made from, by name, such as inhabitants and score.
        rows: file and line of every figure.
        filled: how it was filled, where the key does not know it.
    """

    value: Fraction
    status: ShareStatus
    figures: Mapping[str, Fraction]
    rows: tuple[str, ...]
    filled: Filled | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """The indicative distribution (indicatieve verdeling).

    Attributes:
        weights: per municipality code.
        places: the share per municipality code.
        divisions: how the shares were rounded, where they close on a task.
        ties: equal claims that lots decided.
        need: the national need as the key shares it out, where that decides or is told.
        by_key: per province, the sum of what the key gives its municipalities; empty where the
            key is not asked.
    """

    weights: Mapping[str, Weight]
    places: Mapping[str, Places]
    divisions: tuple[Division, ...]
    ties: tuple[TieResult, ...]
    need: SharedNeed | None = None
    by_key: Mapping[str, Places] = field(default_factory=dict)
