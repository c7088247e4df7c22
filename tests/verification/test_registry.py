# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every check is found by itself, under the name of its function."""

from __future__ import annotations

import pytest

from allocator.verification import _checked
from allocator.verification.checks import registry
from allocator.verification.checks.registry import CHECKS, Check, check


def test_a_decorated_function_is_registered_with_the_first_line_of_its_docstring(monkeypatch):
    monkeypatch.setattr(registry, "CHECKS", {})

    def close_doors(facts):
        """Every door is closed.

        So that nothing gets out.
        """
        return iter(())

    assert check(close_doors) is close_doors
    assert list(registry.CHECKS) == ["close_doors"]
    assert registry.CHECKS["close_doors"] == Check(
        "close_doors", "Every door is closed.", close_doors
    )


def test_a_check_without_a_sentence_is_not_accepted():
    def close_windows(facts):
        return iter(())

    with pytest.raises(IndexError):
        check(close_windows)


def test_no_check_takes_the_place_of_another(monkeypatch):
    def close_doors(facts):
        """Every door is closed."""
        return iter(())

    monkeypatch.setattr(registry, "CHECKS", {})
    check(close_doors)
    with pytest.raises(ValueError, match="two checks called close_doors"):
        check(close_doors)


def test_every_check_has_one_sentence():
    for name, one in CHECKS.items():
        assert one.name == name == one.look.__name__
        assert one.says.endswith(".")


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (KeyError("GM9"), "makes no sense here (KeyError 'GM9')"),
        (AssertionError(), "makes no sense here (AssertionError )"),
        (ValueError("one\ntwo"), "makes no sense here (ValueError one)"),
        (ValueError("x" * 300), "makes no sense here (ValueError " + "x" * 200 + ")"),
    ],
)
def test_what_a_check_cannot_look_at_does_not_hold(problem, said):
    def look(facts):
        yield registry.Finding("close_doors[1]", True, "the door is closed")
        raise problem

    looked_at, (failure,) = _checked(Check("close_doors", "Every door is closed.", look), None)
    assert (looked_at, failure.check, failure.message) == (2, "close_doors", said)
