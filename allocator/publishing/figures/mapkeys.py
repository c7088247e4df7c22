# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the signs of a map mean: its legend, and what is shown where the pointer rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.arrows import LINE_CLASSES, head
from allocator.publishing.figures.legend import Draw, Key, box_key
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.svg import line, rectangle
from allocator.publishing.languages import Language
from models.places import KINDS


def map_keys(
    tiles: Sequence[Tile],
    lines: Sequence[MergeLine],
    language: Language,
    number: str,
    shades: Sequence[str],
    *,
    short: bool = False,
) -> list[Key]:
    """The keys of what the map really has."""
    keys = [Key(None, language.say("Number: {number}.", number=number))] if number else []
    keys += [Key(box_key(f"tile shade{at}"), meaning) for at, meaning in enumerate(shades)]
    if any(tile.host for tile in tiles):
        keys.append(Key(_host_key, language.say("realises places of others")))
    meanings = {
        "regular": language.say("regular places, to who realises them"),
        "amv": language.say("amv places, to who realises them"),
    }
    if short:
        meanings["amv"] = language.say("amv places (a), to who realises them")
    kinds = {one.kind for one in lines}
    keys += [Key(_arrow_key(LINE_CLASSES[kind]), meanings[kind]) for kind in KINDS if kind in kinds]
    return keys


def arrow_title(one: MergeLine, names: Mapping[str, str], language: Language) -> str:
    """A merge in words."""
    said = {
        "regular": "{member} to {host}: {places} regular",
        "amv": "{member} to {host}: {places} amv",
    }
    return language.say(
        said[one.kind], member=names[one.member], host=names[one.host], places=one.places
    )


def _host_key(x: Fraction, y: Fraction) -> list[ET.Element]:
    return [rectangle(x, y - 5, 16, 10, "tile"), rectangle(x + 2, y - 3, 12, 6, "host")]


def _arrow_key(class_: str) -> Draw:
    return lambda x, y: [
        line(x, y, x + 13, y, class_),
        head((x, y), (x + 13, y)),
    ]
