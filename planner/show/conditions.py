"""Lines of the timeline for conditions, and for the level at which the sides meet: one mark per period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models.instance import Instance
from models.kinds import FAVOURABLE, LEVELS, ConditionKind, Visibility
from models.plan import Plan
from models.records import Condition
from planner.show.courses import Course
from planner.show.letters import clean, with_mark

EXPLAINED = "In lines of conditions: 0 to 9 tenths of full, # full, . as usual."
"""What the marks of conditions mean; usual is full for what helps, and nothing for what hinders."""

_WORDS: dict[ConditionKind, tuple[str, str]] = {
    "willingness": ("willing", " and "),
    "recognition": ("recognition", " and "),
    "access": ("access", " and "),
    "ripeness": ("ripe for mediation", " and "),
    "concession": ("must give way", " and "),
    "hostility": ("hostility", " and "),
    "openness": ("officials listen", " and "),
    "impasse": ("impasse", " and "),
}
"""How each kind is called in the timeline, and what stands between those it is about; a toll has no line."""
_RANK_MARKS = ("o", "m", "H")
"""Low, minister, head."""
_WIDEST: tuple[Visibility, ...] = ("public", "partners", "secret")


def condition_lines(instance: Instance, course: Course) -> Iterator[tuple[str, str]]:
    """Name and marks of each condition that is not as usual somewhere in the course, kind by kind."""
    for kind, (word, between) in _WORDS.items():
        groups: dict[tuple[str, frozenset[str]], list[Condition]] = {}
        for row in instance.conditions:
            if row.kind == kind:
                groups.setdefault((row.conflict, frozenset(row.who)), []).append(row)
        for (conflict, who), rows in groups.items():
            levels = [instance.level(kind, conflict, node, *who) for node in course.nodes]
            if any(level != (kind in FAVOURABLE) for level in levels):
                about = between.join(clean(name) for name in rows[0].who)
                named = [word, about, clean(conflict) if len(instance.conflicts) > 1 else ""]
                seen_by = max((row.visibility for row in rows), key=_WIDEST.index)
                yield with_mark(" ".join(filter(None, named)), seen_by), "".join(_mark(kind, each) for each in levels)


def _mark(kind: ConditionKind, level: Fraction) -> str:
    """Tenths, so rounded that only what is usual reads as usual, and only what is full as full."""
    if level == (kind in FAVOURABLE):
        return "."
    return "#" if level == 1 else str(min(9, round(10 * level)))


def level_lines(instance: Instance, plan: Plan, nodes: Sequence[int]) -> Iterator[tuple[str, str]]:
    """For each conflict whose talks state their levels: the highest level at which the sides meet in each period."""
    for conflict in instance.conflicts:
        rank = {
            activity.name: LEVELS.index(activity.level)
            for activity in instance.of_conflict(conflict.name)
            if activity.talks and activity.level is not None
        }
        highest: dict[int, int] = {}
        for work in plan.works:
            if work.activity in rank:
                highest[work.node] = max(rank[work.activity], highest.get(work.node, 0))
        marks = "".join(_RANK_MARKS[highest[node]] if node in highest else "." for node in nodes)
        if marks.strip("."):
            yield f"level {clean(conflict.name)}" if len(instance.conflicts) > 1 else "level of talks", marks
