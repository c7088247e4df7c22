# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comparing: solve, read or take over two or more runs, and set them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from allocator.comparison import compare as aligned
from allocator.interruption import heeding_interrupts
from allocator.loading import Variant, is_saved_run, load_run, variants
from allocator.pipeline import Given, Progress, divide, given, in_silence
from allocator.receipt import refuse_unfinished_draw, that_holds
from allocator.run_record import Comparison, Run
from allocator.verification.comparison import verify_comparison
from models.comparison import LETTERS, Named
from models.fault import Defect, Fault, Faults, InputError, Place
from models.scenario import Scenario

Source = str | Path | Scenario | Run

FEWEST, MOST = 2, len(LETTERS)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to compare.

    Attributes:
        label: what people call it.
        source: what it is.
        overrides: as for `run`.
        variant: which of a variation it is.
    """

    label: str
    source: Source
    overrides: tuple[str, ...] = ()
    variant: Variant | None = None

    def asks_as(self, other: Asked) -> bool:
        """Whether it is the same thing, so that opening it once is enough."""
        return (self.source, self.overrides) == (other.source, other.overrides)


def compare(
    sources: Source | Sequence[Source],
    overrides: Sequence[str] = (),
    vary: Sequence[str] = (),
    progress: Progress = in_silence,
    labels: Sequence[str] | None = None,
) -> Comparison:
    """Compare runs with the first of them, per municipality and kind.

    Args:
        sources: runs, saved runs (`run.json`), and scenarios as for `run`; or one scenario, if it
            varies.
        overrides: lines that replace lines of every scenario, as `path=value`.
        vary: lines of the one scenario with several values, as `key.name=published,statutory`; of
            several lines every combination.
        progress: as for `run`.
        labels: what to call each; by default a scenario by its name, a file by its path, a variant
            by what varies.

    Returns:
        The comparison: `.municipalities` is a pandas DataFrame, `.result` everything.

    Raises:
        InputError: if the input is wrong, with every fault that was found; if there are not two
            things to compare, or too many; or if a saved run does not hold.
        Defect: as for `run`, and if the comparison does not pass its own verification.
        ValueError: if there is not one label for each.
    """
    named = [sources] if isinstance(sources, Source) else sources
    asked = _asked(named, tuple(overrides), vary)
    names = [one.label for one in asked] if labels is None else list(labels)
    if len(names) != len(asked):
        raise ValueError(f"{len(names)} labels for {len(asked)} runs")
    opened = _opened(asked)
    # Ctrl-C stops all of the searches, not only the one at hand.
    with heeding_interrupts():
        runs = list(_divided(asked, opened, progress))
    found = aligned(
        [
            Named(label, run.result, saved=isinstance(known, Run))
            for label, run, known in zip(_apart(names), runs, opened, strict=True)
        ]
    )
    verdict = verify_comparison(found, [run.result for run in runs])
    if not verdict.ok:
        failures = [f"{one.check}: {one.message}" for one in verdict.failures]
        raise Defect("the comparison fails its own verification", failures)
    return Comparison(found.model_copy(update={"verified": verdict.checks}))


def _asked(
    sources: Sequence[Source], overrides: tuple[str, ...], vary: Sequence[str]
) -> list[Asked]:
    """What there is to compare.

    Raises:
        InputError: if that is not two things, or too many; or if settings are given with a run that
            has its own.
    """
    settled = [one for one in sources if isinstance(one, Run) or is_saved_run(one)]
    _refuse_settings_of_runs(settled, overrides, vary)
    if vary:
        if len(sources) != 1:
            what = f"{len(sources)} scenarios are named, and --vary varies one"
            raise _fault("vary-needs-one-scenario", what, "Name one scenario with --vary.")
        each = variants(vary, MOST, overrides)
        return [Asked(v.label, sources[0], (*overrides, *v.overrides), v) for v in each]
    if len(sources) < FEWEST:
        what = "one thing alone cannot be compared" if sources else "there is nothing to compare"
        remedy = "Name two or more scenarios or saved runs, or one scenario with --vary."
        raise _fault("nothing-to-compare", what, remedy)
    if len(sources) > MOST:
        what = f"{len(sources):,} runs, which is more than {MOST}"
        raise _fault("too-many-runs", what, "Compare fewer at a time.")
    return [Asked(_label(one), one, () if one in settled else overrides) for one in sources]


def _label(source: Source) -> str:
    if isinstance(source, Run):
        return source.result.scenario.name
    return source.name if isinstance(source, Scenario) else str(source)


def _refuse_settings_of_runs(
    settled: Sequence[Source], overrides: Sequence[str], vary: Sequence[str]
) -> None:
    faults = Faults()
    for one in settled:
        for option in (
            *(f"--set {each}" for each in overrides),
            *(f"--vary {each}" for each in vary),
        ):
            faults.add(
                "settled-already",
                Place(option),
                f"{_label(one)} is a run with settings of its own",
                "Compare scenarios, or write the change into a scenario that `extends` another.",
            )
    faults.raise_if_any()


def _fault(code: str, what: str, remedy: str) -> InputError:
    return InputError([Fault(code, what, Place("compare"), remedy)])


def _opened(asked: Sequence[Asked]) -> list[Given | Run]:
    """Everything read before anything is solved; faults of all together.

    Raises:
        InputError: with every fault that was found.
    """
    faults, found = Faults(), list[tuple[Asked, Given | Run]]()
    for one in asked:
        same = [opened for other, opened in found if one.asks_as(other)]
        with faults.collected(), _told_at_vary(one.variant):
            found.append((one, same[0] if same else _open(one)))
    faults.raise_if_any()
    return [opened for _, opened in found]


def _open(one: Asked) -> Given | Run:
    if isinstance(one.source, Run):
        return Run(that_holds(one.source.result, one.label))
    if is_saved_run(one.source):
        return Run(that_holds(load_run(str(one.source)), str(one.source)))
    return given(one.source, one.overrides)


@contextmanager
def _told_at_vary(variant: Variant | None) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        faults = error.faults if variant is None else variant.told(error.faults)
        raise InputError(faults) from error


def _divided(
    asked: Sequence[Asked], opened: Sequence[Given | Run], progress: Progress
) -> Iterator[Run]:
    """A run of each; what is named twice is solved once."""
    done: dict[int, Run] = {}
    for one, known in zip(asked, opened, strict=True):
        if isinstance(known, Run):
            yield known
            continue
        if id(known) not in done:
            progress(f"solving {one.label}")
            done[id(known)] = divide(known, progress)
            refuse_unfinished_draw(done[id(known)].result)
        yield done[id(known)]


def _apart(labels: Sequence[str]) -> list[str]:
    """The labels; of the same ones the later ones numbered."""
    found: list[str] = []
    for number, label in enumerate(labels):
        times = list(labels[:number]).count(label) + 1
        found.append(label if times == 1 else f"{label} ({times})")
    return found
