# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan as results tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import permutations

from allocator.merging.draft import Draft, Site
from allocator.merging.planning.partition.joined import Joined
from allocator.merging.planning.plan import Planned
from allocator.merging.undersized import Reasons
from models.merged import Border, Member, Merge, Merged, ObjectiveValue
from models.problem import Notice, Problem


def merged_of(problem: Problem, planned: Planned, notices: tuple[Notice, ...] = ()) -> Merged:
    """The first of some plans."""
    draft = planned.drafts[0]
    objectives = values_of(planned, draft)
    reasons = Reasons(draft.situation, proven=planned.proven)
    return Merged(
        merges=tuple(merge_of(problem, draft, site) for site in draft.sites if site.moved),
        undersized=tuple(
            reasons.told(site.kind, site.host) for site in draft.sites if not site.viable
        ),
        objectives=objectives,
        proven=all(one.proven for one in objectives),
        notices=notices,
    )


def values_of(planned: Planned, draft: Draft) -> tuple[ObjectiveValue, ...]:
    """Every objective of the scenario, in order: proven as long as all before it are.

    Where all values are the least but it is not known which of equal plans comes first, the last
    objective is not called proven.
    """
    found, meets = [], True
    names = draft.situation.rules.objectives
    for name in names:
        value = draft.value(name)
        bound = min(planned.bounds.get(name, Fraction(0)), value) if meets else Fraction(0)
        meets = meets and bound == value
        # Of plans that are equal in all of them another may come first.
        proven = meets and (planned.proven or name != names[-1])
        found.append(ObjectiveValue(name=name, value=value, bound=bound, proven=proven))
    return tuple(found)


def merge_of(problem: Problem, draft: Draft, site: Site) -> Merge:
    """One site of a plan with tasks of others.

    A proposal that falls for want of room may still come about, when a task at its host moves away:
    then it is what was proposed all the same.
    """
    before = draft.situation
    proposed = {
        (one.kind, one.host, frozenset((one.host, *one.members)))
        for one in problem.scenario.merging.proposed
    }
    group = frozenset((site.host, *site.tasks))
    return Merge(
        kind=site.kind,
        host=site.host,
        host_name=before.by_code[site.host].name,
        members=tuple(
            Member(
                code=code,
                name=before.by_code[code].name,
                places=before.task(code, site.kind),
                distance_km=Fraction(before.tenths(site.host, code), 10),
            )
            for code in site.tasks
        ),
        places=draft.places(site),
        existing=before.existing[site.host].of(site.kind),
        origin="proposed" if (site.kind, site.host, group) in proposed else "solver",
        borders=tuple(_borders(problem, group)),
    )


def _borders(problem: Problem, codes: Collection[str]) -> Iterator[Border]:
    """The borders within a group, as far as it takes to connect it."""
    if not problem.scenario.merging.contiguous:
        return
    joined: Joined[str] = Joined()
    borders = problem.territory.borders
    for pair in permutations(sorted(codes), 2):
        if pair in borders and joined.join(*pair):
            one, other = pair
            yield Border(one=one, other=other, row=borders[pair])
