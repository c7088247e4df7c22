# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A tile cartogram: every place a hexagon of the same size, neighbours beside neighbours.

On a map of true borders the largest municipality is not the one with the most places, and the
smallest cannot hold its name. Here all are equally large (Eppstein, Van Kreveld, Speckmann and
Staals, "Improved grid map layout by point set matching", 2013; McNeill and Hale, "Generating tile
maps", 2017): centroids are pushed apart until each has room (Dorling, "Area cartograms", 1996),
take the nearest free cell of a hexagonal grid, and change cells while that brings neighbours
together, keeps directions or keeps groups in one piece. The last step allows small losses first,
and smaller and smaller ones (threshold accepting: Dueck and Scheuer, 1990), so it needs no chance.

Every decision is made in whole numbers and ties fall by code: the same places give the same
picture on every machine and in every order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import isqrt

from allocator.publishing.figures.settling import WIDTH, Link, Point, pieces, settled, squared
from models.boundaries import METRES_PER_DEGREE, cosine

ROUNDS_OF_PUSHING = 80


def layout(
    places: Mapping[str, tuple[Fraction, Fraction]],
    neighbours: Mapping[str, frozenset[str]],
    groups: Mapping[str, str],
) -> dict[str, tuple[int, int]]:
    """The column and row of each place on a grid of hexagons with a point up.

    Odd rows lie half a hexagon to the right ("odd-r"). The first column and row are 0.

    Args:
        places: latitude and longitude of each code, in degrees.
        neighbours: who borders whom; codes without a place are passed over.
        groups: the group of each code, which is kept in one piece where that is possible.
    """
    points = projected(places)
    links = _links(points, neighbours)
    cells = settled(points, _pushed_apart(points, links), links, groups)
    top = min((r for _, r in cells.values()), default=0)
    rows = {code: (q + r // 2, r) for code, (q, r) in cells.items()}
    if top % 2:  # an odd first row becomes an even one: the even rows move instead
        rows = {code: (q + (r + 1) // 2, r) for code, (q, r) in cells.items()}
    left = min((column for column, _ in rows.values()), default=0)
    return {code: (column - left, row - top) for code, (column, row) in sorted(rows.items())}


def projected(places: Mapping[str, tuple[Fraction, Fraction]]) -> dict[str, Point]:
    """Metres east and south of a common point: equirectangular at the middle latitude.

    Longitudes are multiplied by the cosine of that latitude (`models.boundaries.cosine`).

    Args:
        places: latitude and longitude of each code, in degrees.
    """
    if not places:
        return {}
    latitudes = [latitude for latitude, _ in places.values()]
    middle = (min(latitudes) + max(latitudes)) / 2
    first = min(longitude for _, longitude in places.values())
    shrunk = cosine(middle)
    return {
        code: (
            round((longitude - first) * shrunk * METRES_PER_DEGREE),
            round((middle - latitude) * METRES_PER_DEGREE),
        )
        for code, (latitude, longitude) in sorted(places.items())
    }


def _links(points: Mapping[str, Point], neighbours: Mapping[str, frozenset[str]]) -> list[Link]:
    """Who should lie beside whom: neighbours, and of pieces apart the nearest two.

    So islands keep their coast, and a country in two parts stays one picture.
    """
    pairs = {
        (min(code, other), max(code, other))
        for code in points
        for other in neighbours.get(code, ())
        if other in points and other != code
    }
    links = [Link(one, other, by_land=True) for one, other in sorted(pairs)]
    apart = pieces(points, sorted(pairs))
    while len(apart) > 1:
        island = min(apart, key=lambda piece: (len(piece), min(piece)))
        others = [code for code in points if code not in island]
        one, other = min(
            ((one, other) for one in island for other in others),
            key=lambda pair: (squared(points[pair[0]], points[pair[1]]), pair),
        )
        links.append(Link(min(one, other), max(one, other), by_land=False))
        joined = next(piece for piece in apart if other in piece)
        apart = [piece for piece in apart if piece not in (island, joined)] + [island | joined]
    return links


def _pushed_apart(points: Mapping[str, Point], links: Sequence[Link]) -> dict[str, Point]:
    """Positions in thousandths of a hexagon's width: every place has room, links are short.

    Each link pulls its two ends to one width apart in their true direction; whoever is nearer than
    a width is pushed off. All move at once, so that no order matters.
    """
    if not links:
        return dict.fromkeys(points, (0, 0))
    lengths = sorted(isqrt(squared(points[link.one], points[link.other])) for link in links)
    usual = max(lengths[len(lengths) // 2], 1)
    now = {code: (x * WIDTH // usual, y * WIDTH // usual) for code, (x, y) in points.items()}
    wanted = [
        (link.one, link.other, _a_width_along(points[link.one], points[link.other]))
        for link in links
    ]
    ends = [code for link in links for code in (link.one, link.other)]
    damping = {code: 2 * (1 + ends.count(code)) for code in points}
    for _ in range(ROUNDS_OF_PUSHING):
        moves = {code: [0, 0] for code in now}
        for one, other, (east, south) in wanted:
            x, y = now[one]
            far_x, far_y = now[other]
            _pull(moves, one, other, far_x - x - east, far_y - y - south)
        for one, other in _too_near(now):
            x, y = now[one]
            far_x, far_y = now[other]
            distance = isqrt(squared(now[one], now[other])) or 1
            push = 2 * (distance - WIDTH)
            _pull(moves, one, other, (far_x - x) * push // distance, (far_y - y) * push // distance)
        now = {
            code: (x + moves[code][0] // damping[code], y + moves[code][1] // damping[code])
            for code, (x, y) in now.items()
        }
    return now


def _pull(moves: dict[str, list[int]], one: str, other: str, east: int, south: int) -> None:
    moves[one][0] += east
    moves[one][1] += south
    moves[other][0] -= east
    moves[other][1] -= south


def _a_width_along(one: Point, other: Point) -> Point:
    """From one towards the other, a hexagon's width long; eastward where they are the same."""
    length = isqrt(squared(one, other))
    if not length:
        return WIDTH, 0
    return (other[0] - one[0]) * WIDTH // length, (other[1] - one[1]) * WIDTH // length


def _too_near(now: Mapping[str, Point]) -> Iterator[tuple[str, str]]:
    """Pairs that are less than a width apart, found by squares of a width."""
    squares: dict[Point, list[str]] = {}
    for code, (x, y) in now.items():
        squares.setdefault((x // WIDTH, y // WIDTH), []).append(code)
    for (column, row), inside in squares.items():
        ahead = ((1, 0), (-1, 1), (0, 1), (1, 1))
        next_to = [c for step in ahead for c in squares.get((column + step[0], row + step[1]), ())]
        for at, one in enumerate(inside):
            for other in inside[at + 1 :] + next_to:
                if squared(now[one], now[other]) < WIDTH**2:
                    yield one, other
