# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a run: sums, municipalities, merges, divisors, ties, exchanges, warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allocator.apportionment.by_hand import in_short
from allocator.keys.notices import FIRST
from allocator.reporting.country import country_pages
from allocator.reporting.emergency import emergency_page
from allocator.reporting.exchanges import exchanges_page, people_page
from allocator.reporting.grant import grant_pages
from allocator.reporting.impossible import impossible_pages
from allocator.reporting.merging import plan_pages
from allocator.reporting.pages import Cell, Page, Sheet, with_total
from allocator.reporting.proof import WHY_UNPROVEN, confirmed, not_proven
from allocator.reporting.published import published_pages
from allocator.reporting.redivided import redivided_page
from models.division import Division, TieResult
from models.exchange import PEOPLE
from models.places import Places
from models.raming import OTHERS, OTHERS_NAME, raming_in_words
from models.result import AreaResult, MunicipalityResult, RunResult

# A report of the whole country would open with pages of divisors and merges; the JSON has them all.
MOST_DIVISIONS = 6
MOST_MERGES = 20
STATUS = {
    "optimal": "proven; unique given the lots",
    "feasible": "the best found, not proven",
    "infeasible": "no division meets every rule",
    "unknown": "nothing found, nothing proven",
}
STAGES = {
    "task": "the tasks that are not published",
    "fill": "the shares that are not published",
    "share": "the share",
    "pooled": "the pledge",
    "without": "the pledge",
    "takeover": "what others take over",
    "plan": "who takes over from whom",
    "rest": "the rest",
    "selection": "the choice of participants",
    "unlocated": "the places without a municipality",
    "emergency": "the emergency places",
}


def run_pages(result: RunResult) -> list[Page]:
    """Everything that a reader of a run wants to see, most important first."""
    names = {one.code: one.name for one in result.municipalities}
    names |= {area.code: area.name for area in result.areas}
    names[OTHERS] = OTHERS_NAME
    pages = [
        _summary(result),
        *impossible_pages(result),
        not_proven(result, names),
        _areas(result),
        *country_pages(result),
        *_municipalities(result),
        *published_pages(result),
        *_merging(result),
        _arithmetic(result, names),
        _ties(result, names),
        exchanges_page(result),
        *(people_page(result, people) for people in PEOPLE),
        emergency_page(result),
        *grant_pages(result),
        redivided_page(result),
        _warnings(result),
    ]
    return [page for page in pages if page]


def _summary(result: RunResult) -> Page:
    checks = result.verification
    raming = raming_in_words(result.raming, result.national_total)
    said = (
        f"Raming {raming}. Status: {result.status} ({STATUS[result.status]}). "
        f"Verification: {checks.checks:,} checks, {len(checks.failures)} failures. "
        f"{confirmed(result)}"
    )
    return Page(
        f"{result.scenario.title or result.scenario.name} ({result.scenario.name})",
        (said.rstrip(),),
        tuple(f"{one.message}." for one in result.warnings if one.code in FIRST),
    )


def _areas(result: RunResult) -> Page:
    columns = ("Area", ">task", ">amv", ">counted", ">amv", ">unloc.", ">rest", ">amv")
    taken = " What other provinces take over is taken off it." if result.takeovers else ""
    rows = [
        (
            area.name,
            area.task.total,
            area.task.amv,
            area.counted.total,
            area.counted.amv,
            area.unlocated.total,
            *(_account(area) if area.known else (None,) * 4),
        )
        for area in result.areas
    ]
    return Page(
        "What has to close",
        (f"Places, of which amv. The rest is the task less what counts, amv first.{taken}",),
        sheet=with_total((*columns, ">surplus", ">over task"), rows),
    )


def _account(area: AreaResult) -> tuple[Cell, ...]:
    return area.rest.total, area.rest.amv, area.surplus.total, area.over_task


def _merging(result: RunResult) -> list[Page]:
    """The plan of merged tasks; nothing where nothing was divided."""
    if all(one.realised is None for one in result.municipalities):
        return []
    objectives = [one for one in result.objectives if one.stage == "merging"]
    return plan_pages(result.merges, result.undersized, objectives, MOST_MERGES)


