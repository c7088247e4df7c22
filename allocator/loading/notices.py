# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Notices: what is not wrong, and what a planner may not expect."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from allocator.loading.reference import ReferenceTables
from allocator.loading.scenario_file import ScenarioFile
from models.problem import Cell, KeyFigures, Notice, PublishedShare
from models.raming import Follows, NationalTotal
from models.scenario import DistributionSettings, KeySettings, Scenario
from models.territory import Territory

# Below this, the score of a municipality rests on part of its households only.
FULL_COVERAGE_PERCENT = 90
FULL_COVERAGE = Fraction(FULL_COVERAGE_PERCENT, 100)
DEFAULT_POPULATION = Scenario().population


def without_effect(file: ScenarioFile, follows: Follows) -> list[Notice]:
    """Settings that differ from their default and change nothing, because of another setting.

    Args:
        file: the scenario.
        follows: what its tasks follow.
    """
    scenario = file.scenario
    found = [
        *_of_key(scenario),
        *_of_tasks(scenario, follows),
        *_of_distribution(scenario.distribution, scenario),
        *_of_takeover(scenario),
        *_of_pledges(scenario),
    ]
    return [
        Notice(
            code="without-effect",
            message=f"{path} ({file.place(*_keys(path))}) has no effect: {because}",
        )
        for path, because in found
    ]


def what_if_total(
    file: ScenarioFile, national: NationalTotal | None, follows: Follows, *, by_region: bool
) -> list[Notice]:
    """That the tasks follow another national total, and what that does to published numbers.

    Args:
        file: the scenario.
        national: what it asks.
        follows: what the tasks follow.
        by_region: whether published tasks of regions, scaled alike, decide anything.
    """
    if national is None:
        return []
    raming, where = file.scenario.raming, file.place("task", "national_total")
    if not national.what_if:
        return [
            Notice(
                code="without-effect",
                message=f"task.national_total ({where}) has no effect: {national.total:,} is the "
                f"published national total of raming {raming}",
            )
        ]
    asked = (
        f"a what-if: the national total of raming {raming} is {national.published:,}, and here "
        f"{national.total:,} ({where})"
    )
    if follows == "key":
        message = (
            f"{asked}. The key shares it out; official numbers of municipalities are not of it"
        )
        return [Notice(code="what-if-total", message=message)]
    regions = "; regions keep their part of the task of their province" if by_region else ""
    return [
        Notice(
            code="what-if-total",
            message=f"{asked}. Every province keeps its part of it{regions}. "
            "The tasks are estimates, and official numbers of municipalities are weights only",
        )
    ]


def other_cycle(file: ScenarioFile, cycle: tuple[date, date] | None) -> Iterator[Notice]:
    """That places are counted on days on which the task of the scenario does not bind.

    Args:
        file: the scenario.
        cycle: the first and the last day on which it binds; None where none is known.
    """
    asked = file.scenario.counting.available
    if asked is None or cycle is None:
        return
    (first, last), where = asked.period, file.place("counting", "available")
    if cycle[0] <= first and last <= cycle[1]:
        return
    days = f"on {first}" if first == last else f"from {first} to {last}"
    part = "no day" if last < cycle[0] or cycle[1] < first else "not every day"
    message = (
        f"places count that are available {days} ({where}), and the task of raming "
        f"{file.scenario.raming} binds from {cycle[0]} to {cycle[1]}: {part} of the first is in "
        "the second"
    )
    yield Notice(code="other-cycle", message=message)


def _keys(path: str) -> Iterator[str | int]:
    """The keys of a dotted path, the items of lists as numbers."""
    return (int(key) if key.isdigit() else key for key in path.split("."))


def _of_key(scenario: Scenario) -> Iterator[tuple[str, str]]:
    key = scenario.key
    used = _keys_used(key)
    said = " and filling by ".join(used)
    needs = {"parts": "composite", "file": "column", "column": "column", "sheet": "column"}
    for setting, name in {**needs, "raming": "published"}.items():
        if getattr(key, setting) and name not in used:
            yield f"key.{setting}", f"the key is {said}, not {name}"
    if scenario.indicative is not None and "published" not in used:
        yield "indicative", f"the key is {said}, not published"
    elif scenario.indicative is not None and key.raming not in (None, scenario.raming):
        yield "indicative", f"the key takes the numbers of raming {key.raming}"
    if scenario.ses_woa is not None and "statutory" not in used:
        yield "ses_woa", f"the key is {said}, not statutory"
    draws_on_people = {"inhabitants", "statutory", "composite"} & set(used)
    if scenario.population != DEFAULT_POPULATION and not draws_on_people:
        yield "population", f"the key is {said}, which counts no inhabitants"


def _of_tasks(scenario: Scenario, follows: Follows) -> Iterator[tuple[str, str]]:
    if follows != "key":
        return
    because = "the tasks follow the key"
    if scenario.distribution.region_tasks:
        yield "distribution.region_tasks", because
    if scenario.task.provinces:
        yield "task.provinces", because
    if scenario.task.missing_total is not None:
        yield "task.missing_total", because


