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
    from allocator.answers import explain, merge
    from allocator.apportionment import (
        ApportionmentError,
        CannotApportion,
        apportion,
        apportion_two_way,
    )
    from allocator.comparing import compare
    from allocator.outlook import timeline
    from allocator.pareto import Frontier, frontier
    from allocator.pipeline import prepare, run, verify
    from allocator.publishing import Report, report
    from allocator.run_record import Comparison, Run
    from allocator.saved import rerun, verify_saved
    from allocator.sensitivity import query, run_study
    from models.fault import Defect, InputError
    from models.scenario import Scenario

__all__ = [
    "ApportionmentError",
    "CannotApportion",
    "Comparison",
    "Defect",
    "Frontier",
    "InputError",
    "Report",
    "Run",
    "Scenario",
    "apportion",
    "apportion_two_way",
    "compare",
    "explain",
    "frontier",
    "merge",
    "prepare",
    "query",
    "report",
    "rerun",
    "run",
    "run_study",
    "timeline",
    "verify",
    "verify_saved",
]

_HOME = {
    "ApportionmentError": "allocator.apportionment",
    "CannotApportion": "allocator.apportionment",
    "Comparison": "allocator.run_record",
    "Defect": "models.fault",
    "Frontier": "allocator.pareto",
    "InputError": "models.fault",
    "Report": "allocator.publishing",
    "Run": "allocator.run_record",
    "Scenario": "models.scenario",
    "apportion": "allocator.apportionment",
    "apportion_two_way": "allocator.apportionment",
    "compare": "allocator.comparing",
    "explain": "allocator.answers",
    "frontier": "allocator.pareto",
    "merge": "allocator.answers",
    "prepare": "allocator.pipeline",
    "query": "allocator.sensitivity",
    "report": "allocator.publishing",
    "rerun": "allocator.saved",
    "run": "allocator.pipeline",
    "run_study": "allocator.sensitivity",
    "timeline": "allocator.outlook",
    "verify": "allocator.pipeline",
    "verify_saved": "allocator.saved",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'allocator' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
