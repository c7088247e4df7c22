# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of a frontier, read and checked before anything is solved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast, get_args

from models.fault import Fault, InputError, Place, nearest, quoted
from models.frontier import By
from models.places import KINDS, MOST_PLACES, Kind

# So many steps are tried where nobody names them.
STEPS = 10
MOST_STEPS = 1_000
CHOICES: dict[str, tuple[str, ...]] = {"--by": get_args(By), "--kind": (*KINDS, "both")}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that makes sense by itself.

    Attributes:
        by: what is varied.
        kind: whose rest; None: of each kind that has one.
        steps: the minimum sites; None: by what is small.
        small: with fewer places a task is small; None: below the minimum site of merging.
    """

    by: By
    kind: Kind | None
    steps: tuple[int, ...] | None
    small: int | None

    def steps_below(self, small: int) -> tuple[int, ...]:
        """The minimum sites to try: up to the size from which on no task is small."""
        if self.steps is not None:
            return self.steps
        width = max(1, -(-small // STEPS))
        return (*range(0, small, width), small)


def asked(by: str, kind: str | None, steps: str | Sequence[int] | None, small: int | None) -> Asked:
    """Read what is asked.

    Raises:
        InputError: if a word is not known, if steps make no sense, or if they are asked of what has
            none.
    """
    _refuse_unknown("--by", by)
    _refuse_unknown("--kind", kind or "both")
    if small is not None and not 0 <= small <= MOST_PLACES:
        what = f"no number of places from 0 to {MOST_PLACES:,}"
        raise _fault("bad-small", f"--small {small}", what, "Write for example 20.")
    if by == "merging":
        for option, given in {"--kind": kind, "--small": small}.items():
            if given is not None:
                what = "the plans of merged tasks hold both kinds, and no small task"
                raise _fault("not-of-merging", option, what, f"Leave {option} out.")
    if steps is not None and by != "minimum-site":
        what = f"by {by} there are no steps to choose: every point is sought"
        raise _fault("no-steps-here", "--steps", what, "Leave --steps out.")
    return Asked(
        by=cast("By", by),
        kind=None if kind in (None, "both") else cast("Kind", kind),
        steps=None if steps is None else _steps(steps),
        small=small,
    )


def _refuse_unknown(option: str, word: str) -> None:
    known = CHOICES[option]
    if word not in known:
        what = f"{quoted(word)} is not known here{nearest(word, known)}"
        raise _fault("unknown-choice", option, what, f"Choose {', '.join(known)}.")


def _steps(written: str | Sequence[int]) -> tuple[int, ...]:
    """Minimum sites, each once, the smallest first."""
    where = "--steps"
    texts = written.split(",") if isinstance(written, str) else [str(one) for one in written]
    remedy = "Write minimum sites from small to large, such as 0,10,20."
    for text in texts:
        if not re.fullmatch(r"\s*[0-9]{1,9}\s*", text, re.ASCII) or int(text) > MOST_PLACES:
            what = f"{quoted(text)} is no number of places from 0 to {MOST_PLACES:,}"
            raise _fault("bad-steps", where, what, remedy)
    steps = tuple(map(int, texts))
    if not steps or len(steps) > MOST_STEPS:
        what = f"{len(steps):,} steps make no frontier; at most {MOST_STEPS:,} are tried"
        raise _fault("bad-steps", where, what, remedy)
    for one, other in pairwise(steps):
        if one >= other:
            again = "twice" if one == other else f"before {other:,}, which is smaller"
            raise _fault("bad-steps", where, f"{one:,} stands {again}", remedy)
    return steps


def _fault(code: str, option: str, what: str, remedy: str) -> InputError:
    return InputError([Fault(code, what, Place(option), remedy)])
