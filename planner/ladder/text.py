"""A ladder for people."""

from __future__ import annotations

from math import ceil, floor

from planner.identity import identity, short
from planner.ladder.document import changes
from planner.ladder.steps import Ladder, Step
from planner.show.letters import clean, joined, money
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

PROMISE = (
    "The promise: each work of the step below runs in every period in which it ran, starts where it started, and "
    "spends at least as much there, so that nothing has to be undone when more money comes. Who pays, and when what is "
    "signed, may change. Its price is what the best plan of that budget is better than the best one that keeps the "
    "step below: an interval that holds the true difference."
)


def render(found: Ladder, *, width: int = 100, ascii_only: bool = False, colour: bool = False) -> str:
    """The ladder as text."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    name = clean(found.instance.horizon.name) or "An instance"
    page.line(f"{name}: plans over rising budgets. {NO_FORECAST}", "bold")
    page.line(PROMISE)
    for number, step in enumerate(found.steps):
        _step(page, found, number, step)
    page.line()
    if found.left:
        page.line(f"Stopped before {joined([f'{float(share * 100):g} %' for share in found.left])} of the money.")
    if not found.complete:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    page.line(f"{found.seconds:.0f} s. Instance {short(identity(found.instance))}.", "dim")
    return page.text()


def _step(page: Page, found: Ladder, number: int, step: Step) -> None:
    budget = money(sum(funder.amount for funder in step.instance.funders))
    currency = found.instance.horizon.currency
    page.heading(f"{float(step.share * 100):g} % of the money, {budget} {currency}".rstrip())
    if step.plan is None:
        ending = "this is proven" if str(step.status) == "infeasible" else "the search ended before one was found"
        page.line(f"No plan: {ending}.", indent=INDENT)
        return
    cost = found.options.objective == "cost"
    what = "Cost" if cost else "Score"
    keeping = " that keeps the step below" if number else ""
    page.line(f"{what} {_amount(step.value, cost)}, {_limit(step.bound, cost)}{keeping}.", indent=INDENT)
    if number and step.price_low is not None:
        unit = f" {currency}".rstrip() if cost else " points"
        words = _ends(step.price_low, step.price_high, 0 if cost else 4) + unit
        nothing = "" if step.proven or step.price_high == 0 else " (unproven: the searches leave more open)"
        page.line(f"Price of the promise: {words}{nothing}.", indent=INDENT)
        page.line(
            f"Without the promise: {what.lower()} {_amount(step.free_value, cost)}, {_limit(step.free_bound, cost)}.",
            indent=INDENT,
        )
    if told := changes(found, number):
        page.line(told, "dim", indent=INDENT)


def _amount(value: float | None, cost: bool) -> str:
    return "not known" if value is None else money(value) if cost else f"{value:.4f}"


def _limit(bound: float | None, cost: bool) -> str:
    if bound is None:
        return "nothing is proven of any plan"
    return f"no plan {'below' if cost else 'above'} {_amount(bound, cost)}"


def _ends(low: float, high: float | None, digits: int) -> str:
    scale = 10**digits
    down = floor(low * scale + 1e-3) / scale + 0.0
    if high is None:
        return f"{down:,.{digits}f} or more"
    up = ceil(high * scale - 1e-3) / scale + 0.0
    return f"{up:,.{digits}f}" if down == up else f"{down:,.{digits}f} to {up:,.{digits}f}"
