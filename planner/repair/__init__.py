"""Why nothing satisfies an instance: a conflict of its rows, and the cheapest repairs, each solved and audited."""

from planner.callable import make_callable
from planner.repair.change import Change, Repair
from planner.repair.conflict import Conflict
from planner.repair.run import Repairs, State, Step, repair
from planner.repair.waivers import Waiver

__all__ = ["Change", "Conflict", "Repair", "Repairs", "State", "Step", "Waiver", "repair"]

make_callable(__name__)
