from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.plan import Plan, Transfer
from tests.models.audit.sound import Case, sound
from tests.models.audit.spoiling import refuses, state


def too_many_ideas(seed: int) -> Iterator[tuple[Case, Plan]]:
    """More is carried than the mechanism can, though the ideas are there, now and for all later transfers."""
    case = sound(seed, share=lambda rng: rng.choice((0.1, 0.9)))
    found = state(case)
    for key, cap in found.transfer_cap.items():
        conflict, link, node = key
        if link.endswith(" bridges"):
            continue
        carried = found.transfer[key]
        spare = min(found.ideas[conflict, later] for later in case.instance.tree.descendants(node, 99))
        for excess in (2e-6, 1e-3):
            if float(cap - carried) + excess < spare:
                yield case, with_transfer(case.plan, conflict, link, node, round(float(cap) + excess, 9))


def with_transfer(plan: Plan, conflict: str, link: str, node: int, amount: float) -> Plan:
    kept = tuple(row for row in plan.transfers or () if (row.conflict, row.link, row.node) != (conflict, link, node))
    return replace(plan, transfers=(*kept, Transfer(conflict, node, amount, link)))


def test_more_than_can_be_carried() -> None:
    refuses("transfer", too_many_ideas)


def test_without_the_rule_only_the_stock_limits() -> None:
    for seed in range(10):
        case, plan = next(iter(too_many_ideas(seed)), (None, None))
        if case and plan:
            free = replace(plan, without=frozenset({"transfer"}))
            assert not state(case.planned(free)).transfer_cap
