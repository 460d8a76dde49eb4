"""Track Two supplements, never replaces (W2.1).

    no_substitute: alone[c,parent] + gain[c,n] - (limit + most[c,n]) * Σ on[a,n] <= alone[c,n] <= limit

``gain`` is the political progress that tracks 1.5 to 9 bring at n (their own, carried ideas, bonuses, but no signals of
official talks), ``most`` its greatest value, a official work of the conflict. Where official work runs the count begins
anew: limit + most is the greatest left side, so no smaller multiple would do. Progress from before the horizon is
untouched.
"""

from __future__ import annotations

from collections.abc import Iterator

from pulp import LpVariable

from models.model import ZERO, Model, total
from models.reach import landings
from models.rule import Row, Rule


def rows(model: Model) -> Iterator[Row]:
    columns, limit = model.columns, model.parameter("no_substitute", "limit")
    gains: dict[tuple[str, int], list[tuple[LpVariable, float]]] = {}
    for flow in model.flows:
        if flow.stock == "political" and not flow.official:
            for in_time, landed, share in landings(model.instance, flow):
                if in_time:
                    gains.setdefault((flow.conflict, landed), []).append((flow.column, share * flow.amount))
    for number, conflict in enumerate(model.instance.conflicts):
        officials = [activity for activity in model.of_conflict(conflict.name) if activity.official]
        for node in model.instance.tree:
            n = node.index
            terms = gains.get((conflict.name, n), [])
            gain = total(weight * column for column, weight in terms)
            most = sum(weight * column.upBound for column, weight in terms)
            before = ZERO if node.parent is None else columns.alone[conflict.name, node.parent]
            official = total(model.on(activity, n) for activity in officials)
            yield (
                f"no_substitute_c{number}_n{n}",
                gain + before - (limit + most) * official <= columns.alone[conflict.name, n],
            )


RULE = Rule(
    name="no_substitute",
    sentence="Track Two supplements official diplomacy and never replaces it.",
    effect="restricts",
    off="unofficial tracks may bring any political progress by themselves",
    claims="W2.1",
    rows=rows,
)
