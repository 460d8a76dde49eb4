"""``robust``: the best plan again under other beliefs, within the stated ranges of effects.

After Liesiö, Mild and Salo (2007, 2008): work that is in the best plan whatever is believed is *core*, work that never
is *exterior*, the rest *borderline*. Here that is told of the beliefs solved, each by itself; a plan that is best under
some belief in between may be otherwise, and nothing is proven of those.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from models.instance import Instance
from models.whatif import Hold
from planner.robust.beliefs import AS_STATED, Asked, Belief, beliefs_of
from planner.robust.found import Robust
from planner.robust.judge import Judge
from planner.robust.prove import settle
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions

BASE = "best plan"


def robust(
    instance: Instance,
    options: SolveOptions | None = None,
    *,
    beliefs: Asked = "ends",
    prove: bool = False,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Robust:
    """Solve ``instance`` as stated and under other beliefs of what its activities achieve.

    ``beliefs``: ``ends`` (each range at its low and high end, all others as stated; all low; all high), ``corners``
    (those and all combinations of ends) or a number of random combinations to add to the ends, drawn by the seed.
    ``prove`` solves more, to prove that no plan as good leaves out core work or takes in exterior work. The other
    arguments are those of ``planner.price``.

    Raises ``InputError`` where an option or the file cannot be used and ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    chosen = beliefs_of(instance, beliefs, options.seed)
    with Series(
        question("alternatives", instance, options), jobs=jobs, resume=resume, on_progress=on_progress
    ) as series:
        (base,) = (solved.answer for solved in series.solve([Job(BASE, instance, options)]))
        if base.plan is None:
            found = Robust(instance=instance, options=options, status=base.status, messages=base.messages)
        else:
            found = believed(series, instance, options, base, chosen, prove=prove)
        return replace(found, interrupted=series.interrupted, seconds=monotonic() - begin, versions=versions(options))


def believed(
    series: Series,
    instance: Instance,
    options: SolveOptions,
    base: Answer,
    beliefs: tuple[Belief, ...],
    *,
    prove: bool,
) -> Robust:
    """What comes of ``beliefs``, given the answer ``base`` (with a plan) for what is stated."""
    assert base.plan is not None
    held = replace(options, start=base.plan, conditions=(*options.conditions, _as_adopted(instance, base)))
    judge = Judge(instance, options, base, beliefs)
    others = [each for each in beliefs if each is not AS_STATED]
    keys: dict[str, tuple[Belief, bool]] = {}
    asked = []
    for belief in others:
        for kept in (False, True):
            key = f"{belief.label}{', plan kept' if kept else ''}"
            keys[key] = belief, kept
            asked.append(Job(key, judge.instances[belief], held if kept else replace(options, start=base.plan)))
    for solved in series.solve(asked):
        judge.take(*keys[solved.key], solved.answer)
    if prove:
        settle(series, judge)
    return replace(judge.told(), proving=prove)


def _as_adopted(instance: Instance, base: Answer) -> Hold:
    assert base.plan is not None
    return Hold(base.plan, frozenset(range(len(instance.tree))), money=True)
