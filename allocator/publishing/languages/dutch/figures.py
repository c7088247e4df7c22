# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for figures."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "Number: {number}.": "Getal: {number}.",
    "realises places of others": "realiseert plekken van anderen",
    "regular places to their host": "reguliere plekken naar wie ze realiseert",
    "amv places to their host": "amv-plekken naar wie ze realiseert",
    "{member} to {host}: {places} regular": "{member} naar {host}: {places} regulier",
    "{member} to {host}: {places} amv": "{member} naar {host}: {places} amv",
    "{places} amv": "{places} amv",
}
