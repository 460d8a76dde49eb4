"""Work in quiet times stops the next round (B4 O5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.facts import Facts
from models.audit.state import Replay, Short
from models.audit.thresholds import blamed
from models.audit.violation import Violation
from models.instance import exact
from models.kinds import PhaseKind
from models.records import Activity, Conflict

NAME = "prevention"
MOST = None
QUIET: frozenset[PhaseKind | None] = frozenset({"latent", None})
"""Phases in which work prevents anything; None: nobody says what phase it is."""


def builds(facts: Facts, activity: Activity) -> Iterator[tuple[str, Fraction]]:
    """Work of any track may lower the risk of violence."""
    if activity.prevention:
        yield "", exact(activity.prevention) * facts.instance.quarters


def advance(replay: Replay, conflict: Conflict, node: int) -> None:
    """What risk is left at ``node``; in war it has come true."""
    if conflict.risk and replay.awake(NAME) and replay.facts.phase[conflict.name, node] != "war":
        prevented = replay.stocks.get(((NAME, conflict.name, ""), node), Fraction(0))
        if (risk := exact(conflict.risk) - prevented) > 0:
            replay.short[Short(NAME, conflict.name, node)] = risk


def points(facts: Facts, subject: str) -> Fraction:
    return facts.parameter[NAME, "cost"]


def check(replay: Replay) -> Iterator[Violation]:
    yield from blamed(replay, NAME)
