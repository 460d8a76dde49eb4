"""Random small instances in which every rule has something to say.

Some works are free: they may run at no spending, so that a test can switch them on and off without touching any money.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from models.kinds import Length
from models.records import (
    Activity,
    Closure,
    Condition,
    Conflict,
    Election,
    Funder,
    Horizon,
    Limit,
    Link,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
)

PERIODS: dict[Length, int] = {"month": 12, "quarter": 9, "half": 7, "year": 6}
YEARS = {"month": 1.0, "quarter": 2.25, "half": 3.5, "year": 6.0}

# name, track, kind, parties
WORK = (
    ("talks", "T1", "negotiation", "A|B"),
    ("mediation", "T1", "mediation", "A|B|C"),
    ("envoy", "T1", "special_envoy", "A|B"),
    ("carrot", "T1", "carrot", "A"),
    ("sanction", "T1", "sanction", "B"),
    ("guarantor", "T1", "guarantor", "A|B"),
    ("reform", "T1", "implementation", "C"),
    ("return", "T4", "implementation", "A|C"),
    ("seminar", "T1.5", "dialogue", "A|B"),
    ("workshop", "T2", "workshop", "A|B"),
    ("quiet", "T2", "back_channel", "A|B"),
    ("exchange", "T4", "exchange", "A|C"),
    ("trade", "T3", "business", "A|B"),
    ("press", "T9", "media", "A"),
    ("hearing", "T1", "good_offices", "A|B"),
    ("relief", "T4", "humanitarian", "A"),
    ("survey", "T5", "fact_finding", "A|C"),
)
AT_ONCE = tuple(RuleSetting(name="consultation_delay", kind=kind, amount=0) for kind in ("delay", "low_delay"))
PLAIN = (
    *AT_ONCE,
    *(RuleSetting(name=name, kind="off") for name in ("official_level", "mediator_role", "home_state")),
)
"""Settings under which progress is what work achieves, where there are no sticks either."""
# What some of it says beside money and effects.
SAID: dict[str, dict[str, Any]] = {
    "talks": {"leverage": True, "level": "low", "needs_insight": True},
    "mediation": {"sponsor": "S", "level": "minister", "issues": ("return",), "bias": 0.2},
    "sanction": {"coercive": True, "harm": (("traders", 2),)},
    "seminar": {
        "leverage": True,
        "home": "H",
        "bridges": True,
        "traits": (("trusted", 0.9), ("honest", 0.7)),
        "exposure": 0.5,
    },
    "workshop": {"issues": ("return", "water"), "insight": 0.2, "influence": 0.8},
    "quiet": {"confidential": True},
    "exchange": {"equalising": 0.01, "status": "running", "tags": ("youth",), "same_people": True},
    "trade": {"seats": (("A", 3), ("B", 1))},
    "press": {"opinion": 0.15, "tags": ("youth",), "expectations": 0.2},
    "hearing": {"sponsor": "S", "level": "low", "issues": ("water",)},
    "relief": {"prevention": 0.1},
    "survey": {"skills": 0.2},
}
LINKS = (
    ("workshop", "transfers", "talks", "political"),
    ("exchange", "transfers", "seminar", "political"),
    ("workshop", "strengthens", "exchange", "political"),
    ("talks", "strengthens", "seminar", "political"),
    ("exchange", "strengthens", "press", "social"),
    ("press", "interferes", "relief", "political"),
)
LED: dict[str, dict[str, Any]] = {
    "workshop transfers talks": {"channel": "briefing"},
    "exchange strengthens press": {"liaison": "relief"},
    "press interferes relief": {"liaison": "survey"},
}


LIMITS = (
    Limit(name="room", conflict="X", kind="cover", who=("youth",), amount=0.8),
    Limit(name="grass roots", conflict="X", kind="least", who=("T4", "return"), amount=0.6),
)


def records(
    rng: Random, *, length: Length | None = None, asymmetry: bool = True, closed: bool = True, limits: bool = True
) -> list[Record]:
    """Horizon, tree, facts, work and links; money only so much that everything could be paid for.

    Plans keep to no ``limits``, which costs points and is refused where cost is minimised.
    """
    length = length or rng.choice(("month", "quarter", "quarter", "quarter", "half", "year"))
    return [
        Horizon(first="2006-01-01", number=PERIODS[length], length=length, discount=rng.choice((0.0, 0.05))),
        *_scenarios(rng, length),
        Conflict(
            name="X",
            weight=rng.choice((1.0, 2.0)),
            power_asymmetry=rng.choice((0.95, 0.9)) if asymmetry else 0.0,
            retention=rng.choice((1.0, 0.97)),
            taboo=("return",),
            political=rng.choice((0.0, 0.05)),
            social=rng.choice((0.0, 0.02, -0.05)),
            risk=0.3,
        ),
        *(
            Party(name=name, conflict="X", exposure_limit={"B": 2.5}.get(name), opinion={"C": 0.5}.get(name))
            for name in "ABC"
        ),
        *_facts(rng, length, closed),
        *_conditions(rng, length),
        *(_activity(rng, *row) for row in WORK),
        *free_work(),
        *(
            Link(
                name=name,
                kind=kind,
                other=other,
                category=category,
                value=rng.choice((None, 0.01, 0.04)),
                **LED.get(f"{name} {kind} {other}", {}),
            )
            for name, kind, other, category in LINKS
        ),
        *(LIMITS if limits else ()),
        RuleSetting(name="transfer", kind="default", amount=rng.choice((0.0, 0.02))),
        RuleSetting(name="no_substitute", kind="limit", amount=1),
        RuleSetting(name="mediator_role", kind="mediators", amount=3),
        RuleSetting(name="crowding", kind="mediators", amount=1),
        RuleSetting(name="expectations", kind="gap", amount=0.05),
        RuleSetting(name="official_rigidity", kind="threshold", amount=2),
        Funder(name="bank", amount=10**9),
    ]


def _day(length: Length, share: float) -> str:
    """A day at a share of the horizon."""
    years = YEARS[length] * share
    return f"{2006 + int(years)}-{1 + int(years % 1 * 12):02}-11"


def _scenarios(rng: Random, length: Length) -> Iterator[Record]:
    count = rng.choice((1, 2, 2, 3))
    if count > 1:
        yield Scenario(name="calm", probability=0.6)
        yield Scenario(
            name="storm", probability=0.4 if count == 2 else 0.3, branches_from="calm", known=_day(length, 0.4)
        )
    if count > 2:
        yield Scenario(name="flood", probability=0.1, branches_from="storm", known=_day(length, 0.7))


def _facts(rng: Random, length: Length, closed: bool) -> Iterator[Record]:
    yield Phase(conflict="X", kind="confrontation", begin=_day(length, 0.15), end=_day(length, 0.4))
    yield Phase(conflict="X", kind="war", begin=_day(length, 0.4), end=_day(length, 0.5), retention=0.9)
    yield Phase(conflict="X", kind="negotiation", begin=_day(length, 0.5))
    for who in "ABS":
        yield Election(who=who, date=_day(length, rng.uniform(0.1, 0.9)), before=rng.choice((None, 1.5)))
    yield Condition(conflict="X", kind="toll", begin=_day(length, rng.uniform(0.3, 0.9)), social=0.02, political=0.01)
    if closed:
        yield Closure(who=("A", "B"), begin=_day(length, rng.uniform(0.2, 0.7)))


def _conditions(rng: Random, length: Length) -> Iterator[Record]:
    """Now and then somebody is unwilling, hostile, unrecognised, closed or not ripe."""
    for kind, who, amount in (
        ("ripeness", (), 0.6),
        ("willingness", ("A",), 0.5),
        ("recognition", ("B", "A"), 0.7),
        ("recognition", ("S", "C"), 0.8),
        ("concession", (), 0.8),
        ("hostility", ("H", "A"), 0.4),
        ("hostility", ("B", "H"), 0.9),
        ("access", ("A",), 0.3),
        ("openness", (), 0.5),
        ("impasse", (), 0.8),
    ):
        begin = rng.uniform(0, 0.8)
        if rng.random() < 0.4:
            yield Condition(
                conflict="X",
                kind=kind,
                who=who,
                amount=amount,
                begin=_day(length, begin),
                end=_day(length, begin + 0.2),
            )


def _activity(rng: Random, name: str, track: str, kind: str, parties: str) -> Activity:
    least = rng.choice((0, 90, 100, 250))
    return Activity(
        name=name,
        conflict="X",
        track=track,
        kind=kind,
        parties=tuple(parties.split("|")),
        setup=rng.choice((0, 7, 100)),
        spend_min=least,
        spend_max=least + rng.choice((0, 100, 333)) if least else 500,
        run_min=rng.choice((0.1, 2)),
        run_max=rng.choice((None, 3, 6)),
        repeats=2,
        political=rng.choice((0.01, 0.02, 0.03)),
        structural=rng.choice((0, 0.01)),
        social=rng.choice((0, 0.003, 0.01)),
        credibility=rng.choice((1, 0.8)),
        suitability_war=rng.choice((1, 0.5)),
        **SAID.get(name, {}),
    )


def free_work() -> Iterator[Activity]:
    """Work that costs nothing while it does nothing."""
    for name, track, kind, parties in (
        ("free talk", "T1", "consultation", ("A", "B")),
        ("free mediator", "T1", "mediation", ("A", "B")),
        ("free envoy", "T1", "special_envoy", ("A", "B")),
        ("free guarantor", "T1", "guarantor", ()),
        ("free study", "T5", "research", ()),
        ("free course", "T5", "training", ()),
    ):
        yield Activity(
            name=name,
            conflict="X",
            track=track,
            kind=kind,
            parties=parties,
            spend_max=50,
            run_min=0.1,
            repeats=50,
            uses=(("desk", 1.0),) if name in ("free study", "free course") else (),
        )
