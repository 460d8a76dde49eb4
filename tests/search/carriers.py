"""What is more than the effects of works one by one: ideas carried upstairs, bonuses, signals of levels."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import exact
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict
from tests.search.facts import link_value, track_group
from tests.search.works import Term, Works

RANK = {"low": 1, "minister": 2, "head": 3}


class Carriers(Works):
    """Columns of transfers, bonuses, rises and falls, and what each of them adds to progress or ideas."""

    def add_carriers(self) -> None:
        for node in self.tree:
            for conflict in self.instance.conflicts:
                for key, _ in self.signals(conflict, node.index):
                    self.column(key, 0, 1)
                for key in self.transfers(conflict, node.index):
                    self.column(key)
                for key in self.bonus_keys(conflict):
                    self.column(("bonus", key, node.index), 0, 1)

    # --- transfers ----------------------------------------------------------------------------------------------

    def mechanisms(self, conflict: Conflict) -> dict[str, Fraction]:
        """Keys of the ways upstairs, each with the quarters until what it carries counts; "" is the default capacity.

        Nobody needs more than the default capacity where ``transfer`` is off.
        """
        found = {"": Fraction(0)}
        if "transfer" not in self.rules:
            return found
        for link in self.links("transfers", conflict):
            usual = self.instance.parameter("transfer", f"{link.channel}_lag")
            found[link.key] = usual if link.lag is None else exact(link.lag)
        return found | dict.fromkeys((f"{work.name} bridges" for work in self.bridges(conflict)), Fraction(0))

    def bridges(self, conflict: Conflict) -> list[Activity]:
        """Bridging persons who may act."""
        if not {"bridge", "transfer"} <= self.rules:
            return []
        works = (work for work in self.instance.activities if work.conflict == conflict.name and work.bridges)
        return [work for work in works if track_group(work) == "1.5"]

    def transfers(self, conflict: Conflict, node: int) -> list[object]:
        """Columns of ideas that leave the stock at the node."""
        return [("transfer", conflict.name, key, node) for key in self.mechanisms(conflict)]

    def carried(self, conflict: Conflict, node: int) -> Iterator[Term]:
        """Ideas that begin to count at the node, by what they are worth there."""
        worth = self.instance.parameter("core", "ideas_worth")
        for then in self.tree.path(node):
            for key, lag in self.mechanisms(conflict).items():
                for periods, share in self.instance.landing(lag):
                    if self.tree.ancestor(node, periods) == then:
                        yield ("transfer", conflict.name, key, then), share * worth

    def under_way(self, conflict: Conflict, leaf: int) -> Iterator[Term]:
        """Ideas carried on the path that count only after the leaf."""
        worth, last = self.instance.parameter("core", "ideas_worth"), self.tree[leaf].period
        for then in self.tree.path(leaf):
            for key, lag in self.mechanisms(conflict).items():
                for periods, share in self.instance.landing(lag):
                    if self.tree[then].period + periods > last:
                        yield ("transfer", conflict.name, key, then), share * worth

    # --- bonuses ------------------------------------------------------------------------------------------------

    def continuing(self, conflict: Conflict) -> list[Activity]:
        works = (work for work in self.instance.activities if work.conflict == conflict.name)
        return [work for work in works if work.same_people and "continuity" in self.rules]

    def skilled(self, conflict: Conflict) -> list[Activity]:
        """Work that trained facilitators do better, where somebody trains them."""
        works = [work for work in self.instance.activities if work.conflict == conflict.name]
        if "skills" not in self.rules or not any(work.skills for work in works):
            return []
        return [work for work in works if work.track == "T2"]

    def bonus_keys(self, conflict: Conflict) -> list[str]:
        links = self.links("strengthens", conflict) if "synergy" in self.rules else []
        return [
            *(link.key for link in links),
            *(f"{work.name} continues" for work in self.continuing(conflict)),
            *(f"{work.name} skilled" for work in self.skilled(conflict)),
        ]

    def bonuses(self, conflict: Conflict, category: Category, node: int, into_ideas: bool) -> Iterator[Term]:
        """What each bonus adds at the node; political ones of unofficial work add to ideas."""
        for link in self.links("strengthens", conflict) if "synergy" in self.rules else ():
            pair = [self.instance.activity(name) for name in (link.name, link.other)]
            unofficial = category == "political" and all(track_group(work) == "unofficial" for work in pair)
            if link.category == category and unofficial == into_ideas:
                yield ("bonus", link.key, node), link_value(self.instance, link, "synergy", "value") * self.q
        if category == "social" and not into_ideas:
            value = self.instance.parameter("continuity", "value")
            for work in self.continuing(conflict):
                yield ("bonus", f"{work.name} continues", node), value * self.effect(work, "social", node)
        if into_ideas == (category == "political"):
            value = self.instance.parameter("skills", "value")
            for work in self.skilled(conflict):
                yield ("bonus", f"{work.name} skilled", node), value * self.effect(work, category, node)

    def bonus_ceiling(self) -> None:
        """All bonuses together add at most a share of what works achieve by themselves."""
        ceiling = self.instance.parameter("core", "bonus_ceiling")
        for conflict in self.instance.conflicts:
            for node in self.tree if self.bonus_keys(conflict) else ():
                for category in CATEGORIES:
                    row = [
                        term for ideas in (False, True) for term in self.bonuses(conflict, category, node.index, ideas)
                    ]
                    for work in self.works(conflict, node.index):
                        row += self.output(work.name, node.index, -ceiling * self.effect(work, category, node.index))
                    self.row(row, high=0)

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
