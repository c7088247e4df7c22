# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would make a division possible, where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Items, Paragraph, Section
from models.result import Infeasibility, Move, Repair


def repairs(view: View) -> Section:
    """The smallest changes of the scenario that make a division possible; each was tried."""
    why = view.result.infeasibility
    blocks = tuple(_blocks(view, why)) if why else ()
    return Section(view.say("What would make one possible"), blocks, anchor="repairs")


def _blocks(view: View, why: Infeasibility) -> Iterator[Block]:
    say, names = view.say, why.areas
    found = [one for one in why.repairs if view.codes & set(one.areas)]
    if found:
        yield Paragraph(
            say(
                "Any one of these changes is enough for the areas that it names, which dividing "
                "again confirmed; anything less is not."
            )
        )
        yield Items(tuple(_repair(view, one, names) for one in found))
    elif not why.beyond_repair:
        yield Paragraph(say("No change was found and confirmed within the time limit."))
    if found and not why.complete:
        yield Paragraph(say("There may be others."))
    beyond = [names[code] for code in why.beyond_repair if code in view.codes]
    if beyond:
        yield Paragraph(
            say(
                "{areas}: no line that limits, exempts or asks a minimum can be changed so that it "
                "fits; the task, the offers that count and the key decide.",
                areas=view.language.listed(beyond),
            )
        )


def _repair(view: View, repair: Repair, names: dict[str, str]) -> str:
    areas = view.language.listed([names[code] for code in repair.areas])
    moves = "; ".join(_move(view, one) for one in repair.moves)
    return f"{areas}: {moves}."


def _move(view: View, move: Move) -> str:
    """`At least 5,000 places of Borne: make it 268, 4,732 less (stands at my.yaml:5:3)`."""
    say = view.say
    if move.becomes is None:
        change = say("take it off the list")
    elif move.by is None or not isinstance(move.becomes, int) or not isinstance(move.now, int):
        change = say("write {becomes} instead of {now}", becomes=move.becomes, now=move.now)
    elif move.becomes > move.now:
        change = say("make it {becomes}, {by} more", becomes=move.becomes, by=move.by)
    else:
        change = say("make it {becomes}, {by} less", becomes=move.becomes, by=move.by)
    where = f" ({say('it stands at {where}', where=move.where)})" if move.where else ""
    return f"{view.language.repeat(move.says)}: {change}{where}"
