# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The receipt of a run: what a saved one is worth, whether a repeated one is the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from allocator.verification import verify
from models.fault import Fault, InputError, Place
from models.receipt import Difference, Receipt, Repetition
from models.result import RunResult, Verdict
from models.scenario import Scenario

PROGRAMS = ("allocator", "ortools", "python")
SHOWN_LETTERS = 60
WHY = {
    "altered": "The saved run fails its own verification: the file was altered.",
    "different": "The saved run holds, and yet the answer is another: some words in the file were "
    "altered, or this is a defect of the program (please report it).",
    "unproven": "The saved run was not proven: it depends on how far the solver came in its time.",
}


def receipt_of(result: RunResult, verdict: Verdict) -> Receipt:
    """What a saved run is worth, once it was checked again."""
    recorded, notes = result.verification, []
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
    return Receipt(
        scenario=result.scenario.name,
        title=result.scenario.title,
        status=result.status,
        verdict=verdict,
        recorded=recorded,
        notes=tuple(notes),
    )


def compared(before: RunResult, after: RunResult, *, holds: bool) -> Repetition:
    """Every difference between a saved run and its repetition, but for times and versions.

    Args:
        before: the saved run.
        after: its repetition.
        holds: whether the saved run passes its verification.
    """
    differences = tuple(_differences(_comparable(before), _comparable(after), ""))
    notes = [
        f"{program}: {getattr(before.manifest, program)} then, "
        f"{getattr(after.manifest, program)} now."
        for program in PROGRAMS
        if getattr(before.manifest, program) != getattr(after.manifest, program)
    ]
    outcome = _outcome(before, holds) if differences else "same"
    if outcome in WHY:
        notes.append(WHY[outcome])
    return Repetition(
        scenario=before.scenario.name,
        title=before.scenario.title,
        status=after.status,
        outcome=outcome,
        differences=differences,
        notes=tuple(notes),
    )


def _outcome(before: RunResult, holds: bool) -> Literal["altered", "unproven", "different"]:
    if not holds:
        return "altered"
    return "unproven" if before.status in ("feasible", "unknown") else "different"


def _comparable(result: RunResult) -> dict[str, Any]:
    """A result without what may differ from one machine or moment to another."""
    value = result.to_json()
    for name in (*PROGRAMS, "seconds"):
        value["manifest"].pop(name)
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
    drawn = Scenario.model_validate(result.scenario.settings).distribution.lots
    if not drawn:
        return
    names = {one.code: one.name for one in result.municipalities}
    where = Place(result.manifest.lots_from.removeprefix("drawn: "))
    faults = []
    for tie in result.ties:
        absent = [code for code in tie.order if code not in drawn]
        if absent and tie.stage != "task":  # provinces draw no lots
            tied = ", ".join(names[code] for code in tie.order)
            what = (
                f"{tied} tie for {tie.places} place{'s' * (tie.places != 1)}, and "
                f"{', '.join(names[code] for code in absent)} drew no lot"
            )
            faults.append(Fault("unfinished-draw", what, where, "Draw among all who tie."))
    if faults:
        raise InputError(faults)
