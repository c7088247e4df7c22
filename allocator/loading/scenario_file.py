# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenario files: found, extended, overridden and validated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allocator.kept import Kept
from allocator.loading.document import Document, Keys, copied, nearest_place, parse, scalar
from allocator.loading.files import Content, beside, fault, read
from allocator.loading.inheritance import child_over_parent
from allocator.loading.overrides import override
from allocator.loading.reference import PACKAGED
from allocator.loading.tables import Table, read_table
from allocator.loading.validation import validated
from allocator.loading.workbooks import NO_TEMPLATES, Templates
from models.fault import Place, nearest, quoted
from models.scenario import Scenario

MOST_PARENTS = 10
MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """A scenario as it was read: still with the names that people wrote.

    Attributes:
        scenario: the settings.
        places: where each line stands, over all files and options.
        folders: per file name, the folder in which the files that it names lie.
        contents: the scenario files that were read, child first.
        home: the folder for everything that no file of `folders` names.
        kept: what was made of the files that it names, for it and its variations.
    """

    scenario: Scenario
    places: Mapping[Keys, Place]
    folders: Mapping[str, Path]
    contents: tuple[Content, ...] = ()
    home: Path = field(default_factory=Path.cwd)
    kept: Kept = field(default_factory=Kept, compare=False)

    def place(self, *path: str | int) -> Place:
        """Where a line stands, or the nearest line around it."""
        return nearest_place(self.places, path, Place(self.scenario.name))

    def folder(self, *path: str | int) -> Path:
        """The folder of the file in which a line stands."""
        return self.folders.get(self.place(*path).file, self.home)

    def table(
        self,
        name: str,
        *path: str,
        sheet: str | None = None,
        templates: Templates = NO_TEMPLATES,
    ) -> tuple[Content, Table]:
        """The file that a line of the scenario names, and the table in it.

        Args:
            name: of the file.
            path: of the line.
            sheet: of a workbook; None is the only one.
            templates: the workbooks that may have sheets beside the table, to explain it.

        Raises:
            InputError: if there is no such file, or no table in it.
        """
        named_at, folder = self.place(*path), self.folder(*path)

        def made() -> tuple[Content, Table]:
            content = read(beside(folder, name, named_at), name, named_at)
            return content, read_table(content, sheet, templates)

        return self.kept.once(("table", folder, name, sheet, bool(templates)), made)


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """A scenario as its files were read, before any override.

    Attributes:
        lines: of all files, merged.
        file: where the scenario as a whole stands.
        name: of a scenario that states none.
        folders: as of a `ScenarioFile`.
        contents: likewise.
        made: the scenario itself, where no file holds it.
        home: the folder of files that overrides name; None is the current one.
        kept: what was made of the files that it names.
        values: of overrides, by how they are written.
    """

    lines: Document
    file: Place
    name: str
    folders: Mapping[str, Path]
    contents: tuple[Content, ...] = ()
    made: Scenario | None = None
    home: Path | None = None
    kept: Kept = field(default_factory=Kept)
    values: Kept = field(default_factory=lambda: Kept(most=500))

    def with_overrides(self, overrides: Sequence[str]) -> ScenarioFile:
        """The scenario with some lines replaced.

        Args:
            overrides: `path=value`, as given to `--set`.

        Raises:
            InputError: with everything that is wrong in the settings and overrides.
        """
        lines = self.lines.copied()
        for assignment in overrides:
            override(lines, assignment, self._value_of)
        lines.value.setdefault("name", self.name)
        scenario = self.made
        if scenario is None or overrides:
            scenario = validated(lines, self.file, Scenario)
        home = Path.cwd() if self.home is None else self.home
        return ScenarioFile(scenario, lines.places, self.folders, self.contents, home, self.kept)

    def _value_of(self, written: str, where: Place) -> Any:
        """What an override says, read once."""
        return copied(self.values.once(written, lambda: scalar(written, where)))


