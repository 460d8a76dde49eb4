"""What a plan is praised for, as prices of columns; what rules take from the score they add themselves."""

from __future__ import annotations

from fractions import Fraction

from models.instance import exact
from models.kinds import Category
from tests.search.remainder import Remainder

LASTING: tuple[Category, ...] = ("structural", "social")


def add_score(lp: Remainder) -> None:
    """The score, or minus the expected cost under the objective *cost*."""
    if lp.objective == "cost":
        for activity, here in lp.cells:
            lp.praise(("spend", activity.name, here), -lp.tree[here].probability)
            lp.praise(("start", activity.name, here), -lp.tree[here].probability * lp.instance.setup(activity))
        return
    worth = {node.index: node.probability * lp.instance.discount(node.index) for node in lp.tree}
    whole = sum(worth.values())
    years = lp.instance.end_value / lp.instance.calendar.years
    for conflict in lp.instance.conflicts:
        name, weight = conflict.name, exact(conflict.weight) / whole
        for node in worth:
            states = ("durable", name, node), *(("progress", name, category, node) for category in LASTING)
            _praise_state(lp, weight * worth[node], *states)
        for leaf in lp.tree.leaves:
            ends = ("end", name, "durable", leaf), *(("end", name, category, leaf) for category in LASTING)
            _praise_state(lp, weight * worth[leaf] * years, *ends)
    for milestone in lp.instance.milestones:
        for node in worth:
            lp.praise(("signed", milestone.name, node), worth[node] * exact(milestone.value))


def _praise_state(lp: Remainder, weight: Fraction, political: object, structural: object, social: object) -> None:
    weights = lp.instance.weights
    lp.praise(political, weight * weights["political"])
    lp.praise(structural, weight * weights["structural"])
    lp.praise(social, weight * weights["social"])
