# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of an explanation: a derivation, and what other numbers would cost."""

from __future__ import annotations

from fractions import Fraction

from allocator.reporting.impossible import repairs
from allocator.reporting.pages import Cell, Page, Sheet, Step, with_total
from models.explanation import Counterfactual, Explanation, Line
from models.raming import raming_in_words


def explanation_pages(explanation: Explanation) -> list[Page]:
    """The chapters of an explanation, in the order of the derivation."""
    title = explanation.title or explanation.scenario
    heading = explanation.name if explanation.subject != "scenario" else title
    raming = raming_in_words(explanation.raming, explanation.national_total)
    about = (
        f"{title} ({explanation.scenario}), raming {raming}. Status: "
        f"{explanation.status}. Every line can be redone as it stands; what it rests on is in "
        "brackets under it."
    )
    paragraphs = [about]
    if explanation.namesake:
        other = f"{explanation.name} ({explanation.namesake})"
        paragraphs.append(
            f"This is the municipality. The province of {other} has that name too: ask for "
            f"{explanation.namesake}."
        )
    pages = [Page(heading, tuple(paragraphs))]
    pages += [
        Page(chapter.heading, steps=tuple(_step(line) for line in chapter.lines))
        for chapter in explanation.chapters
    ]
    pages += repairs(explanation.infeasibility)
    pages += [page for answer in explanation.why_not for page in _why_not(answer)]
    cited = tuple(_source(explanation, id_) for id_ in explanation.citations)
    pages.append(Page("Sources", items=cited))
    return [page for page in pages if page]


def _source(explanation: Explanation, id_: str) -> str:
    """A source with the words that it is cited for, where they are at hand."""
    words = explanation.quotations.get(id_)
    said = f': "{words}"' if words else "; its text does not come with the program."
    return f"{id_}: {explanation.citations[id_]}{said}"


def _step(line: Line) -> Step:
    return Step(line.says, line.arithmetic, "; ".join((*line.sources, *line.rows)))


COSTS = {
    "deviation": "deviation: sum |x - t|",
    "squared_deviation": "squares: sum (x - t)^2 / w",
    "left_out": "left out",
}


def _why_not(answer: Counterfactual) -> list[Page]:
    """What another number would cost, and who would carry it."""
    changes = "; ".join(f"{path}: {value}" for path, value in answer.changes.items())
    asked = f"Changed: {changes}."
    if not answer.costs and answer.reasons:
        no = "No division meets that."
        page = Page(answer.says, (asked, no), items=answer.reasons)
        return [page, *repairs(answer.infeasibility)]
    if not answer.costs:
        compared = f"Solved again: {answer.status}. There is no division to compare it with."
        return [Page(answer.says, (asked, compared))]
    solved = (
        f"Solved again: {answer.status}, {answer.verified:,} checks. Both answers are measured "
        "with one yardstick: x rest places, t the exact pro rata number of the run itself, w the "
        "weight."
    )
    # An area in which nothing changes is left to the JSON.
    touched = {one.area for one in answer.costs if one.more} or {answer.costs[0].area}
    rows = tuple(
        (
            COSTS[one.name],
            one.area_name,
            one.kind,
            _decimals(one.before),
            _decimals(one.after),
            _decimals(one.more, "+"),
        )
        for one in answer.costs
        if one.area in touched
    )
    costs = Sheet(("Objective", "area", "kind", ">now", ">then", ">more"), rows)
    pages = [Page(answer.says, (asked, solved), sheet=costs)]
    if answer.ties:
        pages.append(Page("Ties in that answer", items=answer.ties))
    if not answer.carried:
        nobody = "Nobody gets other rest places: what is asked is so already."
        return [*pages, Page("Who carries it", (nobody,))]
    columns = ("Municipality", ">rest", ">amv", ">then", ">amv", ">more", ">amv")
    return [*pages, Page("Who carries it", sheet=with_total(columns, _carried(answer)))]


def _carried(answer: Counterfactual) -> list[tuple[Cell, ...]]:
    return [
        (
            one.name,
            one.before.total,
            one.before.amv,
            one.after.total,
            one.after.amv,
            one.after.total - one.before.total,
            one.after.amv - one.before.amv,
        )
        for one in answer.carried
    ]


def _decimals(number: Fraction, sign: str = "") -> str:
    """Three decimals, marked where they are rounded."""
    if number.denominator == 1:
        return f"{number.numerator:{sign},}"
    rounded = "" if (number * 1000).denominator == 1 else "≈ "
    return f"{rounded}{float(round(number, 3)):{sign},.3f}"
