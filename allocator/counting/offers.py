# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offers of municipalities: whether they count, and how many of their places do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from allocator.counting.rules import plan_is_not_realised, status_is_not_accepted, window_fails
from allocator.counting.stays import Standing, durable_branch, span_of, standing_of
from models.counting import Counting
from models.offer import PHASES, Offer
from models.places import KINDS, Kind
from models.problem import Notice, Problem
from models.result import Against, OfferResult
from models.site import site_of

ARTICLES: Mapping[Kind, str] = {"regular": "Decree, art. 3.1(1)", "amv": "Decree, art. 3.1(2)"}
Reason = tuple[Against, str]
Here = tuple[str, str, Kind]
"""Municipality, site and kind; without a site all of the municipality."""


def weigh_offers(problem: Problem) -> tuple[OfferResult, ...]:
    """Every offer with the first reason against it, or how many of its places count.

    First what speaks against a row by itself, then the windows of its site, for contracts that
    follow one another are the same places; then the size of the site, and last what comes together
    in the municipality. Sizes are of the places that are offered, before any margin: that says how
    sure a plan is, and not how large.
    """
    rule = problem.scenario.counting
    against = {offer.row: _by_itself(offer, rule) for offer in problem.offers}

    def left() -> list[Offer]:
        return [offer for offer in problem.offers if against[offer.row] is None]

    standing = _standing(left(), rule)
    for offer in left():
        against[offer.row] = _through_time(offer, standing[offer.row], rule)
    sites = _sizes(left(), standing, _here)
    for offer in left():
        against[offer.row] = _site_is_too_small(offer, sites[_here(offer)], rule)
    together = _sizes(left(), standing, _around)
    for offer in left():
        against[offer.row] = _too_few_together(offer, together[_around(offer)], rule)
    return tuple(
        _result(offer, against[offer.row], standing.get(offer.row, Standing()), rule)
        for offer in problem.offers
    )


def too_few_together(problem: Problem, offers: Sequence[OfferResult]) -> Iterator[Notice]:
    """Every municipality of which places of a kind do not count, as they are too few together."""
    for code in problem.codes:
        for kind in KINDS:
            refused = [
                one
                for one in offers
                if (one.municipality, one.kind, one.against) == (code, kind, "municipality")
            ]
            if refused:
                together = sum(one.standing or 0 for one in refused)
                message = (
                    f"{problem.territory.name(code)}: {together:,} {kind} "
                    f"place{'s' * (together != 1)} would count and do not, being less than the "
                    f"{problem.scenario.counting.minimum_municipality.of(kind):,} of a "
                    f"municipality ({ARTICLES[kind]})"
                )
                yield Notice(code="too-few-in-a-municipality", message=message)


def without_phases(problem: Problem) -> Iterator[Notice]:
    """That a margin takes nothing off, as no offer is of its phase."""
    rule = problem.scenario.counting
    for phase in PHASES:
        used = any(offer.phase == phase for offer in problem.offers)
        if rule.margin.of(phase) != 1 and not used:
            path = f"counting.margin.{phase}"
            message = f"{path} ({problem.line(path)}) has no effect: no offer has the phase {phase}"
            yield Notice(code="without-effect", message=message)


def _by_itself(offer: Offer, rule: Counting) -> Reason | None:
    if plan := plan_is_not_realised(offer):
        return "plan", plan
    if status := status_is_not_accepted(offer.status, rule):
        return "status", status
    return None


def _through_time(offer: Offer, one: Standing, rule: Counting) -> Reason | None:
    """Why the window of a row that is part of no stay does not pass."""
    if one.window is not None:
        return None
    if one.beside:
        said = f"not at one time with {one.beside} at this site, and there more places count"
        return "window", said
    return "window", window_fails(offer.window, rule) or "it has no places"


def _site_is_too_small(offer: Offer, size: int, rule: Counting) -> Reason | None:
    """Places count if their site is large enough, all its accepted places of the kind together."""
    least = rule.minimum_site.of(offer.kind)
    said = f"a site of {size} {offer.kind} places, less than {least}"
    return ("site", said) if size < least else None


def _too_few_together(offer: Offer, size: int, rule: Counting) -> Reason | None:
    """Places count if a municipality has so many of the kind, spread as it likes (Decree 3.1)."""
    least = rule.minimum_municipality.of(offer.kind)
    said = (
        f"together {size} {offer.kind} places of the municipality would count, less than {least} "
        f"({ARTICLES[offer.kind]})"
    )
    return ("municipality", said) if size < least else None


def _here(offer: Offer) -> Here:
    return *site_of(offer.municipality, offer.site, offer.row), offer.kind


def _around(offer: Offer) -> Here:
    return offer.municipality, "", offer.kind


def _standing(offers: Sequence[Offer], rule: Counting) -> dict[str, Standing]:
    """Per row what of it counts by the windows of its site."""
    by_site: dict[Here, list[Offer]] = {}
    for offer in offers:
        by_site.setdefault(_here(offer), []).append(offer)
    found: dict[str, Standing] = {}
    for together in by_site.values():
        spans = [
            span_of(one.window, one.places, _less_margin(one, rule), one.row) for one in together
        ]
        found |= standing_of(spans, rule)
    return found


def _less_margin(offer: Offer, rule: Counting) -> int:
    """The places of an offer less the margin for its phase, rounded down."""
    return int(offer.places * rule.margin.of(offer.phase))


def _sizes(
    offers: Sequence[Offer], standing: Mapping[str, Standing], where: Callable[[Offer], Here]
) -> Counter[Here]:
    """The places that pass the rule on windows, as they are offered."""
    sizes: Counter[Here] = Counter()
    for offer in offers:
        sizes[where(offer)] += standing[offer.row].places
    return sizes


def _result(offer: Offer, against: Reason | None, one: Standing, rule: Counting) -> OfferResult:
    counted = one.counted if against is None else 0
    code, reason = against or (None, "; ".join(_reasons(offer, one, rule)))
    if against is None and not counted and offer.places:
        code = "stay" if _less_margin(offer, rule) else "margin"
    return OfferResult.model_validate(
        {
            "municipality": offer.municipality,
            "site": offer.site,
            "kind": offer.kind,
            "places": offer.places,
            "from": offer.window.from_,
            "until": offer.window.until,
            "status": offer.status,
            "counts": code is None,
            "reason": reason,
            "row": offer.row,
            "change": offer.change,
            "phase": offer.phase,
            "counted": counted,
            "standing": one.places,
            "stay": one.rows,
            "against": code,
        }
    )


def _reasons(offer: Offer, one: Standing, rule: Counting) -> Iterator[str]:
    """`guaranteed; available from 2025-01-01 to 2026-02-01`, and how many of its places count."""
    assert one.window is not None
    most, part = _less_margin(offer, rule), rule.margin.of(offer.phase)
    yield f"{offer.status}; available from {offer.window}"
    if one.rows:
        others = " and ".join(row for row in one.rows if row != offer.row)
        yield f"judged as one with {others}, together available from {one.window}"
    if branch := durable_branch(one.window, rule):
        yield branch
    if part != 1:
        yield f"{offer.phase}: {part} of {offer.places} is {most}"
    if one.rows and not one.counted and most:
        yield f"its places count with {one.rows[0]}"
    elif one.counted < most:
        yield f"{one.counted} of {most} count, as many as are there on every day"
    if change := offer.change:
        yield f"by {change.row}, the file has {change.places} {change.status}"
