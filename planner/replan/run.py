"""``replan``: plan again from a date on, without upheaval.

What lies before the date has happened and stays as it was: runs, money, who paid, what was signed, and what of it
counts in the instance as it is now. Work under way then is promised: it goes on as planned, or is stopped at a
price. From the date on, works may run otherwise than adopted: all of them, a limited number, or each at a price.

Two searches tell what that stability costs: one for the plan asked for, one that holds nothing but the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import Any

from models.audit import audit
from models.instance import Instance
from models.moment import Moment
from models.plan import Plan, Work
from models.whatif import Condition, Keep
from models.whatif.buyout import BuyOut
from models.whatif.changes import Changes
from models.whatif.past import Past
from planner.errors import InputError
from planner.replan.adopted import counted, joined, possible, promised
from planner.replan.answer import Carried, Commitments, Replan
from planner.replan.happened import conditioned, onto
from planner.replan.judge import compared, judged
from planner.series import Answer, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions

NEW, FREE = "the new plan", "the best plan with this past"


def replan(
    instance: Instance,
    adopted: Plan,
    begin: str,
    options: SolveOptions | None = None,
    *,
    actual: Plan | None = None,
    happened: str = "",
    commitments: Commitments = "keep",
    buy_out: float | None = None,
    most_changes: int | None = None,
    change_cost: float = 0.0,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Replan:
    """Plan ``instance`` again from the period that holds ``begin`` (a date or a period) on, near the ``adopted`` plan.

    ``actual`` is a plan of what really happened before, ``happened`` the scenario that has come about. ``commitments``:
    work under way is kept, or may be stopped at ``buy_out`` (a share of what its givers had promised, 0 to 1), or is
    free. ``most_changes`` limits the works that run otherwise, ``change_cost`` is the price of each in points of score
    (under *cost*: currency units). The other arguments are those of ``planner.ladder``.

    Raises ``InputError`` where the date, an option or the file cannot be used, or what has happened breaks a rule of
    the instance, and ``SolverFailed`` where a solve breaks down.
    """
    started = monotonic()
    options = replace(options or SolveOptions(), **changes)
    _check(commitments, buy_out, most_changes, change_cost)
    period = period_of(instance, begin)
    if happened:
        whole, instance = instance, conditioned(instance, happened, period)
        adopted = onto(adopted, whole, instance)
        actual = None if actual is None else onto(actual, whole, instance)
    adopted = replace(adopted, without=options.without)
    carried = counted(instance, joined(instance, actual or adopted, adopted, period), options.objective)
    standing = _carried(instance, carried, options, period)
    behind = frozenset(node.index for node in instance.tree if node.period < period)
    ahead = frozenset(range(len(instance.tree))) - behind
    past = Past(carried, behind)
    due = promised(instance, carried, period) if commitments != "free" else ()
    kept = possible(instance, due)
    asked: list[Condition] = [past, *_promises(kept, carried, buy_out if commitments == "buy-out" else None)]
    if most_changes is not None or change_cost:
        asked.append(Changes(carried, ahead, most_changes, change_cost))
    base = replace(options, start=carried if standing.value is not None else None)
    searches = [Job(NEW, instance, replace(base, conditions=(*options.conditions, *asked)))]
    if len(asked) > 1:
        searches.append(Job(FREE, instance, replace(base, conditions=(*options.conditions, past))))
    answers: dict[str, Answer] = {}
    more = {"from": instance.calendar.label(period), "happened": happened}
    asking = question("replan", instance, options, **more)
    with Series(asking, jobs=jobs, resume=resume, on_progress=on_progress) as series:
        answers = {solved.key: solved.answer for solved in series.solve(searches)}
        interrupted = series.interrupted
    found = Replan(
        instance=instance,
        options=options,
        begin=instance.calendar.label(period),
        happened=happened,
        commitments=commitments,
        buy_out=buy_out,
        most_changes=most_changes,
        change_cost=change_cost,
        carried=standing,
        result=judged(searches[0], answers.get(NEW), (carried, _plan(answers.get(FREE))), versions(options)),
        kept=tuple(dict.fromkeys(work.activity for work in kept)),
        released=tuple(dict.fromkeys(work.activity for work in due if work not in kept)),
        undecided=_undecided(instance, period),
        interrupted=interrupted,
    )
    return replace(compared(found, searches, answers, ahead), seconds=monotonic() - started)


def _promises(kept: tuple[Work, ...], carried: Plan, buy_out: float | None) -> Iterator[Condition]:
    """That work under way goes on, or is paid out at a share of what had been promised."""
    if kept and buy_out is None:
        yield Keep(kept)
    elif kept:
        yield BuyOut(kept, carried.grants, Fraction(str(buy_out)))


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


def _plan(answer: Answer | None) -> Plan | None:
    return None if answer is None else answer.plan


def _check(commitments: str, buy_out: float | None, most_changes: int | None, change_cost: float) -> None:
    if commitments not in ("keep", "buy-out", "free"):
        raise InputError(f'option commitments: expected keep, buy-out or free, found "{commitments}"')
    if (commitments == "buy-out") is not (buy_out is not None):
        raise InputError(
            "a price of buying out and --commitments buy-out belong together",
            "Write --commitments buy-out --buy-out 25%: a quarter of what was promised is due where work is stopped.",
        )
    if buy_out is not None and not 0 <= buy_out <= 1:
        raise InputError(f"option buy_out: expected a share from 0 to 1, found {buy_out}")
    if most_changes is not None and most_changes < 0:
        raise InputError(f"option changes: expected a number of works, 0 or more, found {most_changes}")
    if not 0 <= change_cost < float("inf"):
        raise InputError(f"option change_cost: expected points of score, 0 or more, found {change_cost}")


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


def _undecided(instance: Instance, begin: int) -> tuple[str, ...]:
    """Scenarios of which one must be known to have come by the period, where that was not said."""
    nodes = [node for node in instance.tree if node.period == begin]
    return tuple(node.history for node in nodes) if len(nodes) > 1 else ()
