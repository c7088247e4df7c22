# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Overrides: `--set path=value` replaces one line of a scenario."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from allocator.loading.document import Document, Keys, scalar
from allocator.loading.files import fault
from allocator.loading.form import holds_list, holds_names, keys_at
from allocator.loading.inheritance import forget, standing_as
from models.fault import Fault, InputError, Place, nearest, quoted
from models.scenario import Scenario

# key.name=..., pooled_offers.0.status=..., distribution.limits."Bergen (NH.)".amv.max=...
KEY = re.compile(r'(?:\s*"([^"]*)"\s*|([^."=]+))([.=])')
MOST_SHOWN = 300


def place_of(assignment: str, option: str = "--set") -> Place:
    """Where faults of an override stand."""
    cut = "..." if len(assignment) > MOST_SHOWN else ""
    return Place(f"{option} {assignment[:MOST_SHOWN]}{cut}")


def override(
    lines: Document, assignment: str, value_of: Callable[[str, Place], Any] = scalar
) -> None:
    """Replace one line of a scenario.

    Args:
        lines: the lines of the scenario; changed in place.
        assignment: such as `merging.minimum_site.amv=16`.
        value_of: reads what stands after the sign, told of where faults of it stand.

    Raises:
        InputError: if there is no such line, or if the value cannot be read.
    """
    where = place_of(assignment)
    keys, written = parted(assignment, where)
    holder: Any = lines.value
    path: Keys = ()
    for key in keys[:-1]:
        path = (*path, _step(holder, path, key, where))
        if not _has(holder, path) or not isinstance(holder[path[-1]], dict | list):
            holder[path[-1]] = _nothing_yet(path)
            lines.places[path] = where
        holder = holder[path[-1]]
    path = (*path, _step(holder, path, keys[-1], where))
    value = value_of(written, where)
    holder[path[-1]] = value
    forget(lines, path)
    lines.places[path] = where


def parted(assignment: str, where: Place) -> tuple[list[str], str]:
    """The keys of the path of an assignment, and what is written behind the `=`.

    Raises:
        InputError: if it is not of the form path=value.
    """
    keys: list[str] = []
    position = 0
    while key := KEY.match(assignment, position):
        keys.append(key[2].strip() if key[1] is None else key[1])
        position = key.end()
        if not keys[-1]:
            break
        if key[3] == "=":
            return keys, assignment[position:]
    raise fault(
        "bad-set",
        where,
        "not of the form path=value",
        "Write key.name=statutory; put a name that holds a dot in double quotes.",
    )


def _step(holder: Any, path: Keys, key: str, where: Place) -> str | int:
    """The key or index of one step down from a path, if something may stand there."""
    if isinstance(holder, list):
        return _index(holder, path, key, where)
    if not holds_names(path) and key not in (here := keys_at(path)):
        line = ".".join(map(str, path))
        what = f"unknown key {quoted(key)}{nearest(key, here)}"
        remedy = f"The keys here are: {', '.join(here)}." if here else f"Write {line}=VALUE."
        why = "" if here else f"{line} takes one value."
        if path and holds_names(path[:-1]):
            why = "A name that holds a dot stands in double quotes."
        raise fault("unknown-key", where, what, remedy, why)
    return standing_as(holder, path, key)


def _index(holder: list[Any], path: Keys, key: str, where: Place) -> int:
    if re.fullmatch("[0-9]{1,6}", key) and int(key) < len(holder):
        return int(key)
    line = ".".join(map(str, path))
    has = f"{line} has 0 to {len(holder) - 1}" if holder else f"{line} is empty"
    raise fault(
        "no-such-item",
        where,
        f"no item {quoted(key)}; {has}",
        f"Write {line}=[...] for a new list.",
    )


def _has(holder: Any, path: Keys) -> bool:
    return isinstance(holder, list) or path[-1] in holder


def _nothing_yet(path: Keys) -> dict[str, Any] | list[Any]:
    """What stands at a path that no file mentions: an empty mapping, or the list by default."""
    if not holds_list(path):
        return {}
    found: Any = Scenario().model_dump(mode="json", by_alias=True)
    for key in path:
        found = found[key] if isinstance(found, dict) and key in found else []
    return list(found)


@contextmanager
def told_at_overrides(
    overrides: Sequence[str], attempt: Callable[[list[str]], object]
) -> Iterator[None]:
    """Tell faults that an override causes at that override, and not where they come to light.

    A fault is caused by an override if it is gone without it. What stands in a file that the
    override itself names stays told there.

    Args:
        overrides: as given to `--set`.
        attempt: does the same with fewer overrides.
    """
    try:
        yield
    except InputError as error:
        faults = list(error.faults)
        for index, assignment in enumerate(overrides):
            if all(_told_at_override(one) for one in faults):
                break
            others = _faults_of(attempt, [*overrides[:index], *overrides[index + 1 :]])
            faults = [_told(one, assignment, others) for one in faults]
        raise InputError(faults) from error


def _faults_of(attempt: Callable[[list[str]], object], overrides: list[str]) -> tuple[Fault, ...]:
    try:
        attempt(overrides)
    except InputError as error:
        return error.faults
    return ()


def _told(one: Fault, assignment: str, others: Sequence[Fault]) -> Fault:
    there_too = any(
        one.code == other.code and (one.where == other.where or one.what == other.what)
        for other in others
    )
    if there_too or _told_at_override(one) or one.where.file in assignment:
        return one
    in_scenario = one.where.file.endswith((".yaml", ".yml"))
    what = one.what if in_scenario or not one.where.line else f"{one.what} ({one.where})"
    return replace(one, what=what, where=place_of(assignment))


def _told_at_override(one: Fault) -> bool:
    return one.where.file.startswith("--set ")
