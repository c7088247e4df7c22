# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mutation testing of a folder of `allocator`: `python -m benchmarks.mutation verification`.

mutmut changes the code a little, many times, and the tests have to notice each change. It works in
a copy, `build/mutation/FOLDER`, in which two things differ from the checkout:

- mutmut leaves decorated functions alone, and most of the rules and checks are; so `@check` and its
  like become a call after the function, which means the same;
- hypothesis draws the same examples every time and does not shrink what fails, and the tests are
  sorted so that a mutant dies soon.

Of the mutants that the tests let live, those that mypy refuses are told apart: `make test` runs
mypy too. A second run tests only mutants of functions that changed; `--again` also those left.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKPLACE = ROOT / "build" / "mutation"

# The tests that have to notice: quick ones that are about the folder.
TESTS = {
    "apportionment": ["tests/apportionment", "tests/explanation/test_lines_of_apportionments.py"],
    "verification": ["tests/verification"],
    "distribution": ["tests/distribution"],
}

# Decorators that register a function or make it an attribute: a call after it does the same.
MOVED = {"check", "rule", "property", "cached_property"}

# What pytest's exit code, or the signal that ended it, says about a mutant.
OUTCOMES = {0: "survived", 1: "killed", 3: "killed", 5: "no tests", 33: "no tests", None: "not run"}
COLUMNS = ("killed", "timeout", "types", "survived", "no tests", "not run")
NOTICED = ("killed", "timeout", "types")
MISSED = ("survived", "no tests")

# What mypy says of "and False", and of comments: no fault that a programmer would make.
ARTEFACTS = {"redundant-expr", "unused-ignore", "ignore-without-code"}

# A mutant may build lists without end.
MOST_MEMORY = 6 * 2**30

CONFTEST = """\
import json
import os
from pathlib import Path

from hypothesis import Phase, settings

settings.register_profile(
    "mutation", derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("mutation")


def pytest_configure(config):
    # To collect whole files and to pick from them is quicker than a few hundred tests by name.
    config.picked = {arg for arg in config.args if "::" in arg}
    if config.picked:
        config.args = sorted({arg.partition("::")[0] for arg in config.picked})


def pytest_collection_modifyitems(config, items):
    if config.picked:
        items[:] = [item for item in items if item.nodeid in config.picked]
    # It changes numbers at random: slow, and what it finds has a planted violation of its own.
    items[:] = [item for item in items if "test_no_whole_number" not in item.nodeid]
    # A mutant is killed by one test: first those that name its function, then the quick ones.
    stats = Path("mutmut-stats.json")
    if stats.exists():
        seconds = json.loads(stats.read_text(encoding="utf-8"))["duration_by_test"]
        mutant = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[2]
        name = mutant.partition("__mutmut")[0].removeprefix("x_").rpartition("\u01c1")[2]
        items.sort(key=lambda item: (not name or name not in item.nodeid,
                                     seconds.get(item.nodeid, 0)))
"""


def main() -> None:
    arguments = read_arguments()
    for folder in arguments.folders or TESTS:
        workplace = WORKPLACE / folder
        if arguments.fresh:
            shutil.rmtree(workplace, ignore_errors=True)
        names = list(arguments.only)
        if arguments.again:
            names += [name for name, outcome in outcomes(workplace) if outcome not in NOTICED]
            # Which test runs what is measured again: a function may have moved since.
            (workplace / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
        prepare(workplace, folder)
        if arguments.sample:
            # mutmut makes the mutants before it finds that none has this name.
            mutate(workplace, arguments.children, ["none"], check=False)
            names += sampled(workplace, arguments.sample, arguments.seed)
        if not arguments.report:
            mutate(workplace, arguments.children, names)
            check_types(workplace, folder)
        report(workplace, folder)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help=f"of {', '.join(TESTS)}")
    parser.add_argument("--children", type=int, default=1, help="how many mutants at a time")
    parser.add_argument("--sample", type=int, metavar="N", help="only N mutants of each module")
    parser.add_argument("--seed", default="1", help="which ones")
    parser.add_argument("--again", action="store_true", help="those not killed so far, once more")
    parser.add_argument("--fresh", action="store_true", help="forget the outcomes of earlier runs")
    parser.add_argument("--report", action="store_true", help="only show what is known")
    parser.add_argument("--only", nargs="+", default=[], metavar="PATTERN", help="these mutants")
    arguments = parser.parse_args()
    if strangers := set(arguments.folders) - set(TESTS):
        parser.error(f"no such folder: {', '.join(sorted(strangers))}")
    return arguments


def prepare(workplace: Path, folder: str) -> None:
    """Copy the checkout; what has not changed keeps its time, so that mutmut skips it."""
    texts = {name: (ROOT / name).read_bytes() for name in listed_files()}
    for name, content in texts.items():
        if name.startswith(f"allocator/{folder}/") and name.endswith(".py"):
            texts[name] = with_calls_for_decorators(content.decode()).encode()
    texts["pyproject.toml"] = configured(texts["pyproject.toml"].decode(), folder).encode()
    texts["conftest.py"] = CONFTEST.encode()
    for name, content in texts.items():
        target = workplace / name
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for copied in ("allocator", "models", "tests"):
        for target in (workplace / copied).rglob("*.py"):
            if target.relative_to(workplace).as_posix() not in texts:
                target.unlink()
                (workplace / "mutants" / target.relative_to(workplace)).unlink(missing_ok=True)


