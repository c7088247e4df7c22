# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every explanation can be redone with pen and paper, and ends in the number of the run."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

import allocator
from allocator.explanation import explain
from allocator.loading import packaged_names
from models.explanation import Explanation
from models.law import CITATIONS
from models.places import KINDS
from models.result import RunResult
from tests.explanation.arithmetic import Wrong, check
from tests.filled import FILLED

METHODS = ("largest_remainder", "dhondt", "adams", "huntington_hill", "dean")
OVERIJSSEL = "overijssel-2024"
VARIANTS: dict[str, tuple[str, ...]] = {
    **{f"method {name}": (OVERIJSSEL, f"distribution.method={name}") for name in METHODS},
    "minimum sites": (OVERIJSSEL, "distribution.minimum_site={regular: 30, amv: 20}"),
    "minimum sites, adams": (
        OVERIJSSEL,
        "distribution.minimum_site={regular: 30, amv: 20}",
        "distribution.method=adams",
    ),
    "limits": (
        OVERIJSSEL,
        "distribution.limits={Borne: {amv: {min: 30}}, Kampen: {regular: {max: 4}}}",
    ),
    "a limit on a total": (OVERIJSSEL, "distribution.limits={Borne: {total: {max: 12}}}"),
    "limits of a region": (
        OVERIJSSEL,
        "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}",
    ),
    "gaps, by region, with a tie": (
        OVERIJSSEL,
        "distribution.by=region",
        "distribution.base=gap",
    ),
    "by region": (OVERIJSSEL, "distribution.by=region"),
    "a grant, a longer term": (
        OVERIJSSEL,
        "grant={tell: true, euros_per_place: 999.99, province_part: 1/7, paid: {Almelo: 100}}",
        "terms={Borne: {until: 2025-12-31, source: letter}}",
    ),
    "a grant of what counts now": (OVERIJSSEL, "grant={tell: true, places: counted}"),
    "everybody, on the total": (
        OVERIJSSEL,
        "distribution.eligible=all",
        "distribution.exempt=[Borne]",
    ),
    "below the share in all": (OVERIJSSEL, "distribution.per_kind=false"),
    "named": (OVERIJSSEL, "distribution.eligible=named", "distribution.named=[Borne, Almelo]"),
    "composite": (
        "overijssel-2022",
        'key={name: composite, parts: {income: "2/3", inhabitants: "1/3"}}',
    ),
    "guaranteed only, dhondt": ("overijssel-2024-guaranteed", "distribution.method=dhondt"),
    "fewer places than claimants": (
        "overijssel-2026",
        "unlocated_offers=[{province: PV23, places: {regular: 3600, amv: 365}}]",
        "merging.minimum_site.amv=5",
        "distribution.method=adams",
    ),
    "nothing left": (
        "overijssel-2026",
        "unlocated_offers=[{province: PV23, places: {regular: 9000, amv: 400}}]",
    ),
    "offers may join in": (OVERIJSSEL, "merging.include_offers=true"),
    "merging between provinces, no borders asked": (
        "nederland-2024",
        "provinces=[PV23, PV24]",
        "merging={within: any, contiguous: false, minimum_site: {regular: 200, amv: 40}}",
    ),
    "a factor that is no whole number": (OVERIJSSEL, "merging.room={factor: 1.3}"),
    "no rooms, other objectives": (
        "overijssel-2024-guaranteed",
        "merging={room: null, objectives: [undersized, sites, place_km]}",
    ),
    "sites that few reach": (OVERIJSSEL, "merging.minimum_site={regular: 260, amv: 120}"),
    "a merge that is proposed": (
        OVERIJSSEL,
        "merging.proposed=[{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]",
    ),
    "merging in a hurry": ("overijssel-2024-guaranteed", "solver.time_limit_seconds=0.001"),
    "tasks that are not published": (FILLED, "provinces=[PV23, PV29]"),
    "places against status holders": (
        str(Path(__file__).parents[1] / "verification" / "scenarios" / "status-holders.yaml"),
    ),
    "emergency places within the task": (
        "overijssel-2022",
        "emergency={minimum: {Twente: 2200, IJsselland: 450}, counts: within_task}",
        "emergency.available.IJsselland=20",
    ),
    "another national total": ("overijssel-2026", "task.national_total=76000"),
    "another national total, by region": (
        OVERIJSSEL,
        "task.national_total=76000",
        "distribution.by=region",
    ),
    "another national total of tasks that are not published": (
        FILLED,
        "provinces=[PV23, PV29]",
        "task.national_total=76000",
    ),
    "a plan that falls through": (
        OVERIJSSEL,
        "pooled_offers.1.fallen_through=[Zwolle, Dalfsen]",
    ),
    "nobody is able": (OVERIJSSEL, "distribution.eligible=named"),
}  # fmt: skip


