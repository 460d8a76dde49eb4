"""The same question with other money, to other instances, or of given plans: every difference is an interval."""

from planner.callable import make_callable
from planner.compare.budgets import Budget
from planner.compare.comparison import Case, Comparison, Stretch
from planner.compare.run import compare

__all__ = ["Budget", "Case", "Comparison", "Stretch", "compare"]

make_callable(__name__)
