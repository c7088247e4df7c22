# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""One part of the rest, divided: first who takes part, then the places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from allocator.apportionment.division import Divided, divide
from allocator.distribution.capacity import refuse_impossible
from allocator.distribution.choice import Choice, Stop, choose
from allocator.distribution.deviation import deviation, least_deviation, place_of
from allocator.distribution.formulation import Part
from allocator.distribution.least_squares import Balanced, least_squares
from allocator.distribution.rules.registry import Claimant, Closing
from models.division import Claim, Division, TieResult
from models.result import Objective
from models.scenario import Solver


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one part comes to.

    Attributes:
        areas: codes of the areas that close here.
        places: rest places per claimant.
        divisions: how they were apportioned.
        objectives: what was minimised.
        ties: equal claims that lots decided.
        stop: what ended the search for who takes part before its proof, if anything did.
    """

    areas: tuple[str, ...]
    places: Mapping[Claimant, int]
    divisions: tuple[Division, ...]
    objectives: tuple[Objective, ...]
    ties: tuple[TieResult, ...]
    stop: Stop

    @property
    def proven(self) -> bool:
        """Whether no division is better, and lots have decided between equally good ones."""
        return all(one.proven for one in self.objectives)


def divide_part(
    part: Part,
    method: str,
    lots: Sequence[str],
    solver: Solver,
    stopped: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Divide one part of the rest.

    Where a minimum site leaves a choice, the integer program chooses who takes part. The places
    follow from one apportionment for each area and kind; only where that would break a rule that
    couples kinds or regions, they are the least squares.

    Args:
        part: what ties the claimants.
        method: of rounding.
        lots: the order of lots.
        solver: its time limit, for all that is solved here, and its threads.
        stopped: whether somebody wants to stop; then the best found so far is the answer.

    Raises:
        Infeasible: if no division meets every rule.
        NothingFound: if none was found before the time limit or the stop.
    """
    refuse_impossible(part)
    choice = choose(part, solver, stopped) if _leaves_a_choice(part) else _no_choice(part)
    settled = part.among(choice.chosen)
    parts = [_apportioned(settled, closing, method, lots, part) for closing in part.closings]
    places = {one: n for divided, _ in parts for one, n in divided.items()}
    if _groups_hold(settled, places):
        divisions = tuple(divided.division for _, divided in parts)
        ties = tuple(tie for _, divided in parts for tie in divided.ties)
        squares: tuple[Objective, ...] = ()
    else:
        balanced = least_squares(settled, choice.places)
        places = dict(balanced.places)
        divisions = (_balanced_division(part, settled, balanced),)
        ties = _balanced_ties(part, balanced)
        squares = (_objective(part, "squared_deviation", balanced.squares, balanced.squares),)
    return Outcome(
        areas=part.area_codes,
        places=places,
        divisions=divisions,
        objectives=(*_objectives(part, choice, places), *squares),
        ties=(*_selection_ties(part, choice), *ties),
        stop=choice.stop,
    )


def _leaves_a_choice(part: Part) -> bool:
    something = any(closing.total for closing in part.closings)
    return something and bool(part.thresholds or part.groups)


def _no_choice(part: Part) -> Choice:
    """Everybody takes part, or there is nothing to divide: no solver is needed for that."""
    settled = part.among(())
    least = sum(least_deviation(settled, closing) for closing in part.closings)
    left_out = len(part.thresholds)
    nothing = dict.fromkeys(part.claimants, 0)
    return Choice(frozenset(), nothing, least, least, left_out, left_out)


