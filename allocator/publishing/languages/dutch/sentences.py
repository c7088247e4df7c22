# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for what the program says: patterns of whole sentences, and the words in their slots."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
WORDS: dict[str, str] = {"regular": "regulier", "amv": "amv"}
