"""The checks, core first, then the rules in the order of the rule book. One word each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.audit import (
    agency_friction,
    bonuses,
    bridge,
    budget,
    capacity,
    closed_embassy,
    coercion,
    confidentiality,
    consultation_delay,
    continuity,
    crowding,
    do_no_harm,
    earmark,
    electoral_cycle,
    enforcement,
    every_side_gains,
    expectations,
    face_saving,
    fundraising,
    home_state,
    ideas,
    impasse,
    indirect_access,
    inducement,
    intelligence,
    interference,
    mediator_role,
    milestones,
    money,
    no_substitute,
    official_level,
    official_rigidity,
    open_channel,
    political_exposure,
    political_will,
    power_asymmetry,
    preparation,
    prevention,
    public_opinion,
    recognition,
    response,
    runs,
    score,
    seats,
    sequence,
    share,
    signature,
    skills,
    stakeholders,
    synergy,
    targets,
    transfer,
)
from models.audit.state import Replay
from models.audit.violation import Violation


class Check(NamedTuple):
    """``check`` yields what breaks the rule, or part of the core, called ``name``."""

    name: str
    check: Callable[[Replay], Iterator[Violation]]


CORE: tuple[Check, ...] = tuple(
    Check(part.NAME, part.check) for part in (runs, money, response, bonuses, ideas, milestones, targets, score)
)
RULES: tuple[Check, ...] = tuple(
    Check(rule.NAME, rule.check)
    for rule in (
        budget,
        earmark,
        fundraising,
        share,
        capacity,
        electoral_cycle,
        closed_embassy,
        open_channel,
        consultation_delay,
        official_rigidity,
        coercion,
        power_asymmetry,
        inducement,
        recognition,
        political_will,
        official_level,
        mediator_role,
        intelligence,
        political_exposure,
        agency_friction,
        bridge,
        face_saving,
        home_state,
        enforcement,
        indirect_access,
        transfer,
        no_substitute,
        signature,
        preparation,
        continuity,
        public_opinion,
        confidentiality,
        impasse,
        skills,
        sequence,
        synergy,
        interference,
        crowding,
        do_no_harm,
        every_side_gains,
        stakeholders,
        seats,
        expectations,
        prevention,
    )
)
