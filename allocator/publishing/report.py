# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report: what is asked of it, and the files that it comes to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from allocator.explanation import subject_of
from allocator.extras import need
from allocator.loading import Answer, load_boundaries, reference
from allocator.pipeline import Progress, in_silence
from allocator.publishing.contents import document_of
from allocator.publishing.contents.annex import annex
from allocator.publishing.contents.letter import letter as letter_of
from allocator.publishing.document import Document
from allocator.publishing.forms.dataset import as_dataset
from allocator.publishing.forms.delimited import csv_files
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.forms.page import as_page
from allocator.publishing.forms.pdf import as_pdf
from allocator.publishing.forms.register import register_entry, register_json
from allocator.publishing.forms.template import offers_template
from allocator.publishing.forms.word import as_word
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import LANGUAGES, Code, Language
from allocator.publishing.source import of_a_run, source_of
from allocator.reporting import Page, Sheet, as_json
from models.boundaries import Boundaries
from models.fault import Faults, Place
from models.result import RunResult
from models.sensitivity import StudyAnswer

MOST_LETTERS = 80
DIGITS_SHOWN = 12

Form = Literal["html", "xlsx", "docx", "pdf", "markdown", "csv", "data", "register"]
FORMS: tuple[Form, ...] = ("html", "xlsx", "docx", "pdf", "markdown", "csv", "data", "register")

# The forms of a document: the suffix of its file, and who writes it.
DOCUMENTS: Mapping[Form, tuple[str, Callable[[Document], bytes]]] = {
    "html": ("html", as_page),
    "xlsx": ("xlsx", as_workbook),
    "docx": ("docx", as_word),
    "pdf": ("pdf", as_pdf),
    "markdown": ("md", lambda document: as_markdown(document).encode()),
}
# On paper a country is told province by province.
PAPERS: tuple[Form, ...] = ("docx", "pdf")


@dataclass(frozen=True)
class Report:
    """The files of a report.

    Attributes:
        name: of what it is of, as a file may be called; of its folder without a suffix.
        title: as it is read.
        files: their content by name.
        status: of what it is of.
    """

    name: str
    title: str
    files: Mapping[str, bytes]
    status: str


def report(
    source: str | Path,
    forms: Sequence[str] = (),
    language: str = "nl",
    *,
    letter: str | None = None,
    boundaries: Path | None = None,
    overrides: Sequence[str] = (),
    lots: Path | None = None,
    progress: Progress = in_silence,
) -> Report:
    """Write a report of a scenario, a saved run, a comparison, a frontier or a study.

    Args:
        source: a packaged scenario, a scenario file, a file of saved results or their folder.
        forms: `html`, `xlsx`, `docx`, `pdf`, `markdown`, `csv`, `data` (the results with a
            description as JSON-LD) and `register` (a draft for the Algoritmeregister); none is all.
        language: `nl` or `en`.
        letter: a municipality by name, alias or code: one page on its number instead of a report.
        boundaries: a GeoJSON file with true borders for the map; None draws tiles.
        overrides: as for `run`; only of a scenario.
        lots: likewise.
        progress: as for `run`.

    Raises:
        InputError: if the source, a form, the language, the municipality or the borders are wrong,
            or if packages of the extra `report` are missing.
        Defect: as for `run`.
    """
    need("report")
    chosen, tongue = _chosen(forms, language)
    found = source_of(source, overrides, lots, progress)
    if letter is not None:
        return _of_a_letter(of_a_run(found, source, "--letter"), letter, chosen, tongue)
    borders = None
    if boundaries is not None:
        result = of_a_run(found, source, "--boundaries")
        borders = load_boundaries(boundaries, {one.code: one.name for one in result.municipalities})
    progress("writing the report")
    return _written(found, document_of(found, tongue, borders), chosen, borders)


