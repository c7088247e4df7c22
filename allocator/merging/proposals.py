# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The proposals of a scenario: which of them stand, and the plan around those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from allocator.merging.draft import Draft, Site
from allocator.merging.judging import Proposed, judge
from allocator.merging.planning.clusters import NOTHING_FIXED, Fixed
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planned, Planner
from allocator.merging.remedies import remedy_of
from allocator.merging.situation import Situation
from models.fault import Faults
from models.merge_answer import Judged, ObjectiveCost, RealisedChange, RuleFinding
from models.merged import Member
from models.places import KINDS, Kind, Places
from models.problem import Problem


@dataclass(frozen=True)
class Verdict:
    """A proposal and what the rules say of it.

    Attributes:
        number: its place among `merging.proposed`.
        proposed: the proposal.
        findings: of every rule.
    """

    number: int
    proposed: Proposed
    findings: tuple[RuleFinding, ...]

    @property
    def holds(self) -> bool:
        """Whether every rule does."""
        return all(finding.holds for finding in self.findings)


def verdicts(problem: Problem, situation: Situation) -> list[Verdict]:
    """Every proposal of the scenario, judged in order: an earlier one that stands takes its room.

    Raises:
        InputError: if a member has no task to bring.
    """
    refuse_members_without_task(problem, situation)
    fixed, found = NOTHING_FIXED, []
    for number, one in enumerate(problem.scenario.merging.proposed):
        proposed = Proposed.of(situation, one.kind, one.host, one.members, fixed)
        verdict = Verdict(number, proposed, judge(proposed))
        found.append(verdict)
        if verdict.holds:
            fixed = proposed.settled
    return found


def refuse_members_without_task(problem: Problem, situation: Situation) -> None:
    """A proposal brings tasks together: everybody in it but the host has one.

    Raises:
        InputError: naming each member without a task of the kind.
    """
    faults = Faults()
    for number, one in enumerate(problem.scenario.merging.proposed):
        for place, code in enumerate(one.members):
            if code != one.host and not situation.task(code, one.kind):
                faults.add(
                    "nothing-to-merge",
                    problem.line(f"merging.proposed.{number}.members.{place}"),
                    f"{situation.by_code[code].name} has no {one.kind} task in this run: there is "
                    "nothing to merge",
                    "Leave it out of the proposal.",
                )
    faults.raise_if_any()


def refuse_minimum_above_rest(problem: Problem, situation: Situation, *, asked: bool) -> None:
    """A site larger than all there is to merge is a mistake.

    Args:
        problem: tells where the line stands.
        situation: before merging.
        asked: whether somebody asked for merges. In a run only a minimum that was set for it and
            that no standing site could reach with the rest is refused: a what-if with a small rest
            is no mistake of the scenario.

    Raises:
        InputError: for a minimum above the whole rest of its kind.
    """
    faults = Faults()
    for kind in KINDS:
        rest = sum(situation.task(code, kind) for code in situation.tasks)
        largest = max((one.of(kind) for one in situation.existing.values()), default=0)
        minimum = situation.rules.minimum_site.of(kind)
        where = problem.line(f"merging.minimum_site.{kind}")
        out_of_reach = minimum > rest + largest and where.file.startswith("--set")
        if rest and minimum > rest and (asked or out_of_reach):
            faults.add(
                "minimum-above-rest",
                where,
                f"a site of at least {minimum:,} {kind} places is more than all {rest:,} {kind} "
                "places that there are to merge",
                f"Write {rest:,} or less.",
            )
    faults.raise_if_any()


def settled(stand: Sequence[Verdict]) -> tuple[Fixed, tuple[Site, ...]]:
    """What the plan is made around when these proposals stand."""
    fixed = NOTHING_FIXED
    for one in stand:
        fixed = replace(one.proposed, fixed=fixed).settled
    return fixed, tuple(one.proposed.site for one in stand)


def planner_around(situation: Situation, means: Means, judgements: Sequence[Verdict]) -> Planner:
    """A planner for whom those of some proposals that stand are settled."""
    fixed, sites = settled([one for one in judgements if one.holds])
    return Planner(situation, means, fixed, sites)


def judged(
    problem: Problem,
    verdict: Verdict,
    best: Planned | None = None,
    around: Planned | None = None,
) -> Judged:
    """A verdict as it is told.

    Args:
        problem: tells where the proposal stands.
        verdict: of the rules.
        best: the best plan without any proposal.
        around: the best plan around this one; None where it does not stand.
    """
    one, before = verdict.proposed, verdict.proposed.situation
    others = problem.scenario.merging.proposed[verdict.number].members
    names = ",".join(before.by_code[code].name for code in others if code != one.host)
    return Judged(
        proposal=f"{one.kind}:{one.name(one.host)}={names}",
        where=problem.row(f"merging.proposed.{verdict.number}"),
        kind=one.kind,
        host=one.host,
        host_name=one.name(one.host),
        members=tuple(
            Member(
                code=code,
                name=one.name(code),
                places=before.task(code, one.kind),
                distance_km=Fraction(before.tenths(one.host, code), 10),
            )
            for code in one.members
        ),
        places=one.places,
        existing=before.existing[one.host].of(one.kind),
        holds=verdict.holds,
        rules=verdict.findings,
        remedy="" if verdict.holds else remedy_of(one),
        costs=costs(best, around) if best and around else (),
        changes=changes(best, around) if best and around else (),
    )


def costs(best: Planned, around: Planned) -> tuple[ObjectiveCost, ...]:
    """What a plan costs against the best one, in every objective."""
    [first, second] = best.drafts[0], around.drafts[0]
    return tuple(
        ObjectiveCost(name=name, best=first.value(name), with_it=second.value(name))
        for name in first.situation.rules.objectives
    )


def changes(best: Planned, around: Planned) -> tuple[RealisedChange, ...]:
    """Who realises more or fewer places, the largest change first."""
    [first, second] = best.drafts[0], around.drafts[0]
    return tuple(sorted(_changes(first, second), key=lambda one: (-abs(one.more), one.code)))


def _changes(first: Draft, second: Draft) -> Iterator[RealisedChange]:
    for one in first.situation.municipalities:
        before, after = _realised(first, one.code), _realised(second, one.code)
        if before != after:
            yield RealisedChange(code=one.code, name=one.name, best=before, with_it=after)


def _realised(draft: Draft, code: str) -> Places:
    """What a municipality realises of each kind: what stands there, and tasks."""
    standing = draft.situation.existing[code]
    sums: dict[Kind, int] = {kind: standing.of(kind) for kind in KINDS}
    for site in draft.sites:
        if site.host == code:
            sums[site.kind] += draft.places(site)
    return Places(regular=sums["regular"], amv=sums["amv"])
