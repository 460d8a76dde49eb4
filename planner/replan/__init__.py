"""Plan again from a date on: what has happened is fixed, promises are kept or bought out, changes limited or priced."""

from planner.callable import make_callable
from planner.replan.answer import Carried, Free, Replan
from planner.replan.run import replan

__all__ = ["Carried", "Free", "Replan", "replan"]

make_callable(__name__)
