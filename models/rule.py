"""What a rule is to the formulation: its words for people, and the few hooks through which it may act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from pulp import LpAffineExpression, LpVariable

from models.instance import Instance
from models.kinds import Category
from models.records import Activity, Funder

if TYPE_CHECKING:
    from models.model import Model

type Row = tuple[str, LpAffineExpression]
"""A named constraint; the name begins with the rule's word."""
type Linear = LpAffineExpression | LpVariable
type Effect = Literal["restricts", "enables", "shapes"]
type Factor = Callable[[Instance, Activity, Category, int], Fraction]
"""What multiplies the effects of work in a category at a node."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Progress (or ideas) that one unit of ``column`` at ``node`` adds, later and in parts as ``landing`` says.

    ``amount`` may be negative (a loss, a withdrawal); ``official`` tells gains of official work from all others.
    """

    conflict: str
    stock: Category | Literal["ideas"]
    node: int
    column: LpVariable
    amount: float
    landing: tuple[tuple[int, Fraction], ...]
    official: bool
    coerced: bool = False
    """Whether coercive work brings it (``coercion``)."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What work leaves behind for later: ``stock[n] <= kept * stock[parent] + Σ rate * output``, 0 to ``most``.

    ``subject`` tells the stocks of one rule and conflict apart (an issue, a government, an area), ``tag`` does so in
    rows and columns. ``feeders`` gain ``rate`` by a period of full output, at ``nodes`` (None: at all); ``kept`` is the
    share kept over a period, ``start`` what there is before the root.
    """

    rule: str
    conflict: str
    subject: str
    tag: str
    feeders: tuple[tuple[Activity, float], ...]
    kept: float
    most: float | None
    start: float = 0.0
    nodes: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """What a unit of the bonus ``key`` adds at ``node``: ``worth`` of progress, or of ideas.

    ``tag`` is the bonus in names of columns. ``own`` is the one work whose output limits the bonus, and to which it
    belongs (None: a bonus between works).
    """

    key: str
    tag: str
    conflict: str
    category: Category
    node: int
    worth: float
    ideas: bool
    own: Activity | None = None


AT_ONCE: tuple[tuple[int, Fraction], ...] = ((0, Fraction(1)),)


def _no_rows(model: Model) -> Iterator[Row]:
    return iter(())


def _no_flows(model: Model) -> Iterator[Flow]:
    return iter(())


def _no_stocks(model: Model) -> Iterator[Stock]:
    return iter(())


def _no_gains(model: Model) -> Iterator[Gain]:
    return iter(())


def as_it_is(instance: Instance, activity: Activity, category: Category, node: int) -> Fraction:
    return Fraction(1)


def no_bar(instance: Instance, *subject: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the book. The word ``name`` is its module, row prefix, audit check, tests and ``--without`` value.

    ``rows`` yields its constraints; ``flows`` what it adds to progress; ``stocks`` what it remembers of earlier work
    and ``bonuses`` what it adds to the gains of work (the rows of both are core); ``penalty`` what it takes from the
    score; ``bars_work``, ``bars_start``, ``bars_payer`` and ``bars_grant`` keep columns from being created that words,
    calendars or conditions rule out; ``wait`` is the delay, in quarters, until an activity takes effect; ``factor``
    multiplies the effects of work in a category at a node. All are pure. A ``veto`` has no price: no gain may buy it
    off.
    """

    name: str
    sentence: str
    effect: Effect
    off: str
    claims: str
    rows: Callable[[Model], Iterator[Row]] = _no_rows
    flows: Callable[[Model], Iterator[Flow]] = _no_flows
    stocks: Callable[[Model], Iterator[Stock]] = _no_stocks
    bonuses: Callable[[Model], Iterator[Gain]] = _no_gains
    penalty: Callable[[Model], Linear] | None = None
    bars_work: Callable[[Instance, Activity], bool] = no_bar
    bars_start: Callable[[Instance, Activity, int], bool] = no_bar
    bars_payer: Callable[[Instance, Funder, Activity], bool] = no_bar
    bars_grant: Callable[[Instance, Funder, Activity, int], bool] = no_bar
    wait: Callable[[Instance, Activity], Fraction] | None = None
    factor: Factor = as_it_is
    veto: bool = False
