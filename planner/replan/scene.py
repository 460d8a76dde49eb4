"""What is known when planning begins again: what has happened, what is promised, and the plan as carried on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.audit import audit
from models.instance import Instance
from models.moment import Moment
from models.plan import Plan, Work
from models.whatif import Condition
from models.whatif.buyout import BuyOut
from models.whatif.past import Past
from planner.errors import InputError
from planner.replan.adopted import counted, joined, possible, promised
from planner.replan.answer import Carried
from planner.replan.happened import conditioned, onto
from planner.replan.wishes import Wishes
from planner.series import Job
from planner.solve.options import SolveOptions

NEW, FREE = "the new plan", "the best plan with this past"


@dataclass(frozen=True)
class Scene:
    """``instance`` as it is known at the ``period`` (its number), and the adopted plan as it would be carried on."""

    instance: Instance
    options: SolveOptions
    period: int
    carried: Carried

    @property
    def begin(self) -> str:
        """The label of the period."""
        return self.instance.calendar.label(self.period)

    @property
    def ahead(self) -> frozenset[int]:
        """The nodes that can still be planned."""
        return frozenset(node.index for node in self.instance.tree if node.period >= self.period)

    def promised(self, wishes: Wishes) -> tuple[Work, ...]:
        """Work under way, unless it is free."""
        return () if wishes.commitments == "free" else promised(self.instance, self.carried.plan, self.period)

    def kept(self, wishes: Wishes) -> tuple[Work, ...]:
        """Promised work that the instance still lets run its course."""
        return possible(self.instance, self.promised(wishes))

    def undecided(self) -> tuple[str, ...]:
        """Scenarios of which one must be known to have come by now, where that was not said."""
        nodes = [node for node in self.instance.tree if node.period == self.period]
        return tuple(node.history for node in nodes) if len(nodes) > 1 else ()

    def searches(self, wishes: Wishes) -> list[Job]:
        """The search for the plan asked for; where that asks for more than the past, the one for the past alone too."""
        carried, ahead = self.carried.plan, self.ahead
        past: tuple[Condition, ...] = (Past(carried, frozenset(range(len(self.instance.tree))) - ahead),)
        if carried.fees:
            past += (BuyOut(due=carried.fees),)
        more = tuple(wishes.conditions(self.kept(wishes), carried, ahead))
        base = replace(
            self.options,
            start=carried if self.carried.value is not None else None,
            conditions=(*self.options.conditions, *past),
        )
        asked = Job(NEW, self.instance, replace(base, conditions=(*base.conditions, *more)))
        return [asked, Job(FREE, self.instance, base)] if more else [asked]


def scene(
    instance: Instance, adopted: Plan, begin: str, options: SolveOptions, *, actual: Plan | None, happened: str
) -> Scene:
    """What is known once the period that holds ``begin`` has come.

    Raises ``InputError`` where there is no such period, ``happened`` is not known by then, or what has happened breaks
    a rule of the instance.
    """
    period = period_of(instance, begin)
    past = actual or adopted
    if happened:
        whole, instance = instance, conditioned(instance, happened, period)
        past, adopted = onto(past, whole, instance), onto(adopted, whole, instance)
    adopted = replace(adopted, without=options.without)
    carried = counted(instance, joined(instance, past, adopted, period), options.objective)
    return Scene(instance, options, period, _carried(instance, carried, options, period))


def period_of(instance: Instance, begin: str) -> int:
    """The period that holds the date. Raises ``InputError`` where there is none."""
    calendar = instance.calendar
    first, last = calendar.label(0), calendar.label(calendar.number - 1)
    try:
        period = calendar.period_of(Moment.parse(begin.strip().upper()).first)
    except ValueError:
        period = -1
    if not 0 <= period < calendar.number:
        raise InputError(
            f'option from: expected a date or period from {first} to {last}, found "{begin}"',
            f"Name the first period that can still be planned, such as {calendar.label(calendar.number // 2)}.",
        )
    return period


def _carried(instance: Instance, plan: Plan, options: SolveOptions, begin: int) -> Carried:
    """The plan as it is carried on. Raises ``InputError`` where what has happened breaks a rule of this instance."""
    found = audit(instance, plan, objective=options.objective)
    past = [each for each in found.violations if each.node is not None and instance.tree[each.node].period < begin]
    if past:
        when = instance.calendar.label(begin)
        told = "\n".join(f"  {each}." for each in past[:10])
        rest = f"\n  and {len(past) - 10} more." if len(past) > 10 else ""
        raise InputError(
            f"what happened before {when} is not possible in this instance, and cannot be planned away. Correct the "
            f"rows it breaks, or let them begin in {when}; or state what really happened in a plan file (--actual)."
            f"\n{told}{rest}"
        )
    value = float(found.score if options.objective == "progress" else found.cost) if found.passed else None
    return Carried(plan=plan, value=value, violations=found.violations)
