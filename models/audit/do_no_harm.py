"""Force is off the table, and no group bears more than it can (O2 N10). A veto: nobody may buy it off."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.instance import exact
from models.records import Conflict

NAME = "do_no_harm"


def borne(replay: Replay, conflict: str, node: int) -> dict[str, Fraction]:
    """Harm that each group bears at ``node`` from the work of a conflict that is on, whatever its output."""
    found: dict[str, Fraction] = {}
    for activity in replay.decisions.of(conflict, node):
        for group, harm in activity.harm:
            found[group] = found.get(group, Fraction(0)) + exact(harm)
    return found


def ceiling(replay: Replay, conflict: Conflict, group: str) -> Fraction:
    """The most harm the conflict allows for a group, or the default."""
    given = dict(conflict.harm_ceiling)
    return exact(given[group]) if group in given else replay.facts.parameter[NAME, "ceiling"]


def check(replay: Replay) -> Iterator[Violation]:
    for name, node in replay.decisions.works:
        if replay.facts.activities[name].force:
            yield Violation(NAME, node, name, "no work that uses force", "it runs")
    for conflict in replay.instance.conflicts:
        for node in range(len(replay.facts.tree)):
            for group, harm in borne(replay, conflict.name, node).items():
                if harm > (most := ceiling(replay, conflict, group)):
                    yield Violation(NAME, node, group, f"harm of at most {words(most)}", words(harm))
