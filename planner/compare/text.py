"""A comparison for people: what each case comes to, what more money brings, what changes, who pays."""

from __future__ import annotations

from math import ceil, floor, inf

from planner.compare.comparison import Case, Comparison, Stretch
from planner.diff import progress_in_words, sentence
from planner.identity import identity, short
from planner.series import Interval
from planner.show.letters import clean, joined, money
from planner.show.page import INDENT, Page, Side
from planner.show.sentences import NO_FORECAST
from planner.solve.result import TOLERANCE

_WHOLE = 1e-3
"""Part of the last digit within which a number counts as that digit; beyond it intervals are rounded outwards."""
_DOING_NOTHING = frozenset({"budget"})
"""Rules that say no more than that money is used up."""


def render(
    comparison: Comparison, *, width: int = 100, ascii_only: bool = False, colour: bool = False, verbose: bool = False
) -> str:
    """The comparison as text; ``verbose`` tells what changes where no difference is proven, too."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    first = next((case for case in comparison.cases if case.change is None), comparison.cases[0])
    page.line(f"{clean(first.instance.horizon.name) or 'An instance'}: a comparison. {NO_FORECAST}", "bold")
    page.line(
        f"Differences are from {clean(first.label)}. Best plans are known only within what the searches proved; so a "
        "difference is an interval that holds the true one. One that the searches leave open is called unproven."
    )
    page.line()
    _table(page, comparison)
    _stretches(page, comparison)
    _changes(page, comparison, verbose)
    _payers(page, comparison)
    page.line()
    if comparison.left:
        page.line(f"Stopped before these were compared: {joined([clean(each) for each in comparison.left])}.")
    for message in comparison.messages:
        page.line(message)
    if not comparison.complete:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    known = sum(case.status is None and case.plan is not None for case in comparison.cases)
    spared = f", {known} more told by their neighbours" if comparison.solved and known > 0 else ""
    page.line(
        f"{comparison.solved} solved{spared}, {comparison.seconds:.0f} s. Instance {short(identity(first.instance))}.",
        "dim",
    )
    return page.text()


def interval(comparison: Comparison, change: Interval, digits: int | None = None) -> str:
    """``+0.0120 to +0.0131``, rounded outwards; in currency under the objective *cost*, where saving is above 0."""
    digits = digits if digits is not None else 4 if comparison.options.objective == "progress" else 0
    scale = 10**digits
    low = None if change.low == -inf else floor(change.low * scale + _WHOLE) / scale + 0.0
    high = None if change.high == inf else ceil(change.high * scale - _WHOLE) / scale + 0.0
    if low is None and high is None:
        return "not known"
    if low is None:
        return f"at most {high:+,.{digits}f}"
    if high is None:
        return f"{low:+,.{digits}f} or more"
    ends = [f"{end:+,.{digits}f}" if end else "0" for end in dict.fromkeys((low, high))]
    return " to ".join(ends)


def _table(page: Page, comparison: Comparison) -> None:
    objective = comparison.options.objective
    what = ("score", "no plan above") if objective == "progress" else ("cost", "no plan below")
    head = ("", "money", "spent", *what, "difference", "")
    rows = [
        (
            clean(case.label),
            money(case.money),
            "" if case.cost is None else money(case.cost),
            *(_amount(comparison, each) for each in (case.value, case.bound)),
            "" if case.change is None else interval(comparison, case.change),
            _verdict(case),
        )
        for case in comparison.cases
    ]
    page.rows(rows, ("left", "right", "right", "right", "right", "left", "left"), head)


def _verdict(case: Case) -> str:
    if str(case.status) == "refused":
        return "refused by the audit"
    if case.plan is None:
        return "no plan exists" if str(case.status) == "infeasible" else "no plan found"
    unknown = case.proven is False and case.change is not None and not _nothing(case.change)
    return "unproven" if unknown else ""


def _nothing(change: Interval) -> bool:
    """Whether it is known that there is no difference."""
    return max(abs(change.low), abs(change.high)) <= TOLERANCE


def _amount(comparison: Comparison, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if comparison.options.objective == "progress" else money(value)


def _stretches(page: Page, comparison: Comparison) -> None:
    if not comparison.stretches:
        return
    currency = comparison.cases[0].instance.horizon.currency
    unit = 10 ** max(len(str(max(each.money for each in comparison.stretches))) - 1, 0)
    page.heading("What more money brings")
    rows = [_stretch(comparison, each, unit) for each in comparison.stretches]
    page.rows(rows, ("left", "right", "left", "left", "left"), ("", "more money", "brings", f"for each {unit:,}", ""))
    page.line("What money brings for each unit is a mean over its row and holds nowhere else.", indent=INDENT)
    top = comparison.stretches[-1]
    most = max(comparison.cases, key=lambda case: case.money)
    if not top.proven and most.plan is not None:
        rules = list(dict.fromkeys(rule for rule, _ in most.binding if rule not in _DOING_NOTHING))
        page.line(
            f"From {clean(top.before)} on more money brings {interval(comparison, top.change)} {_unit(comparison)}; "
            + (f"limits reached there: {joined(rules)}." if rules else "no limit of a rule is reached there."),
            indent=INDENT,
        )
    if currency:
        page.line(f"Money in {currency}.", indent=INDENT)


def _unit(comparison: Comparison) -> str:
    return "points" if comparison.options.objective == "progress" else "of cost saved"


def _stretch(comparison: Comparison, each: Stretch, unit: int) -> tuple[str, ...]:
    mean = Interval(each.each.low * unit, each.each.high * unit)
    return (
        f"{clean(each.before)} to {clean(each.after)}",
        money(each.money),
        interval(comparison, each.change),
        interval(comparison, mean),
        "" if each.proven or _nothing(each.change) else "unproven",
    )


def _changes(page: Page, comparison: Comparison, verbose: bool) -> None:
    before = next((case for case in comparison.cases if case.change is None), comparison.cases[0])
    told = [case for case in comparison.cases if case.difference is not None and (case.proven or verbose)]
    if told:
        page.heading(f"What changes, from {clean(before.label)}")
    for case in told:
        assert case.difference is not None
        currency = case.instance.horizon.currency
        words = sentence(case.difference, f"{clean(case.label)}: the plan", most=4, currency=currency)
        page.line(f"{words} {progress_in_words(before.standing, case.standing)}".rstrip(), indent=INDENT)
    for case in comparison.cases:
        for message in case.messages:
            page.line(f"{clean(case.label)}: {message}", indent=INDENT)


def _payers(page: Page, comparison: Comparison) -> None:
    cases = [case for case in comparison.cases if case.plan is not None]
    names = dict.fromkeys(name for case in cases for name in case.payers)
    if not cases or not names:
        return
    page.heading("Who pays, expected")
    for part in [cases[at : at + 6] for at in range(0, len(cases), 6)]:
        rows = [(clean(name), *(money(case.payers.get(name, 0.0)) for case in part)) for name in names]
        sides: list[Side] = ["left"]
        sides.extend("right" for _ in part)
        page.rows(rows, sides, ("", *(clean(case.label) for case in part)))
