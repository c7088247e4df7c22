# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A curve: points sorted into the frontier and what it beats, numbered, with the knee marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from allocator.pareto.dominance import Position, beaten_by, frontier_of
from allocator.pareto.knee import Knee, knee_of
from models.frontier import Curve, Measure, Point, Refused
from models.places import Kind
from models.result import RunResult


@dataclass(frozen=True, slots=True)
class Found:
    """A point and the run behind it."""

    point: Point
    result: RunResult


@dataclass(slots=True)
class Search:
    """What was found of a curve, step by step.

    Attributes:
        kind: whose rest is divided; None of merging.
        across: what is weighed against `up`.
        up: likewise.
        small: with fewer places a task is small.
        found: points, in the order in which they were tried.
        infeasible: steps without a division.
        not_tried: steps for which there was no time.
        complete: whether nothing was left out.
    """

    kind: Kind | None
    across: Measure
    up: Measure
    small: int | None = None
    found: list[Found] = field(default_factory=list)
    infeasible: list[Refused] = field(default_factory=list)
    not_tried: list[int] = field(default_factory=list)
    complete: bool = True

    def curve(self, numbered: int) -> tuple[Curve, list[RunResult]]:
        """The curve, and the run behind each point of its frontier.

        Args:
            numbered: how many points of other curves come before.
        """
        positions = [self._position(one.point) for one in self.found]
        kept = frontier_of(positions)
        best = [positions[number] for number in kept]
        knee = knee_of(best)
        points = [
            self.found[number].point.model_copy(
                update={
                    "number": numbered + place + 1,
                    "knee": knee is not None and knee.number == place,
                }
            )
            for place, number in enumerate(kept)
        ]
        dominated = [
            one.point.model_copy(
                update={"instead": numbered + beaten_by(positions[number], best) + 1}
            )
            for number, one in enumerate(self.found)
            if number not in kept
        ]
        curve = Curve(
            kind=self.kind,
            across=self.across,
            up=self.up,
            small=self.small,
            points=tuple(points),
            dominated=tuple(dominated),
            infeasible=tuple(self.infeasible),
            not_tried=tuple(self.not_tried),
            knee=_arithmetic(best, knee) if knee else "",
            complete=self.complete
            and not self.not_tried
            and all(one.point.proven for one in self.found),
        )
        return curve, [self.found[number].result for number in kept]

    def _position(self, point: Point) -> Position:
        return point.value(self.across), point.value(self.up)


def _arithmetic(frontier: Sequence[Position], knee: Knee) -> str:
    """`1 - (7 - 0) / (21 - 0) - (45.2 - 3.4) / (192.3 - 3.4) ≈ 0.445`, to three decimals."""
    here, (left, high), (right, low) = frontier[knee.number], frontier[0], frontier[-1]
    across = _scaled(here[0], left, right)
    up = _scaled(here[1], low, high)
    return f"1 - {across} - {up} ≈ {_rounded(knee.gain)}"


def _scaled(value: Fraction, least: Fraction, most: Fraction) -> str:
    return f"({_rounded(value)} - {_rounded(least)}) / ({_rounded(most)} - {_rounded(least)})"


def _rounded(number: Fraction) -> str:
    """To three decimals, without zeros at the end."""
    whole, part = divmod(round(number * 1000), 1000)
    return f"{whole:,}.{part:03d}".rstrip("0").rstrip(".")


def numbered_curves(searches: Iterable[Search]) -> tuple[list[Curve], list[RunResult]]:
    """The curves of several searches, their points numbered one after the other."""
    curves: list[Curve] = []
    results: list[RunResult] = []
    for search in searches:
        curve, behind = search.curve(len(results))
        curves.append(curve)
        results += behind
    return curves, results
