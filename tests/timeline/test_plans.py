# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that fall through, in a timeline: how many places, and for whom it is told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache

import pytest

import allocator
from models.fault import InputError
from models.offer import PooledOffer
from models.places import Places
from models.timeline import TimelineAnswer
from tests.timeline.planted_plans import FALLEN, PLANTED_PLANS, Json
from tests.timeline.small import (
    ALMELO,
    BORNE,
    IJSSELLAND,
    KAMPEN,
    TWENTE,
    exchange,
    known,
    line,
    offer,
    told,
    window,
)
from tests.timeline.test_verification import checked

HEADER = (
    "id,giver,taker,kind,places,from,until,extendable,against,condition,condition_municipality,"
    "condition_places,condition_on,promised_places,promised_on\n"
)


@cache
def saved() -> Json:
    return allocator.timeline("overijssel-2024", FALLEN).model_dump(mode="json")


@pytest.mark.parametrize(
    ("said", "plant"), PLANTED_PLANS, ids=[said.partition(":")[0] for said, _ in PLANTED_PLANS]
)
def test_a_planted_violation_is_told_with_its_numbers(said: str, plant: Callable[[Json], None]):
    value = copy.deepcopy(saved())
    plant(value)
    verdict = checked(value)
    failures = [f"{failure.check}: {failure.message}" for failure in verdict.failures]
    assert any(failure.startswith(said) for failure in failures), failures


def test_the_split_is_that_of_a_run_where_the_pledge_counts_in_it():
    run = allocator.run("overijssel-2024", FALLEN[:2]).result
    split = [one for one in run.divisions if one.stage == "pooled"]
    assert list(allocator.timeline("overijssel-2024", FALLEN[:2]).divisions) == split


def test_nothing_is_split_where_no_plan_falls_through():
    assert allocator.timeline("overijssel-2024").divisions == ()


def plans(places: Places, *candidates: str, fallen: tuple[str, ...]) -> PooledOffer:
    return PooledOffer(
        name="plans", status="likely", region=TWENTE, places=places, candidates=candidates,
        available=window(None, None), fallen_through=fallen,
    )  # fmt: skip


def lost(answer: TimelineAnswer) -> int:
    return sum(one.fallen_through for one in answer.contracts if one.source == "pledge")


def test_candidates_split_by_what_they_lack_when_offers_and_exchanges_have_been_counted():
    shares = known()[1].places
    pledged = plans(Places(regular=90), ALMELO, BORNE, fallen=(BORNE,))
    has = shares[ALMELO].regular - 10
    answer = told(
        offer(ALMELO, has + 30, None, None),
        exchanges=(exchange(ALMELO, KAMPEN, 30, None),),
        pledges=(pledged,),
    )
    weights = {claim.code: claim.weight for claim in answer.divisions[0].claims}
    assert weights == {ALMELO: 10, BORNE: shares[BORNE].regular}
    assert lost(answer) == answer.divisions[0].claims[1].places
    assert line(answer, TWENTE).available.regular[0] == has + 90 - lost(answer)


def test_an_offer_that_a_run_would_not_count_leaves_a_lack():
    pledged = plans(Places(regular=90), ALMELO, BORNE, fallen=(BORNE,))
    whole = told(pledges=(pledged,))
    refused = told(offer(ALMELO, 50, None, None, status="intended"), pledges=(pledged,))
    assert whole.divisions == refused.divisions


def test_lots_decide_between_equal_candidates_and_the_tie_is_told():
    pledged = plans(Places(regular=1, amv=1), BORNE, "GM0173", fallen=(BORNE,))
    shares = known()[1].places
    # Both lack one place of either kind.
    offers = [
        offer(code, shares[code].of(kind) - 1, None, None, kind=kind)
        for code in (BORNE, "GM0173")
        for kind in ("regular", "amv")
    ]
    answer = told(*offers, pledges=(pledged,))
    assert [(tie.tied, tie.drawn) for tie in answer.ties] == [((BORNE, "GM0173"), (BORNE,))] * 2
    assert lost(answer) == 2
    hidden = answer.model_dump(mode="json")
    hidden["ties"] = []
    (one, _) = [failure for failure in checked(hidden).failures if "ties" in failure.message]
    assert one.message == "the ties: , must be GM0147 of GM0147 GM0173"


def test_who_gives_away_more_than_it_has_lacks_its_whole_share_and_no_more():
    pledged = plans(Places(regular=90), ALMELO, BORNE, fallen=(BORNE,))
    answer = told(
        offer(ALMELO, 20, None, None),
        exchanges=(exchange(ALMELO, KAMPEN, 50, None),),
        pledges=(pledged,),
    )
    assert answer.divisions == told(pledges=(pledged,)).divisions
    assert line(answer, ALMELO).available.total[0] == -30


@pytest.mark.parametrize("falls", [(), FALLEN[:1]])
def test_a_timeline_tells_of_over_lending_whether_or_not_a_plan_falls_through(tmp_path, falls):
    row = "one,Borne,Kampen,regular,20,2024-02-01,2030-02-01,no,,,,,,,\n"
    (tmp_path / "exchanges.csv").write_text(HEADER + row)
    said = "extends: overijssel-2024\nexchange_file: exchanges.csv\nexchanges: [one]\n"
    (tmp_path / "mine.yaml").write_text(said)
    with pytest.raises(InputError, match="gives 20 regular places and counts 0"):
        allocator.run(tmp_path / "mine.yaml", falls)
    answer = allocator.timeline(tmp_path / "mine.yaml", falls)
    assert "gives-more-than-it-has" in {one.code for one in answer.warnings}
    assert bool(answer.divisions) == bool(falls)


def test_a_region_has_what_is_left_of_its_pledge():
    assert line(told(), IJSSELLAND).available.total[0] == 0
    whole = plans(Places(regular=90), BORNE, fallen=(BORNE,))
    assert line(told(pledges=(whole,)), TWENTE).available.total[0] == 0
