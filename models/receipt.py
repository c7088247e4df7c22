# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Receipts: what a saved run or timeline is worth when it is checked, and when it is repeated."""

from __future__ import annotations

from typing import Literal

from models.record import Record
from models.result import Verdict


class Receipt(Record):
    """A saved run or timeline, checked from its own content.

    Attributes:
        scenario: its name.
        title: its title.
        status: what it says of itself; of a timeline `computed`, as nothing is solved.
        verdict: what the checks say of it now.
        recorded: what it says that the checks said when it was made.
        notes: where the two differ, and by which version it was made.
    """

    scenario: str
    title: str
    status: str
    verdict: Verdict
    recorded: Verdict
    notes: tuple[str, ...]


class Difference(Record):
    """Something that a repetition found otherwise: the path in the JSON, then and now."""

    path: str
    before: str
    after: str


class Repetition(Record):
    """A saved run or timeline, made again.

    Attributes:
        scenario: its name.
        title: its title.
        status: of the repetition; of a timeline `computed`.
        outcome: `same` (every number and word, times and versions apart), or why it is not:
            `altered` (the saved run fails its verification), `unproven` (it depends on how far the
            solver came), else `different`.
        differences: what is not the same.
        notes: the versions then and now, where they differ.
    """

    scenario: str
    title: str
    status: str
    outcome: Literal["same", "altered", "unproven", "different"]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]
