# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why not another number: a question, the change of the settings that it asks, and what it costs.

The change is solved like any other scenario, proven and verified. Both answers are measured with
one yardstick: the pro rata targets of the run that is asked about.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from allocator.explanation.reading import Reading, tie_in_words
from allocator.explanation.subject import subject_of
from models.exemption import Exemption
from models.explanation import Carried, Cost, Counterfactual
from models.fault import Fault, InputError, Place
from models.places import KINDS, MOST_PLACES, Kind, Places
from models.problem import Problem
from models.result import RunResult
from models.scenario import Bound, DistributionSettings, Limits, Scenario
from models.territory import Territory

COMPARED = re.compile(
    r"(?P<name>[^-<>=!~+*][^<>=!~+*]*?)(?:\.(?P<kind>regular|amv))?\s*(?P<sign><=|>=|=)\s*(?P<n>\d+)"
)
EXEMPT = re.compile(r"(?P<name>.+?)\s+exempt")
WORDS = {"=": "exactly", "<=": "at most", ">=": "at least"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        asked: as it was written.
        says: the same in words.
        code: of the municipality.
        changes: the settings that it changes, `path: value`.
        distribution: the settings with that change.
    """

    asked: str
    says: str
    code: str
    changes: dict[str, str]
    distribution: DistributionSettings


def read_question(
    asked: str, result: RunResult, territory: Territory, settings: Scenario
) -> Question:
    """Read a question such as `Borne=0`, `Almelo>=40`, `Zwolle.amv<=30` or `Enschede exempt`.

    The number is of rest places: of a kind, or of both together.

    Raises:
        InputError: if it is no such question, or names no municipality of the run.
    """
    where = Place(f"--why-not {asked}")
    if found := EXEMPT.fullmatch(asked.strip()):
        code = _municipality(found["name"], result, territory, where)
        return _exempt(asked, code, territory, settings.distribution)
    found = COMPARED.fullmatch(asked.strip())
    if not found or len(found["n"]) > len(str(MOST_PLACES)) or int(found["n"]) > MOST_PLACES:
        raise InputError(
            [
                Fault(
                    "bad-question",
                    "this is not a question that can be solved",
                    where,
                    'Write "Borne=0", "Almelo>=40", "Zwolle.amv<=30" or "Enschede exempt".',
                    f"It compares rest places with a whole number up to {MOST_PLACES:,}",
                )
            ]
        )
    code = _municipality(found["name"], result, territory, where)
    kind: Kind | None = None
    if found["kind"]:
        kind = "amv" if found["kind"] == "amv" else "regular"
    return _compared(
        asked, code, kind, found["sign"], int(found["n"]), territory, settings.distribution
    )


def _municipality(written: str, result: RunResult, territory: Territory, where: Place) -> str:
    code = subject_of(result, territory, written, where)
    if code not in {one.code for one in result.municipalities}:
        what = f"{written} is a province; a question is about a municipality"
        raise InputError([Fault("unknown-name", what, where, "Name a municipality.")])
    province = next(one.province for one in result.municipalities if one.code == code)
    for one in result.provinces:
        if one.code == province and not one.known:
            what = f"the report of {one.name} is not known, so {territory.name(code)} has no rest"
            raise InputError([Fault("no-report", what, where, "Ask about another province.")])
    return code


def _exempt(
    asked: str, code: str, territory: Territory, settings: DistributionSettings
) -> Question:
    exempt = settings.exempt
    if settings.exemption(code) is None:
        exempt = (*exempt, Exemption(municipality=code))
    return Question(
        asked=asked,
        says=f"What if {territory.name(code)} were exempt, so that it gets no rest places?",
        code=code,
        changes={"distribution.exempt": f"[{', '.join(map(_written, exempt))}]"},
        distribution=settings.model_copy(update={"exempt": exempt}),
    )


def _written(exemption: Exemption) -> str:
    """A name, or an entry with its reason, as a line of a scenario takes it."""
    said: Any = exemption.model_dump(mode="json")
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def _compared(
    asked: str,
    code: str,
    kind: Kind | None,
    sign: str,
    places: int,
    territory: Territory,
    settings: DistributionSettings,
) -> Question:
    limits = settings.limits.get(code, Limits())
    kept = limits.total if kind is None else limits.of(kind)
    least = kept.min if sign == "<=" else places
    most = kept.max if sign == ">=" else places
    if most is not None and least > most:
        raise _contradicts(asked, territory.name(code), kept)
    bound = Bound(min=least, max=most)
    if kind is not None:
        updates = {str(kind): bound}
    elif most == 0:
        # None at all is none of each kind: so stated, it does not tie the kinds together.
        updates = {"regular": bound, "amv": bound, "total": Bound()}
    else:
        updates = {"total": bound}
    changed = dict(sorted({**settings.limits, code: limits.model_copy(update=updates)}.items()))
    number = "no" if most == 0 else f"{WORDS[sign]} {places:,}"
    what = f"{number} {kind + ' ' if kind else ''}place{'s' * (places != 1)}"
    return Question(
        asked=asked,
        says=f"What if {territory.name(code)} got {what} of the rest?",
        code=code,
        changes={
            f"distribution.limits.{code}.{name}": f"{{min: {one.min}, max: "
            f"{'null' if one.max is None else one.max}}}"
            for name, one in updates.items()
        },
        distribution=settings.model_copy(update={"limits": changed}),
    )


def _contradicts(asked: str, name: str, kept: Bound) -> InputError:
    ends = f"at least {kept.min:,}" + ("" if kept.max is None else f" and at most {kept.max:,}")
    what = f"the scenario asks {ends} of {name}, which contradicts this"
    remedy = "Ask for an exact number (`=`), which replaces both, or change the scenario."
    return InputError([Fault("contradicts-limit", what, Place(f"--why-not {asked}"), remedy)])


def with_distribution(problem: Problem, question: Question) -> Problem:
    """The problem with the change that a question asks."""
    scenario = problem.scenario.model_copy(update={"distribution": question.distribution})
    where = Place(f"--why-not {question.asked}")
    return replace(
        problem,
        scenario=scenario,
        sha256=scenario.fingerprint(),
        lines={**problem.lines, **dict.fromkeys(question.changes, where)},
    )


def compare(question: Question, before: RunResult, after: RunResult) -> Counterfactual:
    """What a change costs, and who carries it."""
    divided = after.status in ("optimal", "feasible")
    return Counterfactual(
        question=question.asked,
        says=question.says,
        changes=question.changes,
        status=after.status,
        verified=after.verification.checks,
        costs=tuple(_costs(before, after)) if divided else (),
        carried=_carried(before, after) if divided else (),
        ties=tuple(tie_in_words(Reading(after), tie) for tie in after.ties) if divided else (),
        infeasibility=after.infeasibility,
        reasons=after.reasons,
    )


def _carried(before: RunResult, after: RunResult) -> tuple[Carried, ...]:
    now = {one.code: one.rest for one in after.municipalities}
    changed = [
        Carried(code=one.code, name=one.name, before=one.rest, after=rest)
        for one in before.municipalities
        if one.rest is not None and (rest := now[one.code]) is not None and rest != one.rest
    ]
    return tuple(sorted(changed, key=lambda one: (-_moved(one), one.code)))


def _moved(one: Carried) -> int:
    """How many places change, of both kinds."""
    return sum(abs(one.after.of(kind) - one.before.of(kind)) for kind in KINDS)


def _costs(before: RunResult, after: RunResult) -> Iterator[Cost]:
    """Every objective of both answers, for each area and kind, by the targets of the first."""
    names = {area.code: area.name for area in before.areas}
    then = {one.code: one.rest or Places() for one in before.municipalities}
    now = {one.code: one.rest or Places() for one in after.municipalities}
    for (area, kind), targets in sorted(_targets(before).items()):
        for name, measure in (("deviation", _deviation), ("squared_deviation", _squares)):
            yield Cost(
                name=name,
                area=area,
                area_name=names[area],
                kind=kind,
                before=measure(targets, then, kind),
                after=measure(targets, now, kind),
            )
        yield Cost(
            name="left_out",
            area=area,
            area_name=names[area],
            kind=kind,
            before=Fraction(_left_out(before, set(targets), kind)),
            after=Fraction(_left_out(after, set(targets), kind)),
        )


Targets = dict[str, tuple[Fraction, Fraction]]
"""Per municipality code: the exact pro rata number of places, and the weight."""


def _targets(before: RunResult) -> dict[tuple[str, Kind], Targets]:
    """What pro rata gives each eligible municipality: the rest x its weight / all weights."""
    settings = Scenario.model_validate(before.scenario.settings).distribution
    area_of = {
        one.code: one.region_code if settings.by == "region" else one.province
        for one in before.municipalities
    }
    rests = {area.code: area.rest for area in before.areas}
    weights: dict[tuple[str, Kind], dict[str, Fraction]] = {}
    for division in before.divisions:
        if division.stage == "rest":
            for claim in division.claims:
                kind: Kind = "amv" if claim.kind == "amv" else "regular"
                weights.setdefault((area_of[claim.code], kind), {})[claim.code] = claim.weight
    found = {}
    for (area, kind), claims in weights.items():
        together = sum(claims.values(), Fraction())
        found[area, kind] = {
            code: (rests[area].of(kind) * weight / together if together else Fraction(), weight)
            for code, weight in claims.items()
        }
    return found


def _deviation(targets: Targets, rest: dict[str, Places], kind: Kind) -> Fraction:
    """`sum |x - t|` in places."""
    return sum((abs(rest[code].of(kind) - t) for code, (t, _) in targets.items()), Fraction())


def _squares(targets: Targets, rest: dict[str, Places], kind: Kind) -> Fraction:
    """`sum (x - t)^2 / w`."""
    return sum(
        ((rest[code].of(kind) - t) ** 2 / w for code, (t, w) in targets.items() if w), Fraction()
    )


def _left_out(result: RunResult, codes: set[str], kind: Kind) -> int:
    """How many are left without places by a minimum site, or as only so many may take part."""
    return sum(
        not claim.takes_part
        for division in result.divisions
        if division.stage == "rest"
        for claim in division.claims
        if claim.kind == kind and claim.code in codes
    )
