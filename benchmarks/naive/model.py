"""The problem and its columns; the rows are in ``work``, ``money``, ``talks`` and ``progress``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pulp import LpAffineExpression, LpMaximize, LpProblem, LpVariable, lpSum

from benchmarks.naive import RULES
from models.instance import Instance
from models.kinds import CATEGORIES

THOUSAND = 1000.0
"""Money is in thousands."""
BIG = 2.0
"""No progress lies further below a threshold than this."""


class Naive:
    """All columns of an instance, by index in its lists, and the problem they belong to.

    Raises ``ValueError`` for what only the product plans: work that is running or committed, or may repeat, targets,
    limits, money raised, ideas that anybody carries; and where the instance switches off a rule that is awake here.
    """

    def __init__(self, instance: Instance) -> None:
        _refuse(instance)
        self.instance, self.tree = instance, instance.tree
        self.nodes = range(len(instance.tree))
        self.problem = LpProblem("naive", LpMaximize)
        works = [each.name for each in instance.activities]
        funders = [each.name for each in instance.funders]
        conflicts = [each.name for each in instance.conflicts]
        leaves = instance.tree.leaves
        self.on = self._columns("on", works, self.nodes, binary=True)
        self.start = self._columns("start", works, self.nodes, binary=True)
        self.spend = self._columns("spend", works, self.nodes)
        self.output = self._columns("output", works, self.nodes, high=1)
        self.grant = self._columns("grant", funders, works, self.nodes)
        self.pays = self._columns("pays", funders, works, self.nodes, binary=True)
        self.balance = self._columns("balance", funders, self.nodes)
        self.signed = self._columns("signed", [each.name for each in instance.milestones], self.nodes, binary=True)
        self.progress = self._columns("progress", conflicts, CATEGORIES, self.nodes, low=None, high=1)
        self.lost = self._columns("lost", conflicts, CATEGORIES, self.nodes)
        self.end = self._columns("end", conflicts, CATEGORIES, leaves, low=None, high=1)
        self.durable = self._columns("durable", conflicts, self.nodes, low=None, high=1)
        self.durable_end = self._columns("durable_end", conflicts, leaves, low=None, high=1)
        self.ideas = self._columns("ideas", conflicts, self.nodes)
        self.groundwork = self._columns("groundwork", conflicts, self.nodes)
        self.equalised = self._columns("equalised", conflicts, self.nodes)
        self.shortfall = self._columns("shortfall", conflicts, self.nodes, high=1)
        carrying = [link.key for link in instance.links if link.kind == "transfers"]
        self.transfer = self._columns("transfer", carrying, self.nodes)
        strengthening = [link.key for link in instance.links if link.kind == "strengthens"]
        self.bonus = self._columns("bonus", strengthening, self.nodes, high=1)

    def _columns(
        self,
        word: str,
        *sets: Iterable[object],
        low: float | None = 0,
        high: float | None = None,
        binary: bool = False,
    ) -> dict[object, LpVariable]:
        """A column for every combination, keyed by the tuple of its members."""
        keys: list[tuple[object, ...]] = [()]
        for members in sets:
            keys = [(*key, member) for member in members for key in keys]
        return {
            key: self.problem.add_variable(
                f"{word}_{number}", 0 if binary else low, 1 if binary else high, "Integer" if binary else "Continuous"
            )
            for number, key in enumerate(keys)
        }

    def add(self, row: LpAffineExpression | bool) -> None:
        self.problem.addConstraint(row)  # type: ignore[arg-type]

    def parameter(self, rule: str, name: str) -> float:
        return float(self.instance.parameter(rule, name))


def total(terms: Iterable[Any]) -> LpAffineExpression:
    """Sum as an expression, also of no terms."""
    found = lpSum(terms)
    return found if isinstance(found, LpAffineExpression) else LpAffineExpression.from_constant(float(found))


def _refuse(instance: Instance) -> None:
    odd = [each.name for each in instance.activities if each.status != "open" or each.repeats > 1 or each.raises]
    odd += sorted(instance.switched_off & RULES)
    if odd or instance.targets or instance.limits or instance.parameter("transfer", "default"):
        raise ValueError(
            f"the naive model does not plan this: {', '.join(odd) or 'targets, limits or default carriers'}"
        )
