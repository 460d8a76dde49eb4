"""Rows that can give way in part: money and capacities may grow, targets be lowered or come later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from models.instance import Instance
from models.moment import Moment
from models.records import Capacity, Funder, Target
from planner.repair.change import Change, Kind
from planner.repair.waivers import Waiver

_PARTS = 1000
"""Steps in a point of progress."""


@dataclass(frozen=True, slots=True)
class Dial:
    """A row that gives way by whole steps: 0 is as it stands, ``most`` as much as may be.

    ``change`` is what a number of steps comes to, ``size`` of how much that is in the unit of its ``kind``.
    """

    kind: Kind
    most: int
    change: Callable[[int], Change]
    size: Callable[[int], float]


def dial(instance: Instance, waiver: Waiver) -> Dial | None:
    """How a row gives way in part; None where it can only be waived."""
    record = waiver.record
    match record:
        case Funder() if waiver.fields == ("amount",):
            return _money(instance, waiver, record)
        case Capacity():
            assert waiver.update is not None
            return _capacity(waiver, record, ceil(waiver.update["amount"] - record.amount))
        case Target():
            return _target(waiver, record)
    return None


def _money(instance: Instance, waiver: Waiver, record: Funder) -> Dial:
    assert waiver.update is not None
    currency = f" {instance.horizon.currency}".rstrip()

    def change(steps: int) -> Change:
        amount = record.amount + steps
        more = f" ({100 * steps / record.amount:.1f} % more)" if record.amount else ""
        words = f'"{record.name}" gives {amount:,}{currency} instead of {record.amount:,}{more}'
        return Change(waiver, words, {"amount": amount})

    return Dial("money", waiver.update["amount"] - record.amount, change, float)


def _capacity(waiver: Waiver, record: Capacity, most: int) -> Dial:
    def change(steps: int) -> Change:
        amount = record.amount + steps
        return Change(
            waiver, f'capacity "{record.name}" is {amount:g} instead of {record.amount:g}', {"amount": amount}
        )

    return Dial("capacity", most, change, float)


def _target(waiver: Waiver, record: Target) -> Dial:
    def change(steps: int) -> Change:
        progress = max(-1.0, round(record.progress - steps / _PARTS, 6))
        words = f'target "{record.name}" asks for {record.kind} progress of {progress:g} instead of {record.progress:g}'
        return Change(waiver, words, {"progress": progress})

    return Dial("target", ceil((record.progress + 1) * _PARTS), change, lambda steps: steps / _PARTS)


def later(instance: Instance, waiver: Waiver) -> tuple[Change, ...]:
    """A target at each later period of the horizon, the nearest first; none for other rows."""
    record, calendar = waiver.record, instance.calendar
    if not isinstance(record, Target) or record.by is None:
        return ()
    first = calendar.period_of(record.by.last) + 1
    labels = [calendar.label(period) for period in range(max(0, first), calendar.number)]
    return tuple(
        Change(waiver, f'target "{record.name}" is due by {label} instead of {record.by}', {"by": Moment.parse(label)})
        for label in labels
    )
