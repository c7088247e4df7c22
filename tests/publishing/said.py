# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that the program says of a run, in English, with where it says it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import allocator
from allocator.explanation import explain
from allocator.explanation.reading import Reading, tie_in_words
from models.explanation import Explanation
from models.result import Infeasibility, RunResult

Said = Iterator[tuple[str, str]]
"""Where, and the sentence."""


@cache
def packaged(name: str) -> RunResult:
    """The run of a packaged scenario, made once."""
    return allocator.run(name).result


def of_run(result: RunResult) -> Said:
    """What a saved run says of itself: title, key, reasons, notices, ties and conditions."""
    yield "title", result.scenario.title
    yield "key", result.key.says
    yield "key", result.key.source
    yield "lots", result.manifest.lots_from
    yield "status", result.status
    yield from (("warning", one.message) for one in result.warnings)
    yield from (("reason", one) for one in result.reasons)
    yield from (("tie", tie_in_words(Reading(result), one)) for one in result.ties)
    yield from (("note", one.note) for one in (*result.unlocated_offers, *result.reports))
    yield from (("objective", one.name) for one in result.objectives)
    for offer in (*result.offers, *result.pooled_offers):
        yield "offer", offer.reason
    for exchange in result.exchanges:
        yield "exchange", exchange.reason
        yield from (("condition", one.text) for one in exchange.conditions)
    for one in result.municipalities:
        yield "eligible", one.eligible_because.regular
        yield "eligible", one.eligible_because.amv
        yield "share", one.share_status
    for left in result.undersized:
        yield "undersized", left.reason
        yield from (("nearest", host.why) for host in left.nearest)
    yield from of_infeasible(result.infeasibility)


def of_infeasible(why: Infeasibility | None) -> Said:
    """Shortages, contradictions and repairs."""
    if why is not None:
        yield from (("shortage", one.says) for one in why.shortages)
        yield from (("contradiction", one) for one in why.contradictions)
        yield from (("repair", move.says) for one in why.repairs for move in one.moves)


def of_explanation(explained: Explanation) -> Said:
    """Every heading, line, sum, source and citation."""
    yield "title", explained.title
    for chapter in explained.chapters:
        yield "heading", chapter.heading
        for line in chapter.lines:
            yield "says", line.says
            yield "arithmetic", line.arithmetic
            yield from (("source", one) for one in line.sources)
            yield from (("row", one) for one in line.rows)
    yield from (("citation", one) for one in explained.citations.values())
    for answer in explained.why_not:
        yield "question", answer.says
        yield from (("tie", one) for one in answer.ties)
        yield from (("reason", one) for one in answer.reasons)
        yield from (("cost", one.name) for one in answer.costs)
        yield from of_infeasible(answer.infeasibility)


def everything(result: RunResult, every: int = 1) -> Said:
    """Of a run, and of the explanations of it, of its provinces, and of each n-th municipality."""
    yield from of_run(result)
    codes = [one.code for one in result.municipalities][::every]
    for code in (None, *(one.code for one in result.provinces), *codes):
        yield from of_explanation(explain(result, code))
