"""Core: what work achieves in a period of full output, as the rules that change effects leave it."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from types import ModuleType

from models.audit import home_state, impasse, mediator_role
from models.audit.facts import Facts
from models.audit.state import Replay
from models.kinds import Category
from models.records import Activity

FACTORS: tuple[ModuleType, ...] = (mediator_role, home_state, impasse)
"""Rules that multiply the effects of work: ``changes`` tells of which, ``factor`` by how much in which category."""


@lru_cache(maxsize=16)
def _factors(facts: Facts) -> dict[str, tuple[ModuleType, ...]]:
    """The rules that may change the effects of each activity."""
    works = facts.activities.values()
    return {work.name: tuple(rule for rule in FACTORS if rule.changes(facts, work)) for work in works}


def potential(replay: Replay, activity: Activity, category: Category, node: int) -> Fraction:
    """Progress that a period of full output sets in motion."""
    facts = replay.facts
    amount = facts.effect(activity, category, node)
    if amount:
        for rule in _factors(facts)[activity.name]:
            if replay.awake(rule.NAME):
                amount *= rule.factor(facts, activity, category, node)
    return amount
