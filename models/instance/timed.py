"""Time: the calendar and the scenario tree, and what spans of time come to in periods."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import floor

from models.calendar import Calendar
from models.instance.exact import exact
from models.instance.rows import Rows
from models.tree import Branch, Tree


class Timed(Rows):
    """Rows on a calendar, over a tree of scenarios."""

    @cached_property
    def calendar(self) -> Calendar:
        horizon = self.horizon
        whole = Calendar(horizon.length, horizon.first.first, 600)
        number = horizon.number or (whole.period_of(horizon.last.last) + 1 if horizon.last else 1)
        return Calendar(horizon.length, horizon.first.first, number)

    @cached_property
    def tree(self) -> Tree:
        branches = (
            Branch(
                row.name,
                exact(row.probability),
                row.branches_from,
                None if row.known is None else self.calendar.period_of(row.known.first),
            )
            for row in self.scenarios
        )
        return Tree.grow(self.calendar.number, tuple(branches))

    @property
    def quarters(self) -> Fraction:
        """Length of a period in quarters."""
        return self.calendar.quarters

    def label(self, node: int) -> str:
        """Name of a node for people and plan files: ``2008-Q3`` on the trunk, ``2008-Q3/rupture`` on a branch."""
        where = self.tree[node]
        label = self.calendar.label(where.period)
        return label if len(where.scenarios) == len(self.tree[0].scenarios) else f"{label}/{where.history}"

    @cached_property
    def node_of_label(self) -> dict[str, int]:
        return {self.label(node.index): node.index for node in self.tree}

    def holds(self, scenario: str | None, node: int) -> bool:
        """Whether a fact that names ``scenario`` (None: all) holds at ``node``."""
        if scenario is None:
            return True
        where = self.tree[node]
        return scenario in where.scenarios and where.period >= self.known(scenario)

    def known(self, scenario: str) -> int:
        """First period in which facts may name ``scenario``: when it is known; for the trunk, its last branching."""
        row = next(row for row in self.scenarios if row.name == scenario)
        if row.known is not None:
            return self.calendar.period_of(row.known.first)
        branchings = (
            self.calendar.period_of(other.known.first)
            for other in self.scenarios
            if other.known is not None and other.branches_from in (None, scenario)
        )
        return max(branchings, default=0)

    def over_period(self, per_quarter: float | Fraction) -> Fraction:
        """A share kept over a quarter, as the share kept over a period (rounded to twelve decimals)."""
        return Fraction(f"{float(per_quarter) ** float(self.quarters):.12f}")

    def landing(self, quarters: Fraction) -> tuple[tuple[int, Fraction], ...]:
        """A wait in quarters as (periods later, share that lands then); shares add to 1."""
        periods = quarters / self.quarters
        whole = floor(periods)
        late = periods - whole
        return ((whole, 1 - late), (whole + 1, late)) if late else ((whole, Fraction(1)),)

    def periods_within(self, quarters: Fraction) -> int:
        """Whole periods in a span of quarters, rounded down."""
        return floor(quarters / self.quarters)

    def discount(self, node: int) -> Fraction:
        """Present value of a unit at the node's period (rounded to twelve decimals)."""
        years = self.tree[node].period * self.calendar.years
        return Fraction(f"{(1 + self.horizon.discount) ** -float(years):.12f}")
