# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights that are not known: an error, unless the scenario says how to fill them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.keys.registry import KEYS, Key, names_of
from models.fault import Fault, InputError, nearest
from models.problem import Problem, PublishedShare
from models.result import Filled
from models.scenario import Missing
from models.share import Weight


def fill_missing(
    problem: Problem, key: Key, known: Mapping[str, Weight], codes: Sequence[str]
) -> tuple[dict[str, Weight], list[Divided]]:
    """The weights of municipalities by a key, completed; what is filled is flagged `estimated`.

    Within each region or province the filled weights follow another key. Where the area has a
    published total, they share what the known ones leave of it; elsewhere they are scaled so that
    they weigh what the known ones weigh on average.

    Args:
        problem: the settings and data.
        key: the key.
        known: the weights that it knows.
        codes: of the municipalities that need one: those of the scenario, or all.

    Returns:
        The weights, and how published totals were shared out.

    Raises:
        InputError: naming the municipalities, if the scenario does not say how to fill, or if what
            it says does not give them a weight.
    """
    missing = [code for code in codes if code not in known]
    found = {code: known[code] for code in codes if code in known}
    if not missing:
        return found, []
    rule = problem.scenario.key.missing
    if rule is None:
        raise _error(
            problem,
            "missing-weight",
            f"the key {key.name} has no value for {names_of(problem, missing)}{_all(problem)}",
            "Write key.missing: {fill: inhabitants, within: province}, or take another key.",
        )
    if key.in_places and not rule.scaled:
        raise _error(
            problem,
            "not-one-unit",
            f"the key {key.name} weighs in places and {rule.fill} does not, so the one cannot fill "
            "the other as it is",
            "Leave `scaled` out.",
        )
    substitute = _substitute(problem, key, rule, missing)
    weights, shared_out = found, []
    for area, inside in _by_area(problem, rule, codes).items():
        absent = {code: substitute[code] for code in inside if code not in known}
        present = [code for code in inside if code in known]
        if not absent:
            continue
        total = problem.figures.area_totals.get(area)
        if not rule.scaled:
            total, present, ratio = None, [], Fraction(1)
            values = {code: weight.value for code, weight in absent.items()}
        elif key.in_places and total is not None:
            left = total.total - sum(known[code].value for code in present)
            divided = _share_out(problem, area, left, absent, total)
            shared_out.append(divided)
            values = {code: Fraction(places) for code, places in divided.places.items()}
            ratio = None
        else:
            ratio = _average(problem, area, known, present, absent, substitute)
            values = {code: weight.value * ratio for code, weight in absent.items()}
        for code, weight in absent.items():
            how = _how(rule, area, total, weight, ratio, known, present, substitute)
            weights[code] = Weight(values[code], "estimated", weight.figures, weight.rows, how)
    return weights, shared_out


def check_fill(problem: Problem, key: Key) -> None:
    """Refuse to fill with a key that is not there, also where nothing is missing.

    Args:
        problem: the settings and data.
        key: of the scenario.

    Raises:
        InputError: if there is no such key.
    """
    rule = problem.scenario.key.missing
    if rule is not None and rule.fill not in KEYS:
        raise _no_such_key(problem, key, rule)


def _no_such_key(problem: Problem, key: Key, rule: Missing) -> InputError:
    others = sorted(set(KEYS) - {key.name})
    return _error(
        problem,
        "unknown-key-name",
        f"cannot fill with the key {rule.fill!r}{nearest(rule.fill, others)}",
        f"Write one of {', '.join(others)}.",
    )


def _all(problem: Problem) -> str:
    """Why municipalities that are not in the scenario matter."""
    whole = "; where tasks follow the key, the need of the whole country is shared out by it"
    return whole if problem.follows == "key" else ""


def _how(
    rule: Missing,
    area: str,
    total: PublishedShare | None,
    weight: Weight,
    ratio: Fraction | None,
    known: Mapping[str, Weight],
    present: Sequence[str],
    substitute: Mapping[str, Weight],
) -> Filled:
    both = [code for code in present if ratio is None or code in substitute]
    shared_out = total if ratio is None else None
    return Filled(
        key=rule.fill,
        source=KEYS[rule.fill].cited,
        area=area,
        area_total=None if shared_out is None else shared_out.total,
        area_row="" if shared_out is None else shared_out.row,
        substitute=weight.value,
        ratio=ratio,
        known=sum((known[code].value for code in both), Fraction()),
        known_substitute=sum(
            (substitute[code].value for code in both if code in substitute), Fraction()
        ),
    )


def _by_area(problem: Problem, rule: Missing, codes: Sequence[str]) -> dict[str, list[str]]:
    areas: dict[str, list[str]] = {}
    for code in codes:
        municipality = problem.territory.municipalities[code]
        area = municipality.region if rule.within == "region" else municipality.province
        areas.setdefault(area, []).append(code)
    return areas


def _substitute(
    problem: Problem, key: Key, rule: Missing, missing: Sequence[str]
) -> dict[str, Weight]:
    if rule.fill == key.name:
        raise _no_such_key(problem, key, rule)
    weights = KEYS[rule.fill].weigh(problem)
    if still := [code for code in missing if code not in weights]:
        raise _error(
            problem,
            "missing-weight",
            f"the key {rule.fill} has no value for {names_of(problem, still)} either",
            "Fill with a key that knows them, such as inhabitants.",
        )
    return weights


def _share_out(
    problem: Problem,
    area: str,
    left: Fraction | int,
    weights: Mapping[str, Weight],
    published: PublishedShare,
) -> Divided:
    """What the known municipalities leave of the published total, over the others."""
    values = {code: weight.value for code, weight in weights.items()}
    if left < 0 or not any(values.values()):
        raise _error(
            problem,
            "nothing-left-to-fill",
            f"the known numbers leave {left} places of the published total of "
            f"{problem.territory.name(area)} for {names_of(problem, values)}",
            "Fill within: province, or take another key.",
        )
    return divide(
        "fill",
        area,
        "total",
        values,
        int(left),
        method="sainte_lague",
        lots=problem.lots,
        row=published.row,
        terms=(published.total, int(left) - published.total),
    )


def _average(
    problem: Problem,
    area: str,
    known: Mapping[str, Weight],
    present: Sequence[str],
    absent: Mapping[str, Weight],
    substitute: Mapping[str, Weight],
) -> Fraction:
    """What the known municipalities weigh by the key, per unit that they weigh by the other."""
    both = [code for code in present if code in substitute]
    reference = sum(substitute[code].value for code in both)
    if not reference:
        raise _error(
            problem,
            "nothing-to-scale-by",
            f"no municipality of {problem.territory.name(area)} has a known weight to scale "
            f"{names_of(problem, absent)} by",
            "Fill within a larger area.",
        )
    return sum((known[code].value for code in both), Fraction()) / reference


def _error(problem: Problem, code: str, what: str, remedy: str) -> InputError:
    return InputError(
        [Fault(code=code, what=what, where=problem.line("key.missing"), remedy=remedy)]
    )
