# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The seal of a saved result: a hash of all that its file says, so that a change is seen.

It guards against mistakes and careless changes, and is no signature: who alters a file can seal it
anew. What then gives an alteration away is that the result is made again (`allocator rerun`).
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

NOT_SEALED = ("seconds", "content_sha256")


def sealed(value: dict[str, Any]) -> dict[str, Any]:
    """A result as JSON values, with its seal."""
    return {**value, "manifest": {**value["manifest"], "content_sha256": seal_of(value)}}


def seal_of(value: dict[str, Any]) -> str:
    """SHA-256 of a result as JSON values, without the seconds that it took and the seal itself.

    Args:
        value: as the record of the result writes it.
    """
    manifest = {key: one for key, one in value["manifest"].items() if key not in NOT_SEALED}
    return _hash({**value, "manifest": manifest})


def sealed_answer(value: dict[str, Any]) -> dict[str, Any]:
    """An answer without a manifest as JSON values, with its seal."""
    return {**value, "content_sha256": seal_of_answer(value)}


def seal_of_answer(value: dict[str, Any]) -> str:
    """The same of an answer that has no manifest, and carries the seal itself."""
    return _hash({key: one for key, one in value.items() if key not in NOT_SEALED})


def _hash(content: dict[str, Any]) -> str:
    """The same however a file is laid out: keys by the alphabet, and nothing between them."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
