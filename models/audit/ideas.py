"""Core: unofficial political gain that nobody has carried upstairs yet; nobody carries what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from math import isfinite

from models.audit import bridge, landing, no_substitute, transfer
from models.audit.facts import round_down
from models.audit.state import Replay, Route
from models.audit.violation import TOLERANCE, Violation, words

NAME = "ideas"


def arrive(replay: Replay, conflict: str, node: int) -> None:
    """What was carried earlier, and counts from this node on."""
    landed = landing.landed(replay, conflict, landing.CARRIED, node)
    if landed:
        _count(replay, conflict, node, landed)


def advance(replay: Replay, conflict: str, node: int) -> None:
    """Stock and transfers at ``node``, and what of them counts there. Open ones take what is allowed, bridges last."""
    facts, parent = replay.facts, replay.parent(node)
    before = Fraction(0) if parent is None else replay.ideas[conflict, parent]
    stock = (
        facts.ideas_kept * before
        + replay.effects[conflict, "political", "unofficial", node]
        + replay.bonus_gain[conflict, "ideas", node]
    )
    replay.stock[conflict, node] = stock
    left = max(Fraction(0), stock)
    routes = {**transfer.routes(replay, conflict, node), **bridge.routes(replay, conflict, node)}
    for link, route in routes.items():
        key = (conflict, link, node)
        if route.cap is not None:
            replay.transfer_cap[key] = route.cap
        replay.transfer[key] = amount = _amount(replay, key, route, left)
        if amount:
            left -= amount
            replay.carried[conflict, node] += amount
            if route.how:
                landing.send(replay, (conflict, landing.CARRIED, route.how), node, amount)
            _count(replay, conflict, node, amount * _at_once(replay, route))
    replay.ideas[conflict, node] = stock - replay.carried[conflict, node]


def _count(replay: Replay, conflict: str, node: int, amount: Fraction) -> None:
    replay.arrived[conflict, node] += amount
    replay.alone_gain[conflict, node] += replay.facts.parameter["core", "ideas_worth"] * amount


def _at_once(replay: Replay, route: Route) -> Fraction:
    """The share of what goes a way that counts at its own node."""
    if not route.how:
        return Fraction(1)
    return sum((share for steps, share in replay.landings[route.how] if not steps), Fraction(0))


def _amount(replay: Replay, key: tuple[str, str, int], route: Route, left: Fraction) -> Fraction:
    """What goes a way: as stated, or as much as there is, the way bears and governments are there for."""
    stated, most = replay.decisions.transfers, left if route.cap is None else min(left, route.cap)
    asked = most if stated is None else stated.get(key, Fraction(0))
    if asked and not (replay.as_stated and stated is not None):
        conflict, _, node = key
        worth = replay.facts.parameter["core", "ideas_worth"]
        room = no_substitute.room(replay, conflict, node, now=_at_once(replay, route), ahead=stated is None)
        if worth and room is not None:
            most = min(most, round_down(room / worth))
        asked = max(Fraction(0), min(asked, most))
    return asked


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
