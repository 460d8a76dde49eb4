"""From plans and bounds to prices.

Every plan found is audited under the rules of both problems and counts in each where it passes; every bound counts in
both directions as far as the rule's promise goes (``interval``). A bound that an audited plan refutes counts for
nothing. Only then are prices taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from models.audit import Audit, audit
from models.instance import Instance
from models.plan import Plan
from models.rule import Effect, Rule
from planner.diff import Side, compare, standing
from planner.errors import InputError
from planner.price.interval import difference, tightened
from planner.price.prices import Price, Verdict
from planner.price.solved import ALL, Without
from planner.series.interval import IMPOSSIBLE, Interval, proven
from planner.series.solved import Answer
from planner.series.worth import REFUTED, audited, ceiling, number, refuted, value
from planner.solve.options import SolveOptions
from planner.solve.result import Status, relative_gap
from planner.solve.verdict import refutes

_BROKEN = (
    "This rule does not do what the book says of it: a plan or a bound without it contradicts one with it. Nothing was "
    "made narrower by what it promises; please report this."
)
_UNSOUND = (
    "The audit refused the plan found without this rule, so nothing of that search was used: a mistake of the program, "
    "please report it."
)


@dataclass(frozen=True)
class Best:
    """A plan under one set of rules, with its audit; ``worth`` is its score, or minus its cost."""

    plan: Plan
    audit: Audit
    worth: float


@dataclass
class Judge:
    """Weighs the answers for the plan with all ``rules`` and without single ones."""

    instance: Instance
    options: SolveOptions
    rules: Mapping[str, Rule]
    messages: list[str] = field(default_factory=list)

    # --- plans ------------------------------------------------------------------------------------------------

    def best(self, plans: Iterable[Plan | None], rule: str = ALL) -> Best | None:
        """The best of ``plans`` under all rules but ``rule``, of those that pass the audit so."""
        tried = (self._tried(plan, rule) for plan in plans if plan is not None)
        return max((each for each in tried if each is not None), key=lambda each: each.worth, default=None)

    def _tried(self, plan: Plan, rule: str) -> Best | None:
        """The plan under all rules but ``rule``; where its transfers and bonuses do not fit those, as they allow."""
        off = self.options.without | ({rule} if rule else set())
        for variant in (replace(plan, without=off), replace(plan, without=off, transfers=None, bonuses=None)):
            found = audit(self.instance, variant, objective=self.options.objective)
            if found.passed:
                return Best(variant, found, audited(found, self.options))
        return None

    def value(self, worth: float) -> float | None:
        """A worth as score or cost; None where it is not known."""
        return value(worth, self.options)

    # --- optima -----------------------------------------------------------------------------------------------

    def known(self, answer: Answer, best: Best | None) -> tuple[Interval, tuple[str, ...]]:
        """What is known of the worth of an optimum, and what there is to say of it."""
        if answer.status is Status.REFUSED:
            return Interval(best.worth if best else -inf, inf), (_UNSOUND,)
        low = best.worth if best else -inf
        high = ceiling(answer, low, self.options)
        if high == -inf:
            return IMPOSSIBLE, ()
        return Interval(low, max(high, low)), (REFUTED,) * refuted(answer, low, self.options)

    # --- prices -----------------------------------------------------------------------------------------------

    def prices(self, answer: Answer, solved: Sequence[Without]) -> tuple[Best, Interval, tuple[Price, ...]]:
        """The best plan with all rules, what is known of its like, and the prices in the order of ``solved``."""
        answers = {each.rule: each.answer for each in solved if each.answer is not None}
        best = self.best([answer.plan, *(each.plan for each in answers.values())])
        if best is None:
            raise InputError("The plan to resume from is refused by the audit", "Remove the file and begin anew.")
        kept, notes = self.known(answer, best)
        self.messages += notes
        bests = {rule: self.best([each.plan, best.plan], rule) for rule, each in answers.items()}
        apart: dict[str, tuple[Interval, tuple[str, ...]]] = {}
        for rule, found in answers.items():
            without, said = self.known(found, bests[rule])
            kept, without, doubt = self._promised(self.rules[rule].effect, kept, without)
            apart[rule] = without, (*said, *doubt)
        prices = []
        for each in solved:
            if each.answer is None:
                prices.append(self._asleep(each.rule))
            else:
                without, said = apart[each.rule]
                prices.append(self._price(each.rule, each.answer, kept, without, (best, bests[each.rule]), said))
        return best, kept, tuple(prices)

    def _promised(
        self, effect: Effect, kept: Interval, without: Interval
    ) -> tuple[Interval, Interval, tuple[str, ...]]:
        """Both optima as narrow as the promise of the rule makes them; as they are where it seems to be broken."""
        if effect == "restricts" and without == IMPOSSIBLE:
            return kept, Interval(), (_BROKEN,)
        pair = tightened(effect, kept, without)
        if any(self._contradicted(each) for each in pair):
            return kept, without, (_BROKEN,)
        with_rule, without_rule = (replace(each, high=max(each.low, each.high)) for each in pair)
        return with_rule, without_rule, ()

    def _contradicted(self, optimum: Interval) -> bool:
        return refutes(self.value(optimum.low), self.value(optimum.high), self.options.objective)

    def _asleep(self, rule: str) -> Price:
        book = self.rules[rule]
        return Price(
            rule=rule,
            effect=book.effect,
            sentence=book.sentence,
            verdict=Verdict.ASLEEP,
            low=0.0,
            high=0.0,
            percent_low=0.0,
            percent_high=0.0,
        )

    def _price(
        self,
        rule: str,
        answer: Answer,
        kept: Interval,
        without: Interval,
        plans: tuple[Best, Best | None],
        messages: tuple[str, ...],
    ) -> Price:
        book, (with_rule, without_rule) = self.rules[rule], plans
        kept, without, _ = self._promised(book.effect, kept, without)
        price = difference(book.effect, kept, without)
        own = self.value(with_rule.worth)
        share = 100 / own if own is not None and own > 0 else None
        change = None
        if without_rule is not None:
            change = compare(Side(self.instance, with_rule.plan), Side(self.instance, without_rule.plan))
        return Price(
            rule=rule,
            effect=book.effect,
            sentence=book.sentence,
            verdict=self._verdict(price, kept, without),
            low=number(price.low),
            high=number(price.high),
            percent_low=None if share is None else number(price.low * share),
            percent_high=None if share is None else number(price.high * share),
            status=answer.status,
            value=None if without_rule is None else self.value(without_rule.worth),
            bound=self.value(without.high),
            plan=None if without_rule is None else without_rule.plan,
            difference=change,
            standing=() if without_rule is None else standing(without_rule.audit.replay),
            seconds=answer.seconds,
            messages=messages,
        )

    def _verdict(self, price: Interval, kept: Interval, without: Interval) -> Verdict:
        if without == IMPOSSIBLE:
            return Verdict.NEEDED
        if not proven(price, kept):
            return Verdict.UNPROVEN
        return Verdict.COSTS if price.low > 0 else Verdict.BRINGS

    def gap(self, kept: Interval) -> float | None:
        """The relative gap of the plan with all rules, as narrow as all solves together make it."""
        return relative_gap(self.value(kept.high), self.value(kept.low), self.options.objective)
