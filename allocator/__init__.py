# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The allocator: reception places divided over municipalities, exactly and explainably.

    import allocator
    run = allocator.run("overijssel-2024")
    run.municipalities            # pandas DataFrame

Names are imported when they are first used, so that the command line starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from allocator.answers import explain, merge, rerun, timeline, verify_saved
    from allocator.apportionment import apportion, apportion_two_way
    from allocator.pareto import Frontier, frontier
    from allocator.pipeline import run, verify
    from allocator.run_record import Run
    from models.fault import Defect, InputError
    from models.scenario import Scenario

__all__ = [
    "Defect",
    "Frontier",
    "InputError",
    "Run",
    "Scenario",
    "apportion",
    "apportion_two_way",
    "explain",
    "frontier",
    "merge",
    "rerun",
    "run",
    "timeline",
    "verify",
    "verify_saved",
]

_HOME = {
    "Defect": "models.fault",
    "Frontier": "allocator.pareto",
    "InputError": "models.fault",
    "Run": "allocator.run_record",
    "Scenario": "models.scenario",
    "apportion": "allocator.apportionment",
    "apportion_two_way": "allocator.apportionment",
    "explain": "allocator.answers",
    "frontier": "allocator.pareto",
    "merge": "allocator.answers",
    "rerun": "allocator.answers",
    "run": "allocator.pipeline",
    "timeline": "allocator.answers",
    "verify": "allocator.pipeline",
    "verify_saved": "allocator.answers",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'allocator' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
