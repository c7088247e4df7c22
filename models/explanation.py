# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Explanations: why a number is what it is, and what another would cost.

Schema `allocator.explanation/1`. An explanation only repeats what a run recorded: every line has a
source, and every line of arithmetic can be redone as it is printed (see `docs/explanations.md`).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.division import Whole
from models.places import Kind, Places
from models.raming import NationalTotal
from models.record import Exact, Record
from models.result import Infeasibility, RunStatus

Subject = Literal["municipality", "province", "scenario"]


class Line(Record):
    """One step of a derivation.

    Attributes:
        says: the step in words, as it can stand in a letter.
        arithmetic: the step in numbers; empty where there is nothing to compute.
        sources: what it rests on: ids of acts, letters and books (see `citations` of the
            explanation) and lines of the scenario.
        rows: the rows of tables (file and line) that its numbers were read from.
    """

    says: str
    arithmetic: str = ""
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


class Chapter(Record):
    """The lines of one stage."""

    heading: str
    lines: tuple[Line, ...]


class Cost(Record):
    """An objective before and after a change, in the same unit.

    Attributes:
        name: `deviation` (places that stand elsewhere than pro rata), `squared_deviation` or
            `left_out` (municipalities left without places of a kind by the choice of participants).
        area: code of the area.
        area_name: its name.
        kind: which places.
        before: in the run.
        after: with the change.
    """

    name: str
    area: str
    area_name: str
    kind: Kind
    before: Exact
    after: Exact

    @property
    def more(self) -> Exact:
        """What the change costs (below zero: gains)."""
        return self.after - self.before


class Carried(Record):
    """Rest places of one municipality before and after a change."""

    code: str
    name: str
    before: Places
    after: Places


class Counterfactual(Record):
    """What would be if something were different: a second, proven solve.

    Attributes:
        question: as it was asked, `Borne=0`.
        says: the same in words.
        changes: the settings that were changed, `path: value`.
        status: of the second solve.
        verified: how many checks the second answer passed.
        costs: every objective, before and after.
        carried: the municipalities that get other rest places, the largest change first.
        ties: equal claims that lots decided in the second answer, a sentence each.
        infeasibility: where there is no such division: why, and what would make one possible.
        reasons: the same in sentences.
    """

    question: str
    says: str
    changes: dict[str, str]
    status: RunStatus
    verified: Whole
    costs: tuple[Cost, ...]
    carried: tuple[Carried, ...]
    ties: tuple[str, ...] = ()
    infeasibility: Infeasibility | None = None
    reasons: tuple[str, ...] = ()


class Explanation(Record):
    """Why the numbers of a municipality, a province or a whole scenario are what they are.

    Attributes:
        scenario: its name.
        sha256: of its settings.
        subject: what is explained.
        code: of it; empty for a whole scenario.
        namesake: of a municipality: the province of the run that has its name too.
        chapters: the derivation, one chapter a stage.
        citations: title and publication of every source that the lines cite by id.
        quotations: the words of the law, or of a letter, that such a source is cited for, in Dutch;
            of texts that do not come with the program none, or a few.
        infeasibility: where there is no division: why, and what would make one possible.
        why_not: what other numbers would cost.
    """

    schema_: Literal["allocator.explanation/1"] = Field(
        default="allocator.explanation/1", alias="schema"
    )
    scenario: str
    title: str
    sha256: str
    raming: str
    national_total: NationalTotal | None = None
    status: RunStatus
    subject: Subject
    code: str
    name: str
    chapters: tuple[Chapter, ...]
    citations: dict[str, str]
    quotations: dict[str, str] = Field(default_factory=dict)
    infeasibility: Infeasibility | None = None
    why_not: tuple[Counterfactual, ...] = ()
    namesake: str = ""
