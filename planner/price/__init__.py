"""What each rule costs or brings: the instance is solved again without it, and the difference is an interval."""

from planner.callable import make_callable
from planner.price.prices import Price, Prices, Verdict
from planner.price.run import price
from planner.series import Step

__all__ = ["Price", "Prices", "Step", "Verdict", "price"]

make_callable(__name__)
