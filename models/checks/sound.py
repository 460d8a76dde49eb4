"""The part of an instance that is sound, with the tables that several checks of the whole share."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from models.instance import Instance, exact
from models.kinds import PhaseKind
from models.records import Activity, Conflict


class Sound:
    """An instance of sound records only, and the record words of which some rows are missing from it."""

    def __init__(self, instance: Instance, missing: frozenset[str]) -> None:
        self.instance = instance
        self.missing = missing

    def complete(self, *words: str) -> bool:
        """Whether absence among these records means something."""
        return not self.missing.intersection(words)

    def awake(self, rule: str) -> bool:
        """Whether no ``rule`` row switches the rule off."""
        return rule not in self.instance.switched_off

    @cached_property
    def windows(self) -> dict[str, range]:
        """Periods in which each activity may run, by name; empty where it is excluded, or barred for its harm."""
        return {
            row.name: range(0) if self._barred(row) else self.instance.window(row) for row in self.instance.activities
        }

    def _barred(self, work: Activity) -> bool:
        """Whether do_no_harm never lets the work run."""
        conflict = self._conflicts[work.conflict]
        too_much = any(exact(amount) > self.ceiling(conflict, group) for group, amount in work.harm)
        return self.awake("do_no_harm") and (work.force or too_much)

    @cached_property
    def _conflicts(self) -> dict[str, Conflict]:
        return {row.name: row for row in self.instance.conflicts}

    def ceiling(self, conflict: Conflict, group: str) -> Fraction:
        """Most harm a group bears at a time."""
        given = dict(conflict.harm_ceiling).get(group)
        return self.instance.parameter("do_no_harm", "ceiling") if given is None else exact(given)

    @cached_property
    def phases(self) -> dict[str, tuple[PhaseKind | None, ...]]:
        """Phase of each conflict at each node."""
        return {
            conflict.name: tuple(self.instance.phase_kind(conflict.name, node.index) for node in self.instance.tree)
            for conflict in self.instance.conflicts
        }

    def works(self, conflict: str) -> tuple[Activity, ...]:
        """Activities of a conflict that may run at some time."""
        return tuple(row for row in self.instance.of_conflict(conflict) if self.windows[row.name])
