# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A run, as Python users hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.result import RunResult

if TYPE_CHECKING:
    import pandas as pd

COLUMNS_OF_PLACES = ("share", "counted", "rest", "decision", "realised")


class Run:
    """One verified run of a scenario.

    Attributes:
        result: everything that the run says, as frozen records (schema `allocator.run/1`).
    """

    def __init__(self, result: RunResult) -> None:
        """Hold a result."""
        self.result = result

    def __repr__(self) -> str:
        """Name and status."""
        return f"<Run {self.result.scenario.name}: {self.status}>"

    @property
    def status(self) -> str:
        """`optimal`, `feasible`, `infeasible` or `unknown`."""
        return self.result.status

    @property
    def municipalities(self) -> pd.DataFrame:
        """One row per municipality, indexed by CBS code; places in whole numbers.

        Columns: name, province, region, share_status, weight (exact, as text), and for share,
        counted, rest, decision and realised each `_total`, `_regular` and `_amv`; eligible_regular
        and eligible_amv. Without a division rest, decision and realised are missing values.
        """
        import pandas as pd

        rows = [_row(one.model_dump(mode="json")) for one in self.result.municipalities]
        frame = pd.DataFrame(rows).set_index("code")
        whole = [name for name in frame.columns if name.rpartition("_")[0] in COLUMNS_OF_PLACES]
        places = [name for name in whole if name != "share_status"]
        return frame.astype(dict.fromkeys(places, "Int64"))

    def to_json(self) -> dict[str, Any]:
        """The run as plain JSON values (schema `allocator.run/1`)."""
        return self.result.to_json()


def _row(municipality: dict[str, Any]) -> dict[str, Any]:
    row = {name: municipality[name] for name in ("code", "name", "province", "region")}
    row |= {name: municipality[name] for name in ("share_status", "weight")}
    for column in COLUMNS_OF_PLACES:
        places = municipality[column] or {}
        row |= {f"{column}_{part}": places.get(part) for part in ("total", "regular", "amv")}
    row |= {f"eligible_{kind}": municipality["eligible"][kind] for kind in ("regular", "amv")}
    return row
