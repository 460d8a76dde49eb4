"""A conflict: rows that together no plan satisfies, none of which can be spared.

First a small set is found by dividing (QuickXplain; Junker 2004): rows in question are waived in halves, and each half
is searched only for what it must contribute. The set it ends with is proven to be a conflict. Then each of its rows is
waived alone: a plan that the audit passes proves that the row belongs to it; a proof that there is none takes it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Plan
from planner.repair.ask import Asker
from planner.repair.finding import Finding
from planner.repair.waivers import Waiver, relaxed


@dataclass(frozen=True, slots=True)
class Conflict:
    """``rows`` together admit no plan, all other rows being waived: this is proven.

    ``needed`` are those of them without which a plan was found; the conflict is ``minimal`` where these are all.
    """

    rows: tuple[Waiver, ...]
    needed: frozenset[str]

    @property
    def minimal(self) -> bool:
        return all(row.key in self.needed for row in self.rows)


@dataclass
class ConflictSearch:
    """Looks for a conflict among ``rows``; ``plans`` gathers what is found on the way."""

    instance: Instance
    asker: Asker
    rows: tuple[Waiver, ...]
    plans: list[Plan]

    def holding(self, rows: Sequence[Waiver]) -> Finding:
        """Whether a plan exists while only ``rows`` hold."""
        kept = {row.key for row in rows}
        return self.asker.ask(relaxed(self.instance, (row for row in self.rows if row.key not in kept)), self.plans)

    def find(self) -> Conflict:
        """To be called where holding all rows is proven to be impossible, and holding none possible."""
        return self.proven(self._divided((), False, self.rows))

    def proven(self, rows: tuple[Waiver, ...]) -> Conflict:
        """A minimal part of a conflict; of what the time left does not settle, all."""
        needed: set[str] = set()
        for row in rows:
            fewer = tuple(each for each in rows if each is not row)
            found = self.holding(fewer)
            if found.possible is False:
                rows = fewer
                needed.clear()  # what the row before was needed for must be seen again in the smaller set
                return self.proven(rows)
            if found.possible:
                needed.add(row.key)
        return Conflict(rows, frozenset(needed))

    def _divided(self, held: tuple[Waiver, ...], grown: bool, rows: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
        """The part of ``rows`` that makes a conflict with ``held``; ``grown`` since that was last asked about."""
        if grown and self.holding(held).possible is False:
            return ()
        if len(rows) <= 1:
            return rows
        first, second = rows[: len(rows) // 2], rows[len(rows) // 2 :]
        later = self._divided((*held, *first), True, second)
        sooner = self._divided((*held, *later), bool(later), first)
        return (*sooner, *later)