def packaged_names() -> list[str]:
    """The names of the packaged scenarios."""
    return sorted(path.stem for path in PACKAGED.glob("*.yaml"))


def load_scenario(source: str | Path, overrides: Sequence[str] = ()) -> ScenarioFile:
    """Read a scenario, its parents and the overrides.

    Args:
        source: a packaged name, or a path.
        overrides: `path=value`, as given to `--set`.

    Raises:
        InputError: with everything that is wrong in the files and overrides.
    """
    return read_scenario(source).with_overrides(overrides)


def read_scenario(source: str | Path) -> ReadScenario:
    """Read a scenario and its parents.

    Args:
        source: a packaged name, or a path.

    Raises:
        InputError: with everything that is wrong in the form of the files.
    """
    tree = _Tree()
    tree.read(_path_of(str(source), Place(str(source))), ())
    name = Path(source).stem.encode("utf-8", "replace").decode()[:MOST_NAME]
    file = Place(tree.contents[0].name)
    return ReadScenario(tree.lines, file, name, tree.folders, tuple(tree.contents))


def made_in_python(scenario: Scenario) -> ReadScenario:
    """A scenario that no file holds."""
    settings = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    lines = Document(settings, {}, {})
    return ReadScenario(lines, Place(scenario.name), scenario.name, folders={}, made=scenario)


def _path_of(written: str, where: Place, folder: Path | None = None) -> Path:
    if Path(written).suffix not in (".yaml", ".yml") and "/" not in written:
        if written not in packaged_names():
            raise fault(
                "no-such-scenario",
                where,
                f"there is no packaged scenario {quoted(written)}"
                f"{nearest(written, packaged_names())}",
                "A saved run is for `allocator explain`, `verify` and `rerun`."
                if written.endswith(".json")
                else "`allocator list` names them; write a file with its ending, such as my.yaml.",
            )
        return PACKAGED / f"{written}.yaml"
    return Path(written) if folder is None else beside(folder, written, where)


@dataclass
class _Tree:
    """The lines of a scenario and its parents, merged: a mapping by key, all else replaced."""

    lines: Document = field(default_factory=lambda: Document({}, {}, {}))
    folders: dict[str, Path] = field(default_factory=dict)
    contents: list[Content] = field(default_factory=list)

    def read(self, path: Path, children: tuple[Path, ...], named_at: Place | None = None) -> None:
        content = read(path, self._name_of(path), named_at)
        document = parse(content)
        where = document.places[()]
        if not isinstance(document.value, dict):
            raise fault("not-a-scenario", where, "not a mapping of keys", "Begin with `name: ...`.")
        self.contents.append(content)
        self.folders[content.name] = path.parent
        if "extends" in document.value:
            parent = document.value.pop("extends")
            where = document.places.pop(("extends",))
            parent_path = _parent(parent, where, path, children)
            self.read(parent_path, (*children, path.resolve()), where)
        self.lines = child_over_parent(self.lines, document)

    def _name_of(self, path: Path) -> str | None:
        """What messages call a file; a copy of a packaged scenario keeps its own name."""
        if path.parent != PACKAGED:
            return None
        return path.name if path.name not in self.folders else f"packaged/{path.name}"


def _parent(written: Any, where: Place, child: Path, children: tuple[Path, ...]) -> Path:
    if not isinstance(written, str) or not written:
        raise fault("bad-extends", where, "extends takes one name", "Name one scenario.")
    if len(children) >= MOST_PARENTS:
        what = f"more than {MOST_PARENTS} scenarios extend one another"
        raise fault("bad-extends", where, what, "Write them as one.")
    found = _path_of(written, where, child.parent)
    if found.resolve() in (*children, child.resolve()):
        raise fault(
            "circular-extends",
            where,
            f"{quoted(written)} extends this scenario",
            "Break the circle.",
        )
    return found
