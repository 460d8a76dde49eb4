"""Talks by the level of those who are sent to them (official_level): low 1, minister 2, head 3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.instance import Instance
from models.kinds import LEVELS
from models.records import Activity


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ranked talks of a conflict: those of ``rank`` or more, and those below. There are some of both."""

    rank: int
    above: tuple[Activity, ...]
    below: tuple[Activity, ...]

    @property
    def begun(self) -> bool:
        """Whether talks of the rank or more were on before the root."""
        return any(activity.status == "running" for activity in self.above)

    @property
    def prepared(self) -> bool:
        """Whether talks below the rank were on before the root."""
        return any(activity.status == "running" for activity in self.below)

    @property
    def once(self) -> bool:
        """Whether only one run of one work can bring the rank about."""
        return len(self.above) == 1 and self.above[0].repeats == 1 and not self.begun


def rank(activity: Activity) -> int:
    """1 to 3; 0 for work that is no talks or states no level."""
    return 1 + LEVELS.index(activity.level) if activity.talks and activity.level else 0


def ladders(instance: Instance, conflict: str) -> Iterator[Ladder]:
    """The ranks 2 and 3, where the conflict has talks of the rank or more and talks below it."""
    ranked = [each for each in instance.of_conflict(conflict) if rank(each)]
    for step in (2, 3):
        above = tuple(each for each in ranked if rank(each) >= step)
        below = tuple(each for each in ranked if rank(each) < step)
        if above and below:
            yield Ladder(step, above, below)
