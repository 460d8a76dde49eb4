"""Nobody pays what they do not have; some money waits, some expires (K8)."""

from __future__ import annotations

from collections.abc import Iterator

from models.audit.accounts import first_period, overdrawn, payments, raising
from models.audit.state import Replay
from models.audit.violation import Violation

NAME = "budget"


def check(replay: Replay) -> Iterator[Violation]:
    """Payments too early, or too much; of tranches for which money is raised the latter is told by that rule."""
    for funder in replay.instance.funders:
        paid, first = payments(replay, funder), first_period(replay, funder)
        for node, amount in paid.items():
            if amount and replay.facts.tree[node].period < first:
                yield Violation(NAME, node, funder.name, f"no payment before period {first + 1}", str(amount))
    own = tuple(funder for funder in replay.instance.funders if not raising(replay, funder))
    yield from overdrawn(replay, NAME, own)
