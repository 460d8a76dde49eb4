"""How much progress there can be at all, money and all rules but the ceiling of durable progress left aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from models.checks.sound import Sound
from models.kinds import CATEGORIES, LEVELS, Category
from models.records import Activity, Conflict

_SLACK = 1e-9


@dataclass(frozen=True)
class Bounds:
    """Upper bounds of one conflict at every node, for full output of all work in all its window."""

    sound: Sound
    conflict: Conflict

    @cached_property
    def unlimited(self) -> dict[Category, tuple[float, ...]]:
        """Progress at each node if it could pass 1.

        Ideas are taken to be carried upstairs whole and at once, and what officials achieve to fade only when it has
        landed at the latest, so that the bound holds whether or not they ask home first.
        """
        instance = self.sound.instance
        kept = [float(instance.kept(self.conflict, node.index)) for node in instance.tree]
        found: dict[Category, tuple[float, ...]] = {}
        for category in CATEGORIES:
            gains, ideas = self._gains(category)
            progress: list[float] = []
            lasting: list[float] = []
            for node in instance.tree:
                before = getattr(self.conflict, category) if node.parent is None else progress[node.parent]
                stock = 0.0 if node.parent is None else lasting[node.parent]
                landed = 0.0
                for wait, each in gains.items():
                    source = instance.tree.ancestor(node.index, wait)
                    landed += 0.0 if source is None else each[source]
                made = sum(each[node.index] for each in gains.values())
                progress.append(kept[node.index] * before + landed)
                lasting.append(stock + made - landed + ideas[node.index])
            signals = self._signals if category == "political" else (0.0,) * len(kept)
            found[category] = tuple(map(sum, zip(progress, lasting, signals, strict=True)))
        return found

    def _gains(self, category: Category) -> tuple[dict[int, list[float]], list[float]]:
        """Gains made at each node, by the periods they may wait; and what ideas made there are worth upstairs."""
        instance, bonus = self.sound.instance, self._bonus
        worth = float(instance.parameter("core", "ideas_worth"))
        gains: dict[int, list[float]] = {}
        ideas = [0.0] * len(instance.tree)
        for work in self.sound.works(self.conflict.name):
            idea = category == "political" and work.unofficial
            here = gains.setdefault(self._wait(work), [0.0] * len(instance.tree))
            for node in instance.tree:
                if node.period in self.sound.windows[work.name]:
                    effect = self._effect(work, category, node.index)
                    # A bonus of an idea with official work is progress at once.
                    here[node.index] += effect * (bonus - 1 if idea else bonus)
                    ideas[node.index] += effect * bonus * worth if idea else 0.0
        return gains, ideas

    def _wait(self, work: Activity) -> int:
        """Periods until all that the work achieves has landed (consultation_delay)."""
        if not work.official or not self.sound.awake("consultation_delay"):
            return 0
        name = {"low": "low_delay", "head": "head_delay"}.get(work.level or "", "delay")
        instance = self.sound.instance
        return instance.landing(instance.parameter("consultation_delay", name))[-1][0]

    @cached_property
    def _signals(self) -> tuple[float, ...]:
        """What rises of level may have brought until each node, each of them once on a path, nothing of it faded."""
        instance = self.sound.instance
        rise = float(instance.parameter("official_level", "rise")) if self.sound.awake("official_level") else 0.0
        ranked = [(LEVELS.index(work.level), work) for work in self.sound.works(self.conflict.name) if work.level]
        found = [0.0] * len(instance.tree)
        for rank in range(1, len(LEVELS)):
            high = min((self.sound.windows[work.name].start for own, work in ranked if own >= rank), default=None)
            low = min((self._since(work) for own, work in ranked if own < rank), default=None)
            if high is not None and low is not None:
                for node in instance.tree:
                    found[node.index] += rise if node.period >= high and node.period > low else 0.0
        return tuple(found)

    def _since(self, work: Activity) -> int:
        """First period in which the work may be on; what is running was on before the first."""
        return -1 if work.status == "running" else self.sound.windows[work.name].start

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
        """Factor by which bonuses of all kinds together may raise all gains."""
        works = self.sound.works(self.conflict.name)
        sources = (
            ("synergy", any(link.kind == "strengthens" for link in self.sound.instance.links)),
            ("continuity", any(work.same_people for work in works)),
            ("skills", any(work.skills for work in works)),
        )
        awake = any(there and self.sound.awake(rule) for rule, there in sources)
        return 1 + float(self.sound.instance.parameter("core", "bonus_ceiling")) if awake else 1.0

    def _effect(self, work: Activity, category: Category, node: int) -> float:
        """As :meth:`Instance.effect`, in floating point, with the phase looked up once for all works.

        Of the factors of rules only those count that can raise an effect: what officials who mediate know, and what
        unofficial talks find where officials are stuck.
        """
        phase = self.sound.phases[self.conflict.name][node]
        suitability = float(self.sound.instance.suitability(work, phase)) if phase else 1.0
        effect: float = getattr(work, category) * self._quarters * work.credibility * suitability
        if work.official and work.kind == "mediation":
            return effect * self._knowledge
        return effect * self._impasse[node] if work.unofficial and category == "political" else effect

    @cached_property
    def _impasse(self) -> tuple[float, ...]:
        """Factor at each node by which an impasse raises the political effects of unofficial work."""
        instance = self.sound.instance
        value = float(instance.parameter("impasse", "value")) if self.sound.awake("impasse") else 0.0
        levels = (instance.level("impasse", self.conflict.name, node.index) for node in instance.tree)
        return tuple(1 + value * float(level) for level in levels)

    @cached_property
    def _knowledge(self) -> float:
        awake = self.sound.awake("mediator_role")
        return float(self.sound.instance.parameter("mediator_role", "knowledge")) if awake else 1.0
