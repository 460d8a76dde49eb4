"""The circumstances of rules of unofficial work, and of order between works."""

from __future__ import annotations

from typing import Any

from models.records import Link, RuleSetting
from tests.random_instances.draft import LENGTHS, OPEN, Draft


def transfer(draft: Draft) -> None:
    """Unofficial ideas, a room to carry them to, ways that take their time, and officials who may not listen."""
    influence = draft.pick(1, 0.5)
    draft.work("workshop", "T2", "workshop", political=draft.effect(8, 20), influence=influence, confidential=False)
    track, kind = draft.pick(*[("T1", "mediation")] * 3, ("T1", "consultation"), ("T1.5", "other"), ("T1.5", "other"))
    draft.work("room", track, kind, sponsor=None)
    if draft.chance(0.9):
        fields: dict[str, Any] = {"value": draft.pick(None, 0.04, 0.2), "window": draft.pick(None, 0, 1)}
        fields["channel"] = draft.pick("briefing", "briefing", "participants", "public")
        if kind == "mediation" and draft.chance(0.9):
            fields["channel"] = "mediator"
        fields["lag"] = draft.pick(None, None, 0, 0.5, 1.5)
        draft.add(Link(name="workshop", kind="transfers", other="room", **fields))
    if draft.chance(0.6):
        draft.condition("openness", draft.pick(0, 0.3, 0.6))
    for channel in ("participants", "mediator"):
        draft.setting("transfer", f"{channel}_lag", 0.2, 0.5, 1, 2)
    draft.setting("transfer", "default", 0.5, 0.03, 0.1)


def no_substitute(draft: Draft) -> None:
    """Track one and a half alone, and official work that may accompany it."""
    draft.work("statesmen", "T1.5", "dialogue", political=draft.effect(8, 20))
    draft.work("talks", "T1", "consultation", political=draft.effect(0, 5))
    draft.add(RuleSetting(name="no_substitute", kind="limit", amount=draft.random.choice((0, 0.05, 0.1))))
    draft.setting("no_substitute", "output", 0.5, 0, 0.5, 0.8, 1)
    if draft.chance(0.2):
        draft.work("envoys", "T1", "other", social=draft.effect(0, 2))
    if draft.chance(0.4):
        draft.work("workshop", "T2", "workshop", political=draft.effect(10, 30))
        draft.add(Link(name="workshop", kind="transfers", other="statesmen", value=0.4, lag=draft.pick(None, 1)))


def impasse(draft: Draft) -> None:
    """Ideas while officials are stuck, and a room for them."""
    kind = draft.pick("workshop", "dialogue")
    draft.work("workshop", draft.pick("T2", "T4"), kind, political=draft.effect(4, 12), social=draft.effect(0, 4))
    draft.work("room", draft.pick("T1", "T1", "T1.5"), "other", political=draft.effect(0, 3))
    draft.add(Link(name="workshop", kind="transfers", other="room", value=draft.pick(0.2, 0.4)))
    for _ in range(draft.pick(1, 1, 2)):
        draft.condition("impasse", draft.pick(0.4, 0.7, 1))
    draft.setting("impasse", "value", 0.5, 0.1, 0.5)
    draft.setting("core", "ideas_worth", 0.3, 1)


def preparation(draft: Draft) -> None:
    """Negotiations that workshops may prepare."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(10, 20), begin=draft.period(1))
    draft.work("workshop", "T2", "workshop", social=draft.effect(0, 3), **OPEN)
    draft.add(RuleSetting(name="preparation", kind="threshold", amount=draft.random.choice((0.5, 1, 2))))


def sequence(draft: Draft) -> None:
    """Two works that follow, require or exclude each other."""
    draft.work("first", "T4", "exchange", social=draft.effect(5))
    draft.work("second", "T5", "education", structural=draft.effect(5))
    kind = draft.random.choice(("follows", "requires", "excludes"))
    lag = draft.random.choice((None, 1 / LENGTHS[draft.length][1])) if kind == "follows" else None
    draft.add(Link(name="first", kind=kind, other="second", lag=lag))


def synergy(draft: Draft) -> None:
    """Two works that do more together, in any category; now and then only where somebody keeps each informed."""
    category = draft.random.choice(("political", "structural", "social"))
    tracks = draft.random.choice((("T2", "T4"), ("T2", "T1.5"), ("T1", "T4")))
    for name, track in zip(("one", "other"), tracks, strict=True):
        draft.work(name, track, "other", bias=draft.pick(0, 0.5), **{category: draft.effect(2, 10)})
    value, liaison = draft.random.choice((None, 0.03)), None
    if draft.chance(0.35):
        liaison = draft.work("desk", "T2", "liaison", social=draft.effect(0, 1))
    draft.add(Link(name="one", kind="strengthens", other="other", value=value, category=category, liaison=liaison))
    draft.setting("core", "bonus_ceiling", 0.5, 0.05, 0.1)
    if category == "political":
        draft.add(RuleSetting(name="transfer", kind="default", amount=0.05))
