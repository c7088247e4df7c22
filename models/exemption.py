# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is excepted from the rest, and why: the policy rule of 2024 as far as it is known."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

from models.record import Name, Record, Refusal

Reason = Literal["reached_number", "reception_for_long", "special_effort", "ukrainians", "other"]

BECAUSE: dict[Reason, str] = {
    "reached_number": "because it reached its number",
    "reception_for_long": "because it has had reception for long",
    "special_effort": "because of its special effort of the past ten years",
    "ukrainians": "because it receives Ukrainians",
    "other": "for a reason of its own",
}


class Exemption(Record):
    """A municipality that gets no rest places; a name alone stands for one without a reason."""

    municipality: Name = Field(description="name or code")
    reason: Reason | None = Field(
        default=None,
        description="reached_number | reception_for_long | special_effort (of the past ten years) "
        "| ukrainians (their reception) | other; null: none is given",
    )
    source: str = Field(
        default="", max_length=200, description="where the reason is told, e.g. a letter"
    )
    note: str = Field(default="", max_length=500, description="what else is worth telling")

    @model_validator(mode="after")
    def _reason_with_a_source(self) -> Exemption:
        if self.reason is None and (self.source or self.note):
            raise Refusal("no-reason", "an exception without a reason", "Write reason beside it.")
        if self.reason is not None and not self.source.strip():
            raise Refusal(
                "no-source", "a reason without a source", "Write where it is told under source."
            )
        return self

    @model_serializer(mode="wrap")
    def _as_written(self, entry: SerializerFunctionWrapHandler) -> Any:
        return self.municipality if self.reason is None else entry(self)

    @property
    def says(self) -> str:
        """`exempted by the scenario`, with the reason and its source where they are given."""
        if self.reason is None:
            return "exempted by the scenario"
        return f"exempted by the scenario {BECAUSE[self.reason]} ({self.source})"


def _entry(value: Any) -> Any:
    return value if isinstance(value, dict | Exemption) else {"municipality": value}


Exempted = Annotated[Exemption, BeforeValidator(_entry, json_schema_input_type=Name | Exemption)]
"""An `Exemption`; in files and JSON the name alone where no reason is given."""
