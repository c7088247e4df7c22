# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annex of docs/verantwoording.md: choices, data and assumptions, all of them, from the code.

`python docs/list_choices.py > docs/verantwoording-bijlage.md` writes it; a test keeps the page as
it is made here. What says nothing of itself stops it: a setting without a description, a table that
the reader of reference files does not know.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from allocator.apportionment import DIVISOR_METHODS, METHODS  # noqa: E402
from allocator.distribution.rules import RULES  # noqa: E402
from allocator.keys import KEYS  # noqa: E402
from allocator.loading.reference import FOLDER, PACKAGED, ReferenceTables, reference  # noqa: E402
from allocator.loading.scenario_file import packaged_names  # noqa: E402
from allocator.pipeline import Given, given  # noqa: E402
from allocator.verification import CHECKS  # noqa: E402
from models.law import MATHEMATICS  # noqa: E402
from models.scenario import Scenario  # noqa: E402
from models.study import Study  # noqa: E402

HEADER = """\
<!--
SPDX-FileCopyrightText: 2026 The allocator contributors
SPDX-License-Identifier: EUPL-1.2

Made by `python docs/list_choices.py > docs/verantwoording-bijlage.md`; do not edit.
-->

# Bijlage: keuzes, gegevens en aannames

Deze bijlage hoort bij de [verantwoording](verantwoording.md). Zij is gemaakt uit de code en de
bestanden van het programma zelf, en een toets bewaakt dat zij volledig is. Wat het programma
over zichzelf zegt, staat hier in de woorden van de code, in het Engels.
"""
SETTINGS = """\
## 1. Keuzes

### 1.1 Instellingen van een scenario

Elke instelling kan in een scenario anders worden gekozen; wie niets schrijft, kiest de
standaard. Elke uitkomst noemt de regels die iemand schreef, met bestand en regelnummer. `[]`
staat voor elk onderdeel van een lijst, `<naam>` voor een gemeente, regio of provincie.
"""
STUDY = "### 1.2 Instellingen van een studie\n\nEen studie rekent een scenario vele malen door.\n"
WORKINGS = """\
### 1.3 Verdeelsleutels, regels en afrondingen

Wat een scenario kan kiezen, en waar het op berust. De bron is een korte naam uit `models/law`.
"""
CHECKED = """\
### 1.4 Controles

Elke uitkomst is langs deze controles gegaan, die niets van de berekening zelf gebruiken.
"""
DECISIONS = "### 1.5 Ontwerpbesluiten\n\nWaarom het programma zo rekent, in elk blad één keuze.\n"
DATA = """\
## 2. Gegevens

Elke rij van een tabel noemt haar bron en haar status: gepubliceerd (`published`), afgeleid
(`derived`) of geschat (`estimated`). Wat afgeleid is, en hoe, staat in
[SOURCES.md](../scenarios/reference/SOURCES.md).

### 2.1 Tabellen
"""
SOURCES = "### 2.2 Bronnen van de tabellen\n"
LAW = """\
### 2.3 Teksten van de wet

Zij reizen met het programma mee. Teksten van andere bronnen doen dat niet.
"""
ASSUMED = """\
## 3. Aannames

### 3.1 Wat in de meegeleverde scenario's geschat is

Geschat is wat niet gepubliceerd is en toch een getal nodig heeft. In elke uitkomst staat er
`estimated` bij. Aantallen zijn van gemeenten en provincies in het scenario.
"""
WRITTEN = """\
### 3.2 Wat de meegeleverde scenario's en studies kiezen en waarom

De toelichtingen in de bestanden zelf, met de regel waar zij bij horen: wat de bron zegt, wat
zij openlaat en wat daarom is aangenomen.
"""


def table(columns: Iterable[str], found: Iterable[Iterable[object]]) -> str:
    """A table of Markdown."""
    columns = list(columns)
    lines = [columns, ["---"] * len(columns), *found]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(content: object) -> str:
    return " ".join(str(content).replace("|", "\\|").split())


def _dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")


# Choices


def settings(record: type[BaseModel], path: str = "") -> Iterator[tuple[str, str, str]]:
    """Every setting of a form: its path, its default, and what it means."""
    for name, field in record.model_fields.items():
        here = f"{path}{field.alias or name}"
        if not field.description:
            raise ValueError(f"{here} does not say what it means")
        inside = {one: way for one, way in _records(field.annotation) if not _places(one)}
        section = field.annotation in inside
        yield f"`{here}`", "" if section else f"`{_default(field)}`", field.description
        for one, way in inside.items():
            yield from settings(one, f"{here}{way}.")


