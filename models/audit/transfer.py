"""Ideas count once someone carries them into the official room (X1 X2 W2.4 S2.5 S2.14 S15.1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words
from models.records import Activity

NAME = "transfer"


def routes(replay: Replay, conflict: str, node: int) -> dict[str, Fraction | None]:
    """Ways ideas may go at ``node`` with the most each carries: links in their order, then the default (empty) one.

    With the rule off nothing is limited (None), and the default goes first.
    """
    if not replay.awake(NAME):
        return dict.fromkeys(["", *(link.key for link in replay.facts.links["transfers", conflict])])
    found: dict[str, Fraction | None] = {}
    for link in replay.facts.links["transfers", conflict]:
        rate = replay.facts.link_value(link, NAME, "mechanism") * replay.facts.instance.quarters
        receiver = replay.facts.activities[link.other]
        received = _share(replay, receiver) * replay.output.get((receiver.name, node), Fraction(0))
        recent = sum(replay.output.get((link.name, at), Fraction(0)) for at in _recent(replay, node, link.window))
        found[link.key] = rate * min(received, recent)
    rate = replay.facts.parameter[NAME, "default"] * replay.facts.instance.quarters
    found[""] = rate * min(_received(replay, conflict, node), fresh(replay, conflict, node)) if rate else Fraction(0)
    return found


def _share(replay: Replay, receiver: Activity) -> Fraction:
    """How much a receiver takes in: track 1 all, track 1.5 a share, others nothing."""
    if receiver.official:
        return Fraction(1)
    return Fraction(0) if receiver.unofficial else replay.facts.parameter[NAME, "track_1_5_share"]


def _recent(replay: Replay, node: int, window: float | None) -> tuple[int, ...]:
    return replay.facts.recent(node, replay.facts.parameter[NAME, "window"] if window is None else window)


def _received(replay: Replay, conflict: str, node: int) -> Fraction:
    work = (activity for activity in replay.decisions.at[node] if activity.conflict == conflict)
    return sum((_share(replay, each) * replay.output[each.name, node] for each in work), Fraction(0))


def fresh(replay: Replay, conflict: str, node: int) -> Fraction:
    """Output of all unofficial work of the conflict at the recent nodes."""
    before = replay.parent(_recent(replay, node, None)[0])
    return replay.practised[conflict, node] - replay.practised[conflict, before]


def check(replay: Replay) -> Iterator[Violation]:
    own = {"", *(link.key for link in replay.instance.links if link.kind == "transfers")}
    for key, amount in (replay.decisions.transfers or {}).items():
        conflict, link, node = key
        cap = replay.transfer_cap.get(key) if link in own else None
        if cap is not None and amount > cap + TOLERANCE:
            expected = f"at most {words(cap)} ideas carried by the works that run"
            yield Violation(NAME, node, link or conflict, expected, words(amount))
