# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the figures of a municipality to its weight, and from its weight to its share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allocator.apportionment.by_hand import plain, readable, worth
from allocator.explanation.by_need import number_by_need
from allocator.explanation.national_total import regions_scaled, task_scaled
from allocator.explanation.reading import LINES_ABOVE, Reading, chapter, counted, line
from allocator.explanation.rounding import rounded
from models.division import Division
from models.explanation import Chapter, Line
from models.result import Filled, MunicipalityResult

# How a figure is called in a letter; one that is not here is called by its column.
FIGURES = {
    "inhabitants": "inhabitants on 1 January {year}",
    "score": "SES-WOA score",
    "published": "published indicative number",
    "published_amv": "of which amv, published",
    "column": "value in the column {column}",
    "income": "income (inhabitants x income per inhabitant, in thousands of euros)",
    "property_value": "property value (households x mean value, in thousands of euros)",
    "land_area": "land area (km2)",
}


def weight_and_share(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """What the key gives a municipality, and its part of the task by it."""
    yield chapter("Weight", *_weight(reading, one))
    yield chapter("Share", *_share(reading, one))


def _weight(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    key, filled = reading.result.key, one.weight_filled
    written = reading.setting("key.name")
    if filled is None:
        yield line(f"The key {key.name}. {key.says}", "", key.source, written)
    else:
        yield line(
            f"The key {key.name} knows no number for {one.name}. The scenario fills it by the key "
            f"{filled.key} within {reading.name(filled.area)}: an estimate.",
            "",
            key.source,
            reading.setting("key.missing"),
        )
    source = key.source if filled is None else filled.source
    yield line(
        f"Figures of {one.name}: {_figures(reading, one.weight_figures)}.",
        "",
        source,
        rows=one.weight_rows,
    )
    value = one.weight if filled is None else filled.substitute
    name = key.name if filled is None else filled.key
    if arithmetic := _formula(reading, name, one.weight_figures, value):
        yield line(f"Weight by the key {name}.", arithmetic, source, rows=one.weight_rows)
    if filled is not None:
        yield from _filled(reading, one, filled)
    asked = reading.settings.key
    of_another = asked.raming not in (None, reading.result.raming) or reading.result.national_total
    if asked.name == "published" and of_another and filled is None:
        yield _of_another_task(reading)


def _of_another_task(reading: Reading) -> Line:
    """A published number of another version, or for another national total, is a weight."""
    version = reading.settings.key.raming or reading.result.raming
    national, setting = reading.result.national_total, "key.raming"
    of, here = f"the raming {version}", reading.result.raming
    if version == here and national is not None:
        of, here = f"{of} with {national.published:,} places", f"{national.total:,}"
        setting = "task.national_total"
    return line(
        f"The number was published for {of}, not for {here}: as a weight it is an estimate.",
        "",
        reading.setting(setting),
    )


def _figures(reading: Reading, figures: Mapping[str, Fraction]) -> str:
    words = {"year": reading.settings.population, "column": reading.settings.key.column}
    said = []
    own_people = isinstance(reading.settings.population, str)
    for name, value in figures.items():
        if name == "inhabitants" and own_people:
            said.append(f"inhabitants by {reading.settings.population} {plain(value)}")
            continue
        called = FIGURES.get(name, name.replace("_", " ")).format(**words)
        if name.endswith("_total"):
            quantity = name.removesuffix("_total").replace("_", " ")
            called = f"{quantity} of the whole country as far as known"
        said.append(f"{called} {plain(value)}")
    return ", ".join(said)


def _formula(reading: Reading, key: str, figures: Mapping[str, Fraction], value: Fraction) -> str:
    """The formula of a key with the figures filled in; empty where the figure is the weight."""
    if key == "statutory":
        people, score = plain(figures["inhabitants"]), figures["score"]
        sign = "-" if score < 0 else "+"
        return f"{people} x (1 {sign} {plain(abs(score))}) = {plain(value)}"
    if key == "composite":
        terms = (
            f"{plain(part)} x {plain(figures[name])} / {plain(figures[f'{name}_total'])}"
            for name, part in reading.settings.key.parts.items()
        )
        return f"{' + '.join(terms)} {readable(value)}"
    return ""


def _filled(reading: Reading, one: MunicipalityResult, filled: Filled) -> Iterator[Line]:
    area, setting = reading.name(filled.area), reading.setting("key.missing")
    rule = reading.settings.key.missing
    if rule is not None and not rule.scaled:
        yield line(
            f"The weight of {one.name} is that by the key {filled.key}, as it is.", "", setting
        )
        return
    if filled.ratio is not None:
        yield line(
            f"The municipalities of {area} that the key knows weigh {plain(filled.known)} by it, "
            f"and {plain(filled.known_substitute)} by the key {filled.key}; {one.name} is scaled "
            "alike.",
            f"{plain(filled.substitute)} x {plain(filled.known)} / "
            f"{plain(filled.known_substitute)} {worth(one.weight)}",
            setting,
        )
        return
    if filled.area_total is None:
        return
    known = [each for each in reading.within(filled.area) if each.weight_filled is None]
    names = ", ".join(f"{each.name} {plain(each.weight)}" for each in known)
    yield line(
        f"The published numbers of {area} that are known: {names}.",
        f"{' + '.join(plain(each.weight) for each in known)} = {plain(filled.known)}",
        setting,
        rows=tuple(row for each in known for row in each.weight_rows),
    )
    left = filled.area_total - filled.known
    yield line(
        f"{area} has {filled.area_total:,} published places, of which those take "
        f"{plain(filled.known)}.",
        f"{filled.area_total:,} - {plain(filled.known)} = {plain(left)}",
        setting,
        rows=(filled.area_row,),
    )
    for division, claim in reading.claims("fill", one.code):
        others = reading.called(tuple(each.code for each in division.claims))
        yield from rounded(
            reading,
            division,
            claim,
            f"The {plain(left)} places that are left go to those whose number is not known "
            f"({others}), by that weight. Weight of",
        )


def _share(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    if reading.result.follows == "key":
        yield from number_by_need(reading, one)
        return
    yield from task_filled(reading, one.province)
    for division, claim in reading.claims("share", one.code):
        area = reading.name(division.area)
        task = f"{division.total:,} places" if division.kind == "total" else (
            f"{division.total:,} amv places"
        )  # fmt: skip
        within = "" if division.kind == "total" else ", nobody more than its whole share"
        yield from rounded(
            reading,
            division,
            claim,
            f"{area} has to make {task} possible, shared out by the weights{within}. Share of",
        )
    if one.share.amv:
        yield line(
            f"So the share of {one.name} is {counted(one.share)}; the others are regular.",
            f"{one.share.total:,} - {one.share.amv:,} = {one.share.regular:,}",
            LINES_ABOVE,
        )
    by_task = any(reading.claims("task", one.province, "total"))
    if one.share_status == "estimated":
        of = f"the task of {reading.name(one.province)}" if by_task else f"the weight of {one.name}"
        setting = reading.setting("task.missing_total" if by_task else "key.missing")
        yield line(f"This share is an estimate, for {of} is one.", "", setting)


def task_filled(reading: Reading, province: str) -> Iterator[Line]:
    """How the task of a province follows where it is not published, or at another total."""
    yield from task_scaled(reading, province)
    for division, claim in reading.claims("task", province):
        if division.scale is not None:
            continue
        if claim.kind == "total":
            version = reading.settings.task.missing_total
            yield _left_of(reading, division, "task", f"by their tasks in raming {version}")
            yield from rounded(reading, division, claim, "The task of")
        elif reading.settings.task.missing_amv == "as_known":
            yield _as_known(reading, division)
            yield from rounded(reading, division, claim, "The amv task of")
        else:
            yield _left_of(reading, division, "amv task", "by their whole tasks")
            yield from rounded(reading, division, claim, "The amv task of")
    yield from regions_scaled(reading, province)


def _left_of(reading: Reading, division: Division, what: str, by: str) -> Line:
    first, *others = division.terms
    known = "".join(f" - {abs(term):,}" for term in others)
    return line(
        f"Not every province has a published {what}. What the published ones leave of the national "
        f"{what} is shared out over the other provinces {by}: an estimate.",
        f"{first:,}{known} = {division.total:,}",
        reading.setting("task.missing_total" if what == "task" else "task.missing_amv"),
        rows=division.term_rows,
    )


def _as_known(reading: Reading, division: Division) -> Line:
    """The proportion of amv places in the tasks that are published."""
    known = [
        one
        for one in reading.result.published_tasks
        if (one.raming, one.amv is None, one.area == "NL") == (reading.result.raming, False, False)
    ]
    amv, total = sum(one.amv or 0 for one in known), sum(one.total for one in known)
    whole = sum(int(claim.weight) for claim in division.claims)
    arithmetic = f"{whole:,} x {amv:,} / {total:,}" if total else ""
    value = f" \u2248 {float(Fraction(whole * amv, total)):,.3f}" if total else ""
    said = f"{arithmetic}{value}, rounded to the nearest whole number: {division.total:,}"
    return line(
        "Neither its amv task nor that of the country is published. The provinces whose tasks are "
        "not share amv places in the proportion of those that are: an estimate.",
        said if total else "",
        reading.setting("task.missing_amv"),
        rows=division.term_rows,
    )
