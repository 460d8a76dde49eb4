"""Who pays: balances, earmarks, capacities."""

from __future__ import annotations

from benchmarks.naive.model import THOUSAND, Naive, total
from models.records import Activity, Funder
from models.rules.budget import periods
from models.rules.earmark import allows


def rows(model: Naive) -> None:
    _paid(model)
    for funder in model.instance.funders:
        _balance(model, funder)
        for activity in model.instance.activities:
            _conditions(model, funder, activity)
    _shares(model)
    _capacities(model)


def _cost(model: Naive, activity: Activity, n: int) -> object:
    setup = model.instance.setup(activity) / THOUSAND
    return setup * model.start[activity.name, n] + model.spend[activity.name, n]


def _paid(model: Naive) -> None:
    for activity in model.instance.activities:
        for n in model.nodes:
            paid = total(model.grant[funder.name, activity.name, n] for funder in model.instance.funders)
            model.add(paid == _cost(model, activity, n))


def _balance(model: Naive, funder: Funder) -> None:
    """What is left of a tranche: it comes with its window, and of what outlives that a share is kept."""
    begin = model.instance.calendar.window(funder.begin, funder.end).start
    _, last = periods(model.instance, funder)
    for node in model.tree:
        n = node.index
        before = total(()) if node.parent is None else total((model.balance[funder.name, node.parent],))
        kept = funder.carry_over if node.period == last + 1 else 1.0
        comes = funder.amount / THOUSAND if node.period == begin else 0.0
        spent = total(model.grant[funder.name, activity.name, n] for activity in model.instance.activities)
        model.add(model.balance[funder.name, n] == kept * before + comes - spent)


def _conditions(model: Naive, funder: Funder, activity: Activity) -> None:
    """No payment where it is not allowed or too early, none below the smallest."""
    first, _ = periods(model.instance, funder)
    for node in model.tree:
        grant = model.grant[funder.name, activity.name, node.index]
        pays = model.pays[funder.name, activity.name, node.index]
        model.add(grant <= funder.amount / THOUSAND * pays)
        model.add(grant >= funder.smallest / THOUSAND * pays)
        if not allows(model.instance, funder, activity) or node.period < first:
            model.add(pays <= 0)


def _shares(model: Naive) -> None:
    """The largest share of an activity's cost that a donor pays, over all its tranches, on each path."""
    tranches: dict[str, list[Funder]] = {}
    for funder in model.instance.funders:
        if funder.largest_share < 1:
            tranches.setdefault(funder.giver, []).append(funder)
    for together in tranches.values():
        share = min(funder.largest_share for funder in together)
        for activity in model.instance.activities:
            for leaf in model.tree.leaves:
                path = model.tree.path(leaf)
                paid = total(model.grant[funder.name, activity.name, n] for funder in together for n in path)
                model.add(paid <= share * total(_cost(model, activity, n) for n in path))


def _capacities(model: Naive) -> None:
    instance = model.instance
    for name in dict.fromkeys(row.name for row in instance.capacities):
        for node in model.tree:
            amounts = [
                row.amount
                for row in instance.capacities
                if row.name == name
                and node.period in instance.calendar.window(row.begin, row.end)
                and instance.holds(row.scenario, node.index)
            ]
            used = total(
                uses * model.on[activity.name, node.index]
                for activity in instance.activities
                for word, uses in activity.uses
                if word == name
            )
            if amounts:
                model.add(used <= sum(amounts))
