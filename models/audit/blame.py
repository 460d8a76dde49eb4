"""Finds thresholds that are missed and scores that are overstated, and which rule they overlook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from models.audit.forward import forward
from models.audit.penalties import penalties
from models.audit.state import Replay
from models.audit.thresholds import thresholds
from models.audit.violation import TOLERANCE, Violation, words

SHAPING = (
    "power_asymmetry",
    "consultation_delay",
    "inducement",
    "coercion",
    "official_level",
    "mediator_role",
    "home_state",
    "transfer",
    "impasse",
    "synergy",
    "continuity",
    "skills",
)
"""Rules that change what decisions lead to; the first whose absence explains a claim is named."""
SCORE = "score"


def missed(replay: Replay) -> Iterator[Violation]:
    """Thresholds that are not met, each under the word of the rule it overlooks, else of its own part of the core."""
    for threshold in thresholds(replay):
        if not threshold.met(replay):
            overlooked = (rule for rule, other in _without_each(replay) if threshold.met(other))
            yield threshold.missed(replay, next(overlooked, threshold.check))


def overstated(replay: Replay, claimed: float) -> Iterator[Violation]:
    """A claimed score that is not the replayed one."""
    if not agrees(claimed, replay.score):
        overlooked = (rule for rule, score in _scores_without(replay) if agrees(claimed, score))
        yield Violation(next(overlooked, SCORE), None, "plan", f"a score of {words(replay.score)}", repr(claimed))


def _scores_without(replay: Replay) -> Iterator[tuple[str, Fraction]]:
    """The score as if one rule did not act: rules that only cost points first, which needs no replay."""
    costs: defaultdict[str, Fraction] = defaultdict(Fraction)
    for short, points in penalties(replay):
        costs[short.rule] += points
    yield from ((rule, replay.score + points) for rule, points in costs.items())
    yield from ((rule, other.score) for rule, other in _without_each(replay))


def agrees(claimed: float, score: Fraction) -> bool:
    """Equal to a millionth, relative where the score is large."""
    return abs(float(score) - claimed) <= float(TOLERANCE) * max(1.0, abs(float(score)))


def _without_each(replay: Replay) -> Iterator[tuple[str, Replay]]:
    """The plan replayed as if one rule did not act: with the same outputs, transfers and bonuses.

    Of a plan that leaves transfers or bonuses open, also with those that would be allowed then.
    """
    decided = replay.decisions
    fixed = replace(decided, output=dict(replay.output), transfers=dict(replay.transfer), bonuses=dict(replay.bonus))
    variants = [fixed]
    if decided.transfers is None or decided.bonuses is None:
        variants.append(replace(fixed, transfers=decided.transfers, bonuses=decided.bonuses))
    for rule in SHAPING:
        if replay.awake(rule):
            for decisions in variants:
                other = Replay(replay.instance, replay.plan, replay.facts, decisions, replay.off | {rule})
                yield rule, forward(replace(other, objective=replay.objective, as_stated=True))
