"""The circumstances of rules between works: bonuses, disturbance, secrecy, rooms at the table."""

from __future__ import annotations

from typing import Any

from models.records import Conflict, Funder, Limit, Link
from tests.random_instances.draft import OPEN, Draft
from tests.random_instances.links import in_periods


def continuity(draft: Draft) -> None:
    """The same people who meet again, on any track, some of them before the horizon."""
    track, kind = draft.pick(("T2", "dialogue"), ("T4", "exchange"), ("T1", "consultation"))
    given: dict[str, Any] = {"bias": draft.pick(0, 0.4), "political": draft.effect(0, 4)}
    draft.work("circle", track, kind, same_people=True, social=draft.effect(5, 20), **given, **OPEN)
    if draft.chance(0.4):
        draft.work("course", "T5", "education", same_people=draft.chance(0.5), social=draft.effect(2, 10))
    draft.setting("continuity", "value", 0.4, 0.2, 0.3)
    draft.setting("core", "bonus_ceiling", 0.5, 0.05, 0.1)


def skills(draft: Draft) -> None:
    """Training, and facilitators whom it serves later; or who need none, being on another track."""
    early = draft.chance(0.4)
    window = {"begin": None, "end": draft.label(0) if early else None}
    own = draft.effect(0, 8)
    draft.work("training", draft.pick("T5", "T2"), "training", skills=draft.pick(0.3, 0.5, 1), social=own, **window)
    if early or draft.chance(0.2):
        draft.work("seminar", "T5", "training", skills=draft.pick(0.5, 1), structural=own, **window)
    effects = {word: draft.effect(8, 25) for word in draft.pick(("social",), ("political", "social"), ("structural",))}
    track, late = draft.pick("T2", "T2", "T2", "T2", "T4"), OPEN if early else {}
    draft.work("facilitators", track, "workshop", bias=draft.pick(0, 0.4), **late, **effects)
    if "political" in effects:
        draft.work("room", "T1", "consultation")
        draft.add(Link(name="facilitators", kind="transfers", other="room", value=0.2))
    draft.setting("skills", "lag", 0.9, 0, 0, in_periods(draft, 0.5), in_periods(draft, 1.5))
    draft.setting("skills", "value", 0.8, 0.2, 0.3)
    draft.setting("skills", "kept", 1 if early else 0.2, 0.5)
    draft.setting("core", "bonus_ceiling", 0.3, 0.05, 0.1)


def interference(draft: Draft) -> None:
    """Two works in each other's way, and perhaps somebody who keeps each informed."""
    draft.work("shuttle", draft.pick("T1", "T2"), "mediation", social=draft.effect(5, 15), **OPEN)
    draft.work("forum", "T4", "exchange", structural=draft.effect(5, 15), **OPEN)
    liaison = draft.work("desk", "T2", "liaison", social=draft.effect(2, 5), **OPEN) if draft.chance(0.6) else None
    value = draft.pick(None, None, 0.02, 0.1)
    if liaison is not None:
        draft.add(Funder(name="Reserve", amount=8))
    draft.add(Link(name="shuttle", kind="interferes", other="forum", value=value, liaison=liaison))
    draft.setting("interference", "cost", 0.4, 0.02, 0.05)


def crowding(draft: Draft) -> None:
    """Mediators of several tracks."""
    kinds = (("T1", "good_offices"), ("T2", "mediation"), ("T1.5", "mediation"), ("T1", "mediation"))
    for number, (track, kind) in enumerate(draft.random.sample(kinds, draft.pick(2, 3, 3)), 1):
        draft.work(f"mediator {number}", track, kind, sponsor="Host", social=draft.effect(2, 6))
    draft.setting("crowding", "mediators", 0.8, 1, 1, 1.5)
    draft.setting("crowding", "cost", 0.7, 0.02, 0.05)


def confidentiality(draft: Draft) -> None:
    """A secret room, and the press."""
    track, kind = draft.pick(("T1", "consultation"), ("T1.5", "dialogue"), ("T2", "workshop"))
    draft.work("room", track, kind, confidential=True, publicity=None, social=draft.effect(5, 15))
    track, kind, loud = draft.pick(("T9", "media", None), ("T6", "advocacy", True), ("T9", "media", None))
    press: dict[str, Any] = {"publicity": loud, "confidential": False}
    draft.work("press", track, kind, structural=draft.effect(2, 10), **press)
    if draft.chance(0.2):
        draft.work("bulletin", "T9", "media", publicity=False, social=draft.effect(2, 10))
    if any(isinstance(row, Conflict) and row.name == "Feud" for row in draft.records):
        draft.work("reports", "T9", "media", conflict="Feud", parties=(), social=draft.effect(2, 10))


def stakeholders(draft: Draft) -> None:
    """People or issues that need a room, and work that achieves more without giving them one."""
    draft.work("forum", draft.pick("T4", "T6"), "dialogue", tags=("women",), issues=("water",), social=0.01, **OPEN)
    draft.work("school", "T5", "education", social=draft.effect(3, 10), issues=draft.pick((), ("land",)))
    who = draft.pick(("women",), ("water",), ("forum",), ("T4", "T6"), ("water", "land"))
    hard = draft.chance(0.4)
    amount = draft.pick(0.5, 1) if hard else draft.pick(0.5, 1, 1.5)
    fields: dict[str, Any] = {"amount": amount, "already": draft.pick(0, 0.3, 0.3)}
    fields |= {"hard": hard, "conflict": draft.pick("", "Strife")}
    fields |= draft.span() if draft.chance(0.5) else {}
    if draft.scenario is not None and draft.chance(0.6):
        fields |= {"begin": draft.known, "end": None, "scenario": draft.scenario}
    draft.add(Limit(name="voice", kind="cover", who=who, **fields))
    draft.setting("stakeholders", "cost", 0 if hard else 0.7, 0.02, 0.05)


def seats(draft: Draft) -> None:
    """An uneven table, and work that makes up for it."""
    chairs = (("A", draft.pick(1, 2)), ("B", draft.pick(3, 4)))
    track, kind = draft.pick(("T1", "consultation"), ("T2", "dialogue"), ("T1.5", "dialogue"))
    lifts = draft.pick(0, 0, 0.05)
    draft.work("table", track, kind, parties=("A", "B"), seats=chairs, social=draft.effect(5, 15), equalising=lifts)
    if draft.chance(0.7):
        draft.work("voices", "T6", "advocacy", equalising=0.05, social=draft.effect(0, 2), **OPEN)
    if draft.chance(0.3):
        draft.work("council", "T4", "dialogue", equalising=0.02)
    draft.setting("seats", "tolerance", 0.5, 0, 0.4)
