# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter: on one page why a municipality has its number, for who has to motivate it.

It proposes and decides nothing: what it says holds for a scenario. Where a page is too short for
all, the least important is left to the annex, and the letter says what.
"""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import Reading
from allocator.publishing.contents.letter_steps import steps
from allocator.publishing.contents.letter_warnings import warnings
from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import (
    Attention,
    Block,
    Document,
    Fact,
    Facts,
    Paragraph,
    Section,
    Steps,
)
from allocator.publishing.languages import Language
from models.law import CITATIONS
from models.places import Places
from models.result import RunResult

# What a page holds, in lines of the PDF; headings and boxes count for what they take.
LINES_OF_A_PAGE = 55
CHARACTERS_OF_A_LINE = 100
CHARACTERS_OF_A_SMALL_LINE = 122
LINES_OF_A_HEADING = 2.3
LINES_OF_A_BOX = 2.6
SHORTEST = 4
SHORT_IDENTIFIER = 12


def letter(result: RunResult, code: str, language: Language) -> Document:
    """The motivation for one municipality, on one page.

    Args:
        result: of a run.
        code: of the municipality, `GM0147`.
        language: of the letter.

    Raises:
        KeyError: if the run has no such municipality.
    """
    reading = Reading(result)
    one = reading.municipalities[code]
    for brevity in range(SHORTEST + 1):
        sections = _sections(Writing(reading, one, language, brevity))
        if _lines(sections) <= LINES_OF_A_PAGE:
            break
    return Document(
        name=f"letter-{code}",
        title=language.say(
            "Motivation of the number of reception places for {name}", name=one.name
        ),
        subtitle=language.say("To the municipal executive of {name}. Date: [date].", name=one.name),
        language=language,
        sections=sections,
        identifier=result.manifest.content_sha256 or result.scenario.sha256,
        made_by=f"allocator {result.manifest.allocator}",
    )


def _sections(writing: Writing) -> tuple[Section, ...]:
    say = writing.say
    opened = warnings(writing)
    return (
        Section(say("Proposal"), tuple(_proposal(writing))),
        Section(say("How the number comes about"), (Steps(tuple(steps(writing))),)),
        Section(
            say("What is open"),
            (Attention(say("Please note"), opened),)
            if opened
            else (Paragraph(say("For this number nothing is open in the scenario.")),),
        ),
        Section(say("Sources"), tuple(_sources(writing))),
    )


def _proposal(writing: Writing) -> Iterator[Block]:
    one, say, result = writing.one, writing.say, writing.reading.result
    scenario, raming = result.scenario.name, result.raming
    if one.decision is None:
        yield Paragraph(
            say(
                "By the scenario {scenario} (raming {raming}) there is no number of reception "
                "places for {name}, for the reason under step {step}. This letter decides nothing.",
                scenario=scenario,
                raming=raming,
                name=one.name,
                step=5,
            )
        )
        return
    said = say(
        "By the scenario {scenario} (raming {raming}) {name} makes {places} possible. The number "
        "is a proposal, computed from that scenario. It is not a decision.",
        scenario=scenario,
        raming=raming,
        name=one.name,
        places=one.decision,
    )
    if one.rest is not None and not one.rest:
        said += " " + say("Of what is left to divide {name} gets nothing.", name=one.name)
    yield Paragraph(said)
    if writing.brevity < 2:  # noqa: PLR2004 - how much is left out
        yield Facts(
            (
                Fact(say("Indicative distribution"), writing.language.places(one.share)),
                Fact(say("Counts already"), writing.language.places(one.counted)),
                Fact(say("From the rest"), writing.language.places(one.rest or Places())),
                Fact(say("Proposal"), writing.language.places(one.decision)),
            )
        )


def _sources(writing: Writing) -> Iterator[Block]:
    """What the steps rest on, and by what this run is known again."""
    say, result = writing.say, writing.reading.result
    cited = "; ".join(writing.cited(CITATIONS[source]) for source in writing.sources)
    yield Paragraph(
        say(
            "{sources}. Run {run} of {program}; settings {settings}. The annex of the scenario has "
            "the whole derivation, with the source of every number.",
            sources=cited,
            run=result.manifest.content_sha256[:SHORT_IDENTIFIER] or say("not saved"),
            program=f"allocator {result.manifest.allocator}",
            settings=result.scenario.sha256[:SHORT_IDENTIFIER],
        )
        + (
            " " + say("Left out here for lack of room: {what}. See the annex.", what=writing.left)
            if writing.brevity
            else ""
        )
    )
    yield Paragraph(say("[place], [date], [name and office of who signs]"))


def _lines(sections: tuple[Section, ...]) -> float:
    """How many lines of a page these sections take, by their characters."""
    total = 0.0
    for section in sections:
        total += LINES_OF_A_HEADING
        for block in section.blocks:
            total += _lines_of(block)
    return total


def _lines_of(block: Block) -> float:
    match block:
        case Paragraph():
            return _wrapped(block.text, CHARACTERS_OF_A_LINE) + 0.3
        case Facts():
            return len(block.facts) + 0.5
        case Attention():
            width = CHARACTERS_OF_A_LINE - 6
            return LINES_OF_A_BOX + sum(_wrapped(item, width) for item in block.items)
        case Steps():
            return sum(
                0.25
                + _wrapped(step.says, CHARACTERS_OF_A_LINE - 4)
                + _wrapped(step.arithmetic, CHARACTERS_OF_A_LINE - 4)
                + _wrapped(step.rests_on, CHARACTERS_OF_A_SMALL_LINE)
                for step in block.steps
            )
        case _:
            raise TypeError(block)


def _wrapped(text: str, width: int) -> int:
    return -(-len(text) // width)
