# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command line: parse, call the allocator, print, exit code. No logic.

Exit codes: 0 done and verified, 1 a defect in the program, 2 wrong usage, 3 proven infeasible,
4 stopped at the limit without a proof, 5 the input is wrong.
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

EXIT_OF_STATUS = {"optimal": 0, "infeasible": 3, "feasible": 4, "unknown": 4}

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


ScenarioArgument = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="A packaged name (`allocator list`), or a file.")
]
SetOption = Annotated[
    list[str],
    typer.Option("--set", metavar="PATH=VALUE", help="Override one line; may be repeated."),
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
) -> None:
    """Divide the task of a scenario over its municipalities, verified."""
    with _answering():
        from allocator import pipeline, reporting

        done = pipeline.run(scenario, overrides, _progress())
        if out is not None:
            reporting.write_folder(out, reporting.run_files(done.result))
        _print(reporting.render(done.result, form.value))
        _exit(EXIT_OF_STATUS[done.status])


@app.command(epilog="Example: allocator explain overijssel-2024 Borne")
def explain(
    scenario: ScenarioArgument,
    subject: Annotated[
        str | None,
        typer.Argument(metavar="[MUNICIPALITY]", help="Or a province; left out: all of it."),
    ] = None,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
) -> None:
    """Say why a number is what it is, line by line, with its sources."""
    with _answering():
        from allocator import pipeline, reporting

        explained = pipeline.explain(scenario, subject, overrides, _progress())
        _print(reporting.render_explanation(explained, form.value))
        _exit(EXIT_OF_STATUS[explained.status])


@app.command(epilog="Example: allocator check my-scenario.yaml")
def check(
    scenario: ScenarioArgument,
    overrides: SetOption = [],  # noqa: B006 - Typer needs a plain default
    form: FormatOption = Format.TABLE,
) -> None:
    """Check a scenario and its inputs without solving, and say what was understood."""
    with _answering():
        from allocator import pipeline, reporting

        understood = pipeline.understand(scenario, overrides)
        _print(reporting.render_pages(understood, form.value))


@app.command("list", epilog="Example: allocator list")
def list_(form: FormatOption = Format.TABLE) -> None:
    """List the packaged scenarios."""
    with _answering():
        from allocator import pipeline, reporting

        _print(reporting.render_pages(pipeline.packaged(), form.value))


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
        Schema, typer.Argument(help="The scenario file, or the result of a run.")
    ] = Schema.SCENARIO,
) -> None:
    """Print the JSON Schema of scenario files (for editors), or of results."""
    with _answering():
        from allocator import pipeline, reporting

        found = pipeline.scenario_schema() if of is Schema.SCENARIO else reporting.run_schema()
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
    """Say on stderr what is at hand, once a command takes longer than a second."""
    began = said = monotonic()

    def tell(message: str) -> None:
        nonlocal said
        now = monotonic()
        if now - began > 1 and now - said > 1:
            said = now
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