def _of_distribution(chosen: DistributionSettings, scenario: Scenario) -> Iterator[tuple[str, str]]:
    if chosen.named and chosen.eligible != "named":
        yield "distribution.named", f"eligible is {chosen.eligible}, not named"
    if not chosen.per_kind and chosen.eligible != "below_share":
        yield "distribution.per_kind", f"eligible is {chosen.eligible}, not below_share"
    if chosen.region_tasks and chosen.by != "region" and scenario.task.follows != "key":
        yield "distribution.region_tasks", "by is province, not region"


def _of_takeover(scenario: Scenario) -> Iterator[tuple[str, str]]:
    if scenario.national.takeover == "none":
        for setting, value in (
            ("neighbours_only", scenario.national.neighbours_only),
            ("from", scenario.national.from_),
            ("lots", scenario.national.lots),
        ):
            if value:
                yield f"national.{setting}", "takeover is none"


def _of_pledges(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for index, pooled in enumerate(scenario.pooled_offers):
        if pooled.fallen_through and pooled.status not in scenario.counting.statuses:
            because = f"no place of {pooled.name} counts, for it is {pooled.status}"
            yield f"pooled_offers.{index}.fallen_through", because


def region_tasks_used(scenario: Scenario) -> bool:
    """Whether the tasks of regions decide anything: they close, or published numbers on them."""
    same_raming = scenario.key.raming in (None, scenario.raming)
    return scenario.distribution.by == "region" or (
        scenario.key.name == "published" and same_raming
    )


def _keys_used(key: KeySettings) -> list[str]:
    return [key.name, key.missing.fill] if key.missing else [key.name]


def thin_scores(
    scenario: Scenario,
    tables: ReferenceTables,
    figures: KeyFigures,
    codes: Collection[str],
) -> list[Notice]:
    """Scores that rest on part of the households only, where a weight rests on them."""
    used = _scores_used(scenario.key, figures, tables.territory, codes)
    thin = [
        f"{tables.territory.name(row.code)} ({int(row.household_coverage * 100)} %)"
        for row in tables.ses_woa
        if row.code in used and row.household_coverage < FULL_COVERAGE
    ]
    if not thin:
        return []
    return [
        Notice(
            code="thin-score",
            message=f"the SES-WOA score covers less than {FULL_COVERAGE_PERCENT} % of the "
            f"households of {', '.join(thin)}",
        )
    ]


def _scores_used(
    key: KeySettings, figures: KeyFigures, territory: Territory, codes: Collection[str]
) -> set[str]:
    """The municipalities whose score decides a weight."""
    if key.name == "statutory":
        return set(codes)
    if key.missing is None or key.missing.fill != "statutory":
        return set()
    unknown = set(codes) - _weighed(key, figures)
    areas = {_area(territory, code, key) for code in unknown}
    if key.name == "published" and areas <= figures.area_totals.keys():
        return unknown  # they share what is left of a published total
    return {code for code in codes if _area(territory, code, key) in areas}


def _area(territory: Territory, code: str, key: KeySettings) -> str:
    municipality = territory.municipalities[code]
    by_region = key.missing is not None and key.missing.within == "region"
    return municipality.region if by_region else municipality.province


def _weighed(key: KeySettings, figures: KeyFigures) -> set[str]:
    """The municipalities that a key weighs without filling."""
    if key.name == "published":
        return set(figures.published)
    if key.name == "column":
        return set(figures.column)
    names = key.parts if key.name == "composite" else ["inhabitants"]
    known = [set(figures.quantities.get(name, {})) for name in names]
    return set.intersection(*known) if known else set()


def sums_of_merged(
    scenario: Scenario, figures: KeyFigures, territory: Territory, codes: Collection[str]
) -> Iterator[Notice]:
    """Figures of a table of before municipalities merged, which are added up."""
    added: dict[str, Mapping[str, Cell | PublishedShare]] = {
        scenario.key.column or "": figures.column,
        "inhabitants": figures.quantities.get("inhabitants", {}),
        "indicative": figures.published,
    }
    for column, found in added.items():
        for code, figure in found.items():
            if figure.parts and code in codes:
                names = {part.name for part in figure.parts}
                gone = next(one for one in territory.places.former.values() if one.name in names)
                *most, last = [part.name for part in figure.parts]
                values = [part.value for part in figure.parts]
                yield Notice(
                    code="added-up",
                    message=f"{column} ({figure.row}) of {territory.name(code)} is the sum of what "
                    f"{', '.join(most)} and {last} had before they became one "
                    f"municipality on {gone.on}: {' + '.join(map(_decimal, values))} = "
                    f"{_decimal(sum(values, Fraction(0)))}",
                )


def _decimal(value: Fraction) -> str:
    """A figure of a table, all of its digits."""
    return format(Decimal(value.numerator) / value.denominator, ",f")