@cache
def result_of(name: str, *overrides: str) -> RunResult:
    return allocator.run(name, overrides).result


def lines(explanation: Explanation):
    return [(chapter.heading, line) for chapter in explanation.chapters for line in chapter.lines]


def redone(explanation: Explanation) -> int:
    """Redo every line; returns how many there were with arithmetic."""
    count = 0
    for heading, line in lines(explanation):
        assert line.says.endswith((".", ")")), (heading, line.says)
        assert line.sources or line.rows, (heading, line.says)
        if line.arithmetic:
            check(line.arithmetic)
            count += 1
    return count


def ends_of(explanation: Explanation, heading: str) -> list[int]:
    return [
        int(check(line.arithmetic))
        for chapter, line in lines(explanation)
        if chapter == heading and line.arithmetic
    ]


def holds(result: RunResult) -> None:
    """Every municipality and province of a run: all lines hold, and give the run's numbers."""
    for one in result.municipalities:
        explained = explain(result, one.code)
        redone(explained)
        if one.decision is not None and one.rest is not None:
            decided = ends_of(explained, "Decision")
            assert decided[:3] == [one.decision.regular, one.decision.amv, one.decision.total]
            assert one.realised is not None
            stands = ends_of(explained, "Where its places are realised")
            kinds = [kind for kind in KINDS if one.decision.of(kind) or one.realised.of(kind)]
            numbers = [one.realised.of(kind) for kind in kinds]
            assert stands[len(stands) - len(numbers) :] == numbers
            rests = [
                line.says
                for chapter, line in lines(explained)
                if chapter == "Rest" and f"Rest places of {one.name}:" in line.says
            ]
            for kind in ("regular", "amv"):
                said = f": {one.rest.of(kind):,} {kind} place"
                assert any(said in text for text in rests) or not one.eligible.of(kind)
    for province in result.provinces:
        redone(explain(result, province.code))
    assert redone(explain(result)) >= len(result.provinces)


@pytest.mark.parametrize("name", packaged_names())
def test_every_line_of_every_municipality_of_the_scenarios_holds(name):
    holds(result_of(name))


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_line_holds_under_every_method_and_rule(variant):
    holds(result_of(*VARIANTS[variant]))


def some_rules(seed: int) -> tuple[str, ...]:
    """Rules that couple kinds and regions, drawn at random."""
    luck = random.Random(seed)
    names = luck.sample(["Borne", "Almelo", "Zwolle", "Kampen", "Enschede", "Ommen"], 3)
    limits = ", ".join(
        f"{name}: {{total: {{max: {luck.randint(5, 60)}}}, amv: {{min: {luck.randint(0, 4)}}}}}"
        for name in names
    )
    low = luck.randint(150, 420)
    region = luck.choice(["Twente", "IJsselland"])
    return (
        f"distribution.limits={{{limits}}}",
        f"distribution.region_limits={{{region}: {{total: {{min: {low}, max: {low + 60}}}}}}}",
        f"distribution.base={luck.choice(['share', 'gap'])}",
        f"distribution.eligible={luck.choice(['all', 'below_share'])}",
    )


@pytest.mark.parametrize("seed", range(10))
def test_every_line_holds_where_rules_couple_kinds_and_regions(seed):
    result = result_of(OVERIJSSEL, *some_rules(seed))
    if result.status == "optimal":
        holds(result)
    else:
        assert result.status == "infeasible"


