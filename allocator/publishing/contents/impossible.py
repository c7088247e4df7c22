# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would make a division possible, where there is none."""

from __future__ import annotations

from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Items, Paragraph, Section
from allocator.reporting.impossible import repairs as pages


def repairs(view: View) -> Section:
    """The smallest changes of the scenario that make a division possible; each was tried."""
    blocks: list[Block] = []
    for page in pages(view.result.infeasibility):
        blocks += [Paragraph(view.repeat(said)) for said in page.paragraphs]
        if page.items:
            blocks.append(Items(tuple(map(view.repeat, page.items))))
    return Section(view.say("What would make one possible"), tuple(blocks), anchor="repairs")
