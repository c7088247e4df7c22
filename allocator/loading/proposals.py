# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Proposed merges: read from an option, and checked against one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from allocator.loading.document import Keys
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults, Place, nearest, quoted
from models.merging import Proposal
from models.places import KINDS
from models.scenario import Scenario
from models.territory import Territory

# Of a name, and of a whole proposal.
MOST_LETTERS = 200
MOST_TEXT = 100_000
PROPOSED: Keys = ("merging", "proposed")


def with_proposals(
    file: ScenarioFile, written: Sequence[str], territory: Territory, faults: Faults
) -> ScenarioFile:
    """The scenario with the proposals of the option `--propose` after its own.

    Args:
        file: the scenario.
        written: each as `KIND:HOST=MEMBER,MEMBER`.
        territory: whose names hold commas.
        faults: told of what is not of that form.
    """
    merging = file.scenario.merging
    proposed, places = list(merging.proposed), dict(file.places)
    for text in written:
        where = Place(f"--propose {text[:200]}")
        proposal = _read(text, territory, where, faults)
        if proposal is not None:
            places |= _places(len(proposed), proposal, where)
            proposed.append(proposal)
    changed = merging.model_copy(update={"proposed": tuple(proposed)})
    scenario = file.scenario.model_copy(update={"merging": changed})
    return replace(file, scenario=scenario, places=places)


def _read(text: str, territory: Territory, where: Place, faults: Faults) -> Proposal | None:
    before, equals, after = text.partition("=")
    written, colon, host = (part.strip() for part in before.partition(":"))
    if not equals or not colon or ":" in host or "=" in after or len(text) > MOST_TEXT:
        faults.add(
            "bad-proposal",
            where,
            "not of the form KIND:HOST=MEMBER,MEMBER",
            "Write amv:Almelo=Borne,Tubbergen.",
        )
        return None
    kind, members = written.lower(), _members(after, territory)
    if kind not in KINDS:
        what = f"there is no kind {quoted(written)}{nearest(kind, KINDS)}"
        faults.add("bad-proposal", where, what, "Write regular or amv before the colon.")
        return None
    if not host or not all(members) or max(map(len, (host, *members))) > MOST_LETTERS:
        what = "a name is missing, or too long"
        faults.add("bad-proposal", where, what, "Write amv:Almelo=Borne,Tubbergen.")
        return None
    read: Any = {"kind": kind, "host": host, "members": tuple(members)}
    return Proposal.model_validate(read)


def _members(written: str, territory: Territory) -> list[str]:
    """Names with commas between them; a comma may also stand in a name, as in that of Nuenen."""
    parts = [one.strip() for one in written.split(",")]
    longest = max(name.count(",") for name in territory.places.names.values())
    found: list[str] = []
    while parts:
        for many in range(min(longest + 1, len(parts)), 0, -1):
            name = ", ".join(parts[:many])
            if many == 1 or (all(parts[:many]) and territory.places.meant_by(name)):
                found.append(name)
                del parts[:many]
                break
    return found


def _places(number: int, proposal: Proposal, where: Place) -> dict[Keys, Place]:
    paths: list[Keys] = [(), ("kind",), ("host",), ("members",)]
    paths += [("members", place) for place in range(len(proposal.members))]
    return {(*PROPOSED, number, *path): where for path in paths}


def check_merging(
    file: ScenarioFile, scenario: Scenario, territory: Territory, faults: Faults
) -> None:
    """What can be wrong with proposals before any task is known.

    Args:
        file: tells where lines stand.
        scenario: with codes for names; an unknown name is empty, and told already.
        territory: regions and provinces.
        faults: told of everything.
    """
    _check_objectives(file, scenario, faults)
    _check_pairs(file, scenario, territory, faults)
    seen: dict[tuple[str, str], int] = {}
    for number, proposal in enumerate(scenario.merging.proposed):
        at: Keys = (*PROPOSED, number)
        codes = dict.fromkeys((proposal.host, *proposal.members))
        written = file.scenario.merging.proposed[number].members
        if not proposal.host or len(proposal.members) < len(written):
            continue  # a name that means nothing was told already
        if len(codes) == 1:
            what = f"{territory.name(proposal.host)} alone is no merge"
            faults.add("nobody-joins", file.place(*at), what, "Name a member besides the host.")
        for code in codes:
            first = seen.setdefault((proposal.kind, code), number)
            if first != number:
                faults.add(
                    "proposed-twice",
                    file.place(*at),
                    f"{territory.name(code)} stands in another proposal for {proposal.kind} places "
                    f"too ({file.place(*PROPOSED, first)})",
                    "A task is realised in one place: keep one of the two, or make one of them.",
                )
        _check_area(file, scenario, territory, number, faults)
        _check_forbidden(file, scenario, territory, number, faults)


def _check_objectives(file: ScenarioFile, scenario: Scenario, faults: Faults) -> None:
    objectives = scenario.merging.objectives
    for number, name in enumerate(objectives):
        if name in objectives[:number]:
            where = file.place("merging", "objectives", number)
            faults.add("named-twice", where, f"{name} stands here twice", "Once is enough.")


def _check_pairs(
    file: ScenarioFile, scenario: Scenario, territory: Territory, faults: Faults
) -> None:
    for number, pair in enumerate(scenario.merging.forbidden):
        if len(set(pair)) == 1 and pair[0]:
            where = file.place("merging", "forbidden", number)
            what = f"{territory.name(pair[0])} cannot be kept from itself"
            faults.add("not-a-pair", where, what, "Name two municipalities.")


def _check_area(
    file: ScenarioFile, scenario: Scenario, territory: Territory, number: int, faults: Faults
) -> None:
    """Host and members lie in one region or province, where merges stay within it."""
    proposal, within = scenario.merging.proposed[number], scenario.merging.within
    if within == "any":
        return
    host = territory.municipalities[proposal.host]
    for place, code in enumerate(proposal.members):
        member = territory.municipalities[code]
        here, there = getattr(host, within), getattr(member, within)
        if here != there:
            faults.add(
                "other-region",
                file.place(*PROPOSED, number, "members", place),
                f"{host.name}, the host, lies in {territory.name(here)} and {member.name} in "
                f"{territory.name(there)}",
                f"Merge within one {within}, or write merging.within: any.",
            )


def _check_forbidden(
    file: ScenarioFile, scenario: Scenario, territory: Territory, number: int, faults: Faults
) -> None:
    proposal = scenario.merging.proposed[number]
    codes = {proposal.host, *proposal.members}
    for place, pair in enumerate(scenario.merging.forbidden):
        if set(pair) <= codes and len(set(pair)) > 1:
            names = " and ".join(territory.name(code) for code in pair)
            faults.add(
                "forbidden-and-proposed",
                file.place(*PROPOSED, number),
                f"{names} are proposed together and forbidden "
                f"({file.place('merging', 'forbidden', place)})",
                "Take one of the two lines out.",
            )
