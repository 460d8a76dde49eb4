"""The state a plan leads to, node by node. Filled by ``forward``; everything else only reads it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from models.audit.decisions import Carried, Decisions
from models.audit.facts import Facts
from models.audit.violation import Violation
from models.instance import Instance
from models.kinds import Category
from models.plan import Plan

type Objective = Literal["progress", "cost"]
type Group = Literal["official", "track_1_5", "unofficial"]
type AtNode = tuple[str, int]
"""The name of an activity, a link or a conflict, and a node."""
type Landing = tuple[tuple[int, Fraction], ...]
"""When an effect lands: (periods later, share)."""
AT_ONCE: Landing = ((0, Fraction(1)),)


def _amounts[Key]() -> defaultdict[Key, Fraction]:
    return defaultdict(Fraction)


@dataclass(eq=False)
class Replay:
    """A plan replayed forward in exact arithmetic.

    ``output[activity, node]`` is what counts: never more than is stated, bought, and allowed by the rules (``bought``,
    ``caps[activity, node][rule]``); with ``as_stated`` the plan's own figures are taken at their word, to be judged.
    ``progress[conflict, category, node]``, ``durable[conflict, node]``, ``ideas`` and ``equalised`` (stocks),
    ``alone`` (political gain since official work last ran), ``shortfall`` (of channels), ``transfer[conflict, link,
    node]`` and ``bonus[link, node]``; ``end`` and ``end_durable`` hold at leaves what counts as the state at the end.
    ``missed`` are thresholds and claims that fail, found before the checks run and named by whom they concern.
    ``effects[conflict, category, group, node]`` is what work at a node sets in motion, landed or not.
    """

    instance: Instance
    plan: Plan
    facts: Facts
    decisions: Decisions
    off: frozenset[str]
    objective: Objective = "progress"
    as_stated: bool = False
    landing: Landing = AT_ONCE
    stick_landing: Landing = AT_ONCE
    missed: tuple[Violation, ...] = ()

    bought: dict[AtNode, Fraction] = field(default_factory=dict)
    caps: dict[AtNode, dict[str, Fraction]] = field(default_factory=dict)
    output: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    effects: defaultdict[tuple[str, Category, Group, int], Fraction] = field(default_factory=_amounts)
    stick_cost: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    practised: defaultdict[tuple[str, int | None], Fraction] = field(default_factory=_amounts)
    bonus: dict[AtNode, Fraction] = field(default_factory=dict)
    bonus_gain: defaultdict[tuple[str, str, int], Fraction] = field(default_factory=_amounts)
    transfer: dict[Carried, Fraction] = field(default_factory=dict)
    transfer_cap: dict[Carried, Fraction] = field(default_factory=dict)
    carried: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    stock: dict[AtNode, Fraction] = field(default_factory=dict)
    ideas: dict[AtNode, Fraction] = field(default_factory=dict)
    progress: dict[tuple[str, Category, int], Fraction] = field(default_factory=dict)
    equalised: dict[AtNode, Fraction] = field(default_factory=dict)
    durable: dict[AtNode, Fraction] = field(default_factory=dict)
    alone: dict[AtNode, Fraction] = field(default_factory=dict)
    alone_gain: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    shortfall: dict[AtNode, Fraction] = field(default_factory=dict)
    end: dict[tuple[str, Category, int], Fraction] = field(default_factory=dict)
    end_durable: dict[AtNode, Fraction] = field(default_factory=dict)
    score: Fraction = Fraction(0)
    cost: Fraction = Fraction(0)

    def awake(self, rule: str) -> bool:
        """Whether a rule is switched on."""
        return rule not in self.off

    def allowed(self, activity: str, node: int) -> Fraction:
        """Greatest output the money and the rules allow work that is on."""
        return min(self.bought[activity, node], *self.caps[activity, node].values(), Fraction(1))

    def parent(self, node: int) -> int | None:
        return self.facts.tree[node].parent
