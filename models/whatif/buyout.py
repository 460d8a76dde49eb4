"""Promised work may be stopped if its givers are paid out: a condition that makes that money real.

    going_on:       planned spending * on[a,n] <= spend[a,n]
    fee_within:     Σ grant[f,·,m] + Σ fee[f,a,m] * (1 - on[a,m]) <= amount + raised      m on the path, in the window
    fee_after:      the same of what is carried over

per promised work and node, and per tranche and path. Each tranche had agreed to pay so much of the work in that period;
where the work does not run then, a share of it is due all the same, out of that same tranche and at that time. So money
that is paid out is missing elsewhere. A tranche that can no longer pay for the work then (its window has been moved)
owes nothing. What an earlier plan left due is paid whatever this one does. A plan has these payments as its fees once
it is found: ``paid_out`` tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from models import raising
from models.instance import Instance, exact
from models.model import ZERO, Model, Objective, constant, total
from models.plan import Grant, Plan, Work, in_order
from models.records import Funder
from models.rule import Linear, Row
from models.rules.budget import periods, there
from models.whatif.condition import Condition


@dataclass(frozen=True)
class BuyOut(Condition):
    """Each of ``works`` runs with at least its money, or ``share`` (0 to 1) of what ``grants`` had promised it in that
    period is paid all the same, rounded up to whole currency units. The fees that are ``due`` are paid in any case."""

    works: tuple[Work, ...] = ()
    grants: tuple[Grant, ...] = ()
    share: Fraction = Fraction(0)
    due: tuple[Grant, ...] = ()

    def rows(self, model: Model) -> Iterator[Row]:
        for k, work in enumerate(self.works):
            column = model.columns.spend.get((work.activity, work.node))
            if work.spend and column is not None:
                on = model.columns.on[work.activity, work.node]
                yield f"going_on_{k}", model.money(work.spend) * on <= column
        yield from self.paying(model)

    def paying(self, model: Model) -> Iterator[Row]:
        if not model.awake("budget"):
            return
        for funder in model.instance.funders:
            owed = [each for each in self._owed(model.instance) if each.funder == funder.name]
            if owed or any(each.funder == funder.name for each in self.due):
                yield from self._tranche(model, funder, owed)

    def _tranche(self, model: Model, funder: Funder, owed: list[Grant]) -> Iterator[Row]:
        tree, (_, last) = model.instance.tree, periods(model.instance, funder)
        paid: dict[int, list[Linear]] = {}
        for (name, _, n), column in model.columns.grant.items():
            if name == funder.name:
                paid.setdefault(n, []).append(column)
        for each in owed:
            stopped = 1 - model.on(model.instance.activity(each.activity), each.node)
            paid.setdefault(each.node, []).append(model.money(each.amount) * stopped)
        for each in self.due:
            if each.funder == funder.name:
                paid.setdefault(each.node, []).append(constant(model.money(each.amount)))
        for node in tree:
            path = tree.path(node.index)
            within = total(each for m in path[: last + 1] for each in paid.get(m, ()))
            money = there(model, funder, path[min(last, node.period)] if last >= 0 else None)
            yield f"fee_within_{model.tag(funder)}_n{node.index}", within <= money
            after = total(each for m in path[last + 1 :] for each in paid.get(m, ()))
            kept = funder.carry_over
            if len(after):
                yield f"fee_after_{model.tag(funder)}_n{node.index}", after + kept * within <= kept * money

    def penalty(self, model: Model) -> Linear:
        """Where cost is minimised, what is paid out is a cost."""
        if model.objective != "cost":
            return ZERO
        tree, instance = model.instance.tree, model.instance
        return total(
            float(tree[each.node].probability)
            * each.amount
            * (1 - model.on(instance.activity(each.activity), each.node))
            for each in self._owed(instance)
        ) + constant(0.0)

    def priced(self, instance: Instance, plan: Plan, objective: Objective) -> float:
        if objective != "cost":
            return 0.0
        return float(sum(instance.tree[each.node].probability * each.amount for each in self.fees(instance, plan)))

    def fees(self, instance: Instance, plan: Plan) -> tuple[Grant, ...]:
        """What each tranche pays for promised work that the plan does not do, in whole currency units."""
        running = plan.work()
        return tuple(each for each in self._owed(instance) if (each.activity, each.node) not in running)

    def paid_out(self, instance: Instance, plan: Plan) -> tuple[Grant, ...]:
        """All fees, those that were due before among them: one for each tranche, work and node."""
        sums: dict[tuple[str, str, int], int] = {}
        for each in (*self.due, *self.fees(instance, plan)):
            key = each.funder, each.activity, each.node
            sums[key] = sums.get(key, 0) + each.amount
        return in_order(instance, (Grant(*key, amount) for key, amount in sums.items()))

    def met(self, instance: Instance, plan: Plan) -> bool:
        running = plan.work()
        kept = all(
            (now := running.get((work.activity, work.node))) is None or now.spend >= work.spend for work in self.works
        )
        off = {"budget"} & (plan.without | instance.switched_off)
        return kept and (bool(off) or all(self._affords(instance, plan, funder) for funder in instance.funders))

    def _affords(self, instance: Instance, plan: Plan, funder: Funder) -> bool:
        """Whether the tranche pays its grants and what it owes on every path."""
        tree, (_, last) = instance.tree, periods(instance, funder)
        paid = [each for each in (*plan.grants, *self.paid_out(instance, plan)) if each.funder == funder.name]
        over = exact(funder.carry_over)
        for node in tree:
            path = tree.path(node.index)
            within = sum(each.amount for each in paid if each.node in path[: last + 1])
            after = sum(each.amount for each in paid if each.node in path[last + 1 :])
            money = (
                funder.amount + self._raised(instance, plan, funder, path[min(last, node.period)]) if last >= 0 else 0
            )
            if within > money or after > over * (money - within):
                return False
        return True

    def _raised(self, instance: Instance, plan: Plan, funder: Funder, node: int) -> Fraction:
        """What has come for the tranche by the node; a hair more, as outputs are rounded down."""
        if "fundraising" in plan.without | instance.switched_off:
            return Fraction(0)
        running = plan.work()
        come = Fraction(0)
        for activity, m, amount in raising.sources(instance, funder, node):
            work = running.get((activity.name, m))
            if work is not None:
                come += amount * (exact(work.output or 0.0) + Fraction(1, 10**6))
        return come

    def _owed(self, instance: Instance) -> Iterator[Grant]:
        """What each promised payment would come to if the work did not run."""
        promised = {(work.activity, work.node) for work in self.works}
        funders = {funder.name: funder for funder in instance.funders}
        for each in self.grants:
            funder = funders.get(each.funder)
            if funder is None or (each.activity, each.node) not in promised:
                continue
            first, last = periods(instance, funder)
            period = instance.tree[each.node].period
            fee = ceil(self.share * each.amount)
            if fee and period >= first and (period <= last or funder.carry_over):
                yield Grant(each.funder, each.activity, each.node, fee)
