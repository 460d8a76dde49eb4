"""Core: progress of each conflict and category; what is kept, gained and lost, never above 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import isfinite

from models.audit import inducement
from models.audit.state import Group, Landing, Replay
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict

NAME = "progress"


def set_in_motion(replay: Replay, node: int) -> None:
    """Effects of the work at ``node`` by group, what its sticks will cost, and the practice of unofficial work."""
    facts, parent = replay.facts, replay.parent(node)
    for conflict in facts.members:
        replay.practised[conflict, node] = replay.practised[conflict, parent]
    stick_cost = facts.parameter[inducement.NAME, "stick_cost"] * facts.instance.quarters
    for activity in replay.decisions.at[node]:
        output, conflict = replay.output[activity.name, node], activity.conflict
        for category in CATEGORIES:
            if effect := facts.effect(activity, category, node):
                replay.effects[conflict, category, _group(activity), node] += effect * output
        if activity.unofficial:
            replay.practised[conflict, node] += output
        if inducement.is_stick(activity) and replay.awake(inducement.NAME):
            replay.stick_cost[conflict, node] += stick_cost * output
    for conflict in facts.members:
        if gain := replay.effects.get((conflict, "political", "track_1_5", node)):
            replay.alone_gain[conflict, node] += gain


def _group(activity: Activity) -> Group:
    return "official" if activity.official else "unofficial" if activity.unofficial else "track_1_5"


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """Progress at ``node``, and at a leaf the state at the end."""
    facts, parent, name = replay.facts, replay.parent(node), conflict.name
    for category in CATEGORIES:
        before = exact(getattr(conflict, category)) if parent is None else replay.progress[name, category, parent]
        gain = _landed(replay, name, category, node) + _at_once(replay, name, category, node)
        toll = facts.toll[name, category, node]
        now = min(Fraction(1), facts.kept[name, node] * before + gain - toll)
        replay.progress[name, category, node] = now
        if not facts.tree.children[node]:
            replay.end[name, category, node] = min(Fraction(1), now + _late(replay, name, category, node))


def _at_once(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """What takes effect in its own period: all but official work; unofficial political gain enters the ideas."""
    gain = replay.effects[conflict, category, "track_1_5", node] + replay.bonus_gain[conflict, category, node]
    if category != "political":
        return gain + replay.effects[conflict, category, "unofficial", node]
    return gain + replay.facts.parameter["core", "ideas_worth"] * replay.carried[conflict, node]


def _landed(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """Official effects of earlier nodes that land here, less what earlier sticks cost."""
    gain = sum(
        share * effect(replay, conflict, category, at)
        for landing, effect in _waits(replay, category)
        for steps, share in landing
        if (at := replay.facts.tree.ancestor(node, steps)) is not None
    )
    return Fraction(gain)


def _late(replay: Replay, conflict: str, category: Category, leaf: int) -> Fraction:
    """What would land after the last period."""
    gain = sum(
        share * effect(replay, conflict, category, at)
        for landing, effect in _waits(replay, category)
        for steps, share in landing
        for earlier in range(steps)
        if (at := replay.facts.tree.ancestor(leaf, earlier)) is not None
    )
    return Fraction(gain)


type Effect = Callable[[Replay, str, Category, int], Fraction]


def _waits(replay: Replay, category: Category) -> Iterator[tuple[Landing, Effect]]:
    """What lands after a wait: official effects, and the social cost of sticks."""
    yield replay.landing, _official
    if category == "social" and replay.stick_cost:
        yield replay.stick_landing, _sticks


def _official(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    return replay.effects.get((conflict, category, "official", node), Fraction(0))


def _sticks(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    return -replay.stick_cost.get((conflict, node), Fraction(0))


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
