"""``replan``: plan again from a date on, without upheaval.

What lies before the date has happened and stays as it was: runs, money, who paid, what was signed, and what of it
counts in the instance as it is now. Work under way then is promised: it goes on as planned, or is stopped at a
price. From the date on, works may run otherwise than adopted: all of them, a limited number, or each at a price.

Two searches tell what that stability costs: one for the plan asked for, one that holds nothing but the past.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from models.instance import Instance
from models.plan import Plan
from planner.replan.answer import Commitments, Replan
from planner.replan.judge import compared, judged
from planner.replan.scene import FREE, NEW, Scene, scene
from planner.replan.wishes import Wishes
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions


def replan(
    instance: Instance,
    adopted: Plan,
    begin: str,
    options: SolveOptions | None = None,
    *,
    actual: Plan | None = None,
    happened: str = "",
    commitments: Commitments = "keep",
    buy_out: float | None = None,
    most_changes: int | None = None,
    change_cost: float = 0.0,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Replan:
    """Plan ``instance`` again from the period that holds ``begin`` (a date or a period) on, near the ``adopted`` plan.

    ``actual`` is a plan of what really happened before, ``happened`` the scenario that has come about. ``commitments``:
    work under way is kept, or may be stopped at ``buy_out`` (a share of what its givers had promised, 0 to 1), or is
    free. ``most_changes`` limits the works that run otherwise, ``change_cost`` is the price of each in points of score
    (under *cost*: currency units). The other arguments are those of ``planner.ladder``.

    Raises ``InputError`` where the date, an option or the file cannot be used, or what has happened breaks a rule of
    the instance, and ``SolverFailed`` where a solve breaks down.
    """
    started = monotonic()
    options = replace(options or SolveOptions(), **changes)
    wishes = Wishes(commitments, buy_out, most_changes, change_cost)
    known = scene(instance, adopted, begin, options, actual=actual, happened=happened)
    searches = known.searches(wishes)
    asked = question("replan", known.instance, options, **{"from": known.begin, "happened": happened})
    with Series(asked, jobs=jobs, resume=resume, on_progress=on_progress) as series:
        answers = {solved.key: solved.answer for solved in series.solve(searches)}
    found = replace(_found(known, wishes, searches, answers), happened=happened, interrupted=series.interrupted)
    return replace(found, seconds=monotonic() - started)


def _found(known: Scene, wishes: Wishes, searches: Sequence[Job], answers: Mapping[str, Answer]) -> Replan:
    """The new plan, what it does otherwise, and what stability costs."""
    due, kept = known.promised(wishes), known.kept(wishes)
    others = [answer.plan for key, answer in answers.items() if key == FREE]
    found = Replan(
        instance=known.instance,
        options=known.options,
        begin=known.begin,
        commitments=wishes.commitments,
        buy_out=wishes.buy_out,
        most_changes=wishes.most_changes,
        change_cost=wishes.change_cost,
        carried=known.carried,
        result=judged(searches[0], answers.get(NEW), (known.carried.plan, *others), versions(known.options)),
        kept=tuple(dict.fromkeys(work.activity for work in kept)),
        released=tuple(dict.fromkeys(work.activity for work in due if work not in kept)),
        undecided=known.undecided(),
    )
    return compared(found, searches, answers, known.ahead)
