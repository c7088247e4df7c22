# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rules: what a division of the rest has to respect, one file each.

A new rule is one new file in this folder with one decorated function, its check under the same name
in `allocator/verification/`, and their tests; it is found by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from allocator.distribution.rules.registry import (
    RULES,
    Bound,
    Constraint,
    Rest,
    Rule,
    Threshold,
    rule,
)
from models.places import KINDS

__all__ = ["RULES", "Rule", "constraints_of", "rule"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def constraints_of(rest: Rest) -> list[Constraint]:
    """What every rule asks, as far as it is about a rest that is known.

    Settings name municipalities, and of some it is not known what counts: they claim nothing.
    """
    known = {(code, kind) for area in rest.areas for code in area.members for kind in KINDS}

    def about_it() -> Iterator[Constraint]:
        for one in (stated for each in RULES.values() for stated in each.state(rest)):
            if isinstance(one, Bound):
                if one.claimants & known:
                    yield replace(one, claimants=one.claimants & known)
            elif not isinstance(one, Threshold) or one.claimant in known:
                yield one

    return list(about_it())
