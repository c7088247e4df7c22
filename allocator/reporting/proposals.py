# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of `allocator merge`: proposals judged, the plan, the next best plans, a trade-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from allocator.reporting.merging import NAMES, members_in_words, plan_pages
from allocator.reporting.pages import Cell, Page, Sheet, with_total
from allocator.reporting.sheets import STATUS
from models.merge_answer import Judged, MergeAnswer, ObjectiveCost, PlanRecord, RealisedChange
from models.raming import raming_in_words

# Of a plan that differs more than this the rest is in the JSON.
MOST_DIFFERENCES = 6
RULES = {
    "within": "within one area",
    "distance": "distance",
    "connected": "shared borders",
    "members": "number of members",
    "forbidden": "forbidden pairs",
    "room": "room of the host",
    "minimum_site": "minimum site",
}


def answer_pages(answer: MergeAnswer) -> list[Page]:
    """All of an answer: first what was proposed, then the best plan, then what else there is."""
    pages = [
        _heading(answer),
        *(page for one in answer.proposals for page in _judged(one, proven=answer.proven)),
        *_cost_pages(
            "All proposals together", answer.together, answer.changes, proven=answer.proven
        ),
        *plan_pages(answer.plan.merges, answer.plan.undersized, answer.plan.objectives),
        _alternatives(answer),
        _trade_off(answer),
    ]
    return [page for page in pages if page]


def _heading(answer: MergeAnswer) -> Page:
    raming = raming_in_words(answer.raming, answer.national_total)
    said = (
        f"Raming {raming}. Status: {answer.status} ({STATUS[answer.status]}). "
        f"Verification: {answer.verified:,} checks."
    )
    paragraphs = [said]
    if answer.proposals:
        paragraphs.append(_how_many_stand([one.holds for one in answer.proposals]))
    return Page(f"{answer.title or answer.scenario} ({answer.scenario})", tuple(paragraphs))


def _how_many_stand(holds: Sequence[bool]) -> str:
    """Of how many proposals the plan is made around."""
    if len(holds) == 1:
        return (
            "The proposal stands; the plan is made around it."
            if holds[0]
            else "The proposal does not stand; the plan is made without it."
        )
    if not any(holds):
        return f"None of the {len(holds)} proposals stands; the plan is made without them."
    stand, those = ("stands", "that") if sum(holds) == 1 else ("stand", "those")
    return f"{sum(holds)} of {len(holds)} proposals {stand}; the plan is made around {those}."


def _judged(one: Judged, *, proven: bool) -> Iterator[Page]:
    """A proposal: what it is, every rule, and what would make it stand or what it costs."""
    brought = members_in_words(one.members, one.host)
    site = f"{one.existing:,} + {one.places:,} = {one.existing + one.places:,}"
    said = [
        (
            f"Proposed at {one.where}: {one.host_name} would realise {one.places:,} {one.kind} "
            f"places of {brought}. With the {one.existing:,} that count there the site would be "
            f"{site}."
        )
    ]
    if not one.holds:
        said.append(
            f"The smallest change that makes it stand, judged again: {one.remedy}."
            if one.remedy
            else "No change of one or two lines makes it stand."
        )
    rows = tuple(
        (RULES[finding.rule], "yes" if finding.holds else "no", finding.says)
        for finding in one.rules
    )
    verdict = "stands" if one.holds else "does not stand"
    sheet = Sheet(("Rule", "holds", "what it says"), rows)
    yield Page(f"Proposal {one.proposal}: {verdict}", tuple(said), sheet=sheet)
    yield from _cost_pages(f"Proposal {one.proposal}", one.costs, one.changes, proven=proven)


