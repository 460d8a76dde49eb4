"""Every default number of the planner, in one table.

Rates are per quarter. ``evidence`` is measured, study, expert or assumption; claim ids are those of the article
(Abu Hammad 2021), listed in the project's table of claims. A ``rule`` record overrides a row within its range.
Nothing here measures the causal effect of a track: no such measurement exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Assumption(NamedTuple):
    """``value`` lies in ``low``..``high`` (both included); ``unit`` is in words."""

    rule: str
    parameter: str
    value: float
    low: float
    high: float
    unit: str
    claims: str
    evidence: str
    meaning: str


TABLE = """
rule|parameter|value|low|high|unit|claims|evidence|meaning
core|weight_political|0.4|0|1|weight|B1|assumption|how much durable political progress counts in the score
core|weight_structural|0.3|0|1|weight|B2|assumption|how much structural progress counts in the score
core|weight_social|0.3|0|1|weight|B3|assumption|how much social progress counts in the score
core|end_value|1|0|20|years||assumption|how many further years the state at the end counts for
core|base_output|0.3|0|0.5|output|K4|assumption|most that work achieves on its least spending
core|base_ratio|1.5|1|3|factor|K4|assumption|how many times its share of full spending work achieves on its least spending
core|ideas_kept|0.9|0|1|per quarter|W2.4|assumption|share of unofficial ideas still fresh a quarter on
core|ideas_worth|0.5|0|1|progress per idea|S2.14 W2.2|assumption|political progress from an idea once carried upstairs; 0: unofficial talks bring officials nothing
core|opinion_kept|0.8|0|1|per quarter|D2 S2.3|assumption|share of public opinion still felt a quarter on
core|bonus_ceiling|0.3|0|1|share of base gain|C4 O1|assumption|most that all bonuses together add to what works achieve by themselves; 0: no bonus counts
fundraising|yield|1|0|1|share|K8|assumption|share of the money hoped for that comes
fundraising|lag|2|0|8|quarters|K8|assumption|wait until money raised can be spent
share|cost|0.2|0|5|points of score per share|B3 C1 C5 N12 Q1|assumption|cost of missing a share, by what is missing as a share of all money
electoral_cycle|before|1|0|4|quarters|W1.4|assumption|blackout before a vote
electoral_cycle|after|0.5|0|4|quarters|W1.4|assumption|blackout after a vote, until a government works
electoral_cycle|slowdown|0.5|0|1|share of output|W1.4|assumption|output that official work loses in a blackout
closed_embassy|special_envoy|1|0|1|coverage|A3|assumption|how far an envoy replaces a closed mission
closed_embassy|protecting_power|1|0|1|coverage|N5|assumption|how far a protecting power replaces a closed mission
closed_embassy|back_channel|1|0|1|coverage|S2.11|assumption|how far a back-channel replaces a closed mission
closed_embassy|business|0.5|0|1|coverage|K3|assumption|how far commercial ties replace a closed mission
open_channel|shortfall_cost|0.05|0|1|points of score per quarter|S2.11 W1.2|assumption|cost of a conflict in crisis or war where nobody talks
consultation_delay|delay|1|0|4|quarters|W1.3b|assumption|wait until official work takes effect
consultation_delay|low_delay|2|0|8|quarters|W1.3b L1|assumption|wait where officials of low level talk
consultation_delay|head_delay|0|0|4|quarters|W1.3b L1|assumption|wait where heads of state or government talk
official_rigidity|threshold|1|0.25|8|quarters of full output|W1.3a S2.6|assumption|unofficial work that opens a taboo issue fully
coercion|lost|0.5|0|1|share|W1.1a|assumption|share of a forced gain that does not last
power_asymmetry|social_lift|1|0|2|per unit of social progress|O6|assumption|how far social trust lifts the ceiling that unequal power puts on lasting progress
power_asymmetry|kept|0.95|0|1|per quarter|Q4|assumption|share of equalising work still felt a quarter on
inducement|unaided|0.4|0|1|output|N8 N9 S1.2|assumption|output, without carrots or sticks, of work that needs leverage
inducement|stick_cost|0.02|0|0.2|social progress per quarter|N9 A8|assumption|trust lost to a stick at full output
inducement|stick_lag|2|0|8|quarters|A8|assumption|wait until a stick costs social progress
political_will|threshold|0.5|0.05|1|opinion|S2.3|assumption|public opinion that makes an unwilling government act fully
official_level|rise|0.02|0|0.2|progress|L2 L3|assumption|political progress from the first talks at a higher level
official_level|fall|0.03|0|0.3|progress|L2 L3|assumption|political progress lost where talks go on at a lower level
mediator_role|mediators|1|1|5|mediations|A4 N4|assumption|official mediations that one conflict bears at a time
mediator_role|memory|1|0|8|quarters|A6 N4|assumption|how long a condemnation bars its author from mediating
mediator_role|condemnation_cost|0.02|0|0.2|social progress per quarter|A6|assumption|trust lost to a condemnation at full output
mediator_role|knowledge|1|1|1.2|factor|S1.4|assumption|effect of official mediation, its broad knowledge of the states counted; 1: it adds nothing
intelligence|uninformed|0.85|0|1|output|S1.3 A7|assumption|output of marked work where nothing is known of the parties
intelligence|kept|0.9|0|1|per quarter|S1.3 S2.4|assumption|share of insight still true a quarter on
political_exposure|official|1|0|5|exposure|N14|assumption|exposure of official work that states none
political_exposure|track_1_5|0.3|0|5|exposure|N14|assumption|exposure of work on track 1.5 that states none
political_exposure|before_votes|0.5|0|1|share|N14 W1.4|assumption|part of its limit that a government loses in the blackout of its vote
agency_friction|cost|0.0005|0|0.05|points of score per quarter|N13|assumption|cost of each government agency beyond the first
bridge|capacity|0.025|0|0.5|ideas per quarter|S15.1|assumption|ideas a bridging person carries at full output; 0: none
face_saving|lift|0.25|0|1|output|S15.6|assumption|output that talks lose where leaders must give way in public
face_saving|trait|0.6|0|1|score|S15.7|assumption|least score of every trait of a third party who can help
home_state|weight|0.5|0|1|share of effect|W15.1|assumption|effect lost where the home state is fully hostile
home_state|bar|0.6|0|1|hostility|W15.2|assumption|hostility above which the work achieves nothing
enforcement|window|4|0|12|quarters|W15.4|assumption|how long a guarantee outlasts the guarantor's work
indirect_access|threshold|2|0.25|12|quarters of full output|S15.4 K7|assumption|indirect work that opens a closed area fully
transfer|default|0|0|0.1|ideas per quarter|W2.4 X1|assumption|ideas carried upstairs where nobody was named to carry them
transfer|mechanism|0.05|0|1|ideas per quarter|X1 X2 W2.2|assumption|ideas a named way upstairs carries at full output; 0: none
transfer|window|2|0|8|quarters|X1 S2.5|assumption|how long unofficial work stays fresh enough to be carried
transfer|track_1_5_share|0.5|0|1|share|S15.1 D1|assumption|how much of what officials can take up track 1.5 can
transfer|participants_lag|0|0|4|quarters|S2.5 X2|assumption|wait until ideas that participants carry count
transfer|mediator_lag|0|0|4|quarters|X3|assumption|wait until ideas that the official mediator takes up count
transfer|briefing_lag|0.5|0|4|quarters|X4|assumption|wait until briefings and memoranda count
transfer|public_lag|1|0|4|quarters|X5|assumption|wait until ideas voiced in public count
no_substitute|output|0.1|0|1|output|W2.1|assumption|least output of official work that counts as going on
no_substitute|limit|0.2|0|1|political progress|W2.1|assumption|political progress possible without official work since it last went on
signature|output|0.1|0|1|output|W2.6 A5|assumption|least output of the talks at which something is signed
preparation|unprepared|0.4|0|1|output|X7|assumption|output of negotiations nobody prepared
preparation|threshold|2|0.25|12|quarters of full output|X7|assumption|unofficial work that prepares negotiations fully
continuity|value|0.1|0|0.3|share of own gain|S2.8|assumption|further social gain where the same people meet again; 0: none
public_opinion|floor|0.8|0|1|output|S2.2 D2|assumption|output of talks whose leaders have their people against them
impasse|value|0.2|0|0.5|share of own gain|S2.7 S2.10|assumption|further political gain of unofficial work where officials are fully stuck; 0: none
skills|value|0.1|0|0.3|share of own gain|K5|assumption|further gain of track two with fully skilled facilitators; 0: none
skills|lag|2|0|8|quarters|K5|assumption|wait until training tells
skills|kept|0.95|0|1|per quarter|K5|assumption|share of skills still there a quarter on
synergy|value|0.01|0|0.1|progress per quarter|O1 C3 W2.2|assumption|bonus of two works that strengthen each other; 0: none
interference|cost|0.005|0|0.05|points of score per quarter|W2.5 C2|assumption|cost of two works that get in each other's way where nobody keeps each informed
crowding|mediators|2|1|10|works||assumption|mediating works that one conflict bears at a time
crowding|cost|0.003|0|0.05|points of score per quarter||assumption|cost of each mediating work beyond that
do_no_harm|ceiling|2|0|30|harm|O2 N10|assumption|most harm a group may bear at a time where its conflict states none
every_side_gains|least|0.1|0|2|gain|O12 S2.15|assumption|least that each party must have gained before anything is signed
stakeholders|cost|0.005|0|0.05|points of score per quarter|Q2 Q3 O7 O8 O10|assumption|cost of each work at full output that is missing where people or issues need a room
seats|tolerance|0.2|0|1|share|Q4|assumption|difference in seats that nobody minds, as a share of the most seats
expectations|gap|0.2|0|1|progress|Q5|assumption|how far hopes may run ahead of progress before people are disappointed
expectations|kept|0.9|0|1|per quarter|Q5|assumption|share of hopes still held a quarter on
expectations|cost|0.05|0|0.5|points of score per quarter|Q5|assumption|cost of hopes that are fully disappointed
prevention|cost|0.05|0|0.5|points of score per quarter|B4 O5|assumption|cost of a full risk of violence
prevention|kept|0.95|0|1|per quarter|B4|assumption|share of prevention still felt a quarter on
"""


def _rows() -> Iterator[Assumption]:
    for line in TABLE.strip().splitlines()[1:]:
        rule, parameter, value, low, high, *words = line.split("|")
        yield Assumption(rule, parameter, float(value), float(low), float(high), *words)


ASSUMPTIONS: tuple[Assumption, ...] = tuple(_rows())

DEFAULTS: dict[tuple[str, str], Assumption] = {(row.rule, row.parameter): row for row in ASSUMPTIONS}
