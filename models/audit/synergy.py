"""Together they do more: linked works add progress (O1 C3 C4 L4 W2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.offers import above_offer
from models.audit.state import Offer, Replay
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.records import Link

NAME = "synergy"


def keys(facts: Facts) -> Iterator[str]:
    return (link.key for link in facts.instance.links if link.kind == "strengthens")


def offers(replay: Replay, conflict: str, node: int) -> Iterator[tuple[str, Offer]]:
    """Gain in the link's category, as far as both work, and whoever keeps each informed of the other."""
    facts = replay.facts
    for link in facts.links["strengthens", conflict]:
        names = (link.name, link.other, *((link.liaison,) if link.liaison else ()))
        most = min(replay.output.get((name, node), Fraction(0)) for name in names)
        worth = facts.link_value(link, NAME, "value") * facts.instance.quarters
        yield link.key, Offer(NAME, most, ((link.category, worth),), _into_ideas(facts, link))


def _into_ideas(facts: Facts, link: Link) -> bool:
    """A political bonus between two unofficial works enters the stock of ideas."""
    return all(facts.activities[name].unofficial for name in (link.name, link.other))


def check(replay: Replay) -> Iterator[Violation]:
    yield from above_offer(replay, NAME, keys(replay.facts), "the least output of the works that the link names")
    yield from blamed(replay, NAME)
