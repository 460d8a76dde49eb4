"""The rule book as questions: what each rule means to a mediator, what it asks, and where the answer goes.

``plan rules RULE`` prints them, and the guide in ``README.md`` is this table. ``where`` names fields
(``record.field``) or kinds (``record.kind``) that the rule reads, by ``models.reads``.
"""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """What a rule ``says`` in one sentence, the ``question`` to the user, and ``where`` the answer goes."""

    rule: str
    says: str
    question: str
    where: tuple[str, ...]


TABLE = """
budget
A plan spends only money that has come and has not lapsed.
Who gives how much, from when until when, and may what is left be spent later?
funder.amount funder.begin funder.end funder.carry_over funder.lead_time

earmark
A grant goes only to work its giver agreed to pay for.
What may each grant pay for, in what smallest sum, and up to what share of one work?
funder.pays_for funder.smallest funder.largest_share activity.tags

fundraising
Work that raises money makes more work possible later.
How much would the appeal bring in a quarter, and for which tranche?
activity.raises

share
Money is divided so that nobody who matters is left out, and nobody takes it all.
Which work must not be starved, and which must not swallow everything or pay for others?
limit.least limit.most limit.who limit.amount limit.of limit.payers limit.hard

capacity
Works that need the same few people cannot all run at once.
Who is scarce, how many are there, and how many does each work need?
capacity.amount activity.uses

electoral_cycle
Before and after a vote governments open nothing new and move slowly.
Who votes when, and how long are they busy with it?
election.who election.date election.before election.after

closed_embassy
While missions are closed, governments talk only by an envoy, a protecting power or another channel.
Between whom are missions closed, and from when until when?
closure.who closure.begin closure.end

open_channel
In a crisis or a war somebody on each side must be reachable.
Which phase is the conflict in, and which works keep contact while governments are silent?
phase.kind activity.channel

consultation_delay
What officials agree takes effect once their capitals have agreed too.
Who sits at the official table: officials of low level, ministers or heads?
activity.level

official_rigidity
What officials may not touch has to be opened by others first.
Which issues are taboo for officials, and which works deal with them?
conflict.taboo activity.issues

coercion
Part of what is won by force or threat is lost again.
Which official work forces the parties rather than helps them?
activity.coercive

power_asymmetry
Where one side is far stronger, progress lasts only with trust or work that lifts the weaker side.
How unequal are the sides, and which work makes up for it?
conflict.power_asymmetry activity.equalising

inducement
Some talks move only with carrots or sticks, and sticks cost trust later.
Which work needs inducements to get anywhere?
activity.leverage activity.kind

recognition
Official talks go as far as the two sides, or each side and the third party, recognise each other.
Who does not recognise, or accept, whom, and from when until when?
condition.recognition activity.sponsor

political_will
A government without interest acts only as far as its people press it.
Which governments are unwilling, how far, and what moves their people?
condition.willingness activity.opinion

official_level
A first meeting of ministers or heads moves things, and going on below that level sets them back.
At what level are the talks held?
activity.level

mediator_role
One mediator at a time, trusted by both sides, when both are ready, and not one who condemned them.
Is the moment ripe, and how far does each mediator favour one side?
condition.ripeness activity.bias

intelligence
Work that has to know what the sides want does less while nobody has found out.
Which work needs that knowledge, and which finds it out?
activity.needs_insight activity.insight

political_exposure
A government risks only so much politically at a time, and less before a vote.
How much can each government risk, and how risky is each work?
party.exposure_limit activity.exposure

agency_friction
Each further ministry at the table costs a little.
Which agencies take part in each official work?
activity.agencies

bridge
A former leader can carry ideas between all unofficial and all official rooms.
Who has the ear of both rooms?
activity.bridges

face_saving
Leaders who must give way need somebody both sides trust, so that nobody loses face.
When must leaders give way, and how trusted, known and impartial is the third party?
condition.concession activity.traits

home_state
An unofficial third party is judged by the country it comes from.
Where does it come from, and how hostile is that state to each side?
activity.home condition.hostility

enforcement
What was signed is carried out only where somebody guarantees it.
Which work carries out what was signed, and which official work guarantees it?
activity.kind

indirect_access
Where outsiders are not let in, aid and communities of faith go first and open the way.
Who is let in where, and which work has to be on the spot?
condition.access activity.needs_access

transfer
What unofficial talks find counts once somebody takes it to officials who listen.
Who carries ideas to whom, how much weight do they have, and do officials listen?
link.transfers link.channel link.value link.lag activity.influence condition.openness

no_substitute
Unofficial work gets only so far while official talks do not go on.
Nothing further: say which track each work is on.
activity.track

signature
Only officials who are talking, and can reach each other, sign.
What could be signed, and which talks would sign it?
milestone.kind activity.kind

preparation
Direct talks go better once unofficial work has prepared them.
Which work before the negotiations prepares them?
activity.kind activity.track

continuity
Trust grows where the same people meet again.
Do the same people meet again and again?
activity.same_people

public_opinion
Leaders hold back where their people are against a settlement.
How much is each people for peace today, and which work changes minds?
party.opinion activity.opinion

confidentiality
A confidential room does nothing while the press is around.
Which work must stay confidential, and which brings publicity?
activity.confidential activity.publicity

impasse
While officials are stuck, unofficial talks are worth more.
When, and how badly, are official talks stuck?
condition.impasse

skills
Training makes the work of track two better after a while.
Which training builds how much skill?
activity.skills

sequence
Some work comes first, some only together, some never both.
What must come before what, with what wait, and what rules the other out?
link.follows link.requires link.excludes link.lag

synergy
Two works that support each other gain a little more while both run.
Which works support each other, and does somebody have to keep them informed of each other?
link.strengthens link.value link.liaison

interference
Works that get in each other's way do harm, unless somebody keeps each informed of the other.
Which works disturb each other, and who could keep them informed?
link.interferes link.value link.liaison

crowding
Too many mediators at a time confuse the sides.
Who mediates or offers good offices, on any track?
activity.kind

do_no_harm
No plan uses force, and none asks more of a group than it can bear.
Which work uses force, whom does each work hurt, and how much can they bear?
activity.force activity.harm conflict.harm_ceiling

every_side_gains
Nothing is signed before each side has something from it.
What does each side gain from each work?
activity.gains

stakeholders
Those concerned, and what concerns them, have work of their own.
Which people, places and issues need work, when, how much, and what do others do already?
limit.cover limit.who limit.amount limit.already limit.hard activity.tags activity.issues

seats
A table with unequal seats does less, unless other work makes up for it.
How many seats has each side?
activity.seats activity.equalising

expectations
Hopes that run far ahead of progress turn into disappointment.
Which work raises hopes, and how much?
activity.expectations

prevention
Work in quiet times lowers the risk that violence breaks out.
How great is that risk, which work lowers it, and when is it quiet?
conflict.risk activity.prevention phase.kind
"""


def _rows() -> tuple[Asked, ...]:
    blocks = (block.splitlines() for block in TABLE.strip().split("\n\n"))
    return tuple(Asked(rule, says, question, tuple(where.split())) for rule, says, question, where in blocks)


QUESTIONS: dict[str, Asked] = {row.rule: row for row in _rows()}
"""By rule, in the order of the book."""
