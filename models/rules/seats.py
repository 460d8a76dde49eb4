"""As many chairs on each side (Q4).

    seats: output[a,n] <= (1 - e) * on[a,n] + e * Σ output[b,n]        e = max(0, 1 - fewest / most - tolerance)

for work that states seats, over the parties it states; b is other work of the conflict that lifts the weaker side.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from models.instance import Instance, exact
from models.model import Model, total
from models.records import Activity
from models.rule import Row, Rule


def unequal(instance: Instance, activity: Activity) -> float:
    """By how much the seats differ beyond what is borne, 0 to 1."""
    seats = [exact(number) for _, number in activity.seats]
    if not any(seats):
        return 0.0
    return float(max(Fraction(0), 1 - min(seats) / max(seats) - instance.parameter("seats", "tolerance")))


def rows(model: Model) -> Iterator[Row]:
    for activity in model.instance.activities:
        excess = unequal(model.instance, activity)
        works = model.of_conflict(activity.conflict) if excess else ()
        equalisers = [each for each in works if each.equalising and each.name != activity.name]
        for n in model.columns.nodes_of[activity.name] if excess else ():
            lifted = total(model.output(each, n) for each in equalisers)
            yield (
                f"seats_{model.tag(activity)}_n{n}",
                model.output(activity, n) <= (1 - excess) * model.on(activity, n) + excess * lifted,
            )


RULE = Rule(
    name="seats",
    sentence="As many chairs on each side.",
    effect="restricts",
    off="seats do not count",
    claims="Q4",
    rows=rows,
)
