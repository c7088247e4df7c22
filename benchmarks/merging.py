# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging: the proven optimum of the first three objectives, next to the assignment model.

Run `python benchmarks/merging.py`; it prints Markdown tables. `--limit 5` gives every solver five
seconds, `--only nederland` takes the instances with that in their name. The instances are those of
`benchmarks/instances`. Every measurement is a process of its own, and counts from the situation to
the proof: distances, groups and models included. The planner has two processes; of the others
CP-SAT and CBC have two threads, HiGHS what it takes; the CBC of PuLP is built without threads. They
get the assignment model of the tests, province by province or region by region, as no group goes
beyond; each objective is solved after the one before, and all of it within the limit.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

# The tests, whose model this is, are in the checkout and not in this folder.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from allocator.loading.reference import reference  # noqa: E402
from allocator.merging.planning.partition.means import Means  # noqa: E402
from allocator.merging.planning.plan import Planner  # noqa: E402
from allocator.merging.situation import Situation  # noqa: E402
from allocator.solving import (  # noqa: E402
    IntegerProgram,
    Solution,
    SolverDefect,
    Status,
    choose,
    confirm,
    solve,
)
from allocator.solving.scip import stated  # noqa: E402
from models.merging import Merging, ViableSite  # noqa: E402
from models.places import Places  # noqa: E402
from models.territory import Municipality  # noqa: E402
from tests.merging.assignment import OBJECTIVES, Assignment, areas  # noqa: E402

INSTANCES = Path(__file__).resolve().parent / "instances"
PROCESSES = 2
GRACE_SECONDS = 60
OURS = "allocator"


def situation_of(name: str) -> Situation:
    """A named instance."""
    settings = json.loads((INSTANCES / "rules.json").read_text(encoding="utf-8"))[name]
    with (INSTANCES / f"{settings['table']}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    territory = reference().territory
    like: dict[str, list[str]] = {}
    for row in rows:
        like.setdefault(row["like"], []).append(row["code"])
    neighbours: dict[str, set[str]] = {row["code"]: set() for row in rows}
    for one, other in territory.borders:
        for here, there in zip(like.get(one, ()), like.get(other, ()), strict=False):
            neighbours[here].add(there)
            neighbours[there].add(here)
    counted = {
        row["code"]: Places(regular=int(row["counted_regular"]), amv=int(row["counted_amv"]))
        for row in rows
    }
    return Situation(
        rules=Merging(
            minimum_site=ViableSite(**settings["minimum_site"]),
            max_members=settings["max_members"],
            within=settings["within"],
            max_distance_km=Fraction(25),
            objectives=OBJECTIVES,
        ),
        municipalities=tuple(
            _placed(territory.municipalities[row["like"]], row["code"], row["province"])
            for row in sorted(rows, key=lambda row: row["code"])
        ),
        tasks={
            row["code"]: Places(regular=int(row["task_regular"]), amv=int(row["task_amv"]))
            for row in rows
        },
        existing=counted,
        shares={row["code"]: int(row["share"]) for row in rows},
        counted={code: places.total for code, places in counted.items()},
        neighbours={code: frozenset(others) for code, others in neighbours.items()},
    )


def _placed(like: Municipality, code: str, province: str) -> Municipality:
    return Municipality(code, like.name, province, like.region, like.latitude, like.longitude)


def by_cp_sat(program: IntegerProgram, seconds: float) -> Solution:
    return solve(program, Fraction(seconds), PROCESSES)


def by_scip(program: IntegerProgram, seconds: float) -> Solution:
    return choose(program, Fraction(seconds))


def by_highs(program: IntegerProgram, seconds: float) -> Solution:
    return confirm(program, Fraction(seconds))


def by_cbc(program: IntegerProgram, seconds: float) -> Solution:
    """CBC as OR-Tools ships it."""
    from ortools.linear_solver import pywraplp

    solver, variables = stated(program, "CBC")
    solver.SetTimeLimit(max(1, int(seconds * 1000)))
    solver.SetNumThreads(PROCESSES)
    exact = pywraplp.MPSolverParameters()
    exact.SetDoubleParam(pywraplp.MPSolverParameters.RELATIVE_MIP_GAP, 0.0)
    if solver.Solve(exact) != solver.OPTIMAL:
        return Solution(Status.UNKNOWN, {}, 0)
    return _whole(program, {name: one.solution_value() for name, one in variables.items()})


def by_pulp(program: IntegerProgram, seconds: float) -> Solution:
    """CBC as PuLP ships it."""
    import pulp

    problem = pulp.LpProblem("assignment", pulp.LpMinimize)
    variables = {
        name: pulp.LpVariable(f"v{number}", *limits, cat="Integer")
        for number, (name, limits) in enumerate(program.variables.items())
    }
    problem += pulp.LpAffineExpression(
        [(variables[name], factor) for name, factor in program.objective.items()]
    )
    for line in program.lines:
        total = pulp.LpAffineExpression(
            [(variables[name], factor) for name, factor in line.terms.items()]
        )
        if line.lower is not None:
            problem += total >= line.lower
        if line.upper is not None:
            problem += total <= line.upper
    cbc = pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds, gapRel=0.0)  # built without threads
    problem.solve(cbc)
    if problem.sol_status != pulp.LpSolutionOptimal:
        return Solution(Status.UNKNOWN, {}, 0)
    return _whole(program, {name: one.value() or 0 for name, one in variables.items()})


