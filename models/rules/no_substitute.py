"""Track Two supplements, never replaces (W2.1).

    no_substitute:        alone[c,parent] + gain[c,n] - (limit + most[c,n]) * official[c,n] <= alone[c,n] <= limit
    no_substitute_runs:   official[c,n] <= Σ on[a,n]                         a official work of the conflict
    no_substitute_counts: least * official[c,n] <= Σ output[a,n]             a token does not count

``gain`` is the political progress that tracks 1.5 to 9 bring at n (their own, carried ideas, bonuses, but no signals of
official talks) once it lands, ``most`` its greatest value. Where official work counts the count begins anew: limit +
most is the greatest left side, so no smaller multiple would do. Progress from before the horizon is untouched. Where
all that can be gained on a path stays within the limit there are no rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from pulp import LpVariable

from models.model import ZERO, Model, total
from models.reach import landings
from models.records import Activity
from models.rule import Linear, Row, Rule

type Gains = dict[tuple[str, int], list[tuple[LpVariable, float]]]


def gains(model: Model) -> Gains:
    """What tracks 1.5 to 9 bring, by conflict and the node at which it lands."""
    found: Gains = {}
    for flow in model.flows:
        if flow.stock == "political" and not flow.official:
            for in_time, landed, share in landings(model.instance, flow):
                if in_time:
                    found.setdefault((flow.conflict, landed), []).append((flow.column, share * flow.amount))
    return found


def greatest(model: Model) -> dict[str, list[float]]:
    """The most that can be gained at each node, by conflict."""
    found, nodes = gains(model), range(len(model.instance.tree))
    return {
        conflict.name: [
            sum(weight * column.upBound for column, weight in found.get((conflict.name, n), ())) for n in nodes
        ]
        for conflict in model.instance.conflicts
    }


def rows(model: Model) -> Iterator[Row]:
    columns, limit = model.columns, model.parameter("no_substitute", "limit")
    least, found = model.parameter("no_substitute", "output"), gains(model)
    for number, conflict in enumerate(model.instance.conflicts):
        officials = [activity for activity in model.of_conflict(conflict.name) if activity.official]
        for node in model.instance.tree:
            n, suffix = node.index, f"c{number}_n{node.index}"
            if (conflict.name, n) not in columns.alone:
                continue
            terms = found.get((conflict.name, n), [])
            gain = total(weight * column for column, weight in terms)
            most = sum(weight * column.upBound for column, weight in terms)
            before = ZERO if node.parent is None else columns.alone.get((conflict.name, node.parent), ZERO)
            official = _official(model, conflict.name, officials, n)
            alone = columns.alone[conflict.name, n]
            yield f"no_substitute_{suffix}", gain + before - (limit + most) * official <= alone
            if (conflict.name, n) in columns.official:
                outputs = total(model.output(activity, n) for activity in officials)
                yield f"no_substitute_runs_{suffix}", official <= total(model.on(each, n) for each in officials)
                yield f"no_substitute_counts_{suffix}", least * official <= outputs


def _official(model: Model, conflict: str, officials: list[Activity], n: int) -> Linear:
    """Whether official work counts at the node; where a token does, being there is enough."""
    if model.parameter("no_substitute", "output"):
        return model.columns.official.get((conflict, n), ZERO)
    return total(model.on(activity, n) for activity in officials)


RULE = Rule(
    name="no_substitute",
    sentence="Track Two supplements official diplomacy and never replaces it.",
    effect="restricts",
    off="unofficial tracks may bring any political progress by themselves",
    claims="W2.1",
    rows=rows,
)
