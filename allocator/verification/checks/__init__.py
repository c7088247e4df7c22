# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks, a file for each rule or family of rules; they are found by themselves."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from allocator.verification.checks.registry import CHECKS, Check, Finding, check

__all__ = ["CHECKS", "Check", "Finding", "check"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
