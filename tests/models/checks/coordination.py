"""Faults of limits, raised money, secrets, liaisons, harm and of what each side has of it, as in ``test_codes``."""

from __future__ import annotations

from typing import Any

from models.records import Activity, Condition, Conflict, Funder, Limit, Link, Milestone, Party, RuleSetting, Scenario
from tests.models.checks.official import BOTH, circle, says, talks
from tests.models.checks.records import Change, activity, add, both, change, only


def limit(kind: str, who: str, amount: float, **fields: Any) -> Limit:
    """A limit about words joined by bars."""
    given = {
        "name": f"{kind} {who.replace('|', ' ')}",
        "kind": kind,
        "who": tuple(who.split("|")),
        "amount": amount,
        **fields,
    }
    return Limit.model_validate(given)


def drive(**fields: Any) -> Activity:
    """Work on track 8 that raises money for the second tranche, in time."""
    return activity("Drive", **{"track": "T8", "kind": "fundraising", "raises": (("Region", 100),), **fields})


def press(**fields: Any) -> Activity:
    return activity("Radio", **{"track": "T9", "kind": "media", **fields})


def clash(**fields: Any) -> Link:
    return Link(**{"name": "Workshop", "kind": "interferes", "other": "Exchange", **fields})


_BLANK = ("Talks", "Envoy", "Workshop", "Exchange", "Framework", "Half way", "war 2026-Q1", "negotiation 2026-Q3")
NAMED = both(*(change(name, conflict="Border") for name in _BLANK))
SEA = both(NAMED, add(Conflict(name="Sea"), Party(name="East", conflict="Sea")))
ABROAD = both(SEA, add(activity("Seminar", track="T2", kind="workshop", conflict="Sea", parties=("East",))))
SECRET = change("Workshop", confidential=True)
COMMITTED = both(change("Workshop", status="committed"), change("Framework", unlocks=()))
SHARED = change("Talks", gains=(("North", 0.1), ("South", 0.1)))

