"""The answer: decisions only, free of solver types. Progress and score follow from them (``models.audit.replay``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.instance import Instance


@dataclass(frozen=True, slots=True)
class Work:
    """One activity in one node. Money in whole currency units.

    ``setup`` is paid in the node of a start and 0 elsewhere; ``output`` is in [0, 1]; None: as much as the
    rules allow (in plans made by hand, and for work that serves by being there, such as a guarantor).
    """

    activity: str
    node: int
    spend: int
    setup: int = 0
    output: float | None = None
    start: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """What one tranche pays for one activity in one node, whole currency units, positive."""

    funder: str
    activity: str
    node: int
    amount: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """Ideas carried from the unofficial to the official room in one node.

    ``link`` is the key of a transfers link, or empty for the default capacity (or all of it while ``transfer`` is off).
    """

    conflict: str
    node: int
    amount: float
    link: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """A milestone signed in a node."""

    milestone: str
    node: int


@dataclass(frozen=True, slots=True)
class Bonus:
    """How far a strengthens link is used in a node, in [0, 1]."""

    link: str
    node: int
    level: float


@dataclass(frozen=True)
class Plan:
    """A staged plan: decisions per node of the instance's tree. Everything is sorted by node, then instance order.

    ``transfers`` and ``bonuses`` are None in plans made by hand: as much as the rules allow. ``fees`` are payments for
    work that was promised and does not run: they are paid out of the same money as grants, and are no cost of work.
    """

    works: tuple[Work, ...]
    grants: tuple[Grant, ...]
    signings: tuple[Signing, ...] = ()
    transfers: tuple[Transfer, ...] | None = None
    bonuses: tuple[Bonus, ...] | None = None
    without: frozenset[str] = field(default_factory=frozenset)
    fees: tuple[Grant, ...] = ()

    @property
    def payments(self) -> tuple[Grant, ...]:
        """All that tranches pay."""
        return self.grants + self.fees

    def work(self) -> Mapping[tuple[str, int], Work]:
        return {(work.activity, work.node): work for work in self.works}

    @property
    def cost(self) -> int:
        """All money of all nodes, undiscounted and unweighted; on one path where the future is certain."""
        return sum(work.spend + work.setup for work in self.works)


def in_order(instance: Instance, payments: Iterable[Grant]) -> tuple[Grant, ...]:
    """Payments by node, then by activity and tranche in the order of the instance."""
    order = {activity.name: position for position, activity in enumerate(instance.activities)}
    ranks = {funder.name: position for position, funder in enumerate(instance.funders)}
    return tuple(sorted(payments, key=lambda each: (each.node, order[each.activity], ranks[each.funder])))