def _records(annotation: Any, way: str = "") -> Iterator[tuple[type[BaseModel], str]]:
    """The forms within an annotation, and how a path goes to them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, way
    inside = {tuple: "[]", list: "[]", dict: ".<naam>"}.get(get_origin(annotation), "")
    for one in get_args(annotation):
        yield from _records(one, way + inside)


def _places(record: type[BaseModel]) -> bool:
    """A number per kind is written on one line, and needs no lines of its own."""
    return not record.model_fields.keys() - {"regular", "amv"}


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "verplicht"
    value = field.get_default(call_default_factory=True)
    return json.dumps(to_jsonable_python(value, by_alias=True, fallback=str), ensure_ascii=False)


def _workings() -> Iterator[tuple[str, str, str, str]]:
    own, books = "eigen keuze in het scenario", ", ".join(book.id for book in MATHEMATICS)
    for key in KEYS.values():
        yield "sleutel", f"`{key.name}`", key.says, key.source.id if key.source else own
    for rule in RULES.values():
        yield "regel", f"`{rule.name}`", rule.says, rule.source.id if rule.source else own
    for name in METHODS:
        divisor = DIVISOR_METHODS.get(name)
        how = (
            f"Divisor method with signpost {divisor.formula}." if divisor else "Largest remainder."
        )
        yield "afronding", f"`{name}`", how, books


def _decisions() -> Iterator[str]:
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        title = re.search(r"^# (.+)$", path.read_text("utf-8"), re.M)
        assert title is not None
        yield f"- [{path.stem[:4]}](decisions/{path.name}) {title[1]}\n"


# Data


def _tables() -> Iterator[tuple[str, ...]]:
    """Every reference table: what it holds, its rows by status, and its sources."""
    tables = reference()
    for path in sorted(FOLDER.glob("*.csv")):
        if path.stem == "sources":
            continue
        says = getattr(ReferenceTables, path.stem).__doc__
        rows = getattr(tables, path.stem)
        statuses = Counter(row.status for row in rows if hasattr(row, "status"))
        said = ", ".join(f"{status} {_dutch(n)}" for status, n in sorted(statuses.items()))
        cited = ", ".join(sorted({row.source for row in rows}))
        yield f"`{path.name}`", _dutch(len(rows)), says, said, cited


def _sources() -> Iterator[tuple[str, ...]]:
    for row in reference().sources:
        yield row.id, row.title, row.publisher, str(row.date or ""), row.reference, row.licence


def _law() -> Iterator[tuple[str, ...]]:
    for row in reference().law_texts:
        text = f"[{row.id}](../scenarios/law/{row.file})"
        yield text, row.title, row.publication, str(row.state), row.left_out


# Assumptions


def _estimates(name: str, known: Given) -> Iterator[tuple[str, str, str]]:
    """What a packaged scenario estimates."""
    shares = Counter(weight.status for weight in known.shares.weights.values())
    tasks = known.problem.tasks.values()
    estimated = {
        "gewicht van gemeenten": shares["estimated"],
        "opgave van provincies": sum(task.total_status == "estimated" for task in tasks),
        "amv-deel van de opgave van provincies": sum(
            task.amv_status == "estimated" for task in tasks
        ),
    }
    of = {"gewicht van gemeenten": len(known.problem.codes)}
    for what, number in estimated.items():
        if number:
            yield f"`{name}`", what, f"{number} van {of.get(what, len(tasks))}"
    need = known.problem.need
    if need is not None and need.amv_status == "estimated":
        yield f"`{name}`", "landelijke behoefte aan amv-plaatsen", _dutch(need.amv)


def _comments(path: Path) -> Iterator[tuple[str, str]]:
    """The comments of a scenario, each with the line that it stands above or behind."""
    said: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        written, mark, comment = line.partition("# ")
        if mark and not written.strip():
            said.append(comment)
            continue
        if mark:
            said.append(comment)
        if written.strip() and said:
            yield f"`{written.strip()}`", " ".join(said)
        if written.strip() or not any("SPDX" not in one for one in said):
            said = []


def _scenarios() -> Iterator[str]:
    for path in sorted(PACKAGED.rglob("*.yaml")):
        yield f"\n`{path.relative_to(PACKAGED)}`\n\n"
        yield table(("regel", "toelichting"), _comments(path))


def page() -> str:
    """The annex."""
    scenarios = {name: given(name) for name in packaged_names()}
    estimates = (row for name, known in scenarios.items() for row in _estimates(name, known))
    setting = ("instelling", "standaard", "betekenis")
    parts = [
        HEADER,
        SETTINGS,
        table(setting, settings(Scenario)),
        STUDY,
        table(setting, settings(Study)),
        WORKINGS,
        table(("soort", "naam", "wat het doet", "bron"), _workings()),
        CHECKED,
        table(("controle", "wat zij nagaat"), ((f"`{c.name}`", c.says) for c in CHECKS.values())),
        DECISIONS,
        "".join(_decisions()),
        DATA,
        table(("tabel", "rijen", "wat", "status", "bronnen"), _tables()),
        SOURCES,
        table(("naam", "titel", "uitgever", "datum", "verwijzing", "licentie"), _sources()),
        LAW,
        table(("tekst", "naam", "bekendgemaakt", "toestand", "niet meegenomen"), _law()),
        ASSUMED,
        table(("scenario", "wat", "hoeveel"), estimates),
        WRITTEN + "".join(_scenarios()),
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    print(page(), end="")