COORDINATION: list[tuple[str, str, Change]] = [
    # code, words that must stand in expected or found, change
    # --- limits, each for itself
    ("limit_cell", "2026-Q2 of least", add(limit("least", "T2", 0.1, begin="2026-Q2"))),
    ("limit_cell", "2026-Q3 of most", add(limit("most", "T2", 0.1, end="2026-Q3"))),
    ("limit_cell", "1 of most", add(limit("most", "T2", 0.1, already=1))),
    ("limit_cell", "T4 of cover", add(limit("cover", "T2", 0.1, of=("T4",)))),
    ("limit_cell", "Union of cover", add(limit("cover", "T2", 0.1, payers=("Union",)))),
    ("bad_share", "1.5", add(limit("least", "T2", 1.5))),
    ("too_large", "works", add(limit("cover", "T2", 1e9))),
    ("unknown_name", "quite", add(limit("cover", "quite", 0.1))),
    ("unknown_name", "T44", add(limit("least", "T2", 0.1, of=("T44",)))),
    ("unknown_name", "Fund II", add(limit("least", "T2", 0.1, payers=("Fund II",)))),
    ("unknown_name", "rupture", add(limit("cover", "T2", 0.1, scenario="rupture"))),
    ("unknown_name", "Sea", add(limit("cover", "T2", 0.1, conflict="Sea"))),
    ("listed_twice", "quiet", add(limit("cover", "quiet|QUIET", 0.1))),
    ("duplicate", "cover T2", add(limit("cover", "T2", 0.1), limit("cover", "T2", 0.2))),
    ("reversed_window", "2026-Q1", add(limit("cover", "T2", 0.1, begin="2026-Q3", end="2026-Q1"))),
    ("fact_outside", "2031", add(limit("cover", "T2", 0.1, begin="2031"))),
    (
        "fact_too_early",
        "start of the horizon",
        add(
            Scenario(name="calm", probability=0.6),
            Scenario(name="rupture", probability=0.4, known="2026-Q4"),
            limit("cover", "T2", 0.1, scenario="rupture"),
        ),
    ),
    (
        "ambiguous_word",
        "a tag or an issue and an activity",
        both(change("Exchange", issues=("Workshop",)), add(limit("cover", "Workshop", 0.1))),
    ),
    ("reserved_name", "t3", change("Exchange", issues=("t3",))),
    # --- limits against works
    ("idle_limit", "least 0", add(limit("least", "T2", 0))),
    ("idle_limit", "most 1", add(limit("most", "T2", 1))),
    ("idle_limit", "most 0.5", both(change("Workshop", status="excluded"), add(limit("most", "T2", 0.5)))),
    ("idle_limit", "others do already, 2", add(limit("cover", "T2", 1.5, already=2))),
    ("share_doubtful", '"T2"', both(change("Workshop", status="excluded"), add(limit("least", "T2", 0.5, hard=True)))),
    ("share_doubtful", "committed", both(COMMITTED, add(limit("most", "T2", 0.001)))),
    ("share_never", "committed", both(COMMITTED, add(limit("most", "T2", 0.001, hard=True)))),
    ("share_never", "committed", both(COMMITTED, add(limit("least", "T4", 0.99, hard=True)))),
    (
        "share_never",
        "committed",
        both(COMMITTED, change("Fund", amount=70), add(limit("most", "T2", 0.001, hard=True, payers=("Union",)))),
    ),
    ("cover_never", "2026-Q1", add(limit("cover", "quiet", 1.5, hard=True))),
    ("cover_never", "2026-Q1", both(change("Workshop", begin="2026-Q2"), add(limit("cover", "T2", 0.5, hard=True)))),
    ("cover_doubtful", "1.5", add(limit("cover", "quiet", 2.5, already=1))),
    ("cover_doubtful", "0.1", both(ABROAD, add(limit("cover", "quiet", 0.1, conflict="Sea")))),
    (
        "contradictory_limits",
        "0.4",
        add(limit("least", "T2|T4", 0.6, hard=True), limit("most", "T2|T4", 0.4, hard=True)),
    ),
    (
        "contradictory_limits",
        "1.1",
        add(limit("least", "quiet", 0.6, hard=True), limit("least", "T4|T1", 0.5, hard=True)),
    ),
    (
        "contradictory_limits",
        "1.2",
        add(
            limit("least", "T2", 0.6, hard=True, payers=("Fund",)),
            limit("least", "quiet", 0.6, hard=True, payers=("union",)),
        ),
    ),
    # --- money raised
    ("attribute_off_track", "raises", add(activity(raises=(("Region", 100),)))),
    ("bad_pair", "0", add(drive(raises=(("Region", 0),)))),
    ("bad_pair", "-5", add(drive(raises=(("Region", -5),)))),
    ("unknown_name", "Regoin", add(drive(raises=(("Regoin", 100),)))),
    ("raised_late", "2026-Q4", both(change("Region", end="2026-Q4"), add(drive(begin="2026-Q3")))),
    ("raised_late", "2027-Q4", add(drive(begin="2027-Q3"))),
    ("unfunded", "not enough", both(change("Fund", amount=900), change("Talks", run_min=8, setup=101), add(drive()))),
    (
        "money_short",
        "300 too little",
        both(change("Fund", amount=500), change("Talks", status="committed"), add(drive())),
    ),
    # --- secrets
    ("public_secret", "publicity yes", change("Workshop", confidential=True, publicity=True)),
    ("public_secret", "media", add(press(confidential=True))),
    (
        "public_secret",
        "public speech",
        both(SECRET, only(Link, Link(name="Workshop", kind="transfers", other="Talks", channel="public"))),
    ),
    ("no_secrecy", "Radio", both(SECRET, add(press(status="committed")))),
    (
        "no_mediator",
        "negotiation",
        only(Link, Link(name="Workshop", kind="transfers", other="Talks", channel="mediator")),
    ),
    (
        "no_mediator",
        "T1.5",
        add(circle(kind="mediation"), Link(name="Workshop", kind="transfers", other="Circle", channel="mediator")),
    ),
    # --- links
    ("own_liaison", "one of the two", add(clash(liaison="exchange"))),
    ("unknown_name", "Ofice", add(clash(liaison="Ofice"))),
    ("link_across_conflicts", "Sea", both(ABROAD, add(clash(other="Seminar")))),
    ("link_across_conflicts", "Seminar", both(ABROAD, add(clash(liaison="Seminar")))),
    ("said_twice", "interferes", add(clash(), clash(name="Exchange", other="Workshop"))),
    ("duplicate", "interferes", add(clash(), clash(value=0.01))),
    ("idle_attribute", "channel", add(clash(channel="briefing"))),
    ("idle_attribute", "liaison", add(Link(name="Workshop", kind="excludes", other="Exchange", liaison="Talks"))),
    ("idle_attribute", "lag", add(clash(lag=1))),
    ("self_link", "itself", add(clash(other="workshop"))),
    (
        "liaison_absent",
        "Office",
        both(
            change("Workshop", end="2026-Q4"),
            add(activity("Office", kind="liaison", begin="2027-Q1"), clash(liaison="Office")),
        ),
    ),
    # --- harm
    ("bad_pair", "from 0 to 3", change("Workshop", harm=(("farmers", 4),))),
    (
        "bad_pair",
        "from 0 to 30",
        both(change("Workshop", harm=(("farmers", 1),)), change("Border", harm_ceiling=(("farmers", 31),))),
    ),
    ("listed_twice", "farmers", change("Workshop", harm=(("farmers", 1), ("Farmers", 1)))),
    ("bad_name", "a|b", change("Workshop", harm=(("a|b", 1),))),
    ("harmful", "force", change("Envoy", force=True)),
    ("harmful", "2.5", change("Workshop", harm=(("farmers", 2.5),))),
    ("contradictory_locks", "force", both(COMMITTED, change("Workshop", force=True))),
    (
        "contradictory_locks",
        "harm to farmers of at most 2",
        both(COMMITTED, change("Workshop", harm=(("farmers", 3),))),
    ),
    (
        "contradictory_locks",
        '3 by the committed "Workshop", "Exchange"',
        both(
            COMMITTED,
            change("Workshop", harm=(("farmers", 1.5),)),
            change("Exchange", status="committed", harm=(("FARMERS", 1.5),)),
        ),
    ),
    (
        "idle_ceiling",
        "framers",
        both(change("Workshop", harm=(("farmers", 1),)), change("Border", harm_ceiling=(("framers", 2),))),
    ),
    # --- sides
    ("bad_pair", "from 0 to 1", change("Talks", gains=(("North", 2), ("South", 1)))),
    ("bad_pair", "a seat", change("Talks", seats=(("North", 0), ("South", 0)))),
    ("unknown_name", "Soth", change("Talks", gains=(("Soth", 0.1),))),
    ("foreign_party", "East", both(SEA, change("Talks", seats=(("North", 2), ("East", 2))))),
    ("left_out", "South", change("Talks", gains=(("North", 0.1),))),
    ("left_out", "0.08", change("Talks", gains=(("North", 0.1), ("South", 0.01)))),
    ("odd_seats", "North", change("Talks", seats=(("North", 4),))),
    (
        "odd_seats",
        "East",
        both(add(Party(name="East"), circle(parties=("East",))), change("Talks", seats=(("North", 4), ("East", 4)))),
    ),
    ("no_balance", "0.7", change("Talks", seats=(("North", 4), ("South", 2)))),
    ("no_balance", "0.7", change("Talks", seats=(("North", 4), ("South", 2)), equalising=0.01)),
    ("unmoved", "0.8", change("North in Border", opinion=0.5)),
    (
        "unmoved",
        "Talks",
        both(change("North in Border", opinion=0), change("Exchange", opinion=0.1, parties=("South",))),
    ),
    ("idle_attribute", "gains", both(only(Milestone), SHARED)),
    # --- marks that act only together
    ("idle_skills", "none", both(change("Workshop", track="T5", kind="training", skills=0.1), only(Link))),
    (
        "idle_skills",
        "so late",
        both(change("Workshop", end="2026-Q2"), change("Exchange", skills=0.1, begin="2026-Q2")),
    ),
    ("never_continues", "one period", change("Exchange", same_people=True, run_max=1)),
    ("never_continues", "one period", change("Exchange", same_people=True, begin="2026-Q2", end="2026-Q2")),
    ("idle_attribute", "same_people", change("Workshop", same_people=True, social=0)),
    ("no_prevention", "none", change("Border", risk=0.2)),
    ("no_prevention", "such times", both(change("Border", risk=0.2), change("Exchange", prevention=0.1))),
    ("idle_attribute", "0.5 on T1", change("Talks", influence=0.5)),
    ("idle_attribute", "prevention", change("Exchange", prevention=0.1)),
    ("idle_condition", "receives ideas", both(says("openness"), only(Link))),
    ("idle_condition", "tracks 2 to 9", both(says("impasse"), change("Workshop", political=0, social=0.01))),
    ("wrong_who", "North", says("impasse", "North")),
    ("wrong_who", "North", says("openness", "North")),
    ("idle_bridge", "official talks", both(add(circle(bridges=True)), change("Talks", kind="sanction", parties=BOTH))),
    ("ideas_stuck", "1 unofficial", both(only(Link), add(circle(bridges=True)), change("Talks", kind="sanction"))),
    ("free_relief", "level low", change("Talks", level="low", spend_min=0)),
]

