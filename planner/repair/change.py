"""A repair: cells and rows changed, so that a plan exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from models.instance import Instance
from models.plan import Plan
from models.records import Place
from planner.repair.waivers import Waiver, changed

Kind = Literal["date", "money", "target", "capacity", "waiver", "several"]
ORDER: tuple[Kind, ...] = ("date", "money", "target", "capacity", "waiver", "several")
"""Among repairs of as many decisions: time first, then money, then less of what is wanted, then what is given up."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record changed. ``update`` gives fields their new values; None: the record is gone."""

    waiver: Waiver
    words: str
    update: Mapping[str, Any] | None = field(default=None)

    @property
    def places(self) -> tuple[Place, ...]:
        return self.waiver.places


@dataclass(frozen=True, kw_only=True)
class Repair:
    """Changes after which the audited ``plan`` satisfies the instance.

    ``size`` is what ranks repairs of one kind: periods, money, progress given up, units of a capacity; ``decisions``
    how many there are to be made (a factor for all money is one). ``least`` says whether it is proven that nothing
    smaller of the same kind does, but for the resolution asked for; None where there is nothing smaller.
    """

    kind: Kind
    changes: tuple[Change, ...]
    words: str
    size: float
    plan: Plan
    instance: Instance
    least: bool | None = None
    decisions: int = 1

    @property
    def rank(self) -> tuple[int, int, float]:
        return self.decisions, ORDER.index(self.kind), self.size


def applied(instance: Instance, changes: tuple[Change, ...]) -> Instance:
    """The instance with the changes; all else as it was, in its order."""
    gone = {change.waiver.number for change in changes if change.update is None}
    updates: dict[int, dict[str, Any]] = {}
    for change in changes:
        if change.update is not None:
            updates.setdefault(change.waiver.number, {}).update(change.update)
    return changed(instance, gone, updates)
