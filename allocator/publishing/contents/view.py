# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A run as a report looks at it: in a language, and of some of its provinces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from allocator.explanation.reading import Reading
from allocator.publishing.languages import Language
from models.division import Division, TieResult
from models.merged import Merge, Undersized
from models.places import Places, total_of
from models.result import (
    AreaResult,
    ExchangeResult,
    MunicipalityResult,
    OfferResult,
    PooledResult,
    ProvinceResult,
    RunResult,
)
from models.territory import spelled

PROGRAM = "allocator"


def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    """What finds any of these names in a text, as a whole word."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")


def spoken(language: Language, sentence: str) -> str:
    """What the program says, as a sentence of a report.

    A name that a sentence begins with, followed by a colon, is left as it is written.
    """
    said = language.repeat(sentence)
    kind = type(said)  # what is left in English stays marked as such
    is_name = said.split(maxsplit=1)[0].endswith(":") if said else False
    begun = said if is_name else f"{said[:1].upper()}{said[1:]}"
    return kind(begun if begun.endswith(".") else f"{begun}.")


@dataclass(frozen=True)
class View:
    """A run, or what it says of some of its provinces.

    Attributes:
        result: the whole run.
        language: of the report.
        province: code of the only province to tell of; None is all of them.
        notes: what a saved run is worth, where that is less than one that was made now.
    """

    result: RunResult
    language: Language
    province: str | None = None
    notes: tuple[str, ...] = ()

    def say(self, text: str, /, **values: Any) -> str:
        """A text of the report in its language."""
        return self.language.say(text, **values)

    def repeat(self, sentence: str) -> str:
        """What the program says, as a sentence in the language of the report."""
        return spoken(self.language, sentence)

    def own(self, text: str) -> str:
        """A title or name that the scenario gives, which may be in any language."""
        return str(self.language.repeat(text))

    @cached_property
    def reading(self) -> Reading:
        """The run as explanations read it."""
        return Reading(self.result)

    @cached_property
    def provinces(self) -> Sequence[ProvinceResult]:
        """The provinces of the report."""
        return [one for one in self.result.provinces if self.province in (None, one.code)]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of everything in the report: its municipalities, regions and provinces."""
        found = {one.code for one in self.provinces}
        for one in self.municipalities:
            found |= {one.code, one.region_code}
        return frozenset(found)

    @cached_property
    def municipalities(self) -> Sequence[MunicipalityResult]:
        """The municipalities of the report, by name: so a reader finds the own one."""
        found = [one for one in self.result.municipalities if self.province in (None, one.province)]
        return sorted(found, key=lambda one: (spelled(one.name), one.code))

    def within(self, province: ProvinceResult) -> Sequence[MunicipalityResult]:
        """The municipalities of one of its provinces."""
        return [one for one in self.municipalities if one.province == province.code]

    @cached_property
    def is_part(self) -> bool:
        """Whether the run has other provinces beside those of the report."""
        return len(self.provinces) < len(self.result.provinces)

    def concerns(self, text: str) -> bool:
        """Whether a text is of the report: it names something in it, or nothing of elsewhere."""
        if not self.is_part:
            return True
        here, elsewhere = self._names_here_and_elsewhere
        return bool(here.search(text)) or not elsewhere.search(text)

    @cached_property
    def _names_here_and_elsewhere(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        here = frozenset(map(self.reading.name, self.codes))
        return _any_of(here), _any_of(frozenset(self.reading.names.values()) - here)

    def counts_by_place(self, province: ProvinceResult) -> bool:
        """Whether it is known what counts with each municipality, and not of the whole only."""
        return province.known and all(one.area != province.code for one in self.result.reports)

    @cached_property
    def areas(self) -> Sequence[AreaResult]:
        """The sums that close, of the provinces of the report."""
        return [one for one in self.result.areas if self.province in (None, one.province)]

    @cached_property
    def merges(self) -> Sequence[Merge]:
        """The merges with a host or a member in the report."""
        return [
            one
            for one in self.result.merges
            if one.host in self.codes or any(each.code in self.codes for each in one.members)
        ]

    @cached_property
    def undersized(self) -> Sequence[Undersized]:
        """The tasks of the report that no plan makes part of a viable site."""
        return [one for one in self.result.undersized if one.code in self.codes]

    @cached_property
    def exchanges(self) -> Sequence[ExchangeResult]:
        """The exchanges that give to or take from a municipality in the report."""
        return [
            one
            for one in self.result.exchanges
            if self.province is None or {one.giver, one.taker} & self.codes
        ]

    @cached_property
    def offers(self) -> Sequence[OfferResult]:
        """The offers of its municipalities."""
        return [one for one in self.result.offers if one.municipality in self.codes]

    @cached_property
    def pledges(self) -> Sequence[PooledResult]:
        """The pledges of its regions."""
        return [
            one
            for one in self.result.pooled_offers
            if one.region in self.codes or set(one.candidates) & self.codes
        ]

    @cached_property
    def divisions(self) -> Sequence[Division]:
        """The apportionments of its rests."""
        return [
            one
            for one in self.result.divisions
            if one.stage == "rest" and self._concerns(one.area.split("+"))
        ]

    @cached_property
    def ties(self) -> Sequence[TieResult]:
        """The equal claims that concern the report; those between provinces concern every one."""
        return [
            one
            for one in self.result.ties
            if self._concerns(claimant.partition(".")[0] for claimant in (*one.tied, one.area))
        ]

    def _concerns(self, codes: Any) -> bool:
        return self.province is None or any(code in self.codes for code in codes)

    @cached_property
    def divided(self) -> bool:
        """Whether every municipality that could have a decision has one."""
        return any(one.decision is not None for one in self.municipalities)

    @property
    def name(self) -> str:
        """What the report is of: a province, several, or the country."""
        if len(self.provinces) == 1:
            return self.provinces[0].name
        every = len(self.provinces) == 12  # noqa: PLR2004 - as many as the country has
        names = self.language.listed([one.name for one in self.provinces])
        return self.say("the Netherlands") if every else names

    def sum_of(self, what: str) -> Places:
        """The sum of one quantity over the provinces of the report."""
        return total_of(getattr(one, what) for one in self.provinces)

    def kind(self, kind: str) -> str:
        """A kind of places as an adjective or noun of its own."""
        words = {
            "regular": self.say("regular"),
            "amv": self.say("amv"),
            "both": self.say("both kinds"),
            "total": self.say("all places"),
        }
        return words[kind]
