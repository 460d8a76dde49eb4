"""Work, money and effects of work as columns of the linear remainder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from models.instance import Instance
from models.kinds import Category
from models.records import Activity, Conflict, Link
from tests.search.facts import factor, tangents, track_group, wait
from tests.search.linear import Linear

type Term = tuple[object, Fraction | float | int]


class Works(Linear):
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
        for activity, here in self.cells:
            self._work(activity, here)

    def _work(self, activity: Activity, node: int) -> None:
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

    # --- who works where ----------------------------------------------------------------------------------------

    def works(self, conflict: Conflict, node: int) -> Iterator[Activity]:
        return (work for work, there in self.cells if there == node and work.conflict == conflict.name)

    def output(self, name: str, node: int, factor: Fraction | int) -> list[Term]:
        """The output of an activity, nothing outside its window."""
        return [(("output", name, node), factor)] if ("output", name, node) in self else []

    def links(self, kind: str, conflict: Conflict) -> list[Link]:
        return [
            link
            for link in self.instance.links
            if link.kind == kind and self.instance.activity(link.name).conflict == conflict.name
        ]

    # --- effects ------------------------------------------------------------------------------------------------

    def wait(self, activity: Activity) -> Fraction:
        return wait(self.instance, self.rules, activity)

    def effect(self, work: Activity, category: Category, node: int) -> Fraction:
        """Progress from a period of full output."""
        return self.instance.effect(work, category, node) * factor(self.instance, self.rules, work, category, node)

    def landed(self, conflict: Conflict, category: Category, node: int, tracks: str) -> Iterator[Term]:
        """What work of the ``tracks`` ("official", "1.5", "unofficial") adds to a category at ``node``."""
        for then in self.tree.path(node):
            for work in self.works(conflict, then):
                if track_group(work) in tracks.split():
                    for periods, share in self.instance.landing(self.wait(work)):
                        if self.tree.ancestor(node, periods) == then:
                            yield ("output", work.name, then), share * self.effect(work, category, then)

    # --- score --------------------------------------------------------------------------------------------------

    def fine(self, key: object, node: int, points: Fraction) -> None:
        """Take ``points`` of score a quarter for each unit of the column at the node."""
        where = self.tree[node]
        self.praise(key, -where.probability * self.instance.discount(node) * points * self.q)
