"""What conditions cost, and who else could pay, for people."""

from __future__ import annotations

from math import inf

from planner.diff import sentence
from planner.earmarks.agreements import agreements
from planner.earmarks.gains import Earmarks, Gain, Verdict
from planner.earmarks.payers import Choice
from planner.identity import identity, short
from planner.show.amounts import ends
from planner.show.letters import clean, joined, money, percent
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

_ENDINGS = {
    "infeasible": "No plan meets every requirement: this is proven. So there is nothing to compare with.",
    "refused": "The audit refused the solver's plan: a mistake of the program. There is nothing to tell.",
}


def render(
    found: Earmarks, *, width: int = 100, ascii_only: bool = False, colour: bool = False, verbose: bool = False
) -> str:
    """The page as text; ``verbose`` tells what changes in the plan where nothing is proven, too."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    name = clean(found.instance.horizon.name) or "An instance"
    page.line(f"{name}: what each funder's conditions cost. {NO_FORECAST}", "bold")
    page.line(_plan(found))
    if found.gains:
        page.line(
            "Releasing a condition keeps every plan there is, so it never costs anything. What it would buy is an "
            "interval that holds the true difference between the best plans with it and without it."
        )
    for verdict, heading in (
        (Verdict.BUYS, "Released, these would buy a better plan"),
        (Verdict.UNPROVEN, "Unproven: the searches leave more open than these conditions matter"),
    ):
        _gains(page, found, verdict, heading, verbose)
    _nothing(page, found)
    if found.plan is not None:
        _payers(page, found)
    _closing(page, found)
    return page.text()


def _plan(found: Earmarks) -> str:
    if found.plan is None or found.value is None:
        return _ENDINGS.get(str(found.status), "The search ended before any plan was found: nothing to compare with.")
    cost = found.options.objective == "cost"
    words = f"cost {_amount(found, found.value)}" if cost else f"score {found.value:.4f}"
    if found.bound is None:
        return f"The plan with all conditions: {words} (nothing is proven of better ones)."
    limit = f"no plan {'below' if cost else 'above'} {_amount(found, found.bound)}"
    return f"The plan with all conditions: {words} ({limit}, {percent(found.gap or 0.0)} from it)."


def _amount(found: Earmarks, value: float) -> str:
    if found.options.objective == "cost":
        return f"{money(value)} {found.instance.horizon.currency}".rstrip()
    return f"{value:.4f}"


def title(gain: Gain) -> str:
    """Whose condition, and what it says."""
    release = gain.release
    if not release.donor:
        return "All conditions of all donors"
    if release.kind is None:
        return f"{clean(release.donor)}: all its conditions together"
    return f"{clean(release.tranche or release.donor)}: {clean(release.said)}"


def _gains(page: Page, found: Earmarks, verdict: Verdict, heading: str, verbose: bool) -> None:
    chosen = [gain for gain in found.gains if gain.verdict is verdict]
    if not chosen:
        return
    page.heading(heading)
    for gain in chosen:
        page.line(f"{title(gain)}  {_interval(found, gain)}", "bold", indent=INDENT)
        if gain.difference is not None and (verbose or verdict is Verdict.BUYS):
            currency = found.instance.horizon.currency
            page.line(sentence(gain.difference, "Without it the plan", currency=currency), "dim", indent=2 * INDENT)
        for message in gain.messages:
            page.line(message, indent=2 * INDENT)
    if verdict is Verdict.UNPROVEN:
        page.line("A smaller --gap, with a longer --time-limit, may settle some of them.", indent=INDENT)


def _interval(found: Earmarks, gain: Gain) -> str:
    """``1.2 to 1.5 % (0.0084 to 0.0106 points)``, rounded outwards."""
    if found.options.objective == "cost":
        amount = _ends(gain.low, gain.high, 0, f" {found.instance.horizon.currency}".rstrip())
    else:
        amount = _ends(gain.low, gain.high, 4, " points")
    if gain.percent_low is None and gain.percent_high is None:
        return amount
    return f"{_ends(gain.percent_low, gain.percent_high, 2, ' %')}  ({amount})"


def _ends(low: float | None, high: float | None, digits: int, unit: str) -> str:
    return ends(low or 0.0, inf if high is None else high, digits, unit)


def _nothing(page: Page, found: Earmarks) -> None:
    chosen = [gain for gain in found.gains if gain.verdict is Verdict.NOTHING]
    if chosen:
        page.heading("Proven to buy nothing")
    for gain in chosen:
        page.line(title(gain), indent=INDENT)


def _payers(page: Page, found: Earmarks) -> None:
    """Agreements by whether others could pay; those with one possible payer in a line per funder."""
    page.heading("Who else could equally pay for the same works")
    page.line(
        "Who pays in a plan is one choice among equals. An amount could come from another funder where all works can "
        "still be paid by the rules; other payments may shift for that.",
        "dim",
        indent=INDENT,
    )
    only: dict[str, list[str]] = {}
    for each in agreements(found):
        what = f"{clean(each.activity)} ({money(each.amount)}, {each.span})"
        if each.choice is Choice.ONLY:
            only.setdefault(each.funder, []).append(what)
            continue
        words = f"{clean(each.funder)} for {what}: "
        if each.others:
            words += f"{joined([clean(name) for name in each.others], 'or')} could pay as well"
        else:
            words += "others could only together" if each.choice is Choice.TOGETHER else "not known"
        if each.unsure:
            words += f"; not known of {joined([clean(name) for name in each.unsure])}"
        page.line(f"{words}.", indent=INDENT)
    for funder, works in only.items():
        page.line(f"Nobody but {clean(funder)} could pay for {joined(works)}.", indent=INDENT)


def _closing(page: Page, found: Earmarks) -> None:
    page.line()
    if found.left:
        page.line(f"Stopped before these were solved: {joined([clean(each.key) for each in found.left])}.")
    if found.plan is not None and len(found.payers) < len(found.plan.grants):
        page.line(f"Stopped after {len(found.payers)} of {len(found.plan.grants)} payments were asked about.")
    if not found.complete and found.plan is not None:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    for message in (*found.clash, *found.messages):
        page.line(message)
    page.line(f"Solver {found.solver}, {found.seconds:.0f} s. Instance {short(identity(found.instance))}.", "dim")
