# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations: one broken number in a real result must fail its verification."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from allocator.apportionment import METHODS
from allocator.verification import CHECKS
from tests.verification.planted import (
    BASE,
    BY_REGION,
    COMPOSITE,
    EARLIER,
    EXCEPTED,
    FEW,
    LATER,
    LIMITS,
    MINIMA,
    PLANTED,
    REGION,
    SHORT,
    SITES,
    STATUTORY,
    checked,
    saved,
)
from tests.verification.planted_binding import PLANTED_BINDING
from tests.verification.planted_counting import DURABLE, PLANTED_COUNTING, STAYS
from tests.verification.planted_country import (
    COUNTRY,
    EVENLY,
    NEIGHBOURS,
    NOBODY,
    PLANTED_COUNTRY,
)
from tests.verification.planted_data import PLANTED_DATA
from tests.verification.planted_emergency import PLANTED_EMERGENCY
from tests.verification.planted_exchanges import PLANTED_EXCHANGES
from tests.verification.planted_grant import PLANTED_GRANT
from tests.verification.planted_key_tasks import PLANTED_KEY_TASKS
from tests.verification.planted_merging import (
    NEAR,
    NEAR_ANYWHERE,
    NO_LIMIT,
    OFFERS,
    PLANTED_MERGING,
    PROPOSED,
    SITES_FIRST,
)
from tests.verification.planted_national_total import (
    AS_PUBLISHED,
    LESS,
    LESS_BY_REGION,
    LESS_IN_COUNTRY,
    PLANTED_NATIONAL_TOTAL,
)
from tests.verification.planted_offer_changes import CHANGED, PLANTED_OFFER_CHANGES
from tests.verification.planted_pledges import FALLEN, PLANTED_PLEDGES
from tests.verification.planted_redivided import MERGED, PLANTED_REDIVIDED

EVERY_PLANTED = [
    *PLANTED,
    *PLANTED_BINDING,
    *PLANTED_COUNTING,
    *PLANTED_COUNTRY,
    *PLANTED_DATA,
    *PLANTED_EMERGENCY,
    *PLANTED_EXCHANGES,
    *PLANTED_GRANT,
    *PLANTED_MERGING,
    *PLANTED_KEY_TASKS,
    *PLANTED_NATIONAL_TOTAL,
    *PLANTED_PLEDGES,
    *PLANTED_OFFER_CHANGES,
    *PLANTED_REDIVIDED,
]

# Real answers at the edges of the rules, of which none may be refused.
RIGHT: list[tuple[str, ...]] = [
    *((*BASE, f"distribution.method={method}") for method in METHODS),
    (*EARLIER, COMPOSITE),
    (*EARLIER, STATUTORY),
    ("overijssel-2024-guaranteed",),
    (*BASE, SITES),
    (*BASE, MINIMA),
    (*BASE, FEW),
    (*BASE, FEW, MINIMA, LIMITS),
    (*BASE, FEW, "distribution.base=gap", "distribution.eligible=all", REGION),
    # As many as could get any: no choice is left.
    (*BASE, "distribution.most_participants.amv=23"),
    (
        *BASE,
        "distribution.most_participants.amv=22",
        "distribution.limits={Borne: {amv: {max: 0}}}",
    ),
    # Fewer than have to take part, and a minimum site that few can reach.
    (
        *BASE,
        "distribution.most_participants.amv=1",
        "distribution.limits={Borne: {amv: {min: 1, max: 4}}}",
    ),
    (*BASE, LIMITS),
    (*BASE, REGION),
    BY_REGION,
    (*BASE, "counting.minimum_months=60"),
    # Plans fall through of a pledge that counts, and of one that does not.
    FALLEN,
    (*FALLEN, "pooled_offers.0.status=intended"),
    # Another national total: of a country that is known in part, of regions, and the published one.
    AS_PUBLISHED,
    LESS,
    LESS_BY_REGION,
    LESS_IN_COUNTRY,
    (*BASE, "task.national_total=200000"),
    (*BASE, "task.national_total=1000"),
    (*EARLIER, "task.national_total=76000"),
    ("nederland-2024", "provinces=[PV23, PV24]", "task.national_total=84000"),
    (*BASE, "distribution.base=gap"),
    # Who lacks nothing takes part and has no weight, alone and under a rule that couples all.
    (*BASE, "distribution.base=gap", "distribution.eligible=all"),
    (*BASE, "distribution.base=gap", "distribution.eligible=all", REGION),
    # An estimated task is shared out alike, whatever the method of the distribution.
    ("nederland-2024", "provinces=[PV23, PV24]", "distribution.method=dhondt"),
    (*BASE, "distribution.per_kind=false"),
    (*BASE, "distribution.exempt=[Borne]"),
    # A cap that holds, one with limits, a choice and no division, and an exception with a reason.
    (*BASE, 'distribution.cap={regular: "1", amv: "14/15"}'),
    (*BASE, 'distribution.cap={amv: "6/5"}', FEW, MINIMA, LIMITS),
    (*BASE, 'distribution.cap={amv: "1/2"}'),
    (*BASE, EXCEPTED),
    (*BASE, "distribution={eligible: named, named: [Borne, Almelo]}"),
    (*BASE, "distribution.eligible=all"),
    # Nobody is eligible: a rest without a division.
    (*BASE, "distribution.eligible=named"),
    # Bounds that hold, within a minimum site and without.
    (*BASE, "distribution.limits={Borne: {amv: {min: 10}}, Almelo: {amv: {max: 18}}}"),
    (
        *BASE,
        MINIMA,
        "distribution.limits={Borne: {amv: {max: 20}, regular: {max: 0}}, Almelo: {amv: {min: 5}}}",
    ),
    # A region with limits on one kind, once refused: its least deviation was taken for free.
    (*BASE, "distribution.region_limits={Twente: {amv: {min: 200, max: 205}}}"),
    # Unlocated places, fewer and more amv places than the task asks.
    (*LATER, "unlocated_offers=[{province: PV23, places: {regular: 60, amv: 8}}]"),
    (*LATER, "unlocated_offers=[{province: PV23, places: {regular: 60, amv: 380}}]"),
    ("nederland-2024", "provinces=[PV28, PV30]", "distribution.by=region"),
    # Reports and takeovers; one alone; limits while another report is not known.
    COUNTRY,
    EVENLY,
    NEIGHBOURS,
    NOBODY,
    (*COUNTRY, "national.from=[Flevoland]"),
    (*COUNTRY, "distribution.limits={Borne: {amv: {max: 3}}, Hengelo: {amv: {min: 30}}}"),
    (*BASE, "reports=published", "national.takeover=proportional"),
    (*BASE, "national.takeover=least_distance"),
    # Offers that turn out otherwise.
    CHANGED,
    # What counts by law.
    STAYS,
    DURABLE,
    # Municipalities that are one from a day on.
    MERGED,
    # Merges: tasks left undersized, offers that join in, a proposal, no limits, other objectives.
    NEAR,
    NEAR_ANYWHERE,
    OFFERS,
    PROPOSED,
    NO_LIMIT,
    SITES_FIRST,
    (*OFFERS, "merging.minimum_site={regular: 300, amv: 40}", "merging.room.factor=1.5"),
    (*BASE, "merging.minimum_site={regular: 0, amv: 0}"),
    (*BASE, "merging.max_members=1"),
    (*BASE, "merging.forbidden=[[Borne, Almelo], [Losser, Dinkelland]]"),
]


