# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report: what is asked of it, and the files that it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from allocator.explanation import subject_of
from allocator.extras import need
from allocator.file_names import file_name
from allocator.loading import Answer, load_boundaries, reference
from allocator.pipeline import Progress, in_silence
from allocator.publishing.contents import document_of
from allocator.publishing.contents.annex import annex
from allocator.publishing.contents.letter import letter as letter_of
from allocator.publishing.document import Document, Table
from allocator.publishing.forms.dataset import as_dataset
from allocator.publishing.forms.delimited import as_csv
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.forms.page import as_page
from allocator.publishing.forms.pdf import as_pdf
from allocator.publishing.forms.register import register_entry, register_json
from allocator.publishing.forms.tables import file_names, in_files
from allocator.publishing.forms.template import offers_template
from allocator.publishing.forms.word import as_word
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import LANGUAGES, Code, Language
from allocator.publishing.source import Found, Made, of_a_run, source_of
from allocator.reporting import Page, Sheet, as_json, write_file
from models.boundaries import Boundaries
from models.counting import Available
from models.fault import Fault, Faults, InputError, Place
from models.result import RunResult
from models.sensitivity import StudyAnswer

DIGITS_SHOWN = 12
REGISTER = "algoritmeregister"
WORKBOOK = ".xlsx"

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
    source: str | Path | Made,
    forms: str | Sequence[str] = (),
    language: str = "nl",
    *,
    letters: str | Sequence[str] = (),
    boundaries: Path | None = None,
    overrides: Sequence[str] = (),
    lots: Path | None = None,
    progress: Progress = in_silence,
) -> Report:
    """Write a report of a scenario, a saved run, a comparison, a frontier or a study.

    Args:
        source: a packaged scenario, a scenario file, a file of saved results or their folder; or
            a run, comparison, frontier or study that Python code has made.
        forms: `html`, `xlsx`, `docx`, `pdf`, `markdown`, `csv`, `data` (the results with a
            description as JSON-LD) and `register` (a draft for the Algoritmeregister); none is all.
        language: `nl` or `en`.
        letters: municipalities by name, alias or code: a page on the number of each instead of a
            report, in the forms that are documents.
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
    addressed = [letters] if isinstance(letters, str) else list(letters)
    chosen, tongue = _chosen([forms] if isinstance(forms, str) else forms, language)
    if addressed:
        chosen = _of_letters(chosen, asked=bool(forms), boundaries=boundaries)
    found = source_of(source, overrides, lots, progress)
    answer = found.answer
    if addressed:
        result = of_a_run(answer, source, "--letter")
        return _letters(result, addressed, chosen, tongue, found.notes)
    if forms and not isinstance(answer, RunResult) and set(chosen) == {"register"}:
        of_a_run(answer, source, "--form register")
    borders = None
    if boundaries is not None:
        result = of_a_run(answer, source, "--boundaries")
        borders = load_boundaries(boundaries, {one.code: one.name for one in result.municipalities})
    progress("writing the report")
    whole = document_of(answer, tongue, borders, found.notes)
    return _written(found, whole, chosen, borders)


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


def _of_letters(forms: Sequence[Form], *, asked: bool, boundaries: Path | None) -> Sequence[Form]:
    """The forms that a letter can have; of those that are asked, all must be.

    Raises:
        InputError: for a form that a letter does not have, and for borders, as it has no map.
    """
    faults = Faults()
    for one in forms if asked else ():
        if one not in DOCUMENTS:
            remedy = f"Choose from {', '.join(DOCUMENTS)}."
            faults.add(
                "no-form-of-a-letter", Place(f"--form {one}"), "a letter has no such form", remedy
            )
    if boundaries is not None:
        what = "a letter has no map"
        faults.add("no-map-in-a-letter", Place("--boundaries"), what, "Leave it out.")
    faults.raise_if_any()
    return [one for one in forms if one in DOCUMENTS]


def _letters(
    result: RunResult,
    addressed: Sequence[str],
    forms: Sequence[Form],
    language: Language,
    notes: tuple[str, ...],
) -> Report:
    """The motivation for each municipality that is named, in every form.

    Raises:
        InputError: for a name of nothing in the run, or of a whole province.
    """
    codes = []
    municipalities = {one.code for one in result.municipalities}
    for named in addressed:
        where = Place(f"--letter {named}")
        code = subject_of(result, reference().territory, named, where)
        if code not in municipalities:
            remedy = "Name a municipality; a report of the whole is written without --letter."
            what = "a letter is to one municipality"
            raise InputError([Fault("not-a-municipality", what, where, remedy)])
        codes.append(code)
    documents = [letter_of(result, code, language, notes) for code in dict.fromkeys(codes)]
    files = {
        f"{file_name(document.name)}.{suffix}": write(document)
        for document in documents
        for form, (suffix, write) in DOCUMENTS.items()
        if form in forms
    }
    first = documents[0]
    several = (result.scenario.name, language.say("letters"))
    name = file_name(*((first.name,) if len(documents) == 1 else several))
    title = "; ".join(document.title for document in documents)
    return Report(name, title, files, result.status)


def _written(
    found: Found, whole: Document, forms: Sequence[Form], borders: Boundaries | None
) -> Report:
    """Every form that is asked; the description of the files comes last, as it quotes them."""
    answer = found.answer
    files: dict[str, bytes] = {}

    def add(suffix: str, content: bytes, *parts: str) -> None:
        name = f"{file_name(whole.name, *parts)}.{suffix}"
        assert name not in files, name
        files[name] = content

    papers = _papers(found, whole, borders) if any(form in PAPERS for form in forms) else ()
    for form, (suffix, write) in DOCUMENTS.items():
        if form in forms:
            for one in papers if form in PAPERS else (whole,):
                add(suffix, write(one), one.name.removeprefix(whole.name))
    tables = {}
    if "csv" in forms:
        for name, table in file_names(in_files(whole)).items():
            add("csv", as_csv(table, whole.language).encode(), name)
            tables[list(files)[-1]] = table
    if "register" in forms and isinstance(answer, RunResult):
        add("md", register_entry(answer, whole.language).encode(), REGISTER)
        add("json", register_json(answer, whole.language).encode(), REGISTER)
    if "data" in forms:
        add("json", _results(found).encode())
        add("jsonld", _described(answer, whole, files, tables).encode())
    return Report(file_name(whole.name), whole.title, files, _status(answer))


def _described(
    found: Answer, whole: Document, files: Mapping[str, bytes], tables: Mapping[str, Table]
) -> str:
    """The description of the files, with where and when they are about as far as a run says."""
    if not isinstance(found, RunResult):
        return as_dataset(whole, files, tables)
    period = _period(found)
    provinces = [(one.code, one.name) for one in found.provinces]
    return as_dataset(whole, files, tables, provinces=provinces, period=period)


def _period(result: RunResult) -> tuple[date, date] | None:
    """When places have to be there to count; a saved run may have settings that are none."""
    counting = result.scenario.settings.get("counting")
    available = counting.get("available") if isinstance(counting, dict) else None
    try:
        return Available.model_validate(available).period
    except ValidationError:
        return None


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


def template(path: Path, language: Code) -> None:
    """Write a workbook to fill offers in, which a scenario reads back through `offers: FILE`.

    Raises:
        InputError: if the file is not called a workbook, exists, or cannot be written.
    """
    if path.suffix.lower() != WORKBOOK:
        what = f"a template is a workbook, so its name ends in {WORKBOOK}"
        remedy = "Name it offers.xlsx, for example."
        raise InputError([Fault("not-a-workbook-name", what, Place(str(path)), remedy)])
    write_file(path, offers_template(LANGUAGES[language]))


def _papers(found: Found, whole: Document, borders: Boundaries | None) -> Sequence[Document]:
    """The documents on paper, whichever paper it is: of a country one for each province."""
    run = found.answer
    if not isinstance(run, RunResult) or len(run.provinces) == 1:
        return [whole]
    return [annex(run, whole.language, one.code, borders, found.notes) for one in run.provinces]


def _results(found: Found) -> str:
    """The results themselves, as they are saved, so that a reader can verify them.

    The seconds that a run took are left out: the same run gives the same bytes. What was saved
    keeps the seal that it has, or has not: a report is no reason to seal it anew.
    """
    answer = found.answer
    if found.saved:
        if isinstance(answer, RunResult):
            answer = answer.finished(answer.verification, {})
        return as_json(answer.model_dump(mode="json"))
    if isinstance(answer, RunResult):
        return as_json(answer.finished(answer.verification, {}).to_json())
    return as_json(answer.to_json())
