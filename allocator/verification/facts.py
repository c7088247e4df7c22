# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A result as the checks look at it: indexed, with its settings read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from models.division import Division
from models.places import KINDS, Kind, Places
from models.result import AreaResult, MunicipalityResult, RunResult
from models.scenario import Scenario

T = TypeVar("T")


class Facts:
    """What a result says, ready to be looked up."""

    def __init__(self, result: RunResult) -> None:
        """Index a result."""
        self.result = result
        self.municipalities = {one.code: one for one in result.municipalities}
        self.areas = {one.code: one for one in result.areas}
        self._seen: dict[Callable[..., Any], Any] = {}

    def once(self, look: Callable[[Facts], T]) -> T:
        """What several checks look at, looked at once."""
        if look not in self._seen:
            self._seen[look] = look(self)
        found: T = self._seen[look]
        return found

    @cached_property
    def settings(self) -> Scenario:
        """The settings that were in force."""
        return Scenario.model_validate(self.result.scenario.settings)

    @property
    def what_if(self) -> bool:
        """Whether the tasks follow another national total than the published one."""
        told = self.result.national_total
        return told is not None and told.total != told.published

    @cached_property
    def divided(self) -> list[MunicipalityResult]:
        """The municipalities of provinces for which a division was found."""
        return [one for one in self.result.municipalities if one.rest is not None]

    def members(self, area: AreaResult) -> list[MunicipalityResult]:
        """The municipalities of an area."""
        by_region = self.settings.distribution.by == "region"
        return [
            one
            for one in self.result.municipalities
            if one.province == area.province and (not by_region or one.region_code == area.code)
        ]

    def areas_of(self, joined: str) -> list[AreaResult]:
        """The areas that a record names: `PV23`, or `PV23+PV25` where rules tie areas together."""
        return [self.areas[code] for code in joined.split("+") if code in self.areas]

    def divisions(self, stage: str) -> list[Division]:
        """The divisions of one stage."""
        return self._divisions.get(stage, [])

    @cached_property
    def _divisions(self) -> dict[str, list[Division]]:
        stages: dict[str, list[Division]] = {}
        for one in self.result.divisions:
            stages.setdefault(one.stage, []).append(one)
        return stages

    def lot_order(self) -> list[str]:
        """The order of lots as recorded."""
        return list(self.result.manifest.lots)

    def order_among_provinces(self, stage: str, codes: Iterable[str]) -> list[str]:
        """What decides between provinces: the lots they drew for takeovers, else their codes."""
        drawn = list(self.settings.national.lots) if stage in ("takeover", "plan") else []
        return [*drawn, *(code for code in sorted(codes) if code not in drawn)]


def rest_of(municipality: MunicipalityResult, kind: Kind) -> int:
    """The rest places of a municipality that was divided."""
    return municipality.rest.of(kind) if municipality.rest else 0


def added(many: Iterable[Places]) -> dict[str, int]:
    """The sums of many places as plain integers."""
    listed = list(many)
    sums: dict[str, int] = {kind: sum(one.of(kind) for one in listed) for kind in KINDS}
    return {**sums, "total": sum(sums.values())}


def numbers(places: Places) -> dict[str, int]:
    """Places as plain integers."""
    return {"regular": places.regular, "amv": places.amv, "total": places.regular + places.amv}
