# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which versions an answer was made with."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def installed(package: str) -> str:
    """The version of an installed package, as this process found it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
