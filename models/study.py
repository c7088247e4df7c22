# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A study: one scenario, what varies in it, and by which design.

Every field says in its `description` what it means; `allocator schema study` prints that.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, JsonValue, model_validator

from models.offer import Status
from models.record import DecimalNumber, Exact, Name, Record, Refusal

MOST_RUNS = 1_000_000
MOST_VALUES = 10_000
# So many deviations from the mean or farther lies less than 10^-15 of the bell curve.
FAR_FROM_THE_MEAN = 8


def _plain(value: Any) -> Any:
    # YAML reads 2025-07-01 as a date; a line of a scenario takes it as a text too.
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


Value = Annotated[JsonValue, BeforeValidator(_plain)]
"""What a line of a scenario may hold."""

Lines = dict[Name, Value]
"""Values by dotted path, as `--set` takes them."""


class Range(Record):
    """Evenly spaced numbers, both ends included."""

    from_: DecimalNumber = Field(alias="from", description="the lowest")
    until: DecimalNumber = Field(description="the highest")
    step: DecimalNumber = Field(default=Fraction(1), gt=0, description="how far apart")

    @model_validator(mode="after")
    def _whole_steps(self) -> Range:
        if self.until < self.from_:
            what = f"until {self.until} lies below from {self.from_}"
            raise Refusal("until-before-from", what, "Correct one of them.")
        if ((self.until - self.from_) / self.step).denominator != 1:
            what = f"no whole number of steps of {self.step} from {self.from_} until {self.until}"
            raise Refusal("not-a-range", what, "Correct until, or the step.")
        if (self.until - self.from_) / self.step >= MOST_VALUES:
            what = f"more than {MOST_VALUES:,} values"
            raise Refusal("too-large", what, "Take larger steps.")
        return self

    def values(self) -> tuple[Fraction, ...]:
        """The numbers, lowest first."""
        count = int((self.until - self.from_) / self.step) + 1
        return tuple(self.from_ + number * self.step for number in range(count))


class Uniform(Record):
    """Every number between two equally likely."""

    low: DecimalNumber = Field(description="the lowest")
    high: DecimalNumber = Field(description="the highest")

    @model_validator(mode="after")
    def _in_order(self) -> Uniform:
        if self.high <= self.low:
            what = f"high {self.high} is not above low {self.low}"
            raise Refusal("bad-distribution", what, "Correct one of them.")
        return self


class Triangular(Record):
    """Likeliest at one number, ever less so towards both ends."""

    low: DecimalNumber = Field(description="the lowest")
    mode: DecimalNumber = Field(description="the likeliest")
    high: DecimalNumber = Field(description="the highest")

    @model_validator(mode="after")
    def _in_order(self) -> Triangular:
        if not self.low <= self.mode <= self.high or self.low == self.high:
            what = f"not low {self.low} ≤ mode {self.mode} ≤ high {self.high}, low below high"
            raise Refusal("bad-distribution", what, "Correct the numbers.")
        return self


