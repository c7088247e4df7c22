# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Arguments as people have them: mappings, pandas Series and DataFrames, numbers of numpy."""

from collections.abc import Mapping
from numbers import Integral
from typing import Any

from allocator.apportionment.errors import ApportionmentError


def by_name(what: str, given: Any) -> dict[Any, Any]:
    """What an argument says of each name: of a mapping, or of a Series by its index.

    Args:
        what: the argument, for a message.
        given: the argument; None says nothing of anybody.

    Raises:
        ApportionmentError: if it is neither, or a Series names somebody twice.
    """
    if given is None:
        return {}
    if isinstance(given, Mapping):
        return {name: plain(value) for name, value in given.items()}
    if _is_of_pandas(given) and given.ndim == 1:
        _check_once(what, given.index)
        return {name: plain(value) for name, value in given.items()}
    raise ApportionmentError(
        f"{what} is of type {type(given).__name__}: give a mapping from name to number, such as "
        "{'a': 3}, or a pandas Series"
    )


def by_row(what: str, given: Any) -> dict[Any, dict[Any, Any]]:
    """The cells of each row: of a mapping of mappings, or of a DataFrame, whose index names rows.

    Raises:
        ApportionmentError: if it is neither, or names a row or a column twice.
    """
    if _is_of_pandas(given) and given.ndim == 2:  # noqa: PLR2004 - rows and columns
        _check_once(f"the index of {what}", given.index)
        _check_once(f"the columns of {what}", given.columns)
        return {row: by_name(what, given.loc[row]) for row in given.index}
    if not isinstance(given, Mapping):
        raise ApportionmentError(
            f"{what} is of type {type(given).__name__}: give a mapping from row to a mapping from "
            "column to weight, such as {'north': {'regular': 3}}, or a pandas DataFrame"
        )
    return {row: by_name(f"row {row!r} of {what}", cells) for row, cells in given.items()}


def plain(value: Any) -> Any:
    """A whole number as Python has it, for one of numpy overflows; anything else as it is given."""
    return int(value) if isinstance(value, Integral) and not isinstance(value, bool) else value


def _is_of_pandas(given: Any) -> bool:
    """Whether it is a table of pandas, which nobody needs to have imported."""
    return type(given).__module__.partition(".")[0] == "pandas" and hasattr(given, "ndim")


def _check_once(what: str, names: Any) -> None:
    if not names.is_unique:
        twice = sorted({str(name) for name in names[names.duplicated()]})
        raise ApportionmentError(f"{what} names {', '.join(twice)} twice; name each once")
