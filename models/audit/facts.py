"""What the instance says, looked up once: the audit asks the same questions at every node of every plan."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any

from models.instance import Instance, exact
from models.kinds import Category, LinkKind, PhaseKind
from models.records import Activity, Link, Party

DIGITS = 10**12


class Table[Key: tuple[Any, ...], Value](dict[Key, Value]):
    """A dictionary that makes each entry when it is first asked for."""

    def __init__(self, make: Callable[..., Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._make(*key)
        return value


class Facts:
    """Facts of an instance at its nodes; rules that are switched off play no part here.

    ``conditions`` are the kinds there are, with their conflict. By conflict: ``members`` is its work, ``taboo`` its
    issues officials may not open, ``parties`` its parties, ``limited`` those that bear little exposure, ``asked``
    those whose people's opinion is told, and ``named`` all who take part in some work of it.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.tree = instance.tree
        self.activities: dict[str, Activity] = {activity.name: activity for activity in instance.activities}
        self.order = {name: index for index, name in enumerate(self.activities)}
        self.tags = {tag for activity in instance.activities for tag in activity.tags}
        self.windows = {activity.name: instance.window(activity) for activity in instance.activities}
        self.spending = {activity.name: instance.spending(activity) for activity in instance.activities}
        self.members: dict[str, tuple[Activity, ...]] = {
            conflict.name: tuple(activity for activity in instance.activities if activity.conflict == conflict.name)
            for conflict in instance.conflicts
        }
        conflicts = {conflict.name: conflict for conflict in instance.conflicts}
        self.conditions = {(row.kind, row.conflict) for row in instance.conditions}
        self.taboo = {name: frozenset(conflict.taboo) for name, conflict in conflicts.items()}
        self.parties: dict[str, tuple[str, ...]] = {}
        self.limited: dict[str, tuple[Party, ...]] = {}
        self.named: dict[str, tuple[str, ...]] = {}
        self.asked: dict[str, frozenset[str]] = {}
        for name, members in self.members.items():
            parties = [party for party in instance.parties if party.conflict == name]
            self.parties[name] = tuple(dict.fromkeys(party.name for party in parties))
            self.limited[name] = tuple(party for party in parties if party.exposure_limit is not None)
            self.asked[name] = frozenset(party.name for party in parties if party.opinion is not None)
            everybody = (who for activity in members for who in (*activity.parties, activity.sponsor) if who)
            self.named[name] = tuple(dict.fromkeys(everybody))
        self.phase: Table[tuple[str, int], PhaseKind | None] = Table(instance.phase_kind)
        self.kept: Table[tuple[str, int], Fraction] = Table(
            lambda conflict, node: instance.kept(conflicts[conflict], node)
        )
        self.closed: Table[tuple[str, str, int], Fraction] = Table(instance.closed)
        self.blackout: Table[tuple[str, int], Fraction] = Table(instance.blackout)
        self.parameter: Table[tuple[str, str], Fraction] = Table(instance.parameter)
        self.discount: Table[tuple[int], Fraction] = Table(instance.discount)
        self.level: Table[tuple[Any, ...], Fraction] = Table(instance.level)
        self.toll: Table[tuple[str, Category, int], Fraction] = Table(instance.toll)
        self.ideas_kept = instance.over_period(instance.parameter("core", "ideas_kept"))
        self.links: Table[tuple[LinkKind, str], tuple[Link, ...]] = Table(
            lambda kind, conflict: tuple(
                link for link in instance.links if link.kind == kind and self.activities[link.name].conflict == conflict
            )
        )
        self._response: Table[tuple[str], tuple[tuple[Fraction, Fraction], ...]] = Table(
            lambda name: instance.response(self.activities[name])
        )
        self._effects: dict[tuple[str, Category, PhaseKind | None], Fraction] = {}

    def effect(self, activity: Activity, category: Category, node: int) -> Fraction:
        """Progress of a period at full output; it differs between nodes only by their phase."""
        key = (activity.name, category, self.phase[activity.conflict, node])
        if key not in self._effects:
            self._effects[key] = self.instance.effect(activity, category, node)
        return self._effects[key]

    def bought(self, activity: Activity, spend: Fraction) -> Fraction:
        """Output that ``spend`` buys in a period by the activity's response."""
        points = self._response[activity.name,]
        if len(points) == 1 or spend <= points[0][0]:
            return points[0][1]
        for (cheap, little), (dear, much) in pairwise(points):
            if spend <= dear:
                return little + (much - little) * (spend - cheap) / (dear - cheap)
        return points[-1][1]

    def link_value(self, link: Link, rule: str, parameter: str) -> Fraction:
        """Value of a link, or the default of its rule."""
        return self.parameter[rule, parameter] if link.value is None else exact(link.value)

    def recent(self, node: int, quarters: Fraction | float) -> tuple[int, ...]:
        """``node`` and its ancestors within a span of quarters, oldest first."""
        span = quarters if isinstance(quarters, Fraction) else exact(quarters)
        return self.tree.recent(node, self.instance.periods_within(span))

    def on_offer(self, activity: Activity, node: int, *, earlier: bool = False, still: bool = False) -> bool:
        """Not excluded, with a window that opened by ``node`` (``earlier``: before it) and is open (``still``)."""
        window, period = self.windows[activity.name], self.tree[node].period
        if not window or window.start > period - earlier:
            return False
        return not still or period in window


@lru_cache(maxsize=16)
def facts_of(instance: Instance) -> Facts:
    return Facts(instance)


def round_down(number: Fraction) -> Fraction:
    """``number`` rounded down to twelve decimals, which keeps exact sums short; never in the plan's favour."""
    if DIGITS % number.denominator == 0:
        return number
    return Fraction(number.numerator * DIGITS // number.denominator, DIGITS)
