# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything hostile, through the command line: refused in words, or read with right numbers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from fractions import Fraction
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from allocator.loading import load
from tests.hostile.corpus import Case, cases, files, inside, listing, outcome

ROOT = Path(__file__).parents[2]
REFUSED = [case for case in cases() if case.fault != "accepted"]
ACCEPTED = [case for case in cases() if case.fault == "accepted"]
LONGEST_SECONDS = 10

# The words of the task, each with an input of the corpus that stands for it.
ASKED = {
    "an unknown key (suggest the nearest)": "scenarios/unknown-key--mistyped",
    "`0363` for a code": "scenarios/odd-number--code-with-leading-zero",
    "`0363` in quotes for a code": "scenarios/unknown-name--code-with-zero-without-letters",
    "`141` for a code": "scenarios/unknown-name--code-without-letters",
    "`GM363` for a code": "scenarios/unknown-name--code-too-short",
    "a name that does not exist (suggest)": "scenarios/unknown-name--mistyped",
    "a name that is ambiguous": "scenarios/ambiguous-name--two-places-called-bergen",
    "the same municipality twice": "scenarios/named-twice--name-and-code",
    "the same offer twice": "offers/offer-twice--same-row",
    "a float number of places": "scenarios/not-whole--half-a-place",
    "a negative number of places": "scenarios/too-small--negative-places",
    "amv above total": "scenarios/amv-above-total--unlocated",
    "`until` before `from`": "scenarios/until-before-from--counting",
    "`until` before `from`, in an offer": "offers/until-before-from--window",
    "an impossible date": "scenarios/impossible-value--thirtieth-of-february",
    "an offer outside the scenario's provinces": "offers/outside-provinces--other-province",
    "a missing population": "scenarios/unknown-year--before-the-count",
    "a missing score": "scenarios/missing-weight--no-score",
    "a missing share": "scenarios/missing-weight--no-published-share",
    "a key whose weights are all zero": "columns/all-weights-zero--everybody",
    "limits with min above max": "scenarios/min-above-max--amv",
    "regional totals that do not add up": "scenarios/regions-do-not-close--one-region-restated",
    "an XLSX with a formula error": "offers/formula-error--division-by-zero",
    "a date where a number belongs": "offers/not-whole--date-where-a-number-belongs",
    "a merged header": "offers/merged-cells--header",
    "a hidden sheet": "offers/hidden-sheet--only-sheet",
    "a macro": "offers/holds-macro--visual-basic",
    "a zip bomb": "offers/zip-bomb--one-huge-part",
    "a CSV in Windows-1252": "offers/accepted--windows-1252.",
    "a CSV in Windows-1252, not clear": "offers/mixed-encoding--two-halves-pasted-together",
    "a CSV with a BOM": "offers/accepted--byte-order-mark",
    "a CSV with `;`": "offers/accepted--semicolons",
    "a CSV with `;`, not clear": "offers/ambiguous-delimiter--semicolons-and-commas",
    "a CSV with tabs": "offers/accepted--tabs.",
    "a CSV with tabs, not clear": "offers/ambiguous-delimiter--tabs-and-commas",
    "an empty file": "scenarios/empty-file--no-bytes",
    "a directory": "special/not-a-file--scenario-is-a-folder",
    "a file of 200 MB": "special/file-too-large--scenario-of-200-megabytes",
    "a YAML with duplicate keys": "scenarios/duplicate-key--at-the-top",
    "a YAML with tabs": "scenarios/not-yaml--tab",
    "a YAML with an alias bomb": "scenarios/yaml-alias--bomb",
    "a YAML with a tag": "scenarios/yaml-tag--runs-a-command",
    "a YAML with a NUL byte": "scenarios/control-character--nul",
    "a file outside the folder through `..`": "scenarios/outside-folder--dots",
    "a file outside the folder by an absolute path": "scenarios/outside-folder--absolute-path",
    "a file outside the folder by a link": "special/outside-folder--offers-are-a-link-out",
    "a scenario that extends itself directly": "scenarios/circular-extends--itself",
    "a scenario that extends itself in a circle": "scenarios/circular-extends--through-another",
    "`--set` on a line that does not exist": "overrides/unknown-key--mistyped",
    "`--out` on a file": "special/out-is-a-file--results",
    "`--out` on a full disk": "special/cannot-write--full-disk",
    "`--out` on a read-only disk": "special/cannot-write--read-only-folder",
    "`--out` on a folder with other content": "special/out-not-empty--other-content",
}

AT_HAND = ("dividing the rest", "merging tasks", "solving ", "distribution.minimum_site")


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_hostile_input_is_refused_with_what_where_why_and_a_remedy(case: Case):
    done = outcome(case)
    assert done.exit_code == 5, done.error
    assert case.fault in {fault.code for fault in done.faults}
    assert "Traceback" not in done.said
    assert done.written == ()
    assert done.seconds < LONGEST_SECONDS
    lines = complaints(done.said)
    assert len(lines) >= len(done.faults)
    for fault, line in zip(done.faults, lines, strict=False):
        assert line.startswith(printable(f"{fault.where}: "))
        assert line.endswith((printable(fault.remedy), printable(f"{fault.remedy}.")))
        assert len(fault.what) > 8
        assert len(fault.remedy) > 4


