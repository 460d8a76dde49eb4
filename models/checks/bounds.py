"""How much progress there can be at all, money and all rules but the ceiling of durable progress left aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from models.checks.sound import Sound
from models.kinds import CATEGORIES, Category
from models.records import Activity, Conflict

_SLACK = 1e-9


@dataclass(frozen=True)
class Bounds:
    """Upper bounds of one conflict at every node, for full output of all work in all its window."""

    sound: Sound
    conflict: Conflict

    @cached_property
    def unlimited(self) -> dict[Category, tuple[float, ...]]:
        """Progress at each node if it could pass 1. Ideas are taken to be carried upstairs whole and at once."""
        instance = self.sound.instance
        works = self.sound.works(self.conflict.name)
        bonus = self._bonus
        worth = float(instance.parameter("core", "ideas_worth"))
        kept = [float(instance.kept(self.conflict, node.index)) for node in instance.tree]
        found: dict[Category, tuple[float, ...]] = {}
        for category in CATEGORIES:
            progress: list[float] = []
            carried: list[float] = []
            for node in instance.tree:
                gain = ideas = 0.0
                for work in works:
                    if node.period in self.sound.windows[work.name]:
                        effect = self._effect(work, category, node.index) * bonus
                        if category == "political" and work.unofficial:
                            ideas += effect * worth
                            gain += effect * (bonus - 1)  # a bonus with official work is progress at once
                        else:
                            gain += effect
                before = getattr(self.conflict, category) if node.parent is None else progress[node.parent]
                stock = 0.0 if node.parent is None else carried[node.parent]
                progress.append(kept[node.index] * before + gain)
                carried.append(stock + ideas)
            found[category] = tuple(own + ideas for own, ideas in zip(progress, carried, strict=True))
        return found

    def greatest(self, stock: str, node: int) -> float:
        """Most progress possible at a node: political, durable, structural or social."""
        category: Category = "political" if stock in ("political", "durable") else stock  # type: ignore[assignment]
        most = min(1.0, self.unlimited[category][node])
        if stock == "durable":
            most = min(most, self._ceiling(node))
        return most + _SLACK

    def _ceiling(self, node: int) -> float:
        """What the asymmetry of power lets last, with all equalising work done."""
        asymmetry = self.conflict.power_asymmetry
        if not asymmetry or not self.sound.awake("power_asymmetry"):
            return 1.0
        instance = self.sound.instance
        lift = float(instance.parameter("power_asymmetry", "social_lift"))
        return 1 - asymmetry + lift * min(1.0, self.unlimited["social"][node]) + self._equalised[node]

    @cached_property
    def _equalised(self) -> tuple[float, ...]:
        """All equalising work done on the path to each node, nothing of it forgotten."""
        works = [work for work in self.sound.works(self.conflict.name) if work.equalising]
        found: list[float] = []
        for node in self.sound.instance.tree:
            here = sum(work.equalising for work in works if node.period in self.sound.windows[work.name])
            found.append((0.0 if node.parent is None else found[node.parent]) + here * self._quarters)
        return tuple(found)

    @cached_property
    def _quarters(self) -> float:
        return float(self.sound.instance.quarters)

    @cached_property
    def _bonus(self) -> float:
        """Factor by which synergies may raise all gains."""
        strengthened = any(link.kind == "strengthens" for link in self.sound.instance.links)
        awake = strengthened and self.sound.awake("synergy")
        return 1 + float(self.sound.instance.parameter("synergy", "ceiling")) if awake else 1.0

    def _effect(self, work: Activity, category: Category, node: int) -> float:
        """As :meth:`Instance.effect`, in floating point, with the phase looked up once for all works."""
        phase = self.sound.phases[self.conflict.name][node]
        suitability = float(self.sound.instance.suitability(work, phase)) if phase else 1.0
        effect: float = getattr(work, category) * self._quarters * work.credibility * suitability
        return effect
