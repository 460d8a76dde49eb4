"""One branch per scenario, in words: what all scenarios share, and what changes if each of them comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planner.outcome import Outcome
from planner.show.courses import Course, courses, runs, span, title
from planner.show.letters import joined, money
from planner.show.marks import marked, output

LEAST_CHANGE = 0.15
"""From this change of mean output on, work that goes on is said to do more or less."""


class Event(NamedTuple):
    """Something that changes on a course, and when or how much, in words."""

    what: Literal["stop", "start", "do more of", "do less of"]
    activity: str
    detail: str


def sentences(outcome: Outcome) -> Iterator[str]:
    """Until when there is one plan, what comes either way, and what only if. Nothing where the future is certain."""
    assert outcome.plan is not None
    trunk, *branches = courses(outcome.instance)
    if not branches:
        return
    instance = outcome.instance
    told = {branch.scenario: _events(outcome, trunk, branch) for branch in branches}
    common = set.intersection(*(set(events) for events in told.values()))
    yield f"{span(instance, trunk.nodes)}: one plan, whatever comes."
    if common:
        yield f"After that, in every case: {_words(outcome, [e for e in told[branches[0].scenario] if e in common])}."
    for branch in branches:
        own = [event for event in told[branch.scenario] if event not in common]
        inside = set(branch.nodes)
        spent = sum(work.spend + work.setup for work in outcome.plan.works if work.node in inside)
        cost = f"{money(spent)} {instance.horizon.currency}".strip()
        what = _words(outcome, own) if own else "nothing else changes" if common else "the same work goes on"
        first = instance.calendar.label(instance.tree[branch.nodes[0]].period)
        yield f"{title(instance, branch, not outcome.scenarios_hidden)}, from {first}: {what}. Costs {cost}."


def _events(outcome: Outcome, trunk: Course, branch: Course) -> list[Event]:
    """What stops, starts, grows or shrinks from the branching on; work that ends with the horizon does not stop."""
    assert outcome.plan is not None
    calendar, tree = outcome.instance.calendar, outcome.instance.tree
    split = tree[branch.nodes[0]].period
    path = {node: tree[node].period for node in (*trunk.nodes, *branch.nodes)}
    on: dict[str, dict[int, float | None]] = {}
    for work in outcome.plan.works:
        if work.node in path:
            on.setdefault(work.activity, {})[path[work.node]] = output(outcome, work)
    events: list[Event] = []
    for activity, level in on.items():
        for first, last in runs(sorted(level)):
            ends = last + 1 < calendar.number
            if first >= split:
                until = f"{calendar.label(first)} to {calendar.label(last)}" if ends else f"{calendar.label(first)} on"
                events.append(Event("start", activity, calendar.label(first) if first == last and ends else until))
            elif last + 1 >= split:
                events += _change(activity, level[split - 1], [level[period] for period in range(split, last + 1)])
                if ends:
                    events.append(Event("stop", activity, calendar.label(last + 1)))
    return events


def _change(activity: str, before: float | None, after: list[float | None]) -> Iterator[Event]:
    """Whether work that goes on does more or less than just before the branching, on average."""
    known = [level for level in after if level is not None]
    if before is None or not known or len(known) < len(after):
        return
    mean = sum(known) / len(known)
    if abs(mean - before) >= LEAST_CHANGE:
        what: Literal["do more of", "do less of"] = "do more of" if mean > before else "do less of"
        yield Event(what, activity, f"{round(100 * before)} % to {round(100 * mean)} % of full output")


def _words(outcome: Outcome, events: list[Event]) -> str:
    """``stop X (2008-Q3); start Y (2008-Q4 on) and Z (2009-Q1 to 2009-Q2, 2009-Q4)``."""
    parts = []
    for what in ("stop", "start", "do more of", "do less of"):
        details: dict[str, list[str]] = {}
        for event in events:
            if event.what == what:
                details.setdefault(event.activity, []).append(event.detail)
        names = [f"{marked(outcome.instance.activity(name))} ({', '.join(when)})" for name, when in details.items()]
        if names:
            parts.append(f"{what} {joined(names)}")
    return "; ".join(parts)
