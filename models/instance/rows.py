"""The records of an instance, by kind, and the numbers that rows set for all of it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from models.assumptions import DEFAULTS
from models.instance.exact import exact
from models.instance.grouped import grouped
from models.kinds import CATEGORIES, Category
from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Limit,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)


class Rows:
    """The rows as given (``records``, written back by ``plan convert``), and typed tuples of the same rows.

    In the tuples a blank conflict is filled in where there is only one.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records: tuple[Record, ...] = tuple(records)
        conflicts = self._of(Conflict, self.records)
        only = conflicts[0].name if len(conflicts) == 1 else ""
        rows = [
            row.model_copy(update={"conflict": only}) if only and getattr(row, "conflict", None) == "" else row
            for row in self.records
        ]
        self.horizon: Horizon = self._of(Horizon, rows)[0]
        self.scenarios: tuple[Scenario, ...] = self._of(Scenario, rows)
        self.conflicts: tuple[Conflict, ...] = conflicts
        self.parties: tuple[Party, ...] = self._of(Party, rows)
        self.phases: tuple[Phase, ...] = self._of(Phase, rows)
        self.elections: tuple[Election, ...] = self._of(Election, rows)
        self.closures: tuple[Closure, ...] = self._of(Closure, rows)
        self.conditions: tuple[Condition, ...] = self._of(Condition, rows)
        self.activities: tuple[Activity, ...] = self._of(Activity, rows)
        self.links: tuple[Link, ...] = self._of(Link, rows)
        self.milestones: tuple[Milestone, ...] = self._of(Milestone, rows)
        self.limits: tuple[Limit, ...] = self._of(Limit, rows)
        self.targets: tuple[Target, ...] = self._of(Target, rows)
        self.funders: tuple[Funder, ...] = self._of(Funder, rows)
        self.capacities: tuple[Capacity, ...] = self._of(Capacity, rows)
        self.settings: tuple[RuleSetting, ...] = self._of(RuleSetting, rows)
        self._activities = {activity.name: activity for activity in self.activities}

    @staticmethod
    def _of[R: Record](kind: type[R], records: Iterable[Record]) -> tuple[R, ...]:
        return tuple(record for record in records if isinstance(record, kind))

    def activity(self, name: str) -> Activity:
        return self._activities[name]

    def parameter(self, rule: str, name: str) -> Fraction:
        """Value of a parameter: the last ``rule`` record that sets it, else the table of assumptions."""
        return self._parameters[rule, name]

    @cached_property
    def _parameters(self) -> dict[tuple[str, str], Fraction]:
        given = {(row.name, row.kind): row.amount for row in self.settings if row.amount is not None}
        return {key: exact(given.get(key, default.value)) for key, default in DEFAULTS.items()}

    @cached_property
    def switched_off(self) -> frozenset[str]:
        """Rules that ``rule`` records switch off (the last word counts)."""
        state = {row.name: row.kind for row in self.settings if row.kind in ("on", "off")}
        return frozenset(name for name, kind in state.items() if kind == "off")

    @cached_property
    def weights(self) -> dict[Category, Fraction]:
        """Weight of each category in the score."""
        given = {category: getattr(self.horizon, category) for category in CATEGORIES}
        return {
            category: self.parameter("core", f"weight_{category}") if value is None else exact(value)
            for category, value in given.items()
        }

    @property
    def end_value(self) -> Fraction:
        """How many years the state at the end counts."""
        given = self.horizon.end_value
        return self.parameter("core", "end_value") if given is None else exact(given)

    @cached_property
    def conflict_names(self) -> frozenset[str]:
        return frozenset(conflict.name for conflict in self.conflicts)

    def of_conflict(self, conflict: str) -> tuple[Activity, ...]:
        """Activities of a conflict, in their order."""
        return self._of_conflict.get(conflict, ())

    @cached_property
    def _of_conflict(self) -> dict[str, tuple[Activity, ...]]:
        found = grouped(self.activities, lambda activity: activity.conflict)
        return {name: tuple(works) for name, works in found.items()}

    @cached_property
    def tags(self) -> frozenset[str]:
        """Of all activities."""
        return frozenset(tag for activity in self.activities for tag in activity.tags)

    @cached_property
    def fundraisers(self) -> tuple[Activity, ...]:
        """Work that raises money: on track 8, for some tranche."""
        return tuple(activity for activity in self.activities if activity.raises and activity.track == "T8")

    @property
    def money(self) -> int:
        """All money of all tranches, at least 1."""
        return max(1, sum(funder.amount for funder in self.funders))
