# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""ZIP archives whose bytes do not tell when they were written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CONTENT_TYPES = "[Content_Types].xml"
EARLIEST = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o600 << 16
UNIX = 3


def undated(archive: bytes) -> bytes:
    """The same files in order of name, with one date for all; what tells their types goes first."""
    written = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            info = ZipInfo(name, EARLIEST)
            info.compress_type, info.external_attr = ZIP_DEFLATED, PLAIN_FILE
            info.create_system = UNIX
            new.writestr(info, old.read(name))
    return written.getvalue()
