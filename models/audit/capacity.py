"""There are only so many mediators, envoys and partners (C6)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.instance import exact

NAME = "capacity"


def check(replay: Replay) -> Iterator[Violation]:
    for node in replay.facts.tree:
        for name, amount in available(replay, node.index).items():
            used = use(replay, name, node.index)
            if used > amount:
                yield Violation(NAME, node.index, name, f"at most {words(amount)} in use", words(used))


def available(replay: Replay, node: int) -> dict[str, Fraction]:
    """How much there is of each capacity that is limited at a node; its rows there add up."""
    found: dict[str, Fraction] = {}
    period = replay.facts.tree[node].period
    for row in replay.instance.capacities:
        if period in replay.instance.calendar.window(row.begin, row.end) and replay.instance.holds(row.scenario, node):
            found[row.name] = found.get(row.name, Fraction(0)) + exact(row.amount)
    return found


def use(replay: Replay, name: str, node: int) -> Fraction:
    uses = (exact(amount) for work in replay.decisions.at[node] for used, amount in work.uses if used == name)
    return sum(uses, Fraction(0))
