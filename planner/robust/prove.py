"""Proof that no plan as good is otherwise in what seems settled, for all of it at once.

Under each belief the best plan is sought that leaves out any of the core work or takes in any of the exterior work. If
all such plans are proven to be worse, both are settled under that belief. If not, what that plan does otherwise is no
longer called settled, and the rest is asked about again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from models.differing import AtLeastDifferent, different
from planner.robust.beliefs import Belief
from planner.robust.judge import Judge
from planner.series import Job, Series
from planner.series.worth import ceiling, worth


def settle(series: Series, judge: Judge) -> None:
    """Solve until every belief proves what is still called settled, or the user stops it."""
    open_ = [belief for belief in judge.beliefs if judge.reference(belief) is not None]
    judge.provable = judge.unanimous()
    judge.unsettled = set(open_)
    for round_ in count(1):
        asked: dict[str, Belief] = {}
        jobs = []
        for belief in open_ if judge.provable else ():
            reference = judge.reference(belief)
            assert reference is not None
            other = AtLeastDifferent((reference,), 1, ("activities",), frozenset(judge.provable))
            options = replace(judge.options, conditions=(*judge.options.conditions, other))
            key = f"{belief.label}, otherwise {round_}"
            asked[key] = belief
            jobs.append(Job(key, judge.instances[belief], options))
        if not jobs:
            return
        candidates, left = frozenset(judge.provable), set(open_)
        for solved in series.solve(jobs):
            belief = asked[solved.key]
            left.discard(belief)
            instance, plan = judge.instances[belief], solved.answer.plan
            own = worth(instance, plan, judge.options)
            if judge.worse(belief, ceiling(solved.answer, own, judge.options)):
                judge.unsettled.discard(belief)
            elif plan is None or own == float("-inf"):
                judge.provable.clear()
            else:
                reference = judge.reference(belief)
                assert reference is not None
                judge.provable -= different(instance, plan, reference, ("activities",), candidates)
                judge.offer(belief, plan, own)
        if left or series.interrupted:
            judge.provable.clear()
            return
        open_ = [belief for belief in open_ if belief in judge.unsettled]