class Normal(Record):
    """The bell curve; between limits the part of it that lies between them, and no more at them."""

    mean: DecimalNumber = Field(description="the middle")
    deviation: DecimalNumber = Field(gt=0, description="the standard deviation")
    low: DecimalNumber | None = Field(
        default=None,
        description="the curve begins here (truncated, nothing piles up); null: no limit",
    )
    high: DecimalNumber | None = Field(
        default=None, description="the curve ends here, likewise; null: no limit"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Normal:
        if self.low is not None and self.high is not None and self.high <= self.low:
            what = f"high {self.high} is not above low {self.low}"
            raise Refusal("bad-distribution", what, "Correct one of them.")
        self._near_the_mean()
        return self

    def _near_the_mean(self) -> None:
        most = FAR_FROM_THE_MEAN * self.deviation
        low_is_far = self.low is not None and self.low - self.mean >= most
        if low_is_far or (self.high is not None and self.mean - self.high >= most):
            what = (
                f"no part of the bell curve lies between its limits: they are {FAR_FROM_THE_MEAN} "
                f"deviations or more from the mean {self.mean}"
            )
            raise Refusal("bad-distribution", what, "Correct the mean, the deviation or a limit.")


class Distribution(Record):
    """How likely the values of a factor are: one of three shapes, rounded to whole steps."""

    uniform: Uniform | None = Field(default=None, description="{low: 5000, high: 6000}")
    triangular: Triangular | None = Field(
        default=None, description="{low: 70000, mode: 88000, high: 96000}"
    )
    normal: Normal | None = Field(default=None, description="{mean: 88000, deviation: 5000}")
    step: DecimalNumber = Field(
        default=Fraction(1), gt=0, description="values are whole multiples of this"
    )

    @model_validator(mode="after")
    def _one_shape(self) -> Distribution:
        if sum(one is not None for one in (self.uniform, self.triangular, self.normal)) != 1:
            what = "not one of uniform, triangular and normal"
            raise Refusal("bad-distribution", what, "Write exactly one of them.")
        self._several_values()
        return self

    def _several_values(self) -> None:
        shape = self.uniform or self.triangular or self.normal
        if shape is None or shape.low is None or shape.high is None:
            return
        if ceil(shape.low / self.step) >= floor(shape.high / self.step):
            what = (
                f"fewer than two multiples of the step {self.step} from {shape.low} to {shape.high}"
            )
            raise Refusal("bad-distribution", what, "Take a smaller step, or wider limits.")


class Factor(Record):
    """What varies: a line of the scenario, several lines together, or plans."""

    name: Name = Field(description="a short name, once in the study; a column of the results")
    line: Name | None = Field(
        default=None, description="the line that varies, such as merging.minimum_site.amv"
    )
    values: tuple[Value, ...] | None = Field(
        default=None,
        strict=False,
        min_length=1,
        max_length=MOST_VALUES,
        description="its values, e.g. [10, 16, 20]",
    )
    range: Range | None = Field(default=None, description="e.g. {from: 10, until: 30, step: 5}")
    distribution: Distribution | None = Field(
        default=None, description="e.g. {uniform: {low: 80000, high: 96000}, step: 100}"
    )
    cases: dict[Name, Lines] | None = Field(
        default=None,
        min_length=1,
        description='lines that change together, by the name of the case, e.g. {"2026": {raming: '
        '"2026", key.raming: "2024"}}',
    )
    chances: tuple[Exact, ...] | None = Field(
        default=None,
        strict=False,
        description='how likely each value or case is, e.g. ["1/2", "1/4", "1/4"]; null: all alike',
    )
    plans: tuple[Status, ...] | None = Field(
        default=None,
        strict=False,
        min_length=1,
        description="every site that is offered, with all its rows of such a status, and every "
        "candidate of a pledge with one is a plan that is realised or not: each is a factor of its "
        "own",
    )
    chance: Exact | None = Field(
        default=None, gt=0, lt=1, description='for plans: how likely each is realised, e.g. "3/4"'
    )

    @model_validator(mode="after")
    def _one_sort(self) -> Factor:
        forms = {
            "values": self.values,
            "range": self.range,
            "distribution": self.distribution,
            "cases": self.cases,
            "plans": self.plans,
        }
        given = [name for name, form in forms.items() if form is not None]
        if len(given) != 1:
            said = " and ".join(given) or "nothing that varies"
            raise Refusal(
                "not-a-factor", f"not one way to vary, but {said}", f"Write one of {_or(forms)}."
            )
        needs_line = given[0] in ("values", "range", "distribution")
        if needs_line != (self.line is not None):
            what = f"{given[0]} {'without' if needs_line else 'beside'} a line"
            remedy = "Name the line." if needs_line else "Leave the line out."
            raise Refusal("not-a-factor", what, remedy)
        if (self.chance is not None) != (self.plans is not None):
            remedy = 'Write chance: "3/4" with plans, and only there.'
            raise Refusal("not-a-factor", "plans and chance belong together", remedy)
        self._chances_add_up()
        return self

    def _chances_add_up(self) -> None:
        if self.chances is None:
            return
        levels = self.values or self.cases
        if levels is None or len(levels) != len(self.chances):
            has = len(levels) if levels is not None else "no"
            what = f"{len(self.chances)} chances for {has} values"
            raise Refusal("bad-distribution", what, "Write one for each value or case.")
        if any(chance < 0 for chance in self.chances) or sum(self.chances) != 1:
            what = f"chances that add up to {sum(self.chances)}, or below zero"
            raise Refusal("bad-distribution", what, "Make them add up to 1.")


def _or(names: Any) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}"


class Design(Record):
    """Which combinations of values are run."""

    kind: Literal["grid", "monte_carlo", "latin_hypercube", "sobol", "morris"] = Field(
        default="grid",
        description="grid: every combination | monte_carlo: independent draws | latin_hypercube: "
        "draws spread evenly over each factor | sobol: for the part of the variance that each "
        "factor explains | morris: elementary effects, for many factors",
    )
    samples: int | None = Field(
        default=None,
        ge=1,
        le=1_000_000_000,
        description="monte_carlo and latin_hypercube: runs; sobol: a power of two, times the "
        "factors plus two; morris: trajectories, times the factors plus one; grid: none",
    )
    seed: int = Field(default=1, ge=0, le=2**31 - 1, description="of every draw")

    @model_validator(mode="after")
    def _samples_where_drawn(self) -> Design:
        if (self.kind == "grid") != (self.samples is None):
            needs = self.kind != "grid"
            what = f"{self.kind} {'without' if needs else 'with'} samples"
            raise Refusal("empty-design", what, f"{'Add' if needs else 'Leave out'} samples.")
        if self.kind == "sobol" and self.samples and self.samples & (self.samples - 1):
            what = f"{self.samples} samples are no power of two"
            raise Refusal("bad-distribution", what, "Write 64, 128, 256, ...")
        if self.kind == "morris" and self.samples == 1:
            what = "one trajectory has no spread"
            raise Refusal("empty-design", what, "Take at least two samples, better twenty.")
        return self


class Study(Record):
    """One scenario, what varies in it, and by which design."""

    name: Name = Field(default="study", description="a short name, as in the file's name")
    title: str = Field(default="", max_length=200, description="one line for people")
    base: Name = Field(description="a packaged scenario, or a file beside the study")
    settings: Lines = Field(
        default_factory=dict, description="lines of the base that are replaced in every run"
    )
    factors: tuple[Factor, ...] = Field(strict=False, min_length=1, description="what varies")
    design: Design = Field(default=Design(), description="which combinations are run")

    @model_validator(mode="after")
    def _named_once(self) -> Study:
        names = [factor.name for factor in self.factors]
        for name in names:
            if names.count(name) > 1:
                raise Refusal("named-twice", f"two factors are called {name}", "Rename one.")
        return self
