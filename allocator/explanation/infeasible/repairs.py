# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The smallest sets of scenario lines whose change makes a division possible.

Every area closes, and lines of the scenario give way (see `program`). Each solve finds the set with

    the fewest lines,  then the fewest that are no number,  then the fewest places moved,

and is then told never to change all lines of that set again. What is found in this order has no
smaller set inside it, and when nothing is found any more every smallest set is known. These are
minimal correction sets.

Source: M.H. Liffiton and K.A. Sakallah, "Algorithms for Computing Minimal Unsatisfiable Subsets of
Constraints", Journal of Automated Reasoning 40 (2008).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from allocator.explanation.infeasible.coupled import Coupled
from allocator.explanation.infeasible.program import (
    Movable,
    Program,
    changes,
    movable_lines,
    moves,
    state_changes,
    state_rules,
    total,
)
from allocator.explanation.infeasible.successive import Objective, Successive

# Powers of two up to this stay exact in one objective.
PATHS_AT_ONCE = 40

Amounts = dict[str, int]
"""By path: how many places a line moves; 0 for a line that is no number."""


def lines_that_bind(many: Iterable[Coupled]) -> dict[str, Movable]:
    """The lines of the scenario that could give way, by path, in order."""
    found: dict[str, Movable] = {}
    for coupled in many:
        for line in movable_lines(coupled):
            known = found.get(line.path)
            if (line.most or not line.number) and (known is None or known.most < line.most):
                found[line.path] = line
    return dict(sorted(found.items(), key=lambda item: in_order(item[0])))


def in_order(path: str) -> list[tuple[int, str]]:
    """Sorts paths as people do: `exempt.2` before `exempt.10`."""
    pieces = re.split(r"(\d+)", path)
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]


def smallest_changes(
    many: Sequence[Coupled], solver: Successive, only: Collection[str] | None = None
) -> Iterator[Amounts]:
    """Every smallest set of lines that makes these areas close, with the least amounts.

    Args:
        many: the areas.
        solver: keeps the time.
        only: the lines that may change; None for any.

    Yields:
        By path, how many places each line moves. Which set comes when, and the amounts, depend on
        the scenario alone: among equals the first path changes, and of the amounts the first is
        the smallest.

    Raises:
        OutOfTime: if the time limit passed before the next one was found.
    """
    movable = {
        path: line for path, line in lines_that_bind(many).items() if only is None or path in only
    }
    program = _program(many, movable)
    fewest = _fewest(movable)
    while (values := solver.least(program, fewest, *_first(movable))) is not None:
        paths = [path for path in movable if values[changes(path)]]
        yield _amounts(program, movable, paths, solver)
        program.state({changes(path): 1 for path in paths}, upper=len(paths) - 1)


def _program(many: Iterable[Coupled], movable: Mapping[str, Movable]) -> Program:
    program = Program()
    for coupled in many:
        rest = {one: closing.total for closing in coupled.closings for one in closing.claimants}
        state_rules(program, coupled, rest, movable)
        for closing in coupled.closings:
            program.state(total(closing.claimants), closing.total, closing.total)
    state_changes(program, movable)
    return program


def _fewest(movable: Mapping[str, Movable]) -> Objective:
    """Lines before what is no number, and that before places."""
    place = 1
    no_number = 1 + sum(line.most for line in movable.values())
    line = no_number * (1 + sum(not one.number for one in movable.values()))
    objective = {moves(path): place for path, one in movable.items() if one.number}
    for path, one in movable.items():
        objective[changes(path)] = line if one.number else line + no_number
    return objective


def _first(movable: Mapping[str, Movable]) -> Iterator[Objective]:
    """Among equal sets, the one whose first path comes first."""
    paths = list(movable)
    while paths:
        now, paths = paths[:PATHS_AT_ONCE], paths[PATHS_AT_ONCE:]
        yield {changes(path): -(2 ** (len(now) - place)) for place, path in enumerate(now)}


def _amounts(
    program: Program, movable: Mapping[str, Movable], paths: Sequence[str], solver: Successive
) -> Amounts:
    """The least amounts with which these lines are enough: the sum first, then path by path."""
    numbers = [path for path in paths if movable[path].number]
    fixed = Program({**program.variables, **_only(movable, paths)}, program.lines)
    together = {moves(path): 1 for path in numbers}
    one_by_one = [{moves(path): 1} for path in numbers[:-1]]
    values = solver.least(fixed, together, *one_by_one)
    assert values is not None, "these lines were just found to be enough"
    return {path: values[moves(path)] if path in numbers else 0 for path in paths}


def _only(movable: Mapping[str, Movable], paths: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The variables with which exactly these lines change."""
    return {changes(path): (int(path in paths),) * 2 for path in movable}
