"""Why a rule holds a plan back, for each rule in words that a mediator would use."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "budget": "the money is spent to the last",
    "earmark": "the giver allows no more of it here",
    "capacity": "everybody there is has a task",
    "electoral_cycle": "a government campaigns",
    "closed_embassy": "missions are closed, and no channel replaces them fully",
    "open_channel": "somebody must be talking now",
    "consultation_delay": "officials still ask home",
    "official_rigidity": "officials may not open a taboo issue before unofficial work has opened it fully",
    "coercion": "what was forced does not last",
    "power_asymmetry": "power buries issues of the weaker side, and what is buried does not last",
    "inducement": "carrots and sticks are too few",
    "recognition": "not all at the table recognise each other, or accept who leads the talks",
    "political_will": "a government is not willing enough, and its people do not press it enough",
    "official_level": "the level of talks says what the sides think of them",
    "mediator_role": "one mediator at a time, and no more of it than the moment is ripe for",
    "intelligence": "too little is known of what the parties want",
    "political_exposure": "the government bears no more political risk",
    "agency_friction": "more than one ministry is in it",
    "bridge": "a bridging person carries no more than this",
    "face_saving": "leaders who must give way lack a trusted third party",
    "home_state": "a party is hostile to the home state of those who lead it",
    "enforcement": "no guarantor stands behind it fully",
    "indirect_access": "the area is not open, and aid and clergy have not opened it fully",
    "transfer": "nobody carries more ideas upstairs than this",
    "no_substitute": "unofficial work alone brings no more than this",
    "signature": "only governments that can talk may sign",
    "preparation": "unofficial work has not prepared the talks fully",
    "sequence": "other work comes first",
    "synergy": "works strengthen each other no further",
}
"""For every rule of the book, in its order: what is the case where it binds."""
