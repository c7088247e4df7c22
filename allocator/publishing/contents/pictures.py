# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pictures of a run: the map with its merges, and the bars of municipalities."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.loading import reference
from allocator.publishing.contents.view import View
from allocator.publishing.document import Figure
from allocator.publishing.figures.bars import BarRow, bars
from allocator.publishing.figures.map import MergeLine, Tile, drawn_map
from models.boundaries import Boundaries
from models.result import MunicipalityResult, ProvinceResult

FIVE = 5
# Of a checksum in a line; all of it stands where the report says what it was made from.
DIGITS_SHOWN = 12
# So many rows are as high as a page at their own size.
MOST_BARS = 18


def map_of(view: View, boundaries: Boundaries | None = None) -> Figure:
    """The municipalities with their rest, regions or provinces outlined, merges as arrows.

    The tables of the report have the same numbers, so the figure has no table of its own.

    Args:
        view: the run.
        boundaries: true borders; without them every municipality is a tile.
    """
    several = len(view.provinces) > 1
    steps = _steps([one.rest.total for one in view.municipalities if one.rest])
    lines = [
        MergeLine(member.code, one.host, one.kind, member.places)
        for one in view.merges
        for member in one.moved
        if {member.code, one.host} <= view.codes
    ]
    hosts = {line.host for line in lines}
    groups = {
        (one.province if several else one.region_code): (
            view.reading.name(one.province) if several else one.region
        )
        for one in view.municipalities
    }
    tiles = [_tile(view, one, steps, hosts, several) for one in view.municipalities]
    drawing = drawn_map(
        tiles,
        lines,
        view.language,
        neighbours=reference().territory.neighbours,
        groups=groups,
        number=view.say("places of the rest"),
        shades=_classes(view, steps),
        boundaries=boundaries,
    )
    return Figure(_caption(view, boundaries), _alternative(view, len(lines)), drawing)


def _tile(
    view: View, one: MunicipalityResult, steps: Sequence[int], hosts: set[str], several: bool
) -> Tile:
    rest = one.rest.total if one.rest else 0
    return Tile(
        code=one.code,
        name=one.name,
        group=one.province if several else one.region_code,
        latitude=one.latitude,
        longitude=one.longitude,
        value="" if one.rest is None else view.language.number(rest),
        shade=sum(rest >= step for step in (1, *steps)),
        host=one.code in hosts,
        anchor=one.code,
    )


def _steps(rests: Sequence[int]) -> list[int]:
    """Where the shades change: round numbers near one and two thirds of those with a rest."""
    ordered = sorted(rests)
    thirds = [ordered[len(ordered) * part // 3] for part in (1, 2)] if ordered else []
    rounded = {max(FIVE, one // FIVE * FIVE) for one in thirds}
    return sorted(one for one in rounded if one < (ordered[-1] if ordered else 0))


def _classes(view: View, steps: Sequence[int]) -> list[str]:
    """What the shades mean, from none upwards."""
    starts = [1, *steps]
    said = [view.say("no rest")]
    for at, first in enumerate(starts):
        if at + 1 < len(starts):
            said.append(view.say("{first} to {last}", first=first, last=starts[at + 1] - 1))
        else:
            said.append(view.say("{first} or more", first=first))
    return said


def _caption(view: View, boundaries: Boundaries | None) -> str:
    if boundaries is not None:
        return view.say(
            "The rest per municipality, and arrows from each task to its host. Borders: {file}, "
            "sha256 {sha}; of their owner and licence the program knows nothing.",
            file=boundaries.file.name,
            sha=boundaries.file.sha256[:DIGITS_SHOWN],
        )
    return view.say(
        "The rest per municipality, and arrows from each task to its host. Every municipality is a "
        "tile of the same size, near where it lies; neighbours are beside one another as far as "
        "that goes."
    )


def _alternative(view: View, lines: int) -> str:
    return view.say(
        "Map of {name}: {number} municipalities with their rest, and {lines} arrows from a task to "
        "the municipality where it is realised. The tables have the same numbers.",
        name=view.name,
        number=len(view.municipalities),
        lines=lines,
    )


def bars_of(view: View, province: ProvinceResult) -> list[Figure]:
    """What each municipality of a province counts and gets of the rest, beside its share.

    Where it is known of the whole province only there is nothing to draw. Many municipalities are
    drawn in several pictures on one scale, so that each fits a page at a size that can be read.
    """
    if not (view.divided and view.counts_by_place(province)):
        return []
    rows = [_bar(one) for one in view.within(province)]
    pictures = -(-len(rows) // MOST_BARS)
    size = -(-len(rows) // pictures)
    return [
        _bars(view, province, rows[start : start + size], rows)
        for start in range(0, len(rows), size)
    ]


def _bar(one: MunicipalityResult) -> BarRow:
    return BarRow(
        name=one.name,
        counted=one.counted.total,
        rest=one.rest.total if one.rest else None,
        share=one.share.total,
        realised=one.realised.total if one.realised else None,
        anchor=one.code,
    )


def _bars(
    view: View, province: ProvinceResult, rows: Sequence[BarRow], every: Sequence[BarRow]
) -> Figure:
    which = province.name
    if len(rows) < len(every):
        which = view.say(
            "{name}, {first} to {last}", name=which, first=rows[0].name, last=rows[-1].name
        )
    caption = view.say(
        "{name}: what counts and the rest, which together are the decision, beside the share.",
        name=which,
    )
    alternative = view.say(
        "Bars for {number} municipalities of {name}: places that count and places of the rest, "
        "with a mark at the share and one at what is realised. The table has the same numbers.",
        number=len(rows),
        name=which,
    )
    return Figure(caption, alternative, bars(rows, view.language, every))
