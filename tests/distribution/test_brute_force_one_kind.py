# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Provinces of which the rules tie one kind at a time: the program against brute force."""

from __future__ import annotations

import pytest

from tests.distribution.brute_force import check
from tests.distribution.enumeration import random_part


@pytest.mark.parametrize("chunk", range(20))
def test_the_program_finds_what_trying_everything_finds(chunk):
    solved = [
        check(random_part(seed, coupled=False)) for seed in range(chunk * 20, chunk * 20 + 20)
    ]
    assert any(solved), "a chunk without a single feasible province tests nothing"
