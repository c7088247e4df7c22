# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A result as an explanation reads it: looked up, never computed again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Literal

from models import law
from models.counting import Counting
from models.division import Claim, Division, TieResult
from models.explanation import Chapter, Line
from models.law import Source
from models.places import KINDS, Kind, Places
from models.raming import OTHERS, OTHERS_NAME
from models.result import BETWEEN_PROVINCES, AreaResult, MunicipalityResult, RunResult
from models.scenario import Scenario

Total = Literal["total"]
LINES_ABOVE = "the lines above"
COUNTING = (
    "available",
    "minimum_months",
    "durable",
    "margin",
    "minimum_site",
    "minimum_municipality",
)
# Versions begin with their year, so that they are in the order of time.
FIRST_RAMING_OF_THE_ACT = "2024"


class Reading:
    """What a run recorded, with names for codes and places for settings."""

    def __init__(self, result: RunResult) -> None:
        """Index a result."""
        self.result = result
        self.municipalities = {one.code: one for one in result.municipalities}
        self.areas = {(area.province, area.code): area for area in result.areas}
        self.names = {one.region_code: one.region for one in result.municipalities}
        self.names |= {one.code: one.name for one in result.provinces}
        self.names |= {one.code: one.name for one in result.municipalities}
        self.names[OTHERS] = OTHERS_NAME

    @cached_property
    def settings(self) -> Scenario:
        """The settings that were in force."""
        return Scenario.model_validate(self.result.scenario.settings)

    def name(self, code: str) -> str:
        """The name behind a code (`GM0141.amv`: with its kind), or a pledge's own name."""
        place, _, kind = code.partition(".")
        return f"{self.names.get(place, place)} {kind}".strip()

    def called(self, codes: tuple[str, ...]) -> str:
        """Names in a row."""
        return ", ".join(map(self.name, codes))

    def setting(self, path: str) -> str:
        """Where a setting was written, or that it is the default, or that Python code set it."""
        lines = self.result.scenario.lines
        if path in lines:
            return lines[path]
        around = self.result.scenario.line(path)
        if around.startswith("--"):
            return around
        default = _at(_defaults(), path)
        same = _at(self.result.scenario.settings, path) == default
        return f"default of {path}" if same or lines else f"{path}, set in Python"

    @property
    def rule_of_the_decision(self) -> Source | str:
        """What the division of the rest rests on."""
        by_analogy = "" if self.result.raming == "2024" else ", by analogy"
        return f"{law.DECISION.id}{by_analogy}"

    @property
    def source_of_the_raming(self) -> Source:
        """What a raming rests on: the Act, or before it was in force what provinces were told."""
        before = self.result.raming < FIRST_RAMING_OF_THE_ACT
        return law.PRT_LETTER_2023 if before else law.ACT_RAMING

    def sums(self, division: Division, claim: Claim) -> dict[str, tuple[str, Kind | Total]]:
        """The sums with a multiplier that a claimant is in: the code and kind of each, by name."""
        one = self.municipalities[claim.code]
        found: dict[str, tuple[str, Kind | Total]] = {}
        for name, multiplier in division.multipliers.items():
            place, _, what = name.partition("[")[2].rstrip("]").rpartition(".")
            if multiplier and place in (one.code, one.region_code, one.province):
                for kind in KINDS:
                    if what == kind == claim.kind:
                        found[name] = (place, kind)
                if what == "total":
                    found[name] = (place, "total")
        return found

    def claims(
        self, stage: str, code: str, kind: str | None = None
    ) -> Iterator[tuple[Division, Claim]]:
        """The apportionments in which a municipality takes part."""
        for division in self.result.divisions:
            for claim in division.claims:
                if (division.stage, claim.code) == (stage, code) and kind in (None, claim.kind):
                    yield division, claim

    def counting_rule(self) -> tuple[str, ...]:
        """The settings that say what counts: those that somebody wrote, and the statuses."""
        default = Counting()
        names = [
            name
            for name in COUNTING
            if getattr(self.settings.counting, name) != getattr(default, name)
        ]
        return tuple(self.setting(f"counting.{name}") for name in ("statuses", *names))

    def within(self, code: str) -> list[MunicipalityResult]:
        """The municipalities of a region or province."""
        return [
            one for one in self.result.municipalities if code in (one.region_code, one.province)
        ]

    def members(self, area: AreaResult) -> list[MunicipalityResult]:
        """The municipalities of an area."""
        return [
            one
            for one in self.result.municipalities
            if (one.province, self.area_of(one)) == (area.province, area.code)
        ]

    def reasons(self, province: str) -> list[str]:
        """Why there is no division in a province; all reasons where its own are not told apart."""
        if any(one.code == province and not one.known for one in self.result.provinces):
            return [f"The report of {self.name(province)} is not known, so nothing is divided"]
        why, areas = (
            self.result.infeasibility,
            {area.code for area in self.result.areas if area.province == province},
        )
        own = [one.says for one in why.shortages if one.area in areas] if why else []
        return own or list(self.result.reasons)

    def tie(self, division: Division, claim: Claim) -> TieResult | None:
        """The tie of an apportionment that concerns a claimant."""
        labels = {claim.code, f"{claim.code}.{claim.kind}"}
        return next(
            (
                tie
                for tie in self.result.ties
                if (tie.stage, tie.area, tie.kind, tie.without)
                == (division.stage, division.area, division.kind, division.without)
                and labels & set(tie.tied)
            ),
            None,
        )

    def drawn(self, tie: TieResult) -> bool:
        """Whether lots were drawn for any of those who tie; otherwise their codes decide."""
        national, own = self.settings.national.lots, self.settings.distribution.lots
        between_provinces = tie.stage in BETWEEN_PROVINCES
        lots = own if not between_provinces else national if tie.stage != "task" else ()
        return any(label.partition(".")[0] in lots for label in tie.tied)

    def area_of(self, one: MunicipalityResult) -> str:
        """The code of the area in which a municipality helps to close the rest."""
        by_region = self.settings.distribution.by == "region"
        return one.region_code if by_region else one.province


