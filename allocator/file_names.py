# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of files that hold on every system: nothing of a name from input reaches a path."""

from __future__ import annotations

import re
import unicodedata

MOST_LETTERS = 80
# What Windows keeps for devices, whatever the suffix.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def file_name(*parts: str, most: int = MOST_LETTERS, otherwise: str = "report") -> str:
    """A name for a file, without a suffix: small letters of ascii, digits, and single hyphens.

    Args:
        parts: of the name; hyphens join them. Only the first one is cut where it is too long, so
            that what tells the files of one report apart stays.
        most: letters in all.
        otherwise: what a first part is called of which nothing is left.
    """
    first, *more = (_plain(part) for part in parts)
    end = "".join(f"-{part}" for part in more if part)
    start = first[: max(1, most - len(end))].strip("-") or otherwise
    return beside_devices(f"{start}{end}", otherwise)


def beside_devices(name: str, otherwise: str) -> str:
    """A name as it is; with another word before it where Windows would take it for a device."""
    return f"{otherwise}-{name}" if DEVICES.fullmatch(name) else name


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", bare).strip("-")
