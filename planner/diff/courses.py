"""How the course of one work, or one signing, differs between two plans, path by path through the future."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["moved", "dropped", "added", "longer", "shorter", "rearranged", "more", "less"]
LEAST_CHANGE = 0.15
"""From this change of mean output on, work that runs at the same time is said to do more or less."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a work (or, where ``signing``, of a milestone).

    ``before`` and ``after`` are labels of periods: the first one where the work is moved, added or dropped, the last
    one where it runs longer or shorter; mean outputs in per cent where it does more or less. ``scenarios`` names
    the futures in which it is so, and is empty where it is so in all of them.
    """

    kind: Kind
    name: str
    before: str = ""
    after: str = ""
    scenarios: tuple[str, ...] = ()
    signing: bool = False


type Course = Mapping[str, float | None]
"""Label of a period -> output there (None: as much as the rules allow)."""


def change(name: str, before: Course, after: Course) -> Change | None:
    """How the runs of one work differ on one path; None where they do not. Labels of one length sort as text."""
    old, new = sorted(before), sorted(after)
    if not old or not new:
        if old:
            return Change("dropped", name, before=old[0])
        return Change("added", name, after=new[0]) if new else None
    if old[0] != new[0]:
        return Change("moved", name, old[0], new[0])
    if old[-1] != new[-1]:
        return Change("longer" if new[-1] > old[-1] else "shorter", name, old[-1], new[-1])
    if old != new:
        return Change("rearranged", name, old[0], new[0])
    less, more = _mean(before), _mean(after)
    if less is None or more is None or abs(more - less) < LEAST_CHANGE:
        return None
    return Change("more" if more > less else "less", name, f"{100 * less:.0f} %", f"{100 * more:.0f} %")


def _mean(course: Course) -> float | None:
    known = [output for output in course.values() if output is not None]
    return sum(known) / len(known) if known and len(known) == len(course) else None


def merged(found: Mapping[str, Sequence[Change]]) -> Iterator[Change]:
    """The changes of all futures (by scenario), each once, with the scenarios it is true of."""
    of: dict[Change, list[str]] = {}
    for scenario, changes in found.items():
        for each in changes:
            of.setdefault(each, []).append(scenario)
    for each, scenarios in of.items():
        where = () if len(scenarios) == len(found) else tuple(scenarios)
        yield Change(each.kind, each.name, each.before, each.after, where, each.signing)
