# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Extensions by site: what ends of one building goes on together, and what follows is not lost."""

from __future__ import annotations

import json

from allocator.verification.timeline import verify_timeline
from models.timeline import TimelineAnswer
from tests.timeline.small import ALMELO, BORNE, DRONTEN, KAMPEN, exchange, line, offer, told
from tests.timeline.test_rules import options


def extended(answer, part: str = "total"):
    one = next(one for one in answer.extensions if (one.province, one.of) == ("PV23", part))
    return [(each.contract, each.beside, each.closes, each.place_months) for each in one.options]


def test_all_that_ends_of_one_site_is_extended_together():
    answer = told(
        offer(ALMELO, 300, None, "2026-02-28", site="hall", line=2),
        offer(ALMELO, 30, None, "2026-03-31", site="ha\N{ZERO WIDTH SPACE}ll", kind="amv", line=3),
        offer(BORNE, 310, None, "2026-02-28", site="hall", line=4),
    )
    # From March 300 and from April 330, of Almelo; 310 of Borne.
    assert extended(answer) == [(0, (1,), 330, 300 + 3 * 330), (2, (), 310, 4 * 310)]
    assert extended(answer, "amv") == [(1, (), 30, 90)]


def test_a_contract_on_which_another_follows_has_nothing_to_extend():
    rows = (
        offer(ALMELO, 100, None, "2026-01-31", site="hall", line=2),
        offer(ALMELO, 100, "2026-02-01", None, site="hall", line=3),
    )
    assert options(told(*rows)) == ([], ())
    # Sixty go on: forty are lost.
    fewer = rows[1].model_copy(update={"places": 60})
    answer = told(rows[0], fewer)
    assert line(answer, ALMELO).available.total == (100, 60, 60, 60, 60, 60)
    assert extended(answer) == [(0, (), 40, 200)]
    # Of another site nothing follows.
    other = rows[1].model_copy(update={"site": "inn"})
    assert extended(told(rows[0], other)) == [(0, (), 0, 500)]


def test_an_exchange_that_is_agreed_anew_has_nothing_to_extend():
    answer = told(
        offer(DRONTEN, 500, None, None),
        exchanges=(
            exchange(DRONTEN, KAMPEN, 200, "2026-01-31", id="one"),
            exchange(DRONTEN, KAMPEN, 200, None, id="two").model_copy(
                update={"window": offer(KAMPEN, 1, "2026-02-01", None).window}
            ),
        ),
    )
    assert line(answer, KAMPEN).available.total == (200,) * 6
    assert options(answer) == ([], ())


def test_a_saved_timeline_of_an_older_version_is_read_as_it_was_made():
    answer = told(
        offer(ALMELO, 30, None, "2026-02-28", site="hall", line=2),
        offer(ALMELO, 20, None, "2026-03-31", site="hall", line=3),
    )
    older = answer.model_dump(mode="json")
    del older["extended"]
    for one in older["extensions"]:
        if one["options"]:
            one["options"] = [
                {"contract": 0, "closes": 30, "place_months": 120},
                {"contract": 1, "closes": 20, "place_months": 60},
            ]
    verdict = verify_timeline(TimelineAnswer.model_validate_json(json.dumps(older)))
    assert not verdict.failures
    older["extensions"][0]["options"][0]["closes"] = 31
    verdict = verify_timeline(TimelineAnswer.model_validate_json(json.dumps(older)))
    assert not verdict.ok
