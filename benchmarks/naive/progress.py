"""Gains, ideas, what lasts, what is signed, and the score."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from pulp import LpAffineExpression

from benchmarks.naive.model import BIG, Naive, total
from benchmarks.naive.talks import relief
from models.carrying import lag, rate, share
from models.kinds import CATEGORIES, SIGNING
from models.records import Conflict
from models.relief import closed_pairs
from models.rules.consultation_delay import wait

AT_ONCE = ((0, Fraction(1)),)
type Gains = dict[tuple[str, str, int], list[Any]]


def rows(model: Naive) -> None:
    landed, late = _gains(model)
    for conflict in model.instance.conflicts:
        _stocks(model, conflict, landed, late)
        _lasting(model, conflict)
    _carrying(model)
    _bonuses(model)
    _milestones(model)
    model.problem.setObjective(_score(model))


def arrivals(model: Naive, n: int, landing: tuple[tuple[int, Fraction], ...]) -> Iterator[tuple[bool, int, float]]:
    """Nodes at which what is done at ``n`` arrives, with its share; (False, leaf, share): only after the horizon."""
    tree = model.tree
    for steps, part in landing:
        for m in tree.descendants(n, steps):
            later = tree[m].period - tree[n].period
            if later == steps or not tree.children[m]:
                yield later == steps, m, float(part)


def _gains(model: Naive) -> tuple[Gains, Gains]:
    """What arrives at each node, and what is on its way at each leaf, by conflict and stock."""
    instance = model.instance
    landed: Gains = {}
    late: Gains = {}

    def note(conflict: str, stock: str, n: int, amount: Any, landing: tuple[tuple[int, Fraction], ...]) -> None:
        for in_time, m, part in arrivals(model, n, landing):
            (landed if in_time else late).setdefault((conflict, stock, m), []).append(part * amount)

    worth = model.parameter("core", "ideas_worth")
    for activity in instance.activities:
        for category in CATEGORIES:
            stock = "ideas" if category == "political" and activity.unofficial else category
            for n in model.nodes:
                effect = float(instance.effect(activity, category, n))
                landing = instance.landing(wait(instance, activity))
                note(activity.conflict, stock, n, effect * model.output[activity.name, n], landing)
    for link in instance.links:
        conflict = instance.activity(link.other).conflict
        for n in model.nodes:
            if link.kind == "transfers":
                carried = model.transfer[link.key, n]
                note(conflict, "ideas", n, -1.0 * carried, AT_ONCE)
                note(conflict, "political", n, worth * carried, instance.landing(lag(instance, link)))
            elif link.kind == "strengthens":
                note(conflict, link.category, n, _worth(model, link.value) * model.bonus[link.key, n], AT_ONCE)
    return landed, late


def _worth(model: Naive, value: float | None) -> float:
    per_quarter = model.parameter("synergy", "value") if value is None else value
    return float(model.instance.quarters) * per_quarter


def _stocks(model: Naive, conflict: Conflict, landed: Gains, late: Gains) -> None:
    instance, name = model.instance, conflict.name
    kept_ideas = float(instance.over_period(instance.parameter("core", "ideas_kept")))
    for node in model.tree:
        n, parent = node.index, node.parent
        kept = float(instance.kept(conflict, n))
        for category in CATEGORIES:
            before: Any = getattr(conflict, category) if parent is None else model.progress[name, category, parent]
            gains = total(landed.get((name, category, n), ()))
            toll = float(instance.toll(name, category, n))
            level, lost = model.progress[name, category, n], model.lost[name, category, n]
            model.add(level + lost == total((kept * before, gains)) - toll)
        ideas = total(()) if parent is None else total((model.ideas[name, parent],))
        fresh = total(landed.get((name, "ideas", n), ()))
        model.add(model.ideas[name, n] == kept_ideas * ideas + fresh)
    for leaf in model.tree.leaves:
        for category in CATEGORIES:
            coming = total(late.get((name, category, leaf), ()))
            model.add(model.end[name, category, leaf] <= model.progress[name, category, leaf] + coming)


def _lasting(model: Naive, conflict: Conflict) -> None:
    """Durable progress under the ceiling that unequal power puts on it."""
    instance, name = model.instance, conflict.name
    kept = float(instance.over_period(instance.parameter("power_asymmetry", "kept")))
    lift, quarters = model.parameter("power_asymmetry", "social_lift"), float(instance.quarters)
    for node in model.tree:
        n, parent = node.index, node.parent
        before = total(()) if parent is None else total((model.equalised[name, parent],))
        gain = total(
            each.equalising * quarters * model.output[each.name, n]
            for each in instance.activities
            if each.conflict == name and each.equalising
        )
        model.add(model.equalised[name, n] <= kept * before + gain)
        pairs = [(model.durable[name, n], model.progress, n)]
        if n in model.tree.leaves:
            pairs.append((model.durable_end[name, n], model.end, n))
        for durable, level, m in pairs:
            model.add(durable <= level[name, "political", m])
            if conflict.power_asymmetry:
                ceiling = 1 - conflict.power_asymmetry + lift * level[name, "social", m] + model.equalised[name, m]
                model.add(durable <= ceiling)


def _carrying(model: Naive) -> None:
    instance = model.instance
    for link in instance.links:
        if link.kind != "transfers":
            continue
        receiver = instance.activity(link.other)
        window = instance.parameter("transfer", "window") if link.window is None else Fraction(repr(link.window))
        for n in model.nodes:
            value = float(rate(instance, link, n))
            recent = model.tree.recent(n, instance.periods_within(window))
            fresh = total(model.output[link.name, m] for m in recent)
            model.add(
                model.transfer[link.key, n] <= value * float(share(instance, receiver)) * model.output[link.other, n]
            )
            model.add(model.transfer[link.key, n] <= value * fresh)


def _bonuses(model: Naive) -> None:
    """Both works must run, and all bonuses together stay a share of what work achieves by itself."""
    instance, ceiling = model.instance, model.parameter("core", "bonus_ceiling")
    links = [link for link in instance.links if link.kind == "strengthens"]
    for link in links:
        for n in model.nodes:
            for name in (link.name, link.other):
                model.add(model.bonus[link.key, n] <= model.output[name, n])
    for conflict in instance.conflicts:
        works = [each for each in instance.activities if each.conflict == conflict.name]
        names = {each.name for each in works}
        for category in CATEGORIES:
            own = [link for link in links if link.category == category and link.name in names]
            for n in model.nodes if own else ():
                bonus = total(_worth(model, link.value) * model.bonus[link.key, n] for link in own)
                base = total(float(instance.effect(each, category, n)) * model.output[each.name, n] for each in works)
                model.add(bonus <= ceiling * base)


def _milestones(model: Naive) -> None:
    instance, least = model.instance, model.parameter("signature", "output")
    for milestone in instance.milestones:
        conflict = milestone.conflict
        works = [each for each in instance.activities if each.conflict == conflict]
        signers = [each for each in works if each.official and each.kind in SIGNING]
        parties = [party.name for party in instance.parties if party.conflict == conflict]
        for leaf in model.tree.leaves:
            model.add(total(model.signed[milestone.name, n] for n in model.tree.path(leaf)) <= 1)
        for n in model.nodes:
            signed = model.signed[milestone.name, n]
            model.add(signed <= total(model.on[each.name, n] for each in signers))
            model.add(least * signed <= total(model.output[each.name, n] for each in signers))
            for one, other, closed in closed_pairs(instance, parties, n):
                model.add(signed <= 1 - closed + relief(model, conflict, (one, other), n))
            for category in CATEGORIES:
                if (threshold := getattr(milestone, category)) is not None:
                    durable = model.durable[conflict, n]
                    reached = durable if category == "political" else model.progress[conflict, category, n]
                    model.add(reached >= threshold - BIG * (1 - signed))
    for activity in instance.activities:
        keys = [each.name for each in instance.milestones if activity.name in each.unlocks]
        for n in model.nodes if keys else ():
            earlier = (model.signed[key, m] for key in keys for m in model.tree.path(n)[:-1])
            model.add(model.start[activity.name, n] <= total(earlier))


def _score(model: Naive) -> LpAffineExpression:
    instance = model.instance
    value = {node.index: float(node.probability * instance.discount(node.index)) for node in model.tree}
    year = float(instance.calendar.years)
    years = sum(value.values()) * year
    weights = {category: float(instance.weights[category]) for category in CATEGORIES}
    terms: list[Any] = []
    for conflict in instance.conflicts:
        name = conflict.name
        for n in model.nodes:
            share_ = conflict.weight * value[n] * year / years
            terms.append(share_ * weights["political"] * model.durable[name, n])
            terms += [share_ * weights[each] * model.progress[name, each, n] for each in CATEGORIES[1:]]
            price = model.parameter("open_channel", "shortfall_cost") * float(instance.quarters)
            terms.append(-price * value[n] * model.shortfall[name, n])
        for leaf in model.tree.leaves:
            share_ = conflict.weight * value[leaf] * float(instance.end_value) / years
            terms.append(share_ * weights["political"] * model.durable_end[name, leaf])
            terms += [share_ * weights[each] * model.end[name, each, leaf] for each in CATEGORIES[1:]]
    terms += [
        value[n] * milestone.value * model.signed[milestone.name, n]
        for milestone in instance.milestones
        for n in model.nodes
    ]
    return total(terms)
