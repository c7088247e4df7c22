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
from allocator.publishing.contents.provenance import identifier
from allocator.publishing.contents.view import PROGRAM, spoken
from allocator.publishing.document import (
    Attention,
    Block,
    Document,
    Fact,
    Facts,
    Paragraph,
    Section,
    Step,
    Steps,
)
from allocator.publishing.languages import Language
from allocator.versions import day_of
from models.law import CITATIONS
from models.places import Places
from models.result import RunResult

# What a page holds, in tenths of a line of the PDF; headings and boxes count for what they take.
LINE, SMALL_LINE = 10, 9
ROOM_OF_A_PAGE = 497
ROOM_OF_A_HEADING, ROOM_OF_A_BOX, ROOM_BETWEEN, ROOM_BETWEEN_STEPS = 25, 27, 3, 1
# How wide a line is, in hundredths of the height of its type, and how wide characters are.
WIDTH_OF_A_LINE, WIDTH_OF_A_SMALL_LINE, INDENT = 4450, 5450, 160
NARROW, WIDE = "ijlftrI.,;:'()-/|", "mwMWABCDEGHKNOPQRUVXYZ@%≈=+×"
WIDTH_OF_NARROW, WIDTH_OF_WIDE, WIDTH_OF_OTHERS, WIDTH_OF_A_SPACE = 30, 66, 47, 25
SHORTEST = 4
SHORT_IDENTIFIER = 12


def letter(
    result: RunResult, code: str, language: Language, notes: tuple[str, ...] = ()
) -> Document:
    """The motivation for one municipality, on one page.

    It runs over only where the least that it says is more than a page: who waits for several
    exchanges on conditions in words of their own, or has names of hundreds of letters.

    Args:
        result: of a run.
        code: of the municipality, `GM0147`.
        language: of the letter.
        notes: what a saved run is worth, where that is less than one that was made now.

    Raises:
        KeyError: if the run has no such municipality.
    """
    reading, seal = Reading(result), identifier(result)
    one = reading.municipalities[code]

    def written(brevity: int) -> tuple[Section, ...]:
        return _sections(Writing(reading, one, language, brevity, notes), seal)

    fitting = (each for each in map(written, range(SHORTEST)) if room(each) <= ROOM_OF_A_PAGE)
    sections = next(fitting, None) or written(SHORTEST)
    return Document(
        name=f"{language.say('letter')}-{one.name}",
        title=language.say(
            "Motivation of the number of reception places for {name}", name=one.name
        ),
        subtitle=language.say("To the municipal executive of {name}. Date: [date].", name=one.name),
        language=language,
        sections=sections,
        identifier=seal,
        made_by=f"{PROGRAM} {result.manifest.allocator}",
        made_on=day_of(result.manifest.allocator),
        on_one_page=True,
    )


def _sections(writing: Writing, seal: str) -> tuple[Section, ...]:
    say = writing.say
    worth = (spoken(writing.language, note) for note in writing.notes)
    opened = (*worth, *warnings(writing))
    return (
        Section(say("Proposal"), tuple(_proposal(writing))),
        Section(say("How the number comes about"), (Steps(tuple(steps(writing))),)),
        Section(
            say("What is open"),
            (Attention(say("Please note"), opened),)
            if opened
            else (Paragraph(say("For this number nothing is open in the scenario.")),),
        ),
        Section(say("Sources"), tuple(_sources(writing, seal))),
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
    if not writing.known_by_place:
        yield Paragraph(
            say(
                "By the scenario {scenario} (raming {raming}) {name} gets {places} of the rest. "
                "What counts already with {name} is not known, so no number in all is told. This "
                "letter decides nothing.",
                scenario=scenario,
                raming=raming,
                name=one.name,
                places=one.rest or Places(),
            )
        )
        return
    said = say(
        "By the scenario {scenario} (raming {raming}) {name} makes {places} possible."
        if one.decision
        else "By the scenario {scenario} (raming {raming}) {name} makes no places possible.",
        scenario=scenario,
        raming=raming,
        name=one.name,
        places=one.decision,
    )
    said += " " + say("That is a proposal, computed from that scenario. It is not a decision.")
    if one.decision and not one.rest:
        said += " " + say("Of what is left to divide {name} gets nothing.", name=one.name)
    yield Paragraph(said)
    if not writing.brevity:
        yield Facts(
            (
                Fact(say("Share (indicative distribution)"), writing.language.places(one.share)),
                Fact(say("Counts already"), writing.language.places(one.counted)),
                Fact(say("From the rest"), writing.language.places(one.rest or Places())),
                Fact(say("Proposal"), writing.language.places(one.decision)),
            )
        )


def _sources(writing: Writing, seal: str) -> Iterator[Block]:
    """What the steps rest on, and by what this run is known again."""
    say, result = writing.say, writing.reading.result
    cited = "; ".join(writing.cited(CITATIONS[source]) for source in writing.sources)
    yield Paragraph(
        say(
            "{sources}. Run {run}, by {program}; settings {settings}. The annex of the scenario "
            "has the whole derivation, with the source of every number.",
            sources=cited,
            run=seal[:SHORT_IDENTIFIER],
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


def room(sections: tuple[Section, ...]) -> int:
    """How much of a page these sections take, in tenths of a line."""
    return sum(ROOM_OF_A_HEADING + sum(map(_room_of, section.blocks)) for section in sections)


def _room_of(block: Block) -> int:
    inside = WIDTH_OF_A_LINE - INDENT
    match block:
        case Paragraph():
            return LINE * _lines(block.text, WIDTH_OF_A_LINE) + ROOM_BETWEEN
        case Facts():
            return LINE * len(block.facts) + ROOM_BETWEEN
        case Attention():
            return ROOM_OF_A_BOX + LINE * sum(_lines(item, inside) for item in block.items)
        case Steps():
            return sum(map(_room_of_step, block.steps))
        case _:
            raise TypeError(block)


def _room_of_step(step: Step) -> int:
    inside = WIDTH_OF_A_LINE - INDENT
    lines = _lines(step.says, inside) + _lines(step.arithmetic, inside)
    small = _lines(step.rests_on, WIDTH_OF_A_SMALL_LINE - INDENT)
    return LINE * lines + SMALL_LINE * small + ROOM_BETWEEN_STEPS


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, word by word; no word is broken."""
    lines = at = 0
    for word in text.split():
        wide = _width(word)
        if not lines or at + WIDTH_OF_A_SPACE + wide > width:
            lines, at = lines + 1, wide
        else:
            at += WIDTH_OF_A_SPACE + wide
    return lines


def _width(word: str) -> int:
    return sum(
        WIDTH_OF_NARROW if each in NARROW else WIDTH_OF_WIDE if each in WIDE else WIDTH_OF_OTHERS
        for each in word
    )
