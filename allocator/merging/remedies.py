# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The smallest change that makes a proposal stand: of the proposal, and of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Any

from allocator.merging.judging import Proposed, judge, realised_with, stands
from models.merge_answer import MergeRule, RuleFinding
from models.merging import Merging, Room

# A factor of the room is rounded up to so many parts.
PARTS = 1_000
FEWEST = 2
# Whoever has to change more of the rules proposes something else.
MOST_LINES = 2


def remedy_of(proposed: Proposed) -> str:
    """What would make a proposal stand, each way confirmed by judging it again; empty if nothing.

    First the one municipality that has to come or go, if one is enough, with the fewest places;
    then the lines of the scenario that have to give way, each by just enough.
    """
    ways = [*_other_members(proposed), *_other_settings(proposed)]
    return "; or ".join(ways)


def _other_members(proposed: Proposed) -> Iterator[str]:
    """The smallest change of who takes part."""
    changes = sorted(
        (places, says) for places, says, changed in _variants(proposed) if stands(changed)
    )
    if changes:
        yield changes[0][1]


def _variants(proposed: Proposed) -> Iterator[tuple[int, str, Proposed]]:
    """The proposal with one municipality more, one less, or another host."""
    situation, kind, host = proposed.situation, proposed.kind, proposed.host
    members = set(proposed.members)
    for code in sorted(members - {host}):
        places = situation.task(code, kind)
        if len({host, *members} - {code}) >= FEWEST:
            says = f"leave {proposed.name(code)} out ({places} places)"
            yield places, says, replace(proposed, members=tuple(sorted(members - {code})))
    for code, tenths in sorted(situation.near[host].items()):
        places = situation.task(code, kind)
        if places and code not in members and (kind, code) not in proposed.fixed.owners:
            says = f"add {proposed.name(code)} ({places} places, {tenths / 10:.1f} km)"
            yield places, says, replace(proposed, members=tuple(sorted({*members, code})))
    for code in sorted(members - {host}):
        changed = Proposed.of(situation, kind, code, proposed.members, proposed.fixed)
        if (kind, code) not in proposed.fixed.hosts:
            yield proposed.places, f"make {proposed.name(code)} the host", changed


def _other_settings(proposed: Proposed) -> Iterator[str]:
    """The lines of the scenario that are in the way, and how far each has to give way."""
    rules, lines = proposed.situation.rules, []
    for finding in judge(proposed):
        if not finding.holds:
            update, line = _just_enough(proposed, finding)
            rules = rules.model_copy(update=update(rules))
            lines.append(line)
    changed = replace(proposed, situation=replace(proposed.situation, rules=rules))
    if 0 < len(lines) <= MOST_LINES and stands(changed):
        yield " ".join(f"--set {line}" for line in lines)


def _just_enough(proposed: Proposed, finding: RuleFinding) -> tuple[Any, str]:
    """How the settings change so that one rule holds, and the line that says so."""
    short, rules = finding.short or 0, proposed.situation.rules
    most = Fraction(proposed.situation.most_tenths + short, 10)
    count = rules.max_members + short
    minimum = rules.minimum_site.of(proposed.kind) - short
    smaller = rules.minimum_site.model_copy(update={proposed.kind: minimum})
    if finding.rule == "room":
        return _room(proposed)
    changes: dict[MergeRule, tuple[Any, str]] = {
        "within": (_put(within="any"), "within=any"),
        "distance": (_put(max_distance_km=most), f"max_distance_km={plain(most)}"),
        "connected": (_put(contiguous=False), "contiguous=false"),
        "members": (_put(max_members=count), f"max_members={count}"),
        "forbidden": (_put(forbidden=()), "forbidden=[]"),
        "minimum_site": (_put(minimum_site=smaller), f"minimum_site.{proposed.kind}={minimum}"),
    }
    update, line = changes[finding.rule]
    return update, f"merging.{line}"


def _put(**update: object) -> Any:
    return lambda rules: update


def _room(proposed: Proposed) -> tuple[Any, str]:
    share = proposed.situation.shares[proposed.host]
    if not share:
        return _put(room=None), "merging.room=null"
    factor = Fraction(ceil(Fraction(realised_with(proposed) * PARTS, share)), PARTS)

    def widened(rules: Merging) -> dict[str, object]:
        return {"room": Room(factor=factor)}

    return widened, f"merging.room.factor={plain(factor)}"


def plain(number: Fraction) -> str:
    """A number with three decimals at most, exactly: what is told is what was judged."""
    return f"{float(number):.3f}".rstrip("0").rstrip(".")
