"""What each funder's conditions cost, what releasing each one would buy, and who else could equally pay."""

from planner.callable import make_callable
from planner.earmarks.conditions import Release
from planner.earmarks.gains import Earmarks, Gain, Verdict
from planner.earmarks.payers import Choice, Payer
from planner.earmarks.run import earmarks

__all__ = ["Choice", "Earmarks", "Gain", "Payer", "Release", "Verdict", "earmarks"]

make_callable(__name__)
