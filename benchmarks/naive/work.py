"""Runs and what money does to output."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.naive.model import THOUSAND, Naive, total
from models.records import Activity


def rows(model: Naive) -> None:
    for activity in model.instance.activities:
        for node in model.tree:
            _runs(model, activity, node.index)
            _response(model, activity, node.index)
        for leaf in model.tree.leaves:
            model.add(total(model.start[activity.name, n] for n in model.tree.path(leaf)) <= 1)


def _runs(model: Naive, activity: Activity, n: int) -> None:
    name, instance, tree = activity.name, model.instance, model.tree
    on, start = model.on[name, n], model.start[name, n]
    parent, window = tree[n].parent, instance.window(activity)
    shortest, longest = instance.run_min(activity), instance.run_max(activity)
    model.add(start <= on)
    if parent is None:
        model.add(on <= start)
    else:
        before = model.on[name, parent]
        model.add(start >= on - before)
        model.add(start <= 1 - before)
    if tree[n].period not in window:
        model.add(on <= 0)
    if tree[n].period + shortest > window.stop:
        model.add(start <= 0)
    for later in tree.descendants(n, shortest - 1):
        model.add(model.on[name, later] >= start)
    if longest is not None and tree[n].period >= longest:
        model.add(total(model.on[name, m] for m in tree.recent(n, longest)) <= longest)


def _response(model: Naive, activity: Activity, n: int) -> None:
    name = activity.name
    on, spend, output = model.on[name, n], model.spend[name, n], model.output[name, n]
    least, greatest = model.instance.spending(activity)
    model.add(spend >= least / THOUSAND * on)
    model.add(spend <= greatest / THOUSAND * on)
    points = [(float(money) / THOUSAND, float(share)) for money, share in model.instance.response(activity)]
    model.add(output <= points[-1][1] * on)
    for (s0, y0), (s1, y1) in pairwise(points):
        slope = (y1 - y0) / (s1 - s0)
        model.add(output <= (y0 - slope * s0) * on + slope * spend)
