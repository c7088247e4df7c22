# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A short run of the fuzz, the same inputs every time; `make fuzz` runs many more."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.inputs import SORTS, Input
from tests.fuzz.trial import put

INPUTS = {"scenario": 100, "offers": 50, "column": 50, "overrides": 80, "lots": 20, "days": 60}


@pytest.mark.parametrize("sort", SORTS)
def test_no_input_brings_a_traceback_a_hang_or_a_file(sort: str):
    answers = set()

    @settings(
        max_examples=INPUTS[sort],
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def fuzz(data: st.DataObject) -> None:
        one: Input = data.draw(SORTS[sort])
        answers.add(put(one, solve=False).answer)

    fuzz()
    assert {"in order", "refused"} <= answers  # not all of it is nonsense, and not all is valid
