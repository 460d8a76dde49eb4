from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Bonus, Plan
from models.records import RuleSetting
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses, state


def with_bonus(plan: Plan, link: str, node: int, level: float) -> Plan:
    kept = tuple(row for row in plan.bonuses or () if (row.link, row.node) != (link, node))
    return replace(plan, bonuses=(*kept, Bonus(link, node, level)))


def more_than_either(seed: int) -> Iterator[tuple[Case, Plan]]:
    """A bonus above the lesser output, within the ceiling of all bonuses."""
    case = sound(seed, rows=(RuleSetting(name="core", kind="bonus_ceiling", amount=1),))
    case = case.planned(replace(case.plan, transfers=()))
    found = state(case)
    links = {link.key: link for link in case.instance.links}
    for (key, node), level in found.bonus.items():
        if (link := links.get(key)) is None:
            continue
        names = (link.name, link.other, link.liaison or link.name)
        least = min(found.output.get((name, node), 0) for name in names)
        base = sum(
            case.instance.effect(work, link.category, node) * found.output[work.name, node]
            for work in found.decisions.at[node]
        )
        for excess in (2e-6, 0.01):
            others = sum(float(other) for (name, n), other in found.bonus.items() if n == node and name != key)
            gain = 0.04 * float(case.instance.quarters) * (float(least) + excess + others)
            if least + excess < 1 and level >= least - 10**-9 and gain < base / 2:
                yield case, with_bonus(case.plan, key, node, round(float(least) + excess, 9))


def test_more_than_either_work() -> None:
    refuses("synergy", more_than_either)
