"""Repairs of a conflict. Whatever is kept was solved: an audited plan satisfies the instance with just these changes.

A single row that repairs the instance belongs to every conflict, so only rows of the one found are tried. Where none
of them is enough, rows are waived together: all at first, then one after another is put back as long as a plan exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from models.instance import Instance
from models.plan import Plan
from models.records import Funder, Target
from planner.repair.ask import Asker
from planner.repair.change import Change, Kind, Repair, applied
from planner.repair.dials import Dial, dial, later
from planner.repair.finding import Finding
from planner.repair.least import Least, least
from planner.repair.waivers import Waiver

type Make = Callable[[], Iterable[Repair]]
_FACTOR = 1000
"""Steps in a factor of 1."""


@dataclass(frozen=True)
class RepairSearch:
    """Looks for repairs of ``instance``, each to the ``resolution``, from ``plans`` found before."""

    instance: Instance
    asker: Asker
    plans: tuple[Plan, ...]
    resolution: float

    def of_one_row(self, row: Waiver) -> Iterator[Repair]:
        """Repairs that change this row alone: as little as does, later, or not at all."""
        whole, plans = _waived(row), list(self.plans)
        found = self._ask((whole,), plans)
        yield from self._later(row, plans)
        if found.plan is None:
            return
        part = dial(self.instance, row)
        end = None if part is None else self._least(part, (), plans)
        if part is not None and end is not None:
            repair = self._repair(part.kind, (part.change(end.number),), end.plan)
            yield replace(repair, size=part.size(end.number), least=end.proven)
        if end is None or isinstance(row.record, Target):
            yield self._repair("waiver", (whole,), found.plan)

    def of_all_money(self, rows: tuple[Waiver, ...]) -> Iterator[Repair]:
        """All tranches that can be too small, greater by one factor."""
        tranches = [row for row in rows if isinstance(row.record, Funder) and row.fields == ("amount",)]
        limits = [
            ceil(_FACTOR * row.update["amount"] / row.record.amount)
            for row in tranches
            if isinstance(row.record, Funder) and row.record.amount and row.update is not None
        ]
        if len(tranches) < 2 or not limits:
            return
        plans, most = list(self.plans), max(limits) - _FACTOR

        def changes(steps: int) -> tuple[Change, ...]:
            return tuple(_grown(row, steps) for row in tranches)

        found = self._ask(changes(most), plans)
        if found.plan is None:
            return
        end = least(0, most, found.plan, lambda steps: self._ask(changes(steps), plans), self.resolution)
        words = f"all tranches grow by {100 * end.number / _FACTOR:.1f} %"
        made = changes(end.number)
        size = float(sum(change.update["amount"] - _amount(change) for change in made if change.update is not None))
        repair = self._repair("money", made, end.plan)
        yield replace(repair, words=words, size=size, least=end.proven, decisions=1)

    def of_many_rows(self, rows: tuple[Waiver, ...], first: Callable[[Waiver], bool]) -> Iterator[Repair]:
        """A set of rows none of which can be spared; those that are ``first`` are put back before others."""
        plans = list(self.plans)
        waived = [*rows]
        for row in sorted(rows, key=lambda row: not first(row)):
            fewer = [each for each in waived if each is not row]
            if self._ask(tuple(map(_waived, fewer)), plans).plan is not None:
                waived = fewer
        found = self._ask(tuple(map(_waived, waived)), plans)
        if found.plan is None:
            return
        changes, proven, plan = list(map(_waived, waived)), True, found.plan
        for place, row in enumerate(waived):
            part = dial(self.instance, row)
            end = None if part is None else self._least(part, (*changes[:place], *changes[place + 1 :]), plans)
            if part is not None and end is not None:
                changes[place], plan, proven = part.change(end.number), end.plan, proven and end.proven
        repair = replace(self._repair("several", tuple(changes), plan), least=proven)
        yield replace(repair, size=float(len(changes)), decisions=len(changes))

    # --- parts ------------------------------------------------------------------------------------------------

    def _later(self, row: Waiver, plans: list[Plan]) -> Iterator[Repair]:
        """The target at the first later period in which it can stand."""
        proven = True
        for periods, change in enumerate(later(self.instance, row), start=1):
            found = self._ask((change,), plans)
            if found.plan is not None:
                yield replace(self._repair("date", (change,), found.plan), size=float(periods), least=proven)
                return
            proven = proven and found.possible is False

    def _least(self, part: Dial, others: tuple[Change, ...], plans: list[Plan]) -> Least | None:
        """The least part that does beside the ``others``; None where even its greatest does less than waiving."""

        def ask(steps: int) -> Finding:
            return self._ask((part.change(steps), *others), plans)

        found = ask(part.most)
        return None if found.plan is None else least(0, part.most, found.plan, ask, self.resolution)

    def _ask(self, changes: tuple[Change, ...], plans: list[Plan]) -> Finding:
        return self.asker.ask(applied(self.instance, changes), plans)

    def _repair(self, kind: Kind, changes: tuple[Change, ...], plan: Plan) -> Repair:
        words = "; ".join(change.words for change in changes)
        instance = applied(self.instance, changes)
        return Repair(kind=kind, changes=changes, words=words, size=0.0, plan=plan, instance=instance)


def _waived(row: Waiver) -> Change:
    return Change(row, f"{row.words}: {row.waived}", row.update)


def _grown(row: Waiver, steps: int) -> Change:
    amount = ceil(_amount_of(row) * (_FACTOR + steps) / _FACTOR)
    return Change(row, f'"{row.record.key}" gives {amount:,} instead of {_amount_of(row):,}', {"amount": amount})


def _amount(change: Change) -> int:
    return _amount_of(change.waiver)


def _amount_of(row: Waiver) -> int:
    assert isinstance(row.record, Funder)
    return row.record.amount
