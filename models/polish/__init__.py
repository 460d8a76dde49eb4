"""From the solver's best solution to a plan people can sign: nothing idle, whole money, canonical payers.

First runs that add nothing are dropped and money that adds nothing is saved. Then the runs are held and spending,
intensity and signing are chosen once more with whole money, near the fractions found before (rounding down would
break thresholds). Last, ``payers`` decides who pays. Solving is the caller's: ``models`` calls no solver.

    thrift     no run and no money that adds nothing
    whole      whole money, as near to the fractions as can be
    canonical  who pays
    holding    columns held at what a solution says, or near it
    solving    what is asked of the solver
"""

from models.polish.holding import hold_runs, stay_near
from models.polish.solving import Asked, Solve, Values
from models.polish.whole import SLACK, whole_plan

__all__ = ["SLACK", "Asked", "Solve", "Values", "hold_runs", "stay_near", "whole_plan"]