def test_most_of_those_rules_can_be_met_and_couple_something():
    results = [result_of(OVERIJSSEL, *some_rules(seed)) for seed in range(10)]
    methods = [{one.method for one in each.divisions if one.stage == "rest"} for each in results]
    assert sum("least_squares" in each for each in methods) >= 5


def test_an_explanation_of_borne_tells_all_of_it():
    explained = explain(result_of(OVERIJSSEL), "GM0147")
    arithmetic = [line.arithmetic for _, line in lines(explained)]
    for expected in (
        "24,524 x (1 + 0.138) = 27,908.312",
        "3,275 - 2,281 = 994",
        "0 < 136",
        "max(0, 538 - 180) = 358",
        "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13",
        "13 / 1.393 ≈ 9.332, rounded to the nearest whole number: 9",
        "13 + 9 = 22",
    ):
        assert expected in arithmetic
    rows = {row for _, line in lines(explained) for row in line.rows}
    assert {"reference/population.csv:95", "reference/ses_woa.csv:25"} <= rows


def test_offers_that_do_not_count_are_told_with_the_reason():
    result = result_of(OVERIJSSEL, "exchanges=[]", "counting.available={on: 2026-12-31}")
    refused = [offer for offer in result.offers if not offer.counts]
    assert refused
    for offer in refused:
        explained = explain(result, offer.municipality)
        said = [line for chapter, line in lines(explained) if chapter == "What counts"]
        (told,) = [line for line in said if offer.row in line.rows]
        assert told.says.startswith("Does not count: ")
        assert told.says.endswith("not on 2026-12-31.")


def test_a_municipality_that_a_minimum_site_leaves_out_is_told_so():
    result = result_of(OVERIJSSEL, "distribution.minimum_site.amv=20")
    left = next(
        claim.code
        for division in result.divisions
        for claim in division.claims
        if not claim.takes_part
    )
    said = " ".join(line.says for _, line in lines(explain(result, left)))
    assert "does not take part" in said
    assert "A site of 20 amv places would ask" in said


def test_whom_a_limit_on_participants_leaves_out_is_told_so_and_who_is_in_too():
    result = result_of(OVERIJSSEL, "distribution.most_participants.amv=7")
    (division,) = (one for one in result.divisions if (one.stage, one.kind) == ("rest", "amv"))
    for takes_part, expected in ((False, "is left out. Ask `--why-not`"), (True, "one of them.")):
        claim = next(one for one in division.claims if one.takes_part == takes_part)
        told = [
            line
            for _, line in lines(explain(result, claim.code))
            if line.says.startswith("At most 7 municipalities of Overijssel get amv places; 7 do.")
        ]
        assert [line.arithmetic for line in told] == ["7 <= 7"]
        assert expected in told[0].says
        assert "distribution.most_participants.amv" in " ".join(told[0].sources)


def test_a_tie_is_told_with_the_order_of_lots_and_where_it_comes_from():
    result = result_of(OVERIJSSEL, "distribution.by=region")
    tie = next(tie for tie in result.ties if tie.stage == "rest")
    said = " ".join(line.says for _, line in lines(explain(result, tie.tied[0])))
    assert "tie for" in said
    assert "by CBS code: no lots were drawn" in said


def test_every_source_that_is_cited_is_told_in_full():
    for name in packaged_names():
        result = result_of(name)
        for one in (None, result.municipalities[0].code, result.provinces[0].code):
            explained = explain(result, one)
            sources = {source for _, line in lines(explained) for source in line.sources}
            cited = {source.removesuffix(", by analogy") for source in sources}
            assert explained.citations.keys() == cited & CITATIONS.keys()


def test_a_saved_run_is_all_that_an_explanation_needs():
    for name in packaged_names():
        result = result_of(name)
        saved = RunResult.model_validate_json(result.model_dump_json())
        for one in saved.municipalities[:30]:
            assert explain(saved, one.code) == explain(result, one.code)


def said_of(code: str, *overrides: str) -> str:
    return " ".join(
        line.says for _, line in lines(explain(result_of(OVERIJSSEL, *overrides), code))
    )


