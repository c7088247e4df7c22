# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The assignment model: the other way to state program B, and the twin of the planner.

One binary says that a task goes to a host. That a group is connected is added as it is needed: of
tasks that a solution cuts off from their host one says so for every later solution. It shares with
the planner the situation, the distances and the integer programs, and nothing that plans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from allocator.merging.situation import Situation
from allocator.solving import IntegerProgram, Line, Solution, Status
from models.places import KINDS, Kind

OBJECTIVES = ("undersized", "moved_tasks", "place_km")
# Solves a program within so many seconds.
Solver = Callable[[IntegerProgram, float], Solution]


@dataclass
class Assignment:
    """The model of a situation, or of the part of it around some municipalities.

    Attributes:
        situation: before merging.
        codes: the municipalities; none of their groups may reach beyond them.
        variables: `x[kind,task,host]`, and `h[kind,host]`: hosts tasks of others.
        lines: the rules, and the cuts so far.
    """

    situation: Situation
    codes: Sequence[str]
    variables: dict[str, tuple[int, int]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._costs: dict[str, dict[str, int]] = {name: {} for name in OBJECTIVES}
        self._guests: dict[tuple[Kind, str], list[str]] = {}
        for kind in KINDS:
            for host in self.codes:
                self._state_host(kind, host)
            for code in self.codes:
                self._state_task(kind, code)
        for host in self.codes:
            self._state_room(host)

    def _state_task(self, kind: Kind, code: str) -> None:
        """Every task is realised once, at home or at a host."""
        if not self.situation.task(code, kind):
            return
        near = [
            one for one in self.situation.near[code] if code in self._guests.get((kind, one), ())
        ]
        homes = {_x(kind, code, host): 1 for host in (code, *near)}
        self._line(f"once[{kind},{code}]", homes, 1, 1)

    def _state_host(self, kind: Kind, host: str) -> None:
        """What makes a group: viability, size, bans; and what it adds to the objectives."""
        before, own = self.situation, self.situation.task(host, kind)
        if own:
            self.variables[_x(kind, host, host)] = (0, 1)
            if not before.viable(host, kind):  # undersized, unless others join it
                self._costs["undersized"][_x(kind, host, host)] = 1
        guests = [code for code in before.near[host] if before.task(code, kind)]
        if not guests or before.rules.max_members == 1:
            return
        self._guests[kind, host] = guests
        hosts = f"h[{kind},{host}]"
        self.variables[hosts] = (0, 1)
        if own and not before.viable(host, kind):
            self._costs["undersized"][hosts] = -1
        joined = {_x(kind, code, host): before.task(code, kind) for code in guests}
        for code in guests:
            one = _x(kind, code, host)
            self.variables[one] = (0, 1)
            self._costs["moved_tasks"][one] = 1
            self._costs["place_km"][one] = joined[one] * before.near[host][code]
            self._line(f"open[{kind},{code},{host}]", {one: 1, hosts: -1}, None, 0)
        self._line(f"some[{kind},{host}]", {**dict.fromkeys(joined, 1), hosts: -1}, 0, None)
        if own:  # a host keeps its own task
            self._line(f"own[{kind},{host}]", {hosts: 1, _x(kind, host, host): -1}, None, 0)
        most = before.rules.max_members - 1
        self._line(f"size[{kind},{host}]", {**dict.fromkeys(joined, 1), hosts: -most}, None, 0)
        need = before.need(host, kind) - own
        self._line(f"viable[{kind},{host}]", {**joined, hosts: -need}, 0, None)
        for one, other in before.rules.forbidden:
            if one in guests and other in guests:
                pair = {_x(kind, one, host): 1, _x(kind, other, host): 1}
                self._line(f"apart[{kind},{one},{other},{host}]", pair, None, 1)
        self._state_borders(kind, host, guests)

    def _state_borders(self, kind: Kind, host: str, guests: Sequence[str]) -> None:
        """Who does not border on the host needs somebody next to it in the group."""
        if self.situation.rules.contiguous:
            for code in guests:
                if host not in self.situation.neighbours[code]:
                    self._connect(kind, host, {code}, guests)

    def _connect(self, kind: Kind, host: str, cut_off: set[str], guests: Iterable[str]) -> None:
        """Tasks of a set go to a host only if one beside the set does."""
        beside = {other for other in guests if other not in cut_off} & frozenset().union(
            *(self.situation.neighbours[one] for one in cut_off)
        )
        others = {_x(kind, other, host): -1 for other in beside}
        for code in sorted(cut_off):
            line = {_x(kind, code, host): 1, **others}
            self._line(f"reach{len(self.lines)}[{kind},{code},{host}]", line, None, 0)

    def _state_room(self, host: str) -> None:
        """With tasks of others at it a host realises no more than it has room for, both kinds."""
        room = self.situation.room(host)
        if room is None:
            return
        brought = {
            _x(kind, code, host): self.situation.task(code, kind)
            for kind in KINDS
            for code in (host, *self._guests.get((kind, host), ()))
            if self.situation.task(code, kind)
        }
        own = sum(self.situation.task(host, kind) for kind in KINDS)
        for kind in KINDS:
            if (kind, host) in self._guests:
                # Without tasks of others it realises its own at most, whatever the room is.
                excess = max(0, own - room) + max(0, sum(brought.values()) - own)
                hosts = f"h[{kind},{host}]"
                line = {**brought, hosts: excess}
                self._line(f"room[{kind},{host}]", line, None, room + excess)

    def _line(
        self, name: str, terms: Mapping[str, int], lower: int | None, upper: int | None
    ) -> None:
        self.lines.append(Line(name, terms, lower, upper))

    def program(self, objective: str, reached: Mapping[str, int]) -> IntegerProgram:
        """The program that minimises one objective, the others being what they have to be."""
        kept = [Line(name, self._costs[name], None, value) for name, value in reached.items()]
        return IntegerProgram(self.variables, (*self.lines, *kept), self._costs[objective])

    def cut(self, values: Mapping[str, int]) -> bool:
        """Forbid the groups of a solution that are not connected; whether there were any."""
        before = len(self.lines)
        if self.situation.rules.contiguous:
            for (kind, host), guests in self._guests.items():
                left = {code for code in guests if values[_x(kind, code, host)]}
                for part in self._adrift(host, left):
                    self._connect(kind, host, part, guests)
        return len(self.lines) > before

    def _adrift(self, host: str, members: set[str]) -> Iterator[set[str]]:
        """The parts of a group that no border ties to its host."""
        left = members - self._tied(host, members)
        while left:
            part = {min(left)} | self._tied(min(left), left)
            left -= part
            yield part

    def _tied(self, start: str, members: set[str]) -> set[str]:
        tied: set[str] = set()
        edge = [start]
        while edge:
            found = (self.situation.neighbours[edge.pop()] & members) - tied
            tied |= found
            edge += found
        return tied

    def solved(self, solve: Solver, seconds: float) -> dict[str, int]:
        """The objectives one after the other, as far as they were proven in time."""
        late = monotonic() + seconds
        reached: dict[str, int] = {}
        for name in OBJECTIVES:
            while True:
                left = late - monotonic()
                if left <= 0:
                    return reached
                program = self.program(name, reached)
                solution = solve(program, left)
                if solution.status is not Status.OPTIMAL:
                    return reached
                if not self.cut(solution.values):
                    break
            reached[name] = program.value(solution.values)
        return reached


def _x(kind: Kind, task: str, host: str) -> str:
    return f"x[{kind},{task},{host}]"


def areas(situation: Situation) -> list[list[str]]:
    """The municipalities in sets that no group leaves, as the rules say."""
    found: dict[str, list[str]] = {}
    for one in situation.municipalities:
        found.setdefault(situation.area(one.code), []).append(one.code)
    return list(found.values())
