"""Measures solves: instances by solvers by settings by seeds, a row each; and compares what was measured.

run      trials one after another, each solved in processes of its own     running.py, trial.py, row.py, store.py
compare  means, ratios with their spread, a profile, contradictions        comparison.py, contest.py, picture.py
"""

from planner.bench.comparison import Comparison, compare
from planner.bench.row import COLUMNS, Row
from planner.bench.running import Bench, run
from planner.bench.store import load
from planner.bench.trial import Setting, Trial, trials

__all__ = ["COLUMNS", "Bench", "Comparison", "Row", "Setting", "Trial", "compare", "load", "run", "trials"]
