"""Raising money now pays for other tracks later (K8)."""

from __future__ import annotations

from collections.abc import Iterator

from models.audit import budget
from models.audit.accounts import overdrawn, raising
from models.audit.state import Replay
from models.audit.violation import Violation

NAME = "fundraising"


def check(replay: Replay) -> Iterator[Violation]:
    """Payments of money that was not there and that nobody has raised in time; with ``budget`` off nobody counts."""
    if replay.awake(budget.NAME):
        tranches = tuple(funder for funder in replay.instance.funders if raising(replay, funder))
        yield from overdrawn(replay, NAME, tranches)
