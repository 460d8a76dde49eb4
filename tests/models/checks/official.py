"""Faults of conditions, levels, issues, mediators and of track one and a half, as in ``test_codes``."""

from __future__ import annotations

from typing import Any

from models.records import Activity, Condition, RuleSetting, Scenario
from tests.models.checks.records import Change, activity, add, both, change

BOTH = ("North", "South")


def talks(name: str = "Shuttle", **fields: Any) -> Activity:
    """Official mediation of a third party, without a fault of its own."""
    given = {"track": "T1", "kind": "mediation", "parties": BOTH, "sponsor": "Third", "political": 0.01, "social": 0}
    return activity(name, **{**given, **fields})


def circle(**fields: Any) -> Activity:
    """Work of former officials on track 1.5."""
    return activity("Circle", **{"track": "T1.5", "kind": "dialogue", "parties": BOTH, **fields})


def says(kind: str, *who: str, **fields: Any) -> Change:
    """One condition more, at half its range unless told otherwise."""
    return add(Condition(**{"kind": kind, "who": who, "amount": 0.5, **fields}))


OPEN = change("Border", taboo=("status",))
TABOO = both(OPEN, change("Talks", issues=("status",)))

OFFICIAL: list[tuple[str, str, Change]] = [
    # code, words that must stand in expected or found, change
    ("no_day", "blank", add(Condition(kind="toll", social=0.1))),
    ("toll_cell", "0.5", says("toll", begin="2026-05-01", social=0.1)),
    ("toll_cell", "2026-06", add(Condition(kind="toll", begin="2026-05-01", end="2026-06", social=0.1))),
    ("toll_cell", "North", says("toll", "North", begin="2026-05-01", social=0.1, amount=None)),
    ("no_level", "willingness", says("willingness", "North", amount=None)),
    ("level_cell", "0.1", says("willingness", "North", political=0.1)),
    ("wrong_who", "a blank", says("willingness")),
    ("wrong_who", "North, South", says("willingness", "North", "South")),
    ("wrong_who", "two names", says("recognition", "North")),
    ("wrong_who", "a blank", both(add(talks()), says("ripeness", "North"))),
    ("wrong_who", "a blank", says("concession", "North")),
    ("wrong_who", "one party", says("access", "North", "South")),
    ("wrong_who", "none is a home state", both(add(circle(home="Far")), says("hostility", "North", "South"))),
    ("wrong_who", "none is a party", both(add(circle(home="Far"), talks()), says("hostility", "Far", "far"))),
    ("listed_twice", "North", says("recognition", "North", "north")),
    ("listed_twice", "status", change("Border", taboo=("status", "Status"))),
    ("listed_twice", "Army", change("Talks", agencies=("Army", "ARMY"))),
    ("bad_name", "a|b", change("Talks", issues=("a|b",))),
    ("unknown_name", "Nroth", says("willingness", "Nroth")),
    ("unknown_name", "Thrid", both(add(talks()), says("recognition", "Thrid", "North"))),
    ("unknown_name", "Third", both(add(talks()), says("access", "Third"))),
    ("unknown_name", "Fra", both(add(circle(home="Far")), says("hostility", "North", "Fra"))),
    ("duplicate", "recognition", both(says("recognition", "North", "South"), says("recognition", "South", "North"))),
    ("reversed_window", "2026-Q1", says("willingness", "North", begin="2026-Q3", end="2026-Q1")),
    (
        "conditions_add_up",
        "2026-Q3",
        both(says("recognition", "North", "South"), says("recognition", "South", "North", begin="2026-Q3")),
    ),
    ("fact_outside", "2031", says("willingness", "North", begin="2031")),
    (
        "fact_too_early",
        "start of the horizon",
        both(
            add(Scenario(name="calm", probability=0.6), Scenario(name="rupture", probability=0.4, known="2026-Q4")),
            says("willingness", "North", scenario="rupture"),
        ),
    ),
    ("party_mediates", "sits at the table", add(talks(sponsor="north"))),
    ("party_mediates", "sits at the table", add(talks(kind="good_offices", sponsor="South"))),
    ("attribute_off_track", "level", change("Envoy", level="head")),
    ("attribute_off_track", "yes on T4", add(activity(coercive=True))),
    ("attribute_off_track", "Army", add(activity(agencies=("Army",)))),
    ("attribute_off_track", "needs_insight", add(activity(needs_insight=True))),
    ("attribute_off_track", "leverage", add(activity(leverage=True))),
    ("attribute_off_track", "0.1 on T1", change("Talks", opinion=0.1)),
    ("attribute_off_track", "bridges", change("Talks", bridges=True)),
    ("attribute_off_track", "trusted:0.7", change("Talks", traits=(("trusted", 0.7),))),
    ("attribute_off_track", "Far on T4", add(activity(home="Far"))),
    ("bad_trait", "trusted twice", add(circle(traits=(("trusted", 0.7), ("trusted", 0.8))))),
    ("bad_trait", "honest:7", add(circle(traits=(("honest", 7),)))),
    ("idle_attribute", "exposure", add(activity(exposure=1))),
    ("too_large", "exposure", change("North in Border", exposure_limit=1e9)),
    ("free_relief", "official", add(talks(level="head", spend_min=0))),
    (
        "contradictory_locks",
        '"Shuttle", "Second", all committed in 2026-Q1',
        add(talks(status="committed"), talks("Second", status="committed")),
    ),
    (
        "contradictory_locks",
        '"Outcry"',
        add(
            talks(status="committed", begin="2026-Q3"),
            talks("Outcry", kind="condemnation", status="committed", end="2026-Q2"),
        ),
    ),
    (
        "fall_below_rise",
        "0.01",
        both(change("Talks", level="low"), add(RuleSetting(name="official_level", kind="fall", amount=0.01))),
    ),
    ("taboo_unopened", "status", TABOO),
    (
        "taboo_unopened",
        "before its last",
        both(TABOO, add(activity(track="T2", issues=("Status",), begin="2027-Q4"))),
    ),
    ("no_insight", "none", change("Talks", needs_insight=True)),
    ("unrecognised", "North and South", says("recognition", "South", "North", amount=0)),
    ("unrecognised", "North and Third", both(add(talks()), says("recognition", "North", "Third", amount=0))),
    ("unwilling", "Talks", says("willingness", "North")),
    ("unwilling", "Talks", both(says("willingness", "North"), add(activity(opinion=0.1, parties=("South",))))),
    ("no_honour", "0.6", says("concession")),
    ("no_honour", "0.6", both(says("concession"), add(circle(traits=(("honest", 0.9), ("trusted", 0.5)))))),
    ("area_shut", "Patrols", both(says("access", "North"), add(activity("Patrols", kind="monitoring", parties=BOTH)))),
    ("idle_condition", "mediation", says("ripeness")),
    ("idle_condition", "mediation", both(says("ripeness", end="2026-Q2"), add(talks(begin="2026-Q3")))),
    (
        "idle_condition",
        "will",
        both(
            change("Talks", end="2026-Q4"), change("Envoy", end="2026-Q4"), says("willingness", "South", begin="2027")
        ),
    ),
    ("idle_condition", "these two", both(add(talks(kind="sanction")), says("recognition", "North", "Third"))),
    ("idle_condition", "this area", says("access", "South")),
    (
        "idle_condition",
        "home state",
        both(add(circle(home="Far", parties=("North",))), says("hostility", "Far", "South")),
    ),
    ("idle_taboo", "status", OPEN),
    (
        "idle_bridge",
        "no official",
        both(add(circle(bridges=True)), *(change(n, track="T2", kind="other", parties=()) for n in ("Talks", "Envoy"))),
    ),
]

