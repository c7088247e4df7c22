# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An explanation never makes nothing of what is not known, nor one divisor of several."""

from __future__ import annotations

from functools import cache

import pytest

import allocator
from allocator.explanation import explain
from models.fault import InputError
from models.national import National
from models.result import RunResult
from models.scenario import DistributionSettings

SMALL = "merging.minimum_site={regular: 0, amv: 0}"


@cache
def result_of(scenario: str, *overrides: str) -> RunResult:
    return allocator.run(scenario, [SMALL, *overrides]).result


def told(result: RunResult, code: str) -> list[str]:
    return [line.says for chapter in explain(result, code).chapters for line in chapter.lines]


@pytest.mark.parametrize("code", ["GM0193", "GM0599", "GM0307"])
def test_nobody_whose_report_is_not_known_by_municipality_is_said_to_offer_nothing(code: str):
    result = result_of("nederland-2024-reports", "provinces=[PV23, PV26, PV28]")
    assert not [says for says in told(result, code) if "offers nothing" in says]


def test_where_the_report_is_not_known_neither_is_what_a_municipality_offers():
    result = result_of("nederland-2024-reports", "provinces=[PV23, PV26, PV28]")
    assert "The report of Utrecht is not known, so what Amersfoort offers is not known either." in (
        told(result, "GM0307")
    )


def test_a_municipality_of_a_reported_province_is_asked_for_more_than_its_part_of_the_rest():
    result = result_of("nederland-2024-reports", "provinces=[PV23, PV26, PV28]")
    zwolle = next(one for one in result.municipalities if one.name == "Zwolle")
    assert (
        f"Of the rest Zwolle has to make {zwolle.rest.total} places of which {zwolle.rest.amv} amv "
        "possible, on top of what counts there by the report of Overijssel: how many that are is "
        "not known."
    ) in told(result, "GM0193")
    assert not [says for says in told(result, "GM0193") if says.startswith("Zwolle has to make")]


def test_places_without_a_municipality_may_stand_with_whoever_offers_nothing_by_name():
    said = told(result_of("overijssel-2026"), "GM0175")
    assert (
        "Ommen offers nothing by name; of the 68 places that count in Overijssel without a "
        "municipality it is not known where they stand."
    ) in said


def test_coupled_rules_have_a_divisor_each_and_no_line_says_one_for_all():
    region = "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}"
    result = result_of("overijssel-2024", region)
    assert any(one.method == "least_squares" for one in result.divisions)
    lines = [says for says in told(result, "GM0147") if "The divisor is one for all" in says]
    rests = [says for says in lines if "fall under the same rules" in says]
    assert len(rests) == 2
    plain = told(result_of("overijssel-2024"), "GM0147")
    assert not [says for says in plain if "fall under the same rules" in says]


GAP = "distribution.method=adams"


def test_who_drew_no_lot_and_ties_with_who_did_is_refused_and_the_setting_says_so():
    (tie, *_) = result_of("overijssel-2024", GAP).ties
    first = tie.order[0]
    with pytest.raises(InputError) as refused:
        allocator.run("overijssel-2024", [GAP, f"distribution.lots=[{first}]"])
    assert {fault.code for fault in refused.value.faults} == {"unfinished-draw"}
    everybody = sorted(one.code for one in result_of("overijssel-2024", GAP).municipalities)
    drawn = f"distribution.lots=[{', '.join(reversed(everybody))}]"
    assert result_of("overijssel-2024", GAP, drawn).status == "optimal"
    for settings in (DistributionSettings, National):
        said = settings.model_fields["lots"].description
        assert said is not None
        assert "drew none is refused" in said
