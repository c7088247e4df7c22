# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Study files: found and validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from allocator.loading.document import Keys, nearest_place, parse
from allocator.loading.files import Content, beside, fault, read
from allocator.loading.reference import PACKAGED
from allocator.loading.validation import validated
from models.fault import Place, nearest, quoted
from models.study import Study

STUDIES = PACKAGED / "studies"


@dataclass(frozen=True, slots=True)
class StudyFile:
    """A study as it was read.

    Attributes:
        study: what it asks.
        places: where each line stands.
        content: the file.
        base: the scenario that it varies: a packaged name, or the path of a file.
        folder: in which the study lies, and the files that its values name.
    """

    study: Study
    places: Mapping[Keys, Place]
    content: Content
    base: str
    folder: Path

    def place(self, *path: str | int) -> Place:
        """Where a line stands, or the nearest line around it."""
        return nearest_place(self.places, path, Place(self.content.name))


def packaged_studies() -> list[str]:
    """The names of the packaged studies."""
    return sorted(path.stem for path in STUDIES.glob("*.yaml"))


def load_study(source: str | Path) -> StudyFile:
    """Read a study.

    Args:
        source: a packaged name, or a path.

    Raises:
        InputError: with everything that is wrong in the file.
    """
    path = _path_of(str(source))
    content = read(path, path.name if path.parent == STUDIES else None)
    lines = parse(content)
    whole = Place(content.name)
    if not isinstance(lines.value, dict):
        raise fault(
            "not-a-study", lines.places[()], "not a mapping of keys", "Begin with `name: ...`."
        )
    if "name" not in lines.value:
        lines.value["name"] = path.stem.encode("utf-8", "replace").decode()[:200]
    study = validated(lines, whole, Study)
    where = nearest_place(lines.places, ("base",), whole)
    return StudyFile(study, lines.places, content, _base(study.base, path, where), path.parent)


def _path_of(written: str) -> Path:
    if Path(written).suffix in (".yaml", ".yml") or "/" in written:
        return Path(written)
    if written not in packaged_studies():
        raise fault(
            "no-such-study",
            Place(written),
            f"there is no packaged study {quoted(written)}{nearest(written, packaged_studies())}",
            f"There are {', '.join(packaged_studies())}; write a file with its ending, such as "
            "my-study.yaml.",
        )
    return STUDIES / f"{written}.yaml"


def _base(written: str, path: Path, where: Place) -> str:
    """The scenario that a study varies; a file lies beside the study and nowhere else."""
    if Path(written).suffix in (".yaml", ".yml") or "/" in written:
        return str(beside(path.parent, written, where))
    return written
