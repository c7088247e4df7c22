# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What holds for every apportionment: theorems and promises, tried on generated instances."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from allocator.apportionment import DIVISOR_METHODS, METHODS, Why, apportion

every_method = pytest.mark.parametrize("method", METHODS)
every_divisor_method = pytest.mark.parametrize("method", DIVISOR_METHODS)
tried = settings(max_examples=30, deadline=None, derandomize=True, database=None)


@st.composite
def instances(draw, bounded=True, largest=60):
    """Instances that can be met; small weights make ties, large ones make real cases."""
    names = [f"GM{i:02}" for i in range(draw(st.integers(1, 9)))]
    weights = {n: draw(st.integers(0, largest) | st.fractions(0, 9)) for n in names}
    weights[names[0]] += 1
    total = draw(st.integers(0, 80))
    case = {"weights": weights, "total": total, "lots": draw(st.permutations(names))}
    if bounded:
        share = total // len(names)
        few = st.dictionaries(st.sampled_from(names), st.integers(0, share))
        case["minimum"] = draw(few)
        case["prior"] = draw(st.dictionaries(st.sampled_from(names), st.integers(0, 30)))
        case["maximum"] = {
            n: case["minimum"].get(n, 0) + draw(st.integers(0, 20))
            for n in draw(st.sets(st.sampled_from(names[1:] or names)))
            if n != names[0]
        }
    return case


def turned(case):
    """The same question with every mapping written in the opposite order."""
    return {
        key: dict(reversed(value.items())) if isinstance(value, dict) else value
        for key, value in case.items()
    }


@every_method
@tried
@given(case=instances())
def test_places_sum_to_the_total_and_respect_the_bounds(method, case):
    seats = apportion(method=method, **case).seats
    assert sum(seats.values()) == case["total"]
    for name, places in seats.items():
        assert case["minimum"].get(name, 0) <= places <= case["maximum"].get(name, case["total"])
        if not case["weights"][name]:
            assert places == case["minimum"].get(name, 0)


@every_method
@tried
@given(case=instances())
def test_the_order_of_the_input_does_not_matter(method, case):
    here, there = apportion(method=method, **case), apportion(method=method, **turned(case))
    assert here == there
    assert list(here.seats) == list(case["weights"])
    assert list(there.seats) == list(here.seats)[::-1]


@every_method
@tried
@given(case=instances(), factor=st.fractions(Fraction(1, 50), 50).filter(bool))
def test_only_the_proportions_of_the_weights_matter(method, case, factor):
    scaled = case | {"weights": {n: w * factor for n, w in case["weights"].items()}}
    here, there = apportion(method=method, **case), apportion(method=method, **scaled)
    assert (here.seats, here.ties) == (there.seats, there.ties)
    if here.quota is not None:
        assert there.quota == here.quota * factor
    if here.divisors is not None and here.divisors.lower is not None:
        assert there.divisors.lower == here.divisors.lower * factor**here.divisors.power


@every_divisor_method
@tried
@given(case=instances(bounded=False, largest=9))
def test_one_more_place_takes_none_away(method, case):
    less = apportion(method=method, **case).seats
    more = apportion(method=method, **case | {"total": case["total"] + 1}).seats
    assert all(more[name] >= less[name] for name in less)