COVERED = add(Limit(name="Room", kind="cover", who=("Women", "T9"), amount=0.5, hard=True))

FINE: dict[str, Change] = {
    "shares that leave room": both(
        COMMITTED,
        add(
            limit("least", "T2", 0.1, hard=True),
            limit("most", "T1", 0.6, hard=True, of=("T1", "T2")),
            limit("least", "T4", 0.5, payers=("union",)),
        ),
    ),
    "a least below a most": add(limit("least", "T2", 0.2, hard=True), limit("most", "quiet", 0.4, hard=True)),
    "leasts of one work that two donors share": add(
        limit("least", "T2", 0.6, hard=True), limit("least", "quiet", 0.6, hard=True)
    ),
    "a tag and an issue of one word": both(
        change("Workshop", tags=("women",)), change("Exchange", issues=("Women",)), COVERED
    ),
    "a limit on all conflicts": both(ABROAD, add(limit("cover", "T2", 1.5))),
    "money raised in time for a tranche without any": both(
        change("Region", amount=0), change("Region", begin="2026-Q1"), add(drive())
    ),
    "money raised that alone pays for what is committed": both(
        change("Fund", amount=500),
        change("Talks", status="committed"),
        add(Funder(name="Gifts", amount=0, pays_for=("Talks",)), drive(raises=(("gifts", 100),))),
    ),
    "a smallest payment that raised money reaches": both(change("Region", amount=20, smallest=25), add(drive())),
    "confidential work, and press at other times": both(SECRET, add(press(status="committed", begin="2027-Q1"))),
    "confidential work and press that may be left out": both(SECRET, add(press(), circle(publicity=True))),
    "media that make nothing public": both(SECRET, add(press(publicity=False, confidential=True))),
    "ideas for the mediator": add(
        talks(), Link(name="Workshop", kind="transfers", other="Shuttle", channel="mediator", lag=1)
    ),
    "briefings that take their time": only(
        Link, Link(name="Workshop", kind="transfers", other="Talks", channel="briefing", lag=0.5)
    ),
    "works that interfere, and a liaison without effect of its own": add(
        activity("Office", kind="liaison", social=0), clash(liaison="office")
    ),
    "works that strengthen each other through a liaison": add(
        activity("Office", kind="liaison", social=0),
        Link(name="Workshop", kind="strengthens", other="Exchange", liaison="Office"),
    ),
    "harm that is borne": both(
        change("Workshop", harm=(("farmers", 2),)), change("Border", harm_ceiling=(("FARMERS", 2),))
    ),
    "excluded force": both(add(activity(force=True, status="excluded"))),
    "gains of each side": SHARED,
    "seats that differ a little": change("Talks", seats=(("North", 5), ("South", 4))),
    "seats that work for the weaker side makes good": both(
        change("Talks", seats=(("North", 4), ("South", 2))), change("Exchange", equalising=0.01)
    ),
    "an opinion that work moves": both(change("North in Border", opinion=0.5), change("Exchange", opinion=0.1)),
    "an opinion that never fades": both(
        change("North in Border", opinion=1), add(RuleSetting(name="core", kind="opinion_kept", amount=1))
    ),
    "skills for later workshops": change("Exchange", skills=0.1),
    "the same people": change("Exchange", same_people=True, run_max=2),
    "a risk, and work that prevents it in quiet times": both(
        change("war 2026-Q1", kind="latent"), change("Border", risk=0.2), change("Exchange", prevention=0.1)
    ),
    "officials who listen little, and an impasse": add(
        Condition(kind="openness", amount=0.5), Condition(kind="impasse", amount=0.5, begin="2026-Q3")
    ),
    "expectations": change("Exchange", expectations=0.1),
}
"""Uses of the same records that raise no fault and no warning."""

SLEEPS: dict[str, str] = {
    "idle_limit": "share",
    "share_doubtful": "share",
    "share_never": "share",
    "contradictory_limits": "share",
    "cover_never": "stakeholders",
    "cover_doubtful": "stakeholders",
    "raised_late": "fundraising",
    "no_secrecy": "confidentiality",
    "liaison_absent": "interference",
    "harmful": "do_no_harm",
    "contradictory_locks": "do_no_harm",
    "left_out": "every_side_gains",
    "odd_seats": "seats",
    "no_balance": "seats",
    "unmoved": "public_opinion",
    "idle_skills": "skills",
    "never_continues": "continuity",
    "no_prevention": "prevention",
}
"""Faults that only a rule that is awake can raise."""
