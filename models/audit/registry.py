"""The checks, core first, then the rules in the order of the rule book. One word each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.audit import (
    budget,
    capacity,
    closed_embassy,
    consultation_delay,
    earmark,
    electoral_cycle,
    enforcement,
    ideas,
    inducement,
    milestones,
    money,
    no_substitute,
    open_channel,
    power_asymmetry,
    preparation,
    progress,
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
        power_asymmetry,
        inducement,
        enforcement,
        transfer,
        no_substitute,
        signature,
        preparation,
        sequence,
        synergy,
    )
)
