"""Ministries get in each other's way (N13).

    agency_friction:         friction[c,n] >= Σ_g present[c,g,n] - 1
    agency_friction_present: present[c,g,n] >= on[a,n]                 a official work of the conflict that names g

An agency that only one work can name is present where that work is on, without a column of its own. Friction costs
points of score; where cost is minimised it does not matter, and has no columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.model import Model, total
from models.objective import present_value
from models.rule import Linear, Row, Rule


def rows(model: Model) -> Iterator[Row]:
    columns = model.columns
    for number, conflict in enumerate(model.instance.conflicts):
        works = [each for each in model.of_conflict(conflict.name) if each.official]
        agencies = list(dict.fromkeys(name for each in works for name in each.agencies))
        for n in range(len(model.instance.tree)):
            if (conflict.name, n) not in columns.friction:
                continue
            taking_part: list[Linear] = []
            for k, agency in enumerate(agencies):
                users = [each for each in works if agency in each.agencies and (each.name, n) in columns.on]
                present = columns.present.get((conflict.name, agency, n))
                if present is None:
                    taking_part += [model.on(each, n) for each in users]
                    continue
                taking_part.append(present)
                for each in users:
                    yield f"agency_friction_present_{k}_{model.tag(each)}_n{n}", present >= model.on(each, n)
            yield f"agency_friction_c{number}_n{n}", columns.friction[conflict.name, n] >= total(taking_part) - 1


def penalty(model: Model) -> Linear:
    price = model.parameter("agency_friction", "cost") * model.per_period
    return total(price * present_value(model, n) * column for (_, n), column in model.columns.friction.items())


RULE = Rule(
    name="agency_friction",
    sentence="Ministries get in each other's way.",
    effect="restricts",
    off="any number of agencies takes part at no cost",
    claims="N13",
    rows=rows,
    penalty=penalty,
)
