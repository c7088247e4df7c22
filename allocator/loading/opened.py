# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that is open: its files are read once, and then it is asked for many problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from allocator.loading.lots import with_lots
from allocator.loading.problem import finished
from allocator.loading.proposals import with_proposals
from allocator.loading.reference import reference
from allocator.loading.scenario_file import ReadScenario, made_in_python, read_scenario
from models.fault import Faults
from models.problem import Problem
from models.scenario import Scenario


class Opened:
    """A scenario as its files were when they were first read."""

    def __init__(self, scenario: ReadScenario) -> None:
        """Keep what was read."""
        self._scenario = scenario

    def check(self, overrides: Sequence[str]) -> None:
        """Refuse overrides of lines that are not there, or that do not take such values.

        Raises:
            InputError: with all that is wrong with them by themselves.
        """
        self._scenario.with_overrides(overrides)

    def problem(
        self,
        overrides: Sequence[str] = (),
        lots: Path | None = None,
        proposals: Sequence[str] = (),
    ) -> Problem:
        """The problem of the scenario with these overrides, and everything that it needs.

        A file that was read for a problem before is not read again; one that only these overrides
        name is read now.

        Args:
            overrides: lines that replace lines of the scenario, as `path=value`.
            lots: the table of a real draw; None: as the scenario says.
            proposals: merges beside those of the scenario, as `KIND:HOST=MEMBER,MEMBER`.

        Raises:
            InputError: with all that is wrong, each with file, line and column.
        """
        file = self._scenario.with_overrides(overrides)
        receipts = [content.receipt("scenario") for content in file.contents]
        faults = Faults()
        if lots is not None:
            file, draw = with_lots(file, lots, faults)
            receipts.append(draw.receipt("lots"))
        if proposals:
            file = with_proposals(file, proposals, faults)
        return finished(file, reference(), receipts, faults)


def opened(source: str | Path | Scenario) -> Opened:
    """Open a scenario, to ask it for problems that differ in some lines.

    Args:
        source: a packaged name, a path, or a scenario made in Python (whose files lie in the
            current folder).

    Raises:
        InputError: if the files of the scenario cannot be read.
    """
    if isinstance(source, Scenario):
        return Opened(made_in_python(source))
    return Opened(read_scenario(source))
