"""From an instance to a result: a child process builds and solves, the parent keeps the limits and audits."""

from planner.callable import make_callable
from planner.solve.options import SolveOptions
from planner.solve.result import Effort, Progress, Result, Status
from planner.solve.run import SolverFailed, solve

__all__ = ["Effort", "Progress", "Result", "SolveOptions", "SolverFailed", "Status", "solve"]

make_callable(__name__)
