"""A difference between two plans, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from planner.diff.compare import Difference
from planner.diff.courses import Change, Kind
from planner.show.letters import clean, joined, money

ORDER: tuple[Kind, ...] = ("moved", "dropped", "added", "longer", "shorter", "rearranged", "more", "less")
_VERB: dict[Kind, str] = {
    "moved": "moves",
    "dropped": "drops",
    "added": "adds",
    "longer": "prolongs",
    "shorter": "shortens",
    "rearranged": "rearranges",
    "more": "does more of",
    "less": "does less of",
}
_NOTHING = 0.005
"""Share of the cost below which two costs are called the same."""


def sentence(difference: Difference, subject: str = "The plan", most: int = 2, currency: str = "") -> str:
    """``The plan moves Talks from 2009-Q2 to 2008-Q4, drops X, adds Y and 2 more, and spends 12 % less.``

    Of each kind of change at most ``most`` works are named, the dearest first.
    """
    parts = [*_signings(difference.changes)]
    for kind in ORDER:
        changes = [each for each in difference.changes if each.kind == kind and not each.signing]
        if changes:
            parts.append(f"{_VERB[kind]} {_named(changes, most)}")
    if parts or abs(difference.cost_after - difference.cost_before) > _NOTHING * max(difference.cost_before, 1.0):
        parts.append(spending(difference.cost_before, difference.cost_after, currency))
    if not parts:
        return f"{subject} stays as it is."
    return f"{subject} {'; '.join(parts)}."


def spending(before: float, after: float, currency: str = "") -> str:
    """``spends 12 % less``; an amount where nothing was spent before."""
    if not after:
        return "spends nothing"
    if not before:
        return f"spends {money(after)} {currency}".rstrip()
    share = (after - before) / before
    if abs(share) < _NOTHING:
        return "spends as much"
    return f"spends {100 * abs(share):.0f} % {'more' if share > 0 else 'less'}"


def _signings(changes: Sequence[Change]) -> list[str]:
    words = []
    for each in changes:
        if not each.signing:
            continue
        name, only = clean(each.name), _only(each)
        if each.kind == "moved":
            words.append(f"signs {name} in {each.after} instead of {each.before}{only}")
        else:
            words.append(f"signs {name} in {each.after}{only}" if each.after else f"does not sign {name}{only}")
    return words


def _named(changes: Sequence[Change], most: int) -> str:
    names = [f"{clean(each.name)}{_detail(each)}{_only(each)}" for each in changes]
    if len(names) > most + 1:
        names[most:] = [f"{len(names) - most} more"]
    return joined(names)


def _detail(change: Change) -> str:
    match change.kind:
        case "moved":
            return f" from {change.before} to {change.after}"
        case "added":
            return f" from {change.after} on"
        case "longer" | "shorter":
            return f" to {change.after} instead of {change.before}"
        case "more" | "less":
            return f" ({change.after} instead of {change.before} of full output)"
    return ""


def _only(change: Change) -> str:
    return f" (if {joined([clean(name) for name in change.scenarios], 'or')})" if change.scenarios else ""
