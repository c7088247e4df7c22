# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that is open: its files are read once, and then it is asked for many problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from allocator.loading.lots import with_lots
from allocator.loading.named_tables import named_tables
from allocator.loading.problem import finished
from allocator.loading.proposals import with_proposals
from allocator.loading.reference import reference
from allocator.loading.scenario_file import ReadScenario, made_in_python, read_scenario
from models.fault import Faults
from models.problem import InputFile, Problem
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

    def files(self, overrides: Sequence[str]) -> tuple[InputFile, ...]:
        """The files that the lines of the scenario name, whether it would use them or not.

        Raises:
            InputError: if one of them is not there or cannot be read.
        """
        file = self._scenario.with_overrides(overrides)
        return tuple(one.read(file)[0].receipt(one.role) for one in named_tables(file))

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
            file = with_proposals(file, proposals, reference().territory, faults)
        return finished(file, reference(), receipts, faults)


def opened(source: str | Path | Scenario, home: Path | None = None) -> Opened:
    """Open a scenario, to ask it for problems that differ in some lines.

    Args:
        source: a packaged name, a path, or a scenario made in Python (whose files lie in the
            current folder).
        home: the folder of files that overrides name; None is the current one.

    Raises:
        InputError: if the files of the scenario cannot be read.
    """
    read = made_in_python(source) if isinstance(source, Scenario) else read_scenario(source)
    return Opened(replace(read, home=home))
