# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a PDF holds, as far as the tests ask: its streams opened, and its pages counted."""

from __future__ import annotations

import re
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page\b")


def opened(pdf: bytes) -> bytes:
    """The file with what its compressed streams hold behind it."""
    return pdf + b"\n".join(_inflated(stream) for stream in STREAM.findall(pdf))


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    return len(PAGE.findall(opened(pdf)))


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
