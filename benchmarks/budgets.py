"""Ten budgets in one ``plan compare``, against ten runs of ``plan solve``: ``python -m benchmarks.budgets [FILE ...]``.

Both are whole processes of the command line, to the same gap, each with all cores to itself; a run of ``plan solve``
reads an instance that has the budget's money already. The figure is the ratio of the wall clocks. What ``plan compare``
finds is held against the separate runs: for each budget the two intervals of plan and bound must overlap.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import planner
from planner.compare.budgets import Budget
from planner.write import write_instance

CASES = Path(__file__).parents[1] / "instances" / "cases"
type Known = tuple[float | None, float | None]
"""The value of the best plan found, and the bound; None where no plan meets every requirement."""
PLAN = (sys.executable, "-c", "from planner.cli import main; main(prog_name='plan')")
BUDGETS = tuple(f"{share}%" for share in range(55, 101, 5))


def together(path: Path, gap: str) -> tuple[float, dict[str, Known]]:
    """Seconds of one ``plan compare``, and what it knows of each budget: the value of its plan, and the bound."""
    asked = [word for budget in BUDGETS for word in ("--budget", budget)]
    seconds, told = _timed(["compare", str(path), *asked, "--gap", gap, "--format", "json", "--quiet"])
    return seconds, {case["label"]: (case["value"], case["bound"]) for case in told["cases"]}


def apart(path: Path, gap: str, folder: Path) -> tuple[float, dict[str, Known]]:
    """The same of ten runs of ``plan solve``, one after the other."""
    instance, _ = planner.read(path)
    whole, found = 0.0, {}
    for budget in BUDGETS:
        target = folder / f"{budget[:-1]}.csv"
        write_instance(Budget.of(budget).applied(instance).records, target)
        seconds, told = _timed(["solve", str(target), "--gap", gap, "--format", "json", "--quiet"])
        whole += seconds
        found[budget] = (told["plan"]["score"], told["plan"]["bound"]) if "plan" in told else (None, None)
    return whole, found


def _timed(words: Sequence[str]) -> tuple[float, Any]:
    begin = perf_counter()
    process = subprocess.run([*PLAN, *words], stdout=subprocess.PIPE, check=False)
    return perf_counter() - begin, json.loads(process.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[CASES / "egypt-israel.csv", CASES / "israel-plo.csv"])
    parser.add_argument("--gap", default="1%")
    chosen = parser.parse_args()
    for path in chosen.files:
        with TemporaryDirectory() as folder:
            one, known = together(path, chosen.gap)
            ten, separate = apart(path, chosen.gap, Path(folder))
        for budget, (value, bound) in separate.items():
            low, high = known[budget]
            assert (low is None) == (value is None), f"{budget}: a plan in one way only"
            if None not in (low, high, value, bound):
                assert low <= bound * (1 + 1e-6), f"{budget}: a plan of {low} above the bound {bound}"
                assert value <= high * (1 + 1e-6), f"{budget}: a plan of {value} above the bound {high}"
        print(f"{path.stem}: together {one:.1f} s, apart {ten:.1f} s, {ten / one:.1f} times as fast")


if __name__ == "__main__":
    main()
