# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The result of a run, put together from what the stages found."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from allocator.keys import KEYS
from allocator.keys.beside_published import beside_published
from allocator.keys.notices import notices_of_tasks
from allocator.notices import notices_of
from allocator.redivided import redivided
from allocator.versions import installed
from models.counted import Counted
from models.data import data_sha256
from models.distributed import Distributed
from models.division import Interval
from models.emergency import Asked
from models.exemption import Exemption
from models.grant import Grant
from models.merged import Merged
from models.places import KINDS, Kind, Places, total_of
from models.problem import Problem
from models.result import (
    Elsewhere,
    Infeasibility,
    KeyRecord,
    Manifest,
    MunicipalityResult,
    Objective,
    ProvinceResult,
    RunResult,
    RunStatus,
    ScenarioRecord,
    ShareStatus,
    Verdict,
)
from models.share import Shares, Weight
from models.territory import Municipality

UNVERIFIED = Verdict(ok=False, checks=0, failures=())


def assemble(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    distributed: Distributed,
    asked: Asked,
    merged: Merged,
    infeasibility: Infeasibility | None = None,
    grant: Grant | None = None,
) -> RunResult:
    """The result of a run, not yet verified and without times."""
    scenario = problem.scenario
    impossible = infeasibility.reasons if infeasibility else ()
    municipalities = _municipalities(problem, shares, counted, distributed, merged)
    draft = RunResult(
        scenario=ScenarioRecord(
            name=scenario.name,
            title=scenario.title,
            sha256=problem.sha256,
            settings=scenario.model_dump(mode="json"),
            lines={path: place.quoted for path, place in problem.lines.items()},
        ),
        key=_key(problem),
        raming=scenario.raming,
        national_total=problem.national_total,
        follows=problem.follows,
        need=shares.need,
        status=_status(distributed, merged),
        reasons=(*impossible, *distributed.reasons),
        infeasibility=infeasibility,
        provinces=_provinces(problem, shares, counted, distributed),
        areas=distributed.areas,
        municipalities=municipalities,
        merges=merged.merges,
        undersized=merged.undersized,
        reports=problem.reports,
        takeovers=counted.takeovers,
        country=counted.country,
        grant=grant,
        cycle=tuple(one for one in problem.cycle_steps if one.raming == scenario.raming),
        redivided=tuple(redivided(problem, municipalities)),
        published=beside_published(problem, shares),
        exchanges=counted.exchanges,
        status_holders=counted.status_holders,
        ukrainians=counted.ukrainians,
        emergency=asked.regions,
        realised_elsewhere=_elsewhere(problem, counted),
        offers=counted.offers,
        pooled_offers=counted.pooled_offers,
        unlocated_offers=counted.unlocated,
        published_tasks=problem.published_tasks,
        divisions=(
            *problem.task_divisions,
            *shares.divisions,
            *counted.divisions,
            *distributed.divisions,
            *asked.divisions,
        ),
        objectives=(
            *counted.objectives,
            *distributed.objectives,
            *_merging_objectives(problem, merged),
        ),
        ties=(*problem.task_ties, *shares.ties, *counted.ties, *distributed.ties, *asked.ties),
        warnings=(
            *notices_of_tasks(problem, shares),
            *problem.warnings,
            *notices_of(problem, shares, distributed),
            *counted.warnings,
            *asked.warnings,
            *merged.notices,
        ),
        verification=UNVERIFIED,
        manifest=Manifest(
            allocator=installed("allocator"),
            ortools=installed("ortools"),
            python=platform.python_version(),
            inputs=problem.inputs,
            lots=problem.lots,
            lots_from=problem.lots_from,
            confirmations=distributed.confirmations,
            seconds={},
        ),
    )
    manifest = draft.manifest.model_copy(update={"data_sha256": data_sha256(draft)})
    return draft.model_copy(update={"manifest": manifest})


def _status(distributed: Distributed, merged: Merged) -> RunStatus:
    """The worse of both: a division without a proven plan is feasible."""
    unproven = distributed.status == "optimal" and not merged.proven
    return "feasible" if unproven else distributed.status


def _merging_objectives(problem: Problem, merged: Merged) -> Iterator[Objective]:
    for one in merged.objectives:
        yield Objective(
            stage="merging",
            area="+".join(problem.tasks),
            kind="both",
            name=one.name,
            value=_whole(one.name, one.value),
            bound=_whole(one.name, one.bound),
            proven=one.proven,
        )


def _whole(name: str, value: Fraction) -> int | Fraction:
    """Numbers of tasks and sites are whole."""
    return value if name in ("place_km", "balance") else int(value)


def _key(problem: Problem) -> KeyRecord:
    key = KEYS[problem.scenario.key.name]
    return KeyRecord(name=key.name, says=key.says, source=key.cited)


