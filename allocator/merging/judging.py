# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals judged: every rule of merging on one proposed group, with the numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from fractions import Fraction

from allocator.merging.draft import Site
from allocator.merging.planning.clusters import NOTHING_FIXED, Fixed
from allocator.merging.situation import Situation
from models.merge_answer import RuleFinding
from models.places import KINDS, Kind


@dataclass(frozen=True)
class Proposed:
    """A proposed merge before a plan.

    Attributes:
        situation: before merging.
        kind: of the tasks.
        host: code.
        members: codes of those whose tasks join, in order, the host's own included if it has one.
        fixed: what other proposals have settled.
    """

    situation: Situation
    kind: Kind
    host: str
    members: tuple[str, ...]
    fixed: Fixed = NOTHING_FIXED

    @classmethod
    def of(
        cls,
        situation: Situation,
        kind: Kind,
        host: str,
        members: tuple[str, ...],
        fixed: Fixed = NOTHING_FIXED,
    ) -> Proposed:
        """A proposal with the host's own task among the members."""
        own = {host} if situation.task(host, kind) else set()
        return cls(situation, kind, host, tuple(sorted({*members, *own} - ({host} - own))), fixed)

    @property
    def places(self) -> int:
        """Of all members."""
        return sum(self.situation.task(code, self.kind) for code in self.members)

    @property
    def site(self) -> Site:
        """The proposal as a site of a plan."""
        return Site(self.kind, self.host, self.members, viable=True)

    @property
    def settled(self) -> Fixed:
        """What the plan is made around when the proposal stands, beside what was settled."""
        hosted = dict(self.fixed.hosted)
        hosted[self.host] = hosted.get(self.host, 0) + self.places
        return Fixed(
            self.fixed.owners | {(self.kind, code) for code in self.members},
            self.fixed.hosts | {(self.kind, self.host)},
            hosted,
        )

    def name(self, code: str) -> str:
        """Of a municipality."""
        return self.situation.by_code[code].name

    def named(self, codes: Collection[str]) -> str:
        """Of several, with commas."""
        return ", ".join(self.name(code) for code in sorted(codes))


def judge(proposed: Proposed) -> tuple[RuleFinding, ...]:
    """What every rule says of a proposal."""
    return tuple(rule(proposed) for rule in RULES)


def stands(proposed: Proposed) -> bool:
    """Whether a proposal keeps to every rule."""
    return all(finding.holds for finding in judge(proposed))


def _within(proposed: Proposed) -> RuleFinding:
    situation, within = proposed.situation, proposed.situation.rules.within
    strangers = [
        code for code in proposed.members if situation.area(code) != situation.area(proposed.host)
    ]
    if proposed.host in situation.undivided:
        strangers, says = [proposed.host], "the host lies where nothing was divided"
    elif within == "any":
        says = "merges may cross regions and provinces"
    elif strangers:
        says = f"{proposed.named(strangers)} lie in another {within}"
    else:
        says = f"all lie in one {within}"
    return RuleFinding(rule="within", holds=not strangers, says=says, short=len(strangers))


def _distance(proposed: Proposed) -> RuleFinding:
    situation = proposed.situation
    far = max(
        ((situation.tenths(proposed.host, code), code) for code in proposed.members),
        default=(0, proposed.host),
    )
    over = max(0, far[0] - situation.most_tenths)
    most = Fraction(situation.most_tenths, 10)
    says = (
        f"{proposed.name(far[1])} is {_km(far[0])} from {proposed.name(proposed.host)}, at most "
        f"{float(most):g} km" + (f": {_km(over)} too far" if over else "")
    )
    return RuleFinding(rule="distance", holds=not over, says=says, short=over)


def _km(tenths: int) -> str:
    return f"{tenths / 10:.1f} km"


