"""What binds, in words: limits of rules and tranches that the plan has reached, as the audit reads them off its replay.

A limit that is reached is no proof that lifting it would help. Only for those who may see everything, because any of it
may tell of hidden work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from planner.outcome import Outcome
from planner.show.courses import courses, runs
from planner.show.letters import clean, with_mark


@dataclass(frozen=True)
class Bind:
    """A rule that limits a subject (an activity, tranche, link, capacity or conflict) in some nodes."""

    rule: str
    subject: str
    nodes: tuple[int, ...]


def binds(outcome: Outcome) -> tuple[Bind, ...]:
    """All limits reached, in the order of the rules' names; empty where no replay may be shown."""
    if outcome.audit is None or outcome.hidden or outcome.plan is None:
        return ()
    from models.audit import binding

    found: dict[tuple[str, str], list[int]] = {}
    for each in binding(outcome.audit.replay):
        found.setdefault((each.rule, each.subject), []).append(each.node)
    return tuple(Bind(rule, subject, tuple(nodes)) for (rule, subject), nodes in sorted(found.items()))


def named(outcome: Outcome, bind: Bind) -> str:
    """The subject's name, with its visibility where it is an activity, a tranche or a link."""
    instance = outcome.instance
    marks = {link.key: link.visibility for link in instance.links}
    marks |= {f"{activity.name} bridges": activity.visibility for activity in instance.activities}
    marks |= {funder.name: funder.visibility for funder in instance.funders}
    marks |= {activity.name: activity.visibility for activity in instance.activities}
    by_default = bind.rule == "transfer" and bind.subject in (conflict.name for conflict in instance.conflicts)
    return with_mark(bind.subject, marks.get(bind.subject, "public")) + (" without a named link" if by_default else "")


def carried(outcome: Outcome) -> Iterator[tuple[str, Fraction, tuple[int, ...]]]:
    """Each bridging work that carries ideas: its name, how many it may be expected to carry, and in which nodes."""
    if outcome.audit is None or outcome.hidden:
        return
    tree, transfer = outcome.instance.tree, outcome.audit.replay.transfer
    for activity in outcome.instance.activities:
        link = f"{activity.name} bridges"
        amounts = {node.index: transfer.get((activity.conflict, link, node.index), Fraction(0)) for node in tree}
        nodes = tuple(node for node, amount in amounts.items() if amount)
        if activity.bridges and nodes:
            expected = sum((tree[node].probability * amounts[node] for node in nodes), Fraction(0))
            yield with_mark(activity.name, activity.visibility), expected, nodes


def when(outcome: Outcome, nodes: tuple[int, ...]) -> str:
    """The nodes as spans of periods, with the scenario where they are on a branch: ``2008-Q3 to 2008-Q4 (rupture)``."""
    tree, calendar = outcome.instance.tree, outcome.instance.calendar
    chosen = set(nodes)
    parts = []
    for course in courses(outcome.instance):
        periods = [tree[node].period for node in course.nodes if node in chosen]
        spans = ", ".join(
            calendar.label(first) if first == last else f"{calendar.label(first)} to {calendar.label(last)}"
            for first, last in runs(periods)
        )
        if spans:
            parts.append(f"{spans} ({clean(course.scenario)})" if course.scenario else spans)
    return ", ".join(parts)
