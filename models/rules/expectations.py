"""Promise no more than moves (Q5).

    expectations_hopes: hopes[c,n] >= kept * hopes[c,parent] + Σ_a expectations_a * q * output[a,n]   0 before the root
    expectations:       disappointed[c,n] >= hopes[c,n] - value[c,n] - gap

The value is the progress of the conflict, in each category by its weight, divided by the sum of the weights. Nothing
gains by more hopes, so lower bounds say enough. Disappointment costs points of score; where cost is minimised it does
not matter, and has no columns. Nor has it any where hopes cannot pass what progress is there in any case.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.kinds import CATEGORIES
from models.model import ZERO, Model, total
from models.nuisances import shares_of_progress
from models.objective import present_value
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    instance, columns = model.instance, model.columns
    kept = float(instance.over_period(instance.parameter("expectations", "kept")))
    gap, shares = model.parameter("expectations", "gap"), shares_of_progress(instance)
    for number, conflict in enumerate(instance.conflicts):
        name = conflict.name
        promising = [each for each in model.of_conflict(name) if each.expectations]
        for node in instance.tree:
            n = node.index
            if (name, n) in columns.hopes:
                before = ZERO if node.parent is None else columns.hopes.get((name, node.parent), ZERO)
                raised = total(each.expectations * model.per_period * model.output(each, n) for each in promising)
                yield f"expectations_hopes_c{number}_n{n}", columns.hopes[name, n] >= kept * before + raised
            if (name, n) in columns.disappointed:
                value = total(shares[category] * columns.progress[name, category, n] for category in CATEGORIES)
                disappointed = columns.disappointed[name, n]
                yield f"expectations_c{number}_n{n}", disappointed >= columns.hopes[name, n] - value - gap


def penalty(model: Model) -> Linear:
    price = model.parameter("expectations", "cost") * model.per_period
    return total(price * present_value(model, n) * column for (_, n), column in model.columns.disappointed.items())


RULE = Rule(
    name="expectations",
    sentence="Promise no more than moves.",
    effect="restricts",
    off="promises cost nothing",
    claims="Q5",
    rows=rows,
    penalty=penalty,
)
