# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Runs and comparisons, as Python users hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.comparison import LETTERS, QUANTITIES, ComparisonResult, MunicipalityLine
from models.places import Places
from models.result import RunResult

if TYPE_CHECKING:
    import pandas as pd

COLUMNS_OF_PLACES = ("share", "counted", "rest", "decision", "realised")
KINDS_OF_ROWS = ("total", "regular", "amv")


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


class Comparison:
    """Two or more runs, each compared with the first.

    Attributes:
        result: everything that the comparison says, as frozen records (schema
            `allocator.comparison/1`).
    """

    def __init__(self, result: ComparisonResult) -> None:
        """Hold a result."""
        self.result = result

    def __repr__(self) -> str:
        """What is compared."""
        return f"<Comparison of {', '.join(one.label for one in self.result.runs)}>"

    @property
    def status(self) -> str:
        """The worst status of the runs."""
        return self.result.status

    @property
    def municipalities(self) -> pd.DataFrame:
        """One row per municipality and kind (`total`, `regular`, `amv`); places in whole numbers.

        The index is CBS code and kind. Columns: name, province, region, and for share, counted,
        rest, decision and realised one of each run (`decision_A`) and, but for the first, its
        difference with the first (`decision_B_less_A`). What a run does not have is a missing
        value. The letters are those of `.result.runs`, which name the raming of each.
        """
        import pandas as pd

        rows = [_line(line, kind) for line in self.result.municipalities for kind in KINDS_OF_ROWS]
        frame = pd.DataFrame(rows).set_index(["code", "kind"])
        whole = [name for name in frame.columns if name not in ("name", "province", "region")]
        return frame.astype(dict.fromkeys(whole, "Int64"))

    def to_json(self) -> dict[str, Any]:
        """The comparison as plain JSON values (schema `allocator.comparison/1`)."""
        return self.result.model_dump(mode="json")


def _line(line: MunicipalityLine, kind: str) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(line, name) for name in ("code", "name")}
    row |= {"kind": kind, "province": line.province, "region": line.region}
    for quantity in QUANTITIES:
        for letter, figures in zip(LETTERS, line.figures, strict=False):
            places: Places | None = figures.of(quantity) if figures else None
            row[f"{quantity}_{letter}"] = getattr(places, kind, None)
            if letter != LETTERS[0]:
                more = figures.difference.of(quantity) if figures and figures.difference else None
                row[f"{quantity}_{letter}_less_{LETTERS[0]}"] = getattr(more, kind, None)
    return row
