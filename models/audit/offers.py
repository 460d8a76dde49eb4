"""The check that rules of bonuses share: nobody takes more of a bonus than the rule offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words


def above_offer(replay: Replay, rule: str, keys: Iterable[str], what: str) -> Iterator[Violation]:
    """Bonuses of ``rule``, which are called ``keys``, stated above what it offers; where it offers none, above 0."""
    own = frozenset(keys)
    for (key, node), level in (replay.decisions.bonuses or {}).items():
        if key in own and 0 <= node < len(replay.facts.tree):
            offer = replay.offers.get((key, node))
            most = Fraction(0) if offer is None else offer.most
            if level > most + TOLERANCE:
                yield Violation(rule, node, key, f"a bonus of at most {words(most)}: {what}", words(level))
