# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stages in order: from a scenario to a verified run, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from allocator import reporting
from allocator.assembly import assemble
from allocator.counting import count
from allocator.distribution import confirm as confirm_optima
from allocator.distribution import distribute, rest_to_divide
from allocator.emergency import ask
from allocator.explanation import why_infeasible
from allocator.interruption import heeding_interrupts
from allocator.keys import KEYS, shares
from allocator.loading import load, load_scenario, packaged_names, told_at_overrides
from allocator.merging import merge
from allocator.national import take_over
from allocator.receipt import refuse_unfinished_draw
from allocator.reporting import Page, Sheet
from allocator.run_record import Run
from allocator.verification import CHECKS
from allocator.verification import verify as check
from models.counted import Counted
from models.distributed import Distributed
from models.emergency import Asked
from models.fault import Defect
from models.merged import Merged
from models.problem import Problem
from models.result import Infeasibility, RunResult, Verdict
from models.scenario import Scenario
from models.share import Shares

Progress = Callable[[str], None]
Stopped = Callable[[], bool]


def in_silence(message: str) -> None:
    """Tell nobody."""


def run(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    progress: Progress = in_silence,
    lots: Path | None = None,
    *,
    confirm: bool = False,
) -> Run:
    """Divide the task of a scenario over its municipalities, and verify the answer.

    Ctrl-C stops the search for a better division: the answer is the best found so far, verified,
    with status `feasible`. A second Ctrl-C drops everything.

    Args:
        scenario: a packaged name (`overijssel-2024`), a path, or a `Scenario` made in Python.
        overrides: lines that replace lines of the scenario, as `path=value`.
        progress: told what is at hand, for work that takes long.
        lots: the table of a real draw, with the columns lot and municipality.
        confirm: whether a second solver minimises everything again; what it says stands in
            `.result.manifest.confirmations`.

    Returns:
        The run: `.municipalities` is a pandas DataFrame, `.result` everything.

    Raises:
        InputError: if the input is wrong, with every fault that was found.
        Defect: if the answer does not pass its own verification, or a second solver refutes it.
        KeyboardInterrupt: if Ctrl-C comes before the division begins, or twice.
    """
    clock = Clock()
    done = divide(given(scenario, overrides, lots, clock), progress, clock, confirm=confirm)
    refuse_unfinished_draw(done.result)
    return done


@dataclass(frozen=True, slots=True)
class Given:
    """All that is known before the rest is divided."""

    problem: Problem
    shares: Shares
    counted: Counted


def given(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    lots: Path | None = None,
    clock: Clock | None = None,
    proposals: Sequence[str] = (),
) -> Given:
    """The stages that can find the input wrong.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        lots: as for `run`.
        clock: what times the stages; None begins a new one.
        proposals: merges beside those of the scenario, as `KIND:HOST=MEMBER,MEMBER`.

    Raises:
        InputError: with every fault that was found.
    """

    def stages(overrides: Sequence[str], clock: Clock) -> Given:
        with clock("loading"):
            problem = load(scenario, overrides, lots, proposals)
        return weighed(problem, clock)

    with told_at_overrides(overrides, lambda fewer: stages(fewer, Clock())):
        return stages(overrides, clock or Clock())


def weighed(problem: Problem, clock: Clock | None = None) -> Given:
    """The shares of a problem, what counts in it, and what provinces take over."""
    clock = clock or Clock()
    with clock("keys"):
        indicative = shares(problem)
    with clock("counting"):
        counted = count(problem, indicative)
    with clock("national"):
        return Given(problem, indicative, take_over(problem, counted))


@dataclass(frozen=True, slots=True)
class Divided:
    """The rest divided, before tasks are merged.

    Attributes:
        given: what comes before.
        distributed: the rest of each municipality.
        asked: emergency places.
        why: where it is infeasible, what contradicts what.
    """

    given: Given
    distributed: Distributed
    asked: Asked
    why: Infeasibility | None = None

    def merged(self, merged: Merged, rules: Container[str] = CHECKS) -> RunResult:
        """The result with a plan of merged tasks, which passes its own verification.

        Args:
            merged: the plan.
            rules: the names of the checks.

        Raises:
            Defect: if it does not pass.
        """
        one = self.given
        draft = assemble(
            one.problem,
            one.shares,
            one.counted,
            self.distributed,
            self.asked,
            merged,
            self.why,
        )
        verdict = check(draft, rules)
        if not verdict.ok:
            failures = [f"{one.check}: {one.message}" for one in verdict.failures]
            raise Defect("the answer fails its own verification", failures)
        return draft.model_copy(update={"verification": verdict})


def divided(known: Given, progress: Progress, stopped: Stopped, clock: Clock) -> Divided:
    """Divide the rest; where that is infeasible, find out why.

    Args:
        known: what comes before.
        progress: as for `run`.
        stopped: whether somebody wants to stop.
        clock: what times the stages.
    """
    problem, indicative, counted = known.problem, known.shares, known.counted
    with clock("distribution"):
        distributed = distribute(problem, indicative, counted, progress, stopped)
    why = None
    if distributed.status == "infeasible":
        with clock("explanation"):
            why = why_infeasible(problem, indicative, counted, progress, stopped)
    decisions = {code: counted.places[code] + rest for code, rest in distributed.rest.items()}
    asked = ask(problem, indicative, decisions, counted.unlocated)
    return Divided(known, distributed, asked, why)


def divide(
    known: Given,
    progress: Progress = in_silence,
    clock: Clock | None = None,
    *,
    confirm: bool = False,
) -> Run:
    """Divide the rest, merge the tasks, and verify the answer.

    Args:
        known: what comes before.
        progress: as for `run`.
        clock: what times the stages; None begins a new one.
        confirm: as for `run`.

    Raises:
        Defect: as for `run`.
    """
    clock = clock or Clock()
    problem, indicative, counted = known.problem, known.shares, known.counted
    with heeding_interrupts() as stopped:
        done = divided(known, progress, stopped, clock)
        with clock("merging"):
            merged = merge(problem, indicative, counted, done.distributed.rest, progress, stopped)
        if confirm:
            with clock("confirmation"):
                rest = rest_to_divide(problem, indicative, counted)
                confirmed = confirm_optima(rest, done.distributed, progress, stopped)
                done = replace(done, distributed=confirmed)
        with clock("verification"):
            result = done.merged(merged)
    return Run(result.finished(result.verification, clock.seconds))


def verify(run: Run) -> Verdict:
    """Check every rule on a run once more, from its own content and without a solver."""
    return check(run.result)


def understand(scenario: str | Path | Scenario, overrides: Sequence[str] = ()) -> list[Page]:
    """Read a scenario with all its inputs, solve nothing, and say what was understood.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.

    Raises:
        InputError: if the input is wrong, with every fault that was found.
    """
    known = given(scenario, overrides)
    says = KEYS[known.problem.scenario.key.name].says
    return reporting.understanding_pages(known.problem, known.shares, known.counted, says)


def packaged() -> list[Page]:
    """The packaged scenarios: name, raming and title."""
    found = ((name, load_scenario(name).scenario) for name in packaged_names())
    rows = tuple((name, scenario.raming, scenario.title) for name, scenario in found)
    return [Page("Packaged scenarios", sheet=Sheet(("name", "raming", "title"), rows))]


def scenario_schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file, with the keys that are registered."""
    return reporting.scenario_schema(KEYS)


class Clock:
    """Times the stages, for the manifest."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what happens inside."""
        began = perf_counter()
        yield
        self.seconds[stage] = round(perf_counter() - began, 3)
