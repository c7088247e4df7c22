# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the program understood of a scenario, before it solves anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from allocator.reporting.pages import Page, Sheet
from models.counted import Counted
from models.counting import Counting
from models.offer import PHASES
from models.places import KINDS, Places, total_of
from models.problem import Notice, Problem
from models.raming import raming_in_words
from models.share import Shares


def understanding_pages(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    key_says: str,
    notices: Sequence[Notice] = (),
) -> list[Page]:
    """The settings in words, the inputs in numbers, and what a reader has to know.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        key_says: the sentence of the key.
        notices: what to know of the tasks.
    """
    scenario = problem.scenario
    pages = [
        Page(
            f"{scenario.title or scenario.name} ({scenario.name})",
            ("The scenario and its inputs are in order; nothing was solved.",),
        ),
        _tasks(problem),
        Page("The key", (_key(problem, shares, key_says),)),
        _counting(problem, counted),
        Page("How the rest is divided", tuple(_division(problem))),
        _files(problem),
        Page(
            "To know",
            items=tuple(f"{one.message}." for one in (*notices, *_notices(problem, counted))),
        ),
    ]
    return [page for page in pages if page]


def _places(places: Places) -> str:
    return f"{places.total:,} places of which {places.amv:,} amv"


def _names(problem: Problem, codes: tuple[str, ...]) -> str:
    return ", ".join(problem.territory.name(code) for code in codes)


def _tasks(problem: Problem) -> Page:
    rows = tuple(
        (
            problem.territory.name(code),
            task.places.total,
            task.places.amv,
            task.total_status,
            task.amv_status,
            task.row,
        )
        for code, task in problem.tasks.items()
    )
    return Page(
        f"The task, raming {raming_in_words(problem.scenario.raming, problem.national_total)}",
        (f"{len(problem.municipalities)} municipalities take part in the sums.",),
        sheet=Sheet(("Province", ">task", ">amv", "task is", "amv is", "source"), rows),
    )


def _key(problem: Problem, shares: Shares, says: str) -> str:
    key = problem.scenario.key
    name = key.name
    if key.name == "composite":
        parts = (f"{part} {name.replace('_', ' ')}" for name, part in key.parts.items())
        name += f" ({', '.join(parts)})"
    statuses = Counter(weight.status for weight in shares.weights.values())
    counts = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    return f"{name}: {says} Shares: {counts}."


def _by_law(rule: Counting) -> str:
    """What the Act and the Decree ask of durable places, and the margins."""
    said = ""
    if rule.durable is not None:
        asked = rule.durable
        said += (
            f", on {asked.from_} available for {asked.years} years or longer or coming available "
            f"for that period within {asked.within_months} months (Act, art. 2(3))"
        )
    together = rule.minimum_municipality
    if together.regular or together.amv:
        said += (
            f", in a municipality that comes to {together.regular} regular or {together.amv} amv "
            "places of them (Decree, art. 3.1)"
        )
    parts = [f"{rule.margin.of(one)} of {one}" for one in PHASES if rule.margin.of(one) != 1]
    return f"{said}; by phase: {', '.join(parts)}" if parts else said


