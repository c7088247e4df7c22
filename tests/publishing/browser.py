# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real browser to read pages with: Debian's Chromium, headless and without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser; where there is none the test is skipped, but for a check that must have one."""
    if CHROMIUM is None:
        if os.environ.get("ALLOCATOR_NEEDS_BROWSER"):
            pytest.fail("there is no Chromium here, and this check must look at the pages with one")
        pytest.skip("there is no Chromium here (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


def opened(browser: Browser, path: Path, size: dict[str, int], **look: Any) -> Page:
    """A page in a window of a size; what it asks of a network or complains of is kept on it."""
    context = browser.new_context(viewport=size, offline=True, **look)  # type: ignore[arg-type]
    page = context.new_page()
    page.requests = []  # type: ignore[attr-defined]
    page.complaints = []  # type: ignore[attr-defined]
    page.on("request", lambda request: page.requests.append(request.url))  # type: ignore[attr-defined]
    page.on("console", lambda said: page.complaints.append(said.text))  # type: ignore[attr-defined]
    page.goto(path.as_uri())
    return page


def unfolded(page: Page) -> Page:
    """The same with everything shown that is shown on demand."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return page


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 AA, with the first element of each."""
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
