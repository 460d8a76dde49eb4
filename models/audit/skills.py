"""Training today makes better facilitators in a year (K5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from models.audit import effects
from models.audit.facts import Facts
from models.audit.offers import above_offer
from models.audit.state import Offer, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import CATEGORIES
from models.records import Activity

NAME = "skills"
MOST = Fraction(1)


def key(activity: Activity) -> str:
    """What the bonus is called in a plan."""
    return f"{activity.name} skilled"


def keys(facts: Facts) -> Iterator[str]:
    return (key(activity) for activity in facts.activities.values() if activity.track == "T2")


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Work of any track may train facilitators."""
    if activity.skills:
        yield "", exact(activity.skills) * facts.instance.quarters


def skill(replay: Replay, conflict: str, node: int) -> Fraction:
    """Skills that tell by now: those of some periods before."""
    lag = max(1, ceil(replay.facts.parameter[NAME, "lag"] / replay.facts.instance.quarters))
    at = replay.facts.tree.ancestor(node, lag)
    return Fraction(0) if at is None else replay.stocks.get(((NAME, conflict, ""), at), Fraction(0))


def offers(replay: Replay, conflict: str, node: int) -> Iterator[tuple[str, Offer]]:
    """A share of its own gain in every category, for work on track two; what is political enters the ideas."""
    known, value = skill(replay, conflict, node), replay.facts.parameter[NAME, "value"]
    if not known:
        return
    for activity in replay.decisions.of(conflict, node):
        if activity.track == "T2":
            potential = ((category, effects.potential(replay, activity, category, node)) for category in CATEGORIES)
            worth = tuple((category, value * amount) for category, amount in potential if amount)
            most = min(known, replay.output[activity.name, node])
            yield key(activity), Offer(NAME, most, worth, into_ideas=True)


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_offer(replay, NAME, keys(replay.facts), "its output, and the skills built up some time ago")
    yield from blamed(replay, NAME)
