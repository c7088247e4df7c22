# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deviation from pro rata by minimum site or participants: a verified run for each step.

What does not change between steps is read and weighed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from allocator.distribution import rest_to_divide
from allocator.distribution.rules.registry import Rest
from allocator.pareto.asked import Asked
from allocator.pareto.curves import Found, Search
from allocator.pareto.measures import choice_is_proven, measures_of_division, municipalities_of
from allocator.pipeline import Given, Prepared, Progress, Stopped, divide
from allocator.receipt import refuse_unfinished_draw
from models.fault import Fault, InputError, Place
from models.frontier import Point, Refused
from models.places import KINDS, Kind
from models.result import RunResult


@dataclass(frozen=True, slots=True)
class Trials:
    """Runs that differ in one setting of the distribution.

    Attributes:
        prepared: the scenario, open for runs with one line more.
        lots: the table of a real draw.
        known: what comes before the division of the scenario itself.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.
    """

    prepared: Prepared
    lots: Path | None
    known: Given
    progress: Progress
    stopped: Stopped

    def searches(self, asked: Asked) -> list[Search]:
        """The search of each kind that is asked.

        Raises:
            InputError: if there is no rest of a kind, if nothing is small, or if several areas
                close where one is asked.
        """
        rest = rest_to_divide(self.known.problem, self.known.shares, self.known.counted)
        kinds = [
            kind
            for kind in KINDS
            if asked.kind in (None, kind) and any(one.account.rest.of(kind) for one in rest.areas)
        ]
        if not kinds:
            raise _no_rest(asked.kind)
        if asked.by == "minimum-site":
            return [self._by_minimum_site(asked, kind) for kind in kinds]
        self._refuse_several_areas()
        return [self._by_participants(asked, kind, _able(rest, kind)) for kind in kinds]

    def _by_minimum_site(self, asked: Asked, kind: Kind) -> Search:
        """A ladder: of every mixture of large and small sites only those of one minimum.

        So others may do better, unless nothing is small where there is no minimum at all.
        """
        small = self._small(asked, kind)
        search = Search(kind, "small_tasks", "deviation", small)
        for step in self._until_stopped(search, asked.steps_below(small)):
            self._try(search, step, f"distribution.minimum_site.{kind}={step}")
        search.complete = any(
            not one.point.step and not one.point.value("small_tasks") for one in search.found
        )
        return search

    def _by_participants(self, asked: Asked, kind: Kind, able: int) -> Search:
        """From as many as could to the fewest that can: with fewer, less is possible."""
        small = self._small(asked, kind)
        search = Search(kind, "most_participants", "deviation", small)
        for step in self._until_stopped(search, range(able, 0, -1)):
            self._try(search, step, f"distribution.most_participants.{kind}={step}")
            if search.infeasible:
                break
        return search

    def _until_stopped(self, search: Search, steps: Iterable[int]) -> Iterator[int]:
        for step in steps:
            if self.stopped():
                search.not_tried.append(step)
            else:
                yield step

    def _try(self, search: Search, step: int, override: str) -> None:
        """One verified run."""
        changed = self.prepared.given([override], self.lots)

        def progress(message: str) -> None:
            self.progress(f"{override}: {message}")

        result = divide(changed, progress).result
        refuse_unfinished_draw(result)
        if result.status == "infeasible":
            search.infeasible.append(Refused(step=step, override=override, reasons=result.reasons))
        elif result.status == "unknown":
            search.not_tried.append(step)
        else:
            search.found.append(Found(_point(result, search, step, override), result))

    def _small(self, asked: Asked, kind: Kind) -> int:
        small = asked.small
        if small is None:
            small = self.known.problem.scenario.merging.minimum_site.of(kind)
            if not small and asked.by == "minimum-site":
                what = f"merging.minimum_site.{kind} is 0, so no task is small"
                remedy = "Say with --small N below how many places a task is small."
                raise InputError([Fault("nothing-small", what, Place("--by minimum-site"), remedy)])
        return small

    def _refuse_several_areas(self) -> None:
        problem = self.known.problem
        settings = problem.scenario.distribution
        areas = {
            one.region if settings.by == "region" else one.province
            for one in problem.municipalities
        }
        if len(areas) > 1:
            what = (
                f"{len(areas):,} areas close on their own, and each has its own number of "
                "participants"
            )
            remedy = "Ask for one area, such as --set provinces=[PV23], or by minimum-site."
            raise InputError([Fault("several-areas", what, Place("--by participants"), remedy)])


def _able(rest: Rest, kind: Kind) -> int:
    """How many could get a place of a kind: who is eligible, no more than places, and one at least.

    With one a scenario without a division tells why it has none.
    """
    (area,) = rest.areas
    eligible = sum((code, kind) not in rest.barred for code in area.members)
    return max(1, min(area.account.rest.of(kind), eligible))


def _point(result: RunResult, search: Search, step: int, override: str) -> Point:
    assert search.kind is not None
    values = measures_of_division(result, search.kind, search.small or 0)
    if search.across == "most_participants":
        values["most_participants"] = Fraction(step)
    return Point(
        step=step,
        override=override,
        values=values,
        proven=choice_is_proven(result, search.kind),
        verified=result.verification.checks,
        municipalities=municipalities_of(result),
    )


def _no_rest(kind: Kind | None) -> InputError:
    what = f"there are no {kind} places to divide" if kind else "there are no places to divide"
    where = Place(f"--kind {kind or 'both'}")
    remedy = "Ask for the other kind." if kind else "Ask for a scenario that leaves a rest."
    return InputError([Fault("no-rest", what, where, remedy, "Nothing is left of the task")])
