"""Prices for people: what costs, what brings, what is not proven."""

from __future__ import annotations

from math import ceil, floor

from planner.diff import progress_in_words, sentence
from planner.identity import identity, short
from planner.price.prices import Price, Prices, Verdict
from planner.show.letters import clean, joined, money, percent
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

_HEADINGS = {
    Verdict.COSTS: "What rules cost: without them a better plan exists",
    Verdict.BRINGS: "What rules bring: without them no plan is as good",
    Verdict.NEEDED: "Needed: without them no plan meets every requirement",
}
_WHOLE = 1e-3
"""Part of the last digit within which a number counts as that digit; beyond it intervals are rounded outwards."""


def render(
    prices: Prices, *, width: int = 100, ascii_only: bool = False, colour: bool = False, verbose: bool = False
) -> str:
    """The prices as text; ``verbose`` tells what changes in the plan where a price is not proven, too."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    page.line(f"{clean(prices.instance.horizon.name) or 'An instance'}: what each rule costs. {NO_FORECAST}", "bold")
    page.line(_plan(prices))
    if prices.prices:
        page.line(_how(prices))
    for verdict, heading in _HEADINGS.items():
        chosen = _sorted(prices, verdict)
        if chosen:
            page.heading(heading)
        for price in chosen:
            _block(page, prices, price)
    _unproven(page, prices, verbose)
    _others(page, prices)
    page.line()
    page.line(f"Solver {prices.solver}, {prices.seconds:.0f} s. Instance {short(identity(prices.instance))}.", "dim")
    return page.text()


def _plan(prices: Prices) -> str:
    """The plan everything is measured from."""
    if prices.plan is None:
        endings = {
            "infeasible": "No plan meets every requirement: this is proven. So no rule has a price.",
            "refused": "The audit refused the solver's plan: a mistake of the program. There are no prices.",
        }
        return endings.get(str(prices.status), "The search ended before any plan was found, so there are no prices.")
    assert prices.value is not None
    cost = prices.options.objective == "cost"
    value = f"{_amount(prices, prices.value)}{_currency(prices)}" if cost else f"score {prices.value:.4f}"
    known = "nothing is proven of better ones"
    if prices.bound is not None:
        limit = _amount(prices, prices.bound) if cost else f"{prices.bound:.4f}"
        known = f"no plan {'below' if cost else 'above'} {limit}"
        if prices.gap and (cost or prices.value > 0):
            known += f", {percent(prices.gap)} from it"
    return f"The plan with all rules: {value} ({known})."


def _how(prices: Prices) -> str:
    what = "the cost" if prices.options.objective == "cost" else "the score"
    return (
        f"A price is the difference a rule makes to {what} of the best plan, in per cent of {what} of this plan. Best "
        "plans are known only within what the searches proved; so a price is an interval that holds the true one."
    )


def _sorted(prices: Prices, verdict: Verdict) -> list[Price]:
    """Prices of one kind, the greatest first."""
    chosen = [price for price in prices.prices if price.verdict is verdict]
    return sorted(chosen, key=lambda price: -max(abs(price.low or 0.0), abs(price.high or 0.0)))


def _block(page: Page, prices: Prices, price: Price) -> None:
    """A price with what it is about and what changes."""
    line = price.rule
    if price.verdict is not Verdict.NEEDED:
        percents, points = _ends(price)
        amount = _in_units(prices, points)
        line += f"  {amount}" if percents == (None, None) else f"  {interval(*percents, ' %')}  ({amount})"
    page.line()
    page.line(line, "bold", indent=INDENT)
    page.line(price.sentence, "dim", indent=2 * INDENT)
    for words in _changes(prices, price):
        page.line(words, indent=2 * INDENT)


def _changes(prices: Prices, price: Price) -> list[str]:
    words = []
    if price.difference is not None:
        words.append(sentence(price.difference, "Without it the plan", currency=prices.instance.horizon.currency))
    words.append(progress_in_words(prices.standing, price.standing))
    return [*filter(None, words), *price.messages]


type Ends = tuple[float | None, float | None]


def _ends(price: Price) -> tuple[Ends, Ends]:
    """Per cent and points; what a rule brings is told without its sign."""
    percents, points = (price.percent_low, price.percent_high), (price.low, price.high)
    if price.verdict is Verdict.BRINGS:
        return _turned(percents), _turned(points)
    return percents, points


def _turned(ends: Ends) -> Ends:
    low, high = ends
    return None if high is None else -high, None if low is None else -low


def _in_units(prices: Prices, ends: Ends) -> str:
    if prices.options.objective == "cost":
        return interval(*ends, _currency(prices), digits=0)
    return interval(*ends, " points", digits=4)


def interval(low: float | None, high: float | None, unit: str, digits: int | None = None) -> str:
    """``7.0 to 8.2 %``, rounded outwards; ``7.0 % or more`` or ``at most 8.2 %`` where one end is open."""
    if digits is None:
        digits = 1 if min((abs(end) for end in (low, high) if end), default=0.0) >= 1 else 2
    scale = 10**digits
    down = None if low is None else floor(low * scale + _WHOLE) / scale + 0.0
    up = None if high is None else ceil(high * scale - _WHOLE) / scale + 0.0
    if down is None:
        return f"at most {up:,.{digits}f}{unit}" if up is not None else "not known"
    if up is None:
        return f"{down:,.{digits}f}{unit} or more"
    if down == up:
        return f"{up:,.{digits}f}{unit}"
    ends = [f"{end:,.{digits}f}" if end else "0" for end in (down, up)]
    return f"{' to '.join(ends)}{unit}"


def _unproven(page: Page, prices: Prices, verbose: bool) -> None:
    chosen = _sorted(prices, Verdict.UNPROVEN)
    if not chosen:
        return
    page.heading("Unproven: the searches leave more open than these rules matter")
    rows = [
        (price.rule, interval(price.percent_low, price.percent_high, " %"), _in_units(prices, (price.low, price.high)))
        for price in chosen
    ]
    page.rows(rows, ("left", "left", "left"))
    if any(price.low is None or price.low < 0 for price in chosen):
        page.line("Below 0 the rule brings, above 0 it costs.", indent=INDENT)
    page.line("A smaller --gap, with a longer --time-limit, may settle some of them.", indent=INDENT)
    for price in chosen:
        told = _changes(prices, price) if verbose else price.messages
        if told:
            page.line(f"{price.rule}: {' '.join(told)}", indent=INDENT)


def _others(page: Page, prices: Prices) -> None:
    """Rules without a price, and what else there is to say."""
    asleep = [price.rule for price in prices.prices if price.verdict is Verdict.ASLEEP]
    page.line()
    for words, names in (
        ("Asleep: nothing in this instance wakes them, so their price is exactly 0", asleep),
        ("Switched off, so not priced", prices.off),
        ("Stopped before these were priced", prices.left),
    ):
        if names:
            page.line(f"{words}: {joined(list(names))}.")
    if not prices.complete and prices.plan is not None:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    for message in (*prices.clash, *prices.messages):
        page.line(message)


def _amount(prices: Prices, value: float) -> str:
    return money(value) if prices.options.objective == "cost" else f"{value:.4f}"


def _currency(prices: Prices) -> str:
    return f" {prices.instance.horizon.currency}".rstrip()
