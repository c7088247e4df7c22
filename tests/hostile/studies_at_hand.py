# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies, folders of results and queries that make no sense; see `special`."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.special import Prepare, special

STUDY = """\
base: overijssel-2024
factors: [{name: site, line: merging.minimum_site.amv, values: [10, 16]}]
"""
TITLE = "factors: [{name: title, line: title, values: [one]}]"


def _study(folder: Path) -> str:
    (folder / "small.yaml").write_text(STUDY, encoding="utf-8")
    return "small.yaml"


def _done(folder: Path) -> str:
    """A folder of results as a study leaves it, of one run that is made by hand."""
    from allocator.sensitivity.gathering import gather
    from allocator.sensitivity.outcome import Row
    from allocator.sensitivity.store import Store

    ensemble, store = gather(folder / _study(folder)), Store(folder / "done")
    store.begin(ensemble.identity(), ensemble.table())
    row = Row("optimal", code="PV23", kind="amv", share=538, counted=180, rest=358, surplus=0)
    store.put(ensemble.points[0].run, [row])
    return "done"


@special("no-such-study--mistyped")
def _(folder: Path) -> list[str]:
    return ["sensitivity", "intended-place"]


@special("no-such-file--study")
def _(folder: Path) -> list[str]:
    return ["sensitivity", "nowhere.yaml"]


@special("not-a-file--study-is-a-folder")
def _(folder: Path) -> list[str]:
    (folder / "study.yaml").mkdir()
    return ["sensitivity", "study.yaml"]


@special("another-study--other-factors")
def _(folder: Path) -> list[str]:
    done = _done(folder)
    (folder / "small.yaml").write_text(f"base: overijssel-2024\n{TITLE}\n", encoding="utf-8")
    return ["sensitivity", "small.yaml", "--out", done]


@special("another-study--identity-that-was-altered")
def _(folder: Path) -> list[str]:
    done = _done(folder)
    (folder / done / "study.json").write_text("{}", encoding="utf-8")
    return ["sensitivity", "small.yaml", "--out", done]


@special("out-not-empty--study")
def _(folder: Path) -> list[str]:
    (folder / "results").mkdir()
    (folder / "results" / "thesis.txt").write_text("the only copy", encoding="utf-8")
    return ["sensitivity", _study(folder), "--out", "results"]


@special("out-is-a-file--study")
def _(folder: Path) -> list[str]:
    (folder / "results").write_text("a file", encoding="utf-8")
    return ["sensitivity", _study(folder), "--out", "results"]


@special("no-study-here--query")
def _(folder: Path) -> list[str]:
    (folder / "empty").mkdir()
    return ["sensitivity", "empty", "--query", "SELECT 1"]


@special("no-results--query-before-the-first-run")
def _(folder: Path) -> list[str]:
    done = _done(folder)
    for run in (folder / done).rglob("runs/*/*.parquet"):
        run.unlink()
    return ["sensitivity", done, "--query", "SELECT 1"]


@special("unreadable-results--points-are-no-parquet")
def _(folder: Path) -> list[str]:
    done = _done(folder)
    (folder / done / "points.parquet").write_bytes(b"PAR1 not a table PAR1")
    return ["sensitivity", done, "--query", "SELECT 1"]


@special("unreadable-results--run-of-another-shape")
def _(folder: Path) -> list[str]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    done = _done(folder)
    for run in (folder / done).rglob("runs/*/*.parquet"):
        pq.write_table(pa.table({"code": ["=cmd()"]}), run)
    return ["sensitivity", done, "--query", "SELECT 1"]


def _asked(sql: str) -> Prepare:
    return lambda folder: ["sensitivity", _done(folder), "--query", sql]


special("bad-query--writes-a-file")(_asked("COPY results TO 'stolen.csv'"))
special("bad-query--reads-a-file")(_asked("SELECT * FROM read_text('small.yaml')"))
special("bad-query--changes-results")(_asked("DELETE FROM results"))
special("bad-query--two-at-once")(_asked("SELECT 1; SELECT 2"))
special("bad-query--mistyped-column")(_asked("SELECT shares FROM results"))
special("bad-query--no-sql")(_asked("how many places?"))
special("bad-query--nothing")(_asked(" "))


@special("no-cluster--nobody-listens")
def _(folder: Path) -> list[str]:
    return ["sensitivity", _study(folder), "--cluster", "tcp://127.0.0.1:9", "--out", "out"]


@special("no-cluster--not-an-address")
def _(folder: Path) -> list[str]:
    return ["sensitivity", _study(folder), "--cluster", "my cluster", "--out", "out"]
