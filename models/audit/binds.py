"""What holds a plan back: rules and tranches whose limit it has reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from models.audit import budget, capacity, no_substitute, power_asymmetry, transfer
from models.audit.state import Replay
from models.audit.violation import TOLERANCE

REACHED = Fraction(1, 1000)
"""Output this close to its cap has reached it: whole money rarely buys exactly what the cap allows."""


class Binding(NamedTuple):
    """``rule`` limits ``subject`` (an activity, conflict, link, capacity or tranche) at ``node``."""

    rule: str
    node: int
    subject: str


def binding(replay: Replay) -> tuple[Binding, ...]:
    """Limits reached within the tolerance, sorted by node.

    These are caps below full output, durable progress below political progress, transfers at their
    capacity with ideas left, political gain without official work, capacities in full use, tranches spent to the last.
    """
    found = [*_caps(replay), *_durable(replay), *_transfers(replay), *_alone(replay), *_capacities(replay)]
    found += _tranches(replay)
    return tuple(sorted(found, key=lambda each: each.node))


def _caps(replay: Replay) -> Iterator[Binding]:
    for (activity, node), caps in replay.caps.items():
        # Not "below what the money would buy": a good plan buys no more output than the cap allows.
        counted = replay.output[activity, node]
        for rule, cap in caps.items():
            if cap < 1 - TOLERANCE and counted >= cap - REACHED:
                yield Binding(rule, node, activity)


def _durable(replay: Replay) -> Iterator[Binding]:
    for (conflict, node), durable in replay.durable.items():
        if durable < replay.progress[conflict, "political", node] - TOLERANCE:
            yield Binding(power_asymmetry.NAME, node, conflict)


def _transfers(replay: Replay) -> Iterator[Binding]:
    for (conflict, link, node), cap in replay.transfer_cap.items():
        carried = replay.transfer[conflict, link, node]
        if carried and carried >= cap - TOLERANCE and replay.ideas[conflict, node] > TOLERANCE:
            yield Binding(transfer.NAME, node, link or conflict)


def _alone(replay: Replay) -> Iterator[Binding]:
    if replay.awake(no_substitute.NAME):
        limit = replay.facts.parameter[no_substitute.NAME, "limit"]
        for (conflict, node), alone in replay.alone.items():
            if alone and alone >= limit - TOLERANCE:
                yield Binding(no_substitute.NAME, node, conflict)


def _capacities(replay: Replay) -> Iterator[Binding]:
    if replay.awake(capacity.NAME):
        for node in range(len(replay.facts.tree)):
            for name, amount in capacity.available(replay, node).items():
                if amount and capacity.use(replay, name, node) == amount:
                    yield Binding(capacity.NAME, node, name)


def _tranches(replay: Replay) -> Iterator[Binding]:
    """At the node of the payment that leaves nothing in the tranche, or nothing carried over."""
    if not replay.awake(budget.NAME):
        return
    for funder in replay.instance.funders:
        paid = budget.payments(replay, funder)
        for account in budget.accounts(replay, funder, paid):
            if paid[account.node] and account.limit - account.paid < 1:
                yield Binding(budget.NAME, account.node, funder.name)