def _apportioned(
    settled: Part, closing: Closing, method: str, lots: Sequence[str], part: Part
) -> tuple[dict[Claimant, int], Divided]:
    kind = closing.kind
    taking = {code for code, _ in closing.claimants if _takes_part(part, settled, (code, kind))}
    weights = {code: Fraction(settled.weights[code, kind]) for code, _ in closing.claimants}
    divided = divide(
        "rest",
        closing.area,
        kind,
        {code: weight for code, weight in weights.items() if code in taking},
        closing.total,
        method=method,
        lots=lots,
        minimum={code: settled.lower[code, kind] for code in taking},
        maximum={
            code: settled.upper[code, kind]
            for code in taking
            if settled.upper[code, kind] < closing.total
        },
        left_out={code: weight for code, weight in weights.items() if code not in taking},
    )
    return {(code, kind): places for code, places in divided.places.items()}, divided


def _takes_part(part: Part, settled: Part, one: Claimant) -> bool:
    """Whether a claimant was not left out for the sake of a minimum site."""
    return one not in part.thresholds or settled.upper[one] > 0


def _groups_hold(part: Part, places: Mapping[Claimant, int]) -> bool:
    sums = ((group, sum(places[one] for one in group.claimants)) for group in part.groups)
    return all(
        group.lower <= total and (group.upper is None or total <= group.upper)
        for group, total in sums
    )


def _balanced_division(part: Part, settled: Part, balanced: Balanced) -> Division:
    return Division(
        stage="rest",
        area=part.areas,
        kind=part.kind,
        total=sum(closing.total for closing in part.closings),
        method="least_squares",
        claims=tuple(
            Claim(
                code=one[0],
                kind=one[1],
                weight=Fraction(part.weights[one]),
                minimum=settled.lower[one],
                maximum=settled.upper[one] if settled.upper[one] < closing.total else None,
                takes_part=_takes_part(part, settled, one),
                places=balanced.places[one],
            )
            for closing in sorted(part.closings, key=lambda closing: closing.name)
            for one in sorted(closing.claimants)
        ),
        multipliers=dict(balanced.multipliers),
    )


def _balanced_ties(part: Part, balanced: Balanced) -> tuple[TieResult, ...]:
    return _tie(part, "rest", balanced.tied, [one for one, holds in balanced.tied.items() if holds])


def _selection_ties(part: Part, choice: Choice) -> tuple[TieResult, ...]:
    return _tie(
        part, "selection", choice.tied, [one for one in choice.tied if one in choice.chosen]
    )


def _tie(
    part: Part,
    stage: Literal["rest", "selection"],
    tied: Collection[Claimant],
    drawn: Collection[Claimant],
) -> tuple[TieResult, ...]:
    if not tied:
        return ()
    codes = {code for code, _ in tied}
    return (
        TieResult(
            stage=stage,
            area=part.areas,
            kind=part.kind,
            tied=_labels(part, tied),
            places=len(drawn),
            drawn=_labels(part, drawn),
            order=tuple(dict.fromkeys(code for code, _ in part.claimants if code in codes)),
        ),
    )


def _labels(part: Part, claimants: Collection[Claimant]) -> tuple[str, ...]:
    """Codes; with the kind where a part divides both."""
    both = part.kind == "both"
    return tuple(sorted(f"{code}.{kind}" if both else code for code, kind in claimants))


def _objectives(
    part: Part, choice: Choice, places: Mapping[Claimant, int]
) -> tuple[Objective, ...]:
    # Stopped early, the places of the apportionment may be better than the solver's last ones.
    least = min(choice.deviation, deviation(part, places))
    found = [
        _objective(part, "deviation", least, choice.deviation_bound, place_of(part)),
        _objective(part, "left_out", choice.left_out, choice.left_out_bound),
    ]
    if choice.unsettled:
        found.append(_objective(part, "unsettled", choice.unsettled, 0))
    return tuple(found)


def _objective(
    part: Part,
    name: str,
    value: int | Fraction,
    bound: int | Fraction,
    unit: int = 1,
) -> Objective:
    return Objective(
        stage="distribution",
        area=part.areas,
        kind=part.kind,
        name=name,
        value=value,
        bound=bound,
        proven=value == bound,
        unit=unit,
    )
