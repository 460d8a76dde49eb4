"""An instance ready to plan: its records, its calendar and tree, and the facts both the formulation and the audit read.

Numbers derived here are exact fractions of the decimals the user wrote; powers (retention, discount) are rounded to
twelve decimals once, here, so that everybody who computes with them computes with the same number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from functools import cached_property, lru_cache
from math import ceil, floor

from models.assumptions import DEFAULTS
from models.calendar import Calendar
from models.kinds import CATEGORIES, FAVOURABLE, Category, ConditionKind, PhaseKind
from models.records import (
    Activity,
    Capacity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)
from models.tracks import suited
from models.tree import Branch, Tree

DAYS_PER_QUARTER = Fraction(36525, 400)


@lru_cache(maxsize=4096)
def exact(number: float) -> Fraction:
    """The decimal a person reads in ``number``: 0.1 becomes 1/10."""
    return Fraction(repr(number))


class Instance:
    """A checked instance. Build it with :func:`models.checks.build_instance`, which raises ``Faults``.

    ``records`` are the rows as given (written back by ``plan convert``); the typed tuples below hold the same rows with
    a blank conflict filled in where there is only one.
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
        self.targets: tuple[Target, ...] = self._of(Target, rows)
        self.funders: tuple[Funder, ...] = self._of(Funder, rows)
        self.capacities: tuple[Capacity, ...] = self._of(Capacity, rows)
        self.settings: tuple[RuleSetting, ...] = self._of(RuleSetting, rows)
        self._activities = {activity.name: activity for activity in self.activities}

    @staticmethod
    def _of[R: Record](kind: type[R], records: Iterable[Record]) -> tuple[R, ...]:
        return tuple(record for record in records if isinstance(record, kind))

    # --- time -------------------------------------------------------------------------------------------------

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

    # --- facts at a node --------------------------------------------------------------------------------------

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

    def _find_phase(self, conflict: str, node: int) -> Phase | None:
        period = self.tree[node].period
        best: tuple[bool, Fraction] = (False, Fraction(0))
        found = None
        for row in self.phases:
            if row.conflict != conflict or not self.holds(row.scenario, node):
                continue
            share = self.calendar.share(
                period, row.begin.first if row.begin else None, row.end.last if row.end else None
            )
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
            self.calendar.share(period, row.begin.first if row.begin else None, row.end.last if row.end else None)
            for row in self.closures
            if {one, other} == set(row.who) and self.holds(row.scenario, node)
        )
        return min(Fraction(1), sum(shares, Fraction(0)))

    def blackout(self, who: str, node: int) -> Fraction:
        """Greatest share of the period that lies in the blackout of one vote of ``who``, 0 to 1."""
        period = self.tree[node].period
        best = Fraction(0)
        for row in self.elections:
            if row.who == who and self.holds(row.scenario, node):
                before = self.parameter("electoral_cycle", "before") if row.before is None else exact(row.before)
                after = self.parameter("electoral_cycle", "after") if row.after is None else exact(row.after)
                first = row.date.first - timedelta(days=round(before * DAYS_PER_QUARTER))
                last = row.date.last + timedelta(days=round(after * DAYS_PER_QUARTER))
                best = max(best, self.calendar.share(period, first, last))
        return best

    def toll(self, conflict: str, category: Category, node: int) -> Fraction:
        """Progress lost at this node to events of its period."""
        period = self.tree[node].period
        return sum(
            (
                exact(getattr(row, category))
                for row in self.conditions
                if row.conflict == conflict
                and self.holds(row.scenario, node)
                and row.kind == "toll"
                and row.begin is not None
                and self.calendar.period_of(row.begin.first) == period
            ),
            Fraction(0),
        )

    def level(self, kind: ConditionKind, conflict: str, node: int, *who: str) -> Fraction:
        """How far a condition holds at the node, 0 to 1, averaged over the days of the period.

        ``who`` are those it is about, in any order (none: the rows about the whole conflict). Days without a row count
        as 1 for ``FAVOURABLE`` kinds and 0 for others; where rows overlap, what they take from (or add to) that adds up.
        """
        period, good = self.tree[node].period, kind in FAVOURABLE
        departures = (
            self.calendar.share(period, row.begin.first if row.begin else None, row.end.last if row.end else None)
            * (1 - exact(row.amount) if good else exact(row.amount))
            for row in self._levels.get((kind, conflict, frozenset(who)), ())
            if row.amount is not None and self.holds(row.scenario, node)
        )
        departure = min(Fraction(1), sum(departures, Fraction(0)))
        return 1 - departure if good else departure

    @cached_property
    def _levels(self) -> dict[tuple[str, str, frozenset[str]], list[Condition]]:
        found: dict[tuple[str, str, frozenset[str]], list[Condition]] = {}
        for row in self.conditions:
            found.setdefault((row.kind, row.conflict, frozenset(row.who)), []).append(row)
        return found

    def kept(self, conflict: Conflict, node: int) -> Fraction:
        """Share of progress kept into this node from its parent: the phase's retention, or the conflict's own."""
        phase = self.phase(conflict.name, node)
        return self.over_period(conflict.retention if phase is None or phase.retention is None else phase.retention)

    # --- activities -------------------------------------------------------------------------------------------

    def activity(self, name: str) -> Activity:
        return self._activities[name]

    def window(self, activity: Activity) -> range:
        """Periods in which the activity may run; empty where it is excluded."""
        return range(0) if activity.status == "excluded" else self.calendar.window(activity.begin, activity.end)

    def run_min(self, activity: Activity) -> int:
        """Shortest run in periods, at least 1."""
        return max(1, round_half_up(exact(activity.run_min) / self.quarters))

    def run_max(self, activity: Activity) -> int | None:
        """Longest run in periods, at least the shortest; None: no limit."""
        if activity.run_max is None:
            return None
        return max(self.run_min(activity), round_half_up(exact(activity.run_max) / self.quarters))

    def spending(self, activity: Activity) -> tuple[int, int]:
        """Least and greatest spending in a period, whole currency units; the greatest is at least 1."""
        least = ceil(exact(activity.spend_min) * self.quarters)
        return least, max(least, 1, floor(exact(activity.spend_max) * self.quarters))

    def setup(self, activity: Activity) -> int:
        """Cost of a start, whole currency units."""
        return ceil(exact(activity.setup))

    def response(self, activity: Activity) -> tuple[tuple[Fraction, Fraction], ...]:
        """Break points (spending in a period, output): concave, from least to greatest spending, output at most 1.

        By default a base of min(base_output, base_ratio * spend_min / spend_max) at least spending, then three equal
        steps with slopes as 1 : .6 : .3 up to 1. A single point means that output is bought by running at all.
        """
        least, greatest = exact(activity.spend_min), exact(activity.spend_max)
        if activity.response:
            points = tuple((exact(spend), exact(output)) for spend, output in activity.response)
        elif least == greatest:
            points = ((greatest, Fraction(1)),)
        else:
            base = min(self.parameter("core", "base_output"), self.parameter("core", "base_ratio") * least / greatest)
            step, rise = (greatest - least) / 3, (1 - base) / Fraction(19, 10)
            points = (
                (least, base),
                (least + step, base + rise),
                (least + 2 * step, base + rise * Fraction(16, 10)),
                (greatest, Fraction(1)),
            )
        return tuple((spend * self.quarters, output) for spend, output in points)

    def effect(self, activity: Activity, category: Category, node: int) -> Fraction:
        """Progress gained by a period of full output at ``node``: effect, credibility and suitability to the phase."""
        phase = self.phase_kind(activity.conflict, node)
        suited = self.suitability(activity, phase) if phase else Fraction(1)
        return exact(getattr(activity, category)) * self.quarters * exact(activity.credibility) * suited

    def suitability(self, activity: Activity, phase: PhaseKind) -> Fraction:
        """How well the work suits the phase: its own factor, else 1, or the catalogue's where the horizon says so."""
        own: float | None = getattr(activity, f"suitability_{phase}")
        if own is not None:
            return exact(own)
        return suited(activity.track, activity.kind, phase) if self.horizon.suitability == "catalogue" else Fraction(1)

    @property
    def money(self) -> int:
        """All money of all tranches, at least 1."""
        return max(1, sum(funder.amount for funder in self.funders))

    # --- conversions and parameters ---------------------------------------------------------------------------

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

    def parameter(self, rule: str, name: str) -> Fraction:
        """Value of a parameter: the last ``rule`` record that sets it, else the table of assumptions."""
        given = self._overrides.get((rule, name))
        return exact(DEFAULTS[rule, name].value if given is None else given)

    @cached_property
    def _overrides(self) -> dict[tuple[str, str], float]:
        return {(row.name, row.kind): row.amount for row in self.settings if row.amount is not None}

    @cached_property
    def switched_off(self) -> frozenset[str]:
        """Rules that ``rule`` records switch off (the last word counts)."""
        state = {row.name: row.kind for row in self.settings if row.kind in ("on", "off")}
        return frozenset(name for name, kind in state.items() if kind == "off")

    def discount(self, node: int) -> Fraction:
        """Present value of a unit at the node's period (rounded to twelve decimals)."""
        years = self.tree[node].period * self.calendar.years
        return Fraction(f"{(1 + self.horizon.discount) ** -float(years):.12f}")

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


def round_half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
