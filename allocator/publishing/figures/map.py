# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of a result: a tile for each municipality, regions outlined, merges as arrows.

It is drawn wide enough for its letters: 320 to 480 units for a small province, 1,200 for the
country. A page shows it at 100 %, or smaller down to its own taste, and lets it scroll beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocator.publishing.figures.bordermap import border_map
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.figures.tilemap import tile_map
from allocator.publishing.languages import Language
from models.boundaries import Boundaries

__all__ = ["MergeLine", "Tile", "drawn_map"]


def drawn_map(
    tiles: Sequence[Tile],
    lines: Sequence[MergeLine],
    language: Language,
    *,
    neighbours: Mapping[str, frozenset[str]],
    groups: Mapping[str, str],
    number: str = "",
    shades: Sequence[str] = (),
    boundaries: Boundaries | None = None,
) -> Drawing:
    """The map.

    Args:
        tiles: every municipality once, in any order.
        lines: the merges, in any order.
        language: of the legend.
        neighbours: who borders whom, by code (`Territory.neighbours`).
        groups: the names of the groups by their codes; written beside them.
        number: what the numbers in the tiles are, for the legend; already in the language.
        shades: what the classes mean, from class 0; as many as `svg.STYLE` has shades at most.
        boundaries: true borders; without them every municipality is a tile of the same size.
    """
    ordered = sorted(tiles, key=lambda tile: tile.code)
    arrows = sorted(
        (one for one in lines if one.member != one.host),
        key=lambda one: (one.member, one.host, one.kind),
    )
    if boundaries is not None:
        return border_map(ordered, arrows, language, number, shades, boundaries)
    return tile_map(ordered, arrows, language, neighbours, groups, number, shades)
