"""Alternatives for people."""

from __future__ import annotations

from math import inf

from planner.alternatives.found import Alternative, Alternatives, Ending
from planner.diff import sentence
from planner.identity import identity, short
from planner.robust import text as robust_text
from planner.show.amounts import ends
from planner.show.letters import clean, joined, money, percent
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

_RESPECTS = {"activities": "in whether it runs", "starts": "in when it starts", "payers": "in who pays for it"}
_NO_PLAN = {
    "infeasible": "No plan meets every requirement: this is proven. So there is nothing to vary.",
    "refused": "The audit refused the solver's plan: a mistake of the program. There is nothing to tell.",
}


def render(
    found: Alternatives, *, width: int = 100, ascii_only: bool = False, colour: bool = False, verbose: bool = False
) -> str:
    """The page as text; ``verbose`` names more of what is otherwise, and tells of every belief."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    name = clean(found.instance.horizon.name) or "An instance"
    page.line(f"{name}: plans nearly as good that are otherwise. {NO_FORECAST}", "bold")
    if found.plan is None or found.value is None:
        page.line(_NO_PLAN.get(str(found.status), "The search ended before any plan was found: nothing to vary."))
    else:
        limit = "nothing is proven of better ones"
        if found.bound is not None:
            side = "below" if found.options.objective == "cost" else "above"
            limit = f"no plan {side} {_amount(found, found.bound)}, {percent(found.gap or 0.0)} from it"
        what = "Cost" if found.options.objective == "cost" else "Score"
        page.line(f"The best plan found: {what.lower()} {_amount(found, found.value)} ({limit}).")
        if found.number:
            page.line(_asked(found))
            for number, each in enumerate(found.alternatives, start=1):
                _alternative(page, found, number, each, 99 if verbose else 4)
            page.line()
            page.line(_ending(found))
        if found.robust is not None:
            robust_text.add(page, found.robust, verbose=verbose)
    page.line()
    if found.plan is not None and not found.complete:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    for message in (*found.clash, *found.messages):
        page.line(message)
    page.line(f"Solver {found.solver}, {found.seconds:.0f} s. Instance {short(identity(found.instance))}.", "dim")
    return page.text()


def _asked(found: Alternatives) -> str:
    respects = joined([_RESPECTS[each] for each in found.by], "or")
    what = "the cost" if found.options.objective == "cost" else "the score"
    words = "1 activity differs" if found.differ == 1 else f"{found.differ} activities differ"
    payers = (
        " Payers are others where at least half of the money comes from donors who pay nothing for it there."
        if "payers" in found.by
        else ""
    )
    return (
        f"Each plan below loses at most {percent(found.loss)} of {what}, and at least {words} from the best "
        f"plan and from every plan before it: {respects}.{payers} A loss is an interval: from the best plan found, and "
        "from what is proven of any plan."
    )


def _alternative(page: Page, found: Alternatives, number: int, each: Alternative, most: int) -> None:
    cost = found.options.objective == "cost"
    unit = f" {found.instance.horizon.currency}".rstrip() if cost else " points"
    high = inf if each.loss_high is None else each.loss_high
    loss = ends(each.loss_low, high, 0 if cost else 4, unit)
    if each.percent_low is not None:
        share = ends(each.percent_low, inf if each.percent_high is None else each.percent_high, 2, " %")
        loss = f"{share} ({loss})"
    page.heading(f"{number}. {'Cost' if cost else 'Score'} {_amount(found, each.value)}, loses {loss}")
    currency = found.instance.horizon.currency
    words = sentence(each.difference, "It", most=most, currency=currency)
    same = each.difference.same and each.payers and "payers" in found.by
    page.line("It does what the best plan does; who pays differs." if same else words, indent=INDENT)
    if each.payers and "payers" in found.by:
        page.line(f"{_payers(found, each)}.", indent=INDENT)
    apart = [f"{count} from {k or 'the best plan'}" for k, count in enumerate(each.apart)]
    page.line(f"Activities apart: {joined(apart)}. Audit: passed.", "dim", indent=INDENT)
    for message in each.messages:
        page.line(message, indent=INDENT)


def _payers(found: Alternatives, each: Alternative) -> str:
    from models.differing import givers

    now = givers(found.instance, each.plan)
    assert found.plan is not None
    then = givers(found.instance, found.plan)
    told = [
        f"{joined([clean(giver) for giver in now[name]])} for {clean(name)} instead of "
        f"{joined([clean(giver) for giver in then[name]])}"
        for name in each.payers
    ]
    return f"Paid by {'; '.join(told)}"


def _ending(found: Alternatives) -> str:
    loss = percent(found.loss)
    match found.ending:
        case Ending.NUMBER:
            return "As many as were asked for; there may be more (--number)."
        case Ending.BEYOND:
            assert found.next_bound is not None
            side = "below" if found.options.objective == "cost" else "above"
            return (
                f"No further plan within {loss} differs by so much from the best plan and those above: proven (none "
                f"{side} {_amount(found, found.next_bound)})."
            )
        case Ending.NONE:
            return "No further plan at all differs by so much from the best plan and those above: proven."
        case Ending.UNPROVEN:
            what = "cost" if found.options.objective == "cost" else "score"
            best = (
                "" if found.next_value is None else f", whose best plan has {what} {_amount(found, found.next_value)}"
            )
            return (
                f"Unproven whether a further plan within {loss} differs by so much: the search for one left that open"
                f"{best}. A longer --time-limit, or a smaller --gap, may tell."
            )
    return "Stopped before it was known whether there are more."


def _amount(found: Alternatives, value: float) -> str:
    if found.options.objective == "cost":
        return f"{money(value)} {found.instance.horizon.currency}".rstrip()
    return f"{value:.4f}"
