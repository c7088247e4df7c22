# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exact rounding: places over claimants, one-way and two-way, with ties and certificates."""

from allocator.apportionment.errors import ApportionmentError, CannotApportion
from allocator.apportionment.methods import DIVISOR_METHODS, METHODS, DivisorMethod
from allocator.apportionment.one_way import apportion
from allocator.apportionment.result import (
    Apportionment,
    CellTie,
    Change,
    Divisors,
    Steps,
    Tie,
    TwoWayApportionment,
    Why,
)
from allocator.apportionment.two_way import apportion_two_way

__all__ = [
    "DIVISOR_METHODS",
    "METHODS",
    "Apportionment",
    "ApportionmentError",
    "CannotApportion",
    "CellTie",
    "Change",
    "DivisorMethod",
    "Divisors",
    "Steps",
    "Tie",
    "TwoWayApportionment",
    "Why",
    "apportion",
    "apportion_two_way",
]
