# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenario files: found, extended, overridden and validated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from allocator.loading.document import Document, Keys, nearest_place, parse, scalar
from allocator.loading.files import Content, beside, fault, read
from allocator.loading.reference import PACKAGED
from models.fault import Faults, Place, nearest
from models.scenario import Scenario

SHOWN_LETTERS = 60


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """A scenario as it was read: still with the names that people wrote.

    Attributes:
        scenario: the settings.
        places: where each line stands, over all files and options.
        folders: per file name, the folder in which the files that it names lie.
        contents: the scenario files that were read, child first.
        home: the folder for everything that no file of `folders` names.
    """

    scenario: Scenario
    places: Mapping[Keys, Place]
    folders: Mapping[str, Path]
    contents: tuple[Content, ...] = ()
    home: Path = field(default_factory=Path.cwd)

    def place(self, *path: str | int) -> Place:
        """Where a line stands, or the nearest line around it."""
        return nearest_place(self.places, path, Place(self.scenario.name))

    def folder(self, *path: str | int) -> Path:
        """The folder of the file in which a line stands."""
        return self.folders.get(self.place(*path).file, self.home)


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
    tree = _Tree()
    tree.read(_path_of(str(source), Place(str(source))), ())
    for override in overrides:
        tree.override(override)
    if "name" not in tree.value:
        tree.value["name"] = Path(source).stem
    return ScenarioFile(_validated(tree), tree.places, tree.folders, tuple(tree.contents))


def _path_of(written: str, where: Place, folder: Path | None = None) -> Path:
    if Path(written).suffix not in (".yaml", ".yml") and "/" not in written:
        if written not in packaged_names():
            raise fault(
                "no-such-scenario",
                where,
                f"there is no packaged scenario {written!r}{nearest(written, packaged_names())}",
                "`allocator list` names them; write a file with its ending, such as my.yaml.",
            )
        return PACKAGED / f"{written}.yaml"
    return Path(written) if folder is None else beside(folder, written, where)


@dataclass
class _Tree:
    """The lines of a scenario and its parents, merged: a mapping by key, all else replaced."""

    value: dict[str, Any] = field(default_factory=dict)
    places: dict[Keys, Place] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    contents: list[Content] = field(default_factory=list)

    def read(self, path: Path, children: tuple[Path, ...]) -> None:
        packaged = path.parent == PACKAGED
        content = read(path, path.name if packaged else None)
        document = parse(content)
        where = document.places[()]
        if not isinstance(document.value, dict):
            raise fault("not-a-scenario", where, "not a mapping of keys", "Begin with `name: ...`.")
        self.contents.append(content)
        self.folders[content.name] = path.parent
        if "extends" in document.value:
            parent = document.value.pop("extends")
            where = document.places.pop(("extends",))
            if not isinstance(parent, str) or not parent:
                raise fault("bad-extends", where, "extends takes one name", "Name one scenario.")
            ancestors = (*children, path.resolve())
            parent_path = _path_of(parent, where, path.parent)
            if parent_path.resolve() in ancestors:
                raise fault(
                    "circular-extends",
                    where,
                    f"{parent} extends this scenario",
                    "Break the circle.",
                )
            self.read(parent_path, ancestors)
        self._merge(document)

    def _merge(self, document: Document) -> None:
        self.value = _merged(self.value, document.value)
        replaced = {
            path for path in document.places if not isinstance(_at(document.value, path), dict)
        }
        kept = {
            path: place
            for path, place in self.places.items()
            if not any(path[:length] in replaced for length in range(1, len(path) + 1))
        }
        self.places = {**kept, **document.places}

    def override(self, assignment: str) -> None:
        """Set one line, such as `merging.minimum_site.amv=16`."""
        dotted, equals, written = assignment.partition("=")
        where = Place(f"--set {assignment}")
        keys = [key.strip() for key in dotted.split(".")]
        if not equals or not all(keys):
            raise fault("bad-set", where, "not of the form path=value", "Write key.name=statutory.")
        path: Keys = ()
        value: Any = self.value
        for key in keys[:-1]:
            step = _step(value, key, where)
            path = (*path, step)
            if isinstance(value, dict) and not isinstance(value.get(key), dict | list):
                value[key] = {}
            value = value[step]
        last = _step(value, keys[-1], where)
        path = (*path, last)
        value[last] = scalar(written, str(where))
        self.places = {old: place for old, place in self.places.items() if old[: len(path)] != path}
        self.places[path] = where


