"""Public opinion for peace: one stock for each party or sponsor whose people matter (political_will, public_opinion).

    opinion_stock: opinion[c,i,n] <= kept * opinion[c,i,parent] + Σ_b opinion_b * q * output[b,n]          at most 1

over unofficial work b that reaches i: i is among its parties, or it names none. Before the root it is what the party's
row says, else 0. Any rule that asks for it names the same stock.
"""

from __future__ import annotations

from models import stock
from models.model import Model
from models.records import Party
from models.rule import Linear, Stock

NAME = "opinion"


def stated(model: Model, conflict: str, who: str) -> float | None:
    """The opinion that the party's row in the conflict states, 0 to 1; None without one."""
    return _row(model, conflict, who).opinion


def stock_of(model: Model, conflict: str, who: str) -> Stock:
    """The opinion of ``who`` in the conflict."""
    instance, works = model.instance, model.of_conflict(conflict)
    everybody = dict.fromkeys(row.name for row in instance.parties if row.conflict == conflict)
    for activity in works:
        everybody |= dict.fromkeys((*activity.parties, *filter(None, (activity.sponsor,))))
    number = next(k for k, row in enumerate(instance.conflicts) if row.name == conflict)
    movers = tuple(
        (each, each.opinion * model.per_period)
        for each in works
        if each.unofficial and each.opinion and (not each.parties or who in each.parties)
    )
    kept = float(instance.over_period(instance.parameter("core", "opinion_kept")))
    tag, start = f"c{number}_{list(everybody).index(who)}", stated(model, conflict, who) or 0.0
    return Stock(NAME, conflict, who, tag, movers, kept, 1.0, start)


def level(model: Model, conflict: str, who: str, node: int) -> Linear:
    """Public opinion of ``who`` at the node."""
    return stock.level(model, NAME, conflict, who, node)


def _row(model: Model, conflict: str, who: str) -> Party:
    rows = (row for row in model.instance.parties if row.conflict == conflict and row.name == who)
    return next(rows, Party(name=who, conflict=conflict))
