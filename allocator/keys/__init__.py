# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys: the indicative distribution, by a distribution key (verdeelsleutel) of choice.

A new key is one new file in this folder with one decorated function; it is found by itself.
"""

from __future__ import annotations

from collections.abc import Hashable
from importlib import import_module
from pkgutil import iter_modules

from allocator.kept import Kept
from allocator.keys.missing import fill_missing
from allocator.keys.registry import KEYS, Key, key
from allocator.keys.share import share
from models.fault import Fault, InputError, nearest
from models.problem import Problem
from models.share import Shares

__all__ = ["KEYS", "Key", "key", "shares"]

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
        tuple(problem.region_tasks.items()),
        id(problem.figures),
    )


def _shares(problem: Problem) -> Shares:
    name = problem.scenario.key.name
    if name not in KEYS:
        what = f"there is no key {name!r}{nearest(name, KEYS)}"
        remedy = f"Write one of {', '.join(sorted(KEYS))}."
        raise InputError([Fault("unknown-key-name", what, problem.line("key.name"), remedy)])
    chosen = KEYS[name]
    weights, shared_out = fill_missing(problem, chosen, chosen.weigh(problem))
    return share(problem, chosen, weights, shared_out)
