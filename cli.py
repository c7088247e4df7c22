# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command line: parse, call the allocator, print, exit code. No logic.

Exit codes: 0 done and verified, 1 a defect in the program, 2 wrong usage, 3 proven infeasible,
4 stopped without a proof, by the time limit or Ctrl-C, 5 the input is wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

EXIT_OF_STATUS = {"optimal": 0, "computed": 0, "infeasible": 3, "feasible": 4, "unknown": 4}
EXIT_OF_PROOF = {True: 0, False: 4}
EXIT_OF_REPETITION = {"different": 1, "unproven": 4, "altered": 5}

app = typer.Typer(
    help="Divide asylum-reception places over municipalities, and defend every number.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(StrEnum):
    """How a result is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class Schema(StrEnum):
    """What a schema describes."""

    SCENARIO = "scenario"
    RUN = "run"
    EXPLANATION = "explanation"
    MERGE = "merge"
    TIMELINE = "timeline"
    FRONTIER = "frontier"
    COMPARISON = "comparison"
    STUDY = "study"
    SENSITIVITY = "sensitivity"


class Language(StrEnum):
    """In which language a report is."""

    NL = "nl"
    EN = "en"


class Form(StrEnum):
    """In which forms a report is written."""

    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "markdown"
    CSV = "csv"
    DATA = "data"
    REGISTER = "register"


LanguageOption = Annotated[Language, typer.Option("--lang", help="In which language.")]
ScenarioArgument = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="A packaged name (`allocator list`), or a file.")
]
SetOption = Annotated[
    list[str],
    typer.Option("--set", metavar="PATH=VALUE", help="Override one line; may be repeated."),
]
LotsOption = Annotated[
    Path | None,
    typer.Option("--lots", metavar="FILE", help="The result of a draw: columns lot, municipality."),
]
InputsOption = Annotated[
    Path | None,
    typer.Option(
        "--inputs", metavar="FOLDER", help="Where a saved run's own files lie; else beside it."
    ),
]
RunArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="A run or timeline that was saved with --format json or --out."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the result.")]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FOLDER", help="Write the results there; never overwrites."),
]


@app.command(epilog="Example: allocator run overijssel-2024 --set distribution.minimum_site.amv=16")
def run(
    scenario: ScenarioArgument,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
    out: OutOption = None,
    lots: LotsOption = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Solve again with a second solver and compare.")
    ] = False,
) -> None:
    """Divide the task of a scenario over its municipalities, verified."""
    with _answering():
        from allocator import pipeline, reporting

        done = pipeline.run(scenario, overrides, _progress(), lots, confirm=confirm)
        if out is not None:
            reporting.write_folder(out, reporting.run_files(done.result))
        _print(reporting.render(done.result, form.value))
        _exit(EXIT_OF_STATUS[done.status])


@app.command(epilog="Example: allocator explain overijssel-2024 Borne --why-not Borne=0")
def explain(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="A packaged name, a file, or a saved run.")
    ],
    subject: Annotated[
        str | None,
        typer.Argument(metavar="[MUNICIPALITY]", help="Or a province; left out: all of it."),
    ] = None,
    why_not: Annotated[
        list[str],
        typer.Option(
            "--why-not",
            metavar="QUESTION",
            help='What "Borne=0", "Almelo.amv>=40" or "Enschede exempt" would cost; repeatable.',
        ),
    ] = [],  # noqa: B006 - Typer needs a plain default
    overrides: SetOption = [],  # noqa: B006
    form: FormatOption = Format.TABLE,
    lots: LotsOption = None,
    inputs: InputsOption = None,
) -> None:
    """Say why a number is what it is, line by line, and what another would cost."""
    with _answering():
        from allocator import answers, reporting

        explained = answers.explain(
            scenario, subject, overrides, why_not, _progress(), lots, inputs
        )
        _print(reporting.render_explanation(explained, form.value))
        _exit(EXIT_OF_STATUS[explained.status])


@app.command(epilog="Example: allocator merge overijssel-2024 --propose amv:Almelo=Borne,Tubbergen")
def merge(
    scenario: ScenarioArgument,
    proposals: Annotated[
        list[str],
        typer.Option(
            "--propose",
            metavar="KIND:HOST=MEMBERS",
            help="Judge a merge and plan around it: amv:Almelo=Borne,Tubbergen; repeatable.",
        ),
    ] = [],  # noqa: B006 - Typer needs a plain default
    alternatives: Annotated[
        int, typer.Option(min=0, max=100, metavar="N", help="Show the N next best plans too.")
    ] = 0,
    trade_off: Annotated[
        bool, typer.Option("--trade-off", help="Weigh moved tasks, sites and kilometres.")
    ] = False,
    overrides: SetOption = [],  # noqa: B006
    form: FormatOption = Format.TABLE,
    lots: LotsOption = None,
) -> None:
    """Merge small tasks into viable sites: judge proposals, find the best plan."""
    with _answering():
        from allocator import answers, reporting

        answer = answers.merge(
            scenario, overrides, proposals, alternatives, _progress(), lots, trade_off=trade_off
        )
        _print(reporting.render_merge(answer, form.value))
        _exit(EXIT_OF_STATUS[answer.status] or EXIT_OF_PROOF[answer.all_proven])


@app.command(epilog="Example: allocator timeline overijssel-2024 --from 2025-07-01 --months 12")
def timeline(
    scenario: ScenarioArgument,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="MONTH", help="Begin in this month; else with the cycle."),
    ] = None,
    months: Annotated[
        int | None,
        typer.Option(metavar="N", help="So many months; else until five years after the cycle."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="One day only, with every sum told.")
    ] = None,
    form: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Tell what is available month by month against the task, and what ends when."""
    with _answering():
        from allocator import outlook, reporting

        answer = outlook.timeline(scenario, overrides, first, months, on)
        if out is not None:
            reporting.write_folder(out, reporting.timeline_files(answer))
        _print(reporting.render_timeline(answer, form.value))


@app.command(epilog="Example: allocator grant overijssel-2024 --set grant.euros_per_place=1000")
def grant(
    scenario: ScenarioArgument,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
    out: OutOption = None,
    lots: LotsOption = None,
) -> None:
    """Tell who gets the grant for places above 75 %, with and without each exchange and merge."""
    with _answering():
        from allocator import pipeline, reporting

        done = pipeline.run(scenario, [*overrides, "grant.tell=true"], _progress(), lots)
        if out is not None:
            reporting.write_folder(out, reporting.run_files(done.result))
        _print(reporting.render_grant(done.result, form.value))
        _exit(EXIT_OF_STATUS[done.status])


@app.command(epilog="Example: allocator frontier overijssel-2024 --kind amv --steps 0,10,15,20")
def frontier(
    scenario: ScenarioArgument,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT", help="participants, the default; minimum-site, with --steps; merging."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="regular or amv; else each that has a rest."),
    ] = None,
    steps: Annotated[
        str | None, typer.Option(metavar="N,N,...", help="The minimum sites to try.")
    ] = None,
    small: Annotated[
        int | None,
        typer.Option(metavar="N", help="A task is small below N places; else below a viable site."),
    ] = None,
    point: Annotated[
        int | None, typer.Option(metavar="N", help="Show all municipalities behind point N.")
    ] = None,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
    out: OutOption = None,
    lots: LotsOption = None,
) -> None:
    """Weigh deviation from pro rata against small tasks, or moves against kilometres."""
    with _answering():
        from allocator import frontier as weigh
        from allocator import reporting

        found = weigh(scenario, overrides, by, kind, steps, small, _progress(), lots)
        text = (
            reporting.render_frontier(found.answer, form.value)
            if point is None
            else reporting.render(found.point(point), form.value)
        )
        if out is not None:
            reporting.write_folder(out, reporting.frontier_files(found.answer))
        _print(text)
        _exit(EXIT_OF_STATUS[found.status])


