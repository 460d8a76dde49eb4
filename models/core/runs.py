"""Runs: when an activity starts, how long it lasts, how often it may run.

    runs_start:    on[a,n] - on[a,parent] <= start[a,n]
    runs_pause:    start[a,n] + on[a,parent] <= 1                 a start follows an idle period
    runs_shortest: Σ start[a,m], m = the last run_min periods <= on[a,n]
    runs_longest:  on[a,n] <= Σ start[a,m], m = the last run_max periods (+ 1 while running work may go on)
    runs_repeats:  Σ start[a,m], m on the path <= repeats (less one for work that was running before)
    runs_held:     on = 1 in the whole window of committed work (a bound of the column)

Sums of starts rather than pairs of periods: with them the runs of one activity form an integral polytope.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model, total
from models.records import Activity
from models.rule import Row


def rows(model: Model) -> Iterator[Row]:
    for activity in model.instance.activities:
        for n in model.columns.nodes_of[activity.name]:
            yield from _at_node(model, activity, n)
        yield from _repeats(model, activity)


def _at_node(model: Model, activity: Activity, n: int) -> Iterator[Row]:
    instance, tree = model.instance, model.instance.tree
    suffix = f"{model.tag(activity)}_n{n}"
    parent = tree[n].parent
    on, start, before = model.on(activity, n), model.start(activity, n), model.on(activity, parent)
    if not (parent is None and activity.status == "running"):
        yield f"runs_start_{suffix}", total((on, -1 * before, -1 * start)) <= 0
    paused = (activity.name, parent) in model.columns.on or (parent is None and activity.status == "running")
    if (activity.name, n) in model.columns.start and paused:
        yield f"runs_pause_{suffix}", start + before <= 1
    shortest, longest = instance.run_min(activity), instance.run_max(activity)
    recent = [m for m in tree.recent(n, shortest - 1) if (activity.name, m) in model.columns.start]
    if recent:
        yield f"runs_shortest_{suffix}", total(model.start(activity, m) for m in recent) <= on
    if longest is not None:
        carried_on = 1 if activity.status == "running" and tree[n].period < longest else 0
        started = total(model.start(activity, m) for m in tree.recent(n, longest - 1))
        yield f"runs_longest_{suffix}", on <= started + carried_on


def _repeats(model: Model, activity: Activity) -> Iterator[Row]:
    tree = model.instance.tree
    most = activity.repeats - (1 if activity.status == "running" else 0)
    starts = {n for n in model.columns.nodes_of[activity.name] if (activity.name, n) in model.columns.start}
    # The last possible starts of each path are enough: earlier sums are contained in them.
    ends = {max((m for m in tree.path(leaf) if m in starts), default=-1) for leaf in tree.leaves}
    for n in sorted(ends - {-1}):
        yield (
            f"runs_repeats_{model.tag(activity)}_n{n}",
            total(model.start(activity, m) for m in tree.path(n)) <= most,
        )
