# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A number of places of every area in every run of a study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.sensitivity import Counted

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

KINDS: tuple[Counted, ...] = ("total", "regular", "amv")
ABSENT = -1


@dataclass(frozen=True)
class Series:
    """A number of places of provinces, or of municipalities, in every run.

    Attributes:
        codes: of the areas, in order.
        places: by area, then regular and amv, then run; -1 where the run has no such area.
        runs: of each point of the study, which run it has.
    """

    codes: tuple[str, ...]
    places: Numbers
    runs: Numbers

    def of(self, code: str, kind: Counted, points: Sequence[int]) -> Numbers:
        """The places of one area at some points; -1 where it is not there."""
        import numpy as np

        both = self.places[self.codes.index(code)][:, self.runs[list(points)]].astype(np.int64)
        if kind == "total":
            total: Numbers = np.where(both.min(axis=0) == ABSENT, ABSENT, both.sum(axis=0))
            return total
        chosen: Numbers = both[("regular", "amv").index(kind)]
        return chosen

    def sum(self, points: Sequence[int]) -> Numbers:
        """The places of all areas together, both kinds, at some points."""
        import numpy as np

        together = np.zeros(len(points), dtype=np.int64)
        for code in self.codes:
            together += np.maximum(self.of(code, "total", points), 0)
        return together

    def most(self) -> int:
        """No area has more places than this, of both kinds together."""
        return 2 * int(self.places.max(initial=0))
