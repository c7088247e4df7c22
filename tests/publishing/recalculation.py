# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet of the tests' own: it calculates the formulas of a workbook again.

It knows what the reports write: cells, whole numbers, + - * / and SUM, MAX, MIN and ABS.
"""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RANGE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
FUNCTIONS = {"SUM": lambda *n: sum(n), "MAX": max, "MIN": min, "ABS": abs}


def parts(workbook: bytes) -> dict[str, str]:
    """The parts of a workbook, as text."""
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheets(workbook: bytes) -> dict[str, str]:
    """The XML of each sheet, by its name and in the order of the workbook."""
    found = parts(workbook)
    book = ET.fromstring(found["xl/workbook.xml"])
    names = [sheet.get("name") for sheet in book.iter(f"{SPREADSHEET}sheet")]
    return {name: found[f"xl/worksheets/sheet{number}.xml"] for number, name in enumerate(names, 1)}


def formulas(sheet: str) -> dict[str, str]:
    """The formula of each cell that has one."""
    return {
        cell.get("r"): formula.text
        for cell in ET.fromstring(sheet).iter(f"{SPREADSHEET}c")
        if (formula := cell.find(f"{SPREADSHEET}f")) is not None
    }


def wrong_formulas(workbook: bytes) -> list[str]:
    """The formulas that give something else than the number that is stored beside them."""
    found = []
    for name, sheet in sheets(workbook).items():
        values = _numbers(sheet)
        for cell, formula in formulas(sheet).items():
            again = _calculated(formula, values)
            if abs(again - values[cell]) > abs(again) * Fraction(1, 10**14):
                found.append(f"{name}!{cell}: {formula} is {again}, not {values[cell]}")
    return found


def _numbers(sheet: str) -> dict[str, Fraction]:
    return {
        cell.get("r"): Fraction(value.text)
        for cell in ET.fromstring(sheet).iter(f"{SPREADSHEET}c")
        if cell.get("t", "n") == "n" and (value := cell.find(f"{SPREADSHEET}v")) is not None
    }


def _calculated(formula: str, values: dict[str, Fraction]) -> Fraction:
    def spread(found: re.Match[str]) -> str:
        column, first, same, last = found.groups()
        assert column == same
        cells = (f"{column}{row}" for row in range(int(first), int(last) + 1))
        return ",".join(cell for cell in cells if cell in values)

    names = RANGE.sub(spread, formula.removeprefix("="))
    return _value(ast.parse(names, mode="eval").body, values)


def _value(node: ast.expr, values: dict[str, Fraction]) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(node.value)
    if isinstance(node, ast.Name):
        return values.get(node.id, Fraction(0))
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand, values)
    if isinstance(node, ast.Call):
        return Fraction(FUNCTIONS[node.func.id](*(_value(one, values) for one in node.args)))
    left, right = _value(node.left, values), _value(node.right, values)
    return {
        ast.Add: lambda: left + right,
        ast.Sub: lambda: left - right,
        ast.Mult: lambda: left * right,
        ast.Div: lambda: left / right,
    }[type(node.op)]()
