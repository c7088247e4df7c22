# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Faults: what goes wrong, said so that the reader can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePath

# A file of another sort gives a fault on every row; nobody reads thousands of them.
MOST_FAULTS = 200
SHOWN_LETTERS = 60


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file (or option), and in it a line and a column from 1."""

    file: str
    line: int = 0
    column: int = 0

    @property
    def quoted(self) -> str:
        """The same without the folder, as results quote it: they hold on every machine."""
        return _written(_without_folder(self.file), self.line, self.column)

    def __str__(self) -> str:
        """`file:line:column`, as editors and terminals follow it."""
        return _written(self.file, self.line, self.column)


def _written(file: str, line: int, column: int) -> str:
    return ":".join([file, *(str(number) for number in (line, column) if number)])


@lru_cache(maxsize=1_000)
def _without_folder(file: str) -> str:
    """The name of a file; an option is no file."""
    return file if file.startswith("--") else PurePath(file).name


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with the input: what, where, why, and what to do.

    Attributes:
        code: short stable name, such as `unknown-key`; `docs/errors.md` lists them.
        what: what is wrong, in the reader's words.
        where: the file, line and column.
        why: the rule that it offends; empty when `what` says it all.
        remedy: what to do.
    """

    code: str
    what: str
    where: Place
    remedy: str
    why: str = ""

    def at(self, where: Place) -> Fault:
        """The same fault, told of another place."""
        return replace(self, where=where)

    def __str__(self) -> str:
        """Where: what. Why. Remedy."""
        said = [f"{self.where}: {self.what}", self.why, self.remedy]
        return " ".join(
            part if part.endswith((".", "?", "!")) else f"{part}." for part in said if part
        )


class InputError(Exception):
    """The input is wrong: one or more faults, reported together (exit code 5)."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults, each once, in the order of the files' lines."""
        self.faults: tuple[Fault, ...] = tuple(
            sorted(dict.fromkeys(faults), key=lambda fault: fault.where)
        )
        said = [str(fault) for fault in self.faults]
        if len(said) >= MOST_FAULTS:
            said.append(f"Reading stopped after {MOST_FAULTS} faults: mend these first.")
        super().__init__("\n".join(said))


class Faults:
    """Collects faults, so that several in one file are reported together."""

    def __init__(self) -> None:
        """Begin without any."""
        self._found: list[Fault] = []

    def add(self, code: str, where: Place, what: str, remedy: str, why: str = "") -> None:
        """Note one fault and go on.

        Raises:
            InputError: with all that was found, once that is more than anybody reads.
        """
        self._found.append(Fault(code=code, what=what, where=where, remedy=remedy, why=why))
        if len(self._found) >= MOST_FAULTS:
            raise InputError(self._found)

    @contextmanager
    def collected(self) -> Iterator[None]:
        """Take over the faults of an error that is raised inside, and go on."""
        try:
            yield
        except InputError as error:
            self._found.extend(error.faults)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self._found)

    def raise_if_any(self) -> None:
        """Raise all that was found.

        Raises:
            InputError: if there is at least one fault.
        """
        if self._found:
            raise InputError(self._found)


class Infeasible(Exception):
    """No division meets every rule: an answer, not a failure (exit code 3).

    It says nothing more: `allocator.explanation` tells why, in numbers.
    """


class Defect(Exception):
    """The program is wrong: what it made does not hold (exit code 1)."""

    def __init__(self, what: str, details: Sequence[str] = ()) -> None:
        """Keep what does not hold."""
        self.details = tuple(details)
        super().__init__("\n".join([what, *details]))


def quoted(text: str) -> str:
    """A text as it was written, in quotes, and cut where it is long."""
    mark = '"' if "'" in text else "'"
    shown = text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."
    return f"{mark}{shown}{mark}"


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` for the known word nearest to a mistyped one, or nothing."""
    spellings = {name.casefold(): name for name in known}
    if len(word) > 2 * SHOWN_LETTERS:
        return ""  # a slip of the pen is shorter
    found = get_close_matches(word.casefold(), spellings, n=2, cutoff=0.7)
    return f"; did you mean {' or '.join(spellings[name] for name in found)}?" if found else ""
