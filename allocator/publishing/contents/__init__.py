# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contents: what each report says, composed of what a result recorded."""

from __future__ import annotations

from allocator.loading import Answer
from allocator.publishing.contents.annex import annex
from allocator.publishing.contents.comparison import comparison
from allocator.publishing.contents.frontier import frontier
from allocator.publishing.contents.study import study
from allocator.publishing.document import Document
from allocator.publishing.languages import Language
from models.boundaries import Boundaries
from models.comparison import ComparisonResult
from models.frontier import FrontierAnswer
from models.sensitivity import StudyAnswer


def document_of(
    found: Answer,
    language: Language,
    boundaries: Boundaries | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """The report of any result that has one.

    Args:
        found: the result.
        language: of the report.
        boundaries: true borders for the map of a run.
        notes: what a saved run is worth, where that is less than one that was made now.
    """
    match found:
        case ComparisonResult():
            return comparison(found, language)
        case FrontierAnswer():
            return frontier(found, language)
        case StudyAnswer():
            return study(found, language)
        case _:
            return annex(found, language, boundaries=boundaries, notes=notes)
