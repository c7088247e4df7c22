# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A document with a block of every sort, and names that no form may take for markup."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from allocator.publishing.document import (
    Attention,
    Column,
    Details,
    Document,
    Fact,
    Facts,
    Figure,
    Items,
    Paragraph,
    Section,
    Step,
    Steps,
    Table,
)
from allocator.publishing.figures.svg import Drawing, rectangle, text
from allocator.publishing.languages import DUTCH, Foreign, Language

HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "@SUM(A1:A9)",
    "+31 &amp; \"quotes\" 'single'",
    "-- ]]> --> {{7*7}} #panic() \\input{x} $x$ *b* _i_ `c` |pipe|",
    "javascript:alert(1)",
    "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe",
    "'s-Hertogenbosch",
    "Súdwest-Fryslân",
)


def sample(language: Language = DUTCH) -> Document:
    """One of everything."""
    columns = (
        Column("name", "Gemeente"),
        Column("counted", "meegeteld", "number"),
        Column("rest", "rest", "number"),
        Column("decision", "besluit", "number", formula="{counted} + {rest}"),
        Column("part", "deel", "percent"),
        Column("until", "tot", "date"),
    )
    rows = tuple(
        (name, 1_000 + at, at, 1_000 + 2 * at, Fraction(at, 7), date(2026, 2, 1) if at else None)
        for at, name in enumerate(HOSTILE)
    )
    counted, rest = sum(1_000 + at for at in range(len(HOSTILE))), sum(range(len(HOSTILE)))
    table = Table(
        name="Gemeenten",
        caption=f"Alle gemeenten, ook {HOSTILE[0]}",
        columns=columns,
        rows=rows,
        total=("Totaal", counted, rest, counted + rest, None, None),
        anchors=tuple(f"sample-{at}" if at == 0 else "" for at in range(len(HOSTILE))),
        notes=(f"Noot over {HOSTILE[4]}.",),
    )
    drawing = Drawing(200, 40, (rectangle(0, 0, 100, 20, "counted"), text(0, 35, HOSTILE[0])))
    every = (
        Paragraph(f"Een alinea over {HOSTILE[3]}."),
        Items((f"Een punt over {HOSTILE[1]}.", Foreign("A sentence in English."))),
        Facts((Fact("Opgave", "6.325", "waarvan 538 amv"), Fact(HOSTILE[0], "1"))),
        Attention("Let op", (f"Een schatting voor {HOSTILE[2]}.",)),
        table,
        Figure("Een plaatje", f"Een balk van 100 bij {HOSTILE[0]}", drawing, table),
        Steps((Step("Gewicht.", "13 / 1,393 ≈ 9,332", "raming-2024; tabel.csv:12"),)),
    )
    details = Details(f"Hoe {HOSTILE[0]} aan haar getal komt", every[:2], anchor="sample-0")
    return Document(
        name="sample",
        title=f"Voorbeeld {HOSTILE[0]}",
        subtitle=HOSTILE[4],
        language=language,
        sections=(
            Section("Alles", every, anchor="alles"),
            Section("Nader", (details,), level=3, anchor="nader"),
            Section("Leeg", ()),
        ),
        identifier="0" * 64,
        made_by="allocator 0.1.0",
        made_on=date(2026, 11, 21),
    )
