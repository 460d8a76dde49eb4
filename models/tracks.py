"""The catalogue of tracks: who works on each, what each does well and badly, and which phase of a conflict suits what.

Strengths and weaknesses are those that Abu Hammad (2021) tells, in our words, by claim, each with the rules that carry
it. Suitability is a factor on effects from 0 to 1: 1 in the phase that suits the work best. ``spread`` is how far each
number of a row may be off, down and up. The order of the rows labelled *expert* is that of the contingency model of
Fisher and Keashly (1991), who match forms of intervention to stages of escalation: conciliation to discussion,
consultation (problem-solving workshops) to polarisation, mediation with leverage to segregation, peacekeeping to
destruction, and the gentler forms again on the way down. Reading discussion as the latent phase, polarisation and
segregation as confrontation, destruction as war, and every number, is ours; none has been measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.kinds import PHASES

FISHER_KEASHLY = (
    "Fisher, R. J., and Keashly, L. (1991). The potential complementarity of mediation and consultation within a "
    "contingency model of third party intervention. Journal of Peace Research, 28(1), 29-42."
)

OFFICIAL_KINDS: dict[str, str] = {
    "consultation": "A1",
    "good_offices": "A2",
    "special_envoy": "A3",
    "mediation": "A4",
    "negotiation": "A5",
    "condemnation": "A6",
    "fact_finding": "A7",
    "sanction": "A8",
}
"""The eight kinds of official activity of the article, each with its claim, in its order."""


class Named(NamedTuple):
    """A track: its code, its name, who works on it, the claims that tell of it."""

    track: str
    name: str
    who: str
    claims: str


class Quality(NamedTuple):
    """A strength (``+``) or weakness (``-``) of one or more ``tracks``; ``rules`` that carry it; none: effects do."""

    tracks: tuple[str, ...]
    sign: str
    words: str
    claims: str
    rules: tuple[str, ...]


class Suitability(NamedTuple):
    """How well the work of a track or kind (``word``) suits each phase, in the order of ``PHASES``."""

    word: str
    values: tuple[Fraction, ...]
    spread: Fraction
    claims: str
    evidence: str
    why: str

    def limits(self, phase: str) -> tuple[Fraction, Fraction]:
        """The range of the value of a phase, within 0 to 1."""
        value = self.values[PHASES.index(phase)]
        return max(Fraction(0), value - self.spread), min(Fraction(1), value + self.spread)

    @property
    def citation(self) -> str:
        """The study it rests on, in full, or nothing."""
        return FISHER_KEASHLY if self.evidence == "expert" else ""


NAMES = """
track|name|who|claims
T1|Official diplomacy|governments, their diplomats, ministers and heads, and bodies of states such as the UN|N1 N3 K1
T1.5|Track One and a Half|officials in a private capacity, and former presidents and ministers|D1
T2|Conflict resolution professionals|mediators, facilitators and scholars outside government|K2 W2.7
T3|Business|firms, chambers of commerce and trade unions|K3
T4|Private citizens|people and voluntary groups who meet, visit and help|K4
T5|Research, training and education|universities, think tanks, trainers and schools|K5
T6|Activism|movements and campaigns for peace, rights and justice|K6
T7|Religion|communities of faith and their leaders|K7
T8|Funding|foundations and other givers|K8
T9|Media and communications|press, radio, film and the network|K9
"""

QUALITIES = """
tracks|sign|words|claims|rules
T1|+|It puts the power of states behind talks and what comes of them.|S1.1 N6|inducement
T1|+|It has money, goods and pressure to offer, and may shift them.|S1.2 N8 N9|inducement
T1|+|Its services know what the parties want.|S1.3 A7|intelligence
T1|+|Its mediators know the policies of all states concerned.|S1.4|mediator_role
T1|+|Whom it sends is a signal of how serious it is.|L1 L2 L3|official_level
T1|+|It alone signs, and can stand surety for what was signed.|A5 W2.6 W15.4|signature enforcement
T1|+|It has standing channels, and something to do in every phase.|N5 N11|closed_embassy
T1|-|What its power imposes does not last.|W1.1a|coercion
T1|-|Its power keeps the weaker side's issues off the table.|W1.1b|power_asymmetry
T1|-|Its missions close when they are needed most.|W1.2|closed_embassy open_channel
T1|-|Its people cannot open what their governments deny.|W1.3a|official_rigidity
T1|-|Its people ask home before they agree.|W1.3b|consultation_delay
T1|-|Votes stop its openings and slow its talks.|W1.4|electoral_cycle
T1|-|It needs recognition, and somebody whom each side accepts.|N2 A2|recognition
T1|-|Diplomats serve their own country first.|N4 N7|mediator_role
T1|-|Voters forgive few failures.|N14|political_exposure
T1|-|Its many agencies are hard to bring into line.|N13|agency_friction
T1|-|It may as well feed a conflict as end it.|N10|do_no_harm
T1.5|+|It joins the official and the unofficial world.|S15.1|bridge transfer
T1.5|+|It reaches those in power without serving a government.|S15.2|no_substitute
T1.5|+|It acts where governments do not care to.|S15.3|political_will
T1.5|+|It goes ways round, through aid, where the direct one is barred.|S15.4|indirect_access
T1.5|+|It is of use in every phase.|S15.5|
T1.5|+|It lets leaders give way with honour, if both sides trust it.|S15.6 S15.7|face_saving
T1.5|+|It has moral standing.|S15.8|
T1.5|-|It is taken for an arm of its home state.|W15.1 W15.2|home_state
T1.5|-|It has hardly a carrot or a stick.|W15.3|inducement
T1.5|-|It cannot see to it that agreements are kept.|W15.4|enforcement
T2|+|It changes how the sides see each other.|S2.1|power_asymmetry
T2|+|It moves people, and people move governments.|S2.3 D2|political_will public_opinion
T2|+|It learns what lies behind the positions.|S2.4|intelligence
T2|+|It can open what officials must not touch.|S2.6|official_rigidity
T2|+|It goes on talking when governments are silent.|S2.11|open_channel
T2|+|It tries ideas at little cost, and some later become policy.|S2.5 S2.9 S2.14|transfer
T2|+|It prepares direct talks, and helps most before a commitment or in a deadlock.|X7 S2.7 S2.10|preparation impasse
T2|+|It builds trust among the same people over years.|S2.8|continuity
T2|+|It frees leaders a little from what their people expect.|S2.2|public_opinion
T2|+|It joins people across the lines and looks to the needs of both.|S2.15|every_side_gains
T2|+|Its participants may have influence, and speak freely in private.|S2.13 X2|transfer confidentiality
T2|-|It adds to official diplomacy and never stands in for it.|W2.1|no_substitute
T2|-|What it finds binds nobody until governments sign it.|W2.6|signature
T2|-|Its ideas stay below unless somebody carries them up.|W2.4 C7|transfer
T2|-|That it helps official talks is little proven.|W2.2|synergy
T2|-|Each organisation has a cause of its own.|W2.3|official_rigidity earmark
T2|-|It may cross the interests of states without knowing.|W2.5|interference
T2|-|There are few organisations to do it.|C6|capacity
T2|-|Its tables may be as unequal as the sides, and its promises greater than what follows.|Q4 Q5|seats expectations
T3|+|It gives people a living that peace would keep.|B2 K3|
T3|+|Its ties are a channel when missions are closed, though not a full one.|K3|closed_embassy
T4|+|It brings many ordinary people together.|K4|power_asymmetry
T4|-|It is slow, and each more of it does less.|K4|
T5|+|It gives leaders and practitioners the skills that keep a conflict from flaring up.|B4 K5|skills prevention
T6|+|It presses governments in the name of their people.|K6 S2.3|political_will public_opinion
T7|+|It is let in where others are not.|K7|indirect_access
T8|+|It pays for what the others do, and raises money for later.|K8|budget fundraising
T8|-|It pays for what givers like, when they like.|K8|earmark budget
T9|+|It shapes what people think, and lets them say it.|K9 S2.3|political_will public_opinion
T9|+|Ideas told in public reach those who decide.|X5|transfer
T9|-|Publicity empties a confidential room.|K9 S2.13|confidentiality
T4 T5 T6 T7|+|It brings in people and issues that were left out.|Q1 Q2 O7|share stakeholders
T3 T4 T5 T6 T7 T8 T9|-|Like all unofficial work it signs nothing and needs carriers.|W2.1 W2.4 W2.6|signature transfer
"""

SUITED = """
word|latent|confrontation|war|negotiation|implementation|spread|claims|evidence|why
T1|1|1|1|1|1|0.3|N11|assumption|governments have something to do in every phase
T1.5|1|0.8|1|0.8|1|0.3|S15.5|assumption|prevention while latent, mediation in war, healing afterwards
T2|1|1|0.6|1|0.6|0.4|S2.10|assumption|before the parties commit themselves, and when talks are stuck
T3|1|0.7|0.3|0.7|1|0.3|K3 B2|assumption|trade needs some safety, and rebuilding needs trade
T4|1|0.8|0.4|0.7|1|0.3|K4 O5|assumption|people must be able to meet
T5|1|0.9|0.5|0.8|0.9|0.3|K5 O5|assumption|learning needs time, which there is before a war and after it
T6|0.9|1|0.6|1|0.7|0.3|K6|assumption|campaigns need something to be decided
T7|0.9|0.9|0.9|0.8|1|0.3|K7|assumption|communities of faith stay when others leave
T8|1|0.9|0.7|0.9|1|0.3|K8|assumption|money is worth as much as what it pays for
T9|0.9|1|0.7|0.9|0.8|0.3|K9|assumption|opinion moves while sides are being taken
consultation|1|1|0.8|1|0.9|0.2|A1|assumption|governments can always sound each other out
good_offices|1|0.8|0.4|0.7|0.5|0.3|A2|expert|conciliation: first while the sides still discuss
special_envoy|0.7|1|1|1|0.7|0.3|A3|assumption|where ordinary channels fail
mediation|0.6|0.9|0.8|1|0.6|0.3|A4 S15.5|expert|once positions have hardened; with leverage, later still
negotiation|1|0.6|0.3|1|0.7|0.3|A5|expert|while the sides discuss, or do so again
condemnation|0.5|1|1|0.5|0.5|0.4|A6|assumption|where there is an act to condemn
fact_finding|1|1|0.7|0.8|0.8|0.3|A7|assumption|before versions of the facts have set
sanction|0.3|1|0.8|0.8|0.4|0.3|A8|expert|leverage: where the sides act apart and defend themselves
protecting_power|0.3|1|1|0.6|0.4|0.3|N5|assumption|where relations are broken off
carrot|0.6|1|0.8|1|0.8|0.3|N8|expert|leverage: where the sides act apart, and until promises are kept
stick|0.3|1|0.8|0.8|0.4|0.3|N9|expert|leverage: where the sides act apart and defend themselves
guarantor|0.2|0.4|0.5|0.8|1|0.3|W15.4|assumption|where there is something to guarantee
back_channel|0.8|1|1|1|0.6|0.3|S2.11|assumption|while governments do not speak, and beside talks
implementation|0.2|0.3|0.2|0.6|1|0.3|W15.4|assumption|where there is something to implement
monitoring|0.3|0.6|1|0.9|1|0.3||expert|peacekeeping: first where the sides mean to destroy each other
dialogue|0.9|1|0.5|0.9|0.8|0.3|S2.10|expert|consultation: first once the sides see each other as enemies
workshop|0.8|1|0.5|0.9|0.7|0.3|S2.10 X7|expert|consultation: first once the sides see each other as enemies
exchange|1|0.8|0.3|0.7|1|0.3|K4 O5|assumption|people must be able to meet
humanitarian|0.5|0.8|1|0.8|0.8|0.3|S15.4|assumption|where need is greatest
reconstruction|0.5|0.4|0.2|0.6|1|0.3|B2|assumption|what is rebuilt in war is destroyed again
research|1|0.9|0.6|0.9|0.9|0.3|K5|assumption|it can be done from outside
training|1|0.9|0.5|0.8|0.9|0.3|K5 O5|assumption|skills have to be there before they are needed
education|1|0.8|0.4|0.7|1|0.3|K5 O5|assumption|schools need years, and peace
liaison|0.8|1|0.9|1|1|0.3|C2 C3|assumption|the more goes on at a time, the more there is to keep in step
"""
"""A kind without a row suits a phase as its track does."""


def _rows(table: str) -> Iterator[list[str]]:
    return (line.split("|") for line in table.strip().splitlines()[1:])


def _suited() -> Iterator[Suitability]:
    for word, *numbers, spread, claims, evidence, why in _rows(SUITED):
        yield Suitability(word, tuple(Fraction(n) for n in numbers), Fraction(spread), claims, evidence, why)


TRACK_NAMES: dict[str, Named] = {row[0]: Named(*row) for row in _rows(NAMES)}
TRACK_QUALITIES: tuple[Quality, ...] = tuple(
    Quality(tuple(tracks.split()), sign, words, claims, tuple(rules.split()))
    for tracks, sign, words, claims, rules in _rows(QUALITIES)
)
SUITABILITY: dict[str, Suitability] = {row.word: row for row in _suited()}


def qualities(track: str) -> tuple[Quality, ...]:
    """Strengths and weaknesses of a track, in the order of the table."""
    return tuple(row for row in TRACK_QUALITIES if track in row.tracks)


def suited_row(track: str, kind: str) -> Suitability:
    """The row that says how work of this track and kind suits each phase: the kind's, else the track's."""
    return SUITABILITY.get(kind) or SUITABILITY[track]


def suited(track: str, kind: str, phase: str) -> Fraction:
    """How well work suits a phase, 0 to 1: what the kind's row says where there is one, else the track's."""
    return suited_row(track, kind).values[PHASES.index(phase)]
