# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of a run afterwards: why, why not, does it hold, is it the same again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from allocator.counting.exchanges import weigh_exchanges
from allocator.explanation import compare, read_question, subject_of, with_distribution
from allocator.explanation import explain as derive
from allocator.interruption import heeding_interrupts
from allocator.keys import shares
from allocator.loading import (
    is_saved_run,
    load,
    load_again,
    load_run,
    reference,
    told_at_overrides,
)
from allocator.merging import consult, plan_record
from allocator.pipeline import Clock, Progress, divide, divided, given, in_silence, weighed
from allocator.receipt import compared, receipt_of, refuse_unfinished_draw, that_holds
from allocator.timing import horizon_of, look_ahead
from allocator.verification import OF_A_PLAN
from allocator.verification import verify as verify_result
from allocator.verification.timeline import verify_timeline
from models.explanation import Explanation
from models.fault import Defect, Faults, InputError, Place
from models.merge_answer import MergeAnswer
from models.problem import Problem
from models.receipt import Receipt, Repetition
from models.result import RunResult
from models.scenario import Scenario
from models.timeline import TimelineAnswer


def explain(
    scenario: str | Path | Scenario,
    subject: str | None = None,
    overrides: Sequence[str] = (),
    why_not: Sequence[str] = (),
    progress: Progress = in_silence,
    lots: Path | None = None,
    inputs: Path | None = None,
) -> Explanation:
    """Say why the numbers of a municipality or a province are what they are.

    Args:
        scenario: as for `run`, or a saved run (`run.json`), which is explained without solving.
        subject: a municipality or province by name, alias or code; None is the whole scenario.
        overrides: as for `run`.
        why_not: questions such as `Borne=0`: what would that cost?
        progress: as for `run`.
        lots: as for `run`.
        inputs: for a question about a saved run: where its input files lie.

    Raises:
        InputError: if the input is wrong, or if the scenario has no such subject.
        Defect: as for `run`.
    """
    territory = reference().territory
    known, result = None, None
    if is_saved_run(scenario):
        _refuse_settings_of_a_saved_run(overrides, lots)
        result = that_holds(load_run(str(scenario)), str(scenario))
        folder = inputs or Path(str(scenario)).parent
        known = weighed(_reopened(result, folder)) if why_not else None
    else:
        known = given(scenario, overrides, lots)
    # Ctrl-C stops all of the searches, not only the one at hand.
    with heeding_interrupts():
        if result is None:
            assert known is not None
            result = divide(known, progress).result
            refuse_unfinished_draw(result)
        where = Place("MUNICIPALITY")
        code = None if subject is None else subject_of(result, territory, subject, where)
        answers = []
        for asked in why_not:
            assert known is not None
            question = read_question(asked, result, territory, known.problem.scenario)
            progress(f"asking: {question.says}")
            changed = replace(known, problem=with_distribution(known.problem, question))
            answers.append(compare(question, result, divide(changed, progress).result))
        return derive(result, code, answers)


def merge(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    proposals: Sequence[str] = (),
    alternatives: int = 0,
    progress: Progress = in_silence,
    lots: Path | None = None,
    *,
    trade_off: bool = False,
) -> MergeAnswer:
    """Find the best plan of merged tasks, weigh proposals, and look for other plans.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        proposals: beside those of the scenario, as `amv:Almelo=Borne,Tubbergen`.
        alternatives: how many of the next best plans.
        progress: as for `run`.
        lots: as for `run`.
        trade_off: whether to look for every undominated combination of moved tasks, sites and km.

    Raises:
        InputError: if the input is wrong.
        Defect: as for `run`.
    """
    known = given(scenario, overrides, lots, proposals=proposals)
    with heeding_interrupts() as stopped:
        done = divided(known, progress, stopped, Clock())
        found = consult(
            known.problem,
            known.shares,
            known.counted,
            done.distributed.rest,
            alternatives,
            trade_off,
            progress,
            stopped,
        )
    result = done.merged(found.plan)
    refuse_unfinished_draw(result)
    checks = result.verification.checks
    # Nothing is told of a plan that was not checked; the division under it was, just above.
    others = (done.merged(other, OF_A_PLAN) for other in found.others)
    checks += sum(other.verification.checks for other in others)
    return MergeAnswer(
        scenario=result.scenario.name,
        title=result.scenario.title,
        sha256=result.scenario.sha256,
        raming=result.raming,
        status=result.status,
        verified=checks,
        plan=plan_record(found.plan),
        **dict(found.consulted),
    )


def timeline(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    first: date | str | None = None,
    months: int | None = None,
    on: date | str | None = None,
) -> TimelineAnswer:
    """Tell what is available through time against the task, and what ends when.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        first: a day in the first month; None is the first of the cycle.
        months: how many; None is until five years after the cycle.
        on: one day instead of months.

    Raises:
        InputError: if the input is wrong, or if the days make no sense.
        Defect: if the answer does not pass its own verification.
    """

    def draft(overrides: Sequence[str]) -> TimelineAnswer:
        problem = load(scenario, overrides)
        days = horizon_of(problem, first, months, on)
        return look_ahead(problem, shares(problem), weigh_exchanges(problem), days)

    with told_at_overrides(overrides, draft):
        answer = draft(overrides)
        verdict = verify_timeline(answer)
        if not verdict.ok:
            failures = [f"{one.check}: {one.message}" for one in verdict.failures]
            raise Defect("the answer fails its own verification", failures)
        return answer.model_copy(update={"verified": verdict.checks})


def verify_saved(path: str | Path) -> Receipt:
    """Check a saved run from its own content, and say whether its record is what it says.

    Raises:
        InputError: if the file is no run.
    """
    result = load_run(path)
    return receipt_of(result, verify_result(result))


def rerun(
    path: str | Path, inputs: Path | None = None, progress: Progress = in_silence
) -> Repetition:
    """Solve a saved run again, from its recorded settings and the same input files.

    Args:
        path: the saved run.
        inputs: where its own input files lie; by default beside the saved run.
        progress: as for `run`.

    Raises:
        InputError: if the file is no run, or if an input file is missing or has changed since.
        Defect: as for `run`.
    """
    before = load_run(path)
    folder = inputs or Path(path).parent
    confirm = bool(before.manifest.confirmations)
    after = divide(weighed(_reopened(before, folder)), progress, confirm=confirm).result
    return compared(before, after, holds=verify_result(before).ok)


def _reopened(result: RunResult, folder: Path) -> Problem:
    """The problem of a saved run; a file that is not found is said with where it was looked for.

    Raises:
        InputError: if an input file is missing or has changed since.
    """
    try:
        return load_again(result, folder)
    except InputError as error:
        raise InputError(
            replace(
                fault,
                why=f"It was looked for in the folder {folder.as_posix()!r}",
                remedy="Name the folder with the run's own files: --inputs FOLDER.",
            )
            if fault.code == "no-such-file"
            else fault
            for fault in error.faults
        ) from error


def _refuse_settings_of_a_saved_run(overrides: Sequence[str], lots: Path | None) -> None:
    """A saved run is explained as it is.

    Raises:
        InputError: if settings are given with it.
    """
    faults = Faults()
    for option in [*(f"--set {one}" for one in overrides), *(["--lots"] if lots else [])]:
        faults.add(
            "settled-already",
            Place(option),
            "a saved run is explained with the settings that it has",
            "Explain the scenario instead, or ask with --why-not.",
        )
    faults.raise_if_any()
