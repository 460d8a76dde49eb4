"""The common shape of rules that cap output, and the check they share: nobody states more than the rule allows."""

from __future__ import annotations

from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.violation import TOLERANCE, Violation, words


def above_cap(replay: Replay, rule: str, because: str) -> Iterator[Violation]:
    """Work whose stated output is above the cap of ``rule``."""
    for (activity, node), caps in replay.caps.items():
        cap, stated = caps.get(rule), replay.decisions.output[activity, node]
        if cap is not None and stated is not None and stated > cap + TOLERANCE:
            yield Violation(rule, node, activity, f"output of at most {words(cap)}, {because}", words(stated))
