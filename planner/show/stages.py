"""Plan stages: the spans between two decision dates, with what runs in them, how much, at what cost, who pays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.plan import Work
from planner.outcome import Outcome
from planner.show.courses import Course, courses, runs
from planner.show.letters import clean, joined, money
from planner.show.marks import decision_nodes, marked, output


@dataclass(frozen=True)
class StageWork:
    """One activity in a stage: its spans, mean output while it runs (None: withheld), cost, and who pays, in words."""

    track: str
    name: str
    when: str
    output: float | None
    cost: int
    payers: str
    setup: int


@dataclass(frozen=True)
class Stage:
    """``scenario`` is empty where all scenarios share the stage."""

    number: int
    scenario: str
    nodes: tuple[int, ...]
    why: str
    works: tuple[StageWork, ...]

    @property
    def cost(self) -> int:
        return sum(work.cost for work in self.works)


def stages(outcome: Outcome) -> Iterator[Stage]:
    """All stages: of the trunk first, then of each scenario in the instance's order."""
    number = 0
    for course in courses(outcome.instance):
        for nodes in _between_decisions(outcome, course):
            number += 1
            yield Stage(number, course.scenario, nodes, _why(outcome, course, nodes[0]), tuple(_works(outcome, nodes)))


def _between_decisions(outcome: Outcome, course: Course) -> list[tuple[int, ...]]:
    dates = decision_nodes(outcome)
    found: list[list[int]] = []
    for node in course.nodes:
        if not found or node in dates:
            found.append([])
        found[-1].append(node)
    return [tuple(nodes) for nodes in found]


def _why(outcome: Outcome, course: Course, node: int) -> str:
    """What is decided when the stage begins."""
    assert outcome.plan is not None
    signed = [clean(signing.milestone) for signing in outcome.plan.signings if signing.node == node]
    why = [f"{joined(signed)} signed"] if signed else []
    if node == 0:
        why.insert(0, "the beginning")
    elif course.scenario and node == course.nodes[0]:
        why.insert(0, f"{clean(course.scenario)} is known")
    return ", ".join(why) or "the future divides further"


def _works(outcome: Outcome, nodes: tuple[int, ...]) -> Iterator[StageWork]:
    assert outcome.plan is not None
    inside = set(nodes)
    by_activity: dict[str, list[Work]] = {}
    for work in outcome.plan.works:
        if work.node in inside:
            by_activity.setdefault(work.activity, []).append(work)
    paid: dict[str, dict[str, int]] = {}
    for grant in outcome.plan.grants:
        if grant.node in inside:
            payers = paid.setdefault(grant.activity, {})
            payers[grant.funder] = payers.get(grant.funder, 0) + grant.amount
    instance = outcome.instance
    funders = {funder.name: funder for funder in instance.funders}
    for activity in sorted(instance.activities, key=lambda activity: float(activity.track[1:])):
        works = by_activity.get(activity.name)
        if works:
            levels = [output(outcome, work) for work in works]
            known = [level for level in levels if level is not None]
            payers = paid.get(activity.name, {})
            yield StageWork(
                activity.track,
                marked(activity),
                _when(outcome, [work.node for work in works]),
                sum(known) / len(known) if len(known) == len(levels) else None,
                sum(work.spend + work.setup for work in works),
                ", ".join(f"{marked(funders[name])} {money(amount)}" for name, amount in payers.items()),
                sum(work.setup for work in works),
            )


def _when(outcome: Outcome, nodes: list[int]) -> str:
    calendar, tree = outcome.instance.calendar, outcome.instance.tree
    spans = runs(sorted(tree[node].period for node in nodes))
    return ", ".join(
        calendar.label(first) if first == last else f"{calendar.label(first)} to {calendar.label(last)}"
        for first, last in spans
    )
