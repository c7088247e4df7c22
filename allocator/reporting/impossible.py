# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a run without a division: why there is none, and what would make one possible."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from allocator.reporting.pages import Page
from models.result import Infeasibility, Move, Repair, RunResult

HEADING = "What would make one possible"
NOTHING_HELPS = (
    "No line of the scenario that limits, exempts or asks a minimum can be changed so that it "
    "fits: the task, the offers that count and the key decide."
)
NOT_IN_TIME = "No change was found and confirmed within the time limit."


def impossible_pages(result: RunResult) -> list[Page]:
    """Why there is no division, the numbers first; nothing where there is one."""
    return [Page("Why there is no division", items=result.reasons), *repairs(result.infeasibility)]


def repairs(why: Infeasibility | None) -> list[Page]:
    """The smallest changes that make a division possible, apart for areas that share none."""
    if why is None:
        return []
    found = [
        _page(why, areas, list(alternatives))
        for areas, alternatives in groupby(why.repairs, key=lambda one: one.areas)
    ]
    if why.beyond_repair:
        found.append(Page(_heading(why, why.beyond_repair), (NOTHING_HELPS,)))
    return found or [Page(HEADING, (NOT_IN_TIME,))]


def _page(why: Infeasibility, areas: Sequence[str], found: Sequence[Repair]) -> Page:
    which = "This change" if len(found) == 1 else f"Any one of these {len(found)} changes"
    said = f"{which} is enough, which dividing again confirmed; anything less is not."
    more = "" if why.complete else " There may be others."
    return Page(_heading(why, areas), (f"{said}{more}",), items=tuple(map(_alternative, found)))


def _heading(why: Infeasibility, areas: Sequence[str]) -> str:
    names = ", ".join(why.areas[code] for code in areas)
    return HEADING if len(areas) == len(why.areas) else f"{HEADING}: {names}"


def _alternative(repair: Repair) -> str:
    said = "; and ".join(map(_change, repair.moves))
    together = f"{len(repair.moves)} lines together: " if len(repair.moves) > 1 else ""
    return f"{together}{said}."


def _change(move: Move) -> str:
    where = f" (it stands at {move.where})" if move.where else ""
    return f"{move.says}: {_remedy(move)}{where}"


def _remedy(move: Move) -> str:
    if move.becomes is None:
        return "take it off the list"
    if move.by is None or not isinstance(move.becomes, int) or not isinstance(move.now, int):
        return f"write {move.becomes} instead of {move.now}"
    return f"make it {move.becomes:,}, {move.by:,} {'more' if move.becomes > move.now else 'less'}"
