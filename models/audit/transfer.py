"""Ideas count once someone carries them into the official room (X1 X2 X3 X4 X5 W2.4 S2.5 S2.13 S2.14 S15.1 C7)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Landing, Replay, Route
from models.audit.thresholds import blamed
from models.audit.violation import TOLERANCE, Violation, words
from models.instance import exact
from models.records import Activity, Link

NAME = "transfer"
AT_ONCE = ""


def landings(replay: Replay) -> dict[str, Landing]:
    """When what links carry counts, where it does not count at once: (periods later, share), by the link."""
    facts = replay.facts
    if not replay.awake(NAME):
        return {}
    waits = {link.key: lag(facts, link) for link in facts.instance.links if link.kind == "transfers"}
    return {key: facts.instance.landing(wait) for key, wait in waits.items() if wait}


def lag(facts: Facts, link: Link) -> Fraction:
    """Quarters until what the link carries counts: its own, else the default of its channel."""
    return facts.parameter[NAME, f"{link.channel}_lag"] if link.lag is None else exact(link.lag)


def routes(replay: Replay, conflict: str, node: int) -> dict[str, Route]:
    """Ways ideas may go at ``node`` with the most each carries: links in their order, then the default (empty) one.

    With the rule off nothing is limited (None) or delayed, and the default goes first.
    """
    links = replay.facts.links["transfers", conflict]
    if not replay.awake(NAME):
        return dict.fromkeys(["", *(link.key for link in links)], Route(None, AT_ONCE))
    found: dict[str, Route] = {}
    for link in links:
        how = link.key if link.key in replay.landings else AT_ONCE
        found[link.key] = Route(_carries(replay, link, node), how)
    rate = replay.facts.parameter[NAME, "default"] * replay.facts.instance.quarters
    carries = rate * min(_received(replay, conflict, node), fresh(replay, conflict, node)) if rate else Fraction(0)
    return {**found, "": Route(carries, AT_ONCE)}


def _carries(replay: Replay, link: Link, node: int) -> Fraction:
    """The most a link carries: of people of influence, to officials who listen, while the work is fresh."""
    facts = replay.facts
    giver, receiver = facts.activities[link.name], facts.activities[link.other]
    taken = replay.output.get((receiver.name, node))
    if not taken:
        return Fraction(0)
    recent = sum(replay.output.get((giver.name, at), Fraction(0)) for at in _recent(replay, node, link.window))
    rate = facts.link_value(link, NAME, "mechanism") * facts.instance.quarters * exact(giver.influence)
    return rate * listens(facts, receiver, node) * min(_share(facts, receiver) * taken, recent)


def _share(facts: Facts, receiver: Activity) -> Fraction:
    """How much a receiver takes in: track 1 all, track 1.5 a share, others nothing."""
    if receiver.official:
        return Fraction(1)
    return Fraction(0) if receiver.unofficial else facts.parameter[NAME, "track_1_5_share"]


def listens(facts: Facts, receiver: Activity, node: int) -> Fraction:
    """How far officials listen to ideas from below; on track 1.5 everybody does."""
    return facts.level["openness", receiver.conflict, node] if receiver.official else Fraction(1)


def _recent(replay: Replay, node: int, window: float | None) -> tuple[int, ...]:
    return replay.facts.recent(node, replay.facts.parameter[NAME, "window"] if window is None else window)


def _received(replay: Replay, conflict: str, node: int) -> Fraction:
    facts = replay.facts
    works = (work for work in replay.decisions.of(conflict, node) if not work.unofficial)
    taken = (_share(facts, work) * listens(facts, work, node) * replay.output[work.name, node] for work in works)
    return sum(taken, Fraction(0))


def fresh(replay: Replay, conflict: str, node: int) -> Fraction:
    """Output of all unofficial work of the conflict at the recent nodes, each by the influence of its people."""
    before = replay.parent(_recent(replay, node, None)[0])
    return replay.voiced[conflict, node] - replay.voiced[conflict, before]


def check(replay: Replay) -> Iterator[Violation]:
    own = {"", *(link.key for link in replay.instance.links if link.kind == "transfers")}
    for key, amount in (replay.decisions.transfers or {}).items():
        conflict, link, node = key
        cap = replay.transfer_cap.get(key) if link in own else None
        if cap is not None and amount > cap + TOLERANCE:
            expected = f"at most {words(cap)} ideas carried by the works that run"
            yield Violation(NAME, node, link or conflict, expected, words(amount))
    yield from blamed(replay, NAME)
