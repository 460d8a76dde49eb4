"""Plans over rising budgets in which every step keeps the one before, and the price of that promise."""

from planner.callable import make_callable
from planner.ladder.run import ladder
from planner.ladder.steps import Ladder, Step

__all__ = ["Ladder", "Step", "ladder"]

make_callable(__name__)
