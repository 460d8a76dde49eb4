"""Rules of what rows of limits say, as rows of the linear remainder: shares of money, rooms for people and issues."""

from __future__ import annotations

from collections.abc import Collection

from models.instance import exact
from models.records import Activity, Limit
from tests.search.remainder import Remainder, Term


def matches(limit: Limit, words: Collection[str], work: Activity) -> bool:
    """Whether work is of the limit's conflict and one of the words is about it."""
    about = {work.track, work.name, *work.tags, *work.issues}
    return limit.conflict in ("", work.conflict) and bool(about & set(words))


def share(lp: Remainder) -> None:
    cost = lp.instance.parameter("share", "cost") / lp.instance.money
    for limit in lp.instance.limits:
        for leaf in lp.tree.leaves if limit.kind in ("least", "most") else ():
            gap = lp.column(("gap", limit.name, leaf), 0, *([0] if limit.hard or lp.objective == "cost" else []))
            if lp.objective == "progress":
                lp.praise(gap, -lp.tree[leaf].probability * cost)
            row: list[Term] = []
            for work, node in lp.cells:
                if node in lp.tree.path(leaf):
                    if matches(limit, limit.who, work):
                        row += paid(lp, work, node, limit.payers)
                    whole = matches(limit, limit.of, work) if limit.of else limit.conflict in ("", work.conflict)
                    if whole:
                        row += [(key, -exact(limit.amount) * part) for key, part in paid(lp, work, node, ())]
            if limit.kind == "least":
                lp.row([*row, (gap, 1)], low=0)
            else:
                lp.row([*row, (gap, -1)], high=0)


def paid(lp: Remainder, work: Activity, node: int, payers: Collection[str]) -> list[Term]:
    """The cost of work at a node, or what some donors pay of it."""
    if not payers:
        return [(("spend", work.name, node), 1), (("start", work.name, node), lp.instance.setup(work))]
    return [(("grant", row.name, work.name, node), 1) for row in lp.instance.funders if row.giver in payers]


def stakeholders(lp: Remainder) -> None:
    cost = lp.instance.parameter("stakeholders", "cost")
    for limit in lp.instance.limits:
        window = lp.instance.calendar.window(limit.begin, limit.end)
        for node in lp.tree if limit.kind == "cover" else ():
            if node.period not in window or not lp.instance.holds(limit.scenario, node.index):
                continue
            must = limit.hard or lp.objective == "cost"
            missing = lp.column(("missing", limit.name, node.index), 0, *([0] if must else []))
            rooms = [
                (("output", work.name, node.index), 1)
                for work, there in lp.cells
                if there == node.index and matches(limit, limit.who, work)
            ]
            lp.row([*rooms, (missing, 1)], low=exact(limit.amount) - exact(limit.already))
            if lp.objective == "progress":
                lp.fine(missing, node.index, cost)
