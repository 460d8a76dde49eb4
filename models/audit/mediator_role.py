"""One mediator at a time, even-handed, in a ripe moment, and not the one who condemns (N4 N7 A4 A6 S1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.caps import above_cap
from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation, words
from models.instance import exact
from models.kinds import MEDIATING, Category
from models.records import Activity

NAME = "mediator_role"


def mediates(activity: Activity) -> bool:
    return activity.official and activity.kind == "mediation"


def condemns(activity: Activity) -> bool:
    return activity.official and activity.kind == "condemnation"


def changes(facts: Facts, activity: Activity) -> bool:
    return bool(activity.bias) or (mediates(activity) and facts.parameter[NAME, "knowledge"] != 1)


def factor(facts: Facts, activity: Activity, category: Category, node: int) -> Fraction:
    """What a bias leaves of the effects of the work, and what broad knowledge adds to official mediation."""
    known = facts.parameter[NAME, "knowledge"] if mediates(activity) else Fraction(1)
    return (1 - exact(activity.bias)) * known


def concerns(facts: Facts, activity: Activity) -> bool:
    return activity.kind == "mediation" and ("ripeness", activity.conflict) in facts.conditions


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    ripe = replay.facts.level["ripeness", activity.conflict, node]
    return ripe if ripe < 1 else None


def advance(replay: Replay, condemnation: Activity, node: int) -> None:
    """The trust a condemnation costs, at once."""
    cost = replay.facts.parameter[NAME, "condemnation_cost"] * replay.facts.instance.quarters
    replay.at_once[condemnation.conflict, "social", node] -= cost * replay.output[condemnation.name, node]


def mediations(replay: Replay, conflict: str, node: int) -> int:
    """How many official mediations of the conflict are on."""
    return sum(mediates(activity) for activity in replay.decisions.of(conflict, node))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_cap(replay, NAME, "the moment is not ripe for mediation")
    yield from blamed(replay, NAME)
    most = replay.facts.parameter[NAME, "mediators"]
    for conflict in replay.facts.members:
        for node in range(len(replay.facts.tree)):
            if (found := mediations(replay, conflict, node)) > most:
                yield Violation(NAME, node, conflict, f"official mediations of at most {words(most)}", str(found))
    yield from _condemned(replay)


def _condemned(replay: Replay) -> Iterator[Violation]:
    """Whoever condemned of late, or does now, neither mediates nor offers good offices."""
    facts, memory = replay.facts, replay.facts.parameter[NAME, "memory"]
    for name, node in replay.decisions.works:
        activity = facts.activities[name]
        if not activity.official or activity.kind not in MEDIATING or not activity.sponsor:
            continue
        for other in facts.members[activity.conflict]:
            if not condemns(other) or other.sponsor != activity.sponsor:
                continue
            if any(replay.decisions.on(other.name, at) for at in facts.recent(node, memory)):
                expected = f"no mediation by {activity.sponsor}, who condemns or did so of late"
                yield Violation(NAME, node, name, expected, f"{other.name} ran or runs")
