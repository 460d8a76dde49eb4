"""The linear remainder of a plan: core of models/README.md as rows over outputs, money, transfers, bonuses, progress.

Runs and signings are columns too, but the search fixes them to 0 or 1 before any answer counts.

    Works      who works where, for what money, to what effect     works.py
    Carriers   transfers, bonuses, signals                         carriers.py
    Remainder  progress, ideas, the end, signings                  here
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from models.instance import Instance, exact
from models.kinds import CATEGORIES, Category
from models.records import Conflict
from tests.search.carriers import Carriers
from tests.search.facts import losses, track_group
from tests.search.works import Term

__all__ = ["Remainder", "Term"]


class Remainder(Carriers):
    """Everything but rules, targets and score."""

    def __init__(self, instance: Instance, rules: Collection[str], objective: str) -> None:
        super().__init__(instance, rules, objective)
        self.add_carriers()
        for conflict in instance.conflicts:
            self._progress(conflict)
            self._ideas(conflict)
            self._end(conflict)
        self._signings()
        self.bonus_ceiling()

    # --- gains and losses ---------------------------------------------------------------------------------------

    def ideas_gained(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """Political effect of tracks 2 to 9 at once, and political bonuses of theirs."""
        yield from self.landed(conflict, "political", node, "unofficial")
        yield from self.bonuses(conflict, "political", node, into_ideas=True)

    def political_gain(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """What official rooms did not earn by themselves: track 1.5, transfers, political bonuses."""
        yield from self.landed(conflict, "political", node, "1.5")
        yield from self.carried(conflict, node)
        yield from self.bonuses(conflict, "political", node, into_ideas=False)

    def gains(self, conflict: Conflict, category: Category, node: int) -> Iterator[Term]:
        """Gains less losses at a node, tolls apart."""
        yield from self.landed(conflict, category, node, "official")
        if category == "political":
            yield from self.political_gain(conflict, node)
            yield from self.signals(conflict, node)
        else:
            yield from self.landed(conflict, category, node, "1.5 unofficial")
            yield from self.bonuses(conflict, category, node, into_ideas=False)
        for then in self.tree.path(node):
            for work in self.works(conflict, then):
                for periods, loss in losses(self.instance, self.rules, work, category):
                    if self.tree.ancestor(node, periods) == then:
                        yield ("output", work.name, then), -loss

    def upcoming(self, conflict: Conflict, category: Category, leaf: int) -> Iterator[Term]:
        """Gains and losses of the path that land after the leaf."""
        gaining = ("official", "1.5") if category == "political" else ("official", "1.5", "unofficial")
        last = self.tree[leaf].period
        if category == "political":
            yield from self.under_way(conflict, leaf)
        for then in self.tree.path(leaf):
            for work in self.works(conflict, then):
                if track_group(work) in gaining:
                    for periods, share in self.instance.landing(self.wait(work)):
                        if self.tree[then].period + periods > last:
                            yield ("output", work.name, then), share * self.effect(work, category, then)
                for periods, loss in losses(self.instance, self.rules, work, category):
                    if self.tree[then].period + periods > last:
                        yield ("output", work.name, then), -loss

    # --- states -------------------------------------------------------------------------------------------------

    def _progress(self, conflict: Conflict) -> None:
        for node in self.tree:
            for category in CATEGORIES:
                key = self.column(("progress", conflict.name, category, node.index), -1e6, 1)
                kept = self.instance.kept(conflict, node.index)
                before = Fraction(0)
                row: list[Term] = [(key, 1)]
                if node.parent is None:
                    before = kept * exact(getattr(conflict, category))
                else:
                    row.append((("progress", conflict.name, category, node.parent), -kept))
                row += [(name, -gain) for name, gain in self.gains(conflict, category, node.index)]
                self.row(row, high=before - self.instance.toll(conflict.name, category, node.index))

    def _ideas(self, conflict: Conflict) -> None:
        kept = self.instance.over_period(self.instance.parameter("core", "ideas_kept"))
        for node in self.tree:
            row: list[Term] = [(self.column(("ideas", conflict.name, node.index)), 1)]
            row += [(key, -gain) for key, gain in self.ideas_gained(conflict, node.index)]
            row += [(key, 1) for key in self.transfers(conflict, node.index)]
            if node.parent is not None:
                row.append((("ideas", conflict.name, node.parent), -kept))
            self.row(row, low=0, high=0)

    def _end(self, conflict: Conflict) -> None:
        """Durable progress at every node, and everything at the end of each path."""
        for node in self.tree:
            durable = self.column(("durable", conflict.name, node.index), -1e6, 1)
            self.row([(durable, 1), (("progress", conflict.name, "political", node.index), -1)], high=0)
        for leaf in self.tree.leaves:
            for category in CATEGORIES:
                end = self.column(("end", conflict.name, category, leaf), -1e6, 1)
                row: list[Term] = [(end, 1), (("progress", conflict.name, category, leaf), -1)]
                self.row(row + [(key, -gain) for key, gain in self.upcoming(conflict, category, leaf)], high=0)
            durable = self.column(("end", conflict.name, "durable", leaf), -1e6, 1)
            self.row([(durable, 1), (("end", conflict.name, "political", leaf), -1)], high=0)

    def _signings(self) -> None:
        for milestone in self.instance.milestones:
            for node in self.tree:
                self.column(("signed", milestone.name, node.index), 0, 1)
        for activity, here in self.cells:
            keys = [stone.name for stone in self.instance.milestones if activity.name in stone.unlocks]
            if keys:
                before = self.tree.path(here)[:-1]
                signed = [(("signed", key, then), -1) for key in keys for then in before]
                self.row([(("start", activity.name, here), 1), *signed], high=0)
