# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indices of Sobol and Morris, by SALib, of every shortage and decision that varies."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from allocator.sensitivity.designs import MORRIS_LEVELS, morris_sample, unit_cube
from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.figures import ABSENT, Figures
from models.sensitivity import Index

DECIMALS = 3


def indices(ensemble: Ensemble, figures: Figures) -> tuple[Index, ...]:
    """The indices by the design of a study; none where it is of another kind, or not all answered.

    Either method compares points in pairs, so that one that is missing takes them all away.
    """
    kind = ensemble.study.design.kind
    if kind not in ("sobol", "morris") or len(figures.answered) < len(ensemble.points):
        return ()
    analyse = _sobol if kind == "sobol" else _morris
    series = {code: values for (code, kind_), values in _outcomes(figures) if kind_ == "total"}
    return tuple(
        index
        for code, values in sorted(series.items(), key=lambda one: (one[0][:2] != "PV", one[0]))
        if values.min() != values.max() and values.min() != ABSENT
        for index in analyse(ensemble, code, values.astype(float))
    )


def _outcomes(figures: Figures) -> Iterator[Any]:
    yield from figures.short.items()
    yield from figures.decision.items()


def _sobol(ensemble: Ensemble, code: str, values: Any) -> Iterator[Index]:
    from SALib.analyze import sobol

    found = sobol.analyze(
        unit_cube(len(ensemble.dimensions)),
        values,
        calc_second_order=False,
        seed=ensemble.study.design.seed,
    )
    for place, one in enumerate(ensemble.dimensions):
        yield Index(
            outcome=code,
            factor=one.name,
            first=_rounded(found["S1"][place]),
            total=_rounded(found["ST"][place]),
            confidence=_rounded(found["ST_conf"][place]),
        )


def _morris(ensemble: Ensemble, code: str, values: Any) -> Iterator[Index]:
    from SALib.analyze import morris

    width = len(ensemble.dimensions)
    found = morris.analyze(
        unit_cube(width),
        morris_sample(ensemble.study.design, width),
        values,
        num_levels=MORRIS_LEVELS,
        seed=ensemble.study.design.seed,
    )
    for place, one in enumerate(ensemble.dimensions):
        yield Index(
            outcome=code,
            factor=one.name,
            mean_effect=_rounded(found["mu_star"][place]),
            deviation=_rounded(found["sigma"][place]),
            confidence=_rounded(found["mu_star_conf"][place]),
        )


def _rounded(number: float) -> Fraction:
    """To three decimals: what comes after them differs between machines."""
    return Fraction(round(float(number) * 10**DECIMALS), 10**DECIMALS)
