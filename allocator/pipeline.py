# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stages in order: from a scenario to a verified run, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from allocator import explanation, reporting
from allocator.assembly import assemble
from allocator.counting import count
from allocator.distribution import distribute
from allocator.explanation import subject_of
from allocator.keys import KEYS, shares
from allocator.loading import (
    load,
    load_scenario,
    packaged_names,
    reference,
    told_at_overrides,
)
from allocator.reporting import Page, Sheet
from allocator.run_record import Run
from allocator.verification import verify as check
from models.counted import Counted
from models.explanation import Explanation
from models.fault import Defect, Place
from models.problem import Problem
from models.result import Verdict
from models.scenario import Scenario
from models.share import Shares


def run(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    progress: Callable[[str], None] = lambda message: None,
) -> Run:
    """Divide the task of a scenario over its municipalities, and verify the answer.

    Args:
        scenario: a packaged name (`overijssel-2024`), a path, or a `Scenario` made in Python.
        overrides: lines that replace lines of the scenario, as `path=value`.
        progress: told what is at hand, for work that takes long.

    Returns:
        The run: `.municipalities` is a pandas DataFrame, `.result` everything.

    Raises:
        InputError: if the input is wrong, with every fault that was found.
        Defect: if the answer does not pass its own verification.
    """
    clock = _Clock()
    problem, indicative, counted = _read(scenario, overrides, clock)
    with clock("distribution"):
        distributed = distribute(problem, indicative, counted, progress)
    with clock("verification"):
        draft = assemble(problem, indicative, counted, distributed)
        verdict = check(draft)
    if not verdict.ok:
        failures = [f"{one.check}: {one.message}" for one in verdict.failures]
        raise Defect("the answer fails its own verification", failures)
    return Run(draft.finished(verdict, clock.seconds))


def explain(
    scenario: str | Path | Scenario,
    subject: str | None = None,
    overrides: Sequence[str] = (),
    progress: Callable[[str], None] = lambda message: None,
) -> Explanation:
    """Say why the numbers of a municipality or a province are what they are.

    Args:
        scenario: as for `run`.
        subject: a municipality or province by name, alias or code; None is the whole scenario.
        overrides: as for `run`.
        progress: as for `run`.

    Raises:
        InputError: if the input is wrong, or if the scenario has no such subject.
        Defect: as for `run`.
    """
    result = run(scenario, overrides, progress).result
    where = Place("MUNICIPALITY")
    code = subject and subject_of(result, reference().territory, subject, where)
    return explanation.explain(result, code)


def understand(scenario: str | Path | Scenario, overrides: Sequence[str] = ()) -> list[Page]:
    """Read a scenario with all its inputs, solve nothing, and say what was understood.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.

    Raises:
        InputError: if the input is wrong, with every fault that was found.
    """
    problem, indicative, counted = _read(scenario, overrides, _Clock())
    says = KEYS[problem.scenario.key.name].says
    return reporting.understanding_pages(problem, indicative, counted, says)


def _read(
    scenario: str | Path | Scenario, overrides: Sequence[str], clock: _Clock
) -> tuple[Problem, Shares, Counted]:
    """The stages that can find the input wrong."""
    with told_at_overrides(overrides, lambda fewer: _stages(scenario, fewer, _Clock())):
        return _stages(scenario, overrides, clock)


def _stages(
    scenario: str | Path | Scenario, overrides: Sequence[str], clock: _Clock
) -> tuple[Problem, Shares, Counted]:
    with clock("loading"):
        problem = load(scenario, overrides)
    with clock("keys"):
        indicative = shares(problem)
    with clock("counting"):
        counted = count(problem, indicative)
    return problem, indicative, counted


def packaged() -> list[Page]:
    """The packaged scenarios: name, raming and title."""
    found = ((name, load_scenario(name).scenario) for name in packaged_names())
    rows = tuple((name, scenario.raming, scenario.title) for name, scenario in found)
    return [Page("Packaged scenarios", sheet=Sheet(("name", "raming", "title"), rows))]


def scenario_schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file, with the keys that are registered."""
    return reporting.scenario_schema(KEYS)


def verify(run: Run) -> Verdict:
    """Check every rule on a run once more, from its own content and without a solver."""
    return check(run.result)


class _Clock:
    """Times the stages, for the manifest."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = perf_counter()
        yield
        self.seconds[stage] = round(perf_counter() - began, 3)
