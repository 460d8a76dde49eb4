"""Targets: progress that must stand by a date, on every branch.

    targets: progress >= target at every node of its period

All bind where cost is minimised; where progress is maximised only those marked ``always`` do.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model
from models.rule import Row


def rows(model: Model) -> Iterator[Row]:
    instance, columns = model.instance, model.columns
    for target in instance.targets:
        if model.objective == "progress" and not target.always:
            continue
        last = instance.calendar.number - 1
        period = last if target.by is None else instance.calendar.period_of(target.by.last)
        for node in instance.tree:
            if node.period == period:
                reached = (
                    columns.durable[target.conflict, node.index]
                    if target.kind == "durable"
                    else columns.progress[target.conflict, target.kind, node.index]
                )
                yield f"targets_{model.tag(target)}_n{node.index}", reached >= target.progress
