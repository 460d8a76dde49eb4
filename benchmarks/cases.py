"""What it takes to solve the real cases.

``python -m benchmarks.cases [CASE ...] [--time-limit SECONDS] [--out runs.csv]`` writes one row a case: status, audited
score, bound, gap, rows, columns, nodes, root gap, seconds by stage, the share of the wall clock spent outside the
solver, and peak memory. The gap is the product's own, from the bound to the audited score; the root gap is measured
likewise from the bound at the root node. Run it on a quiet machine; compare only figures of one run.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from time import monotonic

import planner
from planner.solve.result import Result

CASES = Path(__file__).parents[1] / "instances" / "cases"
_MEGABYTE = 1024 * 1024


def measure(path: Path, time_limit: float, solver: str, seed: int) -> dict[str, object]:
    """Read, solve and audit one case."""
    begin = monotonic()
    instance, _ = planner.read(path)
    read = monotonic() - begin
    result = planner.solve(instance, gap=0.001, time_limit=time_limit, solver=solver, seed=seed)
    whole = monotonic() - begin
    effort = result.effort
    return {
        "case": path.stem,
        "solver": result.solver,
        "seed": seed,
        "status": str(result.status),
        "score": _number(result.value),
        "bound": _number(result.bound),
        "gap": _number(result.gap),
        "root_gap": _number(_root_gap(result)),
        "nodes": result.nodes,
        "rows": result.rows,
        "columns": result.columns,
        "nonzeros": result.nonzeros,
        "read": f"{read:.2f}",
        "build": f"{effort.build:.2f}",
        "search": f"{effort.search:.2f}",
        "polish": f"{effort.polish:.2f}",
        "audit": f"{effort.audit:.2f}",
        "total": f"{whole:.2f}",
        "outside_solver": f"{1 - (effort.search + effort.polish) / whole:.3f}",
        "first_plan": "" if effort.first_plan is None else f"{effort.first_plan:.2f}",
        "peak_megabytes": "" if effort.peak_memory is None else round(effort.peak_memory / _MEGABYTE),
    }


def _root_gap(result: Result) -> float | None:
    if result.root_bound is None or not result.value:
        return None
    return abs(result.root_bound - result.value) / abs(result.value)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", default=sorted(path.stem for path in CASES.glob("*.csv")))
    parser.add_argument("--time-limit", type=float, default=300)
    parser.add_argument("--solver", default="highs")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=argparse.FileType("w"), default=sys.stdout)
    chosen = parser.parse_args()
    writer = None
    for case in chosen.cases:
        row = measure(CASES / f"{case}.csv", chosen.time_limit, chosen.solver, chosen.seed)
        if writer is None:
            writer = csv.DictWriter(chosen.out, row, lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
        chosen.out.flush()


if __name__ == "__main__":
    main()
