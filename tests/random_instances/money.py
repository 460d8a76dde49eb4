"""The circumstances of rules of money and of scarce people."""

from __future__ import annotations

from typing import Any

from models.records import Capacity, Conflict, Funder, Limit
from tests.random_instances.draft import LENGTHS, OPEN, Draft


def budget(draft: Draft) -> None:
    """One tranche that expires, waits or carries over, and more work than it pays for."""
    draft.work("dialogue", "T4", "exchange", social=draft.effect(5))
    draft.work("school", "T5", "education", structural=draft.effect(5))
    rate = LENGTHS[draft.length][1]
    begin = draft.label(draft.random.randint(-1, 1)) if draft.chance(0.5) else None
    draft.add(
        Funder(
            name="Early",
            amount=draft.random.randint(2, 6),
            begin=begin,
            end=draft.label(draft.random.randint(1, draft.number - 1)) if draft.chance(0.6) else None,
            carry_over=draft.random.choice((0, 0.5, 1)),
            lead_time=draft.random.choice((0, 0, 1, 0.5)) / rate,
        )
    )


def earmark(draft: Draft) -> None:
    """Two tranches of one donor with conditions, and a small free one."""
    draft.work("dialogue", "T4", "exchange", social=draft.effect(5), tags=("youth",))
    draft.work("talks", "T1", "negotiation", political=draft.effect(5), tags=("women",))
    pays_for = draft.random.choice((("T4",), ("youth",), ("T1", "women"), ("talks",), ("T4", "T2", "youth")))
    share = draft.random.choice((1, 0.5, 0.75))
    for name in ("Grant one", "Grant two"):
        draft.add(
            Funder(
                name=name,
                donor="Foundation",
                amount=draft.random.randint(2, 5),
                pays_for=pays_for if draft.chance(0.7) else (),
                smallest=draft.random.choice((0, 0, 2, 3)),
                largest_share=share,
            )
        )
    draft.add(Funder(name="Small", amount=draft.random.randint(0, 4)))


def fundraising(draft: Draft) -> None:
    """A small tranche, an appeal that fills it later, and more work than it pays for."""
    rate = LENGTHS[draft.length][1]
    end = draft.label(draft.pick(1, 1, draft.number - 1)) if draft.chance(0.5) else None
    amount = draft.random.randint(2, 4)
    draft.add(Funder(name="Fund", amount=amount, end=end, carry_over=draft.pick(0, 0.5, 1, 1)))
    hoped = (("Fund", draft.pick(2, 2.5, 4, 6) * rate),)
    draft.work("appeal", "T8", "fundraising", raises=hoped, begin=None, end=draft.pick(None, draft.label(0)))
    draft.work("school", "T5", "education", structural=draft.effect(5))
    draft.work("dialogue", "T4", "exchange", social=draft.effect(5), **OPEN)
    if draft.chance(0.3):
        draft.add(Funder(name="Spare", amount=2, pays_for=draft.pick(("T8",), ("T4",))))
    draft.setting("fundraising", "lag", 0.9, 0, 0, 1 / rate, 0.5 / rate, 1.5 / rate)
    draft.setting("fundraising", "yield", 0.5, 0.5, 0.8)


def share(draft: Draft) -> None:
    """A least or a most share for work that does less, or more, than other work."""
    draft.work("forum", "T4", "dialogue", social=draft.effect(2, 6), tags=("women",))
    draft.work("talks", "T1", "consultation", political=draft.effect(5, 15), issues=("water",))
    draft.work("school", "T5", "education", structural=draft.effect(2, 12))
    kind, who = draft.pick(
        ("least", ("women",)),
        ("least", ("forum", "T5")),
        ("most", ("T1",)),
        ("most", ("water",)),
        ("most", ("school",)),
    )
    given: dict[str, Any] = {"amount": draft.pick(0.3, 0.5, 0.7), "hard": draft.chance(0.25)}
    given |= {"of": draft.pick((), ("T4", "T1"), ("T5", "women", "T1"))}
    given |= {"payers": draft.pick((), (), ("Main",)), "conflict": draft.pick("", "Strife")}
    if any(isinstance(row, Conflict) and row.name == "Feud" for row in draft.records):
        given["conflict"] = "Strife"
        draft.work(
            "college",
            "T5",
            "education",
            conflict="Feud",
            social=draft.effect(3, 10),
            tags=("women",),
            issues=("water",),
        )
        draft.add(Funder(name="Reserve", amount=6, pays_for=("Feud",)))
    draft.add(Limit(name="balance", kind=kind, who=who, **given))
    draft.setting("share", "cost", 0.6, 0.5, 1)


def capacity(draft: Draft) -> None:
    """Two works that need more of something than there is."""
    draft.work("shuttle", "T1", "mediation", political=draft.effect(5), uses=(("mediators", 1),))
    draft.work("forum", "T2", "workshop", social=draft.effect(5), uses=(("mediators", draft.random.choice((1, 0.5))),))
    draft.add(Capacity(name="mediators", amount=1, end=draft.period(1) if draft.chance(0.4) else None))
    if draft.chance(0.3):
        draft.add(Capacity(name="mediators", amount=0.5, begin=draft.period(1)))
