# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a file: what may stand at a path of keys and list indexes."""

from __future__ import annotations

from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from allocator.loading.document import Keys
from models.scenario import Scenario


# Paths of a scenario are few, and a study names the same ones time and again.
@lru_cache(maxsize=1_000)
def form_at(path: Keys, record: type[BaseModel] = Scenario) -> Any:
    """The type of what stands at a path; None where nothing may stand."""
    form: Any = record
    for key in path:
        form = _inside(form, key)
    return _bare(form)


def keys_at(path: Keys, record: type[BaseModel] = Scenario) -> list[str]:
    """The keys that may stand at a path; none for a value, a list or names of one's own."""
    form = form_at(path, record)
    return list(_fields(form)) if _is_record(form) else []


def holds_names(path: Keys) -> bool:
    """Whether a path holds a mapping whose keys are names, such as `distribution.limits`."""
    return get_origin(form_at(path)) is dict


def holds_list(path: Keys) -> bool:
    """Whether a path holds a list."""
    return get_origin(form_at(path)) is tuple


def _inside(form: Any, key: str | int) -> Any:
    form = _bare(form)
    if _is_record(form):
        return _fields(form).get(str(key))
    if get_origin(form) is dict:
        return get_args(form)[1]
    if get_origin(form) is tuple and isinstance(key, int):
        return get_args(form)[0]
    return None


@cache
def _fields(record: type[BaseModel]) -> dict[str, Any]:
    fields = {field.alias or name: field.annotation for name, field in record.model_fields.items()}
    # A total may be stated beside its parts.
    return fields | dict.fromkeys(record.model_computed_fields, int)


def _is_record(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, BaseModel)


def _bare(form: Any) -> Any:
    """The type without `None` beside it and without annotations."""
    while get_origin(form) in (Annotated, Union, UnionType):
        inner = get_args(form)
        form = next(one for one in inner if one is not type(None))
    return form
