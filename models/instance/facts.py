"""Dated facts at a node: phases, closures, votes, tolls, conditions."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from functools import cached_property

from models.instance.exact import DAYS_PER_QUARTER, exact
from models.instance.grouped import grouped
from models.instance.timed import Timed
from models.kinds import FAVOURABLE, Category, ConditionKind, PhaseKind
from models.records import Closure, Condition, Conflict, Election, Phase


class Facts(Timed):
    """What holds at each node of the tree; shares of a period are shares of its days."""

    def phase(self, conflict: str, node: int) -> Phase | None:
        """The phase that covers most days of the period; one that names the scenario goes before one that does not."""
        return self._phases.get((conflict, node))

    @cached_property
    def _phases(self) -> dict[tuple[str, int], Phase | None]:
        return {
            (conflict.name, node.index): self._find_phase(conflict.name, node.index)
            for conflict in self.conflicts
            for node in self.tree
        }

    @cached_property
    def _phases_of(self) -> dict[str, list[Phase]]:
        return grouped(self.phases, lambda row: row.conflict)

    def _find_phase(self, conflict: str, node: int) -> Phase | None:
        period = self.tree[node].period
        best: tuple[bool, Fraction] = (False, Fraction(0))
        found = None
        for row in self._phases_of.get(conflict, ()):
            if not self.holds(row.scenario, node):
                continue
            share = self._share(row, period)
            if share and (row.scenario is not None, share) > best:
                best, found = (row.scenario is not None, share), row
        return found

    def phase_kind(self, conflict: str, node: int) -> PhaseKind | None:
        phase = self.phase(conflict, node)
        return phase.kind if phase else None

    def closed(self, one: str, other: str, node: int) -> Fraction:
        """Share of the period in which the missions of two parties are closed, 0 to 1."""
        period = self.tree[node].period
        shares = (
            self._share(row, period)
            for row in self._closures.get(frozenset((one, other)), ())
            if self.holds(row.scenario, node)
        )
        return min(Fraction(1), sum(shares, Fraction(0)))

    @cached_property
    def _closures(self) -> dict[frozenset[str], list[Closure]]:
        return grouped(self.closures, lambda row: frozenset(row.who))

    def blackout(self, who: str, node: int) -> Fraction:
        """Greatest share of the period that lies in the blackout of one vote of ``who``, 0 to 1."""
        period = self.tree[node].period
        best = Fraction(0)
        for row in self._votes.get(who, ()):
            if self.holds(row.scenario, node):
                before = self.parameter("electoral_cycle", "before") if row.before is None else exact(row.before)
                after = self.parameter("electoral_cycle", "after") if row.after is None else exact(row.after)
                first = row.date.first - timedelta(days=round(before * DAYS_PER_QUARTER))
                last = row.date.last + timedelta(days=round(after * DAYS_PER_QUARTER))
                best = max(best, self.calendar.share(period, first, last))
        return best

    @cached_property
    def _votes(self) -> dict[str, list[Election]]:
        return grouped(self.elections, lambda row: row.who)

    def toll(self, conflict: str, category: Category, node: int) -> Fraction:
        """Progress lost at this node to events of its period."""
        period = self.tree[node].period
        return sum(
            (
                exact(getattr(row, category))
                for row in self._levels.get(("toll", conflict, frozenset()), ())
                if self.holds(row.scenario, node)
                and row.begin is not None
                and self.calendar.period_of(row.begin.first) == period
            ),
            Fraction(0),
        )

    def level(self, kind: ConditionKind, conflict: str, node: int, *who: str) -> Fraction:
        """How far a condition holds at the node, 0 to 1, averaged over the days of the period.

        ``who`` are those it is about, in any order (none: the rows about the whole conflict). Days without a row count
        as 1 for ``FAVOURABLE`` kinds and 0 for others; what overlapping rows take from (or add to) that adds up.
        """
        period, good = self.tree[node].period, kind in FAVOURABLE
        departures = (
            self._share(row, period) * (1 - exact(row.amount) if good else exact(row.amount))
            for row in self._levels.get((kind, conflict, frozenset(who)), ())
            if row.amount is not None and self.holds(row.scenario, node)
        )
        departure = min(Fraction(1), sum(departures, Fraction(0)))
        return 1 - departure if good else departure

    @cached_property
    def _levels(self) -> dict[tuple[str, str, frozenset[str]], list[Condition]]:
        return grouped(self.conditions, lambda row: (row.kind, row.conflict, frozenset(row.who)))

    def kept(self, conflict: Conflict, node: int) -> Fraction:
        """Share of progress kept into this node from its parent: the phase's retention, or the conflict's own."""
        phase = self.phase(conflict.name, node)
        return self.over_period(conflict.retention if phase is None or phase.retention is None else phase.retention)

    def _share(self, row: Phase | Closure | Condition, period: int) -> Fraction:
        """Share of the days of a period on which a fact holds."""
        return self.calendar.share(period, row.begin.first if row.begin else None, row.end.last if row.end else None)
