"""Rules of what costs points of score and forbids nothing, as rows; they sleep under the objective *cost*."""

from __future__ import annotations

from fractions import Fraction

from models.instance import exact
from models.kinds import CATEGORIES, MEDIATING
from models.records import Conflict
from tests.search.facts import link_value
from tests.search.remainder import Remainder, Term


def interference(lp: Remainder) -> None:
    for link in lp.instance.links if lp.objective == "progress" else ():
        if link.kind != "interferes":
            continue
        for node in lp.tree:
            both = [("on", name, node.index) for name in (link.name, link.other)]
            if all(key in lp for key in both):
                clash = lp.column(("clash", link.key, node.index))
                informed = lp.output(link.liaison, node.index, -1) if link.liaison is not None else []
                lp.row([*((key, 1) for key in both), *informed, (clash, -1)], high=1)
                lp.fine(clash, node.index, link_value(lp.instance, link, "interference", "cost"))


def crowding(lp: Remainder) -> None:
    most, cost = (lp.instance.parameter("crowding", word) for word in ("mediators", "cost"))
    for conflict in lp.instance.conflicts if lp.objective == "progress" else ():
        for node in lp.tree:
            between = [
                ("on", work.name, node.index) for work in lp.works(conflict, node.index) if work.kind in MEDIATING
            ]
            if len(between) > most:
                excess = lp.column(("excess", conflict.name, node.index))
                lp.row([*((key, 1) for key in between), (excess, -1)], high=most)
                lp.fine(excess, node.index, cost)


def expectations(lp: Remainder) -> None:
    gap, cost = (lp.instance.parameter("expectations", word) for word in ("gap", "cost"))
    kept = lp.instance.over_period(lp.instance.parameter("expectations", "kept"))
    whole = sum(lp.instance.weights.values())
    for conflict in lp.instance.conflicts if lp.objective == "progress" else ():
        if not any(work.expectations for work in lp.instance.activities if work.conflict == conflict.name):
            continue
        for node in lp.tree:
            hopes = accumulate(lp, conflict, node.index, "hopes", "expectations", kept)
            disappointed = lp.column(("disappointed", conflict.name, node.index))
            reached: list[Term] = [
                (("progress", conflict.name, category, node.index), -lp.instance.weights[category] / whole)
                for category in CATEGORIES
            ]
            lp.row([(hopes, 1), *reached, (disappointed, -1)], high=gap)
            lp.fine(disappointed, node.index, cost)


def prevention(lp: Remainder) -> None:
    cost = lp.instance.parameter("prevention", "cost")
    kept = lp.instance.over_period(lp.instance.parameter("prevention", "kept"))
    for conflict in lp.instance.conflicts if lp.objective == "progress" else ():
        for node in lp.tree if conflict.risk else ():
            phase = lp.instance.phase_kind(conflict.name, node.index)
            word = "prevention" if phase in (None, "latent") else None
            prevented = accumulate(lp, conflict, node.index, "prevented", word, kept)
            if phase != "war":
                risk = lp.column(("risk", conflict.name, node.index))
                lp.row([(risk, 1), (prevented, 1)], low=exact(conflict.risk))
                lp.fine(risk, node.index, cost)


def accumulate(lp: Remainder, conflict: Conflict, node: int, stock: str, word: str | None, kept: Fraction) -> object:
    """A stock that has no most, fed by the attribute ``word`` of all work of the conflict; None: by nothing here."""
    row: list[Term] = [(lp.column((stock, conflict.name, node)), 1)]
    parent = lp.tree[node].parent
    if parent is not None:
        row.append(((stock, conflict.name, parent), -kept))
    if word is not None:
        row += [(("output", work.name, node), -exact(getattr(work, word)) * lp.q) for work in lp.works(conflict, node)]
    lp.row(row, low=0, high=0)
    return stock, conflict.name, node
