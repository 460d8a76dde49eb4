"""From plans and bounds to what conditions cost.

Whoever releases more has every plan of whoever releases less: plans count upwards, bounds downwards. So differences are
never below 0, and all searches together make each interval narrower.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Plan
from planner.diff import Side, compare
from planner.earmarks.conditions import Release, released
from planner.earmarks.gains import Gain, Verdict
from planner.price.interval import difference
from planner.series import Answer, Interval, proven
from planner.series.worth import REFUTED, best, ceiling, number, refuted, value
from planner.solve.options import SolveOptions
from planner.solve.result import TOLERANCE, relative_gap


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an optimum: worth (score, or minus the cost) of its best plan, and a bound on any worth."""

    plan: Plan | None
    worth: Interval
    messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judge:
    """Weighs the answers of one instance; ``answers`` by what was released."""

    instance: Instance
    options: SolveOptions
    base: Answer
    answers: Mapping[Release, Answer]

    def kept(self) -> Known:
        """The best plan with all conditions. There is one."""
        own = self._known(self.instance, self.base, ())
        high = min([own.worth.high, *(self._high(self.answers[each], own.worth.low) for each in self.answers)])
        return Known(own.plan, Interval(own.worth.low, max(high, own.worth.low)), own.messages)

    def gain(self, release: Release) -> Gain:
        """What releasing buys, of a release that was solved."""
        kept, answer = self.kept(), self.answers[release]
        smaller = [self.answers[each].plan for each in self.answers if each.items < release.items]
        found = self._known(released(self.instance, release), answer, (self.base.plan, *smaller))
        larger = [each for each in self.answers if each.items > release.items]
        high = min([found.worth.high, *(self._high(self.answers[each], found.worth.low) for each in larger)])
        free = Interval(found.worth.low, max(high, found.worth.low))
        gap = difference("restricts", kept.worth, free)
        own = self.value(kept.worth.low)
        share = 100 / own if own is not None and own > 0 else None
        assert kept.plan is not None
        change = None
        if found.plan is not None:
            change = compare(Side(self.instance, kept.plan), Side(self.instance, found.plan))
        return Gain(
            release=release,
            verdict=_verdict(gap, kept.worth),
            low=number(gap.low),
            high=number(gap.high),
            percent_low=None if share is None else number(gap.low * share),
            percent_high=None if share is None else number(gap.high * share),
            status=answer.status,
            value=self.value(free.low),
            bound=self.value(free.high),
            plan=found.plan,
            difference=change,
            seconds=answer.seconds,
            messages=found.messages,
        )

    def value(self, worth: float) -> float | None:
        """A worth as score or cost; None where it is not known."""
        return value(worth, self.options)

    def gap(self, kept: Known) -> float | None:
        """The relative gap of the plan with all conditions, as narrow as all searches together make it."""
        return relative_gap(self.value(kept.worth.high), self.value(kept.worth.low), self.options.objective)

    def _known(self, instance: Instance, answer: Answer, others: tuple[Plan | None, ...]) -> Known:
        """The best of the answer's plan and ``others``, each audited under ``instance``."""
        plan, worth = best(instance, self.options, (), (answer.plan, *others))
        messages = (REFUTED,) * refuted(answer, worth, self.options)
        return Known(plan, Interval(worth, max(self._high(answer, worth), worth)), messages)

    def _high(self, answer: Answer, worth: float) -> float:
        """The bound of an answer on any worth; infinite where there is none, or a plan of that ``worth`` refutes it."""
        return ceiling(answer, worth, self.options)


def _verdict(gap: Interval, kept: Interval) -> Verdict:
    if gap.high <= TOLERANCE * max(abs(kept.low), 1e-3):
        return Verdict.NOTHING
    return Verdict.BUYS if proven(gap, kept) else Verdict.UNPROVEN