SILENT: dict[str, Change] = {
    "a taboo issue opened in time": both(TABOO, change("Workshop", issues=("STATUS",))),
    "an unwilling government and the voice of its people": both(
        says("willingness", "NORTH", amount=0), change("Exchange", opinion=0.2)
    ),
    "a third party whom one side does not accept for a while": both(
        add(talks()), says("recognition", "North", "third", amount=0, end="2026-Q4")
    ),
    "a concession with a trusted third party": both(says("concession"), add(circle(traits=(("honest", 0.6),)))),
    "a closed area that aid workers reach": both(
        says("access"), add(activity(kind="humanitarian"), talks(kind="fact_finding"))
    ),
    "a home state, and nothing said of its hostility": add(circle(home="Far")),
    "a hostile home state": both(add(circle(home="Far")), says("hostility", "south", "FAR")),
    "talks that need insight, and research that brings it": both(
        change("Talks", needs_insight=True), change("Workshop", insight=0.2)
    ),
    "a bridge between rooms that are used": add(circle(bridges=True)),
    "ripeness for mediation": both(add(talks()), says("ripeness", begin="2026-05-01", end="2026-06-30")),
    "signals of level, at default cost": both(change("Talks", level="low"), add(talks(level="head"))),
    "two committed mediations one after the other": add(
        talks(status="committed", end="2026-Q2"), talks("Second", status="committed", begin="2026-Q3")
    ),
    "a mediator who condemns when the mediation is over": add(
        talks(status="committed", end="2026-Q2"),
        talks("Outcry", kind="condemnation", status="committed", begin="2026-Q3"),
    ),
    "neutral facts, said aloud": both(says("recognition", "North", "South", amount=1), says("concession", amount=0)),
    "tolls on one day": add(*(Condition(name=n, kind="toll", begin="2026-05-01", social=0.01) for n in "ab")),
    "recognition in two steps": both(
        says("recognition", "North", "South", amount=0, end="2026-Q4"),
        says("recognition", "South", "North", begin="2027-Q1"),
    ),
    "limits of exposure": both(change("North in Border", exposure_limit=1), change("Talks", exposure=0.5)),
}
"""Uses of the same records that raise no fault and no warning."""

AWAKE: dict[str, str] = {
    "taboo_unopened": "official_rigidity",
    "no_insight": "intelligence",
    "unrecognised": "recognition",
    "unwilling": "political_will",
    "no_honour": "face_saving",
    "area_shut": "indirect_access",
    "fall_below_rise": "official_level",
    "idle_bridge": "transfer",
}
"""Doubts that only a rule that is awake can raise."""
