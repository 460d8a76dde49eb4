"""What is on its way and lands periods later: effects of officials who ask home first, the cost of sticks, ideas."""

from __future__ import annotations

from fractions import Fraction

from models.audit.state import OnItsWay, Replay

CARRIED = "carried"
"""What is on its way of ideas that were carried upstairs and do not count yet."""


def send(replay: Replay, what: OnItsWay, node: int, amount: Fraction) -> None:
    """Set ``amount`` in motion at ``node``, to land as the last word of ``what`` says."""
    sent = replay.sent.setdefault(what, {})
    sent[node] = sent[node] + amount if node in sent else amount


def landed(replay: Replay, conflict: str, stock: str, node: int) -> Fraction:
    """What was sent at earlier nodes, or at this one, and lands here."""
    amount = Fraction(0)
    for how, shares in replay.landings.items():
        if sent := replay.sent.get((conflict, stock, how)):
            for steps, share in shares:
                at = replay.facts.tree.ancestor(node, steps)
                if at is not None and at in sent:
                    amount += share * sent[at]
    return amount


def late(replay: Replay, conflict: str, stock: str, leaf: int) -> Fraction:
    """What would land after the last period."""
    amount = Fraction(0)
    for how, shares in replay.landings.items():
        if sent := replay.sent.get((conflict, stock, how)):
            for steps, share in shares:
                for at in replay.facts.tree.recent(leaf, steps - 1):
                    if at in sent:
                        amount += share * sent[at]
    return amount
