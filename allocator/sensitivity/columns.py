# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Columns: the values of a factor, and what points count for, as the tables have them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from allocator.sensitivity.spread import NUMBER

if TYPE_CHECKING:
    import pyarrow as pa

NOTHING = "null"
TRUTH = {"true": True, "false": False}
# What 64 bits hold.
MOST = 2**63 - 1


def of_labels(labels: Sequence[str]) -> pa.Array:
    """The values of a factor as numbers, or as true and false, where they all are; else as texts.

    A value that is not whole makes all of them 64 bit floats; `null` among others is an empty cell.

    Args:
        labels: as the study writes the values.
    """
    import pyarrow as pa

    written = set(labels) - {NOTHING}
    if written and written <= TRUTH.keys():
        return pa.array([TRUTH.get(label) for label in labels], pa.bool_())
    if not written or not all(map(NUMBER.fullmatch, written)):
        return pa.array(labels, pa.string())
    exact = {label: Fraction(label) for label in written}
    whole = all(one.denominator == 1 and abs(one) <= MOST for one in exact.values())
    kind, cell = (pa.int64(), int) if whole else (pa.float64(), float)
    numbers = {label: cell(one) for label, one in exact.items()}
    return pa.array([numbers.get(label) for label in labels], kind)


def of_weights(weights: Sequence[int]) -> pa.Array:
    """What points count for: whole numbers, or floats where 64 bits do not hold them."""
    import pyarrow as pa

    if max(weights, default=0) <= MOST:
        return pa.array(weights, pa.int64())
    return pa.array([float(Fraction(one, max(weights))) for one in weights], pa.float64())