def _cost_pages(
    what: str, costs: Sequence[ObjectiveCost], changes: Sequence[RealisedChange], *, proven: bool
) -> Iterator[Page]:
    """What it costs in each objective, who carries more and who gains."""
    if not costs:
        return
    against = "Against the best plan without any proposal; below zero it gains."
    if not proven:
        against = (
            "NOT PROVEN: the best plans that were found in time are compared, without any proposal "
            "and with it. With more time either may be better, and the cost another."
        )
    rows = tuple(
        (NAMES[one.name], Fraction(one.best), Fraction(one.with_it), Fraction(one.more))
        for one in costs
    )
    sheet = Sheet(("Objective", ">best", ">with it", ">more"), rows)
    yield Page(f"{what}: what it costs", (against,), sheet=sheet)
    heading = f"{what}: who carries it"
    if not changes:
        yield Page(heading, ("Everybody realises as many places as in that plan.",))
        return
    carrying, gaining = ([one.name for one in changes if sign * one.more > 0] for sign in (1, -1))
    said = f"Realise more: {_listed(carrying)}. Realise fewer: {_listed(gaining)}."
    columns = ("Municipality", ">best", ">amv", ">with it", ">amv", ">more", ">amv")
    yield Page(heading, (said,), sheet=with_total(columns, [_change(one) for one in changes]))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "nobody"


def _change(one: RealisedChange) -> tuple[Cell, ...]:
    more_amv = one.with_it.amv - one.best.amv
    best, with_it = (one.best.total, one.best.amv), (one.with_it.total, one.with_it.amv)
    return (one.name, *best, *with_it, one.more, more_amv)


def _alternatives(answer: MergeAnswer) -> Page:
    """The best plan and the next best ones, and where each realises tasks elsewhere."""
    if not answer.alternatives:
        return Page("The next best plans")
    names = [one.name for one in answer.plan.objectives]
    columns = ("Plan", *(f">{NAMES[name]}" for name in names), "differs from the best plan")
    rows: list[tuple[Cell, ...]] = [("best", *_values(answer.plan, names), "")]
    for number, plan in enumerate(answer.alternatives, start=2):
        differs = _differences(answer.plan, plan)
        rows.append((str(number), *_values(plan, names), differs))
    proven = (
        "No other plan comes between them, which is proven."
        if answer.alternatives_proven
        else "Others may come between them: that was not proven."
    )
    if "balance" in names:
        proven += " Their order looks at every objective but the balance."
    return Page("The next best plans", (proven,), sheet=Sheet(columns, tuple(rows)))


def _values(plan: PlanRecord, names: Iterable[str]) -> list[Cell]:
    values = {str(one.name): Fraction(one.value) for one in plan.objectives}
    return [values.get(name) for name in names]


def _differences(best: PlanRecord, other: PlanRecord) -> str:
    """`amv Borne: Almelo -> Hengelo`, for every task that is realised elsewhere."""
    before, after = _where(best), _where(other)
    found = [
        f"{kind} {name}: {before.get((kind, name), name)} -> {after.get((kind, name), name)}"
        for kind, name in sorted({*before, *after}, key=lambda task: (task[0] != "regular", task))
        if before.get((kind, name), name) != after.get((kind, name), name)
    ]
    more = len(found) - MOST_DIFFERENCES
    shown = "; ".join(found[:MOST_DIFFERENCES])
    return f"{shown}; and {more} more" if more > 0 else shown


def _where(plan: PlanRecord) -> dict[tuple[str, str], str]:
    """The host of every task that is realised elsewhere than at home, by kind and name."""
    return {
        (merge.kind, member.name): merge.host_name
        for merge in plan.merges
        for member in merge.moved
    }


def _trade_off(answer: MergeAnswer) -> Page:
    """Every combination that no other beats in all three."""
    heading = "Trade-off: moved tasks, sites, kilometres"
    if not answer.trade_off:
        unfinished = "Not finished: no plan of all tasks together was found in time."
        return Page(heading, () if answer.trade_off_proven else (unfinished,))
    said = "No plan is better in one of these without being worse in another"
    if answer.trade_off_proven:
        said += ", with as few undersized tasks as can be."
    elif answer.trade_off_left_out:
        said += (
            f", as far as was found: for {answer.trade_off_left_out} more both kinds want the same "
            "room of a host, and what comes in their place was not sought."
        )
    else:
        said += ", as far as was found in time; the list may not be complete."
    rows = tuple((one.moved_tasks, one.sites, Fraction(one.place_km)) for one in answer.trade_off)
    columns = (">Moved tasks", ">sites", ">place-km")
    return Page(heading, (said,), sheet=Sheet(columns, rows))
