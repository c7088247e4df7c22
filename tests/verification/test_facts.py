# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the checks look things up with."""

from __future__ import annotations

from allocator.verification.checks.proofs import _least
from allocator.verification.facts import Facts
from models.division import Division
from tests.verification.planted import BASE, BY_REGION, read, saved


def test_areas_that_rules_tie_together_are_written_with_a_plus():
    facts = Facts(read(saved(*BY_REGION)))
    assert [area.code for area in facts.areas_of("VR04+VR05")] == ["VR04", "VR05"]
    assert [area.code for area in facts.areas_of("VR05")] == ["VR05"]
    assert facts.areas_of("VR04VR05") == []


def test_the_members_of_an_area_are_those_of_its_province_or_of_its_region():
    facts = Facts(read(saved(*BASE)))
    assert len(facts.members(facts.areas["PV23"])) == 25
    by_region = Facts(read(saved(*BY_REGION)))
    assert {code: len(by_region.members(area)) for code, area in by_region.areas.items()} == {
        "VR04": 11,
        "VR05": 14,
    }


def test_with_nobody_to_divide_over_nothing_deviates():
    nobody = Division(
        stage="rest", area="PV23", kind="amv", total=0, method="sainte_lague", claims=()
    )
    assert _least(nobody) == 0
