# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A second opinion: what was minimised is minimised again by another solver.

Nothing of the first search goes in, neither its tighter lines nor its start nor its answer: the
programs are stated a second time (`statement.py`), and HiGHS solves them in a process of its own.
What it finds is put into the rules again and measured in exact integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from allocator.distribution.deviation import deviation
from allocator.distribution.formulation import Part, formulate
from allocator.distribution.least_squares import squares
from allocator.distribution.rules.registry import Rest
from allocator.distribution.statement import (
    FINENESS,
    plain_places,
    plainly,
    square_places,
    squarely,
)
from allocator.distribution.unproven import called
from allocator.solving import IntegerProgram, SecondSolver, Solution, SolverDefect, Status
from models.distributed import Distributed
from models.fault import Defect
from models.problem import Notice
from models.result import Confirmation, Objective

# HiGHS computes in floating point; values closer than this it cannot tell apart.
INDISTINCT = Fraction(1, 10**8)
Measures = dict[str, int | Fraction]


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the second solver.

    Attributes:
        asked: the objectives that are minimised again.
        program: that minimises them.
        measure: their values, of an answer.
        total: what the program makes of such values, up to a constant.
    """

    asked: tuple[Objective, ...]
    program: IntegerProgram
    measure: Callable[[Mapping[str, int]], Measures]
    total: Callable[[Measures], Fraction]


def confirm(
    rest: Rest,
    distributed: Distributed,
    progress: Callable[[str], None] = lambda message: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Distributed:
    """Minimise again, with HiGHS, whatever was minimised.

    Args:
        rest: what was to be divided.
        distributed: how it was divided.
        progress: told which part is at hand, again and again while it is.
        stopped: whether somebody wants to stop; what is left then stays unconfirmed.

    Returns:
        The same division, with what the second solver says of it.

    Raises:
        Defect: if the two solvers cannot both be right.
    """
    limit = rest.problem.scenario.solver.time_limit_seconds
    parts = formulate(rest).parts
    said: list[Confirmation] = []
    open_: list[str] = []
    with SecondSolver() as second:
        for number, part in enumerate(parts, start=1):
            name = called(rest, part.area_codes, part.kind)
            at_hand = f"confirming with {second.name}: {name}, part {number} of {len(parts)}"

            def attentive(at_hand: str = at_hand) -> bool:
                progress(at_hand)
                return stopped()

            for question in _questions(part, distributed):
                solution = _solved(second, question.program, limit, attentive)
                refuse_contradiction(name, question, solution, second.name)
                found = list(_confirmations(question, solution, second.name))
                said += found
                open_ += [f"{name}, {one.name}" for one in found if not one.agrees]
    notices = (*distributed.notices, *_notices(second.name, open_))
    return replace(distributed, confirmations=tuple(said), notices=notices)


def _questions(part: Part, distributed: Distributed) -> Iterator[_Question]:
    """What was minimised in a part, each with a program that minimises it again."""
    ours = [
        one for one in distributed.objectives if (one.area, one.kind) == (part.areas, part.kind)
    ]
    if chosen := tuple(one for one in ours if one.name in ("deviation", "left_out")):
        yield _choice(part, chosen)
    if balanced := tuple(one for one in ours if one.name == "squared_deviation"):
        yield _balance(part, distributed, balanced)


def _choice(part: Part, asked: tuple[Objective, ...]) -> _Question:
    """Who takes part."""

    def measure(values: Mapping[str, int]) -> Measures:
        places = plain_places(part, values)
        left_out = sum(not places[one] for one in part.thresholds)
        return {"deviation": deviation(part, places), "left_out": left_out}

    def total(measures: Measures) -> Fraction:
        size = len(part.thresholds) + 1
        return Fraction(size * measures["deviation"] + measures["left_out"])

    return _Question(asked, plainly(part), measure, total)


def _balance(part: Part, distributed: Distributed, asked: tuple[Objective, ...]) -> _Question:
    """The least squares among those that take part in the division as it was recorded."""
    claims = {
        (claim.code, claim.kind): claim
        for division in distributed.divisions
        if (division.stage, division.area, division.kind) == ("rest", part.areas, part.kind)
        for claim in division.claims
    }
    around = {one: claims[one].places for one in part.claimants}
    settled = part.among([one for one in part.thresholds if claims[one].takes_part])

    def measure(values: Mapping[str, int]) -> Measures:
        return {"squared_deviation": squares(settled, square_places(settled, around, values))}

    def total(measures: Measures) -> Fraction:
        return Fraction(measures["squared_deviation"]) * FINENESS

    return _Question(asked, squarely(settled, around), measure, total)


def _solved(
    second: SecondSolver, program: IntegerProgram, limit: Fraction, stopped: Callable[[], bool]
) -> Solution:
    if stopped():
        return Solution(Status.UNKNOWN, {}, 0, interrupted=True)
    try:
        return second.solve(program, limit, stopped)
    except SolverDefect:
        # Rounded to whole numbers its answer breaks a line: it has none.
        return Solution(Status.UNKNOWN, {}, 0)


def refuse_contradiction(name: str, question: _Question, solution: Solution, solver: str) -> None:
    """Refuse what cannot be: then the program that made the one or the other is wrong.

    Raises:
        Defect: with both values, if the second solver beats a proven bound, proves that nothing is
            as good as what we reached, or proves that there is nothing at all.
    """
    reached: Measures = {one.name: one.value for one in question.asked}
    bounds: Measures = {one.name: one.bound for one in question.asked}
    if solution.status is Status.INFEASIBLE:
        raise Defect(f"{name}: {solver} proves that there is no division; ours has {reached}")
    if not solution.values:
        return
    theirs = question.measure(solution.values)
    if question.total(theirs) < question.total(bounds):
        raise Defect(f"{name}: {solver} reaches {theirs}, proven to be impossible: {bounds}")
    unsure = INDISTINCT * max(1, abs(question.program.value(solution.values)))
    beaten = question.total(reached) < question.total(theirs) - unsure
    if solution.status is Status.OPTIMAL and beaten:
        raise Defect(f"{name}: {solver} proves that nothing is below {theirs}; ours has {reached}")


def _confirmations(question: _Question, solution: Solution, solver: str) -> Iterator[Confirmation]:
    theirs = question.measure(solution.values) if solution.values else {}
    proven = solution.status is Status.OPTIMAL
    # What comes second is only comparable where the first is the same.
    same = True
    for one in question.asked:
        value = theirs.get(one.name)
        same = same and value == one.value
        yield Confirmation(
            area=one.area,
            kind=one.kind,
            name=one.name,
            solver=solver,
            value=value,
            agrees=proven and same,
        )


def _notices(solver: str, open_: list[str]) -> tuple[Notice, ...]:
    if not open_:
        return ()
    said = f"{solver} did not confirm, in the time it had: {'; '.join(open_)}"
    return (Notice(code="not-confirmed", message=said),)
