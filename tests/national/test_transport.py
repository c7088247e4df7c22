# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The transport program against every whole-numbered flow there is, and the theorems it keeps."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.national.amounts import amounts
from allocator.national.equal_plans import equal_plans
from allocator.national.transport import Situation, plan


def every_flow(situation: Situation):
    """All takeovers within surplus and demand, as places per pair."""
    pairs = sorted(situation.tenths)
    most = [min(situation.surplus[g], situation.wanted[t]) for g, t in pairs]
    for places in product(*(range(one + 1) for one in most)):
        flow = dict(zip(pairs, places, strict=True))
        if all(
            sum(n for (g, _), n in flow.items() if g == code) <= has
            for code, has in situation.surplus.items()
        ) and all(
            sum(n for (_, t), n in flow.items() if t == code) <= wants
            for code, wants in situation.wanted.items()
        ):
            yield flow


def best_of_all(situation: Situation, lots):
    """Most places, then least distance, then the most for the first pair in the order of lots."""
    return max(
        every_flow(situation),
        key=lambda flow: (
            *worth(situation, flow),
            [
                flow[pair]
                for pair in sorted(flow, key=lambda pair: [lots.index(code) for code in pair])
            ],
        ),
    )


def worth(situation: Situation, flow):
    """What a plan is measured by."""
    return sum(flow.values()), -sum(situation.tenths[pair] * n for pair, n in flow.items())


def fairest(situation: Situation):
    """Of the most places, the amounts with the least sum of squares over shortage."""
    most = max(sum(flow.values()) for flow in every_flow(situation))
    found = set()
    for flow in every_flow(situation):
        if sum(flow.values()) == most:
            found.add(
                tuple(
                    sum(n for (_, t), n in flow.items() if t == code)
                    for code in sorted(situation.shortage)
                )
            )
    scale = 1
    for short in situation.shortage.values():
        scale *= short
    weights = [scale // situation.shortage[code] for code in sorted(situation.shortage)]

    def squares(one):
        return sum(n * n * w for n, w in zip(one, weights, strict=True))

    least = min(map(squares, found))
    return {one for one in found if squares(one) == least}


CODES = ("PV20", "PV21", "PV22", "PV30", "PV31")


@st.composite
def situations(draw, most=3, distances=(1, 4)):
    givers = [f"PV2{n}" for n in range(draw(st.integers(1, 3)))]
    takers = [f"PV3{n}" for n in range(draw(st.integers(1, 2)))]
    surplus = {code: draw(st.integers(1, most)) for code in givers}
    shortage = {code: draw(st.integers(1, most + 1)) for code in takers}
    tenths = {
        (giver, taker): draw(st.integers(*distances))
        for giver in givers
        for taker in takers
        if draw(st.integers(0, 4))
    }
    return Situation(surplus, shortage, tenths)


@settings(max_examples=150, deadline=None)
@given(situations(distances=(1, 2)), st.permutations(CODES))
def test_no_flow_is_better_and_of_equal_ones_it_is_the_first_by_lots(situation, lots):
    expected = best_of_all(situation, lots) if situation.tenths else {}
    assert plan(situation, lots).places == expected
    by_code = best_of_all(situation, sorted(CODES)) if situation.tenths else {}
    assert plan(situation).places == by_code


@settings(max_examples=150, deadline=None)
@given(situations(distances=(1, 2)), st.permutations(CODES))
def test_a_tie_between_plans_names_exactly_the_pairs_that_equally_good_ones_differ_in(
    situation, lots
):
    done = plan(situation, lots)
    best = max(worth(situation, flow) for flow in every_flow(situation))
    plans = [flow for flow in every_flow(situation) if worth(situation, flow) == best]
    varies = {pair for pair in situation.tenths if len({flow[pair] for flow in plans}) > 1}
    ties = equal_plans(situation, done, "amv", lots)
    assert {pair for tie in ties for pair in tie.pairs} == varies
    for tie in ties:
        assert {sum(flow[pair] for pair in tie.pairs) for flow in plans} == {tie.places}
        assert set(tie.order) == set(tie.tied) == {code for pair in varies for code in pair}


@settings(max_examples=150, deadline=None)
@given(situations(most=5, distances=(1, 900)))
def test_the_prices_prove_it_by_duality(situation):
    found = plan(situation)
    assert min([*found.givers.values(), *found.takers.values()]) >= 0
    for (giver, taker), far in situation.tenths.items():
        assert found.givers[giver] + found.takers[taker] >= found.forgone - far
    saved = sum(n * (found.forgone - situation.tenths[pair]) for pair, n in found.places.items())
    paid = sum(found.givers[code] * has for code, has in situation.surplus.items())
    paid += sum(found.takers[code] * lacks for code, lacks in situation.shortage.items())
    assert saved == paid


@settings(max_examples=100, deadline=None)
@given(situations(most=9, distances=(1, 3)), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(situation, luck):
    def shuffled(mapping):
        items = list(mapping.items())
        luck.shuffle(items)
        return dict(items)

    other = Situation(
        shuffled(situation.surplus), shuffled(situation.shortage), shuffled(situation.tenths)
    )
    assert plan(other) == plan(situation)


@settings(max_examples=150, deadline=None)
@given(situations())
def test_proportional_amounts_have_the_least_squares_of_all_that_can_be_taken_over(situation):
    found = amounts(situation, "regular", sorted(situation.shortage))
    if found is None:
        assert plan(situation).total == 0
        return
    assert tuple(places for _, places in sorted(found.places.items())) in fairest(situation)
    asked = plan(situation.asking(found.places))
    assert asked.total == sum(found.places.values()) == plan(situation).total


def test_a_place_goes_the_short_way_only_if_none_is_lost_by_it():
    # The near pair would leave PV31 with nobody: one place more is worth any distance.
    situation = Situation(
        {"PV20": 1, "PV21": 1},
        {"PV30": 1, "PV31": 1},
        {("PV20", "PV30"): 1, ("PV20", "PV31"): 900, ("PV21", "PV30"): 900},
    )
    assert plan(situation).places == {
        ("PV20", "PV30"): 0, ("PV20", "PV31"): 1, ("PV21", "PV30"): 1,
    }  # fmt: skip


def test_who_has_no_neighbour_that_is_short_takes_nothing_over():
    assert plan(Situation({"PV20": 5}, {"PV30": 5}, {})).total == 0
    assert amounts(Situation({"PV20": 5}, {"PV30": 5}, {}), "amv", ["PV30"]) is None


@pytest.mark.parametrize("seed", range(5))
def test_twelve_provinces_of_thousands_of_places_keep_within_both_sides(seed):
    luck = random.Random(seed)
    givers = {f"PV2{n}": luck.randint(1, 3_000) for n in range(6)}
    takers = {f"PV3{n}": luck.randint(1, 3_000) for n in range(6)}
    tenths = {(g, t): luck.randint(200, 2_500) for g in givers for t in takers}
    situation = Situation(givers, takers, tenths)
    evenly = amounts(situation, "amv", sorted(takers)).places
    for found in (plan(situation), plan(situation.asking(evenly))):
        assert found.total == min(sum(givers.values()), sum(takers.values()))
        for code, has in givers.items():
            assert sum(n for (g, _), n in found.places.items() if g == code) <= has
        for code, lacks in takers.items():
            assert sum(n for (_, t), n in found.places.items() if t == code) <= lacks
