# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The account of an area: what its task leaves to divide, or what counts above it."""

from __future__ import annotations

from dataclasses import dataclass

from models.places import Places

NONE = Places()


@dataclass(frozen=True, slots=True)
class Account:
    """What a task leaves to divide.

    Attributes:
        rest: what is short, per kind.
        surplus: what counts above the task, per kind.
        over_task: amv places that the amv shortage asks above the whole task.
    """

    rest: Places = NONE
    surplus: Places = NONE
    over_task: int = 0


def close(task: Places, counted: Places, unlocated: Places) -> Account:
    """The rest of a task: the task less what counts, amv first, never below zero.

    The amv shortage comes first. Where it exceeds the whole rest, the difference stands above the
    task and is reported as `over_task`. What counts above the whole task is `surplus`.
    Source: letter of 20 December 2024 (the rest is divided so that each province closes).
    """
    have = counted + unlocated
    short = max(0, task.total - have.total)
    amv = max(0, task.amv - have.amv)
    beyond = max(0, have.total - task.total)
    amv_beyond = min(beyond, max(0, have.amv - task.amv))
    return Account(
        rest=Places(regular=max(0, short - amv), amv=amv),
        surplus=Places(regular=beyond - amv_beyond, amv=amv_beyond),
        over_task=max(0, amv - short),
    )
