# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys: the indicative distribution, by a distribution key (verdeelsleutel) of choice.

A new key is one new file in this folder with one decorated function; it is found by itself.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from allocator.keys.missing import fill_missing
from allocator.keys.registry import KEYS, Key, key
from allocator.keys.share import share
from models.fault import Fault, InputError, nearest
from models.problem import Problem
from models.share import Shares

__all__ = ["KEYS", "Key", "key", "shares"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def shares(problem: Problem) -> Shares:
    """The share of every municipality by the key of the scenario.

    Raises:
        InputError: if there is no such key, or if it cannot weigh everybody.
    """
    name = problem.scenario.key.name
    if name not in KEYS:
        what = f"there is no key {name!r}{nearest(name, KEYS)}"
        remedy = f"Write one of {', '.join(sorted(KEYS))}."
        raise InputError([Fault("unknown-key-name", what, problem.line("key.name"), remedy)])
    chosen = KEYS[name]
    weights, shared_out = fill_missing(problem, chosen, chosen.weigh(problem))
    return share(problem, chosen, weights, shared_out)
