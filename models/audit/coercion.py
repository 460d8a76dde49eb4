"""What is forced does not last (W1.1a).

No decision can break this rule; a milestone, a target or a score that takes what was forced for durable does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import landing
from models.audit.state import Gains, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.records import Activity, Conflict

NAME = "coercion"
FORCED = "forced"
"""What is on its way of forced political gain."""


def forces(activity: Activity) -> bool:
    return activity.official and activity.coercive


def awake(replay: Replay, conflict: str) -> bool:
    """The rule sleeps in a conflict without coercive work."""
    return replay.awake(NAME) and any(forces(activity) for activity in replay.facts.members[conflict])


def send(replay: Replay, activity: Activity, how: str, node: int, effect: Fraction) -> None:
    """Set in motion what coercive work will be found to have forced, when its political effect lands."""
    if forces(activity) and replay.awake(NAME):
        landing.send(replay, (activity.conflict, FORCED, how), node, effect)


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """How much political progress can last at ``node``, and at a leaf at the end; ``replay.gains`` are those of it."""
    facts, parent, name = replay.facts, replay.parent(node), conflict.name
    if not awake(replay, name):
        return
    lost = facts.parameter[NAME, "lost"]
    before = exact(conflict.political) if parent is None else replay.lasting[name, parent]
    gains: Gains = replay.gains[name, "political", node]
    now = facts.kept[name, node] * before + gains.now - lost * landing.landed(replay, name, FORCED, node)
    replay.lasting[name, node] = min(Fraction(1), now)
    if not facts.tree.children[node]:
        late = gains.late - lost * landing.late(replay, name, FORCED, node)
        replay.end_lasting[name, node] = min(Fraction(1), replay.lasting[name, node] + late)


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
