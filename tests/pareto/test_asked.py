# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may be asked of a frontier, and what is refused before anything is read."""

from __future__ import annotations

import pytest

from allocator.pareto.asked import asked
from models.fault import InputError


@pytest.mark.parametrize(
    ("small", "steps"),
    [
        (20, (0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20)),
        (100, (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)),
        (7, (0, 1, 2, 3, 4, 5, 6, 7)),
        (25, (0, 3, 6, 9, 12, 15, 18, 21, 24, 25)),
        (0, (0,)),
    ],
)
def test_without_steps_they_go_up_to_the_size_from_which_on_nothing_is_small(small, steps):
    assert asked("minimum-site", None, None, None).steps_below(small) == steps


def test_steps_are_read_from_a_text_or_taken_as_numbers():
    for written in ("0,10, 20", [0, 10, 20]):
        assert asked("minimum-site", "amv", written, None).steps_below(99) == (0, 10, 20)


def test_both_kinds_is_what_is_asked_without_a_kind():
    assert asked("minimum-site", "both", None, 5) == asked("minimum-site", None, None, 5)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("minimum", None, None, None), "unknown-choice"),
        (("minimum-site", "minors", None, None), "unknown-choice"),
        (("minimum-site", None, "", None), "bad-steps"),
        (("minimum-site", None, [], None), "bad-steps"),
        (("minimum-site", None, "0,-5", None), "bad-steps"),
        (("minimum-site", None, "0,ten", None), "bad-steps"),
        (("minimum-site", None, "0,2.5", None), "bad-steps"),
        (("minimum-site", None, [0, True], None), "bad-steps"),
        (("minimum-site", None, "0,1000001", None), "bad-steps"),
        (("minimum-site", None, "0,10,10", None), "bad-steps"),
        (("minimum-site", None, "0,20,10", None), "bad-steps"),
        (("minimum-site", None, range(2_000), None), "bad-steps"),
        (("participants", None, "0,10", None), "no-steps-here"),
        (("merging", None, "0,10", None), "no-steps-here"),
        (("merging", "amv", None, None), "not-of-merging"),
        (("merging", None, None, 20), "not-of-merging"),
        (("minimum-site", None, None, -1), "bad-small"),
        (("minimum-site", None, None, 10**9), "bad-small"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(arguments, code):
    with pytest.raises(InputError) as refused:
        asked(*arguments)
    assert [fault.code for fault in refused.value.faults] == [code]
