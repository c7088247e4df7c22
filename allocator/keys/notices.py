# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader has to know first: how the tasks come about, and what else they could be."""

from __future__ import annotations

from collections.abc import Iterator

from models.places import Places
from models.problem import Notice, Problem, PublishedShare
from models.raming import PublishedTask, SharedNeed
from models.share import Shares

BY_KEY = "task.follows=key"
"""The setting that asks for the law's way."""
FIRST = ("tasks-by-key", "task-stays", "law-not-known")
"""The notices without which no number of a run can be read right."""


def notices_of_tasks(problem: Problem, shares: Shares) -> Iterator[Notice]:
    """How the tasks come about, where that is not by the raming alone.

    Args:
        problem: the settings and data, with its tasks.
        shares: what the key gives.
    """
    if problem.follows == "key":
        yield _by_key(problem, shares)
    elif problem.told_by_key:
        yield from _stays(problem, shares)
    if shares.need is not None:
        yield from _estimated_need(problem, shares.need)
    yield from _other_than_published(problem)
    yield from _other_numbers(problem)


def _by_key(problem: Problem, shares: Shares) -> Notice:
    if shares.need is None:
        message = (
            "the tasks follow the indicative numbers: that of a province is the sum of its "
            "municipalities' (art. 2.1(2) of the Decree)"
        )
        return Notice(code="tasks-by-key", message=message)
    need = shares.need.need
    message = (
        f"the tasks follow the key: each municipality has the national need, {need.total:,} places "
        f"of which {need.amv:,} amv, x its weight / the weights of all "
        f"{shares.need.municipalities}, rounded by itself (art. 2.1(3) and art. 2.2(1) of the "
        "Decree), and a province the sum of its municipalities (art. 2.1(2)); all numbers of the "
        f"country add up to {_places(shares.need.numbers)}, which is left so"
    )
    return Notice(code="tasks-by-key", message=message)


def _stays(problem: Problem, shares: Shares) -> Iterator[Notice]:
    """One province with another key keeps its task, which is not the law's way."""
    if shares.need is None:
        message = (
            f"the task stays that of the raming although the key is {problem.scenario.key.name}: "
            "what it would be by the letter of the law is not known, as the key does not weigh "
            "every municipality of the country"
        )
        yield Notice(code="law-not-known", message=message)
        return
    for code, places in shares.by_key.items():
        task = problem.tasks[code].places
        message = (
            f"the task of {problem.territory.name(code)} stays that of the raming, "
            f"{_places(task)}; by the letter of the law (art. 2.1(2) of the Decree) this key and "
            f"need would give it {_places(places)}: {BY_KEY} asks for that"
        )
        yield Notice(code="task-stays", message=message)


def _estimated_need(problem: Problem, shared: SharedNeed) -> Iterator[Notice]:
    need, part = shared.need, shared.need.amv_estimated
    if part is not None:
        message = (
            f"the national amv need is an estimate, {need.total:,} x {part.part:,} / "
            f"{part.whole:,} = {need.amv:,} to the nearest whole place: for a need of "
            f"{need.total:,} places in raming {problem.scenario.raming} none is published"
        )
        yield Notice(code="amv-need-estimated", message=message)


def _other_than_published(problem: Problem) -> Iterator[Notice]:
    """Tasks beside those that the raming publishes: said, never repaired."""
    for code, task in problem.tasks.items():
        published = problem.published.get(code)
        if published is not None and problem.asks_for_other_task(code):
            name = problem.territory.name(code)
            message = (
                f"{name}: the task here is {_places(task.places)}, published is "
                f"{_figures(published)} ({published.row})"
            )
            yield Notice(code="published-task-differs", message=message)


def _other_numbers(problem: Problem) -> Iterator[Notice]:
    """Indicative numbers of the scenario's own table that contradict published ones."""
    for code, (own, published) in problem.contradicted.items():
        if code in problem.codes:
            message = (
                f"{problem.territory.name(code)}: the indicative number is {_figures(own)} in "
                f"{own.row}, published is {_figures(published)} ({published.row})"
            )
            yield Notice(code="published-number-differs", message=message)


def _places(places: Places) -> str:
    return f"{places.total:,} places of which {places.amv:,} amv"


def _figures(task: PublishedTask | PublishedShare) -> str:
    amv = "" if task.amv is None else f" of which {task.amv:,} amv"
    return f"{task.total:,} places{amv}"
