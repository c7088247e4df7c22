# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A line over a line: what a scenario says that extends another, and what of that then falls."""

from __future__ import annotations

from typing import Any

from allocator.loading.document import Document, Keys, copied
from allocator.loading.form import form_at, holds_names
from allocator.loading.reference import reference
from models.counting import Available
from models.places import Places

# Keys that say in two ways what can be said in one only.
ALTERNATIVES: dict[type, tuple[frozenset[str], frozenset[str]]] = {
    Available: (frozenset({"on"}), frozenset({"from", "until"})),
    Places: (frozenset({"total"}), frozenset({"regular"})),
}


def child_over_parent(parent: Document, child: Document) -> Document:
    """The lines of a scenario over those of the one that it extends.

    A mapping is laid over by key, all else is replaced. `{}` clears a mapping, as it does with
    `--set`; a name replaces what stands under another name of the same area; and what says in
    another way what the child says falls.
    """
    merged = parent.copied()
    _lay_over(merged, child.value, ())
    return Document(
        merged.value,
        {**merged.places, **child.places},
        {**merged.written, **child.written},
    )


def _lay_over(merged: Document, settings: dict[str, Any], path: Keys) -> None:
    holder = _at(merged.value, path)
    for key in settings:
        old = standing_as(holder, path, key)
        if old != key:
            _rename(merged, (*path, old), (*path, key))
    _give_way(merged, path, settings)
    for key, value in settings.items():
        if value and isinstance(value, dict) and isinstance(holder.get(key), dict):
            _lay_over(merged, value, (*path, key))
        else:
            _drop(merged, (*path, key))
            holder[key] = copied(value)


def standing_as(holder: Any, path: Keys, key: str) -> str:
    """The key under which a name stands already, written so or otherwise; else the name itself."""
    if key in holder or not holds_names(path):
        return key
    same = reference().territory.same_area
    return next((old for old in holder if same(str(old), key)), key)


def _give_way(lines: Document, path: Keys, written: Any) -> None:
    """Drop what says in another way what is written at a path now.

    Args:
        lines: of the scenario; changed in place.
        path: of a mapping.
        written: the keys that are written in it now.
    """
    form = form_at(path)
    for one, other in _both_ways(ALTERNATIVES.get(form)):
        if one & set(written):
            for key in other - set(written):
                if key in _at(lines.value, path):
                    _drop(lines, (*path, key))


def _both_ways(
    pair: tuple[frozenset[str], frozenset[str]] | None,
) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [] if pair is None else [pair, (pair[1], pair[0])]


def _drop(lines: Document, path: Keys) -> None:
    """Take a line out, with all that stands in it."""
    _at(lines.value, path[:-1]).pop(path[-1], None)
    forget(lines, path)


def forget(lines: Document, path: Keys) -> None:
    """Take out where a line stands, and all that stands in it."""
    for old in [old for old in lines.places if old[: len(path)] == path]:
        del lines.places[old]
        lines.written.pop(old, None)


def _rename(lines: Document, old: Keys, new: Keys) -> None:
    holder = _at(lines.value, old[:-1])
    holder[new[-1]] = holder.pop(old[-1])
    for told in (lines.places, lines.written):
        moved: dict[Keys, Any] = {
            path: value for path, value in told.items() if path[: len(old)] == old
        }
        for path, value in moved.items():
            del told[path]
            told[(*new, *path[len(old) :])] = value


def _at(value: Any, path: Keys) -> Any:
    for key in path:
        value = value[key]
    return value
