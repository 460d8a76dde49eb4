"""Core: what people think of peace, moved by unofficial work; two rules read it (D2 S2.2 S2.3 K6 K9)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit import stocks
from models.audit.facts import Facts
from models.audit.state import Replay, Stock
from models.instance import exact
from models.records import Activity

NAME = "opinion"
MOST = Fraction(1)


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Unofficial work moves the opinion of its parties, or of everybody where it names none."""
    if activity.unofficial and activity.opinion:
        rate = exact(activity.opinion) * facts.instance.quarters
        yield from ((who, rate) for who in activity.parties or facts.named[activity.conflict])


def starts(facts: Facts) -> Iterator[tuple[Stock, Fraction]]:
    """What the people of a party thought before the horizon, where its row says so."""
    for party in facts.instance.parties:
        if party.opinion:
            yield (NAME, party.conflict, party.name), exact(party.opinion)


def of(replay: Replay, conflict: str, who: str, node: int) -> Fraction:
    """Opinion at the node itself: the outputs of unofficial work are known, or at least stated, by then."""
    return stocks.now(replay, (NAME, conflict, who), node)
