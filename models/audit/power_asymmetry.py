"""Power buries the weaker side's issues: what is agreed over its head does not last (W1.1b O6 Q4).

No decision can break this rule; a milestone, a target or a score that takes all political progress for durable does.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.records import Conflict

NAME = "power_asymmetry"


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """The equalising stock and durable progress at ``node``."""
    facts, parent, name = replay.facts, replay.parent(node), conflict.name
    before = Fraction(0) if parent is None else replay.equalised[name, parent]
    added = (
        exact(activity.equalising) * replay.output[activity.name, node]
        for activity in replay.decisions.at[node]
        if activity.conflict == name and activity.equalising
    )
    replay.equalised[name, node] = facts.equalised_kept * before + facts.instance.quarters * sum(added, Fraction(0))
    political, social = replay.progress[name, "political", node], replay.progress[name, "social", node]
    replay.durable[name, node] = durable(replay, conflict, political, social, replay.equalised[name, node])
    if (name, "political", node) in replay.end:
        political, social = replay.end[name, "political", node], replay.end[name, "social", node]
        replay.end_durable[name, node] = durable(replay, conflict, political, social, replay.equalised[name, node])


def durable(replay: Replay, conflict: Conflict, political: Fraction, social: Fraction, equalised: Fraction) -> Fraction:
    """Political progress that lasts."""
    asymmetry = exact(conflict.power_asymmetry)
    if not asymmetry or not replay.awake(NAME):
        return political
    return min(political, 1 - asymmetry + replay.facts.parameter[NAME, "social_lift"] * social + equalised)


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
