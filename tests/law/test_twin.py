# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The law's numbers from its text alone, beside those of the program.

What the law says is read here from the bundled texts: the formula itself, `honderd`, `vijf jaar`,
`voor 1 november`, `75%`. Figures come from the reference tables by the csv module. Nothing of the
program takes part in the computation; it only has to come to the same.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import allocator
from allocator.pipeline import Prepared, prepare
from models.cycle import Binding
from models.law import CITATIONS

PACKAGED = Path(__file__).parents[2] / "scenarios"
ACT, DECREE, NOTICE = "wet-BWBR0049307", "besluit-BWBR0049310", "raming-2024-BWBR0049312"
ONE_DAY = dt.timedelta(days=1)
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
NUMBERS = {"twee": 2, "vijf": 5, "zes": 6, "twaalf": 12, "zestien": 16, "honderd": 100}

# What the law says


@cache
def words(text: str, article: str, paragraph: int | None = None) -> str:
    """An article of the bundled text, or one of its paragraphs."""
    written = (PACKAGED / "law" / f"{text}.md").read_text("utf-8")
    heading = rf"^## (?:Artikel )?{re.escape(article)}(?:\. [^\n]*)?\n(.*?)(?=^## |\Z)"
    (body,) = re.findall(heading, written, re.M | re.S)
    if paragraph is not None:
        (body,) = re.findall(rf"^{paragraph}\. (.*?)(?=^\d+\. |\Z)", body, re.M | re.S)
    return body


def said(pattern: str, text: str, article: str, paragraph: int | None = None) -> str:
    """The one thing that a paragraph says where the pattern has its group."""
    (found,) = re.findall(pattern, " ".join(words(text, article, paragraph).split()))
    return found


@cache
def formula() -> tuple[str, str]:
    """The two lines of Decree 2.1(3) as expressions: what is Wf, and what is Iv."""
    lines = re.findall(r"^ +(\S.*) = (Wf|Iv)$", words(DECREE, "2.1", 3), re.M)
    assert [name for _, name in lines] == ["Wf", "Iv"]
    weight, number = (line.replace("SES-WOA", "SES_WOA") for line, _ in lines)
    return weight, number


def worked_out(line: str, **figures: Fraction) -> Fraction:
    """A line of the formula with figures for its letters."""
    value = eval(line, {"__builtins__": {}}, figures)
    assert isinstance(value, Fraction)
    return value


def rounded(number: Fraction) -> int:
    """`rekenkundig afgerond op een geheel getal`: a half goes up."""
    assert "rekenkundig afgerond op een geheel getal" in words(DECREE, "2.1", 3)
    return floor(number + Fraction(1, 2))


