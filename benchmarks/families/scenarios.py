"""Futures: a tree of scenarios, and what happens in each of them."""

from __future__ import annotations

from random import Random
from typing import Any

from benchmarks.families.conflict import label
from models.records import Closure, Condition, Phase, Record, Scenario

WAYS = 3
"""Into how many courses each future branches at a time."""


def grow(random: Random, number: int, periods: int) -> list[Scenario]:
    """``number`` scenarios: at each branching every course there is goes on and two others leave it, until there are
    enough. Probabilities are whole thousandths that add up to 1."""
    stages = 1
    while WAYS**stages < number:
        stages += 1
    courses: list[tuple[str | None, int | None]] = [(None, None)]
    for stage in range(stages):
        known = periods * (stage + 1) // (stages + 2)
        for parent in range(len(courses)):
            for _ in range(WAYS - 1):
                if len(courses) < number:
                    courses.append((_name(parent) if parent else None, known))
    weights = [random.uniform(0.6, 1.4) for _ in courses]
    shares = [max(1, int(1000 * weight / sum(weights))) for weight in weights]
    shares[0] += 1000 - sum(shares)
    return [
        Scenario(
            name=_name(k),
            probability=shares[k] / 1000,
            branches_from=parent,
            known=None if known is None else label(known),
        )
        for k, (parent, known) in enumerate(courses)
    ]


def _name(number: int) -> str:
    return f"course {number + 1}"


def facts(
    random: Random, scenarios: list[Scenario], conflict: str, parties: tuple[str, str], periods: int
) -> list[Record]:
    """Each course that leaves another one does so because something happens: a rupture, a thaw, or a mere stall."""
    found: list[Record] = []
    for number, scenario in enumerate(scenarios):
        if scenario.known is None:
            continue
        known = _period(scenario)
        end = label(min(periods - 1, known + random.randint(2, 4)))
        if number % 2:
            own: dict[str, Any] = {"begin": label(known), "scenario": scenario.name}
            found.append(Closure(who=parties, end=end, **own))
            found.append(Phase(conflict=conflict, kind="war", end=label(known), retention=0.9, **own))
            attack = f"Attack in {scenario.name}"
            found.append(Condition(name=attack, kind="toll", conflict=conflict, political=0.03, social=0.05, **own))
        else:
            found.append(Phase(conflict=conflict, kind="negotiation", begin=label(known), scenario=scenario.name))
    return found


def _period(scenario: Scenario) -> int:
    from benchmarks.families.conflict import FIRST_YEAR

    assert scenario.known is not None
    day = scenario.known.first
    return (day.year - FIRST_YEAR) * 4 + (day.month - 1) // 3
