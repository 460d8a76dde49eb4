"""Beliefs: what each activity achieves, as stated or at the low or high end of its range.

``low`` and ``high`` of an activity are factors on its effects on political, structural and social progress. What else
it does (opinion, insight, money raised) is as stated in every belief.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Literal

from models.instance import Instance, exact
from models.kinds import CATEGORIES
from models.records import Activity
from planner.errors import InputError

type End = Literal["low", "high"]
type Asked = Literal["ends", "corners"] | int
"""Each range at its ends (and all low, all high); every corner of all ranges; the ends and so many random corners."""
ENDS: tuple[End, End] = ("low", "high")
MOST_CORNERS = 1024


@dataclass(frozen=True, slots=True)
class Belief:
    """``ends`` are the activities believed to be at an end of their range; the others achieve what is stated."""

    label: str
    ends: tuple[tuple[str, End], ...] = ()

    @property
    def alone(self) -> str:
        """The one activity it is about; empty where it is about several, or none."""
        return self.ends[0][0] if len(self.ends) == 1 else ""

    def applied(self, instance: Instance) -> Instance:
        """The instance in which it is true."""
        ends: Mapping[str, End] = dict(self.ends)
        return Instance(
            _scaled(record, ends[record.name]) if isinstance(record, Activity) and record.name in ends else record
            for record in instance.records
        )


AS_STATED = Belief("as stated")


def ranged(instance: Instance) -> list[str]:
    """Activities whose effects have a range that matters: they may run, and achieve something."""
    return [
        each.name
        for each in instance.activities
        if (each.low < 1 or each.high > 1)
        and each.status != "excluded"
        and any(getattr(each, category) for category in CATEGORIES)
    ]


def beliefs_of(instance: Instance, asked: Asked, seed: int = 0) -> tuple[Belief, ...]:
    """The beliefs to look at, what is stated first. Raises ``InputError`` where there would be too many."""
    names = ranged(instance)
    singles = [Belief(f"{name} {end}", ((name, end),)) for name in names for end in _open(instance, name)]
    found = [AS_STATED, *singles]
    if len(names) > 1:
        found += [Belief(f"all {end}", tuple((name, end) for name in names)) for end in ENDS]
    if asked == "corners":
        if 2 ** len(names) > MOST_CORNERS:
            raise InputError(
                f"option beliefs: {len(names)} ranges have 2^{len(names)} corners; at most {MOST_CORNERS:,} are solved",
                "Ask for the ends, or for a number of random corners.",
            )
        found += [_corner(names, ends) for ends in product(ENDS, repeat=len(names))]
    elif asked != "ends":
        random = Random(f"beliefs {seed}")
        found += [_corner(names, tuple(random.choice(ENDS) for _ in names)) for _ in range(asked)]
    first: dict[frozenset[tuple[str, End]], Belief] = {}
    for each in found:
        first.setdefault(frozenset(each.ends), each)
    return tuple(first.values())


def _open(instance: Instance, name: str) -> tuple[End, ...]:
    """Ends of a range other than what is stated."""
    activity = instance.activity(name)
    return (*(("low",) if activity.low < 1 else ()), *(("high",) if activity.high > 1 else ()))


def _corner(names: list[str], ends: tuple[End, ...]) -> Belief:
    high = "".join("+" if end == "high" else "-" for end in ends)
    return Belief(f"corner {high}", tuple(zip(names, ends, strict=True)))


def _scaled(activity: Activity, end: End) -> Activity:
    factor = exact(getattr(activity, end))
    return activity.model_copy(
        update={category: float(exact(getattr(activity, category)) * factor) for category in CATEGORIES}
    )
