"""Progress per conflict and category, as the audit's replay finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from planner.outcome import Outcome
from planner.show.courses import Course, by_year

Measure = Literal["political", "durable", "structural", "social", "ideas"]
MEASURES: tuple[Measure, ...] = ("political", "durable", "structural", "social", "ideas")
MEANING: dict[Measure, str] = {
    "political": "political",
    "durable": "of which lasts",
    "structural": "structural",
    "social": "social",
    "ideas": "ideas not yet carried upstairs",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One measure of a conflict at a node, at most 1 (ideas: 0 or more)."""

    conflict: str
    measure: Measure
    node: int
    value: Fraction


def levels(outcome: Outcome) -> Iterator[Level]:
    """All levels by conflict, measure and node; none where progress is withheld or no audit was made."""
    if outcome.audit is None or outcome.hidden or outcome.plan is None:
        return
    replay = outcome.audit.replay
    for conflict in outcome.instance.conflicts:
        for measure in MEASURES:
            for node in outcome.instance.tree:
                at = (conflict.name, node.index)
                if measure == "durable":
                    value = replay.durable[at]
                elif measure == "ideas":
                    value = replay.ideas[at]
                else:
                    value = replay.progress[conflict.name, measure, node.index]
                yield Level(conflict.name, measure, node.index, value)


def at_year_ends(outcome: Outcome, course: Course) -> tuple[tuple[int, ...], dict[tuple[str, Measure], list[Fraction]]]:
    """The years of a course, and (conflict, measure) -> level at the end of each; ideas only where there are any."""
    years = by_year(outcome.instance, course.nodes)
    last = {nodes[-1] for nodes in years.values()}
    found: dict[tuple[str, Measure], list[Fraction]] = {}
    for level in levels(outcome):
        if level.node in last:
            found.setdefault((level.conflict, level.measure), []).append(level.value)
    return tuple(years), {key: values for key, values in found.items() if key[1] != "ideas" or any(values)}
