"""What each rule reads of an instance: fields (``record.field``) or kinds (``record.kind``) of records, for people.

The formulation and the audit read them each on their own; this is the list of what to fill in for a rule to wake.
"""

from __future__ import annotations

TABLE = """
budget: funder.begin funder.end funder.amount funder.carry_over funder.lead_time activity.raises
earmark: funder.pays_for funder.donor funder.smallest funder.largest_share activity.tags
fundraising: activity.raises activity.track funder.end funder.carry_over
share: limit.least limit.most limit.conflict limit.who limit.amount limit.of limit.payers limit.hard activity.tags
    activity.issues activity.track funder.donor
capacity: capacity.amount capacity.begin capacity.end activity.uses
electoral_cycle: election.who election.date election.before election.after activity.parties activity.sponsor
    activity.kind activity.status
closed_embassy: closure.who closure.begin closure.end activity.kind activity.parties activity.sponsor
    activity.needs_channel
open_channel: phase.kind activity.kind activity.channel activity.status
consultation_delay: activity.track activity.level
official_rigidity: conflict.taboo activity.issues activity.track
coercion: activity.coercive condition.toll
power_asymmetry: conflict.power_asymmetry activity.equalising
inducement: activity.leverage activity.kind
recognition: condition.recognition activity.kind activity.parties activity.sponsor
political_will: condition.willingness party.opinion activity.opinion activity.kind activity.parties activity.sponsor
official_level: activity.level activity.kind
mediator_role: condition.ripeness activity.bias activity.kind activity.sponsor
intelligence: activity.insight activity.needs_insight
political_exposure: party.exposure_limit activity.exposure activity.parties activity.sponsor election.date
agency_friction: activity.agencies activity.track
bridge: activity.bridges activity.influence activity.track condition.openness
face_saving: condition.concession activity.traits activity.kind
home_state: condition.hostility activity.home activity.parties
enforcement: activity.kind
indirect_access: condition.access activity.needs_access activity.kind activity.parties
transfer: link.transfers link.value link.lag link.channel link.window activity.influence
    activity.track condition.openness
no_substitute: activity.track
signature: milestone.kind activity.kind activity.track closure.who
preparation: activity.kind activity.track
continuity: activity.same_people activity.social
public_opinion: party.opinion activity.opinion activity.kind activity.parties
confidentiality: activity.confidential activity.publicity activity.kind
impasse: condition.impasse activity.political activity.track
skills: activity.skills activity.track
sequence: link.follows link.requires link.excludes link.lag activity.status activity.repeats
synergy: link.strengthens link.value link.category link.liaison
interference: link.interferes link.value link.liaison
crowding: activity.kind
do_no_harm: activity.force activity.harm conflict.harm_ceiling
every_side_gains: activity.gains milestone.kind
stakeholders: limit.cover limit.conflict limit.who limit.begin limit.end limit.amount limit.already limit.hard
    limit.scenario activity.tags activity.issues activity.track
seats: activity.seats activity.equalising
expectations: activity.expectations
prevention: conflict.risk activity.prevention phase.kind
"""

READS: dict[str, tuple[str, ...]] = {
    rule: tuple(fields.split())
    for rule, _, fields in (line.partition(": ") for line in TABLE.replace("\n    ", " ").strip().splitlines())
}
"""By rule, in the order of the book; no more than what is the rule's own: dates, tracks and money are read by most."""
