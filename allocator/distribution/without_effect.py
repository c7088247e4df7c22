# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of the scenario about the rest that change nothing, because of who is eligible or a cap."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Rest
from allocator.distribution.rules.respect_cap import left_by_cap
from models.places import KINDS
from models.problem import Notice
from models.scenario import Bound

Said = Iterator[tuple[str, str]]
"""The path of a line, and why it has no effect."""


def without_effect(rest: Rest) -> Iterator[Notice]:
    """A limit on whoever gets nothing, an exception of whoever would get nothing, and the like.

    What is asked of a province of which nothing is known is refused before, and told there.
    """
    for path, because in (*_limits(rest), *_region_limits(rest), *_exempt(rest), *_named(rest)):
        yield Notice(
            code="without-effect",
            message=f"{path} ({rest.problem.line(path)}) has no effect: {because}",
        )


def _limits(rest: Rest) -> Said:
    for code, limits in rest.problem.scenario.distribution.limits.items():
        name, path = rest.problem.territory.name(code), f"distribution.limits.{code}"
        barred = [kind for kind in KINDS if (code, kind) in rest.barred]
        for kind in KINDS:
            limit = limits.of(kind)
            if limit.max is None or limit.min:
                continue  # a minimum that cannot be met is told as a contradiction
            left = left_by_cap(rest, code, kind)
            if kind in barred:
                yield f"{path}.{kind}.max", f"{name} is not eligible for {kind} places"
            elif left is not None and left <= limit.max:
                yield f"{path}.{kind}.max", f"the cap leaves {name} {left:,} {kind} places at most"
        if len(barred) == len(KINDS) and limits.total.max is not None and not limits.total.min:
            yield f"{path}.total.max", f"{name} is not eligible for any places"


def _region_limits(rest: Rest) -> Said:
    for region, limits in rest.problem.scenario.distribution.region_limits.items():
        inside = [one.code for one in rest.problem.municipalities if one.region == region]
        able = [kind for kind in KINDS if any((code, kind) not in rest.barred for code in inside)]
        name, path = rest.problem.territory.name(region), f"distribution.region_limits.{region}"
        for kind in KINDS:
            if kind not in able and _only_a_maximum(limits.of(kind)):
                because = f"nobody in {name} is eligible for {kind} places"
                yield f"{path}.{kind}.max", because
        if not able and _only_a_maximum(limits.total):
            yield f"{path}.total.max", f"nobody in {name} is eligible for any places"


def _only_a_maximum(limit: Bound) -> bool:
    return limit.max is not None and not limit.min


def _exempt(rest: Rest) -> Said:
    for number, one in enumerate(rest.problem.scenario.distribution.exempt):
        path, name = f"distribution.exempt.{number}", rest.problem.territory.name(one.municipality)
        others = [
            {line.path for line in rest.barred[one.municipality, kind]} - {path} for kind in KINDS
        ]
        if all(found == {"distribution.eligible"} for found in others):
            yield path, f"{name} is not eligible anyhow"


def _named(rest: Rest) -> Said:
    settings = rest.problem.scenario.distribution
    for number, code in enumerate(settings.named if settings.eligible == "named" else ()):
        if settings.exemption(code) is not None:
            name = rest.problem.territory.name(code)
            yield f"distribution.named.{number}", f"{name} is exempted"


def exceptions(rest: Rest) -> Iterator[Notice]:
    """Exceptions with a reason, and those whose reason the numbers contradict."""
    for number, one in enumerate(rest.problem.scenario.distribution.exempt):
        if one.reason is None:
            continue
        name, path = rest.problem.territory.name(one.municipality), f"distribution.exempt.{number}"
        yield Notice(
            code="exempted",
            message=f"{name} gets no rest places: {one.says}",
        )
        has = rest.counted[one.municipality].total
        share = rest.shares[one.municipality].total
        if one.reason == "reached_number" and has < share:
            yield Notice(
                code="number-not-reached",
                message=f"{path} ({rest.problem.line(path)}) says that {name} reached its number, "
                f"but it counts {has:,} of a share of {share:,}",
            )
