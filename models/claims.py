"""The 118 claims of the article, and what became of each.

The article is Abu Hammad (2021), *The role of multi-track diplomacy in conflict resolution and peace building*,
Dirassat & Abhath; ``line`` is the line of its text as the project reads it, and the statements are ours. A claim is

- *acting*: its ``home`` names rules, parameters (``rule.parameter``), and fields (``record.field``) or kinds
  (``record.kind``) of records, through which it changes decisions; ``models.moves`` shows it at work;
- *context*: nothing here acts on it, and ``home`` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

type Standing = Literal["acting", "context"]


class Claim(NamedTuple):
    """``line`` of the article; ``tracks`` by number; ``home`` in words, or a sentence where ``status`` is context."""

    id: str
    line: int
    tracks: str
    status: Standing
    home: str
    statement: str


TABLE = """
id|line|tracks|status|home|statement
O1|64|all|acting|synergy.value|The tracks are one organism: what one does changes what another achieves.
O2|40|all|acting|do_no_harm activity.force|Conflicts are to be settled without armed force.
O3|40|all|acting|horizon.suitability|Which track fits depends on the nature of the conflict.
O4|40|all|acting|link.follows|Nobody knows in general which track should go first.
O5|117|2-9|acting|conflict.risk activity.prevention|Work before a conflict breaks out counts, not only ending violence.
O6|117|2-9|acting|power_asymmetry.social_lift|Where trust comes back, change lasts.
O7|117|all|acting|activity.issues limit.who|Rights, development, resources, extremism and freedoms belong on the agenda.
O8|94|all|acting|stakeholders activity.tags|Those who act range from the village to the world.
O9|92|2-9|acting|link.excludes|Work at a distance makes unofficial diplomacy easier to do.
O10|135|2-9|acting|stakeholders limit.begin|Where a state fails to protect its people, others step in.
O11|135|all|context|Protection of people is no category of progress here.|Diplomacy and human security go together.
O12|345|all|acting|every_side_gains.least|A solution has to content every side.
B1|123|1|acting|activity.political|Official diplomacy builds the political side of peace.
B2|124|1 3|acting|activity.structural|Institutions and the economy are built by officials, and by business.
B3|125|2-9|acting|share.cost limit.least|The social side of peace is what is most often left out.
B4|129|4 5|acting|prevention.kept activity.prevention|Local leaders with skills keep quarrels from growing.
N1|74|1|acting|activity.track|Official diplomacy goes from government to government.
N2|147|1|acting|condition.recognition|Those who talk officially must recognise each other.
N3|149|1|acting|activity.sponsor|Bodies of states count as official actors too.
N4|224|1|acting|mediator_role.mediators activity.sponsor|An official is a party, a supporter of one, or a third party.
N5|226|1|acting|closure.who closed_embassy.protecting_power|Embassies are standing channels.
N6|145|1|acting|activity.political|Official work aims at those in power, so its political effect is direct.
N7|232|1|acting|activity.bias|Diplomats look after the interests of their own country.
N8|234|1|acting|inducement activity.kind|Governments can reward: aid, arms, trade.
N9|236|1|acting|inducement.stick_cost|Governments can punish: sanctions, exclusion, force.
N10|245|1|acting|activity.harm conflict.harm_ceiling|Official acts may also make a conflict worse.
N11|239|1|acting|activity.suitability_war horizon.suitability|Governments have something to do in every phase.
N12|247|1|acting|share limit.most|Official work is the core of a peace process, and not the whole.
N13|288|1|acting|agency_friction.cost activity.agencies|Agencies of one government are hard to bring into line.
N14|149|1|acting|party.exposure_limit activity.exposure|Voters punish failure, so somebody has to answer for it.
A1|96|1|acting|link.follows|Governments sound each other out before they negotiate.
A2|97|1|acting|condition.recognition activity.sponsor|A third state lends its good offices, if both sides accept it.
A3|98|1|acting|closed_embassy.special_envoy|An envoy can go where no mission is left.
A4|99|1|acting|condition.ripeness|Mediation works when the moment is ripe.
A5|100|1|acting|signature.output|It is in negotiations that governments agree.
A6|101|1|acting|mediator_role.memory mediator_role.condemnation_cost|Who condemns in public can hardly mediate.
A7|102|1|acting|activity.insight activity.needs_access|Missions find out the facts, if they are let in.
A8|103|1|acting|inducement.stick_lag activity.harm|Sanctions press governments, and leave marks later.
L1|250|1|acting|activity.level consultation_delay.low_delay|Talks are held by heads, ministers or clerks.
L2|250|1|acting|official_level.fall activity.level|Changing the level shows how serious a government is.
L3|254|1|acting|official_level.rise activity.level|Moving up a level shows growing confidence.
L4|254|1|acting|synergy.value|Letters, meetings and private words help most together.
S1.1|153|1|acting|inducement.unaided|The power of a state can move talks.
S1.2|258|1|acting|activity.leverage|A state's means give its negotiators leverage.
S1.3|258|1|acting|intelligence.uninformed|Services tell negotiators what the others want.
S1.4|258|1|acting|mediator_role.knowledge|Official mediators know the policies of the states concerned.
W1.1a|163|1|acting|coercion.lost activity.coercive|A peace imposed by power does not last.
W1.1b|163|1|acting|conflict.power_asymmetry|The stronger keep the issues of the weaker off the table.
W1.2|163|1|acting|closed_embassy open_channel closure.begin|Missions close when they are needed most.
W1.3a|163|1|acting|conflict.taboo|Officials cannot speak against the line of their country.
W1.3b|163|1|acting|consultation_delay.delay|Officials ask home, and that takes time.
W1.4|163|1|acting|electoral_cycle.slowdown election.date|Votes disturb official diplomacy.
D1|296|1.5|acting|activity.track|Officials also meet in private, on a track of its own.
S15.1|306|1.5|acting|bridge.capacity activity.bridges|Former leaders link the official and the unofficial rooms.
S15.2|306|1.5|acting|activity.track|Track One and a Half reaches those in power without a government's agenda.
S15.3|306|1.5|acting|condition.willingness|It can act where governments have no interest to.
S15.4|306|1.5|acting|indirect_access.threshold|Where the direct way is barred, aid can win trust first.
S15.5|308|1.5|acting|activity.suitability_war horizon.suitability|It is of use before, during and after a war.
S15.6|308|1.5|acting|face_saving.lift condition.concession|It lets leaders give way without losing face.
S15.7|308|1.5|acting|face_saving.trait activity.traits|For that, its people must be trusted, known and of no party.
S15.8|314|1.5|acting|activity.credibility|Moral standing is what it works by.
W15.1|314|1.5|acting|home_state.weight activity.home|Its people are taken for envoys of their home state.
W15.2|314|1.5|acting|home_state.bar condition.hostility|A hostile home state endangers what they do.
W15.3|314|1.5|acting|inducement.unaided activity.leverage|It has few carrots and sticks of its own.
W15.4|314|1.5|acting|enforcement.window|It lacks the means to see agreements kept.
D2|268|2-9|acting|core.opinion_kept activity.opinion|Unofficial work sways what people think.
S2.1|167|2|acting|activity.social|It changes how the sides see each other.
S2.2|268|2|acting|public_opinion.floor party.opinion|It makes room for leaders whom their people's fears hold back.
S2.3|282|2 6 9|acting|political_will.threshold activity.opinion|Pressure of the people makes a government act.
S2.4|355|2|acting|intelligence.kept activity.insight|Unofficial talks teach what lies behind positions.
S2.5|355|2|acting|transfer.window link.window|What was said there reaches policy later.
S2.6|355|2|acting|official_rigidity.threshold activity.issues|Nobody there must defend a position, so hard issues open.
S2.7|355|2|acting|impasse.value|With no officials in the room, a deadlock may break.
S2.8|355|2|acting|continuity.value activity.same_people|The same people over years come to trust each other.
S2.9|357|2|acting|activity.spend_min|It can try ideas on a small scale.
S2.10|357|2|acting|condition.impasse impasse|It helps most before the sides commit themselves, and in a deadlock.
S2.11|355|1.5 2|acting|activity.channel open_channel.shortfall_cost|It keeps up contact while governments are silent.
S2.12|345|2|acting|activity.credibility|Facilitators need experience, patience and credit.
S2.13|345|2|acting|activity.influence activity.confidential|Participants of influence, in private, get results through.
S2.14|345|2|acting|core.ideas_worth|What it thinks up can enter official talks.
S2.15|345|2|acting|every_side_gains activity.gains|It joins people across the lines and looks to the needs of both.
S2.16|321|2|context|That there are moderates is assumed by whoever lists the work.|It builds on good will on all sides.
W2.1|270|2|acting|no_substitute.limit|It adds to official diplomacy and cannot stand in for it.
W2.2|282|2|acting|synergy.value|That it bridges to official talks is hardly proven.
W2.3|290|2|acting|activity.issues activity.tags|Each organisation pursues a cause of its own.
W2.4|363|2|acting|transfer.default|Its ideas do not reach leaders by themselves.
W2.5|363|2|acting|interference.cost link.interferes|Without political sense it may cross the interests of states.
W2.6|337|2|acting|activity.kind milestone.kind|What it reaches binds nobody: governments must take it up and sign.
W2.7|333|2-9|acting|activity.track|One name for all unofficial work hides how different it is.
C1|337|1 2|acting|share limit.payers limit.most|Unofficial actors do not want to be pushed.
C2|337|1 2|acting|link.liaison interference|Officials want to know what others are doing.
C3|247|1 2|acting|link.strengthens link.liaison|Official and unofficial work can support each other, part by part.
C4|286|1 2|acting|core.bonus_ceiling|Together they make a process stronger, up to a point.
C5|337|all|acting|share activity.tags limit.least|Local and foreign actors mostly work jointly.
C6|268|2|acting|capacity.amount activity.uses|Unofficial work is done by organisations, of which there are few.
C7|363|1 2|acting|condition.openness|Officials who look down on others take nothing from them.
Q1|355|4-9|acting|share limit.who limit.least|Those left out so far are to be brought in.
Q2|357|2|acting|stakeholders.cost limit.who limit.cover|Many kinds of people have to be heard.
Q3|357|2|acting|limit.already|Good work fills the gaps that others leave.
Q4|357|2|acting|activity.equalising activity.seats|Unequal power among participants has to be made up for.
Q5|357|2|acting|expectations.gap activity.expectations|What participants expect has to be kept in bounds.
X1|361|2|acting|transfer.mechanism|Ideas need a way upstairs that somebody has set up.
X2|361|2|acting|link.transfers activity.influence|Participants whom leaders hear carry them.
X3|361|1 2|acting|link.channel transfer.mediator_lag|The official mediator carries them.
X4|361|2|acting|link.channel transfer.briefing_lag|Confidential papers and briefings carry them.
X5|361|2 9|acting|link.channel transfer.public_lag activity.opinion|Speeches, articles and public hearings carry them.
X6|38|2|acting|core.ideas_kept|It succeeds once it stops being informal.
X7|38|2|acting|preparation.unprepared preparation.threshold|It prepares the ground for direct talks.
X8|308|2|acting|link.follows|Oslo began on Track Two and ended on Track One.
K1|179|1|acting|activity.track|Track 1 is government: diplomacy in due form.
K2|183|2|acting|activity.track|Track 2 is professionals who study and settle conflicts.
K3|187|3|acting|closed_embassy.business|Track 3 is business: chances, contacts, a quiet channel.
K4|191|4|acting|core.base_output activity.response|Track 4 is citizens: many small contacts, each worth a little less.
K5|195|5|acting|skills.value skills.lag activity.skills|Track 5 is learning: research, training, schooling.
K6|201|6|acting|activity.opinion public_opinion|Track 6 is activism: pressing for policies.
K7|206|7|acting|activity.kind condition.access|Track 7 is religion: people moved by faith.
K8|210|8|acting|activity.raises fundraising.yield funder.amount|Track 8 is funding: it lets the others work.
K9|214|9|acting|activity.publicity activity.opinion|Track 9 is the media: they form opinion and voice it.
"""


def _rows() -> Iterator[Claim]:
    for row in TABLE.strip().splitlines()[1:]:
        name, line, tracks, status, home, statement = row.split("|")
        yield Claim(name, int(line), tracks, cast(Standing, status), home, statement)


CLAIMS: dict[str, Claim] = {claim.id: claim for claim in _rows()}
"""By id, in the order of the article's themes."""
