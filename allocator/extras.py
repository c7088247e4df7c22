# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What parts of the allocator need beside its own dependencies."""

from __future__ import annotations

from importlib.util import find_spec

from models.fault import Fault, InputError, Place

EXTRAS = {
    "sensitivity": ("duckdb", "pyarrow", "SALib"),
    "cluster": ("distributed",),
    "report": ("docx", "pyphen", "typst"),
}


def need(extra: str) -> None:
    """Refuse to begin without the packages of an extra.

    Raises:
        InputError: with those that are missing.
    """
    missing = [package for package in EXTRAS[extra] if find_spec(package) is None]
    if missing:
        what = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not installed here"
        remedy = f"Install the allocator with its extra: pip install '.[{extra}]'."
        raise InputError([Fault("not-installed", what, Place(f"extra {extra}"), remedy)])
