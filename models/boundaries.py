# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The borders of municipalities, as a user brought them, in one plane."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.problem import InputFile

Ring = tuple[tuple[int, int], ...]
"""A closed line: decimetres east and north; the first point is not repeated at the end."""

METRES_PER_DEGREE = 111_195
"""Along a meridian, on a sphere as large as the earth."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The area of one municipality.

    Attributes:
        code: CBS code.
        rings: outer borders and holes alike: what lies within an odd number of them is inside.
    """

    code: str
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


def cosine(degrees: Fraction) -> Fraction:
    """The cosine of an angle from -90 to 90 degrees by Bhaskara: exact, and within 0.002.

    (32400 - 4d²) / (32400 + d²), with d in degrees.
    """
    return (32_400 - 4 * degrees**2) / (32_400 + degrees**2)