def _whole(program: IntegerProgram, values: dict[str, float]) -> Solution:
    rounded = {name: round(value) for name, value in values.items()}
    if broken := program.broken_lines(rounded):
        raise SolverDefect(f"the answer breaks {', '.join(broken[:3])}")
    return Solution(Status.OPTIMAL, rounded, program.value(rounded))


OTHERS: dict[str, Callable[[IntegerProgram, float], Solution]] = {
    "CP-SAT": by_cp_sat,
    "SCIP": by_scip,
    "HiGHS": by_highs,
    "CBC (OR-Tools)": by_cbc,
    "PuLP/CBC": by_pulp,
}


def planned(situation: Situation, limit: float) -> tuple[list[int], str]:
    """What the planner comes to, and how much of it is not proven."""
    late = time.monotonic() + limit
    means = Means(limit, PROCESSES, stopped=lambda: time.monotonic() > late)
    found = Planner(situation, means).best()
    draft = found.drafts[0]
    values = [int(draft.value(name) * (10 if name == "place_km" else 1)) for name in OBJECTIVES]
    return values, "" if found.proven else "not proven"


def assigned(situation: Situation, limit: float, solver: str) -> tuple[list[int], str]:
    """The same of the assignment model with a solver."""
    late = time.monotonic() + limit
    sums = dict.fromkeys(OBJECTIVES, 0)
    proven = dict.fromkeys(OBJECTIVES, 0)
    parts = areas(situation)
    for codes in parts:
        if late < time.monotonic():
            break
        model = Assignment(situation, codes)
        for name, value in model.solved(OTHERS[solver], late - time.monotonic()).items():
            sums[name] += value
            proven[name] += 1
    said = ", ".join(
        f"{name} proven in {proven[name]} of {len(parts)}"
        for name in OBJECTIVES
        if proven[name] < len(parts)
    )
    return list(sums.values()), said


def measure(name: str, solver: str, limit: float) -> None:
    """Print one measurement as JSON."""
    situation = situation_of(name)
    began = time.perf_counter()
    try:
        if solver == OURS:
            values, open_ = planned(situation, limit)
        else:
            values, open_ = assigned(situation, limit, solver)
    except SolverDefect as defect:
        values, open_ = [], f"wrong answer: {defect}"
    seconds = time.perf_counter() - began
    own, children = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    unit = 1 if sys.platform == "darwin" else 1024
    # Of its processes only the largest is known: twice that is the most there can have been.
    memory = (own + PROCESSES * children) * unit
    print(json.dumps({"values": values, "open": open_, "seconds": seconds, "memory": memory}))


def measured(name: str, solver: str, limit: float) -> dict[str, object]:
    """One measurement in a process of its own."""
    command = (sys.executable, __file__, "--limit", str(limit), "--measure", name, solver)
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=limit + GRACE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {"values": [], "open": "did not stop", "seconds": limit, "memory": 0}
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {"values": [], "open": f"broke down: {why[0][:80]}", "seconds": 0.0, "memory": 0}
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def table(names: list[str], solvers: list[str], limit: float) -> None:
    """Print what each needs, and the ratio to the best of the others."""
    print(f"| instance | tasks | {OURS} | memory | {' | '.join(solvers)} | best other / {OURS} |")
    print(f"| --- | ---: | ---: | ---: |{' ---: |' * len(solvers)} ---: |")
    notes: list[str] = []
    for name in names:
        tasks = sum(
            (places.regular > 0) + (places.amv > 0) for places in situation_of(name).tasks.values()
        )
        ours = measured(name, OURS, limit)
        if ours["open"]:
            notes.append(f"{name}, {OURS}: {ours['open']}")
        others = {solver: measured(name, solver, limit) for solver in solvers}
        cells, proven = [], []
        for solver, one in others.items():
            if one["open"]:
                cells.append("—")
                notes.append(f"{name}, {solver}: {one['open']}")
            else:
                same = one["values"] == ours["values"] or ours["open"]
                cells.append(f"{one['seconds']:.2f} s" + ("" if same else " **differs**"))
                proven.append(one["seconds"])
        seconds = float(str(ours["seconds"]))
        best = f"{min(proven) / seconds:.1f}" if proven else f"> {limit / seconds:.1f}"
        print(
            f"| {name} | {tasks} | {seconds:.2f} s{' (not proven)' if ours['open'] else ''} "
            f"| {int(str(ours['memory'])) / 2**20:,.0f} MiB | {' | '.join(cells)} "
            f"| {'' if ours['open'] else best} |",
            flush=True,
        )
    print(f"\nNot proven within {limit:g} s (—):\n")
    print("\n".join(f"- {note}" for note in notes) or "- nothing")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure merging.")
    arguments.add_argument("--limit", type=float, default=60.0, help="seconds for each solver")
    arguments.add_argument("--only", default="", help="part of the name of an instance")
    arguments.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.measure:
        measure(*asked.measure, asked.limit)
        return
    names = list(json.loads((INSTANCES / "rules.json").read_text(encoding="utf-8")))
    solvers = list(OTHERS)
    print(f"# Merging, at most {asked.limit:g} s\n")
    print(
        f"Python {platform.python_version()}, {platform.machine()}. Proven optimum of "
        f"{', '.join(OBJECTIVES)}, in that order, with {PROCESSES} processes or threads.\n"
    )
    if importlib.util.find_spec("pulp") is None:
        solvers.remove("PuLP/CBC")
        print("PuLP is not installed, so it is left out: `pip install '.[bench]'` brings it.\n")
    table([name for name in names if asked.only in name], solvers, asked.limit)


if __name__ == "__main__":
    main()
