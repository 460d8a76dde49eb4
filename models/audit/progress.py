"""Core: progress of each conflict and category; what is kept, gained and lost, never above 1."""

from __future__ import annotations

from fractions import Fraction

from models.audit import coercion, consultation_delay, effects, inducement, landing, mediator_role
from models.audit.state import Gains, Group, Replay
from models.instance import exact
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict


def set_in_motion(replay: Replay, node: int) -> None:
    """Effects of the work at ``node`` by group, what its sticks will cost, and the practice of unofficial work."""
    facts, parent = replay.facts, replay.parent(node)
    for conflict in facts.members:
        replay.practised[conflict, node] = replay.practised[conflict, parent]
        replay.voiced[conflict, node] = replay.voiced[conflict, parent]
    for activity in replay.decisions.at[node]:
        output, conflict = replay.output[activity.name, node], activity.conflict
        _effects(replay, activity, node)
        if activity.unofficial:
            replay.practised[conflict, node] += output
            replay.voiced[conflict, node] += output if activity.influence == 1 else exact(activity.influence) * output
        if inducement.is_stick(activity) and replay.awake(inducement.NAME):
            inducement.send(replay, activity, node)
        if mediator_role.condemns(activity) and replay.awake(mediator_role.NAME):
            mediator_role.advance(replay, activity, node)
    for conflict in facts.members:
        if gain := replay.effects.get((conflict, "political", "track_1_5", node)):
            replay.alone_gain[conflict, node] += gain


def _effects(replay: Replay, activity: Activity, node: int) -> None:
    """What the work adds to progress or ideas: at once, or, if it is official, once home has been asked."""
    conflict, group, how = activity.conflict, _group(activity), consultation_delay.how(activity)
    achieved = replay.output[activity.name, node]
    for category in CATEGORIES:
        if potential := effects.potential(replay, activity, category, node):
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
        late = _late(replay, name, category, node) if leaf else Fraction(0)
        replay.gains[name, category, node] = gains = Gains(gain - facts.toll[name, category, node], late)
        replay.progress[name, category, node] = now = min(Fraction(1), facts.kept[name, node] * before + gains.now)
        if leaf:
            replay.end[name, category, node] = min(Fraction(1), now + late)


def _at_once(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """What takes effect at once: all but official work; of unofficial political gain the ideas that arrive upstairs."""
    gain = replay.effects[conflict, category, "track_1_5", node] + replay.bonus_gain[conflict, category, node]
    if signal := replay.at_once.get((conflict, category, node)):
        gain += signal
    if category != "political":
        return gain + replay.effects[conflict, category, "unofficial", node]
    return gain + replay.facts.parameter["core", "ideas_worth"] * replay.arrived[conflict, node]


def _late(replay: Replay, conflict: str, category: Category, leaf: int) -> Fraction:
    """What is still on its way at the end: effects and costs of official work, and ideas that were carried upstairs."""
    late = landing.late(replay, conflict, category, leaf)
    if category == "political":
        late += replay.facts.parameter["core", "ideas_worth"] * landing.late(replay, conflict, landing.CARRIED, leaf)
    return late
