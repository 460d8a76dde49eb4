"""Answers that are exactly right, without a process for each: the optima of the tests."""

from __future__ import annotations

from models.build import active_rules
from models.instance import Instance
from models.model import Objective
from planner.price.awake import Sleep
from planner.price.judge import Judge
from planner.price.prices import Price
from planner.price.solved import Without
from planner.series import Answer
from planner.solve import SolveOptions, Status
from tests.solving import Optimum, optimum


def answer(found: Optimum | None) -> Answer:
    """What a perfect search would answer."""
    if found is None:
        return Answer(status=Status.INFEASIBLE)
    return Answer(status=Status.SOLVED, plan=found.plan, bound=found.value)


def answers(
    instance: Instance, objective: Objective = "progress"
) -> tuple[Answer, list[Without], dict[str, float | None]]:
    """With all rules, without each one, and the optimum without each one that does not sleep (None: no plan)."""
    rules = active_rules(instance)
    sleep = Sleep(instance, objective, rules)
    solved, optima = [], {}
    for rule in rules:
        if sleep.of(rule.name):
            solved.append(Without(rule.name))
            continue
        found = optimum(instance, [rule.name], objective)
        optima[rule.name] = None if found is None else found.value
        solved.append(Without(rule.name, answer(found)))
    return answer(optimum(instance, (), objective)), solved, optima


def judged(
    instance: Instance, base: Answer, solved: list[Without], objective: Objective = "progress"
) -> dict[str, Price]:
    """The prices by rule."""
    judge = Judge(instance, SolveOptions(gap=0.0, objective=objective), {r.name: r for r in active_rules(instance)})
    return {price.rule: price for price in judge.prices(base, solved)[2]}
