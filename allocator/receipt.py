# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The receipt of a saved result: what it is worth when it is checked from its own content."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification import verify
from allocator.versions import installed
from models.fault import Fault, InputError, Place
from models.receipt import Receipt
from models.result import RunResult, Verdict
from models.scenario import Scenario
from models.seal import seal_of
from models.timeline import TimelineAnswer


def receipt_of(result: RunResult, verdict: Verdict) -> Receipt:
    """What a saved run is worth, once it was checked again."""
    altered = tuple(alterations(result, result.verification, verdict))
    return Receipt(
        scenario=result.scenario.name,
        title=result.scenario.title,
        status=result.status,
        verdict=verdict,
        recorded=result.verification,
        holds=verdict.ok and not altered,
        notes=(*altered, *_notes(result, result.verification, verdict)),
    )


def receipt_of_timeline(answer: TimelineAnswer, verdict: Verdict) -> Receipt:
    """What a saved timeline is worth, once it was checked again: none leaves unless it holds."""
    recorded = Verdict(ok=True, checks=answer.verified, failures=())
    altered = tuple(alterations(answer, recorded, verdict))
    return Receipt(
        scenario=answer.scenario,
        title=answer.title,
        status="computed",
        verdict=verdict,
        recorded=recorded,
        holds=verdict.ok and not altered,
        notes=(*altered, *_notes(answer, recorded, verdict)),
    )


def alterations(
    saved: RunResult | TimelineAnswer, recorded: Verdict, verdict: Verdict
) -> Iterator[str]:
    """What gives away that a file was changed after the program wrote it, in sentences.

    Another version may write and check otherwise: of its files neither the seal nor the number of
    checks tells anything.

    Args:
        saved: as it stands in the file.
        recorded: what it says that the checks said when it was made.
        verdict: what they say now.
    """
    if recorded.ok != verdict.ok:
        yield (
            f"The file says that its verification {'held' if recorded.ok else 'failed'}; "
            f"now it {'holds' if verdict.ok else 'fails'}."
        )
    if saved.manifest.allocator != installed("allocator"):
        return
    if recorded.checks != verdict.checks:
        yield (
            f"The file tells of {recorded.checks:,} checks, now there are {verdict.checks:,}: it "
            "was changed."
        )
    seal = saved.manifest.content_sha256
    if seal and seal != seal_of(saved.model_dump(mode="json")):
        yield (
            "What the file says is not what the program wrote: its seal (manifest.content_sha256) "
            "is of other content."
        )


def _notes(saved: RunResult | TimelineAnswer, recorded: Verdict, verdict: Verdict) -> Iterator[str]:
    """Why it cannot be told whether the file was changed."""
    then, now = saved.manifest.allocator, installed("allocator")
    if then != now:
        checks = ""
        if recorded.checks != verdict.checks:
            checks = f" It tells of {recorded.checks:,} checks, now there are {verdict.checks:,}."
        yield (
            f"The file was made by version {then}, this is {now}: whether it was changed since is "
            f"not told by its seal.{checks}"
        )
    elif not saved.manifest.content_sha256:
        yield (
            "The file has no seal (manifest.content_sha256): whether words in it were changed is "
            "not told."
        )


def that_holds(result: RunResult, file: str) -> RunResult:
    """A run that passes its verification now: another one explains nothing and compares to nothing.

    Args:
        result: as it was saved.
        file: where it stands.

    Raises:
        InputError: with what does not hold.
    """
    receipt_that_holds(result, file)
    return result


def receipt_that_holds(result: RunResult, file: str) -> Receipt:
    """The receipt of such a run: its notes say what cannot be told of it.

    Raises:
        InputError: as above.
    """
    verdict = verify(result)
    remedy = "`allocator verify` lists them; run the scenario again."
    if not verdict.ok:
        first = verdict.failures[0]
        what = f"the saved run does not hold: {len(verdict.failures):,} of its checks fail"
        why = f"The first is {first.check}: {first.message}"
    else:
        altered = next(alterations(result, result.verification, verdict), "")
        if not altered:
            return receipt_of(result, verdict)
        what, why = "the saved run was changed after it was written", altered.removesuffix(".")
        remedy = "`allocator rerun` tells what was changed; run the scenario again."
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
