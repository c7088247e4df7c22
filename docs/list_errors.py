# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of errors: every fault that the source can report, with a real message of each.

`python docs/list_errors.py > docs/errors.md` puts the hostile corpus of the tests before the
command line and takes the messages from there; a test keeps the page as it is made here.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from models.fault import Fault  # noqa: E402
from tests.hostile.corpus import Case, cases, outcome  # noqa: E402

# What reports a fault, by the name it is called by; `told` and the tables make them of validation.
REPORTERS = frozenset({"fault", "add", "Fault", "Refusal", "_fault", "_error"})
TABLES = frozenset({"SAID", "BOUNDS"})
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
SHOWN_LETTERS = 220

# Faults that the corpus cannot bring about, and why.
NOT_SHOWN: Mapping[str, str] = {
    "cluster-gone": "for a cluster that goes away meanwhile: tests/sensitivity/test_cluster.py",
    "no-workers": "for a cluster without workers: tests/sensitivity/test_cluster.py",
    "no-such-form": "for Python; the command line has a list: tests/publishing/test_report.py",
    "no-such-language": "for Python; the command line has a list: tests/publishing/test_report.py",
    "not-installed": "for an install without an extra: tests/sensitivity/test_extras.py",
    "not-yes-or-no": "for the reference tables, which the project keeps itself",
    "other-version": "for a cluster of another version: tests/sensitivity/test_cluster.py",
    "workers-die": "for processes that are killed: tests/sensitivity/test_executors.py",
}

HEADER = """\
<!--
SPDX-FileCopyrightText: 2026 The allocator contributors
SPDX-License-Identifier: EUPL-1.2

Made by `python docs/list_errors.py > docs/errors.md`; do not edit.
-->

# Errors

A wrong input ends with exit code 5, writes nothing, and says on one line each: where it stands
(`file:line:column`, or the option), what is wrong, why if that is not plain, and what to do. Faults
in one file are reported together, at most {most} of them; a fault that a `--set` causes is told at
that `--set`. The names of the faults below are those of Python's `InputError.faults[].code`.

Each message is what the program says to a file of
[tests/hostile](../tests/hostile), {count} inputs that attack, mislead or merely err. Names without
an ending are made by [special.py](../tests/hostile/special.py), workbooks by
[make_workbooks.py](../tests/hostile/make_workbooks.py).
"""


def codes_in_source() -> set[str]:
    """The code of every fault that the source can report."""
    found: set[str] = set()
    for folder in ("allocator", "models"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                found |= set(_codes(node))
    return found


def _codes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _called(node) in REPORTERS:
        # The code is the first text; a problem or a row may stand before it.
        texts = [*node.args, *(word.value for word in node.keywords if word.arg == "code")]
        yield from list(filter(CODE.fullmatch, _texts(texts)))[:1]
    elif isinstance(node, ast.Assign):
        target, value = node.targets[0], node.value
        if isinstance(target, ast.Name) and target.id in TABLES and isinstance(value, ast.Dict):
            for row in value.values:
                assert isinstance(row, ast.Tuple)
                yield from _texts(row.elts[:1])
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            names = [one.id for one in target.elts if isinstance(one, ast.Name)]
            if names[:1] == ["code"]:
                yield from _texts(value.elts[:1])


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def examples() -> dict[str, tuple[Case, Fault]]:
    """For each code, an input of the corpus named after it, and what is said to that."""
    found: dict[str, tuple[Case, Fault]] = {}
    for case in cases():
        for fault in outcome(case).faults:
            if fault.code == case.fault:
                found.setdefault(fault.code, (case, fault))
    return found


def page() -> str:
    """The page of errors."""
    from models.fault import MOST_FAULTS

    shown = examples()
    parts = [HEADER.format(most=MOST_FAULTS, count=len(cases()))]
    parts += [_section(code, *shown[code]) for code in sorted(shown)]
    if NOT_SHOWN:
        parts.append("## Not brought about by the corpus\n")
        parts += [f"- `{code}`: {why}" for code, why in sorted(NOT_SHOWN.items())]
        parts.append("")
    return "\n".join(parts)


def _section(code: str, case: Case, fault: Fault) -> str:
    lines = [f"## {code}\n", f"    {_cut(f'{fault.where}: {fault.what}')}\n"]
    if fault.why:
        lines.append(f"- Why: {_cut(fault.why)}")
    lines.append(f"- What to do: {_cut(fault.remedy)}")
    others = [str(one) for one in cases() if one.fault == code and one != case]
    more = f", and {len(others)} more" if others else ""
    lines.append(f"- Example: `{case}`{more}\n")
    return "\n".join(lines)


def _cut(text: str) -> str:
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
    return shown if len(shown) <= SHOWN_LETTERS else f"{shown[:SHOWN_LETTERS]}..."


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    print(page(), end="")
