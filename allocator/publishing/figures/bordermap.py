# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on true borders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.languages import Language
from models.boundaries import Boundaries


def border_map(
    tiles: Sequence[Tile],
    lines: Sequence[MergeLine],
    language: Language,
    groups: Mapping[str, str],
    number: str,
    shades: Sequence[str],
    boundaries: Boundaries,
) -> Drawing:
    """The drawing; see `map.drawn_map`."""
    raise NotImplementedError
