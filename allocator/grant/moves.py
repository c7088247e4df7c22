# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom the grant follows: with each exchange and merge as the run counts, and without.

The Act speaks of places in the province and knows neither exchanges nor merges. The run counts what
is exchanged with the taker, and a merged task with whose task it is; the other way is that places
count where they stand. Nothing is decided anew for it: the tasks stay those of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from allocator.grant.province import Base, grant_of_province
from models.grant import Footing, GrantMove, GrantOfProvince, GrantSettings, GrantSide
from models.merged import Merge
from models.places import Kind, Places
from models.result import ExchangeResult

Provided = Mapping[str, Places]
Moved = tuple[str, str, int]
"""Whose places in the count, where they stand, and how many."""


def exchange_moves(
    bases: Sequence[Base],
    provided: Provided,
    exchanges: Iterable[ExchangeResult],
    settings: GrantSettings,
) -> Iterator[GrantMove]:
    """Each exchange that counts: its places with the taker, and with the giver.

    Args:
        bases: the provinces.
        provided: places of each municipality, as the run counts.
        exchanges: those of the run.
        settings: of the grant.
    """
    before = {base.code: grant_of_province(base, provided, settings) for base in bases}
    for one in exchanges:
        if one.counts:
            moved = [(one.taker, one.giver, one.counting)]
            sides = _sides(bases, provided, before, one.kind, moved, settings)
            yield _move("exchange", one.id, one.kind, one.counting, settings.places, sides)


def merge_moves(
    bases: Sequence[Base], decided: Provided, merges: Iterable[Merge], settings: GrantSettings
) -> Iterator[GrantMove]:
    """Each merge that moves a task: its places with whose task it is, and with the host.

    Args:
        bases: the provinces.
        decided: the decision of each municipality, taken as provided: a merge moves places that
            are still to be made.
        merges: those of the run.
        settings: of the grant.
    """
    before = {base.code: grant_of_province(base, decided, settings) for base in bases}
    for one in merges:
        moved = [(member.code, one.host, member.places) for member in one.moved]
        if moved:
            places = sum(places for _, _, places in moved)
            sides = _sides(bases, decided, before, one.kind, moved, settings)
            yield _move("merge", one.host, one.kind, places, "decision", sides)


def _move(
    of: str, name: str, kind: Kind, places: int, footing: Footing, sides: Iterable[GrantSide]
) -> GrantMove:
    return GrantMove.model_validate(
        {
            "of": of,
            "name": name,
            "kind": kind,
            "places": places,
            "footing": footing,
            "sides": tuple(sides),
        }
    )


def _sides(
    bases: Sequence[Base],
    provided: Provided,
    before: Mapping[str, GrantOfProvince],
    kind: Kind,
    moved: Sequence[Moved],
    settings: GrantSettings,
) -> Iterator[GrantSide]:
    """Whoever has a part in a move, then the provinces in which that is."""
    concerned = {code for whose, where, _ in moved for code in (whose, where)}
    touched = [base for base in bases if concerned & base.names.keys()]
    standing = _where_they_stand(provided, kind, moved)
    after = [grant_of_province(base, standing, settings) for base in touched]
    for then in after:
        shares = {share.code: share for share in before[then.code].municipalities}
        for share in then.municipalities:
            if share.code in concerned:
                now = shares[share.code]
                yield GrantSide(
                    code=share.code,
                    name=share.name,
                    counted=now.places,
                    standing=share.places,
                    cents_counted=now.cents,
                    cents_standing=share.cents,
                )
    for then in after:
        now_all = before[then.code]
        yield GrantSide(
            code=then.code,
            name=then.name,
            counted=now_all.above,
            standing=then.above,
            cents_counted=now_all.cents,
            cents_standing=then.cents,
        )


def _where_they_stand(provided: Provided, kind: Kind, moved: Sequence[Moved]) -> Provided:
    """What each provides if what is moved counts where it stands."""
    standing = dict(provided)
    for whose, where, places in moved:
        these = Places.in_kind(kind, places)
        if whose in standing:
            standing[whose] = standing[whose] - these
        if where in standing:
            standing[where] = standing[where] + these
    return standing
