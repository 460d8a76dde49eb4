"""The circumstances of rules of who may talk, at which level, led by whom, and at what price."""

from __future__ import annotations

from typing import Any

from models.records import Election
from tests.random_instances.draft import OPEN, Draft


def coercion(draft: Draft) -> None:
    """What can be forced, and what can be won by talking."""
    kind = draft.pick("sanction", "other", "negotiation", "condemnation")
    draft.work("pressure", "T1", kind, political=draft.effect(10, 25), coercive=True)
    draft.work("talks", draft.pick("T1", "T1.5"), "other", political=draft.effect(3, 10))
    draft.setting("coercion", "lost", 0.4, 0.2, 0.8, 1)


def recognition(draft: Draft) -> None:
    """Talks between those who do not recognise each other, or led by somebody whom not all accept."""
    host = draft.pick(None, "A", "Host", "Host")
    kind = draft.pick("negotiation", "consultation", "good_offices", "mediation")
    table = draft.random.choice(draft.tables)
    if len(table) == 3 and draft.chance(0.5):
        # A party leads, and two others do not know each other.
        kind, host = draft.pick("negotiation", "consultation"), "A"
    draft.work("talks", "T1", kind, political=draft.effect(8, 20), sponsor=host, parties=table)
    if "C" in table:
        draft.condition("recognition", draft.pick(0, 0.4), "C", "B" if "B" in table else "A")
    if draft.chance(0.5):
        kind = draft.pick("mediation", "other")
        draft.work("others", "T1", kind, political=draft.effect(3, 10), sponsor=draft.pick(None, "Far"))
    for pair in (("A", "B"), ("Host", "A"), ("B", "Host")):
        if draft.chance(0.3 if (host == "Host") != ("Host" in pair) or len(table) == 3 else 1):
            draft.condition("recognition", draft.pick(0, 0.3, 0.7), *pair)


def official_level(draft: Draft) -> None:
    """Talks of two or three levels, of which the higher achieve hardly more."""
    pairs = (("low", "minister"), ("low", "head"), ("minister", "head"))
    levels = draft.pick(*pairs, ("low", "minister", "head"), ("low", "low", "minister"))
    descending = draft.chance(0.3)
    for number, level in enumerate(levels, 1):
        kind = draft.pick("consultation", "negotiation", "mediation")
        window: dict[str, str | None] = {}
        if descending:
            # Who comes first and who comes again after a while: a fall that silence does not heal.
            window = {"begin": None if level != "low" else draft.label(draft.number - 1), "end": None}
            window["end"] = None if level == "low" else draft.label(0)
        effect = draft.effect(3, 9) if descending else draft.effect(1, 4)
        draft.work(f"talks {number}", "T1", kind, political=effect, level=level, **window)
    draft.setting("official_level", "rise", 0.5, 0.05, 0.1, 0.2)
    draft.setting("official_level", "fall", 0.5, 0.05, 0.1, 0.2)


def mediator_role(draft: Draft) -> None:
    """Mediators who are many, partial, early, or condemn."""
    track, bias = draft.pick("T1", "T1", "T2"), draft.pick(0, 0.3)
    given: dict[str, Any] = {"political": draft.effect(5), "social": draft.effect(0, 8)}
    given |= {"begin": draft.label(draft.pick(0, 0, 1)), "end": None}
    draft.work("mediation", track, "mediation", bias=bias, sponsor="Host", **given)
    if draft.chance(0.5):
        kind, host = draft.pick("mediation", "mediation", "good_offices"), draft.pick(None, "Host", "Far")
        draft.work("shuttle", "T1", kind, political=draft.effect(5), sponsor=host)
    if draft.chance(0.6):
        host = draft.pick("Host", "Host", "Far")
        window = {"begin": None, "end": draft.pick(None, draft.label(0), draft.label(0))}
        draft.work("verdict", "T1", "condemnation", structural=draft.effect(8, 25), sponsor=host, **window)
    if draft.chance(0.4):
        draft.condition("ripeness", draft.pick(0, 0.4))
    draft.setting("mediator_role", "memory", 0.4, 0, 2)
    draft.setting("mediator_role", "knowledge", 0.35, 1.1, 1.2)
    draft.setting("mediator_role", "mediators", 0.2, 2)
    draft.setting("mediator_role", "condemnation_cost", 0.2, 0, 0.1)


def political_exposure(draft: Draft) -> None:
    """A government that bears little; ``A`` has a limit."""
    kind = draft.pick("consultation", "other")
    draft.work("talks", "T1", kind, political=draft.effect(5), exposure=draft.pick(None, 0.5))
    effect, risk = draft.effect(3, 10), draft.pick(None, 1)
    draft.work("statesmen", "T1.5", "dialogue", parties=("A",), political=effect, exposure=risk)
    if draft.chance(0.4):
        draft.work("aid", "T1", "carrot", sponsor="A", parties=(), social=draft.effect(3, 10))
    if draft.chance(0.6):
        draft.add(Election(who="A", date=draft.period()))


def agency_friction(draft: Draft) -> None:
    """Official work of several ministries."""
    seats = (("foreign",), ("defence",), ("defence", "foreign"), ("trade", "foreign", "defence"))
    for name, agencies in (("talks", draft.pick(*seats)), ("aid", draft.pick(*seats[2:]))):
        draft.work(name, "T1", "other", social=draft.effect(2, 8), agencies=agencies)
    draft.setting("agency_friction", "cost", 0.6, 0.01, 0.05)


def face_saving(draft: Draft) -> None:
    """Talks in which leaders would have to give way, and somebody who may help them."""
    kind = draft.pick("negotiation", "mediation", "consultation")
    draft.work("talks", "T1", kind, political=draft.effect(8, 20))
    if draft.chance(0.2):
        draft.work("aid", "T1", "other", social=draft.effect(3, 8))
    trusted = ("trusted", 0.9)
    traits = draft.pick((trusted,), (trusted, ("honest", 0.6)), (trusted, ("powerless", 0.2)), ())
    draft.work("elders", "T1.5", "dialogue", traits=traits, **OPEN)
    draft.condition("concession", draft.pick(0.4, 1))
    draft.setting("face_saving", "lift", 0.9, 0.6, 1)
