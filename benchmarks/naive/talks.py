"""What calendars, embassies and other work do to official talks, and the order of work."""

from __future__ import annotations

from fractions import Fraction

from pulp import LpAffineExpression

from benchmarks.naive.model import Naive, total
from models.instance import exact
from models.kinds import CHANNELS, RELIEVING
from models.relief import closed_pairs
from models.rules import closed_embassy, electoral_cycle, enforcement, open_channel, preparation


def rows(model: Naive) -> None:
    _votes(model)
    _embassies(model)
    _channels(model)
    _groundwork(model)
    _guarantees(model)
    _order(model)


def relief(model: Naive, conflict: str, pair: tuple[str, str], n: int) -> LpAffineExpression:
    """What stands in for the closed missions of a pair."""
    return total(
        model.parameter("closed_embassy", each.kind) * model.on[each.name, n]
        for each in model.instance.activities
        if each.conflict == conflict and each.kind in RELIEVING and set(pair) <= set(each.parties)
    )


def _votes(model: Naive) -> None:
    slowdown = model.parameter("electoral_cycle", "slowdown")
    for activity in model.instance.activities:
        for n in model.nodes:
            share = electoral_cycle.blackout(model.instance, activity, n)
            if share >= Fraction(1, 2) and activity.kind not in CHANNELS:
                model.add(model.start[activity.name, n] <= 0)
            model.add(model.output[activity.name, n] <= 1 - slowdown * float(share))


def _embassies(model: Naive) -> None:
    for activity in model.instance.activities:
        if closed_embassy.needs_channel(activity):
            for n in model.nodes:
                for one, other, closed in closed_pairs(model.instance, activity.parties, n):
                    there = relief(model, activity.conflict, (one, other), n)
                    model.add(model.output[activity.name, n] <= 1 - closed + there)


def _channels(model: Naive) -> None:
    for conflict in model.instance.conflicts:
        for n in model.nodes:
            if open_channel.asks(model.instance, conflict.name, n):
                talking = total(
                    model.on[each.name, n] - model.start[each.name, n] if each.unofficial else model.on[each.name, n]
                    for each in open_channel.channels(model.instance, conflict.name, n)
                )
                model.add(talking + model.shortfall[conflict.name, n] >= 1)


def _groundwork(model: Naive) -> None:
    """Unofficial work adds up until negotiations are fully prepared."""
    unprepared, most = (model.parameter("preparation", word) for word in ("unprepared", "threshold"))
    quarters = float(model.instance.quarters)
    for conflict in model.instance.conflicts:
        works = [each for each in model.instance.activities if each.conflict == conflict.name]
        for node in model.tree:
            n, parent = node.index, node.parent
            before = total(()) if parent is None else total((model.groundwork[conflict.name, parent],))
            laid = total(quarters * model.output[each.name, n] for each in works if each.unofficial)
            model.add(model.groundwork[conflict.name, n] <= before + laid)
            model.add(model.groundwork[conflict.name, n] <= most)
            for each in works:
                offered = preparation.offered(model.instance, conflict.name, n)
                if each.official and each.kind == "negotiation" and offered:
                    model.add(model.output[each.name, n] <= unprepared + (1 - unprepared) / most * before)


def _guarantees(model: Naive) -> None:
    steps = model.instance.periods_within(model.instance.parameter("enforcement", "window"))
    for activity in model.instance.activities:
        if activity.kind == "implementation":
            for n in model.nodes:
                offered = enforcement.guarantors(model.instance, activity.conflict, n)
                recent = model.tree.recent(n, steps)
                if offered:
                    guarded = total(model.on[each.name, m] for each in offered for m in recent)
                    model.add(model.output[activity.name, n] <= guarded)


def _order(model: Naive) -> None:
    for link in model.instance.links:
        lag = -(-exact(link.lag or 0) // model.instance.quarters)
        for n in model.nodes:
            path = model.tree.path(n)
            if link.kind == "requires":
                model.add(model.on[link.name, n] <= model.on[link.other, n])
            if link.kind == "follows":
                model.add(model.start[link.name, n] <= total(model.start[link.other, m] for m in path[: -1 - lag]))
                for m in model.tree.recent(n, lag):
                    model.add(model.start[link.name, n] + model.on[link.other, m] <= 1)
            if link.kind == "excludes":
                for m in path:
                    model.add(model.on[link.name, n] + model.on[link.other, m] <= 1)
                    model.add(model.on[link.other, n] + model.on[link.name, m] <= 1)
