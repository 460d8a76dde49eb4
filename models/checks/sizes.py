"""Numbers no plan has: beyond them currency units and solvers lose their footing."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.draft import Draft
from models.checks.finding import Finding, at, money, number
from models.records import Activity, Capacity, Conflict, Funder, Horizon, Limit, Party, Record

MOST_MONEY = 10**12
MOST_WEIGHT = 10**6
MOST_UNITS = 10**6
_LIMITS: tuple[tuple[type[Record], tuple[str, ...], int, str], ...] = (
    (Activity, ("setup", "spend_min", "spend_max"), MOST_MONEY, "currency units"),
    (Funder, ("amount", "smallest"), MOST_MONEY, "currency units"),
    (Horizon, ("political", "structural", "social"), MOST_WEIGHT, "as a weight"),
    (Conflict, ("weight",), MOST_WEIGHT, "as a weight"),
    (Capacity, ("amount",), MOST_UNITS, "units"),
    (Activity, ("exposure",), MOST_UNITS, "as an exposure"),
    (Limit, ("amount", "already"), MOST_UNITS, "works"),
    (Party, ("exposure_limit",), MOST_UNITS, "as an exposure"),
)


def sizes(draft: Draft) -> Iterator[Finding]:
    for kind, fields, most, unit in _LIMITS:
        for record in draft.of(kind):
            for field in fields:
                value = getattr(record, field)
                if value is not None and value > most:
                    yield at(record, field, "too_large", expected=f"at most {money(most)} {unit}", found=number(value))
    for activity in draft.of(Activity):
        for name, amount in activity.uses:
            if amount > MOST_UNITS:
                yield at(
                    activity,
                    "uses",
                    "too_large",
                    expected=f"at most {money(MOST_UNITS)} units",
                    found=f"{name}:{number(amount)}",
                )
    calendar = draft.calendar
    for activity in draft.of(Activity) if calendar is not None else ():
        assert calendar is not None
        if activity.spend_max * float(calendar.quarters) < 1:
            yield at(
                activity,
                "spend_max",
                "too_small",
                expected=f"at least one currency unit in a {calendar.length}, since money is planned in whole units",
                found=f"{number(activity.spend_max)} per quarter",
            )