@every_divisor_method
@tried
@given(case=instances())
def test_the_rounding_goes_on_from_prior_holdings(method, case):
    """Places handed out earlier by the same rule, and then held, change nothing."""
    free = {"weights": case["weights"], "lots": case["lots"], "method": method}
    earlier = apportion(total=case["total"] // 2, **free)
    later = apportion(total=case["total"] - case["total"] // 2, prior=earlier.seats, **free)
    at_once = apportion(total=case["total"], **free)
    assert {n: earlier.seats[n] + later.seats[n] for n in later.seats} == at_once.seats


def test_largest_remainder_can_take_a_place_away_when_there_is_one_more():
    """The Alabama paradox: what the test of house monotonicity above forbids does happen."""
    weights = {"a": 6, "b": 6, "c": 2}
    assert apportion(weights, 10, "largest_remainder").seats == {"a": 4, "b": 4, "c": 2}
    assert apportion(weights, 11, "largest_remainder").seats == {"a": 5, "b": 5, "c": 1}


@tried
@given(case=instances(bounded=False))
def test_largest_remainder_stays_within_the_quota(case):
    result = apportion(method="largest_remainder", **case)
    for name, places in result.seats.items():
        assert floor(result.steps.targets[name]) <= places <= ceil(result.steps.targets[name])


@pytest.mark.parametrize(("method", "side"), [("dhondt", floor), ("adams", ceil)])
@tried
@given(case=instances(bounded=False))
def test_dhondt_stays_above_and_adams_below_the_quota(method, side, case):
    assume(case["total"] >= len(case["weights"]))
    result = apportion(method=method, **case)
    for name, target in result.steps.targets.items():
        assert (result.seats[name] - side(target)) * (1 if side is floor else -1) >= 0


@every_divisor_method
@tried
@given(case=instances(bounded=False), growth=st.integers(1, 40), name=st.integers(0, 8))
def test_who_grows_while_the_others_stay_loses_nothing(method, case, growth, name):
    grown = list(case["weights"])[name % len(case["weights"])]
    weights = case["weights"] | {grown: case["weights"][grown] + growth}
    before = apportion(method=method, **case).seats
    after = apportion(method=method, **case | {"weights": weights}).seats
    assert after[grown] >= before[grown]


@every_method
@tried
@given(case=instances())
def test_the_targets_are_proportional_between_the_bounds_and_sum_to_the_total(method, case):
    targets = apportion(method=method, **case).steps.targets
    assert sum(targets.values()) == case["total"]
    levels = {
        (target + case["prior"].get(name, 0)) / Fraction(case["weights"][name])
        for name, target in targets.items()
        if case["minimum"].get(name, 0) < target < case["maximum"].get(name, case["total"] + 1)
    }
    assert len(levels) <= 1


@every_method
@tried
@given(case=instances(largest=9))
def test_the_steps_lead_from_the_start_to_the_places(method, case):
    result = apportion(method=method, **case)
    seats = dict(result.steps.start)
    for change in result.steps.changes:
        seats[change.claimant] += change.change
        assert seats[change.claimant] == change.seats
    assert seats == result.seats
    assert len({change.change for change in result.steps.changes}) <= 1
    assert len(result.steps.changes) <= len(seats)


@every_divisor_method
@tried
@given(case=instances(largest=9))
def test_every_step_names_the_strongest_or_the_weakest_claim_left(method, case):
    result = apportion(method=method, **case)
    claims = [change.quotient for change in result.steps.changes]
    strengths = [(claim is None, claim or 0) for claim in claims]
    if Why.LOWEST_QUOTIENT in {change.why for change in result.steps.changes}:
        assert strengths == sorted(strengths)
    elif Why.HIGHEST_QUOTIENT in {change.why for change in result.steps.changes}:
        assert strengths == sorted(strengths, reverse=True)
    tied = {name for tie in result.ties for name in tie.tied}
    lots = [change.claimant for change in result.steps.changes if change.why is Why.LOT]
    assert set(lots) <= tied


@every_divisor_method
@tried
@given(case=instances(largest=9), part=st.fractions(0, 1))
def test_every_divisor_of_the_interval_gives_the_places_and_none_outside_does(method, case, part):
    result = apportion(method=method, **case)
    if result.divisors is None:
        return
    low, high = result.divisors.lower, result.divisors.upper
    tied = {name for tie in result.ties for name in tie.tied}
    ends = (low or Fraction(1, 10**6), high if high is not None else (low or 1) * 1000)
    inside = ends[0] + (ends[1] - ends[0]) * part
    for name, (least, most) in rounded_at(inside, method, case).items():
        assert least <= result.seats[name] <= most
        if low is not None and high is not None and low < inside < high:
            assert least == most
        if low == high and name not in tied:
            assert least == most
    if low is not None:
        assert (
            sum(
                most for _, most in rounded_at(low * Fraction(999999, 10**6), method, case).values()
            )
            > case["total"]
        )
    if high is not None:
        assert (
            sum(
                least
                for least, _ in rounded_at(high * Fraction(10**6, 999999), method, case).values()
            )
            < case["total"]
        )


def rounded_at(divisor, method, case):
    """The least and the most places that rounding at this divisor (or its square) can give each."""
    rule = DIVISOR_METHODS[method]
    outcome = {}
    for name, weight in case["weights"].items():
        low = case["minimum"].get(name, 0)
        if not weight:
            outcome[name] = (low, low)
            continue
        claim = Fraction(weight) ** rule.power / divisor
        x = 0
        while Fraction(*rule.signpost(x)) < claim:
            x += 1
        most = x + (Fraction(*rule.signpost(x)) == claim)
        prior, high = case["prior"].get(name, 0), case["maximum"].get(name, 10**9)
        outcome[name] = tuple(min(max(y - prior, low), high) for y in (x, most))
    return outcome


@every_method
@tried
@given(case=instances(largest=4))
def test_a_tie_names_more_claimants_than_places_and_the_lot_order_decides(method, case):
    result = apportion(method=method, **case)
    assert len(result.ties) <= 1
    for tie in result.ties:
        assert 0 < tie.places < len(tie.tied)
        assert list(tie.tied) == sorted(tie.tied)
        first = [name for name in case["lots"] if name in tie.tied][: tie.places]
        assert list(tie.drawn) == first


@every_method
@tried
@given(case=instances(largest=4))
def test_another_lot_order_gives_the_other_tied_claimants_the_drawn_places(method, case):
    """Ties are complete: each tied claimant can win, and nobody outside the tie is touched."""
    result = apportion(method=method, **case)
    for tie in result.ties:
        base = {n: places - (n in tie.drawn) for n, places in result.seats.items()}
        for shift in range(len(tie.tied)):
            order = tie.tied[shift:] + tie.tied[:shift]
            other = apportion(method=method, **case | {"lots": order})
            drawn = order[: tie.places]
            assert other.seats == {n: base[n] + (n in drawn) for n in base}
            assert other.ties[0].tied == tie.tied
            assert other.divisors == result.divisors


@every_method
@tried
@given(case=instances(largest=4))
def test_without_a_tie_the_lot_order_does_not_matter(method, case):
    result = apportion(method=method, **case)
    other = apportion(method=method, **case | {"lots": case["lots"][::-1]})
    assert result.ties or other.seats == result.seats
    assert other.divisors == result.divisors


@tried
@given(case=instances())
def test_largest_remainder_gives_its_quota_and_the_remainders_at_the_line(case):
    result = apportion(method="largest_remainder", **case)
    assert result.divisors is None
    free = [
        name
        for name, target in result.steps.targets.items()
        if case["minimum"].get(name, 0) < target < case["maximum"].get(name, case["total"] + 1)
    ]
    assert (result.quota is None) == (not free)
    served = [change.quotient for change in result.steps.changes]
    refused = []
    for name in free:
        claim = case["weights"][name] / result.quota
        assert claim - case["prior"].get(name, 0) == result.steps.targets[name]
        if result.seats[name] == result.steps.start[name]:
            refused.append(claim - floor(claim))
    assert result.last_served == (min(served) if served else None)
    assert result.first_not_served == (max(refused) if refused else None)
    assert not served or not refused or result.last_served >= result.first_not_served
