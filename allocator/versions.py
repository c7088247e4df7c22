# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which versions an answer was made with."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version

# The day of each version. The files of a report carry that of the version that made the run, and
# never the day on which they are written: so the same run gives the same bytes.
DAYS = {"0.1.0": date(2026, 11, 21), "0.2.0": date(2026, 12, 1)}
NO_DAY = date(1980, 1, 1)


@cache
def installed(package: str) -> str:
    """The version of an installed package, as this process found it."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def day_of(allocator: str) -> date:
    """The day of a version of the allocator; the first day that a ZIP file knows for another."""
    return DAYS.get(allocator, NO_DAY)
