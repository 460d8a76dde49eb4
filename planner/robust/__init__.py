"""Which work stays in the best plan whatever is believed of effects, and which belief matters most."""

from planner.callable import make_callable
from planner.robust.beliefs import Belief
from planner.robust.found import Case, Place, Robust, Role, Turn
from planner.robust.run import robust

__all__ = ["Belief", "Case", "Place", "Robust", "Role", "Turn", "robust"]

make_callable(__name__)
