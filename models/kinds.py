"""The closed lists of words an instance may use, each with its meaning.

Tracks follow Diamond and McDonald, *Multi-Track Diplomacy* (1996); the eight kinds of official activity follow the
list in Abu Hammad (2021), claims A1 to A8. *Official* means track 1 and nothing else.
"""

from __future__ import annotations

from typing import Literal, get_args

Track = Literal["T1", "T1.5", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"]
Category = Literal["political", "structural", "social"]
PhaseKind = Literal["latent", "confrontation", "war", "negotiation", "implementation"]
Visibility = Literal["public", "partners", "secret"]
Status = Literal["open", "committed", "running", "excluded"]
Length = Literal["month", "quarter", "half", "year"]

TRACKS: tuple[Track, ...] = get_args(Track)
CATEGORIES: tuple[Category, ...] = get_args(Category)
PHASES: tuple[PhaseKind, ...] = get_args(PhaseKind)
UNOFFICIAL: frozenset[str] = frozenset(TRACKS[2:])
"""Tracks 2 to 9: the political effect of their work enters the stock of ideas."""

TRACK_MEANING: dict[str, str] = {
    "T1": "official diplomacy: governments and intergovernmental bodies",
    "T1.5": "unofficial talks of officials and former leaders",
    "T2": "conflict resolution professionals",
    "T3": "business",
    "T4": "private citizens",
    "T5": "research, training and education",
    "T6": "activism",
    "T7": "religion",
    "T8": "funding",
    "T9": "media and communications",
}

ActivityKind = Literal[
    "consultation",
    "good_offices",
    "special_envoy",
    "mediation",
    "negotiation",
    "condemnation",
    "fact_finding",
    "sanction",
    "protecting_power",
    "carrot",
    "stick",
    "guarantor",
    "back_channel",
    "implementation",
    "monitoring",
    "dialogue",
    "workshop",
    "business",
    "exchange",
    "humanitarian",
    "reconstruction",
    "research",
    "training",
    "education",
    "advocacy",
    "religious",
    "fundraising",
    "media",
    "liaison",
    "other",
]

KIND_MEANING: dict[str, str] = {
    "consultation": "informal consultations between governments (A1)",
    "good_offices": "good offices (A2)",
    "special_envoy": "a special envoy; keeps a channel while missions are closed (A3)",
    "mediation": "official mediation (A4)",
    "negotiation": "direct talks; the work that signs (A5)",
    "condemnation": "an international condemnation (A6)",
    "fact_finding": "a fact-finding mission (A7)",
    "sanction": "diplomatic or economic sanctions; a stick (A8, N9)",
    "protecting_power": "a third state that represents one party with the other while missions are closed (N5)",
    "carrot": "a positive incentive: aid, trade (N8)",
    "stick": "a negative incentive other than sanctions (N9)",
    "guarantor": "an official guarantor of what was signed (W15.4)",
    "back_channel": "a discreet channel between officials (S2.11)",
    "implementation": "puts what was signed into practice; needs a guarantor (W15.4)",
    "monitoring": "monitors a ceasefire or an agreement",
    "dialogue": "sustained unofficial dialogue",
    "workshop": "a problem-solving workshop (X7)",
    "business": "commercial ties; an informal channel of communication (K3)",
    "exchange": "exchanges between citizens (K4)",
    "humanitarian": "humanitarian work (S15.4)",
    "reconstruction": "rebuilding of institutions or infrastructure (B2)",
    "research": "research (K5)",
    "training": "training of practitioners (K5)",
    "education": "education (K5)",
    "advocacy": "activism for a cause (K6)",
    "religious": "work of religious communities (K7)",
    "fundraising": "raising money for other tracks (K8)",
    "media": "work with or through the media (K9)",
    "liaison": "keeps those who work on different tracks informed of each other (C2, C3)",
    "other": "anything else; no rule knows it",
}

TALKS: frozenset[str] = frozenset({"consultation", "good_offices", "mediation", "negotiation"})
"""Kinds of official work in which both sides sit at one table, or hear one third party (A1, A2, A4, A5)."""
MEDIATING: frozenset[str] = frozenset({"mediation", "good_offices"})
"""Kinds in which a third party stands between the others (A2, A4, N4)."""
FIELD: frozenset[str] = frozenset({"fact_finding", "monitoring", "reconstruction"})
"""Kinds that have to be where the conflict is (A7)."""
INDIRECT: frozenset[str] = frozenset({"humanitarian", "religious"})
"""Kinds that are let in where others are not, and open the way for them (S15.4, K7)."""
CARROTS: frozenset[str] = frozenset({"carrot"})
STICKS: frozenset[str] = frozenset({"stick", "sanction"})
SIGNING: frozenset[str] = frozenset({"negotiation", "mediation"})
"""Kinds of official work that can sign a milestone (A5, W2.6)."""
CHANNELS: frozenset[str] = frozenset({"special_envoy", "protecting_power", "back_channel"})
"""Kinds that keep a channel open when missions are closed; exempt from the ban of the electoral cycle."""
RELIEVING: frozenset[str] = CHANNELS | {"business"}
"""Kinds that relieve a closed pair (closed_embassy, signature); business counts by half (K3)."""

KIND_TRACKS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "consultation",
            "good_offices",
            "special_envoy",
            "negotiation",
            "condemnation",
            "sanction",
            "protecting_power",
            "carrot",
            "stick",
            "guarantor",
        ),
        frozenset({"T1"}),
    ),
    "mediation": frozenset({"T1", "T1.5", "T2"}),
    "fact_finding": frozenset({"T1", "T1.5", "T2"}),
    "back_channel": frozenset({"T1", "T1.5", "T2"}),
    "business": frozenset({"T3"}),
    "fundraising": frozenset({"T8"}),
    "media": frozenset({"T9"}),
    "religious": frozenset({"T7"}),
}
"""Tracks a kind may be done on; a kind without an entry may be done on any (W15.3: inducements are track 1 only)."""