def _counting(problem: Problem, counted: Counted) -> Page:
    rule = problem.scenario.counting
    said = f"Places count if they are {' or '.join(rule.statuses)}"
    if rule.available is not None:
        first, last = rule.available.period
        said += f", available {'on ' + str(first) if first == last else f'from {first} to {last}'}"
    if rule.minimum_months:
        said += f", for at least {rule.minimum_months} months"
    if rule.minimum_site.regular or rule.minimum_site.amv:
        site = rule.minimum_site
        said += f", at a site of at least {site.regular} regular or {site.amv} amv places"
    said += _by_law(rule)
    kept = [offer for offer in counted.offers if offer.counts]
    items = [
        (
            f"Offers: {len(counted.offers)} read, {len(kept)} count, "
            f"{sum(offer.counting for offer in kept):,} places."
        )
    ]
    for one in counted.offers:
        if one.counting < one.places:
            verdict = f"{one.counting} of" if one.counts else "Not:"
            offered = f"{problem.territory.name(one.municipality)}, {one.places} {one.kind}"
            items.append(f"{verdict} {offered} ({one.row}): {one.reason}.")
    for pledge in counted.pooled_offers:
        verdict = "counts" if pledge.counts else "does not count"
        fallen = "".join(
            f" The plan of {one.name} falls through: {_places(one.places)} do not count."
            for one in pledge.fallen_through
            if pledge.counts
        )
        pledged = f"Pledge {pledge.name}, {_places(pledge.places)}"
        items.append(f"{pledged}: {verdict}, {pledge.reason}.{fallen}")
    for exchange in counted.exchanges:
        verdict = "counts" if exchange.counts else "does not count"
        items.append(
            f"Exchange {exchange.id}, {exchange.places} {exchange.kind} places: {verdict}, "
            f"{exchange.reason}."
        )
    for unlocated in counted.unlocated:
        area = problem.territory.name(unlocated.area)
        items.append(f"Unlocated in {area}: {_places(unlocated.places)}.")
    everything = total_of([*counted.places.values(), *(one.places for one in counted.unlocated)])
    items.append(f"Together: {_places(everything)}.")
    return Page("What counts", (f"{said}.",), tuple(items))


def _exempt(problem: Problem) -> str:
    """Each with the reason of its exception and the source of it."""
    return ", ".join(
        problem.territory.name(one.municipality)
        + (f" ({one.reason.replace('_', ' ')}: {one.source})" if one.reason else "")
        for one in problem.scenario.distribution.exempt
    )


def _division(problem: Problem) -> list[str]:
    settings = problem.scenario.distribution
    eligible = {
        "all": "every municipality is eligible",
        "named": f"eligible are {_names(problem, settings.named)}",
        "below_share": "eligible is whoever counts less than its share"
        + (" of a kind" if settings.per_kind else ""),
    }[settings.eligible]
    exempt = f", except {_exempt(problem)}" if settings.exempt else ""
    base = "the share" if settings.base == "share" else "what is missing to the share"
    said = [
        (
            f"Each {settings.by} closes; {eligible}{exempt}; pro rata of {base}, method "
            f"{settings.method}."
        )
    ]
    if settings.minimum_site.regular or settings.minimum_site.amv:
        site = settings.minimum_site
        said.append(f"Minimum site: {site.regular} regular places, {site.amv} amv places.")
    for kind in KINDS:
        most = settings.most_participants.of(kind)
        part = settings.cap.of(kind)
        if part is not None:
            said.append(
                f"Nobody comes to more than {part} x its own share of {kind} places, or what it "
                "counts if that is more."
            )
        if most is not None:
            said.append(f"In each {settings.by} at most {most:,} municipalities get {kind} places.")
    for limits in (settings.limits, settings.region_limits):
        for code, limit in limits.items():
            bounds = (
                f"{kind} {bound.min} to {'any' if bound.max is None else bound.max}"
                for kind, bound in (
                    ("regular", limit.regular),
                    ("amv", limit.amv),
                    ("total", limit.total),
                )
                if bound.min or bound.max is not None
            )
            said.append(f"Limits of {problem.territory.name(code)}: {', '.join(bounds)}.")
    if settings.lots:
        said.append(f"Lots: {_names(problem, settings.lots)} go first, in this order.")
    return said


def _files(problem: Problem) -> Page:
    rows = tuple((one.name, one.sha256[:16]) for one in problem.inputs)
    return Page("Files read", sheet=Sheet(("file", "sha256 begins with"), rows))


def _notices(problem: Problem, counted: Counted) -> tuple[Notice, ...]:
    return (*problem.warnings, *counted.warnings)