def _step(value: Any, key: str, where: Place) -> str | int:
    if isinstance(value, dict):
        return key
    if key.isdecimal() and int(key) < len(value):
        return int(key)
    raise fault("bad-set", where, f"no line {key!r} in this list", f"It has 0 to {len(value) - 1}.")


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def _at(value: Any, path: Keys) -> Any:
    for key in path:
        value = value[key]
    return value


def _validated(tree: _Tree) -> Scenario:
    try:
        return Scenario.model_validate(tree.value)
    except ValidationError as problem:
        faults = Faults()
        file = tree.contents[0].name
        errors = problem.errors(include_url=False)
        for error in errors:
            path = tuple(error["loc"])
            if error["type"] == "too_short" and _below(path, errors):
                continue  # the list is short only for want of what is wrong in it
            where = nearest_place(tree.places, path, Place(file))
            faults.add(*_said(error["type"], path, error, where))
        faults.raise_if_any()
        raise AssertionError("a validation error without errors") from problem


def _below(path: Keys, errors: Sequence[Any]) -> bool:
    return any(
        len(error["loc"]) > len(path) and error["loc"][: len(path)] == path for error in errors
    )


# Code, what is wrong after the value, and what to do, per sort of validation error.
SAID = {
    "int_type": ("not-whole", "is not a whole number", "Write digits only."),
    "int_from_float": ("not-whole", "is not a whole number", "Write digits only."),
    "string_type": ("not-a-text", "is not a text", "Put it in quotes."),
    "tuple_type": ("not-a-list", "is not a list", "Write [a, b]."),
    "model_type": ("not-a-mapping", "is not a mapping", "Write {key: value}."),
    "dict_type": ("not-a-mapping", "is not a mapping", "Write {key: value}."),
    "too_short": ("nothing-named", "names nothing", "Name at least one."),
    "string_too_short": ("nothing-named", "is empty", "Fill it, or leave the line out."),
    "date_type": ("not-a-date", "is not a date", "Write YYYY-MM-DD."),
    "date_from_datetime_parsing": ("not-a-date", "is not a date", "Write YYYY-MM-DD."),
    "date_from_datetime_inexact": ("not-a-date", "is not a date", "Write YYYY-MM-DD."),
}


def _said(kind: str, path: Keys, error: Any, where: Place) -> tuple[str, Place, str, str]:
    """Code, place, what and remedy of one validation error, in the reader's words."""
    line = ".".join(map(str, path)) or "the scenario"
    shown = _shown(error["input"])
    if kind == "extra_forbidden":
        fields = _fields_at(path[:-1])
        what = f"unknown key {path[-1]!r}{nearest(str(path[-1]), fields)}"
        said = ("unknown-key", what, f"The keys here are: {', '.join(fields)}.")
    elif kind == "missing":
        said = ("missing-key", f"{line} is missing", "Add it.")
    elif kind == "literal_error":
        expected = error["ctx"]["expected"].replace("'", "")
        choices = expected.replace(" or ", ", ").split(", ")
        what = f"{line}: {shown} is not possible{nearest(str(error['input']), choices)}"
        said = ("not-a-choice", what, f"Write {expected}.")
    elif kind == "value_error":
        said = ("bad-value", f"{line}: {error['ctx']['error']}", "Correct this line.")
    elif kind in SAID:
        code, what, remedy = SAID[kind]
        said = (code, f"{line}: {shown} {what}", remedy)
    else:
        said = ("bad-value", f"{line}: {shown} is not possible", f"{error['msg']}.")
    code, what, remedy = said
    return code, where, what, remedy


def _shown(value: Any) -> str:
    """A value as it is written in YAML, cut where it is long."""
    text = repr(value) if isinstance(value, str | list | dict | tuple) else str(value)
    text = {"None": "null", "True": "true", "False": "false"}.get(text, text)
    return text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."


def _fields_at(path: Keys) -> list[str]:
    """The keys that may stand at a path of the scenario."""
    model: Any = Scenario
    for key in path:
        if isinstance(model, type) and issubclass(model, BaseModel):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            if key in fields:  # else an index of a list, or a name in a mapping by name
                model = _model_in(fields[str(key)].annotation)
    fields = getattr(model, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _model_in(annotation: Any) -> Any:
    """The record type inside `Record | None`, `tuple[Record, ...]` or `dict[str, Record]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)
