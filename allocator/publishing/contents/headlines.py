# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader sees first: the numbers in short, and what must not be overlooked."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import tie_in_words
from allocator.publishing.contents.view import View
from allocator.publishing.document import Attention, Block, Fact, Facts, Paragraph, Section
from allocator.reporting.proof import WHY_UNPROVEN
from allocator.reporting.sheets import STAGES
from models.division import TieResult
from models.places import KINDS, Places, total_of
from models.problem import Notice

# Which notices are told under which heading; every other one is good to know.
ESTIMATES = (
    "share-estimated",
    "report-estimated",
    "task-estimated",
    "amv-task-estimated",
    "pooled-offer-split",
    "offer-split",
)
OPEN = ("condition-open", "giver-outside")
NOT_MET = ("condition-not-met",)


def headlines(view: View) -> Section:
    """The task, what counts, the rest, and how sure the outcome is."""
    blocks: list[Block] = [Paragraph(_about(view)), Facts(tuple(_facts(view)))]
    return Section(view.say("In short"), tuple(blocks), anchor="in-short")


def _about(view: View) -> str:
    if not view.divided:
        return view.say(
            "No division of this scenario meets every rule, or none was found: there is no "
            "proposal here, but why not, and what would make one possible. Every total includes "
            "the amv places, for unaccompanied minors."
        )
    said = view.say(
        "This is a proposal that was computed from a scenario. It is no decision: the minister "
        "decides, and provincial tables propose. Shares, rests and decisions can be redone from "
        "what stands here. Every total includes the amv places, for unaccompanied minors."
    )
    if view.result.status != "optimal":
        return said
    proven = view.say("That no choice and no plan of merged tasks is better, the program proved.")
    return f"{said} {proven}"


def _facts(view: View) -> Iterator[Fact]:
    yield _fact(view, view.say("Task"), view.sum_of("task"))
    yield _fact(view, view.say("Counted"), view.sum_of("counted"))
    unlocated = view.sum_of("unlocated")
    if unlocated:
        yield _fact(view, view.say("Counted without a municipality"), unlocated)
    yield _fact(view, view.say("Rest to divide"), view.sum_of("rest"))
    surplus = view.sum_of("surplus")
    if surplus:
        yield _fact(view, view.say("Counted above the task"), surplus)
    unknown = [one for one in view.provinces if not one.known]
    if unknown:
        task = total_of(one.task for one in unknown)
        names = view.language.listed([one.name for one in unknown])
        note = view.say("of the task, in no other sum: {names}", names=names)
        yield Fact(view.say("Not known what counts"), view.language.number(task.total), note)
    over = sum(one.over_task for one in view.provinces)
    if over:
        yield Fact(view.say("Above the task, amv"), view.language.number(over))
    if view.divided:
        yield _with_rest(view)
        yield _merges(view)
    whole = view.say("of the whole run: {checks}", checks=_checks(view))
    yield Fact(view.say("Outcome"), _status(view), whole if view.is_part else _checks(view))


def _fact(view: View, label: str, places: Places) -> Fact:
    note = view.say("of which {amv} amv", amv=places.amv)
    return Fact(label, view.language.number(places.total), note)


def _with_rest(view: View) -> Fact:
    number = sum(bool(one.rest) for one in view.municipalities)
    of = view.say("of {number} municipalities", number=len(view.municipalities))
    return Fact(view.say("Municipalities with a rest"), view.language.number(number), of)


def _merges(view: View) -> Fact:
    numbers = {kind: sum(one.kind == kind for one in view.merges) for kind in KINDS}
    note = view.say("{regular} regular, {amv} amv", **numbers)
    return Fact(view.say("Sites with merged tasks"), view.language.number(len(view.merges)), note)


def _status(view: View) -> str:
    words = {
        "optimal": view.say("proven"),
        "feasible": view.say("not proven"),
        "infeasible": view.say("not possible"),
        "unknown": view.say("not found"),
    }
    return words[view.result.status]


def _checks(view: View) -> str:
    verdict = view.result.verification
    return view.say(
        "{checks} checks, {failures} failures",
        checks=verdict.checks,
        failures=len(verdict.failures),
    )


def attention(view: View) -> Section:
    """Why there is no division, what is not proven, lots, estimates, conditions, and the rest."""
    found = (
        (view.say("What this file is worth"), tuple(map(view.repeat, view.notes))),
        (view.say("No division meets every rule"), tuple(map(view.repeat, view.result.reasons))),
        (view.say("Not proven"), _notices(view, WHY_UNPROVEN)),
        (view.say("Equal claims"), _ties(view)),
        (view.say("Estimates"), _notices(view, ESTIMATES)),
        (view.say("Open conditions"), _notices(view, OPEN)),
        (view.say("Conditions that are not met"), _notices(view, NOT_MET)),
        (view.say("Good to know"), tuple(_others(view))),
    )
    blocks = tuple(Attention(heading, items) for heading, items in found if items)
    return Section(view.say("Mind this"), blocks, anchor="attention")


def _ties(view: View) -> tuple[str, ...]:
    """Who ties, for what: an emergency place is no place of a decision."""
    return tuple(
        f"{_stage(view, one)}: {view.repeat(tie_in_words(view.reading, one))}" for one in view.ties
    )


def _stage(view: View, tie: TieResult) -> str:
    area = view.reading.name(tie.area)
    said = view.say(STAGES[tie.stage])
    return f"{said[:1].upper()}{said[1:]} ({area}, {view.kind(tie.kind)})"


def _notices(view: View, codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(view.repeat(one.message) for one in _told(view) if one.code in codes)


def _others(view: View) -> Iterator[str]:
    for one in _told(view):
        if one.code not in (*WHY_UNPROVEN, *ESTIMATES, *OPEN, *NOT_MET):
            yield view.repeat(one.message)


def _told(view: View) -> tuple[Notice, ...]:
    return tuple(one for one in view.result.warnings if view.concerns(one.message))
