"""What a random instance has besides the circumstances of its focus: conflicts, scenarios, facts, more work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.kinds import PHASES
from models.records import (
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
    Target,
)
from tests.random_instances.draft import LENGTHS, Draft
from tests.random_instances.links import chance_limits, chance_links


def frame(draft: Draft, focus: str) -> None:
    random = draft.random
    weights = {"political": 1, "structural": 1, "social": 1} if draft.chance(0.2) else {}
    draft.add(
        Horizon(
            length=draft.length,
            first=draft.label(0),
            number=draft.number,
            discount=random.choice((0, 0, 0.05)),
            end_value=random.choice((None, None, 0, 0.5)),
            suitability="catalogue" if draft.chance(0.1) else "neutral",
            **weights,
        )
    )
    if draft.number > 1 and draft.chance(0.5):
        _branches(draft)
    draft.add(
        Conflict(
            name="Strife",
            retention=random.choice((1, 0.95, 0.9)),
            power_asymmetry=random.choice(
                {"power_asymmetry": (0.8, 0.9, 1), "expectations": (0, 0.9, 1)}.get(focus, (0, 0, 0.5))
            ),
            political=random.choice((0, 0, 0.1, -0.05, 0.8 if focus == "coercion" else 0)),
            social=random.choice((0, 0, 0.1)),
            taboo=draft.pick(("land",), ("water", "land")) if focus == "official_rigidity" or draft.chance(0.1) else (),
            risk=random.choice((0.3, 0.6, 1)) if focus == "prevention" or draft.chance(0.06) else 0,
            harm_ceiling=(("poor", random.choice((0.5, 1, 2))),) if focus == "do_no_harm" and draft.chance(0.5) else (),
        )
    )
    limit = random.choice((0.3, 0.6, 1)) if focus == "political_exposure" or draft.chance(0.1) else None
    told = focus == "public_opinion"
    often = {"public_opinion": 0.85, "political_will": 0.3}.get(focus, 0.06)
    for name, strength in (("A", "weaker"), ("B", "equal")):
        opinion = random.choice((0, 0.2, 0.5)) if draft.chance(often) else None
        draft.add(Party(name=name, conflict="Strife", strength=strength, opinion=opinion, exposure_limit=limit))
        limit = None
    if draft.chance(0.4 if focus in ("recognition", "public_opinion") else 0.12):
        opinion = random.choice((None, 0, 0.3)) if told else None
        draft.add(Party(name="C", conflict="Strife", opinion=opinion, exposure_limit=random.choice((None, 0.4))))
        draft.tables = (("A", "B"), ("A", "B", "C"), ("A", "C"))
    if draft.chance(0.4 if focus in ("share", "confidentiality", "every_side_gains") else 0.15):
        draft.add(Conflict(name="Feud", weight=random.choice((0.5, 2)), social=0.1, taboo=draft.pick((), ("land",))))
        draft.add(Party(name="A", conflict="Feud", exposure_limit=random.choice((None, 0.4))))
        draft.add(Party(name="B", conflict="Feud"))


UNEQUAL: dict[str, tuple[float, ...]] = {"power_asymmetry": (0.8, 0.9, 1), "expectations": (0, 0.9, 1)}
"""How unequal the parties may be, by focus."""


def _branches(draft: Draft) -> None:
    """Scenarios, and facts that hold in one of them."""
    random = draft.random
    known = random.randint(1, draft.number - 1)
    third = draft.chance(0.2)
    draft.add(Scenario(name="calm", probability=0.35 if third else 0.6))
    draft.add(Scenario(name="storm", probability=0.4, known=draft.label(known)))
    if third:
        draft.add(Scenario(name="thaw", probability=0.25, known=draft.period(known), branches_from="storm"))
    if draft.chance(0.6):
        draft.add(
            Condition(
                name="raid", kind="toll", conflict="Strife", begin=draft.period(known), social=0.1, scenario="storm"
            )
        )
    if draft.chance(0.4):
        draft.add(Closure(who=("A", "B"), begin=draft.period(known), scenario="storm"))
    if draft.chance(0.3):
        kind = random.choice(PHASES)
        draft.add(Phase(conflict="Strife", kind=kind, begin=draft.period(known), retention=0.8, scenario="storm"))
    if draft.chance(0.2):
        draft.add(Election(name="early vote", who="B", date=draft.period(known), before=0, scenario="storm"))
    if draft.chance(0.4):
        state, *who = random.choice(STATES)
        fields: dict[str, Any] = {"kind": state, "who": who, "amount": random.choice((0, 0.3, 0.7))}
        draft.add(Condition(conflict="Strife", begin=draft.period(known), scenario="storm", **fields))


def spice(draft: Draft, focus: str) -> None:
    """More work and more facts than the focus needs."""
    random = draft.random
    two = any(isinstance(row, Conflict) and row.name == "Feud" for row in draft.records)
    for name in ("extra", "further"):
        if draft.chance(0.45 if draft.number < 4 else 0.3):
            given: dict[str, Any] = {random.choice(("political", "social", "structural")): draft.effect()}
            if two and draft.chance(0.6):
                given["conflict"] = "Feud"
            draft.work(name, *random.choice(EXTRAS), **given)
    facts: list[Callable[[], Record]] = [
        lambda: Election(name="chance vote", who=random.choice(("A", "B")), date=draft.period()),
        lambda: Closure(kind="suspended", who=("A", "B"), begin=draft.period(), end=draft.label(draft.number - 1)),
        lambda: Phase(conflict="Strife", kind=random.choice(("latent", "negotiation", "war")), begin=draft.period()),
        lambda: Condition(name="massacre", kind="toll", conflict="Strife", begin=draft.period(), political=0.05),
        lambda: RuleSetting(name="no_substitute", kind="limit", amount=0.1),
        lambda: RuleSetting(name="core", kind="ideas_kept", amount=0.8),
    ]
    for fact in facts:
        if draft.chance(0.2):
            draft.add(fact())
    for kind, *who in STATES:
        if draft.chance(0.05):
            conflict = "Feud" if two and draft.chance(0.3) else "Strife"
            draft.condition(kind, random.choice((0, 0.4, 0.8)), *who, conflict=conflict)
    chance_links(draft, focus != "sequence")
    chance_limits(draft)
    if focus not in ("budget", "earmark", "fundraising"):
        draft.add(Funder(name="Main", amount=random.randint(3, 10)))
        if draft.chance(0.05):
            amount = random.choice((2, 3.5)) * LENGTHS[draft.length][1]
            draft.work("appeal", "T8", "fundraising", raises=(("Main", amount),))
            draft.add(RuleSetting(name="fundraising", kind="lag", amount=random.choice((0, 1))))
        if draft.chance(0.4):
            draft.add(
                Funder(name="Side", amount=random.randint(2, 5), pays_for=random.choice((("T1",), ("T2", "T4"), ())))
            )
    if draft.chance(0.1):
        draft.add(Target(name="aim", conflict="Strife", kind="social", progress=0.02, always=True))


STATES = (
    ("ripeness",),
    ("willingness", "A"),
    ("recognition", "A", "B"),
    ("recognition", "Host", "B"),
    ("recognition", "B", "C"),
    ("concession",),
    ("hostility", "Host", "B"),
    ("access",),
    ("access", "A"),
    ("openness",),
    ("impasse",),
)
"""Kinds of conditions, and whom they are about."""

EXTRAS = (
    ("T2", "workshop"),
    ("T9", "media"),
    ("T1", "fact_finding"),
    ("T1.5", "dialogue"),
    ("T3", "business"),
    ("T1", "mediation"),
    ("T1", "consultation"),
    ("T4", "humanitarian"),
)
