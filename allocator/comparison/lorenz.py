# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Lorenz curve of places over inhabitants, and the Gini coefficient under it.

M. O. Lorenz, Methods of measuring the concentration of wealth (1905); C. Gini, Variabilità e
mutabilità (1912). Municipalities weigh as many as they have inhabitants: one of a thousand people
that hosts nobody is as unequal as a thousand people of a city who host nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Lorenz:
    """The curve in whole numbers.

    Attributes:
        strips: the sum over the municipalities, the fewest places per inhabitant first, of
            inhabitants x (2 x the places of those before + its own places): twice the area under
            the curve, before it is scaled to one by one.
        inhabitants: of all.
        places: of all.
    """

    strips: int
    inhabitants: int
    places: int

    @property
    def gini(self) -> Fraction | None:
        """0 where all have as many places per inhabitant, below 1; None without any place."""
        square = self.inhabitants * self.places
        return 1 - Fraction(self.strips, square) if square else None


def lorenz(pairs: Iterable[tuple[int, int]]) -> Lorenz:
    """The curve of pairs of places (zero or more) and inhabitants (more than zero)."""
    strips = inhabitants = before = 0
    for places, people in sorted(pairs, key=lambda pair: Fraction(*pair)):
        strips += people * (2 * before + places)
        before += places
        inhabitants += people
    return Lorenz(strips, inhabitants, before)