# The figures


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (PACKAGED / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


PROVINCE = {row["code"]: row["province"] for row in table("municipalities")}
REGION = {row["code"]: row["region"] for row in table("municipalities")}
SCORE = {row["code"]: Fraction(row["score"]) for row in table("ses_woa")}


def people(year: int) -> dict[str, Fraction]:
    rows = (row for row in table("population") if row["date"] == f"{year}-01-01")
    return {row["code"]: Fraction(row["inhabitants"]) for row in rows}


def national(raming: str) -> tuple[int, int]:
    """Places needed, and amv places of them."""
    (row,) = (one for one in table("ramingen") if (one["raming"], one["area"]) == (raming, "NL"))
    return int(row["total"]), int(row["amv"] or 0)


# What follows


def statutory(inhabitants: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Wf of each municipality that has a score."""
    line, everybody = formula()[0], sum(inhabitants.values())
    return {
        code: worked_out(line, SES_WOA=score, iG=inhabitants[code], In=everybody)
        for code, score in SCORE.items()
    }


def filled(weights: Mapping[str, Fraction], inhabitants: Mapping[str, Fraction]):
    """No law: who has no score weighs per inhabitant what its province weighs."""
    found = dict(weights)
    for code in inhabitants.keys() - weights.keys():
        beside = [one for one in weights if PROVINCE[one] == PROVINCE[code]]
        weight = sum(weights[one] for one in beside)
        found[code] = inhabitants[code] * weight / sum(inhabitants[one] for one in beside)
    return found


def composite(inhabitants: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Two thirds by households, one third by inhabitants, each as a part of the country."""
    homes = {row["code"]: Fraction(row["households"]) for row in table("municipalities")}
    all_homes, everybody = sum(homes.values()), sum(inhabitants.values())
    return {
        code: Fraction(2, 3) * homes[code] / all_homes + Fraction(1, 3) * number / everybody
        for code, number in inhabitants.items()
    }


def own(inhabitants: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Weights that nobody would think of, with decimals and a zero."""
    return {code: Fraction(place * place % 977, 8) for place, code in enumerate(inhabitants)}


def shared(need: int, weights: Mapping[str, Fraction]) -> dict[str, int]:
    """Iv of each municipality, rounded by itself."""
    line, everything = formula()[1], Fraction(sum(weights.values()))
    return {
        code: rounded(worked_out(line, BO=Fraction(need), Wf=weight, TWf=everything))
        for code, weight in weights.items()
    }


def sums(numbers: Mapping[str, int], area: Mapping[str, str]) -> dict[str, int]:
    """`de optelsom van de indicatieve verdelingen per gemeente`, of provinces or regions."""
    assert "de optelsom van de indicatieve verdelingen per gemeente" in words(DECREE, "2.1", 2)
    found: defaultdict[str, int] = defaultdict(int)
    for code, number in numbers.items():
        found[area[code]] += number
    return dict(found)


def day_before(day: str, year: int) -> dt.date:
    """`voor 1 november`: the last day on which it may be, of a year."""
    number, month = day.split()
    return dt.date(year, MONTHS.index(month) + 1, int(number)) - ONE_DAY


def months_after(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, day.day)


def deadlines(year: int, decided: dt.date | None = None) -> dict[str, tuple[dt.date, ...]]:
    """The days of a cycle that begins in a year, from what the Act says of each step."""
    before = r"eens in de twee jaren voor (\d+ \w+) van het kalenderjaar"
    decision = decided or day_before(said(before, ACT, "5", 1), year)
    months = NUMBERS[said(r"binnen (\w+) maanden na bekendmaking", ACT, "7", 1)]
    years = NUMBERS[said(r"voor de duur van (\w+) daarop volgende kalenderjaren", ACT, "5", 1)]
    last = dt.date(decision.year + years, 12, 31)
    assert said(r"Na ommekomst van de (.*?) periode van twee jaar", ACT, "9", 3)
    return {
        "raming": (day_before(said(before, ACT, "2", 1), year),),
        "report": (day_before(said(before, ACT, "4", 2), year),),
        "decision": (decision,),
        "ready": (months_after(decision, months),),
        "binding": (dt.date(decision.year + 1, 1, 1), last),
        "grant": (last + ONE_DAY,),
    }


def years_after(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years)


def durable(first: dt.date | None, last: dt.date | None, on: dt.date) -> bool:
    """`voor vijf jaar of langer beschikbaar [...] of in de daaropvolgende twaalf maanden`."""
    years = NUMBERS[said(r"voor (\w+) jaar of langer beschikbaar is", ACT, "2", 3)]
    months = NUMBERS[said(r"in de daaropvolgende (\w+) maanden voor die periode", ACT, "2", 3)]
    assert said(r"voor minimaal (\w+) jaar beschikbaar zijn", DECREE, "1.1") == "vijf"
    begins = first or on
    lasts = last is None or last >= years_after(begins, years) - ONE_DAY
    there = begins <= on and (last is None or last >= on)
    coming = on < begins <= months_after(on, months)
    return lasts and (there or coming)


def minima() -> dict[str, int]:
    """The places that a municipality has to have at the least, of either kind."""
    size = r"geldt een minimale omvang van (\w+) opvangplaatsen"
    assert all("binnen de gemeente" in words(DECREE, "3.1", paragraph) for paragraph in (1, 2))
    return {
        "regular": NUMBERS[said(size, DECREE, "3.1", 1)],
        "amv": NUMBERS[said(size, DECREE, "3.1", 2)],
    }


def granted(number: int, provided: int) -> int:
    """Places with which 75 % of the provincial number is exceeded."""
    part = Fraction(int(said(r"waarmee (\d+)% van het", ACT, "9", 3)), 100)
    return sum(place > part * number for place in range(1, provided + 1))


# Beside the program

COUNTRY = "nederland-2024"
NEEDS = {
    "of 2024": national("2024"),
    "of 2026": (national("2026")[0], 7_035),
    "an odd one": (12_347, 1_009),
}


# Offers that nobody made: windows about five years and twelve months, sizes about the minima.
REFERENCE_DAY = dt.date(2026, 2, 1)
FIRSTS = tuple(
    REFERENCE_DAY + dt.timedelta(days=days) for days in (-900, -1, 0, 1, 200, 365, 366, 700)
)
OFFERS = {"regular": (49, 50, 51, 99, 100, 101, 350), "amv": (7, 8, 9, 15, 16, 17, 40)}


class Offered(NamedTuple):
    """A row of a table of offers, each a site of its own."""

    municipality: str
    kind: str
    places: int
    first: dt.date
    last: dt.date | None


def offered() -> list[Offered]:
    luck, found = random.Random(7), []
    for code in PROVINCE:
        for kind, sizes in OFFERS.items():
            for _ in range(luck.randrange(4)):
                first = luck.choice(FIRSTS)
                last = years_after(first, 5) + dt.timedelta(days=luck.choice((-2, -1, 0, 400)))
                found.append(
                    Offered(code, kind, luck.choice(sizes), first, luck.choice((last, None)))
                )
    return found


def counts() -> dict[tuple[str, str], int]:
    """What counts by law of the offers of each municipality and kind."""
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in offered():
        if durable(one.first, one.last, REFERENCE_DAY):
            found[one.municipality, one.kind] += one.places
    least = minima()
    return {of: places for of, places in found.items() if places >= least[of[1]]}


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The country by its key, beside tables of a user: odd weights, scores, a distribution."""
    folder = tmp_path_factory.mktemp("own")
    tables = {
        "weights": ("weight", {code: (str(float(w)),) for code, w in own(people(2023)).items()}),
        "scores": ("score", {code: (str(float(s)),) for code, s in own_scores().items()}),
        "indicative": ("total,amv", {code: map(str, both) for code, both in announced().items()}),
    }
    for name, (header, rows) in tables.items():
        lines = [f"{code},{','.join(cells)}" for code, cells in rows.items()]
        (folder / f"{name}.csv").write_text("\n".join([f"municipality,{header}", *lines]) + "\n")
    header = "municipality,site,kind,places,available_from,available_until,status"
    lines = [
        f"{one.municipality},{row},{one.kind},{one.places},{one.first},{one.last or ''},guaranteed"
        for row, one in enumerate(offered())
    ]
    (folder / "offers.csv").write_text("\n".join([header, *lines]) + "\n")
    return prepare(COUNTRY, ["task.follows=key"], home=folder)


def own_scores() -> dict[str, Fraction]:
    """A score for every municipality, most of them below zero."""
    return {code: Fraction(place % 71 - 50, 100) for place, code in enumerate(people(2023))}


def announced() -> dict[str, tuple[int, int]]:
    """A distribution as the Staatscourant would have it: each number on its own."""
    return {code: (place % 613 + 40, place % 37) for place, code in enumerate(people(2023))}


def asked(key: str) -> tuple[list[str], Mapping[str, Fraction]]:
    """The lines by which the program takes a key, and the weights that it comes to here."""
    inhabitants = people(2023)
    if key == "statutory":
        return [], filled(statutory(inhabitants), inhabitants)
    if key == "statutory, own scores":
        scores = own_scores()
        weights = {
            code: worked_out(
                formula()[0], SES_WOA=score, iG=inhabitants[code], In=sum(inhabitants.values())
            )
            for code, score in scores.items()
        }
        return ["ses_woa=scores.csv"], weights
    if key == "composite":
        parts = '{households: "2/3", inhabitants: "1/3"}'
        return [f"key={{name: composite, parts: {parts}}}"], composite(inhabitants)
    if key == "column":
        return ["key={name: column, file: weights.csv, column: weight}"], own(inhabitants)
    return ["key.name=inhabitants"], inhabitants


KEYS = ("inhabitants", "statutory", "statutory, own scores", "composite", "column")


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("key", KEYS)
def test_every_number_and_task_is_the_law_s(key: str, need: str, country: Prepared) -> None:
    total, amv = NEEDS[need]
    lines, weights = asked(key)
    needed = [f"task.national_total={total}", f"task.national_amv={amv}"]
    known = country.given([*lines, *(needed if need != "of 2024" else [])])

    everybody, minors = shared(total, weights), shared(amv, weights)
    assert len(weights) == 342
    found = known.shares.places
    assert {code: one.total for code, one in found.items()} == everybody
    assert {code: one.amv for code, one in found.items()} == minors
    tasks = {code: task.places for code, task in known.problem.tasks.items()}
    assert {code: one.total for code, one in tasks.items()} == sums(everybody, PROVINCE)
    assert {code: one.amv for code, one in tasks.items()} == sums(minors, PROVINCE)


def test_the_known_numbers_by_inhabitants() -> None:
    """Those of the question that was answered wrongly, from the text and from the command."""
    numbers = shared(national("2024")[0], people(2023))
    tasks = sums(numbers, PROVINCE)
    assert (tasks["PV28"], tasks["PV26"], tasks["PV20"]) == (20_510, 7_480, 3_213)
    assert sum(numbers.values()) == 96_008
    result = allocator.run(COUNTRY, ["key.name=inhabitants"]).result
    assert {one.code: one.task.total for one in result.provinces} == tasks
    assert {one.code: one.share.total for one in result.municipalities} == numbers


def test_a_published_distribution_is_taken_as_it_is(country: Prepared) -> None:
    official = ["indicative=indicative.csv", "key={name: published}"]
    known = country.given(official)
    assert {c: (p.total, p.amv) for c, p in known.shares.places.items()} == announced()
    tasks = {code: task.places.total for code, task in known.problem.tasks.items()}
    assert tasks == sums({code: both[0] for code, both in announced().items()}, PROVINCE)


def test_one_province_alone_has_what_it_has_in_the_country() -> None:
    alone = prepare(COUNTRY, ["task.follows=key", "provinces=[PV24]", "key.name=inhabitants"])
    known = alone.given()
    numbers = shared(national("2024")[0], people(2023))
    assert known.problem.tasks["PV24"].places.total == sums(numbers, PROVINCE)["PV24"]
    assert {code: one.total for code, one in known.shares.places.items()} == {
        code: number for code, number in numbers.items() if PROVINCE[code] == "PV24"
    }


def by_law() -> list[str]:
    """The lines with which the program counts as the law does, from a reference day on."""
    least = ", ".join(f"{kind}: {places}" for kind, places in minima().items())
    return [
        "offers=offers.csv",
        f"counting.durable={{from: {REFERENCE_DAY}}}",
        f"counting.minimum_municipality={{{least}}}",
    ]


def test_what_is_durable_and_large_enough_counts_in_all_342(country: Prepared) -> None:
    """The settings have the law's own numbers, and the defaults of the others are the law's too."""
    assert minima() == {"regular": 100, "amv": 16}
    found = country.given(by_law()).counted.places
    expected = counts()
    assert {
        (code, kind): getattr(places, kind)
        for code, places in found.items()
        for kind in ("regular", "amv")
        if getattr(places, kind)
    } == expected
    assert 100 < len(expected) < len({(one.municipality, one.kind) for one in offered()})


@pytest.mark.parametrize("footing", ["counted", "decision"])
def test_the_grant_of_twelve_provinces_is_for_each_place_above_75_percent(
    footing: str, country: Prepared
) -> None:
    need = ["key.name=inhabitants", "task.national_total=40000", "task.national_amv=3000"]
    asked = ["distribution.eligible=below_share", "grant.tell=true", 'grant.province_part="1/10"']
    paid = {"GM0141": 3, "GM0363": 20}
    asked += [f"grant.places={footing}"]
    lines = ["offers=offers.csv", *need, *asked, "grant.paid={GM0141: 3, GM0363: 20}"]
    result = country.run(lines).result
    tasks = sums(shared(40_000, people(2023)), PROVINCE)
    provided = {one.code: getattr(one, footing) for one in result.municipalities}
    decided = {one.code: one.decision for one in result.municipalities}
    told = {one.code: one for one in result.grant.provinces}
    assert told.keys() == tasks.keys()
    for province, task in tasks.items():
        inside = [code for code in provided if PROVINCE[code] == province]
        places = sum(provided[code].total for code in inside)
        left_out = sum(paid.get(code, 0) for code in inside)
        above = max(0, granted(task, places) - left_out)
        met = {
            code: provided[code].total - paid.get(code, 0)
            for code in inside
            if provided[code].total
            and provided[code].regular >= decided[code].regular
            and provided[code].amv >= decided[code].amv
        }
        assert told[province].above == above
        by_law = {code: above * Fraction(9, 10) * n / sum(met.values()) for code, n in met.items()}
        found = {one.code: one.exact for one in told[province].municipalities}
        assert found == {code: by_law.get(code, 0) for code in inside}
        assert told[province].province.exact == (above * Fraction(1, 10) if met else 0)
    assert sum(one.above > 0 for one in told.values()) > 3


@pytest.mark.parametrize("raming", ["2024", "2026"])
def test_the_days_of_a_cycle_are_those_of_the_act_or_say_how_they_differ(raming: str) -> None:
    rows = {row["step"]: row for row in table("cycles") if row["raming"] == raming}
    written = {
        step: tuple(dt.date.fromisoformat(day) for day in (row["from"], row["until"]) if day)
        for step, row in rows.items()
    }
    (decided,) = written["decision"]
    taken = rows["decision"]["status"] == "published"
    by_law = deadlines(int(raming), decided if taken else None)
    assert decided <= deadlines(int(raming))["decision"][0]
    for step, days in by_law.items():
        if written[step] != days:
            assert (rows[step]["status"], bool(rows[step]["note"])) == ("published", True), step
    binding = next(one for one in bindings_of(raming) if one.raming == raming)
    assert (binding.from_, binding.until) == by_law["binding"]
    assert binding.ready_by == written["ready"][0]


def bindings_of(raming: str) -> Sequence[Binding]:
    """What the timeline of Overijssel says binds."""
    return allocator.timeline(f"overijssel-{raming}", months=1).binding or ()


def test_the_need_of_2024_is_the_one_that_was_announced() -> None:
    announced_need = said(r"bedraagt in totaal ([\d.]+) opvangplaatsen", NOTICE, "Bekendmaking", 1)
    assert int(announced_need.replace(".", "")) == national("2024")[0]
    assert prepare(COUNTRY, ["task.follows=key"]).given().problem.need.total == national("2024")[0]


def test_the_day_of_entry_into_force_follows_from_the_decree() -> None:
    """`de dag na de datum van uitgifte van het Staatsblad`, which was of 30 January 2024."""
    after = said(
        r"met ingang van (de dag na) de datum van uitgifte van het Staatsblad", DECREE, "6.1"
    )
    assert after == "de dag na"
    in_force = dt.date(2024, 1, 30) + dt.timedelta(days=1)
    with (PACKAGED / "law" / "texts.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["file"].removesuffix(".md"): row["in_force"] for row in csv.DictReader(file)}
    assert rows[ACT] == rows[DECREE] == str(in_force)
    assert "31 January 2024" in CITATIONS["act"].says


def test_regions_that_close_on_their_own_close_on_the_sum_of_their_municipalities() -> None:
    lines = ["key={name: inhabitants}", "task.follows=key", "distribution.by=region"]
    result = allocator.run("overijssel-2024", lines).result
    regions = sums(shared(national("2024")[0], people(2023)), REGION)
    found = {one.code: one.task.total for one in result.areas}
    assert found == {code: regions[code] for code in ("VR04", "VR05")}


def test_what_is_said_of_the_derived_scores_is_so() -> None:
    """The one thing in a citation of the law that is not the law's."""
    inhabitants, need = people(2023), national("2024")[0]
    weights = {code: inhabitants[code] * (1 + SCORE.get(code, 0)) for code in inhabitants}
    whole = sum(weights.values())
    known = {row["code"]: int(row["total"]) for row in table("indicative")}
    off = [abs(need * weights[code] / whole - places) / places for code, places in known.items()]
    percent = round(float(100 * sum(off) / len(off)), 1)
    says = CITATIONS["key-formula"].says
    assert f"the {len(known)} published municipal numbers deviate by {percent} %" in says


YEARS = sorted({int(row["date"][:4]) for row in table("population")})


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    need=st.integers(1_000, 150_000),
    part=st.fractions(0, 1, max_denominator=50),
    key=st.sampled_from(("inhabitants", "statutory", "composite")),
    year=st.sampled_from(YEARS),
    follows=st.sampled_from(("key", "raming")),
)
def test_a_task_is_the_sum_of_its_municipalities_whatever_is_asked(
    need: int, part: Fraction, key: str, year: int, follows: str, country: Prepared
) -> None:
    lines = [*asked(key)[0], f"task.national_total={need}", f"population={year}"]
    lines += [f"task.follows={follows}"]
    if follows == "key":
        lines += [f"task.national_amv={floor(need * part)}"]
    known = country.given(lines)
    found = {code: one.total for code, one in known.shares.places.items()}
    minors = {code: one.amv for code, one in known.shares.places.items()}
    tasks = {code: task.places for code, task in known.problem.tasks.items()}
    assert {code: one.total for code, one in tasks.items()} == sums(found, PROVINCE)
    assert {code: one.amv for code, one in tasks.items()} == sums(minors, PROVINCE)
    if follows == "key":
        inhabitants = people(year)
        weights = {
            "inhabitants": inhabitants,
            "statutory": filled(statutory(inhabitants), inhabitants),
            "composite": composite(inhabitants),
        }[key]
        whole = sum(weights.values())
        assert all(abs(found[code] - need * weights[code] / whole) < 1 for code in weights)
        assert abs(sum(found.values()) - need) <= Fraction(len(found), 2)
