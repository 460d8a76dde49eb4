"""``python -m benchmarks.naive FILES --solver highs,cbc --out naive.csv``: the naive model, a row for each run.

The columns are those of ``plan bench run``, the setting is called ``naive``, and runs that stand in the table are
skipped. ``--product`` runs the product as well, with the same rules switched off and as the setting ``same rules``.
Then ``plan bench compare`` sets both side by side, and says where two runs of one instance contradict each other.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import planner
from benchmarks.make import numbers
from benchmarks.naive import ASLEEP
from benchmarks.naive.run import asked, measured
from planner.bench import Setting, run, trials
from planner.bench.store import Store
from planner.options import duration, share
from planner.solve.options import available_cores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--solver", default="highs,cbc")
    parser.add_argument("--seeds", type=numbers, default=(0,))
    parser.add_argument("--gap", type=share, default=0.001)
    parser.add_argument("--time-limit", type=duration, default=300.0)
    parser.add_argument("--threads", type=int, default=available_cores())
    parser.add_argument("--product", action="store_true", help="run the product on the same questions too")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    common = {"gap": chosen.gap, "time_limit": chosen.time_limit, "threads": chosen.threads, "without": ASLEEP}
    instances = [(path.stem, planner.read(path)[0]) for path in chosen.files]
    solvers = chosen.solver.split(",")
    store = Store(chosen.out)
    known = {row.key for row in store.rows}
    for trial in trials(instances, solvers=solvers, settings=(Setting("naive"),), seeds=chosen.seeds, **common):
        if asked(trial).key not in known:
            store.add(row := measured(trial))
            print(f"{trial}: {row.status}, {row.value}, {row.total} s", flush=True)
    if chosen.product:
        alike = (Setting("same rules"),)
        made = tuple(trials(instances, solvers=solvers, settings=alike, seeds=chosen.seeds, **common))
        for row in run(made, out=chosen.out).rows:
            print(f"{row.instance}, {row.solver}, {row.setting}: {row.status}, {row.value}, {row.total} s")


if __name__ == "__main__":
    main()
