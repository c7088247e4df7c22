# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names in `--propose`: the comma between two names, and the one within a name."""

from __future__ import annotations

import pytest

from allocator.loading import load

BRABANT = (
    "provinces=[PV30]", "offers=null", "pooled_offers=[]", "exchanges=[]", "key.name=statutory",
    "key.missing=null", "task.missing_amv=as_known", "merging.within=province",
)  # fmt: skip
NUENEN = "Nuenen, Gerwen en Nederwetten"


@pytest.mark.parametrize(
    ("written", "members"),
    [
        (f"amv:Best=Eindhoven,{NUENEN}", ("GM0772", "GM0820")),
        (f"amv:Best={NUENEN},Eindhoven", ("GM0820", "GM0772")),
        (f"amv:Best={NUENEN.replace(', ', ',')}", ("GM0820",)),
        ("amv:Best=Nuenen c.a.,Eindhoven", ("GM0820", "GM0772")),
        ("amv:Best=Eindhoven, Veldhoven", ("GM0772", "GM0861")),
    ],
)
def test_a_name_with_a_comma_is_one_name(written: str, members: tuple[str, ...]) -> None:
    (proposed,) = load("overijssel-2024", BRABANT, None, [written]).scenario.merging.proposed
    assert proposed.members == members


def test_such_a_name_may_be_the_host() -> None:
    (proposed,) = load(
        "overijssel-2024", BRABANT, None, [f"amv:{NUENEN}=Best"]
    ).scenario.merging.proposed
    assert (proposed.host, proposed.members) == ("GM0820", ("GM0753",))
