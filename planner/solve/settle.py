"""What a plan states, brought down to what counts where they differ by no more than a solver's tolerance.

Solvers keep each row within about a millionth. Stocks add such slips up, so that a plan may state a hair more output,
bonus or ideas than its money, the rules and the stocks allow. The audit counts only what is allowed; here the plan is
made to state the same. Anything more than a hair too much is left as it is, for the audit to refuse.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from models.audit import replay
from models.instance import Instance
from models.plan import Plan

HAIR = Fraction(1, 100_000)
"""Slips up to this size are settled: ten times what the audit bears, far less than anything a plan decides."""
SCALE = 1_000_000_000


def settled(instance: Instance, plan: Plan, objective: str) -> Plan:
    """The same decisions, stating no more output, bonus or transfer than counts; ``plan`` itself where it does so."""
    counted = replay(instance, plan, objective="cost" if objective == "cost" else "progress")
    output, carried, used = counted.output, counted.transfer, counted.bonus
    works = tuple(
        work
        if work.output is None
        else replace(work, output=_lower(work.output, output.get((work.activity, work.node))))
        for work in plan.works
    )
    transfers = plan.transfers and tuple(
        replace(each, amount=_lower(each.amount, carried.get((each.conflict, each.link, each.node))))
        for each in plan.transfers
    )
    bonuses = plan.bonuses and tuple(
        replace(each, level=_lower(each.level, used.get((each.link, each.node)))) for each in plan.bonuses
    )
    return replace(plan, works=works, transfers=transfers, bonuses=bonuses)


def _lower(stated: float, counts: Fraction | None) -> float:
    """What counts, rounded down, where ``stated`` is more by at most a hair; None: nothing of the kind counts."""
    if counts is None or not 0 < Fraction(stated) - counts <= HAIR:
        return stated
    return int(counts * SCALE) / SCALE