def _connected(proposed: Proposed) -> RuleFinding:
    if not proposed.situation.rules.contiguous:
        return RuleFinding(rule="connected", holds=True, says="groups need not be contiguous")
    apart = cut_off(proposed)
    says = (
        f"{proposed.named(apart)}: no chain of shared borders within the group leads to "
        f"{proposed.name(proposed.host)}"
        if apart
        else "shared borders connect them all"
    )
    return RuleFinding(rule="connected", holds=not apart, says=says, short=len(apart))


def cut_off(proposed: Proposed) -> set[str]:
    """The members that no chain of shared borders within the group connects with the host."""
    left, edge = set(proposed.members) - {proposed.host}, [proposed.host]
    while edge:
        found = proposed.situation.neighbours[edge.pop()] & left
        left -= found
        edge += found
    return left


def _members(proposed: Proposed) -> RuleFinding:
    count, most = len({proposed.host, *proposed.members}), proposed.situation.rules.max_members
    over = max(0, count - most)
    says = f"{count} municipalities, the host included; at most {most}"
    return RuleFinding(rule="members", holds=not over, says=says, short=over)


def _forbidden(proposed: Proposed) -> RuleFinding:
    group = {proposed.host, *proposed.members}
    pairs = [pair for pair in proposed.situation.rules.forbidden if set(pair) <= group]
    says = "no forbidden pair is among them"
    if pairs:
        says = "; ".join(f"{proposed.named(pair)} never share a group" for pair in pairs)
    return RuleFinding(rule="forbidden", holds=not pairs, says=says, short=len(pairs))


def _room(proposed: Proposed) -> RuleFinding:
    situation, host = proposed.situation, proposed.host
    ceiling = situation.ceiling(host)
    if ceiling is None:
        return RuleFinding(rule="room", holds=True, says="there is no limit on rooms")
    over = max(0, realised_with(proposed) - ceiling)
    assert situation.rules.room is not None
    assert situation.rules.room.factor is not None
    share, factor = situation.shares[host], situation.rules.room.factor
    limit = f"{float(factor):g} x its share of {share:,}"
    if ceiling > int(factor * share):
        limit = "what it counts already"
    terms = " + ".join(f"{places:,} {what}" for what, places in _terms(proposed).items() if places)
    says = (
        f"{proposed.name(host)} would realise {terms} = {realised_with(proposed):,} places; its "
        f"room is {ceiling:,} ({limit})" + (f": {over:,} too many" if over else "")
    )
    return RuleFinding(rule="room", holds=not over, says=says, short=over)


def realised_with(proposed: Proposed) -> int:
    """What the host would realise of both kinds."""
    return sum(_terms(proposed).values())


def _terms(proposed: Proposed) -> dict[str, int]:
    situation, host = proposed.situation, proposed.host
    other: Kind = next(kind for kind in KINDS if kind != proposed.kind)
    stays = (other, host) not in proposed.fixed.owners
    return {
        "that it counts": situation.existing[host].total,
        f"{proposed.kind} in this merge": proposed.places,
        f"{other} of its own": situation.task(host, other) if stays else 0,
        f"{other} in another proposal": proposed.fixed.hosted.get(host, 0),
    }


def _minimum_site(proposed: Proposed) -> RuleFinding:
    situation = proposed.situation
    existing = situation.existing[proposed.host].of(proposed.kind)
    minimum = situation.rules.minimum_site.of(proposed.kind)
    short = max(0, minimum - existing - proposed.places)
    terms = [situation.task(code, proposed.kind) for code in proposed.members]
    tasks = " + ".join(f"{places:,}" for places in terms)
    standing = (
        f", and {existing:,} that it counts: {proposed.places + existing:,}" if existing else ""
    )
    total = f"{tasks} = {proposed.places:,}" if len(terms) > 1 else f"{proposed.places:,}"
    says = f"{total} {proposed.kind} places{standing}; a site has at least {minimum:,}" + (
        f": {short:,} short" if short else ""
    )
    return RuleFinding(rule="minimum_site", holds=not short, says=says, short=short)


RULES: tuple[Callable[[Proposed], RuleFinding], ...] = (
    _within,
    _distance,
    _connected,
    _members,
    _forbidden,
    _room,
    _minimum_site,
)
