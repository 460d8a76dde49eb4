"""Core: unofficial political gain that nobody has carried upstairs yet; nobody carries what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import isfinite

from models.audit import bridge, no_substitute, transfer
from models.audit.facts import round_down
from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words

NAME = "ideas"


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Stock, transfers and what they gain at ``node``. Those left open take what is allowed, bridges last."""
    facts, parent = replay.facts, replay.parent(node)
    before = Fraction(0) if parent is None else replay.ideas[conflict, parent]
    stock = (
        facts.ideas_kept * before
        + replay.effects[conflict, "political", "unofficial", node]
        + replay.bonus_gain[conflict, "ideas", node]
    )
    replay.stock[conflict, node] = stock
    worth, left = facts.parameter["core", "ideas_worth"], max(Fraction(0), stock)
    if worth and (room := no_substitute.room(replay, conflict, node)) is not None:
        left = min(left, round_down(room / worth))
    stated = replay.decisions.transfers
    routes = {**transfer.routes(replay, conflict, node), **bridge.routes(replay, conflict, node)}
    for link, cap in routes.items():
        key = (conflict, link, node)
        if cap is not None:
            replay.transfer_cap[key] = cap
        asked = _asked(replay, key, cap, left)
        if stated is None or not replay.as_stated:
            asked = max(Fraction(0), min(asked, left if cap is None else min(cap, left)))
        left -= asked
        replay.carried[conflict, node] += asked
        replay.transfer[key] = asked
    replay.ideas[conflict, node] = stock - replay.carried[conflict, node]
    replay.alone_gain[conflict, node] += worth * replay.carried[conflict, node]


def _asked(replay: Replay, key: tuple[str, str, int], cap: Fraction | None, left: Fraction) -> Fraction:
    stated = replay.decisions.transfers
    if stated is None:
        return left if cap is None else cap
    return stated.get(key, Fraction(0))


def check(replay: Replay) -> Iterator[Violation]:
    yield from _entries(replay)
    if replay.decisions.transfers is None:
        return
    for (conflict, node), left in replay.ideas.items():
        if left < -TOLERANCE and (carried := replay.carried[conflict, node]) > 0:
            expected = f"transfers of at most the {words(replay.stock[conflict, node])} ideas in stock"
            yield Violation(NAME, node, conflict, expected, words(carried))


def _entries(replay: Replay) -> Iterator[Violation]:
    """Transfers that name no way ideas may go, twice the same, or no amount of 0 or more."""
    rows = replay.plan.transfers or ()
    for (conflict, link, node), count in Counter((row.conflict, row.link, row.node) for row in rows).items():
        if (conflict, link, node) not in replay.transfer:
            yield Violation(
                NAME, node, link or conflict, "a conflict, a transfers link or bridge of it, and a node", "none such"
            )
        elif count > 1:
            yield Violation(NAME, node, link or conflict, "one entry", f"{count} entries")
    for row in rows:
        if not isfinite(row.amount) or row.amount < 0:
            yield Violation(NAME, row.node, row.link or row.conflict, "an amount of 0 or more", str(row.amount))
