"""Core: bonuses, each of a rule that offers it, all together up to a share of what work achieves alone (C4 O1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import isfinite

from models.audit import continuity, no_substitute, skills, synergy
from models.audit.facts import round_down
from models.audit.state import Offer, Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.kinds import Category

NAME = "bonuses"
OFFERING = (synergy, continuity, skills)
"""Rules that offer bonuses, in the order in which they are taken where a plan states none."""


def ceiling(replay: Replay, conflict: str, category: Category, node: int) -> Fraction:
    """Greatest sum of bonuses: a share of the effects of all work of the conflict at the node."""
    base = sum(replay.effects[conflict, category, group, node] for group in ("official", "track_1_5", "unofficial"))
    return replay.facts.parameter["core", "bonus_ceiling"] * base


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Bonuses at ``node``: as stated or as great as allowed, cut to the ceiling in the order of the rules."""
    for rule in OFFERING:
        if replay.awake(rule.NAME):
            for key, offer in rule.offers(replay, conflict, node):
                replay.offers[key, node] = offer
                _take(replay, conflict, key, node, offer)


def _take(replay: Replay, conflict: str, key: str, node: int, offer: Offer) -> None:
    level = _level(replay, key, node, offer)
    if not (replay.as_stated and replay.decisions.bonuses is not None):
        level = max(Fraction(0), min((level, *map(round_down, _limits(replay, conflict, node, offer)))))
    replay.bonus[key, node] = level
    for category, worth in offer.worth:
        gain = worth * level
        replay.bonuses[conflict, category, node] += gain
        if category == "political" and not offer.into_ideas:
            replay.alone_gain[conflict, node] += gain
        into = "ideas" if category == "political" and offer.into_ideas else category
        replay.bonus_gain[conflict, into, node] += gain


def _level(replay: Replay, key: str, node: int, offer: Offer) -> Fraction:
    bonuses = replay.decisions.bonuses
    if bonuses is None:
        return offer.most
    stated = bonuses.get((key, node), Fraction(0))
    return stated if replay.as_stated else min(stated, offer.most)


def _limits(replay: Replay, conflict: str, node: int, offer: Offer) -> Iterator[Fraction]:
    """Levels at which a ceiling, or political gain without official work, is used up."""
    for category, worth in offer.worth:
        if worth:
            yield (ceiling(replay, conflict, category, node) - replay.bonuses[conflict, category, node]) / worth
            if category == "political" and not offer.into_ideas:
                room = no_substitute.room(replay, conflict, node, ahead=replay.decisions.transfers is None)
                if room is not None:
                    yield room / worth


def check(replay: Replay) -> Iterator[Violation]:
    if replay.decisions.bonuses is None:
        return
    yield from _entries(replay)
    for (name, category, node), gain in replay.bonuses.items():
        if gain > (limit := ceiling(replay, name, category, node)) + TOLERANCE:
            yield Violation(NAME, node, name, f"{category} bonuses of at most {words(limit)} in sum", words(gain))


def _entries(replay: Replay) -> Iterator[Violation]:
    """Bonuses that nothing offers, at no node, twice the same, of no level from 0 to 1, or of a rule that is off."""
    offered = {key: rule.NAME for rule in OFFERING for key in rule.keys(replay.facts)}
    rows = replay.plan.bonuses or ()
    for (key, node), count in Counter((row.link, row.node) for row in rows).items():
        if key not in offered or not 0 <= node < len(replay.facts.tree):
            expected = "a strengthens link, or work that continues or is skilled, and a node"
            yield Violation(NAME, node, key, expected, "none such")
        elif count > 1:
            yield Violation(NAME, node, key, "one entry", f"{count} entries")
    for row in rows:
        rule = offered.get(row.link)
        if not isfinite(row.level) or not 0 <= row.level <= 1:
            yield Violation(NAME, row.node, row.link, "a bonus between 0 and 1", str(row.level))
        elif row.level and rule and not replay.awake(rule):
            yield Violation(NAME, row.node, row.link, f"no bonus, since {rule} is off", str(row.level))
