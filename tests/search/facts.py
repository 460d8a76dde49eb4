"""Facts of work that rules change: how long its effects wait, by what they are multiplied, what money buys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import pairwise

from models.instance import Instance, exact
from models.kinds import STICKS, Category
from models.records import Activity, Link

type Rules = Collection[str]


def factor(instance: Instance, rules: Rules, work: Activity, category: Category, node: int) -> Fraction:
    """What rules make of an effect of the work at the node."""
    product = Fraction(1)
    if "mediator_role" in rules:
        product *= 1 - exact(work.bias)
        if work.official and work.kind == "mediation":
            product *= instance.parameter("mediator_role", "knowledge")
    if "home_state" in rules:
        product *= 1 - instance.parameter("home_state", "weight") * hostility(instance, work, node)
    if "impasse" in rules and category == "political" and track_group(work) == "unofficial":
        product *= 1 + instance.parameter("impasse", "value") * instance.level("impasse", work.conflict, node)
    return product


def hostility(instance: Instance, work: Activity, node: int) -> Fraction:
    """How hostile the home state of the third party is to whom it meets, at most; 0 where no home state matters."""
    if track_group(work) != "1.5" or work.home is None:
        return Fraction(0)
    everybody = [party.name for party in instance.parties if party.conflict == work.conflict]
    met = work.parties or everybody
    return max((instance.level("hostility", work.conflict, node, work.home, who) for who in met), default=Fraction(0))


def wait(instance: Instance, rules: Rules, work: Activity) -> Fraction:
    """Quarters until the work takes effect."""
    if track_group(work) != "official" or "consultation_delay" not in rules:
        return Fraction(0)
    word = {"low": "low_delay", "head": "head_delay"}.get(work.level or "", "delay")
    return instance.parameter("consultation_delay", word)


def losses(instance: Instance, rules: Rules, work: Activity, category: Category) -> Iterator[tuple[int, Fraction]]:
    """What a period of full output costs a category, as (periods later, progress)."""
    if category == "social" and "inducement" in rules and work.kind in STICKS:
        cost = instance.parameter("inducement", "stick_cost") * instance.quarters
        for periods, share in instance.landing(instance.parameter("inducement", "stick_lag")):
            yield periods, share * cost
    if category == "social" and "mediator_role" in rules and work.kind == "condemnation":
        yield 0, instance.parameter("mediator_role", "condemnation_cost") * instance.quarters


def track_group(work: Activity) -> str:
    return {"T1": "official", "T1.5": "1.5"}.get(work.track, "unofficial")


def link_value(instance: Instance, link: Link, rule: str, parameter: str) -> Fraction:
    return instance.parameter(rule, parameter) if link.value is None else exact(link.value)


def tangents(instance: Instance, activity: Activity) -> list[tuple[Fraction, Fraction]]:
    """The concave response at whole spending as (slope, output at no spending) of the lines above it."""
    least, greatest = instance.spending(activity)
    points = [(spend, responds(instance, activity, spend)) for spend in range(least, greatest + 1)]
    lines = [(Fraction(0), points[-1][1])]
    for (low, bottom), (high, top) in pairwise(points):
        slope = (top - bottom) / (high - low)
        lines.append((slope, bottom - slope * low))
    return lines


def responds(instance: Instance, activity: Activity, spend: int) -> Fraction:
    """The most output that ``spend`` buys in a period."""
    points = instance.response(activity)
    if len(points) == 1 or spend <= points[0][0]:
        return points[0][1]
    for (low, bottom), (high, top) in pairwise(points):
        if low < high and spend <= high:
            return bottom + (top - bottom) * (spend - low) / (high - low)
    return points[-1][1]
