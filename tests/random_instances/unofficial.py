"""The circumstances of rules of unofficial work, and of order between works."""

from __future__ import annotations

from models.records import Link, RuleSetting
from tests.random_instances.draft import LENGTHS, OPEN, Draft


def transfer(draft: Draft) -> None:
    """Unofficial ideas, and a room to carry them to."""
    draft.work("workshop", "T2", "workshop", political=draft.effect(8, 20))
    draft.work("room", draft.random.choice(("T1", "T1", "T1.5")), "other")
    if draft.chance(0.7):
        value = draft.random.choice((None, 0.04, 0.2))
        draft.add(
            Link(name="workshop", kind="transfers", other="room", value=value, window=draft.random.choice((None, 0, 1)))
        )
    if draft.chance(0.4):
        draft.add(RuleSetting(name="transfer", kind="default", amount=0.03))


def no_substitute(draft: Draft) -> None:
    """Track one and a half alone, and official work that may accompany it."""
    draft.work("statesmen", "T1.5", "dialogue", political=draft.effect(8, 20))
    draft.work("talks", "T1", "consultation", political=draft.effect(0, 5))
    draft.add(RuleSetting(name="no_substitute", kind="limit", amount=draft.random.choice((0, 0.05, 0.1))))


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
    lag = draft.random.choice((0, 1)) / LENGTHS[draft.length][1] if kind == "follows" else 0
    draft.add(Link(name="first", kind=kind, other="second", lag=lag))


def synergy(draft: Draft) -> None:
    """Two works that do more together, in any category."""
    category = draft.random.choice(("political", "structural", "social"))
    tracks = draft.random.choice((("T2", "T4"), ("T2", "T1.5"), ("T1", "T4")))
    for name, track in zip(("one", "other"), tracks, strict=True):
        draft.work(name, track, "other", bias=draft.pick(0, 0, 0.5), **{category: draft.effect(2, 10)})
    value = draft.random.choice((None, 0.03))
    draft.add(Link(name="one", kind="strengthens", other="other", value=value, category=category))
    draft.setting("core", "bonus_ceiling", 0.4, 0.1)
    if category == "political":
        draft.add(RuleSetting(name="transfer", kind="default", amount=0.05))
