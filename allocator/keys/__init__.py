# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys: the indicative distribution, by a distribution key (verdeelsleutel) of choice.

A new key is one new file in this folder with one decorated function; it is found by itself.
"""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from allocator.kept import Kept
from allocator.keys.by_need import share_by_need, told_beside, with_tasks
from allocator.keys.missing import check_fill, fill_missing
from allocator.keys.registry import KEYS, Key, key
from allocator.keys.share import share
from models.fault import Fault, InputError, nearest
from models.problem import Problem
from models.share import Shares

__all__ = ["KEYS", "Key", "key", "shares", "with_tasks"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def shares(problem: Problem, kept: Kept | None = None) -> Shares:
    """The share of every municipality by the key of the scenario.

    Args:
        problem: the settings and data.
        kept: the shares of other problems, which may be those of this one too.

    Raises:
        InputError: if there is no such key, or if it cannot weigh everybody.
    """
    # The figures stay with the shares: while they are kept, no others have their identity.
    found = (kept or Kept()).once(_behind(problem), lambda: (_shares(problem), problem.figures))
    return found[0]


def _behind(problem: Problem) -> Hashable:
    """All that decides shares: two problems that differ only in offers or sites have the same."""
    scenario = problem.scenario
    return (
        scenario.key.model_dump_json(),
        scenario.raming,
        scenario.distribution.method,
        problem.lots,
        tuple(problem.tasks.items()),
        tuple(problem.region_shares.items()),
        (problem.follows, problem.need, problem.told_by_key),
        problem.codes,
        id(problem.figures),
    )


def _shares(problem: Problem) -> Shares:
    name = problem.scenario.key.name
    if name not in KEYS:
        what = f"there is no key {name!r}{nearest(name, KEYS)}"
        remedy = f"Write one of {', '.join(sorted(KEYS))}."
        raise InputError([Fault("unknown-key-name", what, problem.line("key.name"), remedy)])
    chosen = KEYS[name]
    check_fill(problem, chosen)
    known = chosen.weigh(problem)
    if problem.follows == "key":
        official = chosen.in_places and problem.has_official_numbers
        asked = problem.codes if official else _everybody(problem)
        weights, shared_out = fill_missing(problem, chosen, known, asked)
        found = share_by_need(problem, chosen, weights)
        return replace(
            found,
            divisions=tuple(one.division for one in shared_out),
            ties=tuple(tie for one in shared_out for tie in one.ties),
        )
    weights, shared_out = fill_missing(problem, chosen, known, problem.codes)
    found = share(problem, chosen, weights, shared_out)
    if not problem.told_by_key:
        return found
    with suppress(InputError):  # a key that does not know the whole country asks for no tasks
        everybody, _ = fill_missing(problem, chosen, known, _everybody(problem))
        return told_beside(problem, found, everybody)
    return found


def _everybody(problem: Problem) -> tuple[str, ...]:
    """The codes of all municipalities of the country."""
    return tuple(sorted(problem.territory.municipalities))
