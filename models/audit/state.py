"""The state a plan leads to, node by node. Filled by ``forward``; everything else only reads it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from models.audit.decisions import Carried, Decisions
from models.audit.facts import Facts
from models.audit.violation import Violation
from models.instance import Instance
from models.kinds import Category, PhaseKind
from models.plan import Plan

if TYPE_CHECKING:
    from models.audit.official_level import Shown

type Objective = Literal["progress", "cost"]
type Group = Literal["official", "track_1_5", "unofficial"]
type AtNode = tuple[str, int]
"""The name of an activity, a link or a conflict, and a node."""
type Landing = tuple[tuple[int, Fraction], ...]
"""When an effect lands: (periods later, share)."""
type OnItsWay = tuple[str, str, str]
"""A conflict, what it will add to (a category, or what was forced), and how it lands: a key of ``landings``."""
type Stock = tuple[str, str, str]
"""The rule that reads it, the conflict, and whom or what it is about."""


class Source(NamedTuple):
    """What a period leaves of a stock, the most there can be of it, what there was before the root, and what works add
    in a period of full output, in some ``phases`` or (None) in all.
    """

    kept: Fraction
    most: Fraction | None
    start: Fraction
    phases: frozenset[PhaseKind | None] | None
    rates: tuple[tuple[str, Fraction], ...]


class Gains(NamedTuple):
    """What progress gained, less what it lost, at a node; and at a leaf what is still on its way."""

    now: Fraction
    late: Fraction


class Offer(NamedTuple):
    """A bonus that may be taken: how far, under which rule, and what all of it gains in each category.

    ``into_ideas``: its political gain enters the stock of ideas.
    """

    rule: str
    most: Fraction
    worth: tuple[tuple[Category, Fraction], ...]
    into_ideas: bool


class Route(NamedTuple):
    """A way ideas may go at a node: the most it carries (None: no limit), and how that lands (empty: at once)."""

    cap: Fraction | None
    how: str


class Short(NamedTuple):
    """Something that costs points at a node, under which rule, and of what or whom."""

    rule: str
    subject: str
    node: int


NUISANCES = frozenset({"agency_friction", "interference", "crowding", "expectations", "prevention"})
"""Rules that ask for nothing but points: where cost is minimised they sleep."""


def _amounts[Key]() -> defaultdict[Key, Fraction]:
    return defaultdict(Fraction)


@dataclass(eq=False)
class Replay:
    """A plan replayed forward in exact arithmetic.

    ``output[activity, node]`` is what counts: never more than is stated, bought, and allowed by the rules (``bought``,
    ``caps[activity, node][rule]``); with ``as_stated`` the plan's own figures are taken at their word, to be judged.
    ``progress[conflict, category, node]``, ``durable[conflict, node]``, ``ideas``, ``stocks[stock, node]`` (what
    earlier work has built up), ``lasting`` (political progress that was not forced), ``alone`` (political gain since
    official work last ran), ``transfer[conflict, link, node]`` (of which ``carried`` leaves the stock of ideas and
    ``arrived`` counts at a node) and ``bonus[link, node]`` (of those on ``offers``); ``end``, ``end_lasting`` and
    ``end_durable`` hold at leaves what counts as the state at the end. ``sent`` is what lands later,
    ``at_once[conflict, category, node]`` what signals and condemnations add or take, ``short`` whatever costs points.
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
    landings: dict[str, Landing] = field(default_factory=dict)
    sources: dict[Stock, Source] = field(default_factory=dict)
    missed: tuple[Violation, ...] = ()

    bought: dict[AtNode, Fraction] = field(default_factory=dict)
    caps: dict[AtNode, dict[str, Fraction]] = field(default_factory=dict)
    output: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    effects: defaultdict[tuple[str, Category, Group, int], Fraction] = field(default_factory=_amounts)
    sent: dict[OnItsWay, dict[int, Fraction]] = field(default_factory=dict)
    at_once: defaultdict[tuple[str, Category, int], Fraction] = field(default_factory=_amounts)
    shown: dict[AtNode, Shown] = field(default_factory=dict)
    stocks: dict[tuple[Stock, int], Fraction] = field(default_factory=dict)
    practised: defaultdict[tuple[str, int | None], Fraction] = field(default_factory=_amounts)
    voiced: defaultdict[tuple[str, int | None], Fraction] = field(default_factory=_amounts)
    offers: dict[AtNode, Offer] = field(default_factory=dict)
    bonus: dict[AtNode, Fraction] = field(default_factory=dict)
    bonuses: defaultdict[tuple[str, Category, int], Fraction] = field(default_factory=_amounts)
    bonus_gain: defaultdict[tuple[str, str, int], Fraction] = field(default_factory=_amounts)
    transfer: dict[Carried, Fraction] = field(default_factory=dict)
    transfer_cap: dict[Carried, Fraction] = field(default_factory=dict)
    carried: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    arrived: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    stock: dict[AtNode, Fraction] = field(default_factory=dict)
    ideas: dict[AtNode, Fraction] = field(default_factory=dict)
    progress: dict[tuple[str, Category, int], Fraction] = field(default_factory=dict)
    gains: dict[tuple[str, Category, int], Gains] = field(default_factory=dict)
    lasting: dict[AtNode, Fraction] = field(default_factory=dict)
    durable: dict[AtNode, Fraction] = field(default_factory=dict)
    alone: dict[AtNode, Fraction] = field(default_factory=dict)
    alone_gain: defaultdict[AtNode, Fraction] = field(default_factory=_amounts)
    short: dict[Short, Fraction] = field(default_factory=dict)
    end: dict[tuple[str, Category, int], Fraction] = field(default_factory=dict)
    end_lasting: dict[AtNode, Fraction] = field(default_factory=dict)
    end_durable: dict[AtNode, Fraction] = field(default_factory=dict)
    score: Fraction = Fraction(0)
    cost: Fraction = Fraction(0)

    def awake(self, rule: str) -> bool:
        """Whether a rule is switched on, and no nuisance where cost is minimised."""
        return rule not in self.off and not (self.objective == "cost" and rule in NUISANCES)

    def allowed(self, activity: str, node: int) -> Fraction:
        """Greatest output the money and the rules allow work that is on."""
        return min(self.bought[activity, node], *self.caps[activity, node].values(), Fraction(1))

    def parent(self, node: int) -> int | None:
        return self.facts.tree[node].parent
