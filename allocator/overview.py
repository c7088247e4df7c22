# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be said without solving: how a scenario was understood, and which there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from allocator import reporting
from allocator.keys import KEYS
from allocator.keys.notices import notices_of_tasks
from allocator.loading import load_scenario, packaged_names
from allocator.pipeline import given
from allocator.reporting import Page, Sheet
from models.scenario import Scenario


def understand(scenario: str | Path | Scenario, overrides: Sequence[str] = ()) -> list[Page]:
    """Read a scenario with all its inputs, solve nothing, and say what was understood.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.

    Raises:
        InputError: if the input is wrong, with every fault that was found.
    """
    known = given(scenario, overrides)
    says = KEYS[known.problem.scenario.key.name].says
    notices = tuple(notices_of_tasks(known.problem, known.shares))
    return reporting.understanding_pages(known.problem, known.shares, known.counted, says, notices)


def packaged() -> list[Page]:
    """The packaged scenarios: name, raming and title."""
    found = ((name, load_scenario(name).scenario) for name in packaged_names())
    rows = tuple((name, scenario.raming, scenario.title) for name, scenario in found)
    return [Page("Packaged scenarios", sheet=Sheet(("name", "raming", "title"), rows))]


def scenario_schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file, with the keys that are registered."""
    return reporting.scenario_schema(KEYS)