def _provinces(
    problem: Problem, shares: Shares, counted: Counted, distributed: Distributed
) -> tuple[ProvinceResult, ...]:
    found = []
    country = counted.country
    takes = {one.code: one.takes_over for one in country.provinces} if country else {}
    for code, task in problem.tasks.items():
        areas = [area for area in distributed.areas if area.province == code]
        found.append(
            ProvinceResult(
                code=code,
                name=problem.territory.name(code),
                task=total_of(area.task for area in areas),
                task_status=task.amv_status,
                counted=total_of(area.counted for area in areas),
                unlocated=total_of(area.unlocated for area in areas),
                rest=total_of(area.rest for area in areas),
                surplus=total_of(area.surplus for area in areas),
                over_task=sum(area.over_task for area in areas),
                takes_over=takes.get(code, Places()),
                handed_over=total_of(area.handed_over for area in areas),
                by_key=shares.by_key.get(code) if problem.follows == "raming" else None,
                published=problem.published[code] if problem.asks_for_other_task(code) else None,
                known=all(area.known for area in areas),
                divisors=_divisors(code, distributed),
            )
        )
    return tuple(found)


def _divisors(code: str, distributed: Distributed) -> dict[Kind, Interval]:
    return {
        kind: division.divisors
        for kind in KINDS
        for division in distributed.divisions
        if (division.area, division.kind) == (code, kind) and division.divisors is not None
    }


def _municipalities(
    problem: Problem, shares: Shares, counted: Counted, distributed: Distributed, merged: Merged
) -> tuple[MunicipalityResult, ...]:
    found, elsewhere = [], _elsewhere_of(counted, merged)
    people = problem.figures.quantities.get("inhabitants", {})
    for municipality in problem.municipalities:
        code = municipality.code
        weight, has, rest = shares.weights[code], counted.places[code], distributed.rest.get(code)
        eligible, because = distributed.eligible[code]
        decision = None if rest is None else has + rest
        found.append(
            MunicipalityResult(
                code=code,
                name=municipality.name,
                province=municipality.province,
                region=problem.territory.name(municipality.region),
                region_code=municipality.region,
                latitude=municipality.latitude,
                longitude=municipality.longitude,
                inhabitants=int(people[code].value) if code in people else None,
                inhabitants_row=people[code].row if code in people else "",
                weight=weight.value,
                weight_figures=dict(weight.figures),
                weight_rows=weight.rows,
                weight_filled=weight.filled,
                share=shares.places[code],
                share_status=_share_status(problem, municipality, weight),
                counted=has,
                pooled=counted.pooled[code],
                eligible=eligible,
                eligible_because=because,
                exemption=_exemption(problem, code),
                rest=rest,
                decision=decision,
                realised=None if decision is None else _realised(code, decision, elsewhere),
            )
        )
    return tuple(found)


def _exemption(problem: Problem, code: str) -> Exemption | None:
    """The exception of a municipality, where the scenario gives its reason."""
    found = problem.scenario.distribution.exemption(code)
    return found[1] if found and found[1].reason else None


def _share_status(problem: Problem, one: Municipality, weight: Weight) -> ShareStatus:
    """A share of a task that is an estimate is one as well, whatever the weight is."""
    whole = problem.tasks[one.province].total_status
    return "estimated" if whole == "estimated" else weight.status


def _elsewhere_of(counted: Counted, merged: Merged) -> Counter[tuple[str, Kind]]:
    """Places that stand in a municipality and are of others, less those of its own elsewhere.

    Exchanged places stand with the giver, merged ones with the host.
    """
    moved: Counter[tuple[str, Kind]] = Counter()
    for exchange in counted.exchanges:
        if exchange.counts:
            moved[exchange.giver, exchange.kind] += exchange.counting
            moved[exchange.taker, exchange.kind] -= exchange.counting
    for merge in merged.merges:
        for member in merge.moved:
            moved[merge.host, merge.kind] += member.places
            moved[member.code, merge.kind] -= member.places
    return moved


def _realised(code: str, decision: Places, elsewhere: Counter[tuple[str, Kind]]) -> Places:
    """Where places physically stand."""
    sums = {kind: decision.of(kind) + elsewhere[code, kind] for kind in KINDS}
    return Places(regular=sums["regular"], amv=sums["amv"])


def _elsewhere(problem: Problem, counted: Counted) -> tuple[Elsewhere, ...]:
    inside = set(problem.codes)
    return tuple(
        Elsewhere(
            code=exchange.giver,
            name=exchange.giver_name,
            kind=exchange.kind,
            places=exchange.counting,
        )
        for exchange in counted.exchanges
        if exchange.counts and exchange.giver not in inside
    )
