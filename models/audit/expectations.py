"""Promise no more than moves (Q5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import CATEGORIES
from models.records import Activity

NAME = "expectations"
MOST = None


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Work of any track may promise something."""
    if activity.expectations:
        yield "", exact(activity.expectations) * facts.instance.quarters


def advance(replay: Replay, conflict: str, node: int) -> None:
    """How far hopes are above progress at ``node``, beyond the gap that is borne."""
    stock = (NAME, conflict, "")
    if stock in replay.sources and replay.awake(NAME):
        hopes = replay.stocks.get((stock, node), Fraction(0))
        gap = replay.facts.parameter[NAME, "gap"]
        if (disappointed := hopes - value(replay, conflict, node) - gap) > 0:
            replay.short[Short(NAME, conflict, node)] = disappointed


def value(replay: Replay, conflict: str, node: int) -> Fraction:
    """Progress of the conflict: the mean of its categories, by their weights."""
    weights = replay.instance.weights
    total = sum(weights.values(), Fraction(0))
    if not total:
        return Fraction(0)
    return sum(weights[each] * replay.progress[conflict, each, node] for each in CATEGORIES) / total


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
