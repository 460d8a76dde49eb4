"""An explanation for people: one sentence with the answer, then a section for each question."""

from __future__ import annotations

from planner.diff import progress_in_words, sentence
from planner.earmarks.agreements import Agreement, agreed
from planner.earmarks.payers import Choice
from planner.explain.explanation import Alternative, Explanation, State, Verdict
from planner.explain.words import flip_in_words, headline, holds_throughout, lifted, range_in_words, verdict
from planner.identity import identity, short
from planner.show.letters import clean, joined, money, percent
from planner.show.page import INDENT, Page
from planner.show.sentences import NO_FORECAST

_ENDINGS = {
    "infeasible": "No plan meets every requirement: this is proven. So there is nothing to explain; see plan repair.",
    "refused": "The audit refused the solver's plan: a mistake of the program. There is nothing to explain.",
}


def render(
    found: Explanation, *, width: int = 100, ascii_only: bool = False, colour: bool = False, verbose: bool = False
) -> str:
    """The page as text; ``verbose`` lists every value that was tried."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    if found.plan is None:
        page.line(_ENDINGS.get(str(found.status), "The search ended before any plan was found: nothing to explain."))
        _closing(page, found)
        return page.text()
    page.line(headline(found), "bold")
    page.line(f"{_plan(found)} {NO_FORECAST}")
    if "in" in found.asked and found.other is not None:
        page.heading("Why in" if found.inside else "Why not")
        _why(page, found, found.other)
    if found.inside and "when" in found.asked and "when" not in found.left:
        page.heading("Why then")
        _times(page, found)
    if found.inside and "who" in found.asked and "who" not in found.left:
        page.heading("Who pays")
        _payers(page, found)
    if "flip" in found.asked and "flip" not in found.left:
        page.heading("What would flip it")
        _flips(page, found, verbose)
    _closing(page, found)
    return page.text()


def _plan(found: Explanation) -> str:
    cost = found.options.objective == "cost"
    currency = f" {found.instance.horizon.currency}".rstrip()
    words = f"Cost {money(found.value or 0)}{currency}" if cost else f"Score {found.value:.4f}"
    if found.bound is not None:
        limit = money(found.bound) if cost else f"{found.bound:.4f}"
        words += f" (no plan {'below' if cost else 'above'} {limit}, {percent(found.gap or 0.0)} from it)"
    if not found.inside:
        return f"{words}."
    paid = f", paid by {joined([clean(name) for name in found.payers])}" if found.payers else ""
    expected = "an expected " if len(found.instance.scenarios) > 1 else ""
    return f"{words}. The work runs {', '.join(found.spans)} and costs {expected}{money(found.cost)}{currency}{paid}."


def _why(page: Page, found: Explanation, other: Alternative) -> None:
    some = "" if len(found.instance.scenarios) < 2 or found.inside else ", in at least one future"
    subject = "without it" if found.inside else f"with it{some}"
    page.line(verdict(found, other, subject), indent=INDENT)
    _behind(page, found, other, "Without it the plan" if found.inside else "With it the plan")


def _behind(page: Page, found: Explanation, other: Alternative, subject: str) -> None:
    """What that plan does otherwise, and what stands in its way."""
    if other.difference is not None:
        words = sentence(other.difference, subject, currency=found.instance.horizon.currency)
        page.line(words, "dim", indent=2 * INDENT)
        if told := progress_in_words(found.standing, other.standing):
            page.line(told, "dim", indent=2 * INDENT)
    if other.bars:
        page.line(_sentence("In the way", other.bars), indent=2 * INDENT)
    if other.binds:
        page.line(_sentence("What holds it back there", other.binds), indent=2 * INDENT)
    for each in other.lifted:
        page.line(lifted(found, each), indent=2 * INDENT)
    for message in other.messages:
        page.line(message, indent=2 * INDENT)


def _sentence(what: str, words: tuple[str, ...]) -> str:
    return f"{what}: {'; '.join(words)}."


_TIMES = {
    "earlier": "that starts it before {subject}",
    "a period earlier": "that starts it in {subject}",
    "later": "that starts it after {subject}",
}


def _times(page: Page, found: Explanation) -> None:
    if not found.times:
        page.line("It was running before the horizon begins, so it has no start to move.", indent=INDENT)
    elif all(each.name == "later" for each in found.times):
        page.line("It starts in the first period: there is nothing earlier.", indent=INDENT)
    for each in found.times:
        subject = _TIMES[each.name].format(subject=each.subject)
        page.line(verdict(found, each, subject), indent=INDENT)
        _behind(page, found, each, "Then the plan")


def _payers(page: Page, found: Explanation) -> None:
    for each in found.funders:
        paid = f"{money(found.payers.get(each.subject, 0))} {found.instance.horizon.currency}".rstrip()
        page.line(
            verdict(found, each, f"in which {clean(each.subject)} (now {paid}) may not pay for it"),
            indent=INDENT,
        )
        if each.plan is not None and all(work.activity != found.activity for work in each.plan.works):
            page.line("Then the work is left out.", "dim", indent=2 * INDENT)
        elif each.verdict is not Verdict.UNPROVEN:
            _behind(page, found, each, "Then the plan")
    if found.grants:
        page.line("Who else could pay for the same works as they are, other payments shifting:", indent=INDENT)
    for agreement in agreed(found.instance, found.grants):
        page.line(_agreement(agreement), indent=2 * INDENT)


def _agreement(each: Agreement) -> str:
    what = f"{clean(each.funder)}, {money(each.amount)} ({each.span})"
    unsure = f"; not known of {joined([clean(name) for name in each.unsure])}" if each.unsure else ""
    match each.choice:
        case Choice.ONLY:
            return f"{what}: nobody else could."
        case Choice.OTHERS:
            return f"{what}: {joined([clean(name) for name in each.others], 'or')} could as well{unsure}."
        case Choice.TOGETHER:
            return f"{what}: others could only together{unsure}."
    return f"{what}: not known."


def _flips(page: Page, found: Explanation, verbose: bool) -> None:
    status = next(each.status for each in found.instance.activities if each.name == found.activity)
    if status != "open":
        page.line(f"Its row says that it is {status}: no effect, cost or money changes that.", indent=INDENT)
        return
    if found.state is State.UNDECIDED:
        page.line("Already undecided: told is from where on its place would be proven.", indent=INDENT)
    for flip in found.flips:
        if holds_throughout(found, flip) and flip.stated is not None:
            work = found.instance.activity(found.activity)
            words = f"The choice holds throughout the stated range of its effect, {work.low:g} to {work.high:g} times."
            page.line(words, "bold", indent=INDENT)
        elif words := range_in_words(flip):
            page.line(words, "bold", indent=INDENT)
        page.line(flip_in_words(found, flip), indent=INDENT)
        if verbose:
            for point in flip.points:
                page.line(f"tried {point.value:g}: {point.state}", "dim", indent=2 * INDENT)


def _closing(page: Page, found: Explanation) -> None:
    page.line()
    if found.left:
        page.line(f"Stopped before these were answered: {joined([*found.left])}.")
    if found.cut and found.plan is not None:
        page.line("Some searches stopped before they reached the gap: their intervals are true, only wider.")
    for message in (*found.clash, *found.messages):
        page.line(message)
    solver = f"Solver {found.solver}, " if found.solver else ""
    solves = f"{found.solves} solve{'' if found.solves == 1 else 's'}"
    page.line(f"{solver}{solves}, {found.seconds:.0f} s. Instance {short(identity(found.instance))}.", "dim")
