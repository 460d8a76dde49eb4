"""Who is compared: runs of one file, solver and setting, by what they were run on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.bench.row import Row

type Case = tuple[str, str]
"""Instance (its hash) and objective."""


@dataclass(frozen=True)
class Contestant:
    """``file`` is the number of its table, from 0; ``label`` its name to people."""

    file: int
    solver: str
    setting: str
    label: str
    rows: tuple[Row, ...]

    @cached_property
    def runs(self) -> dict[tuple[Case, int], Row]:
        """By case and seed; where a run was made several times (with other programs), the last one."""
        return {((row.hash, row.objective), row.seed): row for row in self.rows}


def contestants(tables: Sequence[tuple[str, Iterable[Row]]]) -> tuple[Contestant, ...]:
    """All, in the order in which they first appear; labels tell the file only where there are several."""
    found: dict[tuple[int, str, str], list[Row]] = {}
    for number, (_, rows) in enumerate(tables):
        for row in rows:
            found.setdefault((number, row.solver, row.setting), []).append(row)
    return tuple(
        Contestant(number, solver, setting, _label(tables, number, solver, setting), tuple(rows))
        for (number, solver, setting), rows in found.items()
    )


def _label(tables: Sequence[tuple[str, object]], number: int, solver: str, setting: str) -> str:
    words = solver if setting == "default" else f"{solver}, {setting}"
    return words if len(tables) == 1 else f"{words} in {tables[number][0]}"


def rival(contestant: Contestant, everybody: Sequence[Contestant]) -> Contestant:
    """Whom to compare it with: its like in the first file, else the first of all (who has nobody but itself)."""
    first = everybody[0]
    if contestant.file == first.file:
        return first
    likes = (
        each
        for each in everybody
        if (each.file, each.solver, each.setting) == (first.file, contestant.solver, contestant.setting)
    )
    return next(likes, first)
