# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The borders of municipalities, as a user brought them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.problem import InputFile

Ring = tuple[tuple[Fraction, Fraction], ...]
"""A closed line: metres east and north in one plane; the first point is not repeated."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The area of one municipality.

    Attributes:
        code: CBS code.
        name: as the file has it.
        rings: outer borders and holes alike: what lies within an odd number of them is inside.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Boundaries:
    """The areas of municipalities.

    Attributes:
        areas: by code.
        file: receipt of the file that they were read from.
    """

    areas: dict[str, Boundary]
    file: InputFile
