# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The books that the apportionment follows; they are no law."""

from __future__ import annotations

from models.law.source import Source

BALINSKI_YOUNG = Source(
    id="balinski-young-1982",
    title="Fair Representation: Meeting the Ideal of One Man, One Vote",
    publication="M. L. Balinski and H. P. Young, Yale University Press, 1982",
    says="Divisor methods, largest remainders, and what each of them keeps and loses.",
)

PUKELSHEIM = Source(
    id="pukelsheim-2017",
    title="Proportional Representation: Apportionment Methods and Their Applications",
    publication="F. Pukelsheim, second edition, Springer, 2017",
    says="Divisor intervals, ties, minima and maxima, and biproportional apportionment.",
)

MATHEMATICS: tuple[Source, ...] = (BALINSKI_YOUNG, PUKELSHEIM)
"""The books that the apportionment follows; they are no law."""
