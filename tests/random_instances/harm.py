"""The circumstances of rules of doing no harm: force, burdens, gains of each side, hopes, risks."""

from __future__ import annotations

from typing import Any

from models.records import Conflict, Milestone, Phase
from tests.random_instances.draft import OPEN, Draft


def do_no_harm(draft: Draft) -> None:
    """Work that hurts, and work that hurts a little; now and then force."""
    burdens = draft.pick((("poor", 1.5),), (("poor", 1), ("rural", 0.5)), (("poor", 3),))
    draft.work("sanctions", "T1", draft.pick("sanction", "other"), political=draft.effect(5, 15), harm=burdens)
    draft.work("dam", "T4", "reconstruction", structural=draft.effect(4, 12), harm=(("poor", draft.pick(0.5, 1)),))
    if draft.chance(0.4):
        draft.work("patrols", "T1", "other", force=True, social=draft.effect(8, 15), status="open")
    draft.setting("do_no_harm", "ceiling", 0.5, 0, 1, 1.5)


def every_side_gains(draft: Draft) -> None:
    """Something to sign, and work from which each side has something."""
    draft.work("talks", "T1", "negotiation", political=draft.effect(0, 5), gains=(("A", draft.pick(0.1, 0.3)),))
    sides = draft.pick((("B", 0.2),), (("A", 0.05), ("B", 0.1)), (("B", 0.05),), (("A", 0.2),))
    draft.work("clinics", draft.pick("T4", "T2"), "humanitarian", gains=sides, social=draft.effect(0, 3), **OPEN)
    draft.add(Milestone(name="Accord", conflict="Strife", value=draft.pick(0.05, 0.1, 0.2)))
    if draft.chance(0.2):
        draft.add(Milestone(name="Truce", conflict="Strife", kind="ceasefire", value=0.05))
    if any(isinstance(row, Conflict) and row.name == "Feud" for row in draft.records):
        draft.work("parley", "T1", "negotiation", conflict="Feud", parties=("A", "B"))
        draft.add(Milestone(name="Pact", conflict="Feud", value=0.1))
    draft.setting("every_side_gains", "least", 0.6, 0.05, 0.2, 0.4)


def expectations(draft: Draft) -> None:
    """A campaign that promises more than moves."""
    promises = draft.pick(0.4, 0.6, 1)
    draft.work("campaign", draft.pick("T6", "T9", "T2"), "advocacy", expectations=promises, social=draft.effect(2, 10))
    given: dict[str, Any] = {draft.pick("political", "political", "social"): draft.effect(5, 15)}
    draft.work("school", draft.pick("T1", "T1", "T5"), "other", expectations=draft.pick(0, 0, 0.2), **given)
    draft.setting("expectations", "gap", 0.7, 0, 0.1)
    draft.setting("expectations", "cost", 0.7, 0.2, 0.5)
    draft.setting("expectations", "kept", 0.3, 0, 0.5)


def prevention(draft: Draft) -> None:
    """A risk that work in quiet times lowers; the conflict states it."""
    draft.work("patience", draft.pick("T4", "T5", "T1"), "training", prevention=draft.pick(0.2, 0.5, 1), **OPEN)
    draft.work("school", "T5", "education", social=draft.effect(3, 10), prevention=draft.pick(0, 0.1))
    for kind in draft.pick((), ("latent",), ("confrontation",), ("war", "latent"), ("war",)):
        draft.add(Phase(conflict="Strife", kind=kind, begin=draft.period(), end=draft.label(draft.number - 1)))
    draft.setting("prevention", "cost", 0.6, 0.2, 0.5)
    draft.setting("prevention", "kept", 0.3, 0.5)
