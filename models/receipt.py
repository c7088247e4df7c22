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
        holds: whether all checks pass and nothing gives away that the file was changed.
        notes: where the two differ, what gives away a change, and what cannot be told of it.
    """

    scenario: str
    title: str
    status: str
    verdict: Verdict
    recorded: Verdict
    holds: bool
    notes: tuple[str, ...]


DifferenceOf = Literal["number", "date", "yes or no", "hash", "text", "list"]


class Difference(Record):
    """Something that a repetition found otherwise: the path in the JSON, then and now.

    Attributes:
        of: what kind of thing it is; `list`: a list of another length, or an entry that is there
            only once.
    """

    path: str
    before: str
    after: str
    of: DifferenceOf


class Repetition(Record):
    """A saved run or timeline, made again.

    Attributes:
        scenario: its name.
        title: its title.
        status: of the repetition; of a timeline `computed`.
        outcome: `same` (every number and word, times and versions apart), or why it is not:
            `altered` (the saved run fails its verification or its seal), `unproven` (it depends on
            how far the solver came), else `different`.
        differences: what is not the same.
        notes: the versions then and now, where they differ.
    """

    scenario: str
    title: str
    status: str
    outcome: Literal["same", "altered", "unproven", "different"]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]