@app.command(
    epilog="Example: allocator compare overijssel-2024 --vary key.name=published,inhabitants"
)
def compare(
    runs: Annotated[
        list[str],
        typer.Argument(metavar="RUN...", help="Scenarios or saved runs; one with --vary."),
    ],
    vary: Annotated[
        list[str],
        typer.Option(
            "--vary",
            metavar="PATH=VALUE,VALUE",
            help="The scenario with each of these values; repeated: every combination.",
        ),
    ] = [],  # noqa: B006 - Typer needs a plain default
    overrides: SetOption = [],  # noqa: B006
    form: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Set runs side by side: who gains and loses, how fair each is, and what changed."""
    with _answering():
        from allocator import comparing, reporting

        found = comparing.compare(runs, overrides, vary, _progress())
        if out is not None:
            reporting.write_folder(out, reporting.comparison_files(found.result))
        _print(reporting.render_comparison(found.result, form.value))
        _exit(EXIT_OF_STATUS[found.status])


@app.command(epilog="Example: allocator sensitivity intended-places --out intended.results")
def sensitivity(
    study: Annotated[
        str,
        typer.Argument(metavar="STUDY", help="A packaged study, a file; with --query its results."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FOLDER", help="Where results are, or go; else NAME.results."
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, metavar="N", help="Processes; else one per core.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler: tcp://HOST:PORT.")
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="SQL", help="Ask a folder of results; nothing is run.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="More than a million runs are meant.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Run thousands of what-ifs: what is robust, and what hangs on one plan."""
    with _answering():
        from allocator import reporting, sensitivity

        if query is not None:
            found = sensitivity.answer(out or study, query)
            _print(reporting.render_query(*found, form.value))
            return
        with reporting.progress_bar("runs") as progress:
            answer = sensitivity.run_study(study, out, workers, cluster, progress, any_number=yes)
        _print(reporting.render_study(answer, form.value))
        _exit(answer.exit_code)


@app.command(epilog="Example: allocator report overijssel-2024 --form html --form pdf")
def report(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A scenario, a saved run, comparison, frontier or study, or the folder of one.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Where to; else NAME.report."),
    ] = None,
    forms: Annotated[
        list[Form], typer.Option("--form", help="Only this form; may be repeated.")
    ] = [],  # noqa: B006 - Typer needs a plain default
    language: LanguageOption = Language.NL,
    letters: Annotated[
        list[str],
        typer.Option(
            "--letter",
            metavar="MUNICIPALITY",
            help="One page instead: why its number is what it is; may be repeated.",
        ),
    ] = [],  # noqa: B006
    boundaries: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="GeoJSON with statcode: true borders on the map."),
    ] = None,
    overrides: SetOption = [],  # noqa: B006
    form: FormatOption = Format.TABLE,
    lots: LotsOption = None,
) -> None:
    """Write a report: HTML, XLSX, DOCX, PDF, Markdown, CSV, data, register; Dutch or English."""
    with _answering():
        from allocator import publishing, reporting

        found = publishing.report(
            source,
            [one.value for one in forms],
            language.value,
            letters=letters,
            boundaries=boundaries,
            overrides=overrides,
            lots=lots,
            progress=_progress(),
        )
        folder = out or Path(f"{found.name}.report")
        reporting.write_folder(folder, found.files)
        _print(reporting.render_pages(publishing.written_pages(found, folder), form.value))
        _exit(EXIT_OF_STATUS[found.status])


