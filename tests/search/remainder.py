"""The linear remainder of a plan: core of models/README.md as rows over outputs, money, transfers, bonuses, progress.

Runs and signings are columns too, but the search fixes them to 0 or 1 before any answer counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from models.instance import Instance, exact
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict, Link
from tests.search.facts import factor, link_value, losses, tangents, track_group, wait
from tests.search.linear import Linear

RANK = {"low": 1, "minister": 2, "head": 3}
type Term = tuple[object, Fraction | float | int]


class Remainder(Linear):
    """``rules`` are those in force; ``objective`` is "progress" or "cost" (maximised as minus expected cost)."""

    def __init__(self, instance: Instance, rules: Collection[str], objective: str) -> None:
        super().__init__()
        self.instance, self.rules, self.objective = instance, frozenset(rules), objective
        self.tree, self.q = instance.tree, instance.quarters
        self.awake: set[str] = set()
        self.cells = [
            (activity, node.index)
            for node in self.tree
            for activity in instance.activities
            if node.period in instance.window(activity)
        ]
        self._work()
        self._carriers()
        for conflict in instance.conflicts:
            self._progress(conflict)
            self._ideas(conflict)
            self._end(conflict)
        self._signings()

    # --- work and money -----------------------------------------------------------------------------------------

    def _work(self) -> None:
        for activity, node in self.cells:
            here = activity.name, node
            on, start = self.column(("on", *here), 0, 1), self.column(("start", *here), 0, 1)
            least, greatest = self.instance.spending(activity)
            spend = self.column(("spend", *here), 0, greatest)
            self.row([(spend, 1), (on, -least)], low=0)
            self.row([(spend, 1), (on, -greatest)], high=0)
            output = self.column(("output", *here), 0, 1)
            for slope, intercept in tangents(self.instance, activity):
                self.row([(output, 1), (spend, -slope), (on, -intercept)], high=0)
            cost = [(spend, 1), (start, self.instance.setup(activity))]
            grants = [(self.column(("grant", funder.name, *here)), -1) for funder in self.instance.funders]
            self.row(cost + grants, low=0, high=0)

    # --- effects ------------------------------------------------------------------------------------------------

    def wait(self, activity: Activity) -> Fraction:
        return wait(self.instance, self.rules, activity)

    def effect(self, work: Activity, category: Category, node: int) -> Fraction:
        """Progress from a period of full output."""
        return self.instance.effect(work, category, node) * factor(self.instance, self.rules, work, node)

    def works(self, conflict: Conflict, node: int) -> Iterator[Activity]:
        return (work for work, there in self.cells if there == node and work.conflict == conflict.name)

    def landed(self, conflict: Conflict, category: Category, node: int, tracks: str) -> Iterator[Term]:
        """What work of the ``tracks`` ("official", "1.5", "unofficial") adds to a category at ``node``."""
        for then in self.tree.path(node):
            for work in self.works(conflict, then):
                if track_group(work) in tracks.split():
                    for periods, share in self.instance.landing(self.wait(work)):
                        if self.tree.ancestor(node, periods) == then:
                            yield ("output", work.name, then), share * self.effect(work, category, then)

    def upcoming(self, conflict: Conflict, category: Category, leaf: int) -> Iterator[Term]:
        """Gains and losses of work on the path that land after the leaf."""
        gaining = ("official", "1.5") if category == "political" else ("official", "1.5", "unofficial")
        last = self.tree[leaf].period
        for then in self.tree.path(leaf):
            for work in self.works(conflict, then):
                if track_group(work) in gaining:
                    for periods, share in self.instance.landing(self.wait(work)):
                        if self.tree[then].period + periods > last:
                            yield ("output", work.name, then), share * self.effect(work, category, then)
                for periods, loss in losses(self.instance, self.rules, work, category):
                    if self.tree[then].period + periods > last:
                        yield ("output", work.name, then), -loss

    def ideas_gained(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """Political effect of tracks 2 to 9 at once, and bonuses between two of them."""
        yield from self.landed(conflict, "political", node, "unofficial")
        yield from self.bonuses(conflict, "political", node, into_ideas=True)

    def political_gain(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """What official rooms did not earn by themselves: track 1.5, transfers, political bonuses."""
        worth = self.instance.parameter("core", "ideas_worth")
        yield from self.landed(conflict, "political", node, "1.5")
        yield from ((key, worth) for key in self.transfers(conflict, node))
        yield from self.bonuses(conflict, "political", node, into_ideas=False)

    # --- transfers and bonuses ----------------------------------------------------------------------------------

    def _carriers(self) -> None:
        for node in self.tree:
            for conflict in self.instance.conflicts:
                for key, _ in self.signals(conflict, node.index):
                    self.column(key, 0, 1)
                self.column(("transfer", conflict.name, "", node.index))
                for link in self.links("transfers", conflict):
                    high = None if "transfer" in self.rules else 0
                    self.column(("transfer", conflict.name, link.key, node.index), 0, *([high] if high == 0 else []))
                for key in self.bridges(conflict):
                    self.column(("transfer", conflict.name, key, node.index))
                for link in self.links("strengthens", conflict):
                    self.column(("bonus", link.key, node.index), 0, 1 if "synergy" in self.rules else 0)
                    for name in (link.name, link.other):
                        self.row([(("bonus", link.key, node.index), 1), *self.output(name, node.index, -1)], high=0)

    def output(self, name: str, node: int, factor: Fraction | int) -> list[Term]:
        """The output of an activity, nothing outside its window."""
        return [(("output", name, node), factor)] if ("output", name, node) in self else []

    def links(self, kind: str, conflict: Conflict) -> list[Link]:
        return [
            link
            for link in self.instance.links
            if link.kind == kind and self.instance.activity(link.name).conflict == conflict.name
        ]

    def bridges(self, conflict: Conflict) -> list[str]:
        """Keys of the mechanisms that bridging persons are."""
        if not {"bridge", "transfer"} <= self.rules:
            return []
        works = (work for work in self.instance.activities if work.conflict == conflict.name and work.bridges)
        return [f"{work.name} bridges" for work in works if track_group(work) == "1.5"]

    def transfers(self, conflict: Conflict, node: int) -> list[object]:
        keys = ["", *(link.key for link in self.links("transfers", conflict)), *self.bridges(conflict)]
        return [("transfer", conflict.name, key, node) for key in keys]

    def bonuses(self, conflict: Conflict, category: Category, node: int, into_ideas: bool) -> Iterator[Term]:
        for link in self.links("strengthens", conflict):
            pair = [self.instance.activity(name) for name in (link.name, link.other)]
            unofficial = category == "political" and all(track_group(work) == "unofficial" for work in pair)
            if link.category == category and unofficial == into_ideas:
                yield ("bonus", link.key, node), link_value(self.instance, link, "synergy", "value") * self.q

    # --- levels of talks ---------------------------------------------------------------------------------------

    def ranked(self, conflict: str) -> dict[str, int]:
        """Talks of a conflict that state their level, with its rank."""
        return {
            work.name: RANK[work.level]
            for work in self.instance.activities
            if work.conflict == conflict and work.talks and work.level is not None and "official_level" in self.rules
        }

    def signals(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """Progress from a rise, and lost by a fall; the search decides which there are from the runs of the talks."""
        if self.ranked(conflict.name):
            for rank in (2, 3):
                yield ("rise", conflict.name, rank, node), self.instance.parameter("official_level", "rise")
                yield ("fall", conflict.name, rank, node), -self.instance.parameter("official_level", "fall")

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
