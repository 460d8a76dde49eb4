"""The circumstances of rules of official work: votes, closed missions, delays, power, guarantees, signatures."""

from __future__ import annotations

from models.records import Closure, Election, Milestone, Phase, RuleSetting
from tests.random_instances.draft import OPEN, Draft


def electoral_cycle(draft: Draft) -> None:
    """Official work around a vote of a party, or of the sponsor."""
    host = draft.random.choice((None, "A", "Host"))
    draft.work(
        "talks", "T1", draft.random.choice(("negotiation", "consultation")), political=draft.effect(5), sponsor=host
    )
    draft.add(Election(who="Host" if host == "Host" else "A", date=draft.period()))
    if draft.chance(0.3):
        draft.add(Election(name="second", who="B", date=draft.period(), before=0.5, after=0))


def closed_embassy(draft: Draft) -> None:
    """Closed missions, and perhaps a channel."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(8), social=draft.effect(0, 4))
    track, kind = draft.random.choice((("T1", "special_envoy"), ("T1", "protecting_power"), ("T2", "back_channel")))
    if draft.chance(0.7):
        draft.work("channel", track, kind, parties=("A", "B"), social=draft.effect(0, 2))
    if draft.chance(0.3):
        draft.work("trade", "T3", "business", parties=("A", "B"), structural=draft.effect(0, 3))
    dated = draft.chance(0.5)
    draft.add(Closure(who=("A", "B"), begin="2000-02-10" if dated else draft.period()))


def open_channel(draft: Draft) -> None:
    """War, and a channel that costs money and achieves little."""
    draft.add(
        Phase(
            conflict="Strife", kind=draft.random.choice(("war", "confrontation")), begin=draft.period(), retention=0.95
        )
    )
    draft.work("hotline", draft.random.choice(("T1", "T2", "T1.5")), "back_channel", parties=("A", "B"), **OPEN)
    draft.work("school", "T5", "education", structural=draft.effect(2, 5))
    if draft.chance(0.4):
        draft.work("elders", "T7", "religious", channel=True, social=draft.effect(0, 3))


def consultation_delay(draft: Draft) -> None:
    """Official work whose effect is awaited, whole periods or fractions."""
    level = draft.random.choice((None, None, "low", "head"))
    draft.work("talks", "T1", "consultation", political=draft.effect(5), social=draft.effect(0, 5), level=level)
    draft.work("school", "T5", "education", structural=draft.effect(2, 8))
    if draft.chance(0.6):
        kind = draft.random.choice(("delay", "delay", "low_delay", "head_delay"))
        draft.add(RuleSetting(name="consultation_delay", kind=kind, amount=draft.random.choice((0.5, 1.5, 2))))


def power_asymmetry(draft: Draft) -> None:
    """Unequal power, and work that equalises or builds trust."""
    draft.work("talks", "T1", "mediation", political=draft.effect(10, 30))
    draft.work("voices", "T6", "advocacy", equalising=draft.effect(0, 10), social=draft.effect(0, 6))


def inducement(draft: Draft) -> None:
    """Work that needs carrots or sticks."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(8, 20), leverage=True)
    draft.work(
        *draft.random.choice((("aid", "T1", "carrot"), ("sanctions", "T1", "sanction"), ("threat", "T1", "stick")))
    )
    if draft.chance(0.3):
        draft.work("loan", "T1", "carrot", social=draft.effect(0, 2))
    if draft.chance(0.5):
        draft.add(RuleSetting(name="inducement", kind="stick_lag", amount=draft.random.choice((0, 1, 1.5))))


def enforcement(draft: Draft) -> None:
    """Implementation, and a guarantor that costs money."""
    draft.work("rebuilding", draft.random.choice(("T1", "T2", "T4")), "implementation", structural=draft.effect(8, 20))
    draft.work("force", "T1", "guarantor", **({"begin": draft.period(), "end": None} if draft.chance(0.5) else {}))
    if draft.chance(0.25):
        draft.work("observers", "T1", "guarantor")
    draft.add(RuleSetting(name="enforcement", kind="window", amount=draft.random.choice((0, 1, 2))))


def signature(draft: Draft) -> None:
    """Something to sign, closed missions, and what it unlocks."""
    draft.work("talks", "T1", draft.random.choice(("negotiation", "mediation")), political=draft.effect(0, 8))
    draft.work("return", "T4", "exchange", social=draft.effect(8, 15), status="open")
    draft.add(
        Milestone(
            name="Accord",
            conflict="Strife",
            value=draft.random.choice((0.02, 0.1)),
            unlocks=("return",) if draft.chance(0.6) else (),
            political=draft.random.choice((None, None, 0.05)),
            social=draft.random.choice((None, 0.02)),
        )
    )
    draft.setting("signature", "output", 0.5, 0, 0.8, 1)
    if draft.chance(0.3):
        draft.add(Milestone(name="Truce", conflict="Strife", kind="ceasefire", value=0.05, structural=0))
    if draft.chance(0.8):
        draft.add(Closure(who=("A", "B"), begin=draft.label(0) if draft.chance(0.7) else draft.period()))
    if draft.chance(0.5):
        draft.work("envoy", "T1", "special_envoy", parties=("A", "B"))
