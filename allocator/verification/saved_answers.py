# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saved comparisons and frontiers, checked from their own content.

The runs that they are of are not at hand, so what they were made from cannot be checked again; but
their figures have to agree with one another.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.comparison import QUANTITIES, Change, ComparisonResult
from models.frontier import Curve, FrontierAnswer
from models.places import Places
from models.result import Failure, Verdict

Check = tuple[str, bool]


def verify_saved_answer(answer: ComparisonResult | FrontierAnswer) -> Verdict:
    """Check that the figures of a saved comparison or frontier agree with one another."""
    checks = list(
        _comparison(answer) if isinstance(answer, ComparisonResult) else _frontier(answer)
    )
    failures = tuple(
        Failure(check=name, message="the figures do not agree")
        for name, holds in checks
        if not holds
    )
    return Verdict(ok=not failures, checks=len(checks), failures=failures)


def _comparison(answer: ComparisonResult) -> Iterator[Check]:
    """Decisions are sums, and differences are those with the first run."""
    for line in answer.municipalities:
        first = line.figures[0] if line.figures else None
        yield f"figures[{line.code}]", len(line.figures) == len(answer.runs)
        for figures in line.figures:
            if figures is None:
                continue
            name = f"{figures.run}.{line.code}"
            yield f"decision[{name}]", _adds_up(figures.counted, figures.rest, figures.decision)
            less = figures.difference
            if less is not None and first is not None:
                for quantity in QUANTITIES:
                    change = Change.between(first.of(quantity), figures.of(quantity))
                    yield f"difference[{name}.{quantity}]", less.of(quantity) == change


def _frontier(answer: FrontierAnswer) -> Iterator[Check]:
    """Decisions are sums, and no point of a frontier beats another."""
    for number, curve in enumerate(answer.curves):
        for point in curve.all_points:
            for one in point.municipalities:
                name = f"decision[{number}.{point.number}.{one.code}]"
                yield name, _adds_up(one.counted, one.rest, one.decision)
        yield from _unbeaten(number, curve)


def _unbeaten(number: int, curve: Curve) -> Iterator[Check]:
    for one in curve.points:
        beaten = any(
            other is not one
            and other.value(curve.across) <= one.value(curve.across)
            and other.value(curve.up) <= one.value(curve.up)
            for other in curve.points
        )
        yield f"unbeaten[{number}.{one.number}]", not beaten


def _adds_up(counted: Places, rest: Places | None, decision: Places | None) -> bool:
    if rest is None or decision is None:
        return rest is None and decision is None
    return counted + rest == decision
