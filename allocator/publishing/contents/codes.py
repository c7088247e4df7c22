# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What joins tables with those of others: CBS codes and provinces, in data and on no page."""

from __future__ import annotations

from allocator.loading import reference
from allocator.publishing.contents.view import View
from allocator.publishing.document import Cell, Column


def code_columns(view: View, key: str = "", heading: str = "") -> tuple[Column, ...]:
    """The code of a municipality, and its province where the report has several.

    Args:
        view: the run.
        key: of the column with its name, where a row has more than one municipality.
        heading: of that column.
    """
    say = view.say
    start = f"{key}_" if key else ""
    code = say("CBS code, {column}", column=heading) if heading else say("CBS code")
    found = [Column(f"{start}code", code, data_only=True)]
    if len(view.provinces) > 1:
        said = say("province, {column}", column=heading) if heading else say("province")
        found.append(Column(f"{start}province", said, data_only=True))
    return tuple(found)


def code_cells(view: View, code: str) -> tuple[Cell, ...]:
    """The cells of those columns; of a municipality elsewhere the province too."""
    if len(view.provinces) == 1:
        return (code,)
    territory = reference().territory
    one = territory.municipalities.get(code)
    return code, territory.provinces.names[one.province] if one else None
