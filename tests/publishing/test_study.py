# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report of a study: its numbers are numbers in every form of data."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO

from python_calamine import CalamineWorkbook

from allocator.publishing.contents.study import study
from allocator.publishing.forms.delimited import csv_files
from allocator.publishing.forms.page import as_page
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import DUTCH
from models.sensitivity import Bin, Percentiles, ProvinceOutcome, StudyAnswer

BINS = (
    Bin(low=900, high=1_233, chance=Fraction(1, 4)),
    Bin(low=1_234, high=1_567, chance=Fraction(3, 4)),
)
SHORT = Percentiles(low=900, p5=900, p50=1_300, p95=1_567, high=1_567)
ANSWER = StudyAnswer(
    schema="allocator.sensitivity/1", name="ramingen", title="", sha256="0" * 64, folder="",
    allocator="0.1.0", base="overijssel-2024", raming="2024", design="grid", seed=1,
    weighted=False, sampled=False, raming_varies=False, points=4, runs=4, finished=4, answered=4,
    counted=4, factors=("raming",), statuses={"optimal": 4},
    provinces=(
        ProvinceOutcome(
            code="PV23", name="Overijssel", kind="total", closes=Fraction(0), short=SHORT, bins=BINS
        ),
    ),
)  # fmt: skip


def test_the_stretches_of_a_histogram_can_be_summed_and_sorted():
    document = study(ANSWER, DUTCH)
    (drawn,) = [table for table in document.tables if table.columns[0].key == "from"]
    (csv,) = [text for text in csv_files(document).values() if "\n1234;" in text]
    assert csv.splitlines()[1:] == ["900;1233;0,25", "1234;1567;0,75"]
    book = CalamineWorkbook.from_filelike(BytesIO(as_workbook(document)))
    rows = book.get_sheet_by_name(drawn.name).to_python()
    assert [900, 1_233, 0.25] in rows
    assert [1_234, 1_567, 0.75] in rows


def test_each_row_of_a_histogram_is_headed_by_where_it_begins_on_the_page():
    page = as_page(study(ANSWER, DUTCH)).decode()
    assert '<th scope="row">900</th>' in page
    assert '<th scope="row">1.234</th>' in page