def _chosen(forms: Sequence[str], language: str) -> tuple[Sequence[Form], Language]:
    """The forms in the order in which they are written, and the language.

    Raises:
        InputError: for a form or language that there is not.
    """
    faults = Faults()
    for one in forms:
        if one not in FORMS:
            remedy = f"Choose from {', '.join(FORMS)}."
            faults.add("no-such-form", Place("forms"), f"there is no form {one!r}", remedy)
    tongue = next((each for code, each in LANGUAGES.items() if code == language), None)
    if tongue is None:
        remedy = f"Choose from {', '.join(LANGUAGES)}."
        what = f"there is no report in {language!r}"
        faults.add("no-such-language", Place("language"), what, remedy)
    faults.raise_if_any()
    assert tongue is not None
    return [one for one in FORMS if one in forms] or FORMS, tongue


def _of_a_letter(
    result: RunResult, named: str, forms: Sequence[Form], language: Language
) -> Report:
    """The motivation for one municipality, in the forms that are documents."""
    where = Place("--letter")
    code = subject_of(result, reference().territory, named, where)
    document = letter_of(result, code, language)
    files = {
        f"{file_name(document.name)}.{suffix}": write(document)
        for form, (suffix, write) in DOCUMENTS.items()
        if form in forms
    }
    return Report(file_name(document.name), document.title, files, result.status)


def _written(
    found: Answer, whole: Document, forms: Sequence[Form], borders: Boundaries | None
) -> Report:
    """Every form that is asked; the description of the files comes last, as it quotes them."""
    files: dict[str, bytes] = {}
    papers = _papers(found, whole, borders) if any(form in PAPERS for form in forms) else ()
    for form, (suffix, write) in DOCUMENTS.items():
        if form in forms:
            for one in papers if form in PAPERS else (whole,):
                files[f"{file_name(one.name)}.{suffix}"] = write(one)
    if "csv" in forms:
        for name, text in csv_files(whole).items():
            files[f"{file_name(whole.name)}-{name}"] = text.encode()
    if "register" in forms and isinstance(found, RunResult):
        name = f"{file_name(whole.name)}-algoritmeregister"
        files[f"{name}.md"] = register_entry(found, whole.language).encode()
        files[f"{name}.json"] = register_json(found, whole.language).encode()
    if "data" in forms:
        files[f"{file_name(whole.name)}.json"] = _results(found).encode()
        files[f"{file_name(whole.name)}.jsonld"] = as_dataset(whole, files).encode()
    return Report(file_name(whole.name), whole.title, files, _status(found))


def _status(found: Answer) -> str:
    """How sure it is; a study says so itself, and no point of it is proven less than another."""
    if not isinstance(found, StudyAnswer):
        return found.status
    return {0: "optimal", 3: "infeasible"}.get(found.exit_code, "feasible")


def written_pages(written: Report, folder: Path) -> list[Page]:
    """What was written: the files of a report with their sizes and hashes."""
    rows = tuple(
        (name, len(content), sha256(content).hexdigest()[:DIGITS_SHOWN])
        for name, content in written.files.items()
    )
    said = f"{len(rows):,} file{'s' * (len(rows) != 1)} in {folder}."
    sheet = Sheet(("File", ">bytes", "sha256 begins with"), rows)
    return [Page(written.title, (said,), sheet=sheet)]


def template(language: Code) -> bytes:
    """A workbook to fill offers in, which a scenario reads back through `offers: FILE`."""
    return offers_template(LANGUAGES[language])


def _papers(found: Answer, whole: Document, borders: Boundaries | None) -> Sequence[Document]:
    """The documents on paper, whichever paper it is: of a country one for each province."""
    if not isinstance(found, RunResult) or len(found.provinces) == 1:
        return [whole]
    return [annex(found, whole.language, one.code, borders) for one in found.provinces]


def _results(found: Answer) -> str:
    """The results themselves, as they are saved, so that a reader can verify them.

    The seconds that a run took are left out: the same run gives the same bytes.
    """
    if isinstance(found, RunResult):
        return as_json(found.finished(found.verification, {}).to_json())
    return as_json(found.to_json())


def file_name(name: str) -> str:
    """A name as a file may be called anywhere: plain letters, digits, dots and dashes."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", bare).strip(".-").lower()[:MOST_LETTERS] or "report"
