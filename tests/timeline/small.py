# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Timelines of small problems: the real tasks, with offers and exchanges made for the occasion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from allocator.counting import ends_sooner, lost_plans, weigh_exchanges
from allocator.keys import shares
from allocator.loading import load
from allocator.timing import horizon_of, look_ahead
from allocator.verification.timeline import verify_timeline
from models.area_line import AreaLine
from models.exchange import Exchange
from models.offer import Offer, PooledOffer, Window
from models.places import Places
from models.problem import Problem
from models.scenario import Exchanging
from models.share import Shares
from models.timeline import TimelineAnswer

ALMELO, BORNE, KAMPEN, DRONTEN = "GM0141", "GM0147", "GM0166", "GM0303"
OVERIJSSEL, FLEVOLAND, TWENTE, IJSSELLAND = "PV23", "PV24", "VR05", "VR04"


@cache
def known() -> tuple[Problem, Shares]:
    """Overijssel and Flevoland in 2024 without any offer."""
    problem = load("nederland-2024", ["provinces=[PV23, PV24]"])
    return problem, shares(problem)


def window(first: str | None, last: str | None) -> Window:
    return Window.model_validate({"from": first, "until": last})


def offer(code: str, places: int, first: str | None, last: str | None, **more) -> Offer:
    row = f"offers.csv:{more.pop('line', 2)}"
    values = {"site": "", "kind": "regular", "status": "guaranteed", **more}
    return Offer(municipality=code, places=places, window=window(first, last), row=row, **values)


def exchange(giver: str, taker: str, places: int, last: str | None, **more) -> Exchange:
    values = {"id": "swap", "kind": "regular", "extendable": True, "row": "exchanges.csv:2", **more}
    return Exchange(giver=giver, taker=taker, places=places, window=window(None, last), **values)


def pledge(places: Places, first: str | None, last: str | None) -> PooledOffer:
    return PooledOffer(
        name="plans", status="likely", region=TWENTE, places=places, candidates=(BORNE,),
        available=window(first, last),
    )  # fmt: skip


def each_in_its_own_row(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """No two rows of a file are one; those that a test did not tell apart are numbered on."""
    found: dict[str, Offer] = {}
    for one in offers:
        row, number = one.row, 2
        while row in found:
            number += 1
            row = f"offers.csv:{number}"
        found[row] = one.model_copy(update={"row": row})
    return tuple(found.values())


def told(
    *offers: Offer,
    exchanges: tuple[Exchange, ...] = (),
    pledges: tuple[PooledOffer, ...] = (),
    first: str | None = "2026-01-01",
    months: int | None = 6,
    on: str | None = None,
    require: bool = False,
) -> TimelineAnswer:
    """The timeline of these, verified."""
    problem, indicative = known()
    offers = each_in_its_own_row(offers)
    judged = Exchanging(conditions="require" if require else "assume")
    changes = {
        "pooled_offers": pledges,
        "exchanging": judged,
        "exchanges": tuple(one.id for one in exchanges),
    }
    scenario = problem.scenario.model_copy(update=changes)
    problem = replace(
        problem,
        scenario=scenario,
        sha256=scenario.fingerprint(),
        offers=offers,
        exchanges=exchanges,
    )
    if on is not None:
        first = months = None
    days = horizon_of(problem, first, months, on)
    weighed = weigh_exchanges(problem)
    lost = lost_plans(problem, indicative, weighed)
    answer = look_ahead(problem, indicative, weighed, lost, days, ends_sooner(problem, weighed))
    verdict = verify_timeline(answer)
    assert verdict.ok, verdict.failures
    return answer


def line(answer: TimelineAnswer, code: str) -> AreaLine:
    """The line of an area."""
    return next(one for one in answer.lines if one.code == code)


def day(text: str) -> date:
    return date.fromisoformat(text)
