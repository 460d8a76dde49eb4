"""Small solves of a problem in blocks: some blocks within what they have now, and all of them side by side.

Where a solution is known, or roughly known, every block keeps what it uses of each coupling row, with an equal part of
what nobody uses; what the blocks find within that, alone or in groups, fits together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Unpack

import numpy as np
from pulp import LpProblem

from models.polish import Asked, Values
from planner.solve.arrays import Arrays, Numbers, Places, arrays_of
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.piece import Piece, Solved
from planner.solve.decomposed.split import split
from planner.solve.small import SmallSolver

_LOOK = 0.1
_FEW = 0.1
"""Part of the groups that may find nothing at first."""

type Group = tuple[int, ...]
"""Blocks that are solved together."""


@dataclass(frozen=True, slots=True)
class SharedSolver:
    """Like ``SmallSolver``, which solves what is in one block, or of which nothing is known."""

    small: SmallSolver
    crew: Crew

    def until(self, deadline: float) -> SharedSolver:
        return replace(self, small=self.small.until(deadline))

    def __call__(self, problem: LpProblem, **asked: Unpack[Asked]) -> Values | None:
        start = asked.get("start")
        guess = asked.get("about") if start is None else start
        if guess is not None:
            form = arrays_of(problem)
            parts = split(form, [row.name for row in problem.constraints()])
            groups = _groups(parts, asked.get("pool", 0))
            if len(groups) > 1:
                names = [column.name for column in problem.exported_variables()]
                known = np.array([guess.get(name, 0.0) for name in names])
                near = asked["gap"] * max(abs(form.sense * parts.cost(known) + form.constant), 1e-9) / len(groups)
                until = monotonic() + self.small.allowed(**asked)
                one = Piece(
                    arrays=parts.whole,
                    seconds=asked["seconds"],
                    near=near,
                    nodes=asked.get("nodes"),
                    brief=asked.get("brief", False),
                    exact=asked.get("exact", False),
                )
                found = self._solved(parts, groups, known, one, until, warm=start is not None)
                if not self.crew.gone:
                    return None if found is None else dict(zip(names, found.tolist(), strict=True))
        return self.small(problem, **asked)

    def _solved(
        self, parts: Parts, groups: Sequence[Group], known: Numbers, one: Piece, until: float, *, warm: bool
    ) -> Numbers | None:
        """All columns, from each group within its share, solved as ``one`` is; None where a group found nothing.
        ``warm``: what is ``known`` is a solution; a group that finds nothing, or has no turn in time, keeps it.
        """
        values, unused = known.copy(), _unused(parts, known)
        values[parts.common] = 0.0
        failed, planned = list[Group](), 0

        def within_share(group: Group) -> Piece:
            arrays, _ = _within_share(parts, group, known, unused)
            return replace(one, arrays=arrays, start=_own(parts, group, known) if warm else None)

        for group, solved in self._done(groups, within_share, until, late=not warm):
            if _merged(parts, group, solved, values):
                planned += len(group)
            else:
                failed.append(group)
            if not warm and len(failed) > _FEW * len(groups) + 1:
                self.crew.forget()
                return None
        if warm:
            values[parts.common] += known[parts.common] * (1 - planned / len(parts))
            return values
        # Where money is made whole most groups leave a little, for those that needed a little more than their share.
        for group in failed:
            beside = replace(one, arrays=_with_rest(parts, group, values))
            for _, solved in self._done([group], {group: beside}.__getitem__, until):
                if not _merged(parts, group, solved, values):
                    return None
        return values

    def _done(
        self, groups: Iterable[Group], piece: Callable[[Group], Piece], until: float, *, late: bool = True
    ) -> Iterator[tuple[Group, Solved | None]]:
        """Groups in the order they are done, each having had its part of the time until then; ``late``: even those
        whose turn comes after that."""
        waiting, flying = list(groups), dict[int, Group]()
        while (waiting or flying) and not self.crew.gone:
            if monotonic() > until and not late:
                waiting.clear()
            while waiting and self.crew.idle:
                group = waiting.pop()
                seconds = (until - monotonic()) * self.crew.size / (len(waiting) + self.crew.size)
                flying[self.crew.submit(replace(piece(group), seconds=seconds))] = group
            for ticket, solved in self.crew.finished(_LOOK):
                yield flying.pop(ticket), solved


def _groups(parts: Parts, pool: int) -> list[Group]:
    """Blocks one after another, as many together as have ``pool`` columns at most, or one."""
    groups: list[list[int]] = []
    room = 0
    for block, columns in enumerate(parts.columns):
        room -= len(columns)
        if room < 0:
            groups.append([])
            room = pool - len(columns)
        groups[-1].append(block)
    return [tuple(group) for group in groups]


def _own(parts: Parts, group: Group, known: Numbers) -> Numbers:
    """What is known of some blocks, with their part of the common columns."""
    own = [known[parts.columns[block]] for block in group]
    return np.concatenate([*own, known[parts.common] * len(group) / len(parts)])


def _merged(parts: Parts, group: Group, solved: Solved | None, values: Numbers) -> bool:
    """Whether something was found for the group; it is in the values then."""
    if solved is None or not solved.found:
        return False
    columns = np.concatenate([parts.columns[block] for block in group])
    values[columns] = solved.found[-1][: len(columns)]
    values[parts.common] += solved.found[-1][len(columns) :]
    return True


def _unused(parts: Parts, known: Numbers) -> Numbers:
    """What ``known`` leaves of each coupling row, up to its side."""
    return _sides(parts) - parts.coupling.at(known)


def _sides(parts: Parts) -> Numbers:
    """The side that each coupling row is about."""
    rows = parts.coupling
    return np.where(np.isfinite(rows.row_upper), rows.row_upper, rows.row_lower)


def _within_share(parts: Parts, group: Group, known: Numbers, unused: Numbers) -> tuple[Arrays, Places]:
    """Some blocks and a copy of the common columns, within what they use of each coupling row in ``known``."""
    part = len(group) / len(parts)
    now = np.sum([parts.usage(block, known) for block in group], axis=0)
    now += parts.shared_common.at(known[parts.common]) * part
    arrays, columns = parts.group(group, _sides(parts) - now - unused * part)
    upper = arrays.upper.copy()
    upper[len(columns) - len(parts.common) :] *= part
    return replace(arrays, upper=upper), columns


def _with_rest(parts: Parts, group: Group, values: Numbers) -> Arrays:
    """Some blocks and a copy of the common columns, beside what all others have in ``values``."""
    now = np.sum([parts.usage(block, values) for block in group], axis=0)
    arrays, columns = parts.group(group, parts.coupling.at(values) - now)
    upper = arrays.upper.copy()
    upper[len(columns) - len(parts.common) :] -= values[parts.common]
    return replace(arrays, upper=upper)