@app.command(epilog="Example: allocator template offers.xlsx")
def template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook to write.")],
    language: LanguageOption = Language.NL,
) -> None:
    """Write a workbook to fill offers in, which `offers: FILE` reads back."""
    with _answering():
        from allocator import publishing

        publishing.template(file, language.value)


@app.command(epilog="Example: allocator verify run.json")
def verify(file: RunArgument, form: FormatOption = Format.TABLE) -> None:
    """Check a saved run or timeline from its own content, without a solver."""
    with _answering():
        from allocator import reporting, saved

        receipt = saved.verify_saved(file)
        _print(reporting.render_receipt(receipt, form.value))
        _exit(0 if receipt.holds else 5)


@app.command(epilog="Example: allocator rerun run.json")
def rerun(
    file: RunArgument, inputs: InputsOption = None, form: FormatOption = Format.TABLE
) -> None:
    """Make a saved run or timeline again, and report any difference."""
    with _answering():
        from allocator import reporting, saved

        repetition = saved.rerun(file, inputs, _progress())
        _print(reporting.render_receipt(repetition, form.value))
        _exit(EXIT_OF_REPETITION.get(repetition.outcome, EXIT_OF_STATUS[repetition.status]))


@app.command(epilog="Example: allocator check my-scenario.yaml")
def check(
    scenario: ScenarioArgument,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
) -> None:
    """Check a scenario and its inputs without solving, and say what was understood."""
    with _answering():
        from allocator import overview, reporting

        understood = overview.understand(scenario, overrides)
        _print(reporting.render_pages(understood, form.value))


