"""Milestones: signed at most once on every path, when progress allows it; what they unlock comes after.

    milestones_once:   Σ signed[m,k], k on the path <= 1
    milestones_ready:  durable[c,n] >= least + (threshold - least) * signed[m,n]     likewise structural, social
    milestones_unlock: start[a,n] <= Σ signed[m,k], k a strict ancestor of n

``least`` is the column's own lower bound, so a plan that does not sign is never bound, even where durable progress is
negative. Who may sign is the rule ``signature``.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import CATEGORIES
from models.model import Model, total
from models.rule import Row


def rows(model: Model) -> Iterator[Row]:
    instance, tree, columns = model.instance, model.instance.tree, model.columns
    for milestone in instance.milestones:
        tag = model.tag(milestone)
        for leaf in tree.leaves:
            signings = (columns.signed[milestone.name, n] for n in tree.path(leaf))
            yield f"milestones_once_{tag}_n{leaf}", total(signings) <= 1
        for category in CATEGORIES:
            threshold = getattr(milestone, category)
            for n in range(len(tree)):
                reached = (
                    columns.durable[milestone.conflict, n]
                    if category == "political"
                    else columns.progress[milestone.conflict, category, n]
                )
                if threshold is not None and threshold > (least := reached.lowBound):
                    signed = columns.signed[milestone.name, n]
                    yield f"milestones_ready_{category}_{tag}_n{n}", reached >= least + (threshold - least) * signed
    yield from _unlocks(model)


def _unlocks(model: Model) -> Iterator[Row]:
    tree, columns = model.instance.tree, model.columns
    for activity in model.instance.activities:
        keys = [milestone.name for milestone in model.instance.milestones if activity.name in milestone.unlocks]
        if not keys:
            continue
        for n in model.columns.nodes_of[activity.name]:
            if (activity.name, n) in columns.start:
                signed = (columns.signed[key, m] for key in keys for m in tree.path(n)[:-1])
                yield (
                    f"milestones_unlock_{model.tag(activity)}_n{n}",
                    columns.start[activity.name, n] <= total(signed),
                )
