"""From the answers under all beliefs to roles and to what each belief would move."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, isfinite

from models.differing import used
from models.instance import Instance
from models.plan import Plan
from planner.robust.beliefs import AS_STATED, Belief, ranged
from planner.robust.found import Case, Place, Robust, Role, Turn
from planner.series import Answer, Interval, minus
from planner.series.interval import IMPOSSIBLE
from planner.series.worth import ceiling, worth
from planner.solve.options import SolveOptions
from planner.solve.result import TOLERANCE


class Judge:
    """Collects answers by belief; ``provable`` is work whose role the proofs so far leave standing."""

    def __init__(self, instance: Instance, options: SolveOptions, base: Answer, beliefs: Iterable[Belief]) -> None:
        self.instance, self.options, self.base = instance, options, base
        self.beliefs = tuple(beliefs)
        self.instances = {each: each.applied(instance) for each in self.beliefs}
        self.answers: dict[Belief, Answer] = {}
        self.held: dict[Belief, Answer] = {}
        self.provable: set[str] = set()
        self.unsettled: set[Belief] = set(self.beliefs)
        self._plans: dict[Belief, list[tuple[float, Plan]]] = {each: [] for each in self.beliefs}
        for kept in (False, True):
            self.take(AS_STATED, kept, base)

    def take(self, belief: Belief, kept: bool, answer: Answer) -> None:
        """An answer; where the plan is ``kept``, its works, starts and spending are the adopted ones."""
        (self.held if kept else self.answers)[belief] = answer
        if answer.plan is not None and isfinite(own := worth(self.instances[belief], answer.plan, self.options)):
            self.offer(belief, answer.plan, own)

    def offer(self, belief: Belief, plan: Plan, own: float) -> None:
        """A plan that is worth so much under the belief."""
        self._plans[belief].append((own, plan))

    # --- optima -----------------------------------------------------------------------------------------------

    def low(self, belief: Belief) -> float:
        """The worth of the best plan found."""
        return max((own for own, _ in self._plans[belief]), default=-inf)

    def reference(self, belief: Belief) -> Plan | None:
        """The best plan found; the adopted one where it is as good."""
        return max(self._plans[belief], key=lambda each: each[0], default=(-inf, None))[1]

    def worse(self, belief: Belief, high: float) -> bool:
        """Whether plans up to that worth are surely worse than the best one found."""
        low = self.low(belief)
        return high < low - TOLERANCE * max(abs(low), 1e-3)

    def best(self, belief: Belief) -> Interval:
        low = self.low(belief)
        high = ceiling(self.answers[belief], low, self.options)
        return IMPOSSIBLE if high == -inf else Interval(low, max(low, high))

    def kept(self, belief: Belief) -> Interval:
        """The worth of the adopted plan."""
        answer, instance = self.held[belief], self.instances[belief]
        low = worth(instance, answer.plan, self.options)
        if belief is AS_STATED:
            return Interval(low, low)
        high = ceiling(answer, low, self.options)
        return IMPOSSIBLE if high == -inf else Interval(low, max(low, high))

    # --- what comes of it -------------------------------------------------------------------------------------

    def told(self) -> Robust:
        assert self.base.plan is not None
        done = [each for each in self.beliefs if each in self.answers and each in self.held]
        cases = {each: self._case(each) for each in done}
        names = ranged(self.instance)
        turns = sorted(self._turns(cases, names), key=_found, reverse=True)
        whole = {frozenset(each.ends) for each in done if len(each.ends) == len(names)}
        return Robust(
            instance=self.instance,
            options=self.options,
            status=self.base.status,
            plan=self.base.plan,
            cases=tuple(cases.values()),
            places=tuple(self._places(done)),
            turns=tuple(turns),
            leading=bool(turns) and all(turns[0].swing.low >= each.swing.high for each in turns[1:]),
            corners=len(whole) == 2 ** len(names),
            left=tuple(each.label for each in self.beliefs if each not in cases),
        )

    def _case(self, belief: Belief) -> Case:
        best, held = self.best(belief), self.kept(belief)
        if IMPOSSIBLE in (best, held):
            regret = Interval(inf, inf) if best != IMPOSSIBLE else Interval(0.0, 0.0)
        else:
            regret = minus(best, held)
            regret = Interval(max(0.0, regret.low), max(0.0, regret.high))
        return Case(
            belief=belief,
            status=self.answers[belief].status,
            held_status=self.held[belief].status,
            plan=self.reference(belief),
            best=best,
            held=held,
            regret=regret,
        )

    def _turns(self, cases: dict[Belief, Case], names: list[str]) -> Iterable[Turn]:
        alone = {each.ends[0]: case for each, case in cases.items() if each.alone}
        for name in names:
            activity = self.instance.activity(name)
            low = alone.get((name, "low")) if activity.low < 1 else cases[AS_STATED]
            high = alone.get((name, "high")) if activity.high > 1 else cases[AS_STATED]
            if low is not None and high is not None:
                yield Turn(
                    activity=name,
                    low=low,
                    high=high,
                    swing=_change(high.best, low.best),
                    moves=_change(high.held, low.held),
                    regret=Interval(
                        max(low.regret.low, high.regret.low),
                        max(low.regret.high, high.regret.high),
                    ),
                )

    # --- roles ------------------------------------------------------------------------------------------------

    def unanimous(self) -> set[str]:
        """Work whose role is the same in every plan that is best as far as is found, and is free to choose."""
        free = {each.name for each in self.instance.activities if each.status not in ("committed", "excluded")}
        seen = [used(plan) for belief in self.beliefs for plan in self._ties(belief)]
        return {name for name in free if len({name in each for each in seen}) == 1}

    def _ties(self, belief: Belief) -> list[Plan]:
        """Every plan found that is as good as the best one."""
        return [plan for own, plan in self._plans[belief] if not self.worse(belief, own)]

    def _places(self, done: list[Belief]) -> Iterable[Place]:
        best = [used(plan) for belief in done if (plan := self.reference(belief)) is not None]
        seen = [used(plan) for belief in done for plan in self._ties(belief)]
        for activity in self.instance.activities:
            name = activity.name
            inside = {name in each for each in seen}
            role = Role.BORDERLINE if len(inside) > 1 else Role.CORE if inside == {True} else Role.EXTERIOR
            fixed = activity.status in ("committed", "excluded")
            yield Place(
                activity=name,
                role=role,
                share=sum(name in each for each in best) / max(1, len(best)),
                proven=role is not Role.BORDERLINE and (fixed or (name in self.provable and not self.unsettled)),
            )


def _change(after: Interval, before: Interval) -> Interval:
    if IMPOSSIBLE == after == before:
        return Interval(0.0, 0.0)
    return minus(after, before)


def _found(turn: Turn) -> tuple[float, float]:
    """What the best plan found gains from low to high; then what the adopted one may lose."""
    if turn.low.best == IMPOSSIBLE or turn.high.best == IMPOSSIBLE:
        return turn.swing.low, turn.regret.low
    return turn.high.best.low - turn.low.best.low, turn.regret.low
