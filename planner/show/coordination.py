"""What a plan makes of money shares, of rooms for people and issues, and of work that helps other work."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.accounts import accounts, payments, raising
from models.records import Funder, Limit
from planner.outcome import Outcome
from planner.show.binding import when
from planner.show.letters import clean, money, percent, with_mark
from planner.show.page import INDENT, Page

_BECAUSE = {
    "synergy": "together they do more",
    "continuity": "the same people meet again",
    "skills": "facilitators are trained",
}
"""What a bonus of each rule is for."""


def shares_and_rooms(page: Page, outcome: Outcome) -> None:
    """Each limit of the instance: whether it is met, by how much money or work it is missed, and when."""
    if outcome.audit is None or outcome.hidden or not outcome.instance.limits:
        return
    off = outcome.audit.replay.off
    lines = [
        _told(outcome, limit)
        for limit in outcome.instance.limits
        if ("stakeholders" if limit.kind == "cover" else "share") not in off
    ]
    if lines:
        page.heading("Shares and rooms")
        for line in lines:
            page.line(line, indent=INDENT)


def _told(outcome: Outcome, limit: Limit) -> str:
    return _room(outcome, limit) if limit.kind == "cover" else _share(outcome, limit)


def _share(outcome: Outcome, limit: Limit) -> str:
    assert outcome.audit is not None
    instance = outcome.instance
    missed = []
    for (rule, subject, leaf), gap in outcome.audit.replay.short.items():
        if (rule, subject) == ("share", limit.name):
            where = f" if {clean(instance.tree[leaf].scenarios[0])}" if len(instance.tree.leaves) > 1 else ""
            missed.append(f"{money(float(gap))} {instance.horizon.currency}".rstrip() + where)
    asked = f"{clean(limit.name)} (at {limit.kind} {percent(limit.amount)} of the money)"
    return f"{asked}: missed by {', '.join(missed)}." if missed else f"{asked}: kept."


def _room(outcome: Outcome, limit: Limit) -> str:
    assert outcome.audit is not None
    short = outcome.audit.replay.short
    # Less than this cannot be seen in the two decimals below.
    missing = {
        node: gap
        for (rule, subject, node), gap in short.items()
        if (rule, subject) == ("stakeholders", limit.name) and gap >= Fraction(1, 200)
    }
    asked = f"{clean(limit.name)} ({limit.amount:g} at full output)"
    if not missing:
        return f"{asked}: there throughout."
    mean = float(sum(missing.values(), Fraction(0)) / len(missing))
    return f"{asked}: {mean:.2f} missing on average, {when(outcome, tuple(sorted(missing)))}."


def bonuses(page: Page, outcome: Outcome) -> None:
    """What each link, each circle of the same people and each trained team adds, expected over the scenarios."""
    found = list(_bonuses(outcome))
    if found:
        page.heading("What helps what")
        for name, because, gain, nodes in found:
            page.line(f"{name}, {because}: {gain} added, {when(outcome, nodes)}.", indent=INDENT)


def _bonuses(outcome: Outcome) -> Iterator[tuple[str, str, str, tuple[int, ...]]]:
    if outcome.audit is None or outcome.hidden:
        return
    replay, tree = outcome.audit.replay, outcome.instance.tree
    gains: dict[tuple[str, str], dict[int, Fraction]] = {}
    for (link, node), level in replay.bonus.items():
        offer = replay.offers.get((link, node))
        if offer is not None and level and (gain := level * sum((worth for _, worth in offer.worth), Fraction(0))):
            gains.setdefault((link, offer.rule), {})[node] = gain
    marks = {link.key: link.visibility for link in outcome.instance.links}
    for work in outcome.instance.activities:
        marks |= {f"{work.name} continues": work.visibility, f"{work.name} skilled": work.visibility}
    for (link, rule), by_node in gains.items():
        expected = float(sum((tree[node].probability * gain for node, gain in by_node.items()), Fraction(0)))
        what = "progress or ideas" if any(replay.offers[link, node].into_ideas for node in by_node) else "progress"
        yield (
            with_mark(link, marks.get(link, "public")),
            _BECAUSE[rule],
            f"{expected:.3f} {what}",
            tuple(sorted(by_node)),
        )


def raised_on_path(outcome: Outcome, funder: Funder, leaf: int) -> int | None:
    """Whole money raised for a tranche in time to be spent, on the way to a leaf; None where nobody raises any for it,
    or this may not be told.
    """
    if outcome.audit is None or outcome.hidden or not raising(outcome.audit.replay, funder):
        return None
    replay, path = outcome.audit.replay, set(outcome.instance.tree.path(leaf))
    found = accounts(replay, funder, payments(replay, funder))
    has = [account.limit for account in found if account.node in path and not account.late]
    return int(has[-1]) - funder.amount if has else 0
