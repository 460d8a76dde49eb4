"""Roles and beliefs for people."""

from __future__ import annotations

from planner.robust.found import Place, Robust, Role
from planner.series import Interval
from planner.series.interval import IMPOSSIBLE
from planner.show.amounts import ends
from planner.show.letters import clean, joined
from planner.show.page import INDENT, Page

_MEANING = {
    Role.CORE: "Core, in the best plan under every belief",
    Role.BORDERLINE: "Borderline, in the best plan under some",
    Role.EXTERIOR: "Exterior, in the best plan under none",
}
SHOWN = 6
"""Ranges told of unless asked for more."""


def add(page: Page, found: Robust, *, verbose: bool = False) -> None:
    """Roles, then what each belief moves."""
    page.heading("What stays, whatever is believed of effects")
    number = len(found.cases)
    if not found.turns and number <= 1:
        page.line("No activity states a range of effects (low, high): nothing to believe otherwise.", indent=INDENT)
        return
    page.line(_looked(found, number), indent=INDENT)
    for role in Role:
        if places := found.of(role):
            names = joined([_place(found, each, number) for each in places])
            page.line(f"{_MEANING[role]}: {names}.", indent=INDENT)
    page.line(_honest(found, number), "dim", indent=INDENT)
    if found.turns:
        _turns(page, found, verbose)
    if found.left:
        page.line(f"Stopped before {len(found.left)} of {number + len(found.left)} beliefs were solved.", indent=INDENT)
    for message in found.messages:
        page.line(message, indent=INDENT)


def _looked(found: Robust, number: int) -> str:
    which = ", every corner of all ranges among them" if found.corners else ""
    return (
        f"Solved under {number} beliefs{which}: effects as stated, and activities at the low or high end of their "
        "ranges."
    )


def _place(found: Robust, place: Place, number: int) -> str:
    name = clean(place.activity)
    status = found.instance.activity(place.activity).status
    if place.role is Role.BORDERLINE:
        return f"{name} ({round(place.share * number)} of {number})"
    if status in ("committed", "excluded"):
        return f"{name} ({status})"
    return name if place.proven or not found.proving else f"{name} (unproven)"


def _honest(found: Robust, number: int) -> str:
    if not (found.of(Role.CORE) or found.of(Role.EXTERIOR)):
        return "Of beliefs in between nothing is proven."
    if found.proving:
        return (
            f"What is core or exterior is proven at each of these {number} beliefs unless marked: every plan that is "
            "otherwise in it is worse there. Of beliefs in between nothing is proven."
        )
    return (
        f"Core and exterior are so in the best plans found under these {number} beliefs; plans as good within the gap "
        "may be otherwise (--prove asks). Of beliefs in between nothing is proven."
    )


def _turns(page: Page, found: Robust, verbose: bool) -> None:
    page.heading("What it would mean to know an effect: low or high")
    page.line(_first(found), indent=INDENT)
    if (second := _regret(found)) is not None:
        page.line(second, indent=INDENT)
    shown = found.turns if verbose else found.turns[:SHOWN]
    head = ("", "best plan, high less low", "plan as adopted", "loses if kept")
    rows = [
        (clean(each.activity), _ends(found, each.swing), _ends(found, each.moves), _ends(found, each.regret))
        for each in shown
    ]
    page.line()
    page.rows(rows, ("left", "right", "right", "right"), head)
    more = len(found.turns) - len(shown)
    notes = f" {more} more with --verbose." if more else ""
    page.line(
        f"In {'points' if _points(found) else _currency(found)}; all other effects as stated. As adopted: works, "
        f"starts and spending of the best plan above; signings and what is carried follow.{notes}",
        "dim",
        indent=INDENT,
    )


def _first(found: Robust) -> str:
    top = found.turns[0]
    name = clean(top.activity)
    if IMPOSSIBLE in (top.low.best, top.high.best):
        return f"The plan turns most on what {name} achieves: without enough of it no plan meets the requirements."
    proven = "" if found.leading else " (unproven: the searches leave open whether another one matters as much)"
    return (
        f"The plan's score turns most on what {name} achieves: the best plan is worth {_ends(found, top.swing)} "
        f"{_unit(found)} more if that is high than if it is low{proven}."
    )


def _regret(found: Robust) -> str | None:
    """Of which activity knowledge would change most what to do."""
    top = max(found.turns, key=lambda each: (each.regret.low, each.swing.low))
    if top.regret.low == float("inf"):
        return f"The plan as adopted cannot be carried out if {clean(top.activity)} is believed otherwise."
    if top.regret.low <= 0.5 * 10 ** -_digits(found):
        return "That knowing any of these alone would change what to do for the better is unproven."
    return (
        f"To know of {clean(top.activity)} would change most what to do: kept as it is, the plan loses "
        f"{_ends(found, top.regret)} {_unit(found)} there."
    )


def _ends(found: Robust, interval: Interval) -> str:
    if interval.low == float("inf"):
        return "no plan"
    return ends(interval.low, interval.high, _digits(found))


def _points(found: Robust) -> bool:
    return found.options.objective == "progress"


def _digits(found: Robust) -> int:
    return 4 if _points(found) else 0


def _currency(found: Robust) -> str:
    return found.instance.horizon.currency or "currency units"


def _unit(found: Robust) -> str:
    return "points" if _points(found) else _currency(found)
