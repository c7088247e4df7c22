# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The receipt of a result: what a saved one is worth, whether a repeated one is the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from allocator.verification import verify
from models.fault import Fault, InputError, Place
from models.receipt import Difference, Receipt, Repetition
from models.result import Manifest, RunResult, Verdict
from models.scenario import Scenario
from models.timeline import TimelineAnswer, TimelineManifest

PROGRAMS = ("allocator", "ortools", "python")
SHOWN_LETTERS = 60
Outcome = Literal["same", "altered", "unproven", "different"]
WHY = {
    "altered": "What was saved fails its own verification: the file was altered.",
    "different": "What was saved holds, and yet the answer is another: some words in the file were "
    "altered, or this is a defect of the program (please report it).",
    "unproven": "The saved run was not proven: it depends on how far the solver came in its time.",
}


def receipt_of(result: RunResult, verdict: Verdict) -> Receipt:
    """What a saved run is worth, once it was checked again."""
    return Receipt(
        scenario=result.scenario.name,
        title=result.scenario.title,
        status=result.status,
        verdict=verdict,
        recorded=result.verification,
        notes=_notes(result.verification, verdict),
    )


def receipt_of_timeline(answer: TimelineAnswer, verdict: Verdict) -> Receipt:
    """What a saved timeline is worth, once it was checked again: none leaves unless it holds."""
    recorded = Verdict(ok=True, checks=answer.verified, failures=())
    return Receipt(
        scenario=answer.scenario,
        title=answer.title,
        status="computed",
        verdict=verdict,
        recorded=recorded,
        notes=_notes(recorded, verdict),
    )


def _notes(recorded: Verdict, verdict: Verdict) -> tuple[str, ...]:
    """Where the file says something else of its verification than is found now."""
    notes = []
    if recorded.ok != verdict.ok:
        notes.append(
            f"The file says that its verification {'held' if recorded.ok else 'failed'}; "
            f"now it {'holds' if verdict.ok else 'fails'}."
        )
    if recorded.checks != verdict.checks:
        notes.append(
            f"The file tells of {recorded.checks:,} checks, now there are {verdict.checks:,}: it "
            "was changed, or made by another version."
        )
    return tuple(notes)


def compared(before: RunResult, after: RunResult, *, holds: bool) -> Repetition:
    """Every difference between a saved run and its repetition, but for times and versions.

    Args:
        before: the saved run.
        after: its repetition.
        holds: whether the saved run passes its verification.
    """
    then, now = _comparable(before.to_json()), _comparable(after.to_json())
    differences = tuple(_differences(then, now, ""))
    proven = before.status not in ("feasible", "unknown")
    outcome = _outcome(differences, holds=holds, proven=proven)
    return Repetition(
        scenario=before.scenario.name,
        title=before.scenario.title,
        status=after.status,
        outcome=outcome,
        differences=differences,
        notes=(*_versions(before.manifest, after.manifest), *_why(outcome)),
    )


def timelines_compared(before: TimelineAnswer, after: TimelineAnswer, *, holds: bool) -> Repetition:
    """Every difference between a saved timeline and its repetition, but for versions.

    Args:
        before: the saved timeline.
        after: its repetition.
        holds: whether the saved timeline passes its verification.
    """
    then, now = (_comparable(one.model_dump(mode="json")) for one in (before, after))
    differences = tuple(_differences(then, now, ""))
    outcome = _outcome(differences, holds=holds, proven=True)
    return Repetition(
        scenario=before.scenario,
        title=before.title,
        status="computed",
        outcome=outcome,
        differences=differences,
        notes=(*_versions(before.manifest, after.manifest), *_why(outcome)),
    )


def _versions(
    before: Manifest | TimelineManifest, after: Manifest | TimelineManifest
) -> Iterator[str]:
    """The programs of which the version is another now."""
    for program in PROGRAMS:
        then, now = getattr(before, program, ""), getattr(after, program, "")
        if then != now:
            yield f"{program}: {then} then, {now} now."


def _why(outcome: Outcome) -> tuple[str, ...]:
    return (WHY[outcome],) if outcome in WHY else ()


def _outcome(differences: tuple[Difference, ...], *, holds: bool, proven: bool) -> Outcome:
    if not differences:
        return "same"
    if not holds:
        return "altered"
    return "different" if proven else "unproven"


def _comparable(value: dict[str, Any]) -> dict[str, Any]:
    """A result as JSON without what may differ from one machine or moment to another."""
    for name in (*PROGRAMS, "seconds"):
        value["manifest"].pop(name, None)
    return value


def _differences(before: Any, after: Any, path: str) -> Iterator[Difference]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            yield from _differences(
                before.get(key, "(absent)"), after.get(key, "(absent)"), f"{path}.{key}"
            )
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{path}.{number}")
    elif before != after:
        yield Difference(path=path.removeprefix("."), before=_shown(before), after=_shown(after))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} items"
    text = str(value)
    return text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."


def that_holds(result: RunResult, file: str) -> RunResult:
    """A run that passes its verification now: another one explains nothing and compares to nothing.

    Args:
        result: as it was saved.
        file: where it stands.

    Raises:
        InputError: with what does not hold.
    """
    verdict = verify(result)
    if verdict.ok:
        return result
    first = verdict.failures[0]
    what = f"the saved run does not hold: {len(verdict.failures):,} of its checks fail"
    remedy = "`allocator verify` lists them; run the scenario again."
    why = f"The first is {first.check}: {first.message}"
    raise InputError([Fault("run-does-not-hold", what, Place(file), remedy, why)])


def refuse_unfinished_draw(result: RunResult) -> None:
    """Where lots were drawn, every tie is decided by them and by nothing else.

    Raises:
        InputError: naming who ties and was not drawn.
    """
    settings = Scenario.model_validate(result.scenario.settings)
    municipalities, provinces = settings.distribution.lots, settings.national.lots
    names = {one.code: one.name for one in result.municipalities}
    names |= {one.code: one.name for one in result.provinces}
    faults = []
    for tie in result.ties:
        between = {"task": (), "takeover": provinces, "plan": provinces}
        drawn = between.get(tie.stage, municipalities)
        where = Place(result.order_from(tie).removeprefix("drawn: "))
        absent = [code for code in tie.order if code not in drawn]
        if absent and drawn:
            tied = ", ".join(names[code] for code in tie.order)
            what = (
                f"{tied} tie for {tie.places} place{'s' * (tie.places != 1)}, and "
                f"{', '.join(names[code] for code in absent)} drew no lot"
            )
            faults.append(Fault("unfinished-draw", what, where, "Draw among all who tie."))
    if faults:
        raise InputError(faults)
