# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a municipality is eligible for the rest, as the letter says it, or why nobody is."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import sentence
from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import Step
from models import law
from models.exemption import Exemption, Reason
from models.places import KINDS, Kind

MOST_REASONS = 3


def eligible(writing: Writing) -> Iterator[Step]:
    """Whether it is eligible and why; where there is no division, the reason."""
    if writing.one.rest is None:
        yield from _none(writing)
        return
    says = [_rule(writing)]
    exemption = writing.reading.settings.distribution.exemption(writing.one.code)
    if exemption:
        says += _exempt(writing, exemption[1])
    elif writing.reading.settings.distribution.eligible == "below_share":
        says += _below_share(writing)
    else:
        says.append(_verdict(writing))
    yield writing.step(says, [], law.DECISION)


def _none(writing: Writing) -> Iterator[Step]:
    """There are no numbers: the reasons of the run, in its own words."""
    say, language = writing.say, writing.language
    if not writing.area.known:
        says = say(
            "The report of the province is not known, so the scenario divides nothing here and "
            "{name} gets no number.",
            name=writing.one.name,
        )
        yield writing.step([says], [], law.DECISION)
        return
    status = writing.reading.result.status
    opening = (
        say("By the rules of this scenario no division is possible.")
        if status == "infeasible"
        else say("The computation was stopped before there was a division.")
    )
    yield writing.step([opening], [], law.DECISION)
    for reason in writing.reading.reasons(writing.one.province)[:MOST_REASONS]:
        yield Step(language.repeat(sentence(reason)))


def _rule(writing: Writing) -> str:
    settings, say = writing.reading.settings.distribution, writing.say
    if settings.eligible == "all":
        return say("All municipalities are eligible for the rest.")
    if settings.eligible == "named":
        return say("Eligible for the rest is who the scenario names.")
    if settings.per_kind:
        return say("Eligible for the rest is who counts less than its share, for each kind apart.")
    return say("Eligible for the rest is who counts less than its share, both kinds together.")


def _below_share(writing: Writing) -> list[str]:
    one, say = writing.one, writing.say
    if not writing.reading.settings.distribution.per_kind:
        has, share = one.counted.total, one.share.total
        said = _compared(writing, has, share)
        return [say("{name} counts {compared}.", name=one.name, compared=said), _verdict(writing)]
    compared = [
        f"{writing.kind(kind)} {_compared(writing, one.counted.of(kind), one.share.of(kind))}"
        for kind in KINDS
    ]
    return [
        say("{name} counts {compared}.", name=one.name, compared=writing.language.listed(compared)),
        _verdict(writing),
    ]


EXEMPT: dict[Reason, str] = {
    "reached_number": "{name} is exempt: it reached its number ({source}).",
    "reception_for_long": "{name} is exempt: it has had reception for long ({source}).",
    "special_effort": "{name} is exempt: its special effort of the past ten years ({source}).",
    "ukrainians": "{name} is exempt: it receives Ukrainians ({source}).",
    "other": "{name} is exempt, for a reason of its own ({source}).",
}


def _exempt(writing: Writing, exemption: Exemption) -> Iterator[str]:
    """That it is excepted, and why."""
    name = writing.one.name
    if exemption.reason is None:
        yield writing.say("{name} is exempt.", name=name)
        return
    yield writing.say(EXEMPT[exemption.reason], name=name, source=exemption.source)
    if exemption.note:
        yield writing.say("Noted beside it: {note}", note=exemption.note)


def _compared(writing: Writing, has: int, share: int) -> str:
    return writing.say("{has} of {share}", has=has, share=share)


def _verdict(writing: Writing) -> str:
    one, say = writing.one, writing.say
    able: list[Kind] = [kind for kind in KINDS if one.eligible.of(kind)]
    if len(able) == len(KINDS):
        return say("So {name} is eligible for both kinds.", name=one.name)
    if not able:
        return say("So {name} is not eligible.", name=one.name)
    if able == ["amv"]:
        return say("So {name} is eligible for amv places only.", name=one.name)
    return say("So {name} is eligible for regular places only.", name=one.name)