@cache
def _defaults() -> Any:
    """Every setting as it is where nobody writes it."""
    return Scenario().model_dump(mode="json")


def _at(settings: Any, path: str) -> Any:
    """The value of a setting; None where no such line stands."""
    for key in path.split("."):
        if isinstance(settings, list) and key.isdecimal() and int(key) < len(settings):
            settings = settings[int(key)]
        else:
            settings = settings.get(key) if isinstance(settings, dict) else None
    return settings


def chapter(heading: str, *lines: Line | None) -> Chapter:
    """A chapter of the lines that are there."""
    return Chapter(heading=heading, lines=tuple(line for line in lines if line is not None))


def line(
    says: str, arithmetic: str = "", *sources: Source | str, rows: tuple[str, ...] = ()
) -> Line:
    """One line with its sources; empty ones fall away."""
    return Line(
        says=says,
        arithmetic=arithmetic,
        sources=tuple(dict.fromkeys(_cited(source) for source in sources if source)),
        rows=tuple(dict.fromkeys(row for row in rows if row)),
    )


def _cited(source: Source | str) -> str:
    return source.id if isinstance(source, Source) else source


def counted(places: Places) -> str:
    """`22 places of which 9 amv`."""
    return f"{many(places.total)} of which {places.amv:,} amv"


def many(places: int, kind: str = "") -> str:
    """`1 place`, `22 amv places`."""
    return f"{places:,} {kind}{' ' if kind else ''}place{'' if places == 1 else 's'}"


def sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith(".") else f"{text}."


def tie_in_words(reading: Reading, tie: TieResult) -> str:
    """Who ties for how many places, in what order of lots, and who was drawn."""
    origin = reading.result.order_from(tie)
    if tie.stage == "plan":
        pairs = ", ".join(f"{reading.name(one)} from {reading.name(two)}" for one, two in tie.pairs)
        return (
            f"{many(tie.places, str(tie.kind))} could be taken over otherwise over as little "
            f"distance: {pairs}. One after the other has as many as it can, in the order of lots: "
            f"{reading.called(tie.order)} ({origin})."
        )
    return (
        f"{reading.called(tie.tied)} tie for {many(tie.places)}. The order of lots among them: "
        f"{reading.called(tie.order)} ({origin}). Drawn: {reading.called(tie.drawn)}."
    )