def _municipalities(result: RunResult) -> list[Page]:
    """One sheet; of several provinces one for each."""
    notes = "e = share estimated; p = pooled places, split by estimate; - = not eligible."
    about = (
        "Places in all, and the amv places among them; realised: where they stand after merges and "
        f"exchanges. {notes}{_without_municipality(result)}"
    )
    if len(result.provinces) == 1:
        sheet = _sheet(result.municipalities, with_region=True)
        return [Page("Per municipality", (about,), sheet=sheet)]
    return [
        Page(
            f"Per municipality: {province.name}",
            () if number else (about,),
            sheet=_sheet([one for one in result.municipalities if one.province == province.code]),
        )
        for number, province in enumerate(result.provinces)
    ]


def _without_municipality(result: RunResult) -> str:
    """How many places are decided as well and stand in no row: a report is of a whole province."""
    places = sum(one.places.total for one in result.unlocated_offers)
    if not places:
        return ""
    return (
        f" {places:,} places that count belong to no municipality: they are decided as well, and "
        "in no row here."
    )


def _sheet(municipalities: Sequence[MunicipalityResult], with_region: bool = False) -> Sheet:
    columns = (">share", ">amv", ">counted", ">amv", ">rest", ">amv", ">decision", ">amv")
    rows: list[tuple[Cell, ...]] = [
        (
            one.name,
            *([one.region] if with_region else []),
            *_pair(one.share),
            *_pair(one.counted),
            *_rest(one),
            *_pair(one.decision),
            *_pair(one.realised),
            _notes(one),
        )
        for one in municipalities
    ]
    area = ("Region",) if with_region else ()
    return with_total(("Municipality", *area, *columns, ">realised", ">amv", "ep"), rows)


def _pair(places: Places | None) -> tuple[Cell, Cell]:
    return (None, None) if places is None else (places.total, places.amv)


def _rest(one: MunicipalityResult) -> tuple[Cell, Cell]:
    if one.rest is None:
        return None, None
    total = one.rest.total if one.eligible.regular or one.eligible.amv else "-"
    return total, one.rest.amv if one.eligible.amv else "-"


def _notes(one: MunicipalityResult) -> str:
    return ("e" if one.share_status == "estimated" else "") + ("p" if one.pooled else "")


def _arithmetic(result: RunResult, names: dict[str, str]) -> Page:
    said = [_by_hand(division, names) for division in result.divisions if division.stage == "rest"]
    if len(said) > MOST_DIVISIONS:
        more = len(said) - MOST_DIVISIONS
        said = [*said[:MOST_DIVISIONS], f"... and {more} more: see `divisions` in the JSON."]
    base = result.scenario.settings["distribution"]
    what = "share" if isinstance(base, dict) and base.get("base") == "share" else "gap"
    return Page(f"How to redo it by hand (weight = the {what} of that kind)", items=tuple(said))


def _by_hand(division: Division, names: dict[str, str]) -> str:
    without = f" without {division.without}" if division.without else ""
    place = f"{names.get(division.area, division.area)}{without}, {division.kind}"
    return f"{place}: {division.total:,} places. {in_short(division)}"


def _ties(result: RunResult, names: dict[str, str]) -> Page:
    return Page(
        "Ties, decided by the order of lots",
        items=tuple(
            f"{STAGES[tie.stage]} ({names.get(tie.area, tie.area)}, {tie.kind}): "
            f"{_who_ties(tie, names)}; "
            f"order of lots: {_called(tie.order, names)} ({result.order_from(tie)})"
            f"{f'; drawn: {_called(tie.drawn, names)}' if tie.drawn else ''}."
            for tie in result.ties
        ),
    )


def _who_ties(tie: TieResult, names: dict[str, str]) -> str:
    """Who claims the same, or which takeovers could be others."""
    places = f"{tie.places:,} place{'s' * (tie.places != 1)}"
    if tie.stage != "plan":
        return f"{_called(tie.tied, names)} tie for {places}"
    pairs = ", ".join(
        f"{names.get(giver, giver)} from {names.get(taker, taker)}" for giver, taker in tie.pairs
    )
    return f"{places} could be taken over otherwise over as little distance: {pairs}"


def _called(claimants: Iterable[str], names: dict[str, str]) -> str:
    """Names, with the kind where both kinds are divided together (`GM0141.amv`)."""
    parts = (claimant.partition(".") for claimant in claimants)
    return ", ".join(f"{names.get(code, code)} {kind}".strip() for code, _, kind in parts)


def _warnings(result: RunResult) -> Page:
    elsewhere = {*WHY_UNPROVEN, *FIRST}
    said = (one.message for one in result.warnings if one.code not in elsewhere)
    return Page("To know", items=tuple(f"{message}." for message in said))
