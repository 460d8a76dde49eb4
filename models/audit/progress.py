"""Core: progress of each conflict and category; what is kept, gained and lost, never above 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from types import ModuleType

from models.audit import coercion, consultation_delay, home_state, inducement, landing, mediator_role
from models.audit.facts import Facts
from models.audit.state import Gains, Group, Replay
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict

NAME = "progress"
FACTORS: tuple[ModuleType, ...] = (mediator_role, home_state)
"""Rules that multiply the effects of work: ``changes`` tells of which, ``factor`` by how much at a node."""


@lru_cache(maxsize=16)
def _factors(facts: Facts) -> dict[str, tuple[ModuleType, ...]]:
    """The rules that may change the effects of each activity."""
    works = facts.activities.values()
    return {work.name: tuple(rule for rule in FACTORS if rule.changes(facts, work)) for work in works}


def set_in_motion(replay: Replay, node: int) -> None:
    """Effects of the work at ``node`` by group, what its sticks will cost, and the practice of unofficial work."""
    facts, parent = replay.facts, replay.parent(node)
    for conflict in facts.members:
        replay.practised[conflict, node] = replay.practised[conflict, parent]
    for activity in replay.decisions.at[node]:
        output, conflict = replay.output[activity.name, node], activity.conflict
        _effects(replay, activity, node)
        if activity.unofficial:
            replay.practised[conflict, node] += output
        if inducement.is_stick(activity) and replay.awake(inducement.NAME):
            inducement.send(replay, activity, node)
        if mediator_role.condemns(activity) and replay.awake(mediator_role.NAME):
            mediator_role.advance(replay, activity, node)
    for conflict in facts.members:
        if gain := replay.effects.get((conflict, "political", "track_1_5", node)):
            replay.alone_gain[conflict, node] += gain


def _effects(replay: Replay, activity: Activity, node: int) -> None:
    """What the work adds to progress or ideas: at once, or, if it is official, once home has been asked."""
    facts, conflict, group = replay.facts, activity.conflict, _group(activity)
    achieved = replay.output[activity.name, node]
    for rule in _factors(facts)[activity.name]:
        if replay.awake(rule.NAME):
            achieved *= rule.factor(facts, activity, node)
    how = consultation_delay.how(activity)
    for category in CATEGORIES:
        if potential := facts.effect(activity, category, node):
            effect = potential * achieved
            replay.effects[conflict, category, group, node] += effect
            if activity.official:
                landing.send(replay, (conflict, category, how), node, effect)
                if category == "political":
                    coercion.send(replay, activity, how, node, effect)


def _group(activity: Activity) -> Group:
    return "official" if activity.official else "unofficial" if activity.unofficial else "track_1_5"


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """Progress at ``node``, and at a leaf the state at the end."""
    facts, parent, name = replay.facts, replay.parent(node), conflict.name
    leaf = not facts.tree.children[node]
    for category in CATEGORIES:
        before = exact(getattr(conflict, category)) if parent is None else replay.progress[name, category, parent]
        gain = landing.landed(replay, name, category, node) + _at_once(replay, name, category, node)
        late = landing.late(replay, name, category, node) if leaf else Fraction(0)
        replay.gains[name, category, node] = gains = Gains(gain - facts.toll[name, category, node], late)
        replay.progress[name, category, node] = now = min(Fraction(1), facts.kept[name, node] * before + gains.now)
        if leaf:
            replay.end[name, category, node] = min(Fraction(1), now + late)


def _at_once(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """What takes effect in its own period: all but official work; unofficial political gain enters the ideas."""
    gain = replay.effects[conflict, category, "track_1_5", node] + replay.bonus_gain[conflict, category, node]
    if signal := replay.at_once.get((conflict, category, node)):
        gain += signal
    if category != "political":
        return gain + replay.effects[conflict, category, "unofficial", node]
    return gain + replay.facts.parameter["core", "ideas_worth"] * replay.carried[conflict, node]


def check(replay: Replay) -> Iterator[Violation]:
    """Bonuses that name no strengthens link, or a node there is not, twice the same, or no level from 0 to 1."""
    links = {link.key for link in replay.facts.instance.links if link.kind == "strengthens"}
    rows = replay.plan.bonuses or ()
    for (link, node), count in Counter((row.link, row.node) for row in rows).items():
        if link not in links or not 0 <= node < len(replay.facts.tree):
            yield Violation(NAME, node, link, "a strengthens link and a node", "none such")
        elif count > 1:
            yield Violation(NAME, node, link, "one entry", f"{count} entries")
    for row in rows:
        if not isfinite(row.level) or not 0 <= row.level <= 1:
            yield Violation(NAME, row.node, row.link, "a bonus between 0 and 1", str(row.level))
        elif row.level and not replay.awake("synergy"):
            yield Violation(NAME, row.node, row.link, "no bonus, since synergy is off", str(row.level))
