# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stages in order: from a scenario to a verified run, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from allocator.assembly import assemble
from allocator.clock import Clock
from allocator.counting import count
from allocator.distribution import confirm as confirm_optima
from allocator.distribution import distribute, rest_to_divide
from allocator.emergency import ask
from allocator.explanation import why_infeasible
from allocator.grant import grant, refuse_more_paid_than_provided
from allocator.interruption import heeding_interrupts
from allocator.kept import Kept
from allocator.keys import shares, with_tasks
from allocator.loading import Opened, opened, told_at_overrides
from allocator.merging import merge
from allocator.national import take_over
from allocator.receipt import refuse_unfinished_draw
from allocator.run_record import Run
from allocator.verification import CHECKS
from allocator.verification import verify as check
from models.counted import Counted
from models.distributed import Distributed
from models.emergency import Asked
from models.fault import Defect
from models.merged import Merged
from models.problem import InputFile, Problem
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
    with clock("loading"):
        prepared = prepare(scenario, overrides)
    return prepared.run((), progress, lots, clock, confirm=confirm)


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
    """The stages that can find the input wrong, of a scenario that is read for this.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        lots: as for `run`.
        clock: what times the stages; None begins a new one.
        proposals: merges beside those of the scenario, as `KIND:HOST=MEMBER,MEMBER`.

    Raises:
        InputError: with every fault that was found.
    """
    clock = clock or Clock()
    with clock("loading"):
        prepared = prepare(scenario, overrides)
    return prepared.given((), lots, clock, proposals)


def weighed(problem: Problem, clock: Clock | None = None, kept: Kept | None = None) -> Given:
    """The shares of a problem, what counts in it, and what provinces take over.

    Args:
        problem: the settings and data.
        clock: what times the stages; None begins a new one.
        kept: shares of problems before it.
    """
    clock = clock or Clock()
    with clock("keys"):
        indicative = shares(problem, kept)
        problem = with_tasks(problem, indicative)
    with clock("counting"):
        counted = count(problem, indicative)
        refuse_more_paid_than_provided(problem, counted)
    with clock("national"):
        return Given(problem, indicative, take_over(problem, counted))


class Prepared:
    """A scenario that is open: run it as often as you like, each time with other lines.

    What does not change between runs is done once. A file that changes on disk is not read again:
    prepare the scenario anew for that.
    """

    def __init__(self, opened: Opened, overrides: Sequence[str] = ()) -> None:
        """Keep the open scenario, and the overrides that every run of it has."""
        self._opened = opened
        self._overrides = tuple(overrides)
        self._shares = Kept()

    def __getstate__(self) -> dict[str, object]:
        """Without shares: they are kept by identities that hold in this process only."""
        return {**self.__dict__, "_shares": Kept()}

    def given(
        self,
        overrides: Sequence[str] = (),
        lots: Path | None = None,
        clock: Clock | None = None,
        proposals: Sequence[str] = (),
    ) -> Given:
        """The stages that can find the input wrong, as `given` without opening the scenario."""
        everything = (*self._overrides, *overrides)

        def stages(overrides: Sequence[str], clock: Clock) -> Given:
            with clock("loading"):
                problem = self._opened.problem(overrides, lots, proposals)
            return weighed(problem, clock, self._shares)

        with told_at_overrides(everything, lambda fewer: stages(fewer, Clock())):
            return stages(everything, clock or Clock())

    def check(self, overrides: Sequence[str]) -> None:
        """Refuse overrides of lines that are not there, or that do not take such values.

        Raises:
            InputError: with all that is wrong with them by themselves.
        """
        self._opened.check((*self._overrides, *overrides))

    def files(self, overrides: Sequence[str] = ()) -> tuple[InputFile, ...]:
        """The files that lines name, as they are now, whether a run would read them or not.

        Raises:
            InputError: if one of them is not there or cannot be read.
        """
        return self._opened.files((*self._overrides, *overrides))

    def run(
        self,
        overrides: Sequence[str] = (),
        progress: Progress = in_silence,
        lots: Path | None = None,
        clock: Clock | None = None,
        *,
        confirm: bool = False,
    ) -> Run:
        """Run the scenario with more overrides: the same as `run` with all of them.

        Args:
            overrides: after those that it was prepared with.
            progress: as for `run`.
            lots: as for `run`.
            clock: what times the stages; None begins a new one.
            confirm: as for `run`.
        """
        clock = clock or Clock()
        done = divide(self.given(overrides, lots, clock), progress, clock, confirm=confirm)
        refuse_unfinished_draw(done.result)
        return done


def prepare(
    scenario: str | Path | Scenario, overrides: Sequence[str] = (), home: Path | None = None
) -> Prepared:
    """Open a scenario for many runs.

    Args:
        scenario: as for `run`.
        overrides: those that every run of it has; what is wrong with them is said by the runs.
        home: the folder of files that overrides name; None is the current one.

    Raises:
        InputError: if the scenario cannot be read.
    """
    return Prepared(opened(scenario, home), overrides)


def verify(run: Run) -> Verdict:
    """Check every rule on a run once more, from its own content and without a solver."""
    return check(run.result)


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
            grant(one.problem, one.counted, self.distributed, merged),
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
