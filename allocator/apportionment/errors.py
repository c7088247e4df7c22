# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be wrong with a question about places, in the words of who asked it."""


class ApportionmentError(ValueError):
    """The arguments are wrong; the message says what, why, and what to do."""


class CannotApportion(ApportionmentError):
    """The arguments are right, but no division of the places meets all of them.

    Attributes:
        needed: places that have to go somewhere.
        available: places that are there for them.
        claimants: who is concerned (one-way); empty for a matrix.
        rows: the rows concerned (two-way).
        columns: the columns concerned (two-way).
    """

    def __init__(
        self,
        message: str,
        *,
        needed: int,
        available: int,
        claimants: tuple[str, ...] = (),
        rows: tuple[str, ...] = (),
        columns: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.needed = needed
        self.available = available
        self.claimants = claimants
        self.rows = rows
        self.columns = columns
