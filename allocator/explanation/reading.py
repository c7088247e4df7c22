# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A result as an explanation reads it: looked up, never computed again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from models.division import Claim, Division, TieResult
from models.explanation import Chapter, Line
from models.law import Source
from models.places import Places
from models.result import MunicipalityResult, RunResult
from models.scenario import Scenario


class Reading:
    """What a run recorded, with names for codes and places for settings."""

    def __init__(self, result: RunResult) -> None:
        """Index a result."""
        self.result = result
        self.municipalities = {one.code: one for one in result.municipalities}
        self.names = {one.region_code: one.region for one in result.municipalities}
        self.names |= {one.code: one.name for one in result.provinces}
        self.names |= {one.code: one.name for one in result.municipalities}

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
        """Where a setting was written; that it is the default where nobody wrote it."""
        lines = self.result.scenario.lines
        if path in lines:
            return lines[path]
        around = self.result.scenario.line(path)
        return around if around.startswith("--") else f"default of {path}"

    def claims(
        self, stage: str, code: str, kind: str | None = None
    ) -> Iterator[tuple[Division, Claim]]:
        """The apportionments in which a municipality takes part."""
        for division in self.result.divisions:
            for claim in division.claims:
                if (division.stage, claim.code) == (stage, code) and kind in (None, claim.kind):
                    yield division, claim

    def tie(self, division: Division, claim: Claim) -> TieResult | None:
        """The tie of an apportionment that concerns a claimant."""
        labels = {claim.code, f"{claim.code}.{claim.kind}"}
        return next(
            (
                tie
                for tie in self.result.ties
                if (tie.stage, tie.area, tie.kind) == (division.stage, division.area, division.kind)
                and labels & set(tie.tied)
            ),
            None,
        )

    def area_of(self, one: MunicipalityResult) -> str:
        """The code of the area in which a municipality helps to close the rest."""
        by_region = self.settings.distribution.by == "region"
        return one.region_code if by_region else one.province


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
