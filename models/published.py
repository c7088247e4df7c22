# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Computed shares beside the official indicative numbers, where those are known."""

from __future__ import annotations

from models.division import Whole
from models.record import Figure, Record


class PublishedNumber(Record):
    """One municipality whose indicative number is published.

    Attributes:
        share: what the key of the scenario gives, places in all.
        published: the official number.
        difference: share - published.
        row: file and line of the official number.
    """

    code: str
    name: str
    share: Whole
    published: Whole
    difference: int
    row: str


class PublishedNumbers(Record):
    """All of them together.

    Attributes:
        mean_percent: of |difference| / published, over the municipalities; an exact fraction.
        worst_percent: the largest of those.
        worst: code of the municipality that has it, the first by code of equal ones.
    """

    numbers: tuple[PublishedNumber, ...]
    mean_percent: Figure
    worst_percent: Figure
    worst: str
