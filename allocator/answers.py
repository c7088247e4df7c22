# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of a run afterwards: why, why not, and how else its tasks could be merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from allocator.clock import Clock
from allocator.explanation import compare, read_question, subject_of, with_distribution
from allocator.explanation import explain as derive
from allocator.interruption import heeding_interrupts
from allocator.loading import is_saved_run, load_run, reference
from allocator.merging import consult, plan_record
from allocator.pipeline import Progress, divide, divided, given, in_silence, weighed
from allocator.receipt import refuse_unfinished_draw, that_holds
from allocator.saved import problem_again
from allocator.verification import OF_A_PLAN
from models.explanation import Explanation
from models.fault import Faults, Place
from models.merge_answer import MergeAnswer
from models.scenario import Scenario


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
        known = (
            weighed(problem_again(result.scenario, result.manifest.inputs, folder))
            if why_not
            else None
        )
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
        national_total=result.national_total,
        status=result.status,
        verified=checks,
        plan=plan_record(found.plan),
        **dict(found.consulted),
    )


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
