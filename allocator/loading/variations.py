# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Variations: `--vary path=value,value` is the same scenario with each of some values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from allocator.loading.document import scalar
from allocator.loading.files import fault
from allocator.loading.overrides import parted, place_of
from models.fault import Fault, Faults, InputError, Place

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the scenarios that a variation asks for.

    Attributes:
        label: what varies, `key.name=published, population=2022`.
        overrides: the same as values of `--set`.
        options: the `--vary` that each of them comes from.
    """

    label: str
    overrides: tuple[str, ...]
    options: tuple[Place, ...]

    def told(self, faults: Iterable[Fault]) -> list[Fault]:
        """The same faults, those of a value told at its `--vary`."""
        at = {place_of(one): where for one, where in zip(self.overrides, self.options, strict=True)}
        return [one.at(at.get(one.where, one.where)) for one in faults]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that varies: its path, its values, and where that stands."""

    path: str
    values: list[Any]
    where: Place


def variants(vary: Sequence[str], most: int, overrides: Sequence[str] = ()) -> list[Variant]:
    """Every combination of the values, in the order given: the last line varies fastest.

    Args:
        vary: such as `key.name=published,statutory`: values as in a list of YAML.
        most: so many combinations at most.
        overrides: that every one of them has, as given to `--set`; none of a line that varies.

    Raises:
        InputError: if a line is not of that form, has fewer than two values, or stands twice; or if
            there are too many combinations.
    """
    faults = Faults()
    lines: list[_Line] = []
    for one in vary:
        with faults.collected():
            lines.append(_read(one, lines))
    varied = {line.path for line in lines}
    for one in overrides:
        with suppress(InputError):  # what is wrong with it by itself is told elsewhere
            path = _path(one, place_of(one))
            if path in varied:
                what = f"{path} varies: --vary gives its values"
                faults.add("bad-vary", place_of(one), what, "Leave one of the two out.")
    faults.raise_if_any()
    many = prod(len(line.values) for line in lines)
    if many > most:
        what = f"{many:,} combinations, which is more than {most}"
        raise fault("too-many-runs", lines[-1].where, what, "Vary fewer lines, or fewer values.")
    written = [[f"{line.path}={_written(value)}" for value in line.values] for line in lines]
    options = tuple(line.where for line in lines)
    return [Variant(", ".join(one), one, options) for one in product(*written)]


def _read(one: str, before: Sequence[_Line]) -> _Line:
    where = place_of(one, "--vary")
    path, written = _path(one, where), parted(one, where)[1]
    values = scalar(f"[{written}]", where) if written.strip() else []
    if len(values) < FEWEST:
        what = "one value, so nothing varies" if values else "there is no value"
        remedy = f"Write two or more with commas between: {path}=A,B; --set takes one."
        raise fault("bad-vary", where, what, remedy)
    if len({_written(value) for value in values}) < len(values):
        raise fault("bad-vary", where, f"{path} has a value twice", "Write it once.")
    if path in [line.path for line in before]:
        remedy = "Write all its values in one --vary."
        raise fault("bad-vary", where, f"{path} varies twice", remedy)
    return _Line(path, values, where)


def _path(one: str, where: Place) -> str:
    """The line of `path=value`, as it is written."""
    return one[: len(one) - len(parted(one, where)[1]) - 1].strip()


def _written(value: Any) -> str:
    """A value as it can stand behind --set: a text without quotes where it is read as the same."""
    if isinstance(value, str):
        with suppress(InputError):
            if scalar(value, Place(value)) == value:
                return value
    return json.dumps(value, ensure_ascii=False, default=str)