def listed_files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()})


def with_calls_for_decorators(source: str) -> str:
    """Write `@check` above a function as `check(function)` below it."""
    lines = source.splitlines()
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    for node in sorted(found, key=lambda node: -node.lineno):
        for decorator in node.decorator_list:
            text = ast.unparse(decorator)
            if text.partition("(")[0] in MOVED:
                margin = " " * node.col_offset
                lines.insert(node.end_lineno or 0, f"{margin}{node.name} = {text}({node.name})")
                lines[decorator.lineno - 1 : decorator.end_lineno] = [""]
    return "\n".join(lines) + "\n"


def configured(pyproject: str, folder: str) -> str:
    """Add to [tool.mutmut] what is of this folder."""
    table = "[tool.mutmut]\n"
    if table not in pyproject:
        raise SystemExit("pyproject.toml has no [tool.mutmut]")
    own = (
        f'only_mutate = ["allocator/{folder}/*"]\n'
        f"pytest_add_cli_args_test_selection = {json.dumps(TESTS[folder])}\n"
    )
    return pyproject.replace(table, table + own)


def mutate(workplace: Path, children: int, names: list[str], *, check: bool = True) -> None:
    command = [Path(sys.executable).with_name("mutmut"), "run", "--max-children", str(children)]
    finished = subprocess.run(
        [*command, *names],
        cwd=workplace,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY)),
    )
    if check and finished.returncode:
        raise SystemExit("mutmut stopped: see above")


def sampled(workplace: Path, size: int, seed: str) -> list[str]:
    """Draw mutants of each module."""
    modules: dict[str, list[str]] = {}
    for name, _ in outcomes(workplace):
        modules.setdefault(name.rpartition(".")[0], []).append(name)
    return [
        name
        for module, names in sorted(modules.items())
        for name in random.Random(f"{seed} {module}").sample(sorted(names), min(size, len(names)))
    ]


def check_types(workplace: Path, folder: str) -> None:
    """Note the mutants of which mypy says something that it does not say of the original."""
    mutants = workplace / "mutants"
    found = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--output", "json", f"allocator/{folder}"],
        cwd=mutants,
        capture_output=True,
        text=True,
        check=False,
    )
    said: dict[str, dict[int, set[str]]] = {}
    for line in found.stdout.splitlines():
        if line.startswith("{"):
            error = json.loads(line)
            if error["code"] not in ARTEFACTS:
                here = said.setdefault(error["file"], {}).setdefault(error["line"], set())
                here.add(error["code"])
    refused = []
    for file, codes in said.items():
        spans = json.loads((mutants / f"{file}.spans").read_text(encoding="utf-8"))["spans"]
        by_name = {
            name: {code for line in range(first, last + 1) for code in codes.get(line, ())}
            for name, (first, last) in spans.items()
        }
        module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name, errors in by_name.items():
            if errors - by_name[f"{name.rpartition('__mutmut_')[0]}__mutmut_orig"]:
                refused.append(f"{module}.{name}")
    (workplace / "types.json").write_text(json.dumps(refused, indent=1), encoding="utf-8")


def outcomes(workplace: Path) -> Iterator[tuple[str, str]]:
    """Every mutant and what came of it."""
    types = workplace / "types.json"
    refused = set(json.loads(types.read_text(encoding="utf-8"))) if types.exists() else set()
    for meta in sorted((workplace / "mutants").rglob("*.py.meta")):
        found = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name, code in found.items():
            outcome = OUTCOMES.get(code, "timeout")
            yield name, "types" if outcome in MISSED and name in refused else outcome


def report(workplace: Path, folder: str) -> None:
    """Print how many mutants of each module were killed, and which were not."""
    modules: dict[str, Counter[str]] = {}
    left = []
    for name, outcome in outcomes(workplace):
        module = name.rpartition(".")[0]
        modules.setdefault(module, Counter())[outcome] += 1
        if outcome in MISSED:
            left.append(f"{outcome}: {name}")
    whole = sum(modules.values(), Counter())
    print(f"\n{'module':<44}{'mutants':>9}" + "".join(f"{column:>10}" for column in COLUMNS))
    for module, counts in (*modules.items(), (f"allocator/{folder}", whole)):
        numbers = "".join(f"{counts[column]:>10}" for column in COLUMNS)
        print(f"{module:<44}{counts.total():>9}{numbers}")
    noticed = sum(whole[column] for column in NOTICED)
    tried = whole.total() - whole["not run"]
    print(f"score: {100 * noticed / max(1, tried):.1f} %")
    print(*left, sep="\n")
    print(f"To see one: cd {workplace.relative_to(ROOT)} && mutmut show NAME")


if __name__ == "__main__":
    main()
