"""The circumstances of rules by which unofficial work and people from outside open what is closed to officials."""

from __future__ import annotations

from models.records import Conflict, Link
from tests.random_instances.draft import OPEN, Draft


def official_rigidity(draft: Draft) -> None:
    """Officials before one taboo issue or two, and somebody who may open it."""
    taboo = next(row.taboo for row in draft.records if isinstance(row, Conflict))
    issues = taboo if len(taboo) > 1 else draft.pick(("land",), ("land", "water"))
    draft.work("talks", "T1", draft.pick("consultation", "other"), political=draft.effect(8, 20), issues=issues)
    about = draft.pick(("land",), ("land", "water"))
    draft.work("study", draft.pick("T2", "T5", "T6"), "research", issues=about, **OPEN)
    if len(taboo) > 1 or draft.chance(0.2):
        draft.work("forum", "T2", "dialogue", issues=("water",), social=draft.effect(0, 3), **OPEN)
    draft.setting("official_rigidity", "threshold", 0.6, 0.5, 2)


def political_will(draft: Draft) -> None:
    """Governments that do not want, and people who may make them."""
    host = draft.pick(None, None, "A", "Host", "Host")
    official = (("T1", "consultation"), ("T1", "good_offices"), ("T1", "mediation"), ("T1", "other"))
    track, kind = draft.pick(*official, *official, ("T1.5", "dialogue"))
    draft.work("talks", track, kind, political=draft.effect(8, 20), sponsor=host)
    reached = draft.pick((), ("A",), ("B",))
    early = draft.chance(0.3)
    window = {"begin": None, "end": draft.label(0)} if early else OPEN
    loud = draft.pick(0.8, 1) if early else draft.effect(10, 60)
    draft.work("press", "T9", "media", opinion=loud, parties=reached, social=draft.effect(0, 2), **window)
    if early or draft.chance(0.4):
        loud = draft.pick(0.8, 1) if early else draft.effect(10, 40)
        draft.work("march", "T6", "advocacy", opinion=loud, parties=draft.pick((), ("B",)), **window)
    asked = ("A",) if host == "Host" and draft.chance(0.5) else ("A", "B", "Host")
    for who in asked:
        if who == (host or "A") or len(asked) == 1 or draft.chance(0.6):
            draft.condition("willingness", draft.pick(0, 0.2, 0.6), who)
    draft.setting("political_will", "threshold", 0.6, 0.2, 1)


def public_opinion(draft: Draft) -> None:
    """Leaders whose people do not want, and those who change minds; parties state their opinion in the frame."""
    early = draft.chance(0.4)
    kind, parties = draft.pick("consultation", "negotiation", "mediation"), draft.pick(*draft.tables)
    lasting, window = (OPEN, {"begin": None, "end": draft.label(0)}) if early else ({}, OPEN)
    host = draft.pick(None, "Host")
    draft.work("talks", "T1", kind, political=draft.effect(8, 20), parties=parties, sponsor=host, **lasting)
    if draft.chance(0.3):
        draft.work("aid", "T1", "other", social=draft.effect(4, 10), parties=("A", "B"))
    reached, loud = draft.pick((), ("A",), ("B",), ("A", "B")), draft.effect(30, 90)
    if early:
        reached, loud = (), 1
    draft.work("press", "T9", "media", opinion=loud, parties=reached, social=draft.effect(0, 2), **window)
    if early or draft.chance(0.3):
        reached = () if early else draft.pick((), ("B",))
        draft.work("march", "T6", "advocacy", opinion=draft.effect(40, 90), parties=reached, **window)
    draft.setting("public_opinion", "floor", 0.8, 0, 0.3, 0.5)
    draft.setting("core", "opinion_kept", 0.4, 0.5, 1)


def intelligence(draft: Draft) -> None:
    """Work that needs to know the parties, and work that finds out; early, so that what is known is forgotten."""
    early = draft.chance(0.4)
    window = {"begin": None, "end": draft.label(0)} if early else OPEN
    talks = OPEN if early else {}
    draft.work("talks", "T1", "other", social=draft.effect(8, 20), needs_insight=True, **talks)
    track, kind = draft.pick(("T1", "fact_finding"), ("T5", "research"), ("T1.5", "dialogue"))
    for name in ("mission", "survey") if early and draft.length in ("month", "quarter") else ("mission",):
        insight = 1 if early else draft.effect(20, 100)
        draft.work(name, track, kind, insight=insight, structural=draft.effect(0, 2), **window)
    draft.setting("intelligence", "kept", 0.5, 0.5)
    draft.setting("intelligence", "uninformed", 0.7, 0, 0.4)


def bridge(draft: Draft) -> None:
    """Ideas, a room, and a former president who may carry them."""
    window = {"begin": None, "end": draft.pick(None, draft.label(0))}
    draft.work("workshop", "T2", "workshop", political=draft.effect(10, 30), **window)
    draft.work(
        "room", "T1", draft.pick("good_offices", "consultation", "other"), political=draft.effect(0, 3), sponsor=None
    )
    draft.work("elder", "T1.5", "dialogue", bridges=True, political=draft.effect(0, 3))
    if draft.chance(0.3):
        draft.work("envoys", "T1.5", "dialogue", bridges=True)
    if draft.chance(0.3):
        draft.add(Link(name="workshop", kind="transfers", other="room", value=0.04))
    if draft.chance(0.6):
        draft.condition("openness", draft.pick(0.2, 0.5))
    draft.setting("bridge", "capacity", 0.5, 0.05, 0.2)
    draft.setting("transfer", "window", 0.5, 0, 1)


def home_state(draft: Draft) -> None:
    """Third parties on track one and a half, from a state that some party dislikes."""
    parties = draft.pick((), ("A", "B"), ("B",))
    effects = {"social": draft.effect(5), "political": draft.effect(0, 8)}
    draft.work("visitors", "T1.5", "dialogue", home="Host", parties=parties, **effects)
    draft.work("statesmen", "T1.5", "dialogue", home=draft.pick(None, "Far"), social=draft.effect(3, 10))
    for home, who in (("Host", "A"), ("Host", "B"), ("Far", "A")):
        if (home, who) == ("Host", "B") or draft.chance(0.6):
            draft.condition("hostility", draft.pick(0.2, 0.5, 0.6, 0.8, 1), *draft.pick((home, who), (who, home)))
    draft.setting("home_state", "bar", 0.3, 0.4, 1)


def indirect_access(draft: Draft) -> None:
    """A closed area, those who have to be there, and those who are let in."""
    track, kind, needs = draft.pick(
        ("T1", "monitoring", None),
        ("T4", "reconstruction", None),
        ("T2", "fact_finding", None),
        ("T2", "workshop", True),
        ("T4", "reconstruction", False if draft.chance(0.5) else None),
    )
    parties = draft.pick((), ("A", "B"), ("B",))
    draft.work("mission", track, kind, structural=draft.effect(8, 20), parties=parties, needs_access=needs)
    track, kind = draft.pick(("T4", "humanitarian"), ("T7", "religious"))
    draft.work("aid", track, kind, parties=draft.pick((), ("A",), ("A", "B")), **OPEN)
    closed = draft.random.choice(parties or ("",))
    for area in ((), ("A",), ("B",)):
        if "".join(area) == closed or draft.chance(0.4):
            draft.condition("access", draft.pick(0, 0.3), *area)
    draft.setting("indirect_access", "threshold", 0.6, 0.5, 1)
