# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part: the best choice, or the best that was found and how far it may be from that.

First the deviation from pro rata is as small as possible, then as few as possible are left out
(`program.py`). If several choices are equally good, the order of lots decides (`lots.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from allocator.distribution.deviation import deviation, deviation_bound
from allocator.distribution.formulation import Part
from allocator.distribution.lots import draw, settle, tied
from allocator.distribution.program import hint_of, places_of, program_of, takes_part
from allocator.distribution.rules.registry import Claimant
from allocator.distribution.search import Search, Unsettled
from allocator.distribution.start import Start, start_of
from allocator.solving import IntegerProgram, Solution, SolverDefect, Status
from models.fault import Infeasible
from models.scenario import Solver

Stop = Literal["", "time limit", "interrupted"]
"""What ended a search before its proof, if anything did."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who takes part of those with a threshold.

    Attributes:
        chosen: the claimants that take part.
        places: places that meet every rule with this deviation; a start, not the answer.
        deviation: the least deviation, or the best found.
        deviation_bound: nobody can do better than this.
        left_out: how many claimants with a threshold take no part.
        left_out_bound: with this deviation, no fewer can be left out; 0 while that is not proven.
        unsettled: how many claimants another, equally good choice may treat differently, as far as
            anybody knows; they would be for lots to decide.
        tied: claimants that another, equally good choice would treat differently, settled by lots.
        stop: what ended the search before its proof.
    """

    chosen: frozenset[Claimant]
    places: Mapping[Claimant, int]
    deviation: int
    deviation_bound: int
    left_out: int
    left_out_bound: int
    unsettled: int = 0
    tied: tuple[Claimant, ...] = ()
    stop: Stop = ""

    @property
    def best(self) -> bool:
        """Whether no choice is better."""
        return (self.deviation, self.left_out) == (self.deviation_bound, self.left_out_bound)

    @property
    def proven(self) -> bool:
        """Whether no choice is better, and lots have decided between equally good ones."""
        return self.best and not self.unsettled


class NothingFound(Exception):
    """The time limit passed, or somebody stopped, before any choice was found."""

    def __init__(self, stop: Stop) -> None:
        """Keep which of the two."""
        self.stop = stop
        super().__init__(stop)


def choose(part: Part, settings: Solver, stopped: Callable[[], bool] = lambda: False) -> Choice:
    """Choose who takes part; unique by the order of lots.

    Args:
        part: what ties the claimants.
        settings: the time limit and the threads.
        stopped: whether somebody wants to stop; then the best found so far is the answer.

    Raises:
        Infeasible: if it is proven that no choice meets every rule.
        NothingFound: if none was found before the time limit or the stop.
    """
    start = start_of(part)
    quick = _from_start(part, start) if start is not None else None
    if quick is not None and quick.best and not quick.left_out:
        # Everybody takes part, and nothing can deviate less: there is no other such choice.
        return quick
    search = Search(settings, stopped)
    program = program_of(part)
    if start is not None:
        program = replace(program, hint=hint_of(part, start.chosen, start.places))
    solution = search.solve(program)
    if solution.status is Status.INFEASIBLE:
        raise Infeasible
    found = _better(quick, _found(part, program, solution) if solution.values else None)
    if found is None:
        raise NothingFound(_stop(search))
    if found.best and found.left_out:
        found = _by_lots(part, program, found, search)
    return found if found.proven else replace(found, stop=_stop(search))


def _stop(search: Search) -> Stop:
    return "interrupted" if search.interrupted else "time limit"


def is_possible(part: Part, settings: Solver, stopped: Callable[[], bool] = lambda: False) -> bool:
    """Whether any choice meets every rule, without looking for the best.

    Raises:
        NothingFound: if that was not found out before the time limit or the stop.
    """
    search = Search(settings, stopped)
    solution = search.solve(replace(program_of(part), objective={}), any_will_do=True)
    if solution.status is Status.UNKNOWN:
        raise NothingFound(_stop(search))
    return solution.status is not Status.INFEASIBLE


def _from_start(part: Part, start: Start) -> Choice:
    """The quick start as a choice, with the bound that needs no solver."""
    return Choice(
        chosen=start.chosen,
        places=start.places,
        deviation=deviation(part, start.places),
        deviation_bound=deviation_bound(part),
        left_out=len(part.thresholds) - len(start.chosen),
        left_out_bound=0,
    )


def _found(part: Part, program: IntegerProgram, solution: Solution) -> Choice:
    """What the solver found: objective = size x half the deviation - taking part."""
    size = len(part.thresholds) + 1
    chosen = frozenset(one for one in part.thresholds if solution.values[takes_part(one)])
    places = {one: solution.values[places_of(one)] for one in part.claimants}
    found, bound = deviation(part, places), 2 * -(-solution.bound // size)
    if solution.status is Status.OPTIMAL and found != bound:
        raise SolverDefect(f"the least deviation is said to be {bound}, the places deviate {found}")
    return Choice(
        chosen=chosen,
        places=places,
        deviation=found,
        deviation_bound=bound,
        left_out=len(part.thresholds) - len(chosen),
        left_out_bound=max(0, len(part.thresholds) + solution.bound - size * found // 2),
    )


def _better(quick: Choice | None, found: Choice | None) -> Choice | None:
    """The better of the quick start and what the solver found, with the higher of the bounds."""
    if quick is None or found is None:
        return quick or found
    best = min(quick, found, key=lambda one: (one.deviation, one.left_out))
    bound = max(quick.deviation_bound, found.deviation_bound)
    same = best.deviation == found.deviation == bound
    return replace(best, deviation_bound=bound, left_out_bound=found.left_out_bound if same else 0)


def _by_lots(part: Part, program: IntegerProgram, found: Choice, search: Search) -> Choice:
    """The same choice, or the equally good one that lots give."""
    settled = settle(part, program, found.deviation, len(found.chosen))
    unsettled = len(part.thresholds)
    try:
        others = tied(part, settled, found.chosen, search)
        unsettled = len(others)
        if not others:
            return found
        hinted = replace(settled, hint=hint_of(part, found.chosen, found.places))
        chosen, places = draw(part, hinted, found.chosen, others, search)
    except Unsettled:
        return replace(found, unsettled=unsettled)
    return replace(found, chosen=chosen, places=places, tied=others)
