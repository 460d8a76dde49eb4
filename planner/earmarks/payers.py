"""Who else could equally pay: the works of the plan as they are, paid by others.

The canonical payers of a plan are one choice among equals. For each grant it is asked whether there is any way to pay
for the same works in which this tranche pays nothing for this work in this period, and for each other tranche, whether
there is one in which it pays that amount instead. Other payments may shift for that; no rule may be broken and no share
missed by more than now, so the plan keeps its score. A *yes* is a ledger that passed the audit; a *no* is proven by a
solver that all ledgers were excluded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from models.audit import audit
from models.audit.state import Short
from models.build import active_rules, build
from models.extract import grants_of
from models.instance import Instance
from models.model import total
from models.payers import Ledger, ledger
from models.plan import Grant, Plan
from models.polish import SLACK
from planner.solve.options import SolveOptions
from planner.solve.small import SmallSolver
from planner.solvers.ending import Ending

SECONDS = 5.0
"""The most that one question may take; one that takes longer is left open."""


class Choice(StrEnum):
    """Whether a grant could come from elsewhere."""

    ONLY = "only payer"
    """Without money of this tranche the work cannot be paid for: proven."""
    OTHERS = "others could"
    """At least one other tranche could pay the same amount instead."""
    TOGETHER = "others together"
    """The tranche can be spared here, but no other one alone could pay the amount."""
    OPEN = "not known"
    """The search for another ledger was cut."""


@dataclass(frozen=True, slots=True)
class Payer:
    """A grant of the plan, and the other tranches that could pay the amount in its place; ``unsure`` are not known."""

    grant: Grant
    choice: Choice
    others: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


def grants_for(plan: Plan, activity: str | None = None) -> tuple[Grant, ...]:
    """The grants for one activity, or all of them."""
    return tuple(grant for grant in plan.grants if activity in (None, grant.activity))


def payers(instance: Instance, plan: Plan, options: SolveOptions, activity: str | None = None) -> Iterator[Payer]:
    """An answer for each grant of an audited ``plan`` (for one ``activity``), in its order. Solves in this process; see
    ``apart``."""
    with TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True) as folder:
        other = _Other(instance, plan, replace(options, threads=1, log=False), Path(folder))
        for grant in grants_for(plan, activity):
            yield other.than(grant)


class _Other:
    """Asks for other ledgers of one plan; columns are held for a question and let go after it."""

    def __init__(self, instance: Instance, plan: Plan, options: SolveOptions, folder: Path) -> None:
        self.instance, self.plan, self.options = instance, plan, options
        self.small = SmallSolver(options, folder)
        model = build(instance, objective=options.objective, rules=active_rules(instance, options.without))
        found = audit(instance, plan, objective=options.objective)
        self.score = found.score
        gaps = {
            (limit.name, leaf): float(found.replay.short.get(Short("share", limit.name, leaf), 0)) + SLACK
            for limit in instance.limits
            for leaf in instance.tree.leaves
        }
        self.paying: Ledger = ledger(model, plan, gaps)
        self.paying.problem.setObjective(total(self.paying.chosen.values()))

    def than(self, grant: Grant) -> Payer:
        columns = self.paying.columns.grant
        able = [f for f, a, n in columns if (a, n) == (grant.activity, grant.node) and f != grant.funder]
        answers = {funder: self._possible(grant, funder) for funder in able}
        others = tuple(funder for funder in able if answers[funder])
        unsure = tuple(funder for funder in able if answers[funder] is None)
        if others:
            return Payer(grant, Choice.OTHERS, others, unsure)
        spared = self._possible(grant, None) if able else False
        if spared:
            return Payer(grant, Choice.TOGETHER, (), unsure)
        return Payer(grant, Choice.OPEN if spared is None else Choice.ONLY, (), unsure if spared is None else ())

    def _possible(self, grant: Grant, instead: str | None) -> bool | None:
        """Whether a ledger exists without the grant, in which ``instead`` pays at least its amount; None: not known."""
        if instead is not None and self._passes(self._swapped(grant, instead)):
            return True
        columns = self.paying.columns.grant
        held = columns[grant.funder, grant.activity, grant.node]
        most, held.upBound = held.upBound, 0.0
        paid = None if instead is None else columns[instead, grant.activity, grant.node]
        try:
            if paid is not None:
                if paid.upBound < grant.amount:
                    return False
                paid.lowBound = grant.amount
            found = self.small.found(self.paying.problem, gap=0.0, seconds=SECONDS).outcome
        finally:
            held.upBound = most
            if paid is not None:
                paid.lowBound = 0.0
        if found.ending is Ending.INFEASIBLE:
            return False
        if found.values is None:
            return None
        names = (column.name for column in self.paying.problem.exported_variables())
        values = dict(zip(names, found.values, strict=True))
        return True if self._passes(grants_of(self.paying, values)) else None

    def _swapped(self, grant: Grant, instead: str) -> tuple[Grant, ...]:
        """The ledger with this grant paid by ``instead`` and nothing else changed."""
        moved = replace(grant, funder=instead)
        amount = grant.amount
        grants = []
        for each in self.plan.grants:
            if (each.funder, each.activity, each.node) == (instead, grant.activity, grant.node):
                amount += each.amount
            elif each != grant:
                grants.append(each)
        return (*grants, replace(moved, amount=amount))

    def _passes(self, grants: tuple[Grant, ...]) -> bool:
        """Whether the plan so paid passes the audit and scores the same."""
        found = audit(self.instance, replace(self.plan, grants=grants), objective=self.options.objective)
        return found.passed and float(found.score) >= float(self.score) - 1e-9
