"""Finds thresholds that are missed and scores that are overstated, and which rule they overlook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from models.audit.forward import forward
from models.audit.state import Replay
from models.audit.thresholds import thresholds
from models.audit.violation import TOLERANCE, Violation, words

SHAPING = (
    "power_asymmetry",
    "consultation_delay",
    "inducement",
    "open_channel",
    "synergy",
    "coercion",
    "official_level",
    "mediator_role",
    "home_state",
    "agency_friction",
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
    if agrees(claimed, replay.score):
        return
    overlooked = (rule for rule, other in _without_each(replay) if agrees(claimed, other.score))
    yield Violation(next(overlooked, SCORE), None, "plan", f"a score of {words(replay.score)}", repr(claimed))


def agrees(claimed: float, score: Fraction) -> bool:
    """Equal to a millionth, relative where the score is large."""
    return abs(float(score) - claimed) <= float(TOLERANCE) * max(1.0, abs(float(score)))


def _without_each(replay: Replay) -> Iterator[tuple[str, Replay]]:
    """The same outputs, transfers and bonuses, replayed as if one rule did not act."""
    fixed = replace(
        replay.decisions, output=dict(replay.output), transfers=dict(replay.transfer), bonuses=dict(replay.bonus)
    )
    for rule in SHAPING:
        if replay.awake(rule):
            other = replace(
                Replay(replay.instance, replay.plan, replay.facts, fixed, replay.off | {rule}),
                objective=replay.objective,
                as_stated=True,
            )
            yield rule, forward(other)
