# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenario files that were valid once: some of their lines or bytes are other ones now."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

from allocator.loading import PACKAGED
from tests.fuzz.odd import edited, edits, values, words

Path = tuple[Any, ...]

# Every setting once, so that every setting is changed.
FULL = """\
extends: overijssel-2024
name: full
title: Every setting
raming: "2024"
provinces: [PV23]
key: {name: composite, parts: {income: "2/3", inhabitants: "1/3"},
      missing: {fill: statutory, within: region}}
population: 2023
task: {missing_amv: pro_rata}
offers: offers.csv
pooled_offers:
  - {name: plans, status: likely, region: Twente, places: {total: 60, amv: 6},
     candidates: [Borne, Losser], available: {from: 2025-01-01, until: 2027-01-01}}
unlocated_offers:
  - {province: PV23, region: IJsselland, places: {regular: 68}, note: "somewhere"}
counting:
  statuses: [guaranteed, likely]
  available: {from: 2025-07-01, until: 2026-02-01}
  minimum_months: 3
  minimum_site: {regular: 5, amv: 2}
exchanges: [kampen-dronten-2024]
distribution:
  by: region
  region_tasks: {Twente: {total: 3275, amv: 278}, IJsselland: {total: 3050, amv: 260}}
  eligible: named
  named: [Borne, Almelo, Losser, Dalfsen, Ommen, Olst-Wijhe, Hellendoorn, Zwartewaterland]
  per_kind: false
  exempt: [Ommen]
  base: gap
  method: dhondt
  minimum_site: {regular: 10, amv: 5}
  limits: {Borne: {regular: {min: 1, max: 400}}}
  region_limits: {Twente: {total: {min: 1, max: 4000}}}
  lots: [Borne, Almelo]
merging:
  minimum_site: {regular: 100, amv: 20}
  max_distance_km: 25
  within: region
  contiguous: true
  max_members: 6
  include_offers: false
  room: {factor: 2.0}
  proposed: [{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]
  forbidden: [[Kampen, Zwolle]]
  objectives: [undersized, moved_tasks]
solver: {time_limit_seconds: 1, workers: 1}
"""
# One small province is enough; the whole country only takes longer.
TEXTS = [
    FULL,
    "name: small\n",
    *(path.read_text("utf-8") for path in sorted(PACKAGED.glob("overijssel-*.yaml"))),
]
TREES: list[dict[str, Any]] = [YAML(typ="safe", pure=True).load(text) for text in TEXTS]


def paths_of(value: Any, path: Path = ()) -> list[Path]:
    """The path of everything in a tree, the tree itself left out."""
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )  # fmt: skip
    return [one for key, inner in pairs for one in ((*path, key), *paths_of(inner, (*path, key)))]


@st.composite
def changed_trees(draw: st.DrawFn) -> dict[str, Any]:
    """A valid scenario with a few of its lines replaced, renamed, added or left out."""
    tree = deepcopy(draw(st.sampled_from(TREES)))
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2, 2, 3]))):
        paths = paths_of(tree)
        if not paths:
            break
        *above, last = draw(st.sampled_from(paths))
        holder: Any = tree
        for key in above:
            holder = holder[key]
        change = draw(st.sampled_from(["replace", "replace", "replace", "rename", "add", "drop"]))
        if change == "replace":
            holder[last] = draw(values)
        elif change == "drop":
            del holder[last]
        elif isinstance(holder, list):
            holder.insert(0, draw(values))
        elif change == "rename":
            holder[f"{last}{draw(st.sampled_from(['', 's', '_', ' ']))}"[1:]] = holder.pop(last)
        else:
            holder[draw(words)] = draw(values)
    return tree


def bare(value: Any, indent: int = 0) -> str:
    """YAML as somebody writes it who puts nothing in quotes."""
    margin = "\n" + "  " * indent
    if isinstance(value, dict) and value:
        return "".join(f"{margin}{key}: {bare(inner, indent + 1)}" for key, inner in value.items())
    if isinstance(value, list):
        return "".join(f"{margin}- {bare(inner, indent + 1)}" for inner in value) or "[]"
    return json.dumps(value) if value is None or isinstance(value, bool) else str(value)


def written(tree: dict[str, Any], style: str) -> bytes:
    """A tree as a file."""
    if style == "bare":
        text = bare(tree).lstrip("\n") + "\n"
    else:
        text = json.dumps(tree, default=str, ensure_ascii=style == "ascii")
    return text.encode("utf-8", "surrogatepass")


by_structure = st.builds(
    written, changed_trees(), st.sampled_from(["bare", "bare", "json", "ascii"])
)
by_bytes = st.builds(edited, st.sampled_from([text.encode() for text in TEXTS]), edits)
scenario_files = by_structure | by_structure | by_bytes
