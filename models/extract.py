"""From the values of columns to a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pulp import LpVariable

from models.instance import Instance
from models.kinds import CARROTS, CATEGORIES, INDIRECT, SIGNING, STICKS
from models.model import Model
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work, in_order
from models.records import Activity
from models.rules import RULES

SCALE = 1_000_000_000
"""Outputs, transfers and bonuses have nine decimals, rounded down: never beyond what money and rules allow."""


def plan_of(model: Model, values: Mapping[str, float]) -> Plan:
    """The plan that ``values`` (column name to value, money whole) describe; a missing column is 0."""

    def value(column: LpVariable | None) -> float:
        return 0.0 if column is None else float(values.get(column.name, 0.0))

    def share(column: LpVariable) -> float:
        return _down(min(1.0, value(column)))

    columns, instance = model.columns, model.instance
    by_output = set(_by_output(instance))
    works = []
    for activity, n in model.running():
        if value(columns.on[activity.name, n]) < 0.5:
            continue
        least, greatest = instance.spending(activity)
        start = value(columns.start.get((activity.name, n))) > 0.5
        works.append(
            Work(
                activity.name,
                n,
                spend=least if least == greatest else round(value(columns.spend[activity.name, n]) * model.unit),
                setup=instance.setup(activity) if start else 0,
                output=share(columns.output[activity.name, n]) if activity.name in by_output else None,
                start=start,
            )
        )
    order = {activity.name: i for i, activity in enumerate(instance.activities)}
    return Plan(
        works=tuple(sorted(works, key=lambda work: (work.node, order[work.activity]))),
        grants=grants_of(model, values),
        signings=tuple(
            sorted(
                (Signing(m, n) for (m, n), column in columns.signed.items() if value(column) > 0.5),
                key=lambda signing: signing.node,
            )
        ),
        transfers=tuple(
            sorted(
                (transfer for transfer in _transfers(model, values) if transfer.amount > 0),
                key=lambda transfer: transfer.node,
            )
        ),
        bonuses=tuple(
            sorted(
                (Bonus(link, n, level) for (link, n), column in columns.bonus.items() if (level := share(column)) > 0),
                key=lambda bonus: bonus.node,
            )
        ),
        without=frozenset(rule.name for rule in RULES) - {rule.name for rule in model.rules},
    )


def grants_of(model: Model, values: Mapping[str, float]) -> tuple[Grant, ...]:
    """The payments that ``values`` describe, sorted by node, activity and funder."""
    grants = (
        Grant(f, a, n, round(values.get(column.name, 0.0) * model.unit))
        for (f, a, n), column in model.columns.grant.items()
    )
    return in_order(model.instance, (grant for grant in grants if grant.amount > 0))


def _by_output(instance: Instance) -> Iterator[str]:
    """Activities whose output serves anything, or may be too much; a guarantor or a protecting power serves by being
    there, at whatever output.
    """
    linked = {name for link in instance.links for name in (link.name, link.other, link.liaison)}
    covers = [row for row in instance.limits if row.kind == "cover"]
    for activity in instance.activities:
        wanted = any(instance.matches(activity, row.who, row.conflict) for row in covers)
        if wanted or activity.name in linked or _serves(activity):
            yield activity.name


def _serves(activity: Activity) -> bool:
    """Whether output of the work does something by itself."""
    by_kind = activity.kind in CARROTS | STICKS | SIGNING | INDIRECT | {"condemnation"}
    return bool(
        activity.unofficial
        or by_kind
        or activity.equalising
        or activity.insight
        or activity.level
        or activity.bridges
        or activity.traits
        or activity.skills
        or activity.gains
        or activity.expectations
        or activity.prevention
        or any(getattr(activity, category) for category in CATEGORIES)
    )


def _transfers(model: Model, values: Mapping[str, float]) -> list[Transfer]:
    """What each mechanism carries; all of it by none where the rule ``transfer`` is off."""
    columns = model.columns
    found = (
        {("", conflict, n): column for (conflict, n), column in columns.carried.items()}
        if not model.awake("transfer")
        else columns.transfer
    )
    return [
        Transfer(conflict, n, _down(values.get(column.name, 0.0)), link)
        for (link, conflict, n), column in found.items()
    ]


def _down(amount: float) -> float:
    """Rounded down to nine decimals, but not for the solver's last bit; never negative."""
    return int(max(0.0, amount) * SCALE + 1e-3) / SCALE
