"""Core: nothing is had that is not paid for. Outputs of a node: what is stated, bought, and allowed by the rules."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from types import ModuleType

from models.audit import (
    closed_embassy,
    confidentiality,
    electoral_cycle,
    enforcement,
    face_saving,
    home_state,
    indirect_access,
    inducement,
    intelligence,
    mediator_role,
    official_rigidity,
    political_exposure,
    political_will,
    preparation,
    public_opinion,
    recognition,
    seats,
)
from models.audit.facts import Facts, round_down
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.records import Activity

NAME = "response"
CAPPING: tuple[ModuleType, ...] = (
    electoral_cycle,
    closed_embassy,
    official_rigidity,
    inducement,
    recognition,
    political_will,
    mediator_role,
    intelligence,
    political_exposure,
    face_saving,
    home_state,
    enforcement,
    indirect_access,
    preparation,
    public_opinion,
    confidentiality,
    seats,
)
"""Rules that cap output: ``concerns`` tells whether they may ever cap an activity, ``cap`` where they do at a node."""


@lru_cache(maxsize=16)
def _capping(facts: Facts) -> dict[str, tuple[ModuleType, ...]]:
    """The rules that may cap each activity, asked once: the audit is made often."""
    works = facts.activities.values()
    return {work.name: tuple(rule for rule in CAPPING if rule.concerns(facts, work)) for work in works}


def advance(replay: Replay, node: int) -> None:
    """Outputs at ``node``, those on which others rest first."""
    capping = _capping(replay.facts)
    for activity in sorted(replay.decisions.at[node], key=_turn):
        key = (activity.name, node)
        replay.bought[key] = replay.facts.bought(activity, Fraction(replay.decisions.works[key].spend))
        awake = (rule for rule in capping[activity.name] if replay.awake(rule.NAME))
        caps = ((rule.NAME, rule.cap(replay, activity, node)) for rule in awake)
        replay.caps[key] = {name: cap for name, cap in caps if cap is not None}
        stated = replay.decisions.output[key]
        if stated is None:
            replay.output[key] = max(Fraction(0), round_down(replay.allowed(*key)))
        elif replay.as_stated:
            replay.output[key] = stated
        else:
            replay.output[key] = max(Fraction(0), min(stated, round_down(replay.allowed(*key))))


def _turn(activity: Activity) -> tuple[int, bool]:
    """Governments wait for their people, work with leverage for carrots and sticks, talks for those who save face.

    Among the like, work that tells its seats waits for work that makes up for them.
    """
    told = bool(activity.seats)
    if inducement.is_inducement(activity):
        return 1, told
    if activity.unofficial:
        return 2 if activity.leverage else 0, told
    return 4 if activity.official else 3, told


def check(replay: Replay) -> Iterator[Violation]:
    for (activity, node), work in replay.decisions.works.items():
        if work.output is None:
            continue
        bought = replay.bought[activity, node]
        if not isfinite(work.output) or not 0 <= work.output <= 1:
            yield Violation(NAME, node, activity, "output between 0 and 1", str(work.output))
        elif replay.decisions.output[activity, node] > bought + TOLERANCE:  # type: ignore[operator]
            found = f"{words(Fraction(repr(work.output)))}, paid {work.spend}"
            yield Violation(NAME, node, activity, f"output of at most {words(bought)} for its spending", found)