def test_a_bound_decides_only_where_rounding_would_give_another_number():
    """Borne's 13.392 is rounded to 13: at most 13 decides nothing, at most 12 does."""
    limit = "distribution.limits={{Borne: {{regular: {{max: {}}}}}}}"
    assert "This bound decided" not in said_of("GM0147", limit.format(13))
    assert "This bound decided" in said_of("GM0147", limit.format(12))


def test_the_limit_of_a_region_that_moves_a_number_is_told_with_its_line():
    limit = "distribution.region_limits={Twente: {amv: {max: 150}}}"
    explained = explain(result_of(OVERIJSSEL, limit), "GM0147")
    (told,) = [line for _, line in lines(explained) if "Twente at most 150" in line.says]
    assert told.arithmetic == "150 = 150"
    assert told.sources == (f"--set {limit}",)


def test_where_rules_couple_another_method_is_not_cited_and_that_is_a_warning():
    limit = "distribution.region_limits={Twente: {amv: {max: 150}}}"
    result = result_of(OVERIJSSEL, limit, "distribution.method=dhondt")
    assert "method-not-used" in {one.code for one in result.warnings}
    rest = [line for chapter, line in lines(explain(result, "GM0147")) if chapter == "Rest"]
    (amv,) = [line for line in rest if line.says.startswith("The amv places are divided")]
    assert "rounded to the nearest whole number whatever the method" in amv.says
    assert amv.sources == ("balinski-young-1982",)
    (regular,) = [line for line in rest if line.says.startswith("The regular places are divided")]
    assert "--set distribution.method=dhondt" in regular.sources


def test_an_exempt_municipality_is_told_the_line_that_exempts_it():
    exempt = "distribution.exempt=[Borne]"
    explained = explain(result_of(OVERIJSSEL, exempt), "GM0147")
    told = [line for _, line in lines(explained) if "gets none of them" in line.says]
    assert told
    assert all(f"--set {exempt}" in line.sources for line in told)


def test_settings_of_python_code_are_not_called_defaults():
    settings = allocator.Scenario.model_validate(
        {"raming": "2022-11", "population": 2022, "distribution": {"method": "adams"}}
    )
    explained = explain(allocator.run(settings).result, "GM0147")
    sources = {source for _, line in lines(explained) for source in line.sources}
    assert "distribution.method, set in Python" in sources
    assert "default of distribution.eligible" in sources


@pytest.mark.parametrize(
    "line",
    [
        "13 + 9 = 23",
        "24,524 x (1 + 0.138) = 27,908.313",
        "0 < 0",
        "3 >= 4",
        "136 / 10.155 ≈ 13.393, rounded to the nearest whole number: 13",
        "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 14",
        "136 / 10.155 ≈ 13.392, rounded up: 13",
        "135 / 10 = 13.5, rounded to the nearest whole number: 14",
        "135 / 10 = 13.5, rounded to the nearest whole number: 13 or 14",
        "136 / 10 = 13.6, rounded to the nearest whole number: 13 or 14, by lot: 14",
        "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at least 10: 13",
        "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at least 20: 21",
        "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at most 20: 13",
        "136 / 10.155 ≈ 13.392, rounded down to its whole part: 13, one of the places left: 15",
        "max(0, 5 - 9) = 4",
        "1 +",
        "(1 + 2",
        "1 plus 1 = 2",
    ],
)
def test_the_reader_with_the_calculator_refuses_what_does_not_follow(line):
    with pytest.raises(Wrong):
        check(line)


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at least 20: 20", 20),
        ("136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at most 5: 5", 5),
        ("135 / 10 = 13.5, rounded to the nearest whole number: 13 or 14, by lot: 13", 13),
        ("5 / 2 = 2.5, rounded down to its whole part: 2, one of the places left: 3", 3),
        ("6 x 6 / 6 = 6, rounded at the products x (x + 1): 2 or 3, by lot: 3", 3),
        ("max(0, 1,538 - 180) = 1,358", 1_538 - 180),
        ("(1 / 3) x 3 = 1", 1),
        ("- 200 + 450 = 250", 250),
    ],
)
def test_the_reader_with_the_calculator_accepts_what_follows(line, ends):
    assert check(line) == ends
