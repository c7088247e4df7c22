# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rules: what a division of the rest has to respect, one file each.

A new rule is one new file in this folder with one decorated function, its check under the same name
in `allocator/verification/`, and their tests; it is found by itself.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from allocator.distribution.rules.registry import RULES, Rule, rule

__all__ = ["RULES", "Rule", "rule"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
