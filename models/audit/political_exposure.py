"""Politics forgives few failures, and least before a vote (N14)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import exact
from models.records import Activity, Party

NAME = "political_exposure"


def exposure(facts: Facts, activity: Activity) -> Fraction:
    """Political risk of the work at full output."""
    if activity.exposure is not None:
        return exact(activity.exposure)
    return facts.parameter[NAME, "official" if activity.official else "track_1_5"]


def exposed(facts: Facts, activity: Activity) -> tuple[Party, ...]:
    """Parties with a limit for whom the work is a risk: those at its table, and its sponsor."""
    if activity.unofficial or not exposure(facts, activity):
        return ()
    concerned = {*activity.parties, activity.sponsor}
    return tuple(party for party in facts.limited[activity.conflict] if party.name in concerned)


def limit(facts: Facts, party: Party, node: int) -> Fraction:
    """Most exposure the government of the party bears at the node."""
    bears = Fraction(0) if party.exposure_limit is None else exact(party.exposure_limit)
    return bears * (1 - facts.parameter[NAME, "before_votes"] * facts.blackout[party.name, node])


def borne(replay: Replay, party: Party, node: int, *, without: str = "") -> Fraction:
    """Exposure of all work but one, by outputs known by now, and as stated where they are not."""
    borne = Fraction(0)
    for activity in replay.decisions.of(party.conflict, node):
        key = (activity.name, node)
        if activity.name != without and party in exposed(replay.facts, activity):
            stated = replay.decisions.output[key] or Fraction(0)
            borne += exposure(replay.facts, activity) * replay.output.get(key, stated)
    return borne


def concerns(facts: Facts, activity: Activity) -> bool:
    return bool(exposed(facts, activity))


def cap(replay: Replay, activity: Activity, node: int) -> Fraction | None:
    """What other work leaves: work that states its output goes before work that does as much as is allowed."""
    facts = replay.facts
    left = (
        limit(facts, party, node) - borne(replay, party, node, without=activity.name)
        for party in exposed(facts, activity)
    )
    return min(left) / exposure(facts, activity)


def reached(replay: Replay, party: Party, node: int) -> bool:
    """Whether the party is exposed, and could hardly be more so."""
    risk = borne(replay, party, node)
    return risk > 0 and risk >= limit(replay.facts, party, node) - Fraction(1, 1000)


def check(replay: Replay) -> Iterator[Violation]:
    for parties in replay.facts.limited.values():
        for party in parties:
            for node in range(len(replay.facts.tree)):
                risk, most = borne(replay, party, node), limit(replay.facts, party, node)
                if risk > most + TOLERANCE:
                    yield Violation(NAME, node, party.name, f"exposure of at most {words(most)}", words(risk))
