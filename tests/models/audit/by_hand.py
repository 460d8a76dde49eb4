"""Small instances whose numbers can be worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from models.audit import Replay
from models.instance import Instance
from models.kinds import Category
from models.plan import Grant, Plan, Work
from models.records import Activity, Funder, Horizon, Record, RuleSetting

BANK = Funder(name="bank", amount=10**6)
AT_ONCE = [RuleSetting(name="consultation_delay", kind=kind, amount=0) for kind in ("delay", "low_delay")]


def horizon(number: int = 4, **attributes: Any) -> Horizon:
    return Horizon(first="2006", number=number, **attributes)


def work(name: str, track: str = "T4", **attributes: Any) -> Activity:
    """Work that costs 100 a quarter, neither more nor less, and may pause when it likes."""
    given = {"spend_min": 100, "spend_max": 100, "run_min": 0.1, "repeats": 9} | attributes
    return Activity(name=name, conflict="X", track=track, **given)


def talks(name: str, level: str | None = None, kind: str = "consultation", **attributes: Any) -> Activity:
    return work(name, "T1", kind=kind, level=level, **attributes)


def planned(instance: Instance, nodes: dict[str, list[int]], **attributes: Any) -> Plan:
    """Full spending at the nodes given, paid by the bank; outputs left open."""
    works, grants = [], []
    for name, where in nodes.items():
        activity = instance.activity(name)
        for node in where:
            starts = instance.tree[node].parent not in where
            spend, setup = instance.spending(activity)[1], instance.setup(activity) if starts else 0
            works.append(Work(name, node, spend, setup, None, starts))
            grants.append(Grant("bank", name, node, spend + setup))
    return Plan(tuple(works), tuple(grants), **attributes)


def build(*rows: Record) -> Instance:
    return Instance([*rows, BANK])


def path(replayed: Replay, category: Category) -> list[Fraction]:
    return [replayed.progress["X", category, node] for node in range(len(replayed.facts.tree))]