LinkKind = Literal["follows", "requires", "excludes", "strengthens", "interferes", "transfers"]
LINK_MEANING: dict[str, str] = {
    "follows": "the first starts only after the second has run and ended, plus the lag",
    "requires": "the first runs only while the second runs",
    "excludes": "never both on one path through the scenarios",
    "strengthens": "together they add progress in one category",
    "interferes": "together they cost points of score, unless somebody keeps each informed of the other",
    "transfers": "the first, unofficial, hands its ideas to the second, official or track 1.5",
}
ConditionKind = Literal[
    "toll", "ripeness", "willingness", "recognition", "concession", "hostility", "openness", "impasse", "access"
]
CONDITION_MEANING: dict[str, str] = {
    "toll": "an event that costs progress once, in the period of its date",
    "ripeness": "how ripe the conflict is for mediation, 0 to 1 (A4)",
    "willingness": "how willing a government is to act, 0 to 1; who: that government (S2.3, S15.3)",
    "recognition": "how far two recognise each other, or a party accepts a sponsor, 0 to 1; who: the two (N2, A2)",
    "concession": "leaders would have to give way in public, 0 to 1 (S15.6)",
    "hostility": "how hostile a home state is to a party, 0 to 1; who: the home state and the party (W15.1)",
    "openness": "how far officials listen to ideas from below, 0 to 1 (C7)",
    "impasse": "how stuck the official talks are, 0 to 1 (S2.7, S2.10)",
    "access": "how far outsiders are let in, 0 to 1; who: the party whose area is meant, or blank for all (S15.4, K7)",
}
FAVOURABLE: frozenset[str] = frozenset({"ripeness", "willingness", "recognition", "openness", "access"})
"""Conditions that are 1 where nothing is said; the others are 0."""
Level = Literal["low", "minister", "head"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""Levels of representation, rising (L1)."""
Trait = Literal["non_partisan", "prominent", "trusted", "powerless", "respectful", "honest"]
TRAITS: tuple[Trait, ...] = get_args(Trait)
"""What lets a third party help leaders save face (S15.7)."""
LimitKind = Literal["least", "most", "cover"]
LIMIT_MEANING: dict[str, str] = {
    "least": "at least this share of the money goes to such work",
    "most": "at most this share of the money goes to such work",
    "cover": "at least this much such work (full outputs added up) runs in every period of the window",
}
TransferChannel = Literal["participants", "mediator", "briefing", "public"]
CHANNEL_MEANING: dict[str, str] = {
    "participants": "influential participants carry ideas themselves (X2)",
    "mediator": "the official mediator takes them up (X3)",
    "briefing": "confidential briefings and memoranda (X4)",
    "public": "speeches, articles, interviews, consultations (X5)",
}
MilestoneKind = Literal["ceasefire", "framework", "agreement"]
TargetKind = Literal["political", "durable", "structural", "social"]
ClosureKind = Literal["severed", "suspended", "no_relations", "no_contact"]
