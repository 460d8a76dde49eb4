"""Core: nothing is had that is not paid for. Outputs of a node: what is stated, bought, and allowed by the rules."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isfinite
from types import ModuleType

from models.audit import closed_embassy, electoral_cycle, enforcement, inducement, preparation
from models.audit.facts import round_down
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words

NAME = "response"
CAPPING: tuple[ModuleType, ...] = (electoral_cycle, closed_embassy, inducement, enforcement, preparation)


def advance(replay: Replay, node: int) -> None:
    """Outputs at ``node``, those of carrots and sticks first, since others may rest on them."""
    awake = [rule for rule in CAPPING if replay.awake(rule.NAME)]
    for activity in sorted(replay.decisions.at[node], key=lambda each: not inducement.is_inducement(each)):
        key = (activity.name, node)
        replay.bought[key] = replay.facts.bought(activity, Fraction(replay.decisions.works[key].spend))
        caps = ((rule.NAME, rule.cap(replay, activity, node)) for rule in awake)
        replay.caps[key] = {name: cap for name, cap in caps if cap is not None}
        stated = replay.decisions.output[key]
        if stated is None:
            replay.output[key] = max(Fraction(0), round_down(replay.allowed(*key)))
        elif replay.as_stated:
            replay.output[key] = stated
        else:
            replay.output[key] = max(Fraction(0), min(stated, round_down(replay.allowed(*key))))


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
