"""Facts of one thing that hold at the same time: phases of a conflict, closures of a pair, conditions of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from models.checks.draft import Draft
from models.checks.finding import Finding, at, where
from models.checks.spelling import fold
from models.records import Closure, Condition, Phase


def overlaps(draft: Draft) -> Iterator[Finding]:
    phases: dict[object, list[Phase]] = {}
    for phase in draft.of(Phase):
        # A phase that names a scenario goes before one that does not, so these two may overlap.
        phases.setdefault((draft.conflict(phase), phase.scenario), []).append(phase)
    for rows in phases.values():
        yield from _overlapping(rows, f'one phase of "{draft.conflict(rows[0]) or "a conflict"}" at a time')
    closures: dict[object, list[Closure]] = {}
    for closure in draft.of(Closure):
        closures.setdefault(frozenset(map(fold, closure.who)), []).append(closure)
        one, other = closure.who
        if fold(one) == fold(other):
            yield at(closure, "who", "same_party", expected="two different parties", found=f'"{one}" twice')
    for pair in closures.values():
        yield from _overlapping(pair, f"one closure between {' and '.join(pair[0].who)} at a time")
    conditions: dict[object, list[Condition]] = {}
    for condition in draft.of(Condition):
        if condition.kind != "toll":
            about = (draft.conflict(condition), condition.kind, frozenset(map(fold, condition.who)))
            conditions.setdefault(about, []).append(condition)
    for same in conditions.values():
        whom = f" of {' and '.join(same[0].who)}" if same[0].who else ""
        yield from _overlapping(same, f"one {same[0].kind}{whom} at a time", "conditions_add_up")


def _overlapping[R: (Phase, Closure, Condition)](
    rows: Sequence[R], expected: str, code: str = "overlap"
) -> Iterator[Finding]:
    """Each later row that shares days with an earlier one of the same scenario (a blank one shares with all)."""
    reported: set[int] = set()
    for before, row in combinations(rows, 2):
        together = before.scenario == row.scenario or None in (before.scenario, row.scenario)
        apart = _days(before)[0] > _days(row)[1] or _days(row)[0] > _days(before)[1]
        if together and not apart and id(row) not in reported:
            reported.add(id(row))
            yield at(
                row,
                "begin",
                code,
                expected=expected,
                found=f"{row.begin or 'the start'} to {row.end or 'the end'}, while {where(before)} holds "
                f"from {before.begin or 'the start'} to {before.end or 'the end'}",
            )


def _days(row: Phase | Closure | Condition) -> tuple[date, date]:
    return row.begin.first if row.begin else date.min, row.end.last if row.end else date.max