def complaints(said: str) -> list[str]:
    """The lines that say what is wrong; on a busy machine others say what is at hand before."""
    return [line for line in said.splitlines() if not line.startswith(AT_HAND)]


def printable(text: str) -> str:
    """A text as the command line shows it."""
    shown = (letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return "".join(shown)


@pytest.mark.parametrize(
    "case",
    [case for case in REFUSED if case.kind in ("scenarios", "offers", "columns", "studies")],
    ids=str,
)
def test_what_is_wrong_with_a_line_of_a_file_is_told_with_the_line(case: Case):
    whole_file = {
        "empty-file", "file-too-large", "hidden-sheet", "holds-macro", "not-xlsx", "not-text",
        "sheet-too-large", "which-sheet", "zip-bomb",
    }  # fmt: skip
    for fault in outcome(case).faults:
        if fault.code not in whole_file:
            assert re.search(r":\d+(:\d+)?$", str(fault.where)), fault


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_what_is_odd_but_clear_is_read_with_the_right_numbers(case: Case, tmp_path: Path):
    assert outcome(case).exit_code == 0, outcome(case).said
    with inside(tmp_path):
        _, source, *options = case.prepare(tmp_path)
        draw = Path(options[1]) if case.kind == "lots" else None
        values = {case.kind: options[1::2]}
        overrides, proposals = values.get("overrides", []), values.get("proposals", [])
        problem = load(source, overrides, draw, proposals)
    if case.kind == "offers":
        read = [(one.municipality, one.kind, one.places, one.status) for one in problem.offers]
        assert sorted(read) == [
            ("GM0141", "amv", 7, "likely"),
            ("GM0147", "regular", 5, "guaranteed"),
        ]
    elif case.kind == "columns":
        column = problem.figures.column  # which may hold the rest of the country too
        weights = {code: column[code].value for code in problem.codes}
        assert weights == dict.fromkeys(problem.codes, Fraction(1)) | {"GM0147": Fraction("12.5")}
    elif case.kind == "proposals":
        [proposal] = problem.scenario.merging.proposed
        assert (proposal.kind, proposal.host) == ("amv", "GM0141")
        assert proposal.members == ("GM0147", "GM0183")
    elif case.kind == "lots":
        assert problem.lots == tuple(reversed(problem.codes))
    elif case.kind == "scenarios":
        assert problem.scenario.title == "Súdwest"
        assert problem.scenario.population == 2024
        (exempt,) = problem.scenario.distribution.exempt
        assert (exempt.municipality, exempt.reason) == ("GM0147", None)
        assert problem.scenario.raming == "2024"


def test_notes_in_any_encoding_keep_their_letters(tmp_path: Path):
    said = {"één", "e\u0301e\u0301n", "€ 5", "een, twee; drie", "een\ntwee", 'een "twee"', "x", ""}
    notes = set()
    for case in ACCEPTED:
        if case.kind == "offers":
            with inside(tmp_path):
                notes |= {one.note for one in load(case.prepare(tmp_path)[1]).offers}
    assert notes == said | {"=1+1", "=2+3"}


def test_the_corpus_is_large_and_covers_what_was_asked():
    assert len(files()) >= 150
    names = [f"{case}." for case in cases()]
    missing = [words for words, name in ASKED.items() if not any(n.startswith(name) for n in names)]
    assert missing == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "scenarios/unknown-key--with-four-other-faults.yaml",
        "offers/not-whole--several-in-one-file.csv",
        "offers/zip-bomb--one-huge-part.xlsx",
        "columns/ambiguous-number--points-of-thousands.csv",
        "special/not-a-file--scenario-is-a-pipe",
        "special/not-a-file--endless-device",
        "special/out-not-empty--other-content",
    ],
)
def test_a_process_says_the_same_and_ends_with_5(name: str, tmp_path: Path):
    (case,) = (case for case in cases() if str(case) == name)
    with inside(tmp_path):
        arguments = case.prepare(tmp_path)
    before = listing(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (5, "")
    assert complaints(done.stderr) == complaints(outcome(case).said)
    assert listing(tmp_path) == before


def test_several_faults_in_one_file_are_told_together_in_the_order_of_the_lines():
    (case,) = (case for case in cases() if "with-four-other-faults" in case.name)
    faults = outcome(case).faults
    assert len(faults) >= 4
    assert [fault.where for fault in faults] == sorted(fault.where for fault in faults)


def test_a_file_of_nothing_but_faults_is_told_up_to_a_number():
    (case,) = (case for case in cases() if "three-hundred-rows" in case.name)
    assert len(outcome(case).faults) == 200
    assert outcome(case).said.endswith("Reading stopped after 200 faults: mend these first.\n")


def list_errors():
    spec = spec_from_file_location("list_errors", ROOT / "docs" / "list_errors.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_errors_is_what_the_program_says():
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    assert page == list_errors().page(), "run: python docs/list_errors.py > docs/errors.md"


def test_every_fault_in_the_source_is_on_the_page_and_in_the_corpus():
    errors = list_errors()
    codes = errors.codes_in_source()
    assert len(codes) > 80
    assert codes == errors.examples().keys() | errors.NOT_SHOWN.keys()
    assert not errors.examples().keys() & errors.NOT_SHOWN.keys()
    assert {case.fault for case in REFUSED} <= codes
