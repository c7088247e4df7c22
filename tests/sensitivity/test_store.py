# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The folder of a study: whole files only, nothing lost, nobody else's."""

from __future__ import annotations

import shutil
from hashlib import sha256

import pyarrow.parquet as pq
import pytest

from allocator.sensitivity import answer, run_study
from allocator.sensitivity.outcome import Row
from allocator.sensitivity.store import Store
from models.fault import InputError
from tests.sensitivity.small import TWO, study

RUN = "ab" * 16


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A study that is done, and its folder."""
    folder = tmp_path_factory.mktemp("finished")
    path = study(folder, TWO)
    run_study(path, folder / "out", workers=1)
    return path, folder / "out"


def codes(caught):
    return [fault.code for fault in caught.value.faults]


def hashes(folder):
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_run_that_is_kept_is_finished(tmp_path):
    store = Store(tmp_path)
    assert store.missing([RUN]) == [RUN]
    store.put(RUN, [Row("optimal", code="GM0141", kind="amv", rest=3)])
    assert store.missing([RUN]) == []
    (path,) = tmp_path.rglob("*.parquet")
    assert path.stem == RUN
    assert pq.read_table(path).to_pylist()[0]["rest"] == 3


def test_a_file_that_breaks_off_counts_as_missing(tmp_path):
    store = Store(tmp_path)
    store.put(RUN, [Row("optimal")])
    (path,) = tmp_path.rglob("*.parquet")
    path.write_bytes(path.read_bytes()[:-5])
    assert store.missing([RUN]) == [RUN]
    assert not store.has(RUN)


def test_a_full_disk_leaves_no_half_file_and_loses_none(tmp_path, monkeypatch):
    store = Store(tmp_path)
    store.put(RUN, [Row("optimal")])

    def full(*arguments, **settings):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(OSError, match="No space"):
        store.put("cd" * 16, [Row("optimal")])
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [f"{RUN}.parquet"]


def test_starting_again_does_only_what_is_missing(finished, tmp_path):
    path, folder = finished
    again = tmp_path / "out"
    shutil.copytree(folder, again)
    runs = sorted(again.rglob("runs/*/*.parquet"))
    untouched = {one: one.stat().st_mtime_ns for one in runs[2:]}
    for one in runs[:2]:
        one.unlink()
    told = []
    run_study(path, again, workers=1, progress=lambda done, of: told.append((done, of)))
    assert told[0] == (4, 6)
    assert told[-1] == (6, 6)
    assert {one: one.stat().st_mtime_ns for one in runs[2:]} == untouched
    assert hashes(again) == hashes(folder)


def test_every_byte_is_the_same_whatever_the_number_of_workers(finished, tmp_path):
    path, folder = finished
    run_study(path, tmp_path / "out", workers=2)
    assert hashes(tmp_path / "out") == hashes(folder)


def test_another_study_does_not_write_here(finished, tmp_path):
    _, folder = finished
    before = hashes(folder)
    with pytest.raises(InputError) as caught:
        run_study(study(tmp_path, TWO, "{kind: monte_carlo, samples: 3}"), folder)
    assert codes(caught) == ["another-study"]
    assert hashes(folder) == before


def test_a_folder_with_something_else_is_left_as_it_is(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run_study(study(tmp_path), tmp_path / "out")
    assert codes(caught) == ["out-not-empty"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run_study(study(tmp_path), tmp_path / "file" / "out")
    assert codes(caught) == ["cannot-write"]


def test_results_in_a_folder_with_odd_letters_are_found(finished, tmp_path):
    _, folder = finished
    odd = tmp_path / "it's [a] *folder?"
    shutil.copytree(folder, odd)
    assert answer(odd, "SELECT count(DISTINCT run) FROM results").rows == ((6,),)


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE results",
        "SELECT 1; SELECT 2",
        "",
        "nonsense",
        "COPY results TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM 'small.yaml'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "ATTACH 'other.db'",
    ],
)
def test_a_query_reads_nothing_else_and_changes_nothing(finished, sql):
    _, folder = finished
    before = hashes(folder)
    with pytest.raises(InputError) as caught:
        answer(folder, sql)
    assert codes(caught) == ["bad-query"]
    assert hashes(folder) == before


def test_a_folder_without_results_has_no_answers(tmp_path):
    with pytest.raises(InputError) as caught:
        answer(tmp_path, "SELECT 1")
    assert codes(caught) == ["no-study-here"]
