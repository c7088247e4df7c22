# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a receipt: a saved run or timeline that was checked, or made again."""

from __future__ import annotations

from allocator.reporting.pages import Page, Sheet
from models.receipt import Receipt, Repetition

# A run that differs everywhere is told in full in the JSON.
MOST_DIFFERENCES = 20


def receipt_pages(receipt: Receipt) -> list[Page]:
    """What holds of a saved run or timeline, and what does not."""
    verdict = receipt.verdict
    status = "" if receipt.status == "computed" else f"Its status is {receipt.status}. "
    if receipt.holds:
        said = (
            f"Every rule holds: {verdict.checks:,} checks on what the file says, without a solver. "
            f"{status}Names, sentences and citations are words that no check "
            "reads; `allocator rerun` compares them with the input files."
        )
    elif verdict.ok:
        said = (
            f"The file was changed after it was written. The {verdict.checks:,} checks on what it "
            "says find nothing wrong, and do not read everything; `allocator rerun` tells what was "
            "changed."
        )
    else:
        said = f"{len(verdict.failures):,} of {verdict.checks:,} checks do not hold."
    pages = [
        Page(_heading(receipt.title, receipt.scenario), (said, *receipt.notes)),
        Page(
            "What does not hold",
            items=tuple(f"{one.check}: {one.message}" for one in verdict.failures),
        ),
    ]
    return [page for page in pages if page]


def repetition_pages(repetition: Repetition) -> list[Page]:
    """Whether a repeated run or timeline is the same, and what is not."""
    count = len(repetition.differences)
    made = "Counted" if repetition.status == "computed" else "Solved"
    said = (
        f"{made} again from the same settings and files: every number and word is the same."
        if repetition.outcome == "same"
        else f"{made} again from the same settings and files: {count:,} "
        f"difference{'s' * (count != 1)}."
    )
    shown = repetition.differences[:MOST_DIFFERENCES]
    rows = tuple((one.path, one.of, one.before, one.after) for one in shown)
    more = (f"The first {len(shown)}; the JSON has all.",) if count > len(shown) else ()
    pages = [Page(_heading(repetition.title, repetition.scenario), (said, *repetition.notes))]
    if rows:
        pages.append(Page("Differences", more, sheet=Sheet(("path", "what", "then", "now"), rows)))
    return pages


def _heading(title: str, name: str) -> str:
    return f"{title or name} ({name})"
