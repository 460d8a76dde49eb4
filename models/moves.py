"""For each acting claim: a tiny instance, and the one thing in it whose move changes the decisions.

``instance`` is a file of ``instances/tiny``. ``subject`` is a record by its word and key, or ``rule`` and its word;
``field`` a field of the record or a parameter of the rule; ``before`` what stands there, ``after`` what stands there
then, within the range the field or the parameter states. Blank is blank. A record goes by ``there`` to ``gone``.
"""

from __future__ import annotations

from typing import NamedTuple


class Move(NamedTuple):
    """One row: what ``claim`` says acts in ``instance`` once ``field`` of ``subject`` goes from before to after."""

    claim: str
    instance: str
    subject: str
    field: str
    before: str
    after: str


TABLE = """
claim;instance;subject;field;before;after
O1;claim_O1;rule synergy;value;0.01;0
O2;do_no_harm;activity Arms;force;yes;no
O3;claim_O3;horizon horizon;suitability;catalogue;neutral
O4;sequence;link School follows Survey;;there;gone
O5;prevention;conflict Strife;risk;0.5;0
O6;claim_O6;rule power_asymmetry;social_lift;1;2
O7;stakeholders_issues;activity School;issues;;water
O8;stakeholders_issues;activity Choir;tags;;local
O9;claim_O9;link Online meetings excludes Meetings;;there;gone
O10;stakeholders_protection;limit Protection;begin;2000-Q2;2000-Q1
O12;every_side_gains;rule every_side_gains;least;0.1;0
B1;claim_N1;activity Talks;political;0.1;0.02
B2;claim_N1;activity Trade;structural;0.05;0.15
B3;share;limit Social work;amount;0.5;0.2
B4;prevention_quiet;activity Training;prevention;0.5;0
N1;claim_N1;activity Workshop;track;T2;T1
N2;recognition;condition recognition North|South;amount;0;1
N3;recognition;activity Talks;sponsor;;United Nations
N4;mediator_role;rule mediator_role;mediators;1;2
N5;claim_A3;closure North|South;;there;gone
N6;claim_N1;activity Statesmen;political;0.12;0.04
N7;mediator_role;activity Mediation by Norland;bias;0.4;0
N8;claim_N8;activity Sanctions;kind;sanction;carrot
N9;claim_N8;rule inducement;stick_cost;0.08;0.02
N10;do_no_harm_ceiling;activity Sanctions;harm;civilians:1.5;civilians:1
N11;claim_O3;activity Summit;suitability_war;;0.7
N12;share_official;limit Governments;amount;0.5;1
N13;agency_friction;rule agency_friction;cost;0.002;0
N14;political_exposure;party North;exposure_limit;1;2
A1;claim_X8;link Negotiations follows Consultations;;there;gone
A2;recognition;condition recognition South|Norland;amount;0.5;1
A3;claim_A3;rule closed_embassy;special_envoy;1;0.2
A4;mediator_role_ripeness;condition ripeness;amount;0.25;1
A5;signature_output;rule signature;output;0.1;0.05
A6;mediator_role_condemnation;rule mediator_role;memory;1;0
A7;indirect_access_fact_finding;activity Mission;insight;1;0
A8;do_no_harm_ceiling;activity Sanctions;harm;civilians:1.5;civilians:2.5
L1;consultation_delay_level;activity Officials;level;low;head
L2;official_level;rule official_level;fall;0.03;0
L3;official_level;rule official_level;rise;0.02;0
L4;claim_L4;rule synergy;value;0.01;0
S1.1;inducement;rule inducement;unaided;0.4;1
S1.2;inducement;activity Talks;leverage;yes;no
S1.3;intelligence;rule intelligence;uninformed;0.85;1
S1.4;mediator_role_knowledge;rule mediator_role;knowledge;1.2;1
W1.1a;coercion;rule coercion;lost;0.5;0
W1.1b;power_asymmetry;conflict Strife;power_asymmetry;0.8;0
W1.2;closed_embassy;closure North|South 2000-Q2;begin;2000-Q2;2000-Q1
W1.3a;official_rigidity;conflict Strife;taboo;border;
W1.3b;consultation_delay_level;rule consultation_delay;delay;1;0
W1.4;electoral_cycle;rule electoral_cycle;slowdown;0.5;0
D1;claim_N1;activity Workshop;track;T2;T1.5
S15.1;bridge;rule bridge;capacity;0.025;0
S15.2;claim_N1;activity Statesmen;track;T1.5;T2
S15.3;political_will_track_1_5;condition willingness North;amount;0.2;1
S15.4;indirect_access;rule indirect_access;threshold;2;1
S15.5;claim_O3;activity Statesmen;suitability_war;;0.7
S15.6;face_saving;rule face_saving;lift;0.25;0
S15.7;face_saving;rule face_saving;trait;0.6;0.9
S15.8;claim_N1;activity Statesmen;credibility;1;0.3
W15.1;home_state;rule home_state;weight;0.5;0
W15.2;home_state;rule home_state;bar;0.6;0.8
W15.3;claim_W15.3;rule inducement;unaided;0.4;1
W15.4;claim_W15.4;rule enforcement;window;4;0
D2;public_opinion;activity Radio;opinion;0.8;0.1
S2.1;claim_N1;activity Workshop;social;0;0.15
S2.2;public_opinion;rule public_opinion;floor;0.8;1
S2.3;political_will;rule political_will;threshold;0.5;1
S2.4;intelligence;activity Dialogue;insight;0.4;0
S2.5;core_ideas;rule transfer;window;2;0
S2.6;official_rigidity;rule official_rigidity;threshold;1;2
S2.7;impasse;rule impasse;value;0.2;0
S2.8;continuity;activity Dialogue;same_people;yes;no
S2.9;claim_S2.9;activity Workshop;spend_min;0;6
S2.10;impasse;condition impasse;amount;1;0
S2.11;open_channel;activity Elders;channel;yes;no
S2.12;claim_O1;activity Workshop;credibility;1;0.9
S2.13;confidentiality;activity Secret talks;confidential;yes;no
S2.14;claim_X1;rule core;ideas_worth;0.5;0.1
S2.15;every_side_gains;activity Negotiations;gains;North:0.2;North:0.2|South:0.2
W2.1;no_substitute;rule no_substitute;limit;0.2;1
W2.2;claim_O1;rule synergy;value;0.01;0
W2.3;official_rigidity;activity Workshop;issues;border;trade
W2.4;claim_X1;rule transfer;default;0;0.1
W2.5;interference;rule interference;cost;0.005;0.001
W2.6;signature_output;activity Talks;kind;negotiation;consultation
W2.7;claim_O3;activity Facilitators;track;T2;T7
C1;share_donors;limit Pressure;amount;0.5;1
C2;interference_liaison;link Talks interferes Workshop;liaison;Liaison;
C3;synergy_liaison;link Workshop strengthens Exchange;liaison;Liaison;
C4;claim_O1;rule core;bonus_ceiling;0.3;0
C5;share_local;limit Local;amount;0.25;0
C6;capacity;capacity mediators;amount;1;2
C7;transfer_openness;condition openness;amount;0.2;1
Q1;share_local;limit Left out;amount;0.25;0
Q2;stakeholders;rule stakeholders;cost;0.005;0.001
Q3;stakeholders;limit Women;already;;1
Q4;seats;activity Workshop;seats;North:4|South:1;North:3|South:2
Q5;expectations;rule expectations;gap;0.2;1
X1;claim_X1;rule transfer;mechanism;0.05;0.01
X2;transfer_influence;activity Students;influence;0.3;1
X3;claim_X3;rule transfer;mediator_lag;0;2
X4;transfer_lag;rule transfer;briefing_lag;0.5;0
X5;transfer_lag;rule transfer;public_lag;1;0
X6;core_ideas;rule core;ideas_kept;0.9;0.5
X7;preparation;rule preparation;unprepared;0.4;1
X8;claim_X8;link Negotiations follows Dialogue;;there;gone
K1;claim_N1;activity Talks;track;T1;T2
K2;claim_N1;activity Workshop;track;T2;T1.5
K3;closed_embassy;rule closed_embassy;business;0.5;0
K4;core;rule core;base_output;0.3;0
K5;skills;rule skills;lag;2;3
K6;claim_K6;activity Marches;opinion;0.5;0.1
K7;indirect_access;activity Clergy;kind;religious;other
K8;fundraising;rule fundraising;yield;1;0.8
K9;confidentiality;activity Radio;publicity;;no
"""

MOVES: tuple[Move, ...] = tuple(Move(*row.split(";")) for row in TABLE.strip().splitlines()[1:])
