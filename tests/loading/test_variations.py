# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Variations: what `--vary path=value,value` asks for."""

from __future__ import annotations

import json
from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.loading import variants
from allocator.loading.document import scalar
from models.fault import InputError, Place

tried = settings(max_examples=150, deadline=None, derandomize=True, database=None)
NOWHERE = Place("here")

plain = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12)
single = st.one_of(plain, st.integers(-999, 999), st.booleans(), st.none())
value = st.one_of(single, st.lists(single, max_size=3), st.dictionaries(plain, single, max_size=3))


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("key.name=published,inhabitants", ["key.name=published", "key.name=inhabitants"]),
        ("raming=2022-11, 2024", ["raming=2022-11", "raming=2024"]),
        ("a.b=null,true,2.5", ["a.b=null", "a.b=true", "a.b=2.5"]),
        ("a=[x, y],[]", ['a=["x", "y"]', "a=[]"]),
        ("a={x: {y: 1}},{}", ['a={"x": {"y": 1}}', "a={}"]),
        ("a='x,y',\"2024\",''", ["a=x,y", 'a="2024"', "a="]),
        ("a=2025-07-01,2026-02-01", ['a="2025-07-01"', 'a="2026-02-01"']),
        ('a."b.c".d=1,2', ['a."b.c".d=1', 'a."b.c".d=2']),
    ],
)
def test_values_are_those_of_a_list_of_yaml(written, labels):
    assert [one.label for one in variants([written], 9)] == labels


@tried
@given(
    st.lists(st.lists(value, min_size=2, max_size=3, unique_by=json.dumps), min_size=1, max_size=3)
)
def test_every_combination_is_there_and_every_value_is_read_back(lines):
    written = [f"line{n}={json.dumps(vs, ensure_ascii=False)[1:-1]}" for n, vs in enumerate(lines)]
    found = variants(written, 27)
    assert len(found) == prod(map(len, lines))
    for one, values in zip(found, product(*lines), strict=True):
        for line, (override, asked) in enumerate(zip(one.overrides, values, strict=True)):
            path, _, said = override.partition("=")
            assert path == f"line{line}"
            assert scalar(said, NOWHERE) == asked


@pytest.mark.parametrize(
    ("vary", "code"),
    [
        (["key.name"], "bad-set"),
        (["=a,b"], "bad-set"),
        (["key.name="], "bad-vary"),
        (["key.name=  "], "bad-vary"),
        (["key.name=a"], "bad-vary"),
        (["key.name=[a, b]"], "bad-vary"),
        (["key.name=a,b", "key.name=c,d"], "bad-vary"),
        (["key.name=a],[b"], "not-yaml"),
        (["key.name=a,&x b"], "yaml-alias"),
        (["key.name=a,0363"], "odd-number"),
        (["key.name=1,2,3", "population=1,2,3,4"], "too-many-runs"),
        ([f"line{n}={','.join(map(str, range(1000)))}" for n in range(9)], "too-many-runs"),
    ],
)
def test_what_varies_nothing_or_too_much_is_refused_at_its_option(vary, code):
    with pytest.raises(InputError) as error:
        variants(vary, 9)
    assert [one.code for one in error.value.faults] == [code]
    assert error.value.faults[0].where.file.startswith("--vary ")


def test_how_many_combinations_there_are_is_said():
    with pytest.raises(InputError, match="--vary b=1,2,3,4: 12 combinations, which is more than 9"):
        variants(["a=1,2,3", "b=1,2,3,4"], 9)


def test_several_faults_are_told_together():
    with pytest.raises(InputError) as error:
        variants(["a=1", "b"], 9)
    assert [one.code for one in error.value.faults] == ["bad-vary", "bad-set"]
