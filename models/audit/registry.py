"""The checks, core first, then the rules in the order of the rule book. One word each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.audit import (
    agency_friction,
    bridge,
    budget,
    capacity,
    closed_embassy,
    coercion,
    consultation_delay,
    earmark,
    electoral_cycle,
    enforcement,
    face_saving,
    home_state,
    ideas,
    indirect_access,
    inducement,
    intelligence,
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
    progress,
    recognition,
    response,
    runs,
    score,
    sequence,
    signature,
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
    Check(part.NAME, part.check) for part in (runs, money, response, progress, ideas, milestones, targets, score)
)
RULES: tuple[Check, ...] = tuple(
    Check(rule.NAME, rule.check)
    for rule in (
        budget,
        earmark,
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
        sequence,
        synergy,
    )
)
