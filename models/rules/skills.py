"""Training today makes better facilitators in a year (K5).

    skills_now:     bonus[a,n] <= output[a,n]
    skills_trained: bonus[a,n] <= skill[c,m]                                  m ``lag`` before n, a period at least
    skills_stock:   skill[c,n] <= kept * skill[c,parent] + Σ_b skills_b * q * output[b,n]               at most 1
    gain:           value * effect[a,g,n] * bonus[a,n] in every category g, at once

for work a on track 2; b is any work of the conflict that builds skills. Its political bonus enters the stock of ideas.
The ceiling of all bonuses is core (``core/bonuses.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from models import stock
from models.kinds import CATEGORIES
from models.model import Model
from models.records import Activity
from models.rule import Gain, Row, Rule, Stock


def key(activity: Activity) -> str:
    """The name of the bonus in plans."""
    return f"{activity.name} skilled"


def trained(model: Model, node: int) -> int | None:
    """The node whose skills tell at ``node``; None before the horizon."""
    lag = ceil(model.instance.parameter("skills", "lag") / model.instance.quarters)
    return model.instance.tree.ancestor(node, max(1, lag))


def stocks(model: Model) -> Iterator[Stock]:
    kept = float(model.instance.over_period(model.instance.parameter("skills", "kept")))
    taught = {gain.conflict for gain in bonuses(model)}
    for number, conflict in enumerate(model.instance.conflicts):
        if conflict.name in taught:
            trainers = tuple((each, each.skills * model.per_period) for each in _trainers(model, conflict.name))
            yield Stock("skills", conflict.name, "", f"c{number}", trainers, kept, 1.0)


def bonuses(model: Model) -> Iterator[Gain]:
    value = model.parameter("skills", "value")
    for i, activity in enumerate(model.instance.activities):
        for n in model.columns.nodes_of[activity.name] if activity.track == "T2" else ():
            if not _can_be_trained(model, activity.conflict, trained(model, n)):
                continue
            for category in CATEGORIES:
                worth = value * model.effect(activity, category, n)
                if worth:
                    ideas, tag = category == "political", f"a{i}_skilled"
                    yield Gain(key(activity), tag, activity.conflict, category, n, worth, ideas, activity)


def _trainers(model: Model, conflict: str) -> list[Activity]:
    return [each for each in model.of_conflict(conflict) if each.skills]


def _can_be_trained(model: Model, conflict: str, node: int | None) -> bool:
    """Whether skills can be there at the node."""
    earlier = () if node is None else model.instance.tree.path(node)
    return any((each.name, m) in model.columns.on for each in _trainers(model, conflict) for m in earlier)


def rows(model: Model) -> Iterator[Row]:
    for activity, n in model.running():
        bonus = model.columns.bonus.get((key(activity), n)) if activity.track == "T2" else None
        if bonus is not None:
            suffix = f"{model.tag(activity)}_n{n}"
            skill = stock.level(model, "skills", activity.conflict, "", trained(model, n))
            yield f"skills_now_{suffix}", bonus <= model.output(activity, n)
            yield f"skills_trained_{suffix}", bonus <= skill


RULE = Rule(
    name="skills",
    sentence="Training today makes better facilitators in a year.",
    effect="enables",
    off="training makes nobody better",
    claims="K5",
    rows=rows,
    stocks=stocks,
    bonuses=bonuses,
)
