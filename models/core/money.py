"""Money: what work costs, and that somebody pays it.

    money_least, money_greatest: least * on[a,n] <= spend[a,n] <= greatest * on[a,n]
    money_paid:                  Σ_f grant[f,a,n] = setup * start[a,n] + spend[a,n]

Where least and greatest are equal there is no column: spend is that multiple of on. Money units of the period.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model, total
from models.rule import Row


def rows(model: Model) -> Iterator[Row]:
    grants: dict[tuple[str, int], list[str]] = {}
    for funder, name, n in model.columns.grant:
        grants.setdefault((name, n), []).append(funder)
    for activity, n in model.running():
        suffix = f"{model.tag(activity)}_n{n}"
        least, greatest = model.instance.spending(activity)
        on, spend = model.on(activity, n), model.spend(activity, n)
        if least < greatest:
            if least:
                yield f"money_least_{suffix}", model.money(least) * on <= spend
            yield f"money_greatest_{suffix}", spend <= model.money(greatest) * on
        paid = total(model.columns.grant[f, activity.name, n] for f in grants.get((activity.name, n), ()))
        yield f"money_paid_{suffix}", paid == model.cost(activity, n)
