# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every rule is found by itself, under the name of its function."""

from __future__ import annotations

import pytest

from allocator.distribution.rules import registry
from allocator.distribution.rules.registry import Rule, rule
from models import law


@pytest.mark.parametrize("source", [law.DECISION, None])
def test_a_decorated_function_is_a_rule_that_says_the_first_line_of_its_docstring(
    monkeypatch, source
):
    monkeypatch.setattr(registry, "RULES", {})

    def close_doors(rest):
        """Every door is closed.

        So that nothing gets out.
        """
        return iter(())

    assert rule(source=source)(close_doors) is close_doors
    ((name, found),) = registry.RULES.items()
    assert name == "close_doors"
    assert found == Rule("close_doors", "Every door is closed.", source, close_doors)


def test_a_rule_without_a_sentence_is_not_accepted():
    def close_windows(rest):
        return iter(())

    with pytest.raises(IndexError):
        rule(source=None)(close_windows)