@pytest.mark.parametrize("run", RIGHT)
def test_a_right_answer_passes_every_check(run):
    value = saved(*run)
    verdict = checked(value)
    assert not verdict.failures
    assert verdict.ok
    assert verdict.checks == value["verification"]["checks"] > 500


@pytest.mark.parametrize(
    ("said", "run", "plant"),
    EVERY_PLANTED,
    ids=[said[0].partition(":")[0] for said, _, _ in EVERY_PLANTED],
)
def test_a_planted_violation_is_told_with_its_numbers(said, run, plant):
    value = copy.deepcopy(saved(*run))
    plant(value)
    verdict = checked(value)
    assert not verdict.ok
    failures = [f"{failure.check}: {failure.message}" for failure in verdict.failures]
    assert set(said) <= set(failures), failures


def test_the_order_of_lots_names_everybody_once():
    for change in (list.pop, lambda lots: lots.append("GM0147")):
        value = copy.deepcopy(saved(*BASE))
        change(value["manifest"]["lots"])
        failure = checked(value).failures[0]
        assert failure.check == "draw_in_order"
        assert failure.message.startswith("the order of lots names everybody once: GM0141, ")


def test_settings_that_were_changed_do_not_fit_their_fingerprint():
    value = copy.deepcopy(saved(*BASE))
    value["scenario"]["settings"]["title"] = "another"
    (failure,) = checked(value).failures
    assert failure.check == "record_settings"
    assert failure.message.startswith("the sha256: ")


def test_every_check_has_a_planted_violation():
    assert {
        line.partition(":")[0].partition("[")[0] for said, _, _ in EVERY_PLANTED for line in said
    } == set(CHECKS)


def integers(value: Any, path: tuple[Any, ...] = ()):
    """The paths of every whole number that a reader could take for a result.

    What an offer has that does not count decides nothing, and only its row says it; nor does it
    decide anything by how much a promise exceeds what is needed, nor how many inhabitants there are
    where the key does not ask.
    """
    if isinstance(value, dict):
        if path[:1] == ("offers",) and not value["counts"]:
            return
        for key, inner in value.items():
            if key not in (
                "total",
                "promised",
                "inhabitants",
                "settings",
                "seconds",
                "weight_figures",
                "verification",
            ):
                yield from integers(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from integers(inner, (*path, number))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


@pytest.mark.parametrize("seed", range(10))
def test_no_whole_number_of_a_result_can_be_changed_unseen(seed):
    runs = [
        BASE,
        (*BASE, MINIMA),
        (*BASE, FEW),
        (*BASE, REGION),
        LATER,
        (*BASE, *SHORT),
        NEAR_ANYWHERE,
        OFFERS,
    ]
    runs += [FALLEN, LESS_BY_REGION, LESS_IN_COUNTRY]
    run = runs[seed % len(runs)]
    luck = random.Random(seed)
    paths = list(integers(saved(*run)))
    for path in luck.sample(paths, 60):
        value = copy.deepcopy(saved(*run))
        holder = value
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] += 1
        if "total" in holder and path[-1] in ("regular", "amv"):
            holder["total"] += 1
        assert not checked(value).ok, path
