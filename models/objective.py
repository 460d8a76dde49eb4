"""What is optimised: one function per term.

    score = Σ p d ℓ v / Z  +  E Σ_leaves p d v_end / Z  +  Σ p d value * signed  -  penalties,   Z = Σ p d ℓ

with v = Σ_c weight * (w_p durable + w_s structural + w_o social). Or the expected cost, to be minimised.
"""

from __future__ import annotations

from pulp import LpAffineExpression

from models.model import Model, total


def score(model: Model) -> LpAffineExpression:
    """Points of score."""
    penalties = [rule.penalty(model) for rule in model.rules if rule.penalty]
    return progress_over_time(model) + progress_at_the_end(model) + milestones(model) - total(penalties)


def progress_over_time(model: Model) -> LpAffineExpression:
    """Average value of progress, each node by its probability, discount and length."""
    columns, weights = model.columns, model.instance.weights
    terms = []
    for node in model.instance.tree:
        share = _share(model, node.index) * float(model.instance.calendar.years)
        for conflict in model.instance.conflicts:
            name, n, weight = conflict.name, node.index, conflict.weight * share
            terms += [
                weight * float(weights["political"]) * columns.durable[name, n],
                weight * float(weights["structural"]) * columns.progress[name, "structural", n],
                weight * float(weights["social"]) * columns.progress[name, "social", n],
            ]
    return total(terms)


def progress_at_the_end(model: Model) -> LpAffineExpression:
    """Value of the state at each leaf, what is still on its way included, as if it lasted ``end_value`` years."""
    columns, weights = model.columns, model.instance.weights
    terms = []
    for leaf in model.instance.tree.leaves:
        share = _share(model, leaf) * float(model.instance.end_value)
        for conflict in model.instance.conflicts:
            name, weight = conflict.name, conflict.weight * share
            terms += [
                weight * float(weights["political"]) * columns.durable_end[name, leaf],
                weight * float(weights["structural"]) * columns.end[name, "structural", leaf],
                weight * float(weights["social"]) * columns.end[name, "social", leaf],
            ]
    return total(terms)


def milestones(model: Model) -> LpAffineExpression:
    """Points for what is signed."""
    return total(
        present_value(model, n) * milestone.value * model.columns.signed[milestone.name, n]
        for milestone in model.instance.milestones
        for n in range(len(model.instance.tree))
    )


def expected_cost(model: Model) -> LpAffineExpression:
    """Expected money spent, undiscounted, in currency units."""
    tree = model.instance.tree
    return total(float(tree[n].probability) * model.unit * model.cost(activity, n) for activity, n in model.running())


def present_value(model: Model, node: int) -> float:
    """Probability times discount."""
    return float(model.instance.tree[node].probability * model.instance.discount(node))


def _share(model: Model, node: int) -> float:
    """Weight per year of a node in an average over the horizon."""
    return present_value(model, node) / model.years
