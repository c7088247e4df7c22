# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The folder of a study: one Parquet file for each finished run.

    study.json       which study, which inputs, which version: another one does not write here
    points.parquet   the points of the design in order, and the run of each
    runs/ab/ab….parquet

A run is written to a temporary name and renamed, so that a file is there whole or not at all: a
killed worker, a killed program or a full disk loses nothing that was finished, and two programs on
one folder write the same bytes under the same names.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import IO, TYPE_CHECKING, Any

from allocator.reporting.folder import umask
from allocator.sensitivity.outcome import PASSING, Row
from models.fault import Fault, InputError, Place

if TYPE_CHECKING:
    import pyarrow as pa

STUDY, POINTS, RUNS = "study.json", "points.parquet", "runs"
# What the study says, for reports; written anew whenever it is asked.
ANSWER = "answer.json"
MAGIC = b"PAR1"
LEAST_BYTES = 12
# The columns of a run.
PLACES = ("share", "counted", "rest", "surplus", "decision", "realised")
NAMES = (
    *("run", "status", "fault", "checks", "code", "kind"),
    *PLACES,
    *("host", "moved", "distance_km", "undersized", "follows"),
)
UNPROVEN = ".unproven.parquet"
SECONDS_OF_A_DRAFT = 86_400


class Store:
    """The results of one study on disk."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is read or written yet."""
        self.folder = folder

    def __repr__(self) -> str:
        """Where it lies."""
        return f"<Store {self.folder}>"

    def begin(self, study: Mapping[str, Any], points: pa.Table) -> None:
        """Make the folder of a study, or take up one that holds the same study.

        Args:
            study: what distinguishes it from every other.
            points: the points of its design.

        Raises:
            InputError: if something else lies there, or if it cannot be written.
        """
        text = json.dumps(study, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
        try:
            if not self._is_there():
                self._make(text, points)
            self._sweep()
            if self.identity() != text:
                raise _fault(
                    "another-study",
                    self.folder,
                    "the folder holds the results of another study, of other inputs or of another "
                    "version of the program",
                    "Name another folder with --out; nothing was written.",
                )
            self._renew(points)
        except (OSError, ValueError) as problem:
            raise unwritable(self.folder, problem) from problem

    def _renew(self, points: pa.Table) -> None:
        """Write the points again where an earlier version left columns out."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        with suppress(pa.ArrowException, OSError):
            with pq.ParquetFile(self.points) as file:
                there = file.schema_arrow.names
            if there == points.schema.names:
                return
        with _drafted(self.points) as stream:
            pq.write_table(points, stream, compression="zstd")

    def _sweep(self) -> None:
        """Take away what workers that were killed left half written, a day ago or more."""
        for draft in (self.folder / RUNS).glob("*/.draft-*"):
            with suppress(OSError):
                if time() - draft.stat().st_mtime > SECONDS_OF_A_DRAFT:
                    draft.unlink()

    def identity(self) -> str:
        """What distinguishes the study whose results lie here.

        Raises:
            InputError: if there is none.
        """
        try:
            return (self.folder / STUDY).read_text(encoding="utf-8")
        except (OSError, ValueError) as problem:
            raise _fault(
                "no-study-here",
                self.folder,
                "the folder holds no results of a study",
                "Name the folder that `allocator sensitivity STUDY --out FOLDER` wrote.",
            ) from problem

    def missing(self, runs: Iterable[str]) -> list[str]:
        """The runs that are not finished, each once, in order."""
        there: set[str] = set()
        with suppress(OSError):
            for folder in (self.folder / RUNS).iterdir():
                there |= {
                    path.stem
                    for path in folder.glob("*.parquet")
                    if "." not in path.stem and _whole(path)
                }
        return [run for run in dict.fromkeys(runs) if run not in there]

    def has(self, run: str) -> bool:
        """Whether a run is finished."""
        return _whole(self._path(run))

    def put(self, run: str, rows: Sequence[Row]) -> None:
        """Keep a run, whole or not at all.

        What was stopped at its limit depends on the machine and the hour: it is kept beside the
        finished runs, and tried again by whoever goes on with the study.

        Raises:
            OSError: if it cannot be written.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self._path(run)
        unproven = path.with_suffix(UNPROVEN)
        passing = rows[0].status in PASSING
        if passing and self.has(run):
            return  # another program has proven it meanwhile
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = [[run] * len(rows), *map(list, zip(*rows, strict=True))]
        table = pa.Table.from_arrays(
            [pa.array(column, field.type) for column, field in zip(columns, schema(), strict=True)],
            schema=schema(),
        )
        with _drafted(unproven if passing else path) as stream:
            pq.write_table(table, stream, compression="zstd", write_statistics=False)
        if not passing:
            unproven.unlink(missing_ok=True)

    def keep(self, answer: str) -> None:
        """Keep what the study says beside its runs, in place of what it said before.

        Raises:
            InputError: if it cannot be written; what was there stays.
        """
        try:
            with _drafted(self.folder / ANSWER) as stream:
                stream.write(answer.encode())
        except OSError as problem:
            raise unwritable(self.folder, problem) from problem

    @property
    def points(self) -> Path:
        """The points of the design; as a whole path, of which Arrow expands no `~`."""
        return self.folder.absolute() / POINTS

    def _path(self, run: str) -> Path:
        return self.folder / RUNS / run[:2] / f"{run}.parquet"

    def _is_there(self) -> bool:
        return (self.folder / STUDY).is_file()

    def _make(self, text: str, points: pa.Table) -> None:
        """The folder with its first two files, at once: two programs may begin together."""
        import pyarrow.parquet as pq

        if self.folder.exists() and not self.folder.is_dir():
            raise _fault("out-is-a-file", self.folder, "this is a file", "Name a folder.")
        # Another program may have begun the same study just now.
        if self.folder.is_dir() and any(self.folder.iterdir()) and not self._is_there():
            raise _fault(
                "out-not-empty",
                self.folder,
                "the folder holds other content",
                "Name another folder; nothing was written.",
            )
        parent = self.folder.absolute().parent
        parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{self.folder.name}-", dir=parent))
        try:
            (draft / RUNS).mkdir()
            (draft / STUDY).write_text(text, encoding="utf-8", newline="")
            pq.write_table(points, draft / POINTS, compression="zstd")
            draft.chmod(0o777 & ~umask())
            # Where another program was first, its folder is not empty, and the renaming fails.
            with suppress(OSError):
                draft.rename(self.folder)
            if not self._is_there():
                raise OSError("the folder cannot be made")
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _drafted(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place when it is whole; what was there stays until then."""
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(draft).chmod(0o666 & ~umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def schema() -> pa.Schema:
    """The columns of a run."""
    import pyarrow as pa

    places = dict.fromkeys(PLACES, pa.int32())
    return pa.schema(
        {
            "run": pa.string(),
            "status": pa.string(),
            "fault": pa.string(),
            "checks": pa.int32(),
            "code": pa.string(),
            "kind": pa.string(),
            **places,
            "host": pa.string(),
            "moved": pa.int32(),
            "distance_km": pa.decimal128(7, 1),
            "undersized": pa.bool_(),
            "follows": pa.string(),
        }.items()
    )


def _whole(path: Path) -> bool:
    """Whether a file ends as a Parquet file does: after a power cut it may be there in part."""
    try:
        with path.open("rb") as stream:
            stream.seek(-len(MAGIC), os.SEEK_END)
            return stream.tell() >= LEAST_BYTES - len(MAGIC) and stream.read() == MAGIC
    except OSError:
        return False


def unwritable(path: Path, problem: Exception) -> InputError:
    """What is said where results cannot be written."""
    reason = getattr(problem, "strerror", None) or str(problem)
    return _fault(
        "cannot-write",
        path,
        f"cannot be written ({reason})",
        "Make room or name another folder; what is finished stays, and the same command goes on.",
    )


def _fault(code: str, path: Path, what: str, remedy: str) -> InputError:
    return InputError([Fault(code=code, what=what, where=Place(str(path)), remedy=remedy)])
