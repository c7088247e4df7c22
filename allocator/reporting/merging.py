# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a plan of merged tasks: which, which stay undersized, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from allocator.reporting.pages import Cell, Page, Sheet, in_decimals
from models.merged import Member, Merge, ObjectiveValue, Undersized
from models.result import Objective

MERGES = ("Kind", "host", "members: places (km)", ">places", ">existing", ">site", "origin")
ABOUT = (
    "A task stays with its municipality by law; a merge says where it is realised. Existing places "
    "count there already; with them the site is so large."
)
# What an objective is called above a column, and in a sentence: `17 moved tasks`.
NAMES = {
    "undersized": "undersized tasks",
    "moved_tasks": "moved tasks",
    "place_km": "place-km",
    "balance": "balance",
    "sites": "sites",
}

# An objective of merging, of an answer or of a run.
Valued = ObjectiveValue | Objective


def plan_pages(
    merges: Sequence[Merge],
    undersized: Sequence[Undersized],
    objectives: Sequence[Valued],
    most: int | None = None,
) -> list[Page]:
    """A plan: its objectives, the merged tasks, and those that stay undersized.

    Args:
        merges: in order.
        undersized: likewise.
        objectives: in the order of the scenario.
        most: show so many merges and undersized tasks, and say where the others are; None: all.
    """
    said = [objectives_in_words(objectives)] if objectives else []
    said.append(ABOUT if merges else "No task is merged with another.")
    rows: list[tuple[Cell, ...]] = [_row(one) for one in merges[:most]]
    left = [f"{one.name}, {one.kind}: {one.reason}." for one in undersized[:most]]
    if most is not None and len(merges) > most:
        rows.append(("...", f"and {len(merges) - most:,} more", "see `merges` in the JSON"))
        rows[-1] += (None,) * (len(MERGES) - len(rows[-1]))
    if most is not None and len(undersized) > most:
        left.append(f"... and {len(undersized) - most:,} more: see `undersized` in the JSON.")
    sheet = Sheet(MERGES, tuple(rows)) if rows else None
    merged = Page("Merged tasks", tuple(said), sheet=sheet)
    pages = [merged, Page("Tasks that stay undersized", items=tuple(left))]
    return pages if merges or objectives else []


def _row(merge: Merge) -> tuple[Cell, ...]:
    site = merge.existing + merge.places
    members = members_in_words(merge.members, merge.host)
    own = (merge.places, merge.existing, site, merge.origin)
    return (merge.kind, merge.host_name, members, *own)


def members_in_words(members: Iterable[Member], host: str) -> str:
    """`Almelo 19 (own), Borne 9 (10.1)`: whose tasks, how many places, how far they come."""
    far = {one.code: f"{float(one.distance_km):.1f}" for one in members} | {host: "own"}
    return ", ".join(f"{one.name} {one.places:,} ({far[one.code]})" for one in members)


def objectives_in_words(objectives: Iterable[Valued]) -> str:
    """What a plan comes to in each objective, and whether nothing less will do."""
    listed = list(objectives)
    said = "; ".join(_value(one) for one in listed)
    least = " Each is proven to be the least, given those before it."
    return f"Minimised in this order: {said}.{least if all(one.proven for one in listed) else ''}"


def _value(one: Valued) -> str:
    number = in_decimals(Fraction(one.value))
    proven = "" if one.proven else f" (at least {in_decimals(Fraction(one.bound))} proven)"
    if one.name == "balance":
        return f"the largest realised / share of a host {number}{proven}"
    name = NAMES.get(one.name, one.name)
    singular = one.value == 1 and name.endswith("s")
    return f"{number} {name.removesuffix('s') if singular else name}{proven}"
