# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of an explanation: a derivation, and what other numbers would cost."""

from __future__ import annotations

from allocator.reporting.pages import Page, Step
from models.explanation import Explanation, Line


def explanation_pages(explanation: Explanation) -> list[Page]:
    """The chapters of an explanation, in the order of the derivation."""
    title = explanation.title or explanation.scenario
    heading = explanation.name if explanation.subject != "scenario" else title
    about = (
        f"{title} ({explanation.scenario}), raming {explanation.raming}. Status: "
        f"{explanation.status}. Every line can be redone as it stands; what it rests on is in "
        "brackets under it."
    )
    pages = [Page(heading, (about,))]
    pages += [
        Page(chapter.heading, steps=tuple(_step(line) for line in chapter.lines))
        for chapter in explanation.chapters
    ]
    cited = tuple(f"{id_}: {source}." for id_, source in explanation.citations.items())
    pages.append(Page("Sources", items=cited))
    return [page for page in pages if page]


def _step(line: Line) -> Step:
    return Step(line.says, line.arithmetic, "; ".join((*line.sources, *line.rows)))
