# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why there is no division: the numbers, and the smallest changes that make one possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from allocator.distribution import rest_to_divide
from allocator.distribution.rules.registry import Rest
from allocator.explanation.infeasible.confirmation import Change, Trial, becomes, setting
from allocator.explanation.infeasible.contradictions import contradictions
from allocator.explanation.infeasible.coupled import Coupled, coupled_areas
from allocator.explanation.infeasible.least_cap import with_least_caps
from allocator.explanation.infeasible.mending import Mending, mendings
from allocator.explanation.infeasible.repairs import Amounts, lines_that_bind
from allocator.explanation.infeasible.shortages import shortages
from allocator.explanation.infeasible.successive import OutOfTime, Successive
from allocator.explanation.infeasible.wording import line_in_words
from models.counted import Counted
from models.problem import Problem
from models.result import Infeasibility, Move, Repair, Shortage
from models.share import Shares


def why_infeasible(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    progress: Callable[[str], None] = lambda message: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Infeasibility:
    """Why a scenario has no division, and the smallest sets of its lines to change.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        progress: told what is at hand.
        stopped: whether somebody wants to stop; then the time limit has passed.

    Returns:
        The shortages of all areas that do not close, and repairs that were confirmed by dividing
        again. They are the same for every seed, number of threads and order of rows. Only where
        the time limit of the scenario passes first are there fewer, and `complete` is false.
    """
    rest = rest_to_divide(problem, shares, counted)
    solver = Successive(problem.scenario.solver, stopped)
    everywhere = coupled_areas(rest)
    told = _Told()
    try:
        for coupled in everywhere:
            here = ", ".join(problem.territory.name(code) for code in coupled.areas)
            progress(f"looking for what is short: {here}")
            told.tell(rest, coupled, solver)
    except OutOfTime:
        return told.so_far(problem)
    failing = [one.areas for one in told.failing]
    others = [one for one in everywhere if one.areas not in failing]
    progress("looking for the smallest changes that make a division possible")
    mended = mendings(told.failing, others, solver)
    repairs: list[Repair] = []
    complete = True
    for mending in mended:
        progress("dividing again to confirm them")
        trial = Trial(problem, shares, counted, mending.areas, solver)
        confirmed = _confirmed(mending, trial)
        repairs += confirmed
        complete &= mending.complete and len(confirmed) == len(mending.changes)
    names = {code: problem.territory.name(code) for one in mended for code in one.areas}
    return Infeasibility(
        areas=names,
        shortages=tuple(told.shortages),
        contradictions=tuple(told.contradictions),
        repairs=tuple(repairs),
        beyond_repair=tuple(
            code for one in mended if one.complete and not one.changes for code in one.areas
        ),
        complete=complete,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands in the way, as the areas are gone through."""

    failing: list[Coupled] = field(default_factory=list)
    shortages: list[Shortage] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)

    def tell(self, rest: Rest, coupled: Coupled, solver: Successive) -> None:
        """Look at areas that rules tie together."""
        found = shortages(rest, coupled, solver)
        if found is None:
            self.contradictions.extend(contradictions(rest, coupled, solver))
        elif not found:
            return
        self.shortages.extend(found or ())
        self.failing.append(coupled)

    def so_far(self, problem: Problem) -> Infeasibility:
        """What was found before the time limit passed."""
        seconds = float(problem.scenario.solver.time_limit_seconds)
        late = f"The numbers were not found within the time limit of {seconds:g} seconds."
        return Infeasibility(
            shortages=tuple(self.shortages),
            contradictions=(*self.contradictions, late),
            repairs=(),
            complete=False,
        )


def _confirmed(mending: Mending, trial: Trial) -> list[Repair]:
    """The changes with which dividing succeeds, and with nothing less, as far as time allows."""
    found = []
    with suppress(OutOfTime):
        for amounts in mending.changes:
            moves = _with_least_caps(_moves(mending, trial.problem, amounts), trial)
            if _is_just_enough(moves, trial):
                found.append(Repair(areas=mending.areas, moves=moves))
    return found


def _moves(mending: Mending, problem: Problem, amounts: Amounts) -> tuple[Move, ...]:
    movable = lines_that_bind(mending.coupled)
    found = []
    for path, amount in amounts.items():
        now = setting(problem.scenario, path)
        now = now["municipality"] if isinstance(now, dict) else now  # exempt with a reason
        found.append(
            Move(
                path=path,
                where=problem.row(path),
                says=line_in_words(problem, path, now),
                now=now,
                becomes=becomes(now, movable[path], amount),
                by=amount if movable[path].number else None,
            )
        )
    return tuple(found)


def _with_least_caps(moves: tuple[Move, ...], trial: Trial) -> tuple[Move, ...]:
    """A cap that is in the way becomes as large as it has to be, and no larger."""
    changes = with_least_caps({move.path: move.becomes for move in moves}, trial)
    return tuple(move.model_copy(update={"becomes": changes[move.path]}) for move in moves)


def _is_just_enough(moves: Sequence[Move], trial: Trial) -> bool:
    """Whether dividing succeeds with these moves, and fails with anything less."""
    changes: dict[str, Change] = {move.path: move.becomes for move in moves}
    return trial.divides(changes) and not any(map(trial.divides, _less(moves, changes)))


def _less(moves: Sequence[Move], changes: Mapping[str, Change]) -> Iterator[dict[str, Change]]:
    """The same changes with one left out, or one place smaller."""
    for move in moves:
        yield {path: new for path, new in changes.items() if path != move.path}
        if move.by and move.by > 1 and isinstance(move.now, int) and isinstance(move.becomes, int):
            back = 1 if move.becomes < move.now else -1
            yield {**changes, move.path: move.becomes + back}
