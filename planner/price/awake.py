"""Whether a rule has anything to say in an instance, found by formulating it with the rule and without.

A rule sleeps where both formulations leave the same choices. Compared is what is left of each once rows that can never
bind are gone: a row holds anyway if it holds at the worst values of its columns, those that occur nowhere else at
their best. Nothing of that touches the value of any plan, so the price of a rule that sleeps is exactly 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pulp import LpConstraintEQ, LpProblem

from models.build import build
from models.instance import Instance
from models.model import Objective
from models.rule import Rule

type _Row = tuple[int, float, tuple[tuple[str, float], ...]]
"""Sense (-1: at most 0, 0: equal, 1: at least 0), constant, and coefficients by column."""
_SLACK = 1e-9
"""By how much a row may be broken at worst and still count as holding anyway: far below what the audit tolerates."""


@dataclass(frozen=True)
class Sleep:
    """Asks of single rules whether they sleep while all others of ``rules`` are awake."""

    instance: Instance
    objective: Objective
    rules: tuple[Rule, ...]

    def of(self, name: str) -> bool:
        return self._essence(tuple(rule for rule in self.rules if rule.name != name)) == self._whole

    @cached_property
    def _whole(self) -> object:
        return self._essence(self.rules)

    def _essence(self, rules: tuple[Rule, ...]) -> object:
        return essence(build(self.instance, objective=self.objective, rules=rules).problem)


def essence(problem: LpProblem) -> object:
    """What a problem comes to: its objective, the rows that may bind, and the columns that occur in either."""
    columns = {column.name: column for column in problem.variables()}
    objective = problem.objective
    assert objective is not None
    aim = {column.name: weight for column, weight in objective.items() if weight}
    bounds = {
        name: (_or(column.lowBound, -1.0), _or(column.upBound, 1.0), str(column.cat))
        for name, column in columns.items()
    }
    rows = _binding([*_rows(problem)], bounds, set(aim))
    used = set(aim).union(*({name for name, _ in terms} for _, _, terms in rows))
    return aim, objective.constant, frozenset(rows), {name: bounds[name] for name in used}


def _or(bound: float | None, sign: float) -> float:
    return sign * float("inf") if bound is None else float(bound)


def _rows(problem: LpProblem) -> Iterable[_Row]:
    for row in problem.constraints():
        terms = tuple(sorted((column.name, float(weight)) for column, weight in row.items() if weight))
        yield int(row.sense), float(row.constant), terms


def _binding(rows: list[_Row], bounds: dict[str, tuple[float, float, str]], aim: set[str]) -> list[_Row]:
    """The rows that may bind; taking one away may free columns of others, so this goes on until nothing changes."""
    while True:
        often = Counter(name for _, _, terms in rows for name, _ in terms)
        alone = {name for name, count in often.items() if count == 1 and name not in aim}
        left = [row for row in rows if row[0] == LpConstraintEQ or not _holds(row, bounds, alone)]
        if len(left) == len(rows):
            return left
        rows = left


def _holds(row: _Row, bounds: dict[str, tuple[float, float, str]], alone: set[str]) -> bool:
    """Whether a row holds whatever the columns are that others speak of."""
    sense, constant, terms = row
    excess = -sense * constant
    for name, weight in terms:
        low, high, _ = bounds[name]
        ends = (-sense * weight * low, -sense * weight * high)
        excess += min(ends) if name in alone else max(ends)
    return excess <= _SLACK
