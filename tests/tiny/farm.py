"""A conflict between North and South to try to farm: the frame and the works, in few words."""

from __future__ import annotations

from typing import Any

from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Condition, Conflict, Funder, Horizon, Party, Record, RuleSetting

NORTH_SOUTH = ("North", "South")
NOW = RuleSetting(name="consultation_delay", kind="off")
RICH = Funder(name="Fund", amount=99)


def instance_of(*records: Record, number: int = 2, **horizon: Any) -> Instance:
    """A conflict between North and South over quarters; the score is the mean political progress by default."""
    weights = {"political": 1, "structural": 0, "social": 0, "end_value": 0} | horizon
    frame: list[Record] = [Horizon(first="2000-Q1", number=number, **weights)]
    if not any(isinstance(row, Conflict) for row in records):
        frame.append(Conflict(name="Strife"))
    named = {row.name for row in records if isinstance(row, Party)}
    frame += [Party(name=name) for name in NORTH_SOUTH if name not in named]
    return build_instance([*frame, *records])[0]


def penniless(instance: Instance) -> Instance:
    """The same, but every tranche is empty."""
    return Instance(
        row.model_copy(update={"amount": 0}) if isinstance(row, Funder) else row for row in instance.records
    )


def work(name: str, track: str, kind: str, cost: int = 1, **given: Any) -> Activity:
    """Work that costs and yields the same whenever it runs; official work has both parties at the table."""
    parties = NORTH_SOUTH if track == "T1" else ()
    given = {"spend_min": cost, "spend_max": cost, "parties": parties} | given
    return Activity(name=name, track=track, kind=kind, **given)


def fact(kind: str, amount: float, *who: str, **given: Any) -> Condition:
    """A condition that holds throughout, unless ``begin`` or ``end`` say otherwise."""
    return Condition(kind=kind, amount=amount, who=who, **given)


def setting(rule: str, parameter: str, amount: float) -> RuleSetting:
    return RuleSetting(name=rule, kind=parameter, amount=amount)
