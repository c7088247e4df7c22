# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Publishing: reports that people who decide can read, and that others can check.

source      what a report is of: a scenario, a saved run, a comparison, a frontier, a study
contents    what it says, as a document
languages   in which words
figures     what it draws
forms       how it is written: HTML, XLSX, DOCX, PDF, Markdown, CSV, JSON-LD
report      what is asked, and the files that it comes to
"""

from __future__ import annotations

from allocator.publishing.report import FORMS, Report, report, template, written_pages

__all__ = ["FORMS", "Report", "report", "template", "written_pages"]
