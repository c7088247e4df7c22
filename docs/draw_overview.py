# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Draw the picture of the README from a run: `python docs/draw_overview.py > docs/overview.svg`."""

from __future__ import annotations

from xml.sax.saxutils import escape

import allocator
from models.result import MunicipalityResult, RunResult

ROW, LEFT, WIDTH, TOP = 20, 132, 820, 74
COUNTED, REST, SHARE, INK = "#2b6cb0", "#c05621", "#1a202c", "#1a202c"


def draw(result: RunResult) -> str:
    """The municipalities of a run as bars: what counts, what is left to do, and the share."""
    shown = sorted(result.municipalities, key=lambda one: (-one.share.total, one.code))
    widest = max(max(one.share.total, one.decision.total) for one in shown if one.decision)
    height = TOP + ROW * len(shown) + 16
    bars = "\n".join(_bar(one, row, widest) for row, one in enumerate(shown))
    area = result.provinces[0]
    title = (
        f"{area.name} {result.raming}: {area.task.total:,} places, {area.counted.total:,} count, "
        f"{area.rest.total:,} left to divide"
    )
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" \
aria-labelledby="title about" font-family="sans-serif" font-size="12" fill="{INK}">
<title id="title">{escape(title)}</title>
<desc id="about">A bar for each municipality: places that count, then its part of the rest; \
a line marks its share. The same numbers stand in the table of allocator run.</desc>
<defs><pattern id="rest" width="5" height="5" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>\
<rect width="3" height="5" fill="{REST}"/></pattern></defs>
<rect width="{WIDTH}" height="{height}" fill="#fff"/>
<text x="12" y="26" font-size="16" font-weight="bold">{escape(title)}</text>
<rect x="12" y="44" width="14" height="12" fill="{COUNTED}"/><text x="32" y="54">counts</text>
<rect x="92" y="44" width="14" height="12" fill="url(#rest)" stroke="{REST}"/>\
<text x="112" y="54">part of the rest</text>
<line x1="216" x2="216" y1="42" y2="58" stroke="{SHARE}" stroke-width="2"/>\
<text x="224" y="54">share by the key</text>
<text x="{WIDTH - 12}" y="54" text-anchor="end">counts + rest = decision</text>
{bars}
</svg>
"""


def _bar(one: MunicipalityResult, row: int, widest: int) -> str:
    decision = one.decision
    assert decision is not None
    assert one.rest is not None
    scale = (WIDTH - LEFT - 160) / widest
    top, mid = TOP + row * ROW, TOP + row * ROW + 12
    counted, rest, share = (n * scale for n in (one.counted.total, one.rest.total, one.share.total))
    said = f"{one.counted.total:,} + {one.rest.total:,} = {decision.total:,}"
    end = LEFT + max(counted + rest, share) + 8
    return (
        f'<text x="{LEFT - 8}" y="{mid}" text-anchor="end">{escape(one.name)}</text>'
        f'<rect x="{LEFT}" y="{top + 2}" width="{counted:.1f}" height="13" fill="{COUNTED}"/>'
        f'<rect x="{LEFT + counted:.1f}" y="{top + 2}" width="{rest:.1f}" height="13" '
        f'fill="url(#rest)" stroke="{REST}" stroke-width=".7"/>'
        f'<path d="M{LEFT + share:.1f} {top}v17" stroke="#fff" stroke-width="5"/>'
        f'<path d="M{LEFT + share:.1f} {top}v17" stroke="{SHARE}" stroke-width="2"/>'
        f'<text x="{end:.1f}" y="{mid}">{said}</text>'
    )


if __name__ == "__main__":
    print(draw(allocator.run("overijssel-2024").result), end="")
