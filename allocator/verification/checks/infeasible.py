# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the explanation of a scenario that has no division."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from allocator.verification.checks.exceptions import capped
from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, numbers
from models.places import KINDS, Kind
from models.result import AreaResult, Move, Shortage
from models.scenario import Limits


@check
def explain_infeasible(facts: Facts) -> Iterator[Finding]:
    """Without a division there is an explanation, and only then."""
    result, why = facts.result, facts.result.infeasibility
    told = why is not None
    yield same("explain_infeasible", told, result.status == "infeasible", "whether it is told why")
    if why is not None:
        said = result.reasons[: len(why.reasons)]
        yield same("explain_infeasible", said, why.reasons, "the reasons begin with the numbers")
        divided = {one.province for one in facts.divided}
        yield Finding("explain_infeasible", bool(why.reasons), "no reason is given")
        for one in why.shortages:
            name = f"explain_infeasible[{one.area}]"
            known = one.area in facts.areas and facts.areas[one.area].province not in divided
            yield Finding(name, known, "an area of a province without a division")


@check
def add_shortages(facts: Facts) -> Iterator[Finding]:
    """What is placed, what is short and what is beyond add up to the rest of the area."""
    why = facts.result.infeasibility
    for one in why.shortages if why else ():
        area = facts.areas.get(one.area)
        if area is not None:
            yield from _adds_up(facts, one, area)


def _adds_up(facts: Facts, one: Shortage, area: AreaResult) -> Iterator[Finding]:
    name = f"add_shortages[{one.area}]"
    yield same(name, one.name, area.name, "the name")
    yield same(name, numbers(one.rest), numbers(area.rest), "the rest")
    yield Finding(name, bool(one.short) or bool(one.beyond), "nothing is short or beyond")
    for gap in (one.short.total, one.beyond.total):
        yield Finding(name, not gap or f"{gap:,}" in one.says, f"{gap:,} is not in its sentence")
    open_kinds = [kind for kind in KINDS if one.rest.of(kind) or one.placed.of(kind)]
    members = facts.members(area)
    able = [each for each in members if any(each.eligible.of(kind) for kind in open_kinds)]
    yield same(name, one.eligible, len(able), "how many are eligible")
    for kind in KINDS:
        placed, short, beyond = (each.of(kind) for each in (one.placed, one.short, one.beyond))
        yield same(f"{name}.{kind}", placed + short - beyond, area.rest.of(kind), "the rest")
        yield Finding(f"{name}.{kind}", not (short and beyond), f"{short} short, {beyond} beyond")
        each_most = [
            _most(facts, each.code, kind, area) for each in members if each.eligible.of(kind)
        ]
        number = facts.settings.distribution.most_participants.of(kind)
        most = sum(sorted(each_most, reverse=True)[:number])
        fits = bool(one.beyond) or placed <= most
        yield Finding(f"{name}.{kind}", fits, f"{placed} placed, the limits allow {most}")


def _most(facts: Facts, code: str, kind: Kind, area: AreaResult) -> int:
    """The most that the limits of one municipality allow of the rest of a kind."""
    limits = facts.settings.distribution.limits.get(code, Limits())
    maxima = (limits.of(kind).max, limits.total.max, capped(facts, code, kind), area.rest.of(kind))
    return min(most for most in maxima if most is not None)


@check
def move_lines(facts: Facts) -> Iterator[Finding]:
    """A repair changes lines of the scenario from what they are, by as much as it says."""
    why = facts.result.infeasibility
    repairs = why.repairs if why else ()
    for number, one in enumerate(repairs):
        paths = {move.path for move in one.moves}
        others = (*repairs[:number], *repairs[number + 1 :])
        within = any({move.path for move in other.moves} <= paths for other in others)
        yield Finding(f"move_lines[{number}]", bool(paths) and not within, "holds another repair")
        known = bool(one.areas) and set(one.areas) <= set(facts.areas)
        yield Finding(f"move_lines[{number}]", known, "for areas that there are")
    for move in (move for one in why.repairs for move in one.moves) if why else ():
        yield from _moves(facts, move)


def _moves(facts: Facts, move: Move) -> Iterator[Finding]:
    name = f"move_lines[{move.path}]"
    recorded = facts.result.scenario
    yield same(name, move.now, _setting(recorded.settings, move.path), "the line is now")
    yield same(name, move.where, recorded.line(move.path), "where it stands")
    if isinstance(move.now, int) and isinstance(move.becomes, int):
        up = move.path.endswith(".max") or ".most_participants." in move.path
        by = move.becomes - move.now if up else move.now - move.becomes
        yield same(name, move.by, by, "how far it moves")
        yield Finding(name, by > 0 and move.becomes >= 0, f"{move.now} becomes {move.becomes}")
    elif move.path.startswith("distribution.cap.") and isinstance(move.becomes, str):
        holds = Fraction(move.becomes) > Fraction(move.now)
        yield Finding(name, holds, f"{move.now} becomes {move.becomes}")
        yield Finding(name, move.by is None, "it moves no places")
    else:
        becomes = "all" if move.path == "distribution.eligible" else None
        yield same(name, move.becomes, becomes, "what it becomes")
        yield Finding(name, move.by is None, "it moves no places")


def _setting(settings: Any, path: str) -> Any:
    """The value of a line; None where there is none."""
    for key in path.split("."):
        if isinstance(settings, list):
            settings = settings[int(key)] if key.isdecimal() and int(key) < len(settings) else None
        else:
            settings = settings.get(key) if isinstance(settings, dict) else None
    # An exemption with a reason is told by its municipality.
    named = isinstance(settings, dict) and "municipality" in settings
    return settings["municipality"] if named else settings
