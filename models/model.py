"""A formulated instance: the problem, its columns, and the small vocabulary that core and rules are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pulp import LpAffineExpression, LpProblem, LpVariable, lpSum

from models import raising
from models.instance import Instance
from models.kinds import Category
from models.records import Activity, Funder, Limit, Record
from models.rule import Factor, Flow, Gain, Linear, Rule, Stock, as_it_is
from models.variables import Columns

if TYPE_CHECKING:
    from models.whatif import Condition

type Objective = Literal["progress", "cost"]


@dataclass
class Model:
    """``rules`` are those awake; ``flows`` is everything that adds to progress or ideas, ``bonuses`` the gains of
    bonuses (they are among the flows), ``stocks`` what earlier work leaves behind.
    """

    instance: Instance
    objective: Objective
    rules: tuple[Rule, ...]
    problem: LpProblem
    columns: Columns
    flows: tuple[Flow, ...] = field(default=())
    bonuses: tuple[Gain, ...] = field(default=())
    stocks: tuple[Stock, ...] = field(default=())
    unit: int = 1
    """Currency units in a unit of the columns of money. Solvers err on rows that mix shares with hundred thousands."""
    conditions: tuple[Condition, ...] = field(default=())
    """What is asked of a plan beyond the instance (``models.whatif``)."""

    # --- words ------------------------------------------------------------------------------------------------

    def awake(self, rule: str) -> bool:
        return any(each.name == rule for each in self.rules)

    def parameter(self, rule: str, name: str) -> float:
        return float(self.instance.parameter(rule, name))

    def effect(self, activity: Activity, category: Category, node: int) -> float:
        """Progress that a period of full output at ``node`` adds, with the factors of the rules awake."""
        effect = self.instance.effect(activity, category, node)
        for factor in self._factors if effect else ():
            effect *= factor(self.instance, activity, category, node)
        return float(effect)

    @cached_property
    def _factors(self) -> tuple[Factor, ...]:
        return tuple(rule.factor for rule in self.rules if rule.factor is not as_it_is)

    @cached_property
    def per_period(self) -> float:
        """Quarters in a period: turns a rate per quarter into one per period."""
        return float(self.instance.quarters)

    @cached_property
    def years(self) -> float:
        """Years of the horizon, each node by its probability and discount."""
        instance = self.instance
        weights = (node.probability * instance.discount(node.index) for node in instance.tree)
        return float(sum(weights) * instance.calendar.years)

    @cached_property
    def _tags(self) -> dict[tuple[str, str], str]:
        counts: dict[str, int] = {}
        tags = {}
        for record in self.instance.records:
            index = counts.get(record.word, 0)
            counts[record.word] = index + 1
            tags[record.word, getattr(record, "name", "") if record.word != "link" else record.key] = (
                f"{record.word[0]}{index}"
            )
        return tags

    def tag(self, record: Record) -> str:
        """Neutral name of a record in rows and columns: the initial of its word and its number."""
        return self._tags[record.word, record.key if record.word == "link" else getattr(record, "name", "")]

    # --- columns that may not exist ---------------------------------------------------------------------------

    def on(self, activity: Activity, node: int | None) -> Linear:
        """1 where the activity runs; before the root (None) 1 for running work."""
        if node is None:
            return constant(1.0 if activity.status == "running" else 0.0)
        return self.columns.on.get((activity.name, node), ZERO)

    def start(self, activity: Activity, node: int) -> Linear:
        return self.columns.start.get((activity.name, node), ZERO)

    def output(self, activity: Activity, node: int) -> Linear:
        return self.columns.output.get((activity.name, node), ZERO)

    def spend(self, activity: Activity, node: int) -> Linear:
        """Running money of the period in money units; a multiple of ``on`` where there is nothing to choose."""
        least, greatest = self.instance.spending(activity)
        if least == greatest:
            return self.money(least) * self.on(activity, node)
        return self.columns.spend.get((activity.name, node), ZERO)

    def cost(self, activity: Activity, node: int) -> Linear:
        """Set-up and running money of the period."""
        return self.money(self.instance.setup(activity)) * self.start(activity, node) + self.spend(activity, node)

    def raised(self, funder: Funder, node: int) -> LpAffineExpression:
        """What has come for the tranche by the node, in money units (``fundraising``)."""
        if not self.awake("fundraising"):
            return ZERO
        found = raising.sources(self.instance, funder, node)
        return total(self.money(float(amount)) * self.output(activity, m) for activity, m, amount in found)

    def gap(self, limit: Limit, leaf: int) -> Linear:
        """What is missed of a share on the path to the leaf, in money units; nothing where nothing may be."""
        return self.columns.gap.get((limit.name, leaf), ZERO)

    def ask(self, *, whole: bool = False) -> LpVariable:
        """Another column from 0 to 1 for a condition; the same conditions get the same names in each building."""
        name = f"asked_{len(self.columns.asked)}"
        column = self.problem.add_variable(name, 0, 1, cat="Integer" if whole else "Continuous")
        self.columns.asked.append(column)
        return column

    def money(self, amount: float) -> float:
        """An amount in currency units, in the unit of the columns of money."""
        return amount / self.unit

    # --- sets -------------------------------------------------------------------------------------------------

    def running(self) -> Iterator[tuple[Activity, int]]:
        """Every activity with every node in which it may run, in instance order."""
        for activity in self.instance.activities:
            for node in self.columns.nodes_of[activity.name]:
                yield activity, node

    def of_conflict(self, conflict: str) -> tuple[Activity, ...]:
        return self.instance.of_conflict(conflict)


def constant(number: float) -> LpAffineExpression:
    """A number where an expression is expected."""
    return LpAffineExpression.from_constant(number)


ZERO = constant(0.0)


def total(terms: Iterable[Linear]) -> LpAffineExpression:
    """Sum as an expression, also of no terms."""
    expression = lpSum(terms)
    return expression if isinstance(expression, LpAffineExpression) else constant(float(expression))
