# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a run without a division: why there is none, and what would make one possible."""

from __future__ import annotations

from allocator.reporting.pages import Page
from models.result import Infeasibility, Move, Repair, RunResult


def impossible_pages(result: RunResult) -> list[Page]:
    """Why there is no division, the numbers first; nothing where there is one."""
    return [Page("Why there is no division", items=result.reasons), *repairs(result.infeasibility)]


def repairs(why: Infeasibility | None) -> list[Page]:
    """The smallest changes that make a division possible, if one is needed."""
    if why is None:
        return []
    page = Page(
        "What would make one possible",
        (_introduction(why),),
        items=tuple(map(_alternative, why.repairs)),
    )
    return [page]


def _introduction(why: Infeasibility) -> str:
    count = len(why.repairs)
    if not count and why.complete:
        return (
            "Nothing in the scenario that limits, exempts or asks a minimum can be changed so that "
            "it fits: the task, the offers that count and the key decide."
        )
    if not count:
        return "No change was found and confirmed within the time limit."
    which = "This change" if count == 1 else f"Any one of these {count} changes"
    said = f"{which} is enough, which dividing again confirmed; anything less is not."
    return said if why.complete else f"{said} There may be others."


def _alternative(repair: Repair) -> str:
    said = "; and ".join(map(_change, repair.moves))
    together = f"{len(repair.moves)} lines together: " if len(repair.moves) > 1 else ""
    return f"{together}{said}."


def _change(move: Move) -> str:
    where = f" ({move.where})" if move.where else ""
    return f"{move.says}: {_remedy(move)}{where}"


def _remedy(move: Move) -> str:
    if move.becomes is None:
        return "take it off the list"
    if move.by is None or not isinstance(move.becomes, int) or not isinstance(move.now, int):
        return f"write {move.becomes} instead of {move.now}"
    return f"make it {move.becomes:,}, {move.by:,} {'more' if move.becomes > move.now else 'less'}"
