"""Why one work is in the plan or not, why then, who pays for it, and what would have to change for that to flip."""

from planner.callable import make_callable
from planner.explain.explanation import Alternative, Explanation, Flip, Lifted, Point, State, Verdict
from planner.explain.run import explain

__all__ = ["Alternative", "Explanation", "Flip", "Lifted", "Point", "State", "Verdict", "explain"]

make_callable(__name__)
