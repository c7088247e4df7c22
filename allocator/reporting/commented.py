# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A new scenario: every setting with its default and what it means."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from textwrap import wrap
from typing import Any

from pydantic import BaseModel

from models.scenario import Scenario

HEADER = """\
# A scenario: one question. Every setting stands here with its default; leave out what you do not
# change. `extends: overijssel-2024` would take all that is not written here from that scenario.
# Municipalities may be written by code, name or alias. Check it with `allocator check FILE`.
"""
WIDTH = 96
# Words that YAML, or an older reader of it, takes for something else than a text.
NOT_TEXTS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
# Words that YAML takes for nothing but a text.
BARE = re.compile(r"(?!(?i:null|true|false)$)([A-Za-z][A-Za-z_-]*|PV\d+)")


def commented_scenario(name: str = "my-scenario") -> str:
    """The text of a commented scenario file with every default."""
    fitting = name.encode("utf-8", "replace").decode()[:200] or "my-scenario"
    scenario = Scenario(name=fitting, title="What does this scenario ask?")
    return HEADER + "\n" + "\n".join(_lines(scenario, 0)) + "\n"


def _lines(record: BaseModel, depth: int) -> list[str]:
    lines: list[str] = []
    indent = "  " * depth
    for name, field in type(record).model_fields.items():
        value, key = getattr(record, name), field.alias or name
        if depth == 0 and lines:
            lines.append("")
        text = wrap(field.description or "", WIDTH - len(indent), break_on_hyphens=False)
        lines += [f"{indent}# {line}" for line in text]
        if isinstance(value, Fraction):
            lines.append(f"{indent}{key}: {value}")
        elif isinstance(value, BaseModel) and type(value).model_fields.keys() - {"regular", "amv"}:
            lines += [f"{indent}{key}:", *_lines(value, depth + 1)]
        else:
            lines.append(f"{indent}{key}: {_flow(record.model_dump(mode='json')[key])}")
    return lines


def _flow(value: Any) -> str:
    """A value on one line of YAML; texts that could be read as something else in quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and BARE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
