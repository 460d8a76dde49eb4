"""What a new plan does otherwise, and what its stability costs, for people."""

from __future__ import annotations

from math import ceil, floor, isfinite

from planner.replan.answer import Replan
from planner.replan.document import words
from planner.show.letters import clean, joined, money
from planner.show.page import INDENT, Page

_SHOWN = 5
"""Violations of the plan that was adopted that are told one by one."""


def render(found: Replan, *, width: int = 100, ascii_only: bool = False, colour: bool = False) -> str:
    """What stands below the plan."""
    page = Page(width, ascii_only=ascii_only, colour=colour)
    page.heading(f"Planned again from {found.begin} on")
    for line in (*_held(found), *_changes(found)):
        page.line(line, indent=INDENT)
    page.heading("What stability costs")
    for line in (*_carried(found), *_price(found)):
        page.line(line, indent=INDENT)
    return page.text()


def _held(found: Replan) -> list[str]:
    told = []
    if found.happened:
        told.append(f"{clean(found.happened)} has come about: other courses are left out.")
    if found.undecided:
        names = joined([clean(each) or "the trunk" for each in found.undecided])
        told.append(
            f"In {found.begin} it is known which of {names} has come, but not here: what was planned is held in each. "
            "Say which one: --happened NAME."
        )
    if found.begin != found.instance.calendar.label(0):
        told.append("What lies before has happened: runs, money, who paid and what was signed stay as they were.")
    if found.kept:
        ways = {
            "keep": "goes on as planned, with at least its money",
            "buy-out": f"goes on as planned, or is stopped and {100 * (found.buy_out or 0):g} % of its grants are due",
        }
        told.append(f"Promised work {ways[found.commitments]}: {_names(found.kept)}.")
    if found.released:
        told.append(
            f"Its window no longer lets it run its course, so it ends sooner than promised: {_names(found.released)}."
        )
    return told


def _names(names: tuple[str, ...]) -> str:
    return joined([clean(name) for name in names])


def _changes(found: Replan) -> list[str]:
    if found.plan is None:
        return []
    limit = "" if found.most_changes is None else f", of at most {found.most_changes}"
    number = len(found.changed)
    told = [f"{'One work runs' if number == 1 else f'{number or "No"} works run'} otherwise than adopted{limit}."]
    if found.change_cost:
        unit = "points" if found.options.objective == "progress" else found.instance.horizon.currency
        told.append(
            f"Each was weighed at {found.change_cost:g} {unit}; scores and costs are told without.".replace(" ;", ";")
        )
    told.append(words(found))
    sums: dict[tuple[str, str], int] = {}
    for each in found.fees:
        sums[each.funder, each.activity] = sums.get((each.funder, each.activity), 0) + each.amount
    for (funder, activity), amount in sums.items():
        currency = f" {found.instance.horizon.currency}".rstrip()
        told.append(
            f"{clean(funder)} pays {money(amount)}{currency} to be released from {clean(activity)}; this comes on top "
            "of the costs of the plan."
        )
    return told


def _carried(found: Replan) -> list[str]:
    carried = found.carried
    if carried.value is not None:
        return [f"The adopted plan, carried on as it is: {_amount(found, carried.value)}."]
    told = ["The adopted plan can no longer be carried on as it is:"]
    told += [f"  {each}." for each in carried.violations[:_SHOWN]]
    if (more := len(carried.violations) - _SHOWN) > 0:
        told.append(f"  and {more} more; --format json lists all.")
    return told


def _price(found: Replan) -> list[str]:
    told = []
    if found.plan is not None and found.result.value is not None:
        told.append(f"The new plan: {_amount(found, found.result.value)}{_limit(found, found.result.bound)}.")
    free = found.free
    if free is None:
        told.append("Nothing but the past was asked to stay, so stability costs nothing.")
        return told
    if free.value is None:
        ending = "none exists, which is proven" if str(free.status) == "infeasible" else "none was found in time"
        told.append(f"The best plan with this past that need keep nothing else: {ending}.")
        return told
    told.append(
        f"The best plan with this past that need keep nothing else: {_amount(found, free.value)}"
        f"{_limit(found, free.bound)}."
    )
    if free.price is not None:
        unproven = "" if free.proven or free.price.high == 0 else " (unproven: the searches leave more open)"
        told.append(f"So stability costs {_ends(found, free.price.low, free.price.high)}{unproven}.")
    return told


def _amount(found: Replan, value: float) -> str:
    if found.options.objective == "progress":
        return f"score {value:.4f}"
    return f"cost {money(value)} {found.instance.horizon.currency}".rstrip()


def _limit(found: Replan, bound: float | None) -> str:
    if bound is None:
        return ""
    if found.options.objective == "progress":
        return f" (no such plan above {ceil(bound * 1e4 - 1e-6) / 1e4:.4f})"
    return f" (no such plan below {money(floor(bound + 1e-6))})"


def _ends(found: Replan, low: float, high: float) -> str:
    """The interval, rounded outwards."""
    progress = found.options.objective == "progress"
    scale = 1e4 if progress else 1.0
    low = max(0.0, floor(low * scale + 1e-6) / scale)
    unit = "points" if progress else found.instance.horizon.currency
    if not isfinite(high):
        return f"{_told(low, progress)} {unit} or more".replace("  ", " ")
    high = ceil(high * scale - 1e-6) / scale
    ends = _told(low, progress) if low == high else f"{_told(low, progress)} to {_told(high, progress)}"
    return f"{ends} {unit}".rstrip()


def _told(value: float, progress: bool) -> str:
    return f"{value:.4f}" if progress else money(value)
