"""One work in the plan that is explained, and what each other choice would lose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite

from models.audit import binding
from models.build import active_rules
from models.instance import Instance
from models.plan import Plan
from models.records import Activity
from models.rule import Rule
from models.whatif import Condition
from planner.diff import Side, compare, standing
from planner.explain.explanation import Alternative, Name, Verdict
from planner.explain.forbids import spans
from planner.explain.weigh import Case, Optimum, Weigh, loss, separated
from planner.series.interval import IMPOSSIBLE, Interval
from planner.show.reasons import REASONS


@dataclass(frozen=True)
class Scene:
    """``plan`` is the best one of ``base``, or nothing separates it from that."""

    instance: Instance
    weigh: Weigh
    activity: Activity
    base: Case
    plan: Plan

    @property
    def name(self) -> str:
        return self.activity.name

    @cached_property
    def inside(self) -> bool:
        return any(work.activity == self.name for work in self.plan.works)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return active_rules(self.instance, self.weigh.options.without)

    @cached_property
    def first(self) -> int | None:
        """The node of the first start; None where the plan does not run the work, or it was running before."""
        starts = [work.node for work in self.plan.works if work.activity == self.name and work.start]
        return min(starts, key=lambda node: self.instance.tree[node].period, default=None)

    def key(self, what: str) -> str:
        """A key that tells cases of one work from those of others, which may stand in the same file to resume from."""
        return f"{self.name}: {what}"

    def case(self, key: str, *conditions: Condition, off: Iterable[str] = (), start: Plan | None = None) -> Case:
        """A case of the instance as it is."""
        return Case(self.key(key), self.instance, conditions, frozenset(off), start)

    def free(self, off: frozenset[str] = frozenset()) -> Case:
        """The best plan without further conditions, and without ``off``."""
        return (
            replace(self.base, key=f"without {', '.join(sorted(off))}", off=off, start=self.plan) if off else self.base
        )

    def known_free(self, off: frozenset[str] = frozenset()) -> Optimum:
        """What is known of that plan; the one that is explained counts, too."""
        return self.weigh.known(self.free(off), [self.plan])

    def verdict(self, case: Case, plans: Iterable[Plan | None] = ()) -> tuple[Verdict, Interval, Optimum]:
        """What a case comes to beside the best plan under the same rules, and what it loses."""
        found, free = self.weigh.known(case, plans), self.known_free(case.off)
        lost, known = loss(free.worth, found.worth)
        if found.worth == IMPOSSIBLE:
            return Verdict.IMPOSSIBLE, lost, found
        if found.best is None:
            return Verdict.UNKNOWN, lost, found
        return (Verdict.WORSE if separated(lost, known) else Verdict.UNPROVEN), lost, found

    def told(self, name: Name, case: Case, subject: str = "", plans: Iterable[Plan | None] = ()) -> Alternative:
        """The alternative that a case stands for."""
        verdict, lost, found = self.verdict(case, plans)
        judge, answer = self.weigh.judge(case), self.weigh.answers.get(case.key)
        worth = self.known_free().worth.low
        measured = worth > 0 if self.weigh.options.objective == "progress" else worth < 0
        share = 100 / abs(worth) if measured and isfinite(worth) else None
        alternative = Alternative(
            name=name,
            subject=subject,
            verdict=verdict,
            low=number(lost.low),
            high=number(lost.high),
            percent_low=None if share is None else number(lost.low * share),
            percent_high=None if share is None else number(lost.high * share),
            status=None if answer is None else answer.status,
            bound=judge.value(found.worth.high),
            messages=found.messages,
        )
        if found.best is None:
            return alternative
        return replace(
            alternative,
            value=judge.value(found.best.worth),
            plan=found.best.plan,
            difference=compare(Side(self.instance, self.plan), Side(self.instance, found.best.plan)),
            standing=standing(found.best.audit.replay),
        )

    def binding_on_it(self, case: Case, before: int | None = None) -> dict[str, str]:
        """Rules that hold the work back in the best plan of a case (in periods ``before`` that one), in words."""
        best = self.weigh.known(case).best
        if best is None:
            return {}
        uses = {name for name, _ in self.activity.uses}
        periods: dict[str, set[int]] = {}
        for each in binding(best.audit.replay):
            period = self.instance.tree[each.node].period
            mediating = each.rule == "mediator_role" and each.subject == self.activity.conflict
            if (each.subject == self.name or each.subject in uses or mediating) and (before is None or period < before):
                periods.setdefault(each.rule, set()).add(period)
        return {
            rule: f"{REASONS[rule]} ({rule}, {spans(self.instance, found)})" for rule, found in sorted(periods.items())
        }


def number(value: float) -> float | None:
    """None for no limit."""
    return value if isfinite(value) else None
