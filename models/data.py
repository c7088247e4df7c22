# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The data of a result: what it holds as it was read, under one fingerprint.

What a run makes of its data is recomputed by checks; of what was read a record alone cannot tell
whether it was changed afterwards: where a municipality lies, the figures of its weight, the days of
an offer that counts either way.
"""

from __future__ import annotations

import json
from hashlib import sha256

from models.result import RunResult

OF_MUNICIPALITIES = {
    *("code", "name", "province", "region", "region_code", "latitude", "longitude"),
    *("inhabitants", "inhabitants_row", "weight_figures", "weight_rows", "weight_filled"),
}
OF_OFFERS = {
    *("municipality", "site", "kind", "places", "from_", "until", "status", "row", "change"),
}


def data_sha256(result: RunResult) -> str:
    """The fingerprint of what a result holds as it was read; the same for its saved file.

    Fields with their default are left out, so that a field that a later version adds changes
    nothing of earlier results.
    """
    data = [
        [one.model_dump(mode="json", include=fields, exclude_defaults=True) for one in records]
        for records, fields in (
            (result.municipalities, OF_MUNICIPALITIES),
            (result.offers, OF_OFFERS),
        )
    ]
    return sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
