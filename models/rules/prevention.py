"""Work in quiet times stops the next round (B4, O5).

    prevention:       risk[c,n] >= R - prevented[c,n]                              at every node that is not in war
    prevention_stock: prevented[c,n] <= kept * prevented[c,parent] + Σ_a prevention_a * q * output[a,n]

R is the risk of the conflict. Work prevents in the latent phase, or where no phase is told. Risk costs points of score;
where cost is minimised it does not matter, and has no columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from models import stock
from models.model import Model, total
from models.objective import present_value
from models.rule import Linear, Row, Rule, Stock


def stocks(model: Model) -> Iterator[Stock]:
    instance = model.instance
    kept = float(instance.over_period(instance.parameter("prevention", "kept")))
    for number, conflict in enumerate(instance.conflicts if model.objective == "progress" else ()):
        if conflict.risk:
            works = model.of_conflict(conflict.name)
            preventing = tuple((each, each.prevention * model.per_period) for each in works if each.prevention)
            nodes = range(len(instance.tree))
            quiet = frozenset(n for n in nodes if instance.phase_kind(conflict.name, n) in (None, "latent"))
            yield Stock("prevention", conflict.name, "", f"c{number}", preventing, kept, None, nodes=quiet)


def rows(model: Model) -> Iterator[Row]:
    for number, conflict in enumerate(model.instance.conflicts):
        for n in range(len(model.instance.tree)):
            risk = model.columns.risk.get((conflict.name, n))
            if risk is not None:
                prevented = stock.level(model, "prevention", conflict.name, "", n)
                yield f"prevention_c{number}_n{n}", risk >= conflict.risk - prevented


def penalty(model: Model) -> Linear:
    price = model.parameter("prevention", "cost") * model.per_period
    return total(price * present_value(model, n) * column for (_, n), column in model.columns.risk.items())


RULE = Rule(
    name="prevention",
    sentence="Work in quiet times stops the next round.",
    effect="restricts",
    off="the risk of violence costs nothing",
    claims="B4 O5",
    rows=rows,
    stocks=stocks,
    penalty=penalty,
)
