"""Plans nearly as good as the best one that are truly otherwise."""

from planner.alternatives.found import Alternative, Alternatives, Ending
from planner.alternatives.run import alternatives
from planner.callable import make_callable

__all__ = ["Alternative", "Alternatives", "Ending", "alternatives"]

make_callable(__name__)
