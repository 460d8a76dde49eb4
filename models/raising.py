"""Money that work on track 8 raises for tranches (fundraising, budget).

raised(f,n) = Σ_b yield * raises_b(f) * q * output[b,m],   m on the path, at least ``wait`` periods before n
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from models.instance import Instance, exact
from models.records import Activity, Funder


def raisers(instance: Instance, funder: Funder) -> list[tuple[Activity, Fraction]]:
    """Work that raises money for the tranche, and what a period of full output brings, in currency units."""
    share = instance.parameter("fundraising", "yield") * instance.quarters
    found = (
        (activity, share * exact(amount))
        for activity in instance.fundraisers
        for tranche, amount in activity.raises
        if tranche == funder.name
    )
    return [(activity, amount) for activity, amount in found if amount]


def wait(instance: Instance) -> int:
    """Periods until money raised can be spent, at least one."""
    return max(1, ceil(instance.parameter("fundraising", "lag") / instance.quarters))


def sources(instance: Instance, funder: Funder, node: int) -> list[tuple[Activity, int, Fraction]]:
    """Work, the node at which it may run, and what full output there brings the tranche by ``node``."""
    found = raisers(instance, funder)
    earlier = instance.tree.path(node)[: -wait(instance)] if found else ()
    return [
        (activity, m, amount)
        for activity, amount in found
        for m in earlier
        if instance.tree[m].period in instance.window(activity)
    ]


def greatest(instance: Instance, funder: Funder, node: int) -> Fraction:
    """The most that can have come by the node, in currency units."""
    return sum((amount for _, _, amount in sources(instance, funder, node)), Fraction(0))