@app.command("list", epilog="Example: allocator list")
def list_(form: FormatOption = Format.TABLE) -> None:
    """List the packaged scenarios."""
    with _answering():
        from allocator import overview, reporting

        _print(reporting.render_pages(overview.packaged(), form.value))


@app.command(epilog="Example: allocator new my-scenario.yaml")
def new(
    file: Annotated[
        Path | None, typer.Argument(help="The file to write; by default it is printed.")
    ] = None,
) -> None:
    """Write a scenario with every setting, its default and what it means."""
    with _answering():
        from allocator import reporting

        if file is None:
            _print(reporting.commented_scenario())
        else:
            reporting.write_file(file, reporting.commented_scenario(file.stem or "my-scenario"))


@app.command(epilog="Example: allocator schema > scenario.schema.json")
def schema(
    of: Annotated[
        Schema, typer.Argument(help="The scenario file, or which result.")
    ] = Schema.SCENARIO,
) -> None:
    """Print the JSON Schema of scenario files (for editors), or of results."""
    with _answering():
        from allocator import overview, reporting

        schemas = {
            Schema.SCENARIO: overview.scenario_schema,
            Schema.RUN: reporting.run_schema,
            Schema.EXPLANATION: reporting.explanation_schema,
            Schema.MERGE: reporting.merge_schema,
            Schema.TIMELINE: reporting.timeline_schema,
            Schema.FRONTIER: reporting.frontier_schema,
            Schema.COMPARISON: reporting.comparison_schema,
            Schema.STUDY: reporting.study_schema,
            Schema.SENSITIVITY: reporting.study_answer_schema,
        }
        found = schemas[of]()
        _print(reporting.as_json(found))


@contextmanager
def _answering() -> Iterator[None]:
    """Turn everything that can go wrong into a message and an exit code."""
    from models.fault import Defect, InputError

    try:
        yield
    except InputError as error:
        _complain(str(error))
        _exit(5)
    except KeyboardInterrupt:
        _complain("stopped before there was an answer")
        _exit(4)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain of it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _exit(0)
    except (typer.Exit, typer.Abort):
        raise
    except OSError as error:
        _complain(f"the output cannot be written ({error.strerror or error})")
        _exit(5)
    except Exception as error:
        if os.environ.get("ALLOCATOR_TRACEBACK"):
            raise
        kind = "" if isinstance(error, Defect) else f"{type(error).__name__}: "
        _complain(
            f"a defect in the program, not in your input: {kind}{error}\n"
            "Please report it with the scenario; ALLOCATOR_TRACEBACK=1 shows where it happened."
        )
        _exit(1)


def _progress() -> Callable[[str], None]:
    """Say on stderr what is at hand, each thing once, when a command takes longer than a second."""
    began = said = monotonic()
    last = ""

    def tell(message: str) -> None:
        nonlocal said, last
        now = monotonic()
        if message != last and now - began > 1 and now - said > 1:
            said, last = now, message
            _complain(message)

    return tell


def _print(text: str) -> None:
    _write(sys.stdout, text)


def _complain(message: str) -> None:
    # Names out of files stand in messages; none of them steers the terminal.
    shown = "".join(
        letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}"
        for letter in message
    )
    _write(sys.stderr, f"{shown}\n")


def _write(stream: object, text: str) -> None:
    if stream is None:
        return
    # An old terminal that cannot show a letter shows a question mark rather than a traceback.
    encoding = getattr(stream, "encoding", None) or "utf-8"
    typer.echo(text.encode(encoding, "replace").decode(encoding), file=stream, nl=False)  # type: ignore[arg-type]


def _exit(code: int) -> None:
    if sys.stdout is not None:  # it is None where the caller has closed it
        with suppress(OSError):  # a full disk, which has been told
            sys.stdout.flush()
    raise typer.Exit(code)


if __name__ == "__main__":
    app()
