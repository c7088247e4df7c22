# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shortages and lines of the scenario in words: with names and numbers, never with codes."""

from __future__ import annotations

from collections.abc import Mapping

from models.places import KINDS, Kind, Places
from models.problem import Problem
from models.result import Shortage

ELIGIBLE = {
    "below_share": "only who counts less than its share is eligible",
    "named": "only who is named is eligible",
}


def shortage_in_words(
    shortage: Shortage, able: Mapping[Kind, int], *, together: bool, because: str = ""
) -> str:
    """Why an area does not close.

    Args:
        shortage: the numbers.
        able: how many are eligible for each kind that is left to divide.
        together: whether rules bind both kinds together.
        because: what has a part in it besides limits, as the end of a clause.
    """
    short = [kind for kind in KINDS if shortage.short.of(kind)]
    beyond = [kind for kind in KINDS if shortage.beyond.of(kind)]
    mixed = bool(short and beyond)
    kinds: list[Kind | None] = [None]
    if mixed or (len(short) + len(beyond) == 1 and not together):
        kinds = [*short, *beyond]
    said = [
        _sentence(shortage, kind, shortage.eligible if kind is None else able[kind], because)
        for kind in kinds
    ]
    return " ".join(f"{shortage.name}: {one}" for one in said)


def _sentence(shortage: Shortage, kind: Kind | None, able: int, because: str) -> str:
    what = "places" if kind is None else f"{kind} places"

    def number(places: Places) -> int:
        return places.total if kind is None else places.of(kind)

    rest, placed = number(shortage.rest), number(shortage.placed)
    if not able:
        minors = _minors(shortage.rest, kind)
        return (
            f"no municipality is eligible for the {rest:,} {what} that are left to divide{minors}."
        )
    who = f"the {able} eligible municipalities" if able > 1 else "the one eligible municipality"
    if number(shortage.short):
        can = "can take at most"
        gap = f"{number(shortage.short):,} short{_minors(shortage.short, kind)}"
    else:
        can = "have to take at least" if able > 1 else "has to take at least"
        gap = f"{number(shortage.beyond):,} too many{_minors(shortage.beyond, kind)}"
    return f"{who} {can} {placed:,} {what}{because}; the rest is {rest:,}; {gap}."


def _minors(places: Places, kind: Kind | None) -> str:
    """The amv part of a number that stands for both kinds."""
    if kind is not None:
        return ""
    if places.amv == places.total:
        return ", all of them amv"
    return f", of which {places.amv:,} amv" if places.amv else ""


def line_in_words(problem: Problem, path: str, now: int | str) -> str:
    """A line of the scenario as a person would say it."""
    said = _said(problem, path.split(".")[1:], now)
    return said or f"{path}: {now}"


def _said(problem: Problem, keys: list[str], now: int | str) -> str:
    name = problem.territory.name
    match keys:
        case ["limits" | "region_limits" as section, code, kind, end]:
            together = " together" if section == "region_limits" else ""
            return f"{_at(end)} {_number(now, kind)} for {name(code)}{together}"
        case ["minimum_site" | "most_participants" | "cap" as section, kind]:
            return _for_everybody(section, kind, now)
        case ["exempt", _]:
            return f"{name(str(now))} is exempted"
        case ["eligible"]:
            default = "" if f"distribution.{keys[0]}" in problem.lines else " (the default)"
            return f"{ELIGIBLE[str(now)]}{default}"
    return ""


def _for_everybody(section: str, kind: str, now: int | str) -> str:
    if section == "minimum_site":
        return f"a minimum site of {_number(now, kind)}"
    if section == "cap":
        return f"at most {now} x its own share of {kind} places for each municipality"
    return f"at most {municipalities(int(now))} with {kind} places"


def municipalities(number: int) -> str:
    """`1 municipality`, `12 municipalities`."""
    return f"{number:,} municipalit{'y' if number == 1 else 'ies'}"


def _at(end: str) -> str:
    return "at least" if end == "min" else "at most"


def _number(now: int | str, kind: str) -> str:
    return f"{now:,} places" if kind == "total" else f"{now:,} {kind} places"
