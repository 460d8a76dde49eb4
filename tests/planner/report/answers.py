"""Answers of many solves as they might be, written by hand for the hostile instance: nothing is solved."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from planner.compare import Case, Comparison
from planner.compare.comparison import Stretch
from planner.ladder import Ladder, Step
from planner.series import Interval
from planner.solve import SolveOptions, Status
from tests.planner.report import hostile


def frontier() -> Comparison:
    """Half of the money, for which there is a plan, and all of it, for which none was found."""
    instance = hostile.instance()
    payers = dict.fromkeys(hostile.FUNDERS, 0.0) | {hostile.FUNDERS[0]: 1000.0}
    whole = Case(label="<i>all", instance=instance, money=200_000, status=Status.NO_PLAN, bound=0.75)
    half = Case(
        label="half", instance=instance, money=100_000, status=Status.LIMIT, plan=hostile.outcome().plan,
        value=0.25, bound=0.5, cost=1000.0, payers=payers,
    )  # fmt: skip
    between = Stretch(before="half", after="<i>all", money=100_000, change=Interval(0.125, inf), proven=False)
    return Comparison(options=SolveOptions(), cases=(whole, half), stretches=(between,))


def ladder(value: float = 0.25, bound: float = 0.5) -> Ladder:
    """Three steps of the same money: the lowest, one with a price that is not proven, and one without a plan."""
    instance, plan = hostile.instance(), hostile.outcome().plan
    first = Step(
        share=Fraction(2, 5), instance=instance, status=Status.LIMIT, plan=plan, value=value, bound=bound,
        free_status=Status.LIMIT, free_value=value, free_bound=bound, price_low=0.0, price_high=0.0,
    )  # fmt: skip
    second = Step(
        share=Fraction(1, 2), instance=instance, status=Status.SOLVED, plan=plan, value=0.5, bound=0.5,
        free_status=Status.LIMIT, free_value=0.625, free_bound=0.75, price_low=0.125, price_high=0.25,
    )  # fmt: skip
    third = Step(
        share=Fraction(1), instance=instance, status=Status.NO_PLAN,
        free_status=Status.LIMIT, free_value=0.75, free_bound=1.0,
    )  # fmt: skip
    return Ladder(instance=instance, options=SolveOptions(), steps=(first, second, third))
